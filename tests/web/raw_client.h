// Speaks bytes, not HTTP: sends exactly what a test says and gives back what the server sent until it closed or an answer
// was complete.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace web_test {

class RawClient {
public:
    explicit RawClient(std::uint16_t port);
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    // False when the server closed before it had all of them.
    bool send(std::string_view bytes);
    // One answer: head and as many body bytes as its Content-Length says. Empty when the server closed without one.
    [[nodiscard]] std::string answer(bool without_body = false);
    // Everything until the server closes. Gives up after 20 seconds, which fails a test that expects a closed connection.
    [[nodiscard]] std::string until_closed();
    [[nodiscard]] bool closed();
    void finish_sending();

private:
    bool receive();

    int socket_ = -1;
    bool closed_ = false;
    std::string received_;
};

[[nodiscard]] int status_of(std::string_view answer);
// The value of a header in an answer, or empty.
[[nodiscard]] std::string header_of(std::string_view answer, std::string_view name);
[[nodiscard]] std::string body_of(std::string_view answer);

}  // namespace web_test
