#include "app/nominee_checks.h"

#include "app/record_repository.h"
#include "base/text.h"

#include <algorithm>

namespace app {
namespace {

using Found = NomineeCheck::Found;

// Law on Emulation and Commendation 06/2022/QH15, article 5: the same achievement is not rewarded twice.
constexpr std::string_view one_achievement = "Luật Thi đua, khen thưởng, Điều 5";

NomineeCheck check_of(const domain::Criterion& criterion)
{
    const auto found = !criterion.met ? Found::Unknown : *criterion.met ? Found::Good : Found::Unmet;
    return {found, {}, {}, criterion.article, criterion.evidence, criterion};
}

NomineeCheck standing_check(const domain::Nominee& nominee)
{
    NomineeCheck check{Found::Good, "Kết quả của đơn vị", {}, {}, nominee.group};
    if (nominee.place && nominee.index)
        check.seen = {"{}: hạng {} / {}, {} điểm",
                      {nominee.unit_name, std::to_string(*nominee.place),
                       std::to_string(nominee.ranked.value_or(0)),
                       nominee.index->vietnamese(std::max(2, nominee.index->scale()))}};
    else if (nominee.index)
        check.seen = {"{} được chấm điểm, không xếp hạng", {nominee.unit_name}};
    else
        check = {
            Found::Unknown, "Kết quả của đơn vị", {"chưa có kết quả của {}", {nominee.unit_name}}, {}, {}};
    return check;
}

NomineeCheck earlier_awards(Repositories& repositories, const domain::Round& round,
                            const domain::Nominee& nominee)
{
    const auto records = nominee.person ? repositories.records().of_person(*nominee.person)
                                        : repositories.records().of_collective(nominee.unit, round.year);
    for (const auto& record : records) {
        if (record.year != round.year || record.kind != nominee.kind) continue;
        return {Found::Warning,
                "Khen thưởng cùng thành tích",
                {"đã nhận {} cho kết quả năm {}", {record.award_short_name, std::to_string(record.year)}},
                std::string(one_achievement),
                record.number.text()};
    }
    return {Found::Good,
            "Khen thưởng cùng thành tích",
            {"chưa có khen thưởng cho kết quả năm {}", {std::to_string(round.year)}},
            std::string(one_achievement),
            {}};
}

NomineeCheck namesake_check(const domain::Nominee& nominee, const std::vector<domain::Nominee>& nominees)
{
    const auto folded = base::folded(nominee.person_name);
    for (const auto& other : nominees)
        if (other.id != nominee.id && other.person && base::folded(other.person_name) == folded)
            return {Found::Warning,
                    "Trùng tên trong hồ sơ",
                    {"cùng tên với người của {}; hãy chắc chắn là hai người khác nhau", {other.unit_name}},
                    {},
                    {}};
    return {Found::Good, "Trùng tên trong hồ sơ", "không trùng với ai", {}, {}};
}

}  // namespace

NomineeChecks nominee_checks(Repositories& repositories, const domain::Dossier& dossier,
                             const domain::Round& round, const std::vector<domain::Nominee>& nominees)
{
    NomineeChecks checks;
    for (const auto& nominee : nominees) {
        if (nominee.empty()) continue;
        auto& found = checks[nominee.id];
        for (const auto& criterion : nominee.verdict.criteria)
            found.push_back(check_of(criterion));
        if (nominee.source == domain::NomineeSource::Place) found.push_back(standing_check(nominee));
        if (nominee.person) found.push_back(namesake_check(nominee, nominees));
        // Once decided, its own record is what would be found.
        if (dossier.state != domain::DossierState::Decided)
            found.push_back(earlier_awards(repositories, round, nominee));
    }
    return checks;
}

CheckCount count_checks(const std::vector<NomineeCheck>& checks)
{
    CheckCount count;
    for (const auto& check : checks) {
        if (check.found == Found::Good) ++count.good;
        if (check.found == Found::Warning) ++count.warnings;
        if (check.found == Found::Unmet) ++count.unmet;
        if (check.found == Found::Unknown) ++count.unknown;
    }
    return count;
}

}  // namespace app
