#include "base/date.h"

#include <fmt/format.h>

#include <charconv>

namespace base {
namespace {

using namespace std::chrono;

constexpr auto vietnam_offset = hours(7);

// Reads digits up to the end or to `stop`, which is eaten; at most `longest` digits.
std::optional<int> eat_number(std::string_view& text, char stop, std::size_t longest)
{
    const auto end = stop == '\0' ? text.size() : text.find(stop);
    if (end == std::string_view::npos || end == 0 || end > longest) return std::nullopt;
    int value = 0;
    const auto [last, error] = std::from_chars(text.data(), text.data() + end, value);
    if (error != std::errc{} || last != text.data() + end || text.front() == '-') return std::nullopt;
    text.remove_prefix(stop == '\0' ? end : end + 1);
    return value;
}

}  // namespace

Date::Date(int year, unsigned month, unsigned day)
    : day_(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day))
{
}

std::optional<Date> Date::parse(std::string_view text)
{
    const bool iso = text.find('-') != std::string_view::npos;
    const char separator = iso ? '-' : '/';
    const auto first = eat_number(text, separator, iso ? 4 : 2);
    const auto second = eat_number(text, separator, 2);
    const auto third = eat_number(text, '\0', iso ? 2 : 4);
    if (!first || !second || !third) return std::nullopt;
    const Date date(iso ? *first : *third, static_cast<unsigned>(*second),
                    static_cast<unsigned>(iso ? *third : *first));
    // Offices type four-digit years; anything else is a slip.
    if (!date.valid() || date.year() < 1900 || date.year() > 2999) return std::nullopt;
    return date;
}

std::string Date::iso() const
{
    return fmt::format("{:04}-{:02}-{:02}", year(), month(), day());
}

std::string Date::vietnamese() const
{
    return fmt::format("{:02}/{:02}/{:04}", day(), month(), year());
}

std::string Date::in_words() const
{
    const std::string month_text = month() <= 2 ? fmt::format("{:02}", month()) : std::to_string(month());
    return fmt::format("ngày {:02} tháng {} năm {}", day(), month_text, year());
}

Date Date::plus_days(int days) const
{
    const year_month_day later = sys_days(day_) + std::chrono::days(days);
    return {static_cast<int>(later.year()), static_cast<unsigned>(later.month()),
            static_cast<unsigned>(later.day())};
}

int Date::days_since(const Date& earlier) const
{
    return static_cast<int>((sys_days(day_) - sys_days(earlier.day_)).count());
}

std::optional<Instant> Instant::parse(std::string_view text)
{
    if (text.size() < 19 || (text[10] != ' ' && text[10] != 'T')) return std::nullopt;
    const auto date = Date::parse(text.substr(0, 10));
    std::string_view rest = text.substr(11, 8);
    const auto hour = eat_number(rest, ':', 2);
    const auto minute = eat_number(rest, ':', 2);
    const auto second = eat_number(rest, '\0', 2);
    if (!date || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59)
        return std::nullopt;
    std::int64_t micros = 0;
    if (text.size() > 19) {
        std::string fraction(text.substr(20, 6));
        if (text[19] != '.' || fraction.empty()) return std::nullopt;
        fraction.append(6 - fraction.size(), '0');
        std::string_view digits = fraction;
        const auto value = eat_number(digits, '\0', 6);
        if (!value) return std::nullopt;
        micros = *value;
    }
    const year_month_day day{std::chrono::year(date->year()), std::chrono::month(date->month()),
                             std::chrono::day(date->day())};
    return Instant(sys_days(day) + hours(*hour) + minutes(*minute) + seconds(*second) + microseconds(micros));
}

std::string Instant::sql() const
{
    const auto day = floor<days>(time_);
    const year_month_day date{day};
    const hh_mm_ss clock{time_ - day};
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}.{:06}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count(),
                       clock.subseconds().count());
}

std::string Instant::clock() const
{
    const auto local = time_ + vietnam_offset;
    const hh_mm_ss clock{local - floor<days>(local)};
    return fmt::format("{:02}:{:02}", clock.hours().count(), clock.minutes().count());
}

std::string Instant::vietnamese() const
{
    return date().vietnamese() + ", " + clock();
}

Date Instant::date() const
{
    const year_month_day day{floor<days>(time_ + vietnam_offset)};
    return {static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
            static_cast<unsigned>(day.day())};
}

}  // namespace base
