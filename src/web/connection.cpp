#include "web/connection.h"

#include "web/chunks.h"

#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeFormatter.h>
#include <Poco/Exception.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Timestamp.h>

#include <algorithm>
#include <array>

namespace web {
namespace {

constexpr std::size_t free_bytes = 64 * 1024;
constexpr std::size_t bytes_per_second = 32 * 1024;
// Of what nobody will read: a broken head's rest, and a body that is too large or came without a session.
constexpr std::uint64_t most_of_a_head = 256 * 1024;
constexpr std::uint64_t most_of_a_body = 256 * 1024 * 1024;

// A deadline that grows with the size, so that a slow line may finish a large file.
std::chrono::milliseconds deadline_for(std::chrono::milliseconds base, std::uint64_t bytes)
{
    const auto more = bytes > free_bytes ? (bytes - free_bytes) / bytes_per_second : 0;
    return base + std::chrono::seconds(std::min<std::uint64_t>(more, 3600));
}

std::string head_of(const Response& response, bool keep_alive)
{
    std::string out = "HTTP/1.1 " + std::to_string(response.status) + " ";
    out += Poco::Net::HTTPResponse::getReasonForStatus(
        static_cast<Poco::Net::HTTPResponse::HTTPStatus>(response.status));
    out +=
        "\r\nDate: " + Poco::DateTimeFormatter::format(Poco::Timestamp(), Poco::DateTimeFormat::HTTP_FORMAT);
    if (response.status != 304) {
        out += "\r\nContent-Type: " + response.type;
        out += "\r\nContent-Length: " + std::to_string(response.body.size());
    }
    for (const auto& [name, value] : response.headers) {
        out += "\r\n" + name + ": ";
        // A line break in a value would begin a header of its own.
        for (const char c : value)
            if (c != '\r' && c != '\n' && c != '\0') out += c;
    }
    out += keep_alive ? "\r\nConnection: keep-alive\r\n\r\n" : "\r\nConnection: close\r\n\r\n";
    return out;
}

}  // namespace

// The body of the present request on this connection.
class Connection::Body final : public BodySource {
public:
    Body(Connection& connection, const RequestHead& head, Watchdog::Watch& watch)
        : connection_(connection), head_(head), watch_(watch), complete_(!head.has_body())
    {
    }

    [[nodiscard]] bool complete() const { return complete_; }
    // How much of it may still come.
    [[nodiscard]] std::uint64_t rest() const
    {
        return head_.chunked ? most_of_a_body : std::min(head_.content_length, most_of_a_body);
    }

    Outcome read(std::size_t limit, std::string& body) override
    {
        if (complete_) return Outcome::Complete;
        if (head_.content_length > limit) return Outcome::TooLarge;
        if (head_.expects_continue && connection_.received_.empty())
            connection_.send_all("HTTP/1.1 100 Continue\r\n\r\n");
        watch_.limit(deadline_for(connection_.context_.settings.body_deadline,
                                  head_.chunked ? limit : head_.content_length));
        const auto outcome = head_.chunked ? read_chunks(limit, body) : read_length(body);
        watch_.unlimited();
        complete_ = outcome == Outcome::Complete;
        return outcome;
    }

private:
    Outcome read_length(std::string& body)
    {
        const auto length = static_cast<std::size_t>(head_.content_length);
        while (connection_.received_.size() < length)
            if (!connection_.receive()) return Outcome::Lost;
        body = connection_.received_.substr(0, length);
        connection_.received_.erase(0, length);
        return Outcome::Complete;
    }

    Outcome read_chunks(std::size_t limit, std::string& body)
    {
        ChunkDecoder decoder(limit);
        while (true) {
            switch (decoder.feed(connection_.received_, body)) {
            case ChunkDecoder::State::Done:
                return Outcome::Complete;
            case ChunkDecoder::State::Bad:
                return Outcome::Malformed;
            case ChunkDecoder::State::TooLarge:
                return Outcome::TooLarge;
            case ChunkDecoder::State::Reading:
                if (!connection_.receive()) return Outcome::Lost;
            }
        }
    }

    Connection& connection_;
    const RequestHead& head_;
    Watchdog::Watch& watch_;
    bool complete_;
};

Connection::Connection(const Poco::Net::StreamSocket& client, ConnectionContext& context)
    : TCPServerConnection(client), context_(context)
{
}

void Connection::run()
{
    // The watch ends before the socket closes, so that the watchdog never touches a descriptor of somebody else.
    Watchdog::Watch watch(context_.watchdog, static_cast<int>(socket().impl()->sockfd()));
    try {
        socket().setNoDelay(true);
        peer_ = socket().peerAddress().host().toString();
        while (serve_one(watch)) {}
    } catch (const Poco::Exception&) {
        // The client went away or was cut; there is nobody to tell.
    }
}

bool Connection::serve_one(Watchdog::Watch& watch)
{
    const auto& settings = context_.settings;
    if (received_.empty()) {
        watch.limit(settings.rest, true);
        if (!receive()) return false;
    }
    watch.limit(settings.head_deadline);
    // One empty line before a request is forgiven (RFC 9112, 2.2).
    if (received_.starts_with("\r\n")) received_.erase(0, 2);
    auto length = head_length(received_, settings.head);
    while (std::holds_alternative<std::nullopt_t>(length)) {
        if (!receive()) return false;
        length = head_length(received_, settings.head);
    }
    const auto* refusal = std::get_if<Refusal>(&length);
    std::variant<RequestHead, Refusal> parsed = Refusal{};
    if (refusal == nullptr) {
        const auto size = std::get<std::size_t>(length);
        parsed = parse_head(std::string_view(received_).substr(0, size), settings.head);
        received_.erase(0, size);
        refusal = std::get_if<Refusal>(&parsed);
    }
    if (refusal != nullptr) {
        send(context_.front.refuse(*refusal, peer_), false, false, watch);
        drain(watch, most_of_a_head);
        return false;
    }

    const auto& head = std::get<RequestHead>(parsed);
    watch.unlimited();
    Body body(*this, head, watch);
    const auto response = context_.front.answer(head, body, peer_);
    // An unread body would be taken for the next request.
    const bool keep_alive = head.keep_alive && body.complete() && !context_.stopping;
    send(response, head.method == "HEAD", keep_alive, watch);
    if (!body.complete()) drain(watch, body.rest());
    return keep_alive;
}

bool Connection::receive()
{
    std::array<char, 16 * 1024> buffer{};
    const int count = socket().receiveBytes(buffer.data(), static_cast<int>(buffer.size()));
    if (count <= 0) return false;
    received_.append(buffer.data(), static_cast<std::size_t>(count));
    return true;
}

void Connection::send(const Response& response, bool without_body, bool keep_alive, Watchdog::Watch& watch)
{
    watch.limit(deadline_for(context_.settings.answer_deadline, response.body.size()));
    auto bytes = head_of(response, keep_alive);
    const bool body = !without_body && response.status != 304;
    // Small answers go out in one piece.
    if (body && response.body.size() <= free_bytes) bytes += response.body;
    send_all(bytes);
    if (body && response.body.size() > free_bytes) send_all(response.body);
    watch.unlimited();
}

void Connection::send_all(std::string_view bytes)
{
    while (!bytes.empty()) {
        const int wanted = static_cast<int>(std::min<std::size_t>(bytes.size(), 1U << 20U));
        const int count = socket().sendBytes(bytes.data(), wanted);
        if (count <= 0) throw Poco::IOException("connection closed");
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

void Connection::drain(Watchdog::Watch& watch, std::uint64_t most)
{
    // As resting: nobody waits for it, so a stopping server need not either.
    watch.limit(context_.settings.drain, true);
    socket().shutdownSend();
    std::uint64_t drained = received_.size();
    while (drained < most) {
        received_.clear();
        if (!receive()) return;
        drained += received_.size();
    }
}

}  // namespace web
