#include "app/correct_publication.h"

#include "access/permission.h"
#include "app/already_handled.h"
#include "app/publication_repository.h"
#include "base/text.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t longest_reason = 1000;

bool same(const domain::PublishedStanding& a, const domain::PublishedStanding& b)
{
    const auto& left = a.standing;
    const auto& right = b.standing;
    return a.group == b.group && left.place == right.place && left.index == right.index &&
           left.band == right.band && left.change == right.change &&
           left.change_places == right.change_places && left.parts == right.parts;
}

const domain::PublishedStanding* row_of(const std::vector<domain::PublishedStanding>& rows,
                                        domain::UnitId unit)
{
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.unit == unit; });
    return found == rows.end() ? nullptr : &*found;
}

StandingDifference difference_of(const domain::Publication& publication, const domain::PublishedStanding& row)
{
    StandingDifference difference;
    difference.unit = row.unit;
    difference.name = row.standing.unit;
    if (const auto* group = publication.group(row.group)) {
        difference.group = group->name();
        difference.decimals = group->summary.decimals;
    }
    return difference;
}

bool same_decision(const domain::Publication& old, const PublishOrder& order)
{
    return old.decision_number == base::tidy(order.decision_number) &&
           old.decision_date == order.decision_date && old.conference_date == order.conference_date;
}

bool same_statistics(const domain::Publication& a, const domain::Publication& b)
{
    return std::equal(a.groups.begin(), a.groups.end(), b.groups.begin(), b.groups.end(),
                      [](const domain::PublishedGroup& left, const domain::PublishedGroup& right) {
                          return left.id == right.id && left.framework == right.framework &&
                                 left.criteria == right.criteria && left.units == right.units;
                      });
}

}  // namespace

std::vector<StandingDifference> differences(const domain::Publication& before,
                                            const std::vector<domain::PublishedStanding>& before_rows,
                                            const domain::Publication& after,
                                            const std::vector<domain::PublishedStanding>& after_rows)
{
    std::vector<StandingDifference> found;
    for (const auto& row : after_rows) {
        const auto* old = row_of(before_rows, row.unit);
        if (old && same(*old, row)) continue;
        auto difference = difference_of(after, row);
        difference.after = row;
        if (old) difference.before = *old;
        found.push_back(std::move(difference));
    }
    for (const auto& row : before_rows) {
        if (row_of(after_rows, row.unit)) continue;
        auto difference = difference_of(before, row);
        difference.before = row;
        found.push_back(std::move(difference));
    }
    return found;
}

base::Result<std::vector<StandingDifference>> corrected_rows(Repositories& repositories, const Actor& actor,
                                                             const domain::Publication& correction)
{
    if (!rights::allowed(actor.user, rights::Permission::ViewResults))
        return base::forbidden("Bạn không có quyền xem kết quả xếp hạng.");
    if (!correction.replaces) return std::vector<StandingDifference>{};
    const auto old = repositories.publications().find(*correction.replaces);
    if (!old) return base::not_found("Không tìm thấy bản công bố cần đính chính.");
    return differences(*old, repositories.publications().standings(old->id), correction,
                       repositories.publications().standings(correction.id));
}

base::Result<domain::PublicationId> correct_publication(Repositories& repositories, const Actor& actor,
                                                        const CorrectionOrder& order)
{
    const auto reason = base::tidy(order.reason);
    if (reason.empty()) return base::invalid("Hãy ghi lý do đính chính.", "reason");
    if (base::length(reason) > longest_reason)
        return base::invalid("Lý do đính chính không được dài quá 1.000 ký tự.", "reason");
    auto preview = confirmed_preview(repositories, actor, order.publish);
    if (!preview) return preview.error();
    if (!preview->current) return base::not_found("Không tìm thấy bản công bố cần đính chính.");
    const auto& old = *preview->current;
    if (old.id != order.replaces) return already_handled(old.published_by_name, old.published_at);
    if (same_decision(old, order.publish) && same_statistics(old, preview->draft) &&
        differences(old, repositories.publications().standings(old.id), preview->draft, preview->rows)
            .empty())
        return base::invalid("Không có gì khác với bản đã công bố, nên không cần đính chính.");
    return freeze_preview(repositories, actor, order.publish, std::move(*preview), reason);
}

}  // namespace app
