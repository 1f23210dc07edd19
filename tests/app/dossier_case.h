// A small office with a draft dossier: two departments and a district, one flag, one certificate, three individual
// places; and the people who take it through its steps.
#pragma once

#include "app/create_dossier.h"
#include "app/dossier_repository.h"
#include "app/dossier_steps.h"
#include "app/nominee_repository.h"
#include "app/person_repository.h"
#include "app/record_verdicts.h"
#include "app/round_repository.h"
#include "app/unit_repository.h"
#include "tests/storage/database.h"

namespace tests {

class DossierCase : public Database {
protected:
    void SetUp() override
    {
        officer = actor(domain::Role::Officer);
        appraiser = actor(domain::Role::Appraiser);
        director = actor(domain::Role::Director);
        chair = actor(domain::Role::Chair);
        clerk = actor(domain::Role::Clerk);
        done(add_office());
    }

    template <class T> static T done(base::Result<T> result)
    {
        if (!result) throw std::runtime_error(result.error().message.vietnamese());
        if constexpr (!std::is_void_v<T>) return std::move(*result);
    }

    // Runs the work in a transaction of its own.
    template <class Work> auto run(Work&& work) { return transactor().transact(std::forward<Work>(work)); }

    base::Result<void> add_office()
    {
        return run([&](app::Repositories& r) -> base::Result<void> {
            const auto group = done(r.units().add_group(officer, {{}, "Các sở", 1, 1}));
            planning = done(r.units().add(officer, unit("H01", "Sở Kế hoạch và Đầu tư", "Sở KH&ĐT", group)));
            home = done(r.units().add(officer, unit("H02", "Sở Nội vụ", "Sở NV", group)));
            district = done(r.units().add(officer, unit("H03", "Huyện Châu Thành", "", group)));
            domain::Round round;
            round.title = "Khen thưởng cải cách hành chính năm 2021";
            round.year = 2021;
            round.default_citation = "Đã có thành tích xuất sắc trong công tác cải cách hành chính năm 2021";
            round_id = done(r.rounds().add(officer, round));
            return {};
        });
    }

    static domain::Unit unit(std::string code, std::string name, std::string short_name,
                             domain::PeerGroupId group)
    {
        domain::Unit unit;
        unit.code = std::move(code);
        unit.official_name = std::move(name);
        unit.short_name = std::move(short_name);
        unit.group = group;
        return unit;
    }

    static domain::Proposal proposal(std::string award, std::string recipient, int place)
    {
        domain::Verdict verdict;
        verdict.criteria.push_back({domain::CriterionCode::Place, "1", std::to_string(place), true,
                                    "Bộ quy tắc, mục 1", "PAR 2021!F8"});
        return {std::move(award), domain::RecipientKind::Collective, std::move(recipient), "Các sở", place,
                verdict};
    }

    app::DossierDraft draft() const
    {
        app::DossierDraft draft;
        draft.round = round_id;
        draft.proposals = {proposal("COT", "Sở Kế hoạch và Đầu tư", 1), proposal("BKT", "Sở Nội vụ", 2)};
        for (const auto* name : {"Sở Kế hoạch và Đầu tư", "Sở Nội vụ", "Huyện Châu Thành"})
            draft.places.push_back({name, "Các sở", "BKT", 1});
        return draft;
    }

    domain::DossierId created()
    {
        return done(run([&](app::Repositories& r) { return app::create_dossier(r, officer, draft()); }));
    }

    domain::Dossier dossier(domain::DossierId id)
    {
        return done(run([&](app::Repositories& r) { return r.dossiers().find(id); }));
    }

    std::vector<domain::Nominee> nominees(domain::DossierId id)
    {
        return done(run([&](app::Repositories& r) -> base::Result<std::vector<domain::Nominee>> {
            return r.nominees().of(id);
        }));
    }

    std::vector<domain::Nominee> approved(domain::DossierId id)
    {
        return done(run([&](app::Repositories& r) -> base::Result<std::vector<domain::Nominee>> {
            return app::approved_nominees(r, id);
        }));
    }

    // One step by this person on the version stored now.
    template <class Take, class... More>
    base::Result<domain::Dossier> step(Take take, const app::Actor& who, domain::DossierId id, More... more)
    {
        return run(
            [&](app::Repositories& r) { return take(r, who, id, r.dossiers().find(id)->version, more...); });
    }

    base::Result<domain::Dossier> judge_all(const app::Actor& who, domain::DossierId id,
                                            std::optional<domain::NomineeId> refused = {})
    {
        return run([&](app::Repositories& r) {
            std::vector<app::GivenVerdict> given;
            for (const auto& nominee : r.nominees().of(id))
                if (!nominee.empty())
                    given.push_back({nominee.id, nominee.id != refused,
                                     nominee.id == refused ? "Trùng thành tích với QĐ 1875" : ""});
            return app::record_verdicts(r, who, id, r.dossiers().find(id)->version, given);
        });
    }

    app::Actor officer, appraiser, director, chair, clerk;
    domain::UnitId planning, home, district;
    domain::RoundId round_id;
};

}  // namespace tests
