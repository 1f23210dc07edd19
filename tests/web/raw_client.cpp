#include "tests/web/raw_client.h"

#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace web_test {

RawClient::RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("connect");
    const timeval patience{20, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
}

RawClient::~RawClient()
{
    ::close(socket_);
}

bool RawClient::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) return false;  // the answer says why
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

void RawClient::finish_sending()
{
    ::shutdown(socket_, SHUT_WR);
}

bool RawClient::receive()
{
    std::array<char, 8192> buffer{};
    const auto count = ::recv(socket_, buffer.data(), buffer.size(), 0);
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
        throw std::runtime_error("no answer in 20 seconds");
    closed_ = count <= 0;
    if (!closed_) received_.append(buffer.data(), static_cast<std::size_t>(count));
    return !closed_;
}

std::string RawClient::answer(bool without_body)
{
    std::size_t end = 0;
    while ((end = received_.find("\r\n\r\n")) == std::string::npos)
        if (!receive()) return {};
    end += 4;
    const auto length = without_body ? std::string() : header_of(received_.substr(0, end), "Content-Length");
    const std::size_t whole = end + (length.empty() ? 0 : std::stoul(length));
    while (received_.size() < whole)
        if (!receive()) break;
    auto one = received_.substr(0, whole);
    received_.erase(0, whole);
    return one;
}

std::string RawClient::until_closed()
{
    while (receive()) {}
    return std::move(received_);
}

bool RawClient::closed()
{
    while (!closed_ && receive()) {}
    return closed_;
}

int status_of(std::string_view answer)
{
    return answer.starts_with("HTTP/1.1 ") ? std::stoi(std::string(answer.substr(9, 3))) : 0;
}

std::string header_of(std::string_view answer, std::string_view name)
{
    const std::string wanted = "\r\n" + std::string(name) + ": ";
    const auto head = answer.substr(0, answer.find("\r\n\r\n"));
    const auto at = head.find(wanted);
    if (at == std::string_view::npos) return {};
    const auto from = at + wanted.size();
    return std::string(head.substr(from, head.find("\r\n", from) - from));
}

std::string body_of(std::string_view answer)
{
    const auto blank = answer.find("\r\n\r\n");
    return blank == std::string_view::npos ? std::string() : std::string(answer.substr(blank + 4));
}

}  // namespace web_test
