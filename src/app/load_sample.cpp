#include "app/load_sample.h"

#include "app/create_dossier.h"
#include "app/decision_repository.h"
#include "app/dossier_repository.h"
#include "app/dossier_steps.h"
#include "app/import_sheet.h"
#include "app/import_store.h"
#include "app/issue_decision.h"
#include "app/manage_office.h"
#include "app/manage_rounds.h"
#include "app/manage_units.h"
#include "app/manage_users.h"
#include "app/nominee_repository.h"
#include "app/number_decision.h"
#include "app/office_repository.h"
#include "app/paste_individuals.h"
#include "app/preview_ranking.h"
#include "app/publish_ranking.h"
#include "app/record_verdicts.h"
#include "app/round_repository.h"
#include "app/run_proposals.h"
#include "app/run_repository.h"
#include "app/save_framework.h"
#include "app/save_rule_set.h"
#include "app/system_actor.h"
#include "app/unit_repository.h"
#include "app/user_repository.h"

#include <algorithm>
#include <map>

namespace app {
namespace {

constexpr const char* request_id = "demo";

// One load: the repositories of its transaction, the people who act, and what earlier steps made.
class Loading {
public:
    Loading(Repositories& repositories, base::Instant now, const domain::Reference& reference,
            const SampleProvince& province)
        : repositories_(repositories), now_(now), reference_(reference), province_(province)
    {
    }

    base::Result<void> until(SampleStage stage, const std::vector<GivenPassword>& passwords)
    {
        using Step = base::Result<void> (Loading::*)();
        if (auto done = register_everything(passwords); !done) return done;
        const std::pair<SampleStage, Step> steps[] = {{SampleStage::Published, &Loading::publish_both_years},
                                                      {SampleStage::Proposed, &Loading::propose},
                                                      {SampleStage::Submitted, &Loading::submit},
                                                      {SampleStage::Decided, &Loading::approve},
                                                      {SampleStage::Decided, &Loading::decide}};
        for (const auto& [reached, step] : steps) {
            if (reached > stage) break;
            if (auto done = (this->*step)(); !done) return done;
        }
        return {};
    }

private:
    [[nodiscard]] Actor system() const { return system_actor(now_, request_id); }

    // The sample's user who holds the role for the province. Each act is a moment after the one before it.
    [[nodiscard]] Actor as(domain::Role role)
    {
        now_ = now_.plus(std::chrono::milliseconds(1));
        return {users_.at(role), now_, request_id};
    }

    base::Result<void> register_everything(const std::vector<GivenPassword>& passwords)
    {
        auto office = province_.office;
        office.illustrative = true;
        office.version = 0;
        if (auto saved = save_office(repositories_, system(), office); !saved) return saved;
        const auto signer = add_signer(repositories_, system(), province_.signer);
        if (!signer) return signer.error();
        signer_ = *signer;
        for (const auto& sample : province_.groups) {
            if (auto added = add_group_with_units(sample); !added) return added;
        }
        for (std::size_t i = 0; i < province_.users.size(); ++i) {
            if (auto added = add_sample_user(province_.users[i], passwords[i]); !added) return added;
        }
        for (const auto& sample : province_.rounds) {
            auto round = sample.round;
            round.illustrative = true;
            const auto id = add_round(repositories_, as(domain::Role::Officer), round);
            if (!id) return id.error();
            rounds_.push_back(*id);
            if (auto saved = save_frameworks(round.year); !saved) return saved;
        }
        return {};
    }

    base::Result<void> add_group_with_units(const SampleGroup& sample)
    {
        const auto group = add_group(repositories_, system(), sample.group);
        if (!group) return group.error();
        groups_.push_back(*group);
        for (auto unit : sample.units) {
            unit.group = *group;
            const auto id = add_unit(repositories_, system(), unit);
            if (!id) return id.error();
            units_.emplace(unit.code, *id);
        }
        return {};
    }

    base::Result<void> add_sample_user(const SampleUser& sample, const GivenPassword& password)
    {
        auto user = sample.user;
        if (!sample.unit_code.empty()) user.unit = units_.at(sample.unit_code);
        for (std::size_t i = 0; i < user.grants.size(); ++i) {
            if (!sample.grant_units[i].empty()) user.grants[i].unit = units_.at(sample.grant_units[i]);
        }
        const auto id = repositories_.users().add(system(), user, password.hash, false);
        if (!id) return id.error();
        user.id = *id;
        users_.emplace(user.grants.front().role, user);
        return {};
    }

    base::Result<void> save_frameworks(int year)
    {
        for (const auto group : groups_) {
            FrameworkChange change;
            change.group = group;
            change.year = year;
            change.framework = province_.rules.framework;
            change.framework.bands = province_.bands;
            const auto saved = save_framework(repositories_, as(domain::Role::Officer), change);
            if (!saved) return saved.error();
        }
        return {};
    }

    base::Result<void> publish_both_years()
    {
        for (std::size_t i = 0; i < province_.rounds.size(); ++i) {
            const auto& sample = province_.rounds[i];
            if (auto stored = import(sample, rounds_[i]); !stored) return stored;
            const auto officer = as(domain::Role::Officer);
            const auto preview = preview_ranking(repositories_, officer, rounds_[i]);
            if (!preview) return preview.error();
            PublishOrder order;
            order.round = rounds_[i];
            order.seen = preview->fingerprint;
            order.decision_number = sample.decision_number;
            order.decision_date = sample.decision_date;
            order.conference_date = sample.round.conference_date;
            if (const auto published = publish_ranking(repositories_, officer, order); !published)
                return published.error();
            // Of the earlier years only the ranking is known.
            const bool goes_on = i + 1 == province_.rounds.size();
            if (auto closed = goes_on ? base::Result<void>() : close(rounds_[i]); !closed) return closed;
        }
        return {};
    }

    base::Result<void> import(const SampleRound& sample, domain::RoundId round)
    {
        const auto officer = as(domain::Role::Officer);
        const auto upload = upload_sheet(repositories_, officer, round, sample.sheet_name, sample.sheet);
        if (!upload) return upload.error();
        const auto preview = preview_upload(repositories_, officer, *upload);
        if (!preview) return preview.error();
        const auto stored = store_upload(repositories_, officer, *upload, preview->upload.version);
        if (!stored) return stored.error();
        return {};
    }

    base::Result<void> close(domain::RoundId id)
    {
        auto round = repositories_.rounds().find(id);
        if (!round) return base::not_found("Không còn đợt khen thưởng của tỉnh mẫu.");
        round->open = false;
        return change_round(repositories_, as(domain::Role::Officer), *round);
    }

    base::Result<void> propose()
    {
        const auto officer = as(domain::Role::Officer);
        RuleSetDraft draft;
        draft.rules = province_.rules;
        const auto version = save_rule_set(repositories_, officer, draft);
        if (!version) return version.error();
        const auto run = run_proposals(repositories_, officer, rounds_.back(), *version);
        if (!run) return run.error();
        run_ = *run;
        return {};
    }

    base::Result<void> submit()
    {
        const auto officer = as(domain::Role::Officer);
        const auto run = repositories_.runs().find(run_);
        if (!run) return base::not_found("Không còn lần chạy đề xuất của tỉnh mẫu.");
        DossierDraft draft;
        draft.round = rounds_.back();
        draft.run = run_;
        draft.proposals = run->result.proposals;
        draft.places = run->result.individual_places;
        const auto id = create_dossier(repositories_, officer, draft);
        if (!id) return id.error();
        dossier_ = *id;
        const auto named = paste_individuals(repositories_, officer, dossier_, province_.individuals);
        if (!named) return named.error();
        return step(submit_dossier(repositories_, officer, dossier_, version(), false));
    }

    base::Result<void> approve()
    {
        const auto appraiser = as(domain::Role::Appraiser);
        std::vector<GivenVerdict> verdicts;
        for (const auto& nominee : repositories_.nominees().of(dossier_)) {
            if (!nominee.empty()) verdicts.push_back({nominee.id, true, {}});
        }
        if (auto done = step(complete_appraisal(repositories_, appraiser, dossier_, version(), verdicts));
            !done)
            return done;
        const auto director = as(domain::Role::Director);
        if (auto done = step(forward_dossier(repositories_, director, dossier_, version())); !done)
            return done;
        return step(approve_dossier(repositories_, as(domain::Role::Chair), dossier_, version()));
    }

    base::Result<void> decide()
    {
        const auto clerk = as(domain::Role::Clerk);
        for (const auto& sample : province_.decisions) {
            DecisionForm form;
            form.number = sample.number;
            form.symbol = province_.office.decision_symbol;
            form.date = sample.date;
            form.signer = signer_;
            const auto id =
                number_decision(repositories_, clerk, reference_, dossier_, version(), sample.award, form);
            if (!id) return id.error();
            const auto decision = repositories_.decisions().find(*id);
            if (!decision) return base::not_found("Không còn quyết định của tỉnh mẫu.");
            if (auto issued = issue_decision(repositories_, clerk, *id, decision->version); !issued)
                return issued;
        }
        return {};
    }

    [[nodiscard]] int version() const
    {
        const auto dossier = repositories_.dossiers().find(dossier_);
        return dossier ? dossier->version : 0;
    }

    static base::Result<void> step(const base::Result<domain::Dossier>& taken)
    {
        if (!taken) return taken.error();
        return {};
    }

    Repositories& repositories_;
    base::Instant now_;
    const domain::Reference& reference_;
    const SampleProvince& province_;
    std::map<domain::Role, domain::User> users_;
    domain::SignerId signer_;
    std::vector<domain::PeerGroupId> groups_;
    std::map<std::string, domain::UnitId> units_;  // by code
    std::vector<domain::RoundId> rounds_;
    domain::RunId run_;
    domain::DossierId dossier_;
};

bool holds_anything(Repositories& repositories)
{
    return !repositories.units().all().empty() || !repositories.rounds().all().empty() ||
           !repositories.users().all().empty();
}

}  // namespace

std::optional<SampleStage> sample_stage(std::string_view name)
{
    constexpr std::pair<std::string_view, SampleStage> stages[] = {{"register", SampleStage::Register},
                                                                   {"published", SampleStage::Published},
                                                                   {"proposed", SampleStage::Proposed},
                                                                   {"submitted", SampleStage::Submitted},
                                                                   {"decided", SampleStage::Decided}};
    for (const auto& [word, stage] : stages)
        if (word == name) return stage;
    return std::nullopt;
}

base::Result<LoadedSample> load_sample(Transactor& transactor, const base::Clock& clock,
                                       const domain::Reference& reference, const SampleProvince& province,
                                       SampleStage until)
{
    // Hashing takes a tenth of a second each and must not hold a connection.
    std::vector<GivenPassword> passwords;
    for (std::size_t i = 0; i < province.users.size(); ++i) {
        auto password = random_given_password();
        if (!password) return password.error();
        passwords.push_back(std::move(*password));
    }
    return transactor.transact([&](Repositories& repositories) -> base::Result<LoadedSample> {
        LoadedSample loaded;
        if (repositories.office().office().illustrative) {
            loaded.already = true;
            return loaded;
        }
        if (holds_anything(repositories)) {
            return base::conflict(
                "Cơ sở dữ liệu đã có dữ liệu của đơn vị, nên không nạp tỉnh mẫu vào đây. Muốn xem "
                "tỉnh mẫu, hãy chạy chương trình với một thư mục dữ liệu khác.");
        }
        Loading loading(repositories, clock.now(), reference, province);
        if (auto done = loading.until(until, passwords); !done) return done.error();
        for (std::size_t i = 0; i < province.users.size(); ++i) {
            const auto& user = province.users[i].user;
            loaded.accounts.push_back({user.login, user.name, user.post, passwords[i].plain});
        }
        return loaded;
    });
}

}  // namespace app
