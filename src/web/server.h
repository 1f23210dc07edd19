// The HTTP server: Poco's TCP server with a thread per connection, our own strict reading of requests, and the front
// controller behind it. Deadlines for head, body, answer and rest are kept by the watchdog.
#pragma once

#include "web/front_controller.h"
#include "web/request_head.h"
#include "web/services.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace web {

struct ServerSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: any free one
    // Both or none: TLS 1.2 or newer, in the program.
    std::filesystem::path tls_certificate{};
    std::filesystem::path tls_key{};
    int threads = 256;        // connections served at once, resting ones included
    int most_waiting = 1024;  // accepted, waiting for a thread
    HeadLimits head{};
    std::chrono::milliseconds head_deadline{10000};
    std::chrono::milliseconds body_deadline{30000};  // for the first 64 KiB; 1 s more for each further 32 KiB
    std::chrono::milliseconds answer_deadline{30000};  // likewise
    std::chrono::milliseconds rest{5000};              // between two requests of one connection
    std::chrono::milliseconds drain{5000};             // for taking what nobody will read, after the answer
};

class Server {
public:
    // A server that listens. Invalid: the certificate or its key is no good; Conflict: the address can't be had.
    [[nodiscard]] static base::Result<std::unique_ptr<Server>> start(const ServerSettings& settings,
                                                                     FrontController& front);

    // Listens from the constructor on. Throws Poco's exceptions when the address can't be bound or the certificate can't
    // be read.
    Server(const ServerSettings& settings, FrontController& front);
    // Stops as `stop` does.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    // Takes no new connection, lets running requests finish and be answered, then returns.
    void stop();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace web
