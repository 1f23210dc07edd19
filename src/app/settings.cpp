#include "app/settings.h"

#include "base/text.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace app {
namespace {

using Path = std::filesystem::path;

// Where a value came from, for the refusal: "vinhdanh.conf:12" or "environment".
struct Given {
    std::string place;
    std::string key;
    std::string value;
};

std::optional<int> whole_number(const std::string& text, int least, int most)
{
    int number = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    const bool good = read.ec == std::errc() && read.ptr == end && number >= least && number <= most;
    return good ? std::optional(number) : std::nullopt;
}

template <class Number> auto set_number(Number& target, int least, int most)
{
    return [&target, least, most](const std::string& text) {
        const auto number = whole_number(text, least, most);
        if (number) target = Number(*number);
        return number.has_value();
    };
}

auto set_text(std::string& target)
{
    return [&target](const std::string& text) {
        target = text;
        return true;
    };
}

auto set_path(Path& target, const Path& root)
{
    return [&target, root](const std::string& text) {
        target = text.empty() ? Path() : root / text;
        return true;
    };
}

bool is_address(const std::string& text)
{
    std::array<unsigned char, sizeof(in6_addr)> bytes{};
    return inet_pton(AF_INET, text.c_str(), bytes.data()) == 1 ||
           inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1;
}

// The proxy is compared with the peer's address, and a name would quietly never match; `other` is what may stand instead.
auto set_address(std::string& target, std::string_view other)
{
    return [&target, other](const std::string& text) {
        target = text;
        return text == other || is_address(text);
    };
}

// What may stand between backticks in SQL.
auto set_schema(std::string& target)
{
    return [&target](const std::string& text) {
        target = text;
        return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                   c == '-';
        });
    };
}

auto set_flag(bool& target)
{
    return [&target](const std::string& text) {
        target = text == "true";
        return text == "true" || text == "false";
    };
}

auto set_level(base::Log::Level& target)
{
    return [&target](const std::string& text) {
        using Level = base::Log::Level;
        static const std::map<std::string, Level> levels{{"debug", Level::Debug},
                                                         {"info", Level::Info},
                                                         {"warning", Level::Warning},
                                                         {"error", Level::Error}};
        const auto found = levels.find(text);
        if (found != levels.end()) target = found->second;
        return found != levels.end();
    };
}

using Setter = std::function<bool(const std::string&)>;

// The keys there are. A setter says false when the value is not of its kind.
std::map<std::string, Setter, std::less<>> setters(Settings& s, const Path& root)
{
    auto& d = s.database;
    constexpr int day = 24 * 60;
    return {
        {"listen.address", set_address(s.listen_address, "localhost")},
        {"listen.port", set_number(s.listen_port, 1, 65535)},
        {"tls.certificate", set_path(s.tls_certificate, root)},
        {"tls.key", set_path(s.tls_key, root)},
        {"trusted_proxy", set_address(s.trusted_proxy, "")},
        {"insecure_http", set_flag(s.insecure_http)},
        {"data_folder", set_path(s.data_folder, root)},
        {"database.host", set_text(d.host)},
        {"database.port", set_number(d.port, 1, 65535)},
        {"database.socket", set_path(d.socket, root)},
        {"database.schema", set_schema(d.schema)},
        {"database.user", set_text(d.user)},
        {"database.password", set_text(d.password)},
        {"database.password_file", set_path(d.password_file, root)},
        {"database.owner_user", set_text(d.owner_user)},
        {"database.owner_password", set_text(d.owner_password)},
        {"database.owner_password_file", set_path(d.owner_password_file, root)},
        {"database.tls_ca", set_path(d.tls_ca, root)},
        {"database.connections", set_number(d.connections, 0, 64)},
        {"database.memory_mb", set_number(d.memory_mb, 8, 65536)},
        {"session.idle_minutes", set_number(s.session_idle, 1, day)},
        {"session.longest_hours", set_number(s.session_longest, 1, 24)},
        {"log.level", set_level(s.log_level)},
    };
}

std::string trimmed(std::string_view text)
{
    constexpr std::string_view space = " \t\r";
    const auto begin = text.find_first_not_of(space);
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(space) - begin + 1));
}

base::Result<std::vector<Given>> lines_of(std::string_view file, std::string_view text)
{
    std::vector<Given> given;
    std::set<std::string> seen;
    int number = 0;
    for (const auto& raw : base::split(text, '\n')) {
        ++number;
        const auto line = trimmed(raw);
        if (line.empty() || line.front() == '#') continue;
        const auto place = std::string(file) + ":" + std::to_string(number);
        const auto equals = line.find('=');
        if (equals == std::string::npos) {
            // The line is not repeated: it may be a misplaced password.
            return base::invalid({"{}: dòng này không có dạng «khóa = giá trị».", {place}});
        }
        Given one{place, trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1))};
        if (!seen.insert(one.key).second) {
            return base::invalid({"{}: khóa «{}» đã có ở trên.", {place, one.key}}, one.key);
        }
        given.push_back(std::move(one));
    }
    return given;
}

// "database.owner_user" <- VINHDANH_DATABASE_OWNER_USER.
std::string variable_for(const std::string& key)
{
    std::string name = "VINHDANH_";
    for (const char c : key) {
        if (c >= 'a' && c <= 'z') {
            name += static_cast<char>(c - 'a' + 'A');
        } else {
            name += c == '.' ? '_' : c;
        }
    }
    return name;
}

std::vector<Given> variables_of(const Environment& environment,
                                const std::map<std::string, Setter, std::less<>>& known)
{
    std::vector<Given> given;
    for (const auto& [name, value] : environment) {
        if (!name.starts_with("VINHDANH_") || name == "VINHDANH_CONFIG") continue;
        const auto key =
            std::ranges::find_if(known, [&](const auto& entry) { return variable_for(entry.first) == name; });
        given.push_back({name, key == known.end() ? name : key->first, value});
    }
    return given;
}

// Where two keys contradict each other, one of them would be passed over in silence.
base::Result<void> check_database(const std::string& file, const DatabaseSettings& settings)
{
    const auto together = [&](std::string_view one, std::string_view other) {
        return base::invalid({"{}: «{}» và «{}» không dùng cùng nhau được: hãy bỏ một khóa.",
                              {file, std::string(one), std::string(other)}},
                             std::string(one));
    };
    if (!settings.socket.empty() && !settings.host.empty())
        return together("database.socket", "database.host");
    if (!settings.socket.empty() && !settings.tls_ca.empty())
        return together("database.socket", "database.tls_ca");
    if (!settings.password.empty() && !settings.password_file.empty())
        return together("database.password", "database.password_file");
    if (!settings.owner_password.empty() && !settings.owner_password_file.empty())
        return together("database.owner_password", "database.owner_password_file");
    const bool secret = !settings.password.empty() || !settings.password_file.empty();
    if (settings.is_private() && (secret || !settings.owner_user.empty() || !settings.tls_ca.empty())) {
        return base::invalid({"{}: có khóa của một cơ sở dữ liệu bên ngoài mà thiếu «database.host» hoặc "
                              "«database.socket».",
                              {file}},
                             "database.host");
    }
    return {};
}

base::Result<void> check(std::string_view file, const Settings& settings)
{
    const std::string name(file);
    if (auto good = check_database(name, settings.database); !good) return good;
    if (settings.tls_certificate.empty() != settings.tls_key.empty()) {
        return base::invalid({"{}: «tls.certificate» và «tls.key» phải đi cùng nhau.", {name}}, "tls.key");
    }
    const bool guarded = settings.tls() || !settings.trusted_proxy.empty() || settings.insecure_http;
    if (!is_loopback(settings.listen_address) && !guarded) {
        return base::invalid({"{}: «listen.address» là {}, không phải máy này: cần TLS («tls.certificate», "
                              "«tls.key»), «trusted_proxy», hoặc «insecure_http = true».",
                              {name, settings.listen_address}},
                             "listen.address");
    }
    return {};
}

}  // namespace

bool is_loopback(const std::string& address)
{
    return address == "::1" || address == "localhost" || (address.starts_with("127.") && is_address(address));
}

base::Result<Settings> read_settings(std::string_view file, std::string_view text,
                                     const Environment& environment, const Path& root)
{
    Settings settings;
    settings.data_folder = root / settings.data_folder;
    const auto known = setters(settings, root);
    auto given = lines_of(file, text);
    if (!given) return given.error();
    for (auto& variable : variables_of(environment, known))
        given->push_back(std::move(variable));
    for (const auto& one : *given) {
        const auto setter = known.find(one.key);
        if (setter == known.end()) {
            return base::invalid({"{}: không có khóa cấu hình «{}».", {one.place, one.key}}, one.key);
        }
        if (!setter->second(one.value)) {
            return base::invalid({"{}: giá trị của khóa «{}» không hợp lệ.", {one.place, one.key}}, one.key);
        }
    }
    if (auto good = check(file, settings); !good) return good.error();
    return settings;
}

}  // namespace app
