// Calendar days and moments. A Date is what papers carry and has no time zone; an Instant is when something really
// happened, in UTC to the microsecond, shown in Vietnam's time (UTC+7, no summer time since 1975).
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace base {

class Instant;

class Date {
public:
    Date() = default;
    Date(int year, unsigned month, unsigned day);

    // "2022-03-30" or, as officers type it, "30/3/2022". Days that do not exist are refused.
    [[nodiscard]] static std::optional<Date> parse(std::string_view text);

    [[nodiscard]] int year() const { return static_cast<int>(day_.year()); }
    [[nodiscard]] unsigned month() const { return static_cast<unsigned>(day_.month()); }
    [[nodiscard]] unsigned day() const { return static_cast<unsigned>(day_.day()); }
    [[nodiscard]] bool valid() const { return day_.ok(); }

    [[nodiscard]] std::string iso() const;         // 2022-03-30
    [[nodiscard]] std::string vietnamese() const;  // 30/03/2022
    // "ngày 30 tháng 3 năm 2022"; days below 10 and months 1 and 2 carry a zero (Decree 30/2020, annex I).
    [[nodiscard]] std::string in_words() const;
    [[nodiscard]] Date plus_days(int days) const;
    // Whole days from `earlier` to this one.
    [[nodiscard]] int days_since(const Date& earlier) const;

    friend auto operator<=>(const Date& a, const Date& b) { return a.day_ <=> b.day_; }
    friend bool operator==(const Date& a, const Date& b) { return a.day_ == b.day_; }

private:
    std::chrono::year_month_day day_{};
};

class Instant {
public:
    using Time = std::chrono::sys_time<std::chrono::microseconds>;

    Instant() = default;
    explicit Instant(Time time) : time_(time) {}

    // "2022-03-30 07:04:05" with or without a fraction, as the database gives it; UTC.
    [[nodiscard]] static std::optional<Instant> parse(std::string_view text);

    [[nodiscard]] Time time() const { return time_; }
    [[nodiscard]] std::string sql() const;         // 2022-03-30 07:04:05.000000, UTC
    [[nodiscard]] std::string vietnamese() const;  // 30/03/2022, 14:04 in Vietnam
    [[nodiscard]] std::string clock() const;       // 14:04 in Vietnam
    [[nodiscard]] Date date() const;               // the day in Vietnam
    [[nodiscard]] Instant plus(std::chrono::microseconds span) const { return Instant(time_ + span); }

    friend auto operator<=>(const Instant&, const Instant&) = default;

private:
    Time time_{};
};

}  // namespace base
