#include "app/create_dossier.h"

#include "access/permission.h"
#include "app/audit_trail.h"
#include "app/dossier_repository.h"
#include "app/dossier_texts.h"
#include "app/nominee_repository.h"
#include "app/round_repository.h"
#include "app/run_repository.h"
#include "app/unit_repository.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace app {
namespace {

base::Result<domain::Unit> unit_called(Repositories& repositories, const std::string& name)
{
    auto found = repositories.units().named(name);
    if (found.size() > 1)
        std::erase_if(found, [&](const domain::Unit& unit) { return unit.official_name != name; });
    if (found.size() != 1)
        return base::invalid({"Đơn vị “{}” chưa có hoặc bị trùng tên trong danh mục đơn vị.", {name}});
    return found.front();
}

// Where the run saw the unit: group, place, index.
struct Seen {
    const domain::GroupStandings* group = nullptr;
    const domain::Standing* standing = nullptr;
};

Seen seen_in(const std::optional<ProposalRun>& run, const std::string& unit)
{
    if (run)
        for (const auto& group : run->standings)
            for (const auto& standing : group.standings)
                if (standing.unit == unit) return {&group, &standing};
    return {};
}

void put_standing(domain::Nominee& nominee, const Seen& seen)
{
    if (!seen.standing) return;
    nominee.group = seen.group->name;
    nominee.place = seen.standing->place;
    nominee.index = seen.standing->index;
    nominee.ranked = static_cast<int>(
        std::count_if(seen.group->standings.begin(), seen.group->standings.end(),
                      [](const domain::Standing& standing) { return standing.place.has_value(); }));
}

class Builder {
public:
    Builder(Repositories& repositories, const Actor& actor, domain::DossierId dossier,
            const std::optional<ProposalRun>& run)
        : repositories_(repositories), actor_(actor), dossier_(dossier), run_(run)
    {
    }

    base::Result<void> add(const domain::Proposal& proposal)
    {
        auto nominee = started(proposal.award, proposal.kind, proposal.recipient, domain::NomineeSource::Run);
        if (!nominee) return nominee.error();
        nominee->verdict = proposal.verdict;
        nominee->group = proposal.group;
        nominee->place = proposal.place;
        ++collectives_;
        return store(*nominee);
    }

    base::Result<void> add(const domain::IndividualPlace& place)
    {
        for (int i = 0; i < place.count; ++i) {
            auto nominee = started(place.award, domain::RecipientKind::Individual, place.unit,
                                   domain::NomineeSource::Place);
            if (!nominee) return nominee.error();
            if (nominee->group.empty()) nominee->group = place.group;
            ++places_;
            if (auto stored = store(*nominee); !stored) return stored;
        }
        return {};
    }

    [[nodiscard]] int collectives() const { return collectives_; }
    [[nodiscard]] int places() const { return places_; }

private:
    base::Result<domain::Nominee> started(const std::string& award, domain::RecipientKind kind,
                                          const std::string& unit_name, domain::NomineeSource source)
    {
        const auto unit = unit_called(repositories_, unit_name);
        if (!unit) return unit.error();
        domain::Nominee nominee;
        nominee.dossier = dossier_;
        nominee.award = award;
        nominee.kind = kind;
        nominee.source = source;
        nominee.unit = unit->id;
        nominee.unit_name = unit->official_name;
        nominee.added_by = actor_.user.id;
        nominee.added_by_name = actor_.user.name;
        nominee.added_at = actor_.now;
        nominee.position = next_position(award, kind);
        put_standing(nominee, seen_in(run_, unit_name));
        return nominee;
    }

    base::Result<void> store(const domain::Nominee& nominee)
    {
        const auto id = repositories_.nominees().add(nominee);
        if (!id) return id.error();
        return {};
    }

    int next_position(const std::string& award, domain::RecipientKind kind)
    {
        const auto order = static_cast<int>(award_order_.emplace(award, award_order_.size()).first->second);
        return first_position(order, kind) + used_[{order, kind}]++;
    }

    Repositories& repositories_;
    const Actor& actor_;
    domain::DossierId dossier_;
    const std::optional<ProposalRun>& run_;
    std::map<std::string, std::size_t> award_order_;
    std::map<std::pair<int, domain::RecipientKind>, int> used_;
    int collectives_ = 0;
    int places_ = 0;
};

base::Result<std::optional<ProposalRun>> run_of(Repositories& repositories, const DossierDraft& draft)
{
    if (!draft.run) return std::optional<ProposalRun>();
    auto run = repositories.runs().find(*draft.run);
    if (!run || run->round != draft.round) return base::not_found("Không tìm thấy lần chạy đề xuất này.");
    for (const auto& other : repositories.dossiers().list({.run = draft.run}))
        if (other.state != domain::DossierState::Rejected && other.state != domain::DossierState::Withdrawn)
            return base::conflict({"Lần chạy này đã được lập thành hồ sơ {} lúc {}.",
                                   {other.code(), other.created_at.vietnamese()}});
    return run;
}

domain::Dossier started(const Actor& actor, const DossierDraft& draft, const domain::Round& round)
{
    domain::Dossier dossier;
    dossier.round = draft.round;
    dossier.run = draft.run;
    dossier.title = base::tidy(draft.title.empty() ? round.title : draft.title);
    dossier.default_citation =
        base::tidy(draft.default_citation.empty() ? round.default_citation : draft.default_citation);
    dossier.created_by = actor.user.id;
    dossier.created_at = actor.now;
    dossier.changed_by = actor.user.id;
    dossier.changed_by_name = actor.user.name;
    dossier.changed_at = actor.now;
    dossier.state_since = actor.now;
    return dossier;
}

}  // namespace

base::Result<domain::DossierId> create_dossier(Repositories& repositories, const Actor& actor,
                                               const DossierDraft& draft)
{
    if (!rights::allowed(actor.user, rights::Permission::Nominate))
        return base::forbidden("Bạn không có quyền lập hồ sơ đề nghị khen thưởng.");
    const auto round = repositories.rounds().find(draft.round);
    if (!round) return base::not_found("Không tìm thấy đợt khen thưởng này.");
    if (!round->open) return base::conflict("Đợt khen thưởng này đã đóng, không lập thêm hồ sơ được.");
    const auto run = run_of(repositories, draft);
    if (!run) return run.error();

    const auto dossier = started(actor, draft, *round);
    if (const auto fault = dossier_text_fault(dossier)) return *fault;
    const auto id = repositories.dossiers().add(dossier);
    if (!id) return id;

    Builder builder(repositories, actor, *id, *run);
    for (const auto& proposal : draft.proposals)
        if (auto added = builder.add(proposal); !added) return added.error();
    for (const auto& place : draft.places)
        if (auto added = builder.add(place); !added) return added.error();

    nlohmann::ordered_json after{{"title", dossier.title},
                                 {"collectives", builder.collectives()},
                                 {"individual_places", builder.places()}};
    if (draft.run) after["run"] = draft.run->value;
    repositories.audit().append(actor, {.stream = dossier_stream(*id),
                                        .action = "dossier.created",
                                        .subject = dossier.title,
                                        .before = {},
                                        .after = after.dump(),
                                        .reason = {}});
    return id;
}

}  // namespace app
