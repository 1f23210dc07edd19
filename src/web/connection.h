// One client connection from its first to its last request.
#pragma once

#include "web/front_controller.h"
#include "web/server.h"
#include "web/watchdog.h"

#include <Poco/Net/TCPServerConnection.h>

#include <atomic>
#include <string>

namespace web {

// What all connections of a server share.
struct ConnectionContext {
    const ServerSettings& settings;
    FrontController& front;
    Watchdog& watchdog;
    std::atomic<bool> stopping{false};
};

class Connection final : public Poco::Net::TCPServerConnection {
public:
    Connection(const Poco::Net::StreamSocket& socket, ConnectionContext& context);

    void run() override;

private:
    class Body;

    // False: no further request can come.
    bool serve_one(Watchdog::Watch& watch);
    // More bytes at the end of `received_`; false when the client is gone or was cut.
    bool receive();
    void send(const Response& response, bool without_body, bool keep_alive, Watchdog::Watch& watch);
    void send_all(std::string_view bytes);
    // Takes what the client still sends and forgets it, for a while and up to `most` bytes: closing at once would reset the
    // connection under our answer, and a browser would show that instead.
    void drain(Watchdog::Watch& watch, std::uint64_t most);

    ConnectionContext& context_;
    std::string peer_;
    std::string received_;
};

}  // namespace web
