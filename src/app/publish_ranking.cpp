#include "app/publish_ranking.h"

#include "app/already_handled.h"
#include "app/audit_trail.h"
#include "app/publication_repository.h"
#include "base/digest.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

namespace app {

namespace {

constexpr std::size_t longest_number = 60;

// The snapshot itself stays in its own tables; the audit says which one and what it held.
std::string audited(const domain::Publication& publication)
{
    nlohmann::ordered_json json;
    json["publication"] = publication.id.value;
    json["round"] = publication.round.value;
    json["year"] = publication.year;
    json["decision_number"] = publication.decision_number;
    json["decision_date"] = publication.decision_date.iso();
    json["file_hash"] = publication.file_hash;
    json["snapshot_hash"] = publication.snapshot_hash;
    if (publication.replaces) json["replaces"] = publication.replaces->value;
    auto units = nlohmann::ordered_json::object();
    for (const auto& group : publication.groups)
        units[group.name()] = group.units;
    json["units"] = std::move(units);
    return json.dump();
}

}  // namespace

std::vector<base::Error> decision_faults(const PublishOrder& order, const base::Date& today)
{
    std::vector<base::Error> faults;
    if (base::tidy(order.decision_number).empty())
        faults.push_back(base::invalid("Hãy ghi số quyết định công bố kết quả.", "decision_number"));
    else if (base::length(order.decision_number) > longest_number)
        faults.push_back(base::invalid("Số quyết định không được dài quá 60 ký tự.", "decision_number"));
    if (!order.decision_date || !order.decision_date->valid())
        faults.push_back(base::invalid("Hãy ghi ngày ký quyết định, ví dụ 30/03/2022.", "decision_date"));
    else if (*order.decision_date > today)
        faults.push_back(base::invalid("Ngày ký quyết định không được ở tương lai.", "decision_date"));
    if (order.conference_date && !order.conference_date->valid())
        faults.push_back(base::invalid("Ngày hội nghị không đúng, ví dụ 30/03/2022.", "conference_date"));
    return faults;
}

base::Result<RankingPreview> confirmed_preview(Repositories& repositories, const Actor& actor,
                                               const PublishOrder& order)
{
    auto preview = preview_ranking(repositories, actor, order.round, order.choices);
    if (!preview) return preview;
    if (!preview->round.open)
        return base::conflict("Đợt khen thưởng này đã đóng, không công bố thêm kết quả được.");
    if (const auto faults = decision_faults(order, actor.now.date()); !faults.empty()) return faults.front();
    if (preview->blocked())
        return base::invalid("Bảng số liệu còn lỗi. Hãy sửa và nhập lại trước khi công bố.");
    if (preview->rows.empty()) return base::invalid("Chưa có đơn vị nào để công bố.");
    if (preview->fingerprint != order.seen)
        return base::conflict(
            "Số liệu đã thay đổi từ lúc bạn xem trước. Hãy xem lại bảng xếp hạng rồi công bố.");
    return preview;
}

base::Result<domain::PublicationId> freeze_preview(Repositories& repositories, const Actor& actor,
                                                   const PublishOrder& order, RankingPreview preview,
                                                   const std::string& reason)
{
    auto& publication = preview.draft;
    publication.decision_number = base::tidy(order.decision_number);
    publication.decision_date = *order.decision_date;
    publication.conference_date = order.conference_date;
    publication.published_by = actor.user.id;
    publication.published_at = actor.now;
    publication.reason = reason;
    publication.snapshot_hash = base::sha256_hex(domain::canonical_snapshot(publication, preview.rows));
    const auto id = repositories.publications().freeze(publication, preview.rows);
    if (!id) return id;
    publication.id = *id;
    repositories.audit().append(
        actor, {.stream = "publication/" + id->text(),
                .action = publication.replaces ? "publication.corrected" : "publication.published",
                .subject = preview.round.title + " (" + publication.decision_number + ")",
                .before = preview.current ? audited(*preview.current) : std::string(),
                .after = audited(publication),
                .reason = reason});
    return id;
}

base::Result<domain::PublicationId> publish_ranking(Repositories& repositories, const Actor& actor,
                                                    const PublishOrder& order)
{
    auto preview = confirmed_preview(repositories, actor, order);
    if (!preview) return preview.error();
    if (preview->current)
        return already_handled(preview->current->published_by_name, preview->current->published_at);
    return freeze_preview(repositories, actor, order, std::move(*preview), {});
}

}  // namespace app
