#include "app/settings.h"

#include "base/text.h"

#include <algorithm>
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
        {"listen.address", set_text(s.listen_address)},
        {"listen.port", set_number(s.listen_port, 1, 65535)},
        {"tls.certificate", set_path(s.tls_certificate, root)},
        {"tls.key", set_path(s.tls_key, root)},
        {"trusted_proxy", set_text(s.trusted_proxy)},
        {"insecure_http", set_flag(s.insecure_http)},
        {"data_folder", set_path(s.data_folder, root)},
        {"database.host", set_text(d.host)},
        {"database.port", set_number(d.port, 1, 65535)},
        {"database.socket", set_text(d.socket)},
        {"database.schema", set_text(d.schema)},
        {"database.user", set_text(d.user)},
        {"database.password", set_text(d.password)},
        {"database.password_file", set_path(d.password_file, root)},
        {"database.owner_user", set_text(d.owner_user)},
        {"database.owner_password", set_text(d.owner_password)},
        {"database.owner_password_file", set_path(d.owner_password_file, root)},
        {"database.tls_ca", set_text(d.tls_ca)},
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

base::Result<void> check(std::string_view file, const Settings& settings)
{
    const std::string name(file);
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

bool is_loopback(std::string_view address)
{
    return address == "::1" || address == "localhost" || address.starts_with("127.");
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
