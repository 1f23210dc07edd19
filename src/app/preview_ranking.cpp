#include "app/preview_ranking.h"

#include "access/permission.h"
#include "app/already_handled.h"
#include "app/publication_repository.h"
#include "app/round_repository.h"
#include "app/save_framework.h"
#include "app/unit_repository.h"
#include "base/digest.h"
#include "base/text.h"
#include "ranking/rank.h"

#include <algorithm>
#include <map>

namespace app {

namespace {

// A peer group's rows in sheet order, and last year's standings of the same group.
struct GroupWork {
    domain::PeerGroup group;
    domain::SheetGroup sheet;
    std::vector<domain::Unit> units;  // of sheet.rows
};

struct LastYear {
    std::optional<domain::Publication> publication;
    std::vector<domain::PublishedStanding> rows;
};

bool chosen(const std::vector<domain::UnitId>& units, domain::UnitId unit)
{
    return std::find(units.begin(), units.end(), unit) != units.end();
}

// The sheet's rows under the register's groups, in the register's order.
base::Result<std::vector<GroupWork>> grouped(Repositories& repositories, const StoredSheet& stored,
                                             const PreviewChoices& choices)
{
    std::map<domain::UnitId, domain::Unit> units;
    for (auto& unit : repositories.units().all())
        units.emplace(unit.id, std::move(unit));
    std::vector<GroupWork> work;
    for (const auto& group : repositories.units().groups()) {
        work.emplace_back();
        work.back().group = group;
        work.back().sheet.name = group.name;
    }
    for (std::size_t g = 0; g < stored.sheet.groups.size(); ++g) {
        const auto& group = stored.sheet.groups[g];
        for (std::size_t r = 0; r < group.rows.size(); ++r) {
            const auto unit = units.find(stored.units[g][r]);
            if (unit == units.end())
                return base::not_found("Một đơn vị trong bảng số liệu không còn trong danh mục.");
            const auto place = std::find_if(work.begin(), work.end(), [&](const GroupWork& each) {
                return each.group.id == unit->second.group;
            });
            if (place == work.end())
                return base::invalid(
                    {"Đơn vị “{}” chưa thuộc khối nào. Hãy xếp đơn vị vào một khối trước khi xếp hạng.",
                     {unit->second.official_name}});
            auto row = group.rows[r];
            row.unit = unit->second.official_name;
            row.key = unit->second.id.text();
            if (choices.unranked) {
                row.unranked = chosen(*choices.unranked, unit->second.id);
                row.place.clear();  // the officer's word counts, not the printed one
            }
            if (place->sheet.sheet.empty()) place->sheet.sheet = group.sheet;
            place->sheet.rows.push_back(std::move(row));
            place->units.push_back(unit->second);
        }
    }
    std::erase_if(work, [](const GroupWork& each) { return each.sheet.rows.empty(); });
    return work;
}

// A remark such as "Hạng đã công bố; điểm minh họa" marks made-up values; where it speaks of the areas only
// ("điểm từng lĩnh vực minh họa"), the index itself was published.
void mark_made_up(domain::PublishedStanding& row, const std::string& note)
{
    row.note = note;
    for (const auto& clause : base::split(note, ';')) {
        const auto words = base::folded(clause);
        if (words.find("minh hoa") == std::string::npos) continue;
        row.parts_illustrative = true;
        if (words.find("linh vuc") == std::string::npos && words.find("thanh phan") == std::string::npos)
            row.illustrative = true;
    }
}

std::vector<domain::GroupStandings> last_standings(const LastYear& last, domain::PeerGroupId group,
                                                   const std::string& name)
{
    if (!last.publication) return {};
    domain::GroupStandings standings;
    standings.name = name;
    for (const auto& row : last.rows)
        if (row.group == group) standings.standings.push_back(row.standing);
    return {std::move(standings)};
}

class Draft {
public:
    Draft(Repositories& repositories, RankingPreview& preview, const LastYear& last)
        : repositories_(repositories), preview_(preview), last_(last)
    {
    }

    void add(const GroupWork& work)
    {
        const auto stored = framework_in_force(repositories_, work.group.id, preview_.round.year);
        domain::PublishedGroup group;
        group.id = work.group.id;
        group.framework_id = stored.id;
        group.framework_version = stored.version;
        group.criteria = stored.criteria;
        group.framework = stored.framework;
        const auto* before = last_.publication ? last_.publication->group(work.group.id) : nullptr;
        if (before) {
            group.previous_mean = before->summary.mean;
            group.framework_changed =
                !comparable(stored.criteria, stored.framework, before->criteria, before->framework);
        }
        auto ranking = ranking::rank({&work.sheet, 1}, stored.framework,
                                     last_standings(last_, work.group.id, work.group.name),
                                     {.framework_changed = group.framework_changed});
        preview_.issues.insert(preview_.issues.end(), ranking.issues.begin(), ranking.issues.end());
        if (ranking.groups.empty()) return;
        auto standings = std::move(ranking.groups.front().standings);
        group.summary = std::move(ranking.groups.front());
        group.summary.standings.clear();
        group.summary.name = work.group.name;
        group.units = static_cast<int>(standings.size());
        group.ranked = static_cast<int>(std::count_if(
            standings.begin(), standings.end(), [](const auto& each) { return each.place.has_value(); }));
        add_rows(work, std::move(standings));
        preview_.draft.groups.push_back(std::move(group));
    }

private:
    void add_rows(const GroupWork& work, std::vector<domain::Standing> standings)
    {
        int position = 0;
        for (auto& standing : standings) {
            // A sheet row is one unit; the ranking keeps its address.
            const auto row = std::find_if(work.sheet.rows.begin(), work.sheet.rows.end(),
                                          [&](const domain::SheetRow& each) {
                                              return each.row == standing.row && each.sheet == standing.sheet;
                                          });
            if (row == work.sheet.rows.end()) continue;
            const auto& unit = work.units[static_cast<std::size_t>(row - work.sheet.rows.begin())];
            domain::PublishedStanding published;
            published.unit = unit.id;
            published.code = unit.code;
            published.group = work.group.id;
            published.position = ++position;
            published.standing = std::move(standing);
            mark_made_up(published, row->note);
            preview_.rows.push_back(std::move(published));
        }
    }

    Repositories& repositories_;
    RankingPreview& preview_;
    const LastYear& last_;
};

base::Result<Upload> upload_to_rank(Repositories& repositories, domain::RoundId round, domain::UploadId asked)
{
    const auto newest = repositories.uploads().latest_stored(round);
    if (!newest) return base::invalid("Đợt này chưa có số liệu. Hãy nhập bảng kết quả trước khi xếp hạng.");
    if (asked && asked != newest->id)
        return already_handled(newest->decided_by_name, newest->decided_at.value_or(newest->uploaded_at));
    return *newest;
}

LastYear last_year_of(Repositories& repositories, int year)
{
    LastYear last;
    last.publication = repositories.publications().current_of_year(year - 1);
    if (last.publication) last.rows = repositories.publications().standings(last.publication->id);
    return last;
}

}  // namespace

bool RankingPreview::blocked() const
{
    return std::any_of(issues.begin(), issues.end(), [](const domain::SheetIssue& issue) {
        return issue.severity == domain::Severity::Error;
    });
}

base::Result<RankingPreview> preview_ranking(Repositories& repositories, const Actor& actor,
                                             domain::RoundId round, const PreviewChoices& choices)
{
    if (!rights::allowed(actor.user, rights::Permission::PublishRanking))
        return base::forbidden("Bạn không có quyền xếp hạng và công bố kết quả.");
    const auto found = repositories.rounds().find(round);
    if (!found) return base::not_found("Không tìm thấy đợt khen thưởng này.");
    auto upload = upload_to_rank(repositories, round, choices.upload);
    if (!upload) return upload.error();

    RankingPreview preview;
    preview.round = *found;
    preview.upload = std::move(*upload);
    preview.current = repositories.publications().current(round);
    const auto work = grouped(repositories, repositories.uploads().stored_sheet(preview.upload.id), choices);
    if (!work) return work.error();

    auto last = last_year_of(repositories, preview.round.year);
    auto& draft = preview.draft;
    draft.round = round;
    draft.year = preview.round.year;
    draft.upload = preview.upload.id;
    draft.file_name = preview.upload.file_name;
    draft.file_hash = preview.upload.sha256;
    if (preview.current) draft.replaces = preview.current->id;
    if (last.publication) draft.compared_with = last.publication->id;
    Draft frozen(repositories, preview, last);
    for (const auto& group : *work)
        frozen.add(group);
    preview.last_year = std::move(last.publication);
    preview.fingerprint = base::sha256_hex(domain::canonical_snapshot(draft, preview.rows));
    return preview;
}

}  // namespace app
