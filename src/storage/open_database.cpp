#include "storage/open_database.h"

#include <algorithm>
#include <fstream>
#include <thread>

namespace storage {
namespace {

namespace files = std::filesystem;

// The first line of the file, if one is named; otherwise the value itself.
base::Result<std::string> secret(const std::string& value, const files::path& file)
{
    if (file.empty()) return value;
    std::ifstream in(file);
    std::string line;
    if (!std::getline(in, line)) return base::invalid({"Không đọc được tệp mật khẩu «{}».", {file.string()}});
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

base::Result<Accounts> external_accounts(const app::DatabaseSettings& settings)
{
    Accounts accounts;
    auto& server = accounts.server;
    server.socket = settings.socket.string();
    server.host = settings.host;
    server.port = settings.port;
    server.schema = settings.schema;
    if (!settings.tls_ca.empty() && !std::ifstream(settings.tls_ca)) {
        return base::invalid(
            {"Không đọc được tệp chứng chỉ «{}» («database.tls_ca»).", {settings.tls_ca.string()}});
    }
    server.tls_ca = settings.tls_ca.string();
    server.user = settings.user;
    auto password = secret(settings.password, settings.password_file);
    if (!password) return password.error();
    server.password = std::move(*password);
    accounts.owner = server;
    if (settings.owner_user.empty()) return accounts;
    accounts.owner.user = settings.owner_user;
    auto owner_password = secret(settings.owner_password, settings.owner_password_file);
    if (!owner_password) return owner_password.error();
    accounts.owner.password = std::move(*owner_password);
    return accounts;
}

}  // namespace

base::Result<OpenDatabase> OpenDatabase::open(const app::Settings& settings, Sharing sharing)
{
    if (!settings.database.is_private()) {
        auto accounts = external_accounts(settings.database);
        if (!accounts) return accounts.error();
        return OpenDatabase(std::nullopt, std::move(*accounts));
    }
    std::optional<PrivateDatabase> started;
    const bool join = sharing == Sharing::Joins && PrivateDatabase::running(settings.data_folder);
    if (!join) {
        PrivateDatabaseOptions options;
        options.folder = settings.data_folder;
        options.memory_mb = settings.database.memory_mb;
        auto database = PrivateDatabase::start(options);
        if (!database) return database.error();
        started.emplace(std::move(*database));
    }
    auto accounts = private_accounts(settings.data_folder);
    if (!accounts) return accounts.error();
    return OpenDatabase(std::move(started), std::move(*accounts));
}

std::size_t pool_size(const app::DatabaseSettings& settings)
{
    if (settings.connections > 0) return static_cast<std::size_t>(settings.connections);
    constexpr std::size_t least = 4;
    return std::max<std::size_t>(least, std::size_t{2} * std::thread::hardware_concurrency());
}

}  // namespace storage
