// The program's settings: one commented file (config/vinhdanh.conf) and, over it, the environment. Unknown keys and
// malformed values are refused with the file, or the variable, and the key; a secret's value is never repeated.
#pragma once

#include "base/log.h"
#include "base/result.h"

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace app {

struct DatabaseSettings {
    std::string host;  // with `socket` empty as well: the private database
    int port = 3306;
    std::filesystem::path socket;
    std::string schema = "vinhdanh";
    std::string user = "vinhdanh";
    std::string password;
    std::filesystem::path password_file;
    std::string owner_user;  // empty: the same account for everything
    std::string owner_password;
    std::filesystem::path owner_password_file;
    std::filesystem::path tls_ca;
    int connections = 0;  // 0: twice the number of cores
    int memory_mb = 32;

    [[nodiscard]] bool is_private() const { return host.empty() && socket.empty(); }
};

struct Settings {
    std::string listen_address = "127.0.0.1";
    int listen_port = 8080;
    std::filesystem::path tls_certificate;
    std::filesystem::path tls_key;
    std::string trusted_proxy;
    bool insecure_http = false;
    std::filesystem::path data_folder = "data";
    DatabaseSettings database;
    std::chrono::minutes session_idle{30};
    std::chrono::hours session_longest{12};
    base::Log::Level log_level = base::Log::Level::Info;

    [[nodiscard]] bool tls() const { return !tls_certificate.empty(); }
};

// Environment variables by name; only those that begin with VINHDANH_ are looked at. VINHDANH_CONFIG, which names the
// settings file, is the caller's.
using Environment = std::map<std::string, std::string>;

// `file` is the name said in refusals. Relative paths are put under `root`.
[[nodiscard]] base::Result<Settings> read_settings(std::string_view file, std::string_view text,
                                                   const Environment& environment,
                                                   const std::filesystem::path& root);

// Whether the address is reached from this machine alone. A name other than "localhost" never is: who knows what it stands
// for tomorrow.
[[nodiscard]] bool is_loopback(const std::string& address);

}  // namespace app
