#include "app/manage_rounds.h"

#include "access/permission.h"
#include "app/audit_changes.h"
#include "app/publication_repository.h"
#include "app/round_repository.h"
#include "base/text.h"

namespace app {
namespace {

base::Result<void> may(const Actor& actor)
{
    if (rights::allowed(actor.user, rights::Permission::ManageUnits)) return {};
    return base::forbidden("Bạn chưa được giao việc quản lý đợt khen thưởng. Hãy liên hệ người quản trị.");
}

base::Result<void> check_round(domain::Round& round, const base::Date& today)
{
    round.title = base::tidy(round.title);
    round.default_citation = base::tidy(round.default_citation);
    if (base::folded(round.title).empty()) return base::invalid("Hãy nhập tên đợt khen thưởng.", "title");
    if (base::length(round.title) > 300)
        return base::invalid({"Nội dung này dài nhất {} ký tự.", {"300"}}, "title");
    if (round.year < 2000 || round.year > today.year() + 1)
        return base::invalid({"Năm của kết quả từ {} đến {}.", {"2000", std::to_string(today.year() + 1)}},
                             "year");
    if (round.default_citation.empty())
        return base::invalid("Hãy nhập thành tích chung: in cho người không có thành tích riêng.",
                             "default_citation");
    if (base::length(round.default_citation) > 1000)
        return base::invalid({"Nội dung này dài nhất {} ký tự.", {"1000"}}, "default_citation");
    return {};
}

nlohmann::json described(const domain::Round& round)
{
    return {{"title", round.title},
            {"year", std::to_string(round.year)},
            {"default_citation", round.default_citation},
            {"conference_date", round.conference_date ? round.conference_date->iso() : std::string()},
            {"open", round.open}};
}

}  // namespace

base::Result<domain::RoundId> add_round(Repositories& repositories, const Actor& actor, domain::Round round)
{
    if (const auto allowed = may(actor); !allowed) return allowed.error();
    if (const auto checked = check_round(round, actor.now.date()); !checked) return checked.error();
    const auto id = repositories.rounds().add(actor, round);
    if (!id) return id;
    repositories.audit().append(actor, audit_change("round/" + id->text(), "round.added", round.title,
                                                    nlohmann::json::object(), described(round)));
    return id;
}

base::Result<void> change_round(Repositories& repositories, const Actor& actor, domain::Round round)
{
    if (const auto allowed = may(actor); !allowed) return allowed;
    if (const auto checked = check_round(round, actor.now.date()); !checked) return checked;
    const auto before = repositories.rounds().find(round.id);
    if (!before) return base::not_found("Không tìm thấy đợt khen thưởng này.");
    if (before->year != round.year && repositories.publications().current(round.id))
        return base::invalid("Đợt này đã công bố xếp hạng nên không đổi năm được nữa.", "year");
    if (const auto saved = repositories.rounds().save(actor, round); !saved) return saved;
    repositories.audit().append(actor, audit_change("round/" + round.id.text(), "round.changed", round.title,
                                                    described(*before), described(round)));
    return {};
}

}  // namespace app
