#include "web/server.h"

#include "web/connection.h"
#include "web/watchdog.h"

#include <Poco/Net/Context.h>
#include <Poco/Net/NetSSL.h>
#include <Poco/Net/SSLException.h>
#include <Poco/Net/SSLManager.h>
#include <Poco/Net/SecureServerSocket.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/TCPServer.h>
#include <Poco/Net/TCPServerConnectionFactory.h>
#include <Poco/Net/TCPServerParams.h>
#include <Poco/ThreadPool.h>

#include <malloc.h>

namespace web {
namespace {

class Factory final : public Poco::Net::TCPServerConnectionFactory {
public:
    explicit Factory(ConnectionContext& context) : context_(context) {}
    Poco::Net::TCPServerConnection* createConnection(const Poco::Net::StreamSocket& socket) override
    {
        return new Connection(socket, context_);  // Poco takes and deletes it
    }

private:
    ConnectionContext& context_;
};

constexpr int backlog = 1024;

// The address may be used again at once after a stop, but never by two programs at a time, as Poco's shorter `bind` lets
// them: each would quietly get a share of the requests.
void listen_alone(Poco::Net::ServerSocket& socket, const Poco::Net::SocketAddress& address)
{
    socket.bind(address, true, false);
    socket.listen(backlog);
}

Poco::Net::ServerSocket listening(const ServerSettings& settings)
{
    const Poco::Net::SocketAddress address(settings.address, settings.port);
    if (settings.tls_certificate.empty()) {
        Poco::Net::ServerSocket socket;
        listen_alone(socket, address);
        return socket;
    }
    Poco::Net::initializeSSL();
    Poco::Net::Context::Params params;
    params.privateKeyFile = settings.tls_key.string();
    params.certificateFile = settings.tls_certificate.string();
    params.verificationMode = Poco::Net::Context::VERIFY_NONE;  // clients show no certificate
    Poco::Net::Context::Ptr context = new Poco::Net::Context(Poco::Net::Context::TLS_SERVER_USE, params);
    context->disableProtocols(Poco::Net::Context::PROTO_SSLV2 | Poco::Net::Context::PROTO_SSLV3 |
                              Poco::Net::Context::PROTO_TLSV1 | Poco::Net::Context::PROTO_TLSV1_1);
    Poco::Net::SecureServerSocket socket(context);
    listen_alone(socket, address);
    return socket;
}

}  // namespace

struct Server::Parts {
    Parts(const ServerSettings& wanted, FrontController& front)
        : settings(wanted), context{settings, front, watchdog, {}}, pool(2, wanted.threads + 1),
          socket(listening(settings)), port(socket.address().port())
    {
        auto* params = new Poco::Net::TCPServerParams;  // Poco counts references
        params->setMaxThreads(settings.threads);
        params->setMaxQueued(settings.most_waiting);
        server = std::make_unique<Poco::Net::TCPServer>(new Factory(context), pool, socket, params);
        server->start();
    }

    ServerSettings settings;
    Watchdog watchdog;
    ConnectionContext context;
    Poco::ThreadPool pool;
    Poco::Net::ServerSocket socket;
    std::uint16_t port;
    std::unique_ptr<Poco::Net::TCPServer> server;
    bool stopped = false;
};

namespace {

// A page is a hundred kilobytes that come and go. By default the allocator gives such memory back at once, and faulting
// it in again for each page took two fifths of the time a ranking page needs; it may keep some megabytes instead.
void keep_memory_of_pages()
{
    ::mallopt(M_MMAP_THRESHOLD, 4 << 20);
    ::mallopt(M_TRIM_THRESHOLD, 16 << 20);
}

}  // namespace

Server::Server(const ServerSettings& settings, FrontController& front)
    : parts_(std::make_unique<Parts>(settings, front))
{
    keep_memory_of_pages();
}

Server::~Server()
{
    stop();
}

base::Result<std::unique_ptr<Server>> Server::start(const ServerSettings& settings, FrontController& front)
{
    try {
        return std::make_unique<Server>(settings, front);
    } catch (const Poco::Net::SSLException& error) {
        return base::invalid(
            {"Không dùng được «tls.certificate» ({}) và «tls.key» ({}): cần tệp PEM đọc được, khóa "
             "đúng của chứng chỉ. {}",
             {settings.tls_certificate.string(), settings.tls_key.string(), error.displayText()}},
            "tls.certificate");
    } catch (const Poco::Exception& error) {
        return base::conflict(
            {"Không mở được cổng {} ở địa chỉ {}: có thể một chương trình khác đang dùng cổng này, "
             "hoặc máy này không có địa chỉ đó. Hãy đổi «listen.port» hay «listen.address». {}",
             {std::to_string(settings.port), settings.address, error.displayText()}});
    }
}

std::uint16_t Server::port() const
{
    return parts_->port;
}

void Server::stop()
{
    if (parts_->stopped) return;
    parts_->stopped = true;
    parts_->context.stopping = true;
    parts_->server->stop();
    parts_->socket.close();
    parts_->watchdog.stop_resting();
    parts_->pool.joinAll();
}

}  // namespace web
