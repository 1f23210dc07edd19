#include "rules/reward.h"

namespace rules {
namespace {

__extension__ using Wide = __int128;
constexpr std::int64_t ten_thousand = 10'000;

// coefficient × salary in whole đồng; a fraction of a đồng counts as one.
std::int64_t product(const base::Decimal& coefficient, std::int64_t salary)
{
    std::int64_t power = 1;
    for (int i = 0; i < coefficient.scale(); ++i)
        power *= 10;
    const auto exact = static_cast<Wide>(coefficient.coefficient()) * salary;
    return static_cast<std::int64_t>((exact + power - 1) / power);
}

}  // namespace

std::int64_t rounded_reward(std::int64_t raw, domain::Rounding mode)
{
    switch (mode) {
    case domain::Rounding::None:
        return raw;
    case domain::Rounding::Ceil10000:
        return (raw + ten_thousand - 1) / ten_thousand * ten_thousand;
    case domain::Rounding::HalfUp10000:
        return (raw + ten_thousand / 2) / ten_thousand * ten_thousand;
    }
    return raw;
}

base::Result<Reward> reward_of(const domain::Reference& reference, std::string_view award,
                               domain::Subject subject, const base::Date& decided_on)
{
    const auto* coefficient = reference.coefficient(award, subject, decided_on);
    if (coefficient == nullptr)
        return base::invalid(
            {"Dữ liệu tham chiếu chưa có hệ số tiền thưởng của hình thức này tại ngày {}. Hãy chọn ngày "
             "khác, hoặc "
             "nhờ người quản trị thêm một dòng vào tệp config/reference/reward_coefficients.json.",
             {decided_on.vietnamese()}},
            "date");
    const auto* salary = reference.base_salary(decided_on);
    const auto* rounding = reference.rounding(decided_on);
    if (salary == nullptr || rounding == nullptr)
        return base::invalid({"Dữ liệu tham chiếu chưa có mức lương cơ sở hoặc cách làm tròn tại ngày {}. "
                              "Hãy chọn ngày khác, hoặc "
                              "nhờ người quản trị thêm một dòng vào tệp base_salaries.json hay rounding.json "
                              "trong config/reference.",
                              {decided_on.vietnamese()}},
                             "date");
    Reward reward;
    reward.base_salary = salary->dong;
    reward.coefficient = coefficient->times;
    reward.raw = product(coefficient->times, salary->dong);
    reward.rounding = rounding->mode;
    reward.paid = rounded_reward(reward.raw, rounding->mode);
    reward.source = coefficient->in_force.source;
    return reward;
}

}  // namespace rules
