// One kept-alive HTTP connection that costs as little as can be, so that what is measured is the server.
#pragma once

#include <arpa/inet.h>
#include <cstdint>
#include <cstdlib>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdexcept>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace bench {

class KeepAliveClient {
public:
    struct Answer {
        int status = 0;
        std::string body;
    };

    KeepAliveClient(std::uint16_t port, std::string cookie) : port_(port), cookie_(std::move(cookie))
    {
        connect();
    }
    ~KeepAliveClient() { ::close(socket_); }
    KeepAliveClient(const KeepAliveClient&) = delete;
    KeepAliveClient& operator=(const KeepAliveClient&) = delete;

    Answer get(const std::string& path)
    {
        return ask("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + cookie_ + "\r\n\r\n");
    }
    // A form as a browser sends it: `fields` are url-encoded.
    Answer post(const std::string& path, const std::string& fields)
    {
        return ask("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + cookie_ +
                   "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                   std::to_string(fields.size()) + "\r\n\r\n" + fields);
    }
    [[nodiscard]] std::size_t reconnections() const { return reconnections_; }

private:
    // A connection the server closed between two requests is opened again.
    Answer ask(const std::string& request)
    {
        std::string got;
        for (int tries = 0; !send(request) || !receive(got); ++tries) {
            if (tries == 3) throw std::runtime_error("the server closes every connection");
            reconnect();
            got.clear();
        }
        std::size_t head = std::string::npos;
        while ((head = got.find("\r\n\r\n")) == std::string::npos)
            must_receive(got);
        Answer answer;
        answer.status = std::atoi(got.c_str() + sizeof("HTTP/1.1"));
        const auto field = got.find("ontent-Length:");
        if (field == std::string::npos || field > head) throw std::runtime_error("no Content-Length");
        const auto length = std::strtoul(got.c_str() + field + sizeof("ontent-Length:") - 1, nullptr, 10);
        while (got.size() < head + 4 + length)
            must_receive(got);
        answer.body = got.substr(head + 4);
        return answer;
    }
    void connect()
    {
        socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
        const int on = 1;
        ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port_);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("can't connect");
    }
    void reconnect()
    {
        ::close(socket_);
        connect();
        ++reconnections_;
    }
    bool send(const std::string& request) const
    {
        return ::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) ==
               static_cast<ssize_t>(request.size());
    }
    bool receive(std::string& into) const
    {
        char piece[65536];
        const auto count = ::recv(socket_, piece, sizeof piece, 0);
        if (count > 0) into.append(piece, static_cast<std::size_t>(count));
        return count > 0;
    }
    void must_receive(std::string& into) const
    {
        if (!receive(into)) throw std::runtime_error("the connection was closed within an answer");
    }

    std::uint16_t port_;
    std::string cookie_;
    int socket_ = -1;
    std::size_t reconnections_ = 0;
};

}  // namespace bench
