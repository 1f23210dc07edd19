// One structured line per event on standard error: time, level, event, then key=value fields. Never give it a secret,
// a form field, a file's content or a person's data: ids and counts are enough to find them.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

namespace base {

struct LogField {
    std::string_view key;
    std::string value;
};

class Log {
public:
    enum class Level { Debug, Info, Warning, Error };

    explicit Log(Level least = Level::Info);
    ~Log();
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    void write(Level level, std::string_view event, std::initializer_list<LogField> fields = {}) const;
    void info(std::string_view event, std::initializer_list<LogField> fields = {}) const;
    void warning(std::string_view event, std::initializer_list<LogField> fields = {}) const;
    void error(std::string_view event, std::initializer_list<LogField> fields = {}) const;

private:
    struct Sink;
    std::unique_ptr<Sink> sink_;
};

}  // namespace base
