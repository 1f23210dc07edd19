#include "app/save_framework.h"

#include "access/permission.h"
#include "app/already_handled.h"
#include "app/audit_trail.h"
#include "app/unit_repository.h"
#include "base/text.h"
#include "domain/framework_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace app {

namespace {

constexpr int most_decimals = 4;
constexpr std::size_t longest_criteria = 400;
constexpr std::size_t longest_band = 60;

std::string numbered(const char* field, std::size_t index)
{
    return field + std::to_string(index + 1);
}

void check_bands(const domain::Framework& framework, std::vector<base::Error>& faults)
{
    const auto& bands = framework.bands;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        if (bands[i].name.empty() || base::length(bands[i].name) > longest_band)
            faults.push_back(
                base::invalid("Tên mức xếp loại phải có từ 1 đến 60 ký tự.", numbered("band_name_", i)));
        if (bands[i].from.negative())
            faults.push_back(
                base::invalid("Mức điểm bắt đầu không được nhỏ hơn 0.", numbered("band_from_", i)));
        for (std::size_t j = 0; j < i; ++j) {
            if (base::lowered(bands[j].name) == base::lowered(bands[i].name))
                faults.push_back(base::invalid({"Mức “{}” được ghi hai lần.", {bands[i].name}},
                                               numbered("band_name_", i)));
            if (bands[j].from == bands[i].from)
                faults.push_back(base::invalid(
                    {"Hai mức “{}” và “{}” bắt đầu từ cùng một điểm.", {bands[j].name, bands[i].name}},
                    numbered("band_from_", i)));
        }
    }
}

std::string audited(const std::string& criteria, const domain::Framework& framework)
{
    nlohmann::ordered_json json;
    json["criteria"] = criteria;
    json["framework"] = nlohmann::ordered_json::parse(domain::framework_json(framework));
    return json.dump();
}

}  // namespace

StoredFramework framework_in_force(Repositories& repositories, domain::PeerGroupId group, int year)
{
    if (auto stored = repositories.frameworks().latest(group, year)) return *stored;
    StoredFramework plain;
    plain.group = group;
    plain.year = year;
    return plain;
}

bool comparable(const std::string& criteria, const domain::Framework& framework,
                const std::string& other_criteria, const domain::Framework& other)
{
    return base::folded(criteria) == base::folded(other_criteria) && framework.basis == other.basis &&
           framework.decimals == other.decimals && framework.rank_on == other.rank_on &&
           framework.ties == other.ties && framework.bonus_cap == other.bonus_cap &&
           framework.penalty_cap == other.penalty_cap;
}

base::Result<FrameworkDraft> framework_draft(Repositories& repositories, const Actor& actor,
                                             domain::PeerGroupId group, int year)
{
    if (!rights::allowed(actor.user, rights::Permission::ViewResults))
        return base::forbidden("Bạn không có quyền xem cách chấm điểm.");
    if (!repositories.units().group(group)) return base::not_found("Không tìm thấy khối này.");

    FrameworkDraft draft;
    draft.stored = framework_in_force(repositories, group, year);
    draft.versions = repositories.frameworks().versions(group, year);
    if (draft.stored.version > 0) return draft;
    for (const int earlier : repositories.frameworks().years()) {
        if (earlier >= year) continue;
        const auto last = repositories.frameworks().latest(group, earlier);
        if (!last) continue;
        draft.stored.criteria = last->criteria;
        draft.stored.framework = last->framework;
        draft.copied_from_year = earlier;
        break;
    }
    return draft;
}

std::vector<base::Error> framework_faults(const FrameworkChange& change)
{
    std::vector<base::Error> faults;
    const auto& framework = change.framework;
    if (base::length(change.criteria) > longest_criteria)
        faults.push_back(base::invalid("Tên bộ tiêu chí không được dài quá 400 ký tự.", "criteria"));
    if (framework.decimals < 0 || framework.decimals > most_decimals)
        faults.push_back(base::invalid("Số chữ số thập phân phải từ 0 đến 4.", "decimals"));
    if (framework.bonus_cap && framework.bonus_cap->negative())
        faults.push_back(base::invalid("Mức trần điểm thưởng không được nhỏ hơn 0.", "bonus_cap"));
    if (framework.penalty_cap && framework.penalty_cap->negative())
        faults.push_back(base::invalid("Mức trần điểm trừ không được nhỏ hơn 0.", "penalty_cap"));
    check_bands(framework, faults);
    return faults;
}

base::Result<domain::FrameworkId> save_framework(Repositories& repositories, const Actor& actor,
                                                 FrameworkChange change)
{
    if (!rights::allowed(actor.user, rights::Permission::ManageUnits))
        return base::forbidden("Bạn không có quyền sửa cách chấm điểm.");
    const auto group = repositories.units().group(change.group);
    if (!group) return base::not_found("Không tìm thấy khối này.");
    if (change.year < 1990 || change.year > 2100) return base::invalid("Năm không hợp lệ.", "year");

    change.criteria = base::tidy(change.criteria);
    std::sort(change.framework.bands.begin(), change.framework.bands.end(),
              [](const domain::Band& a, const domain::Band& b) { return a.from > b.from; });
    if (const auto faults = framework_faults(change); !faults.empty()) return faults.front();

    const auto latest = repositories.frameworks().latest(change.group, change.year);
    if (latest && latest->version != change.seen_version)
        return already_handled(latest->saved_by_name, latest->saved_at);
    if (latest && latest->criteria == change.criteria && latest->framework == change.framework)
        return latest->id;

    StoredFramework next;
    next.group = change.group;
    next.year = change.year;
    next.version = change.seen_version + 1;
    next.criteria = change.criteria;
    next.framework = change.framework;
    next.saved_by = actor.user.id;
    next.saved_at = actor.now;
    const auto id = repositories.frameworks().add(next);
    if (!id) return id;
    repositories.audit().append(
        actor, {.stream = "framework/" + change.group.text() + "/" + std::to_string(change.year),
                .action = "framework.saved",
                .subject = group->name + " " + std::to_string(change.year),
                .before = latest ? audited(latest->criteria, latest->framework) : std::string(),
                .after = audited(next.criteria, next.framework),
                .reason = {}});
    return id;
}

}  // namespace app
