#include "base/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace base {
namespace {

spdlog::level::level_enum level_of(Log::Level level)
{
    switch (level) {
    case Log::Level::Debug:
        return spdlog::level::debug;
    case Log::Level::Info:
        return spdlog::level::info;
    case Log::Level::Warning:
        return spdlog::level::warn;
    case Log::Level::Error:
        return spdlog::level::err;
    }
    return spdlog::level::info;
}

// Values are quoted when they hold anything but plain characters; a line break can't forge a second line.
void append_value(std::string& line, std::string_view value)
{
    const bool plain = !value.empty() && value.find_first_of(" =\"\\\n\r\t") == std::string_view::npos;
    if (plain) {
        line += value;
        return;
    }
    line += '"';
    for (const char c : value) {
        if (c == '"' || c == '\\') line += '\\';
        line += (static_cast<unsigned char>(c) < 0x20) ? ' ' : c;
    }
    line += '"';
}

}  // namespace

struct Log::Sink {
    spdlog::logger logger{"vinhdanh", std::make_shared<spdlog::sinks::stderr_sink_mt>()};
};

Log::Log(Level least) : sink_(std::make_unique<Sink>())
{
    sink_->logger.set_level(level_of(least));
    sink_->logger.set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
    sink_->logger.flush_on(spdlog::level::info);
}

Log::~Log() = default;

void Log::write(Level level, std::string_view event, std::initializer_list<LogField> fields) const
{
    if (!sink_->logger.should_log(level_of(level))) return;
    std::string line(event);
    for (const auto& field : fields) {
        line += ' ';
        line += field.key;
        line += '=';
        append_value(line, field.value);
    }
    sink_->logger.log(level_of(level), "{}", line);
}

void Log::info(std::string_view event, std::initializer_list<LogField> fields) const
{
    write(Level::Info, event, fields);
}
void Log::warning(std::string_view event, std::initializer_list<LogField> fields) const
{
    write(Level::Warning, event, fields);
}
void Log::error(std::string_view event, std::initializer_list<LogField> fields) const
{
    write(Level::Error, event, fields);
}

}  // namespace base
