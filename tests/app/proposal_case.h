// A small province with a published ranking of 2021 and an officer's rule set, for the tests of rule sets and runs.
#pragma once

#include "app/publication_repository.h"
#include "app/round_repository.h"
#include "app/rule_set_repository.h"
#include "app/run_proposals.h"
#include "app/run_repository.h"
#include "app/save_rule_set.h"
#include "app/unit_repository.h"
#include "tests/rules/case.h"
#include "tests/storage/any_upload.h"
#include "tests/storage/database.h"

#include <stdexcept>

namespace tests {

class ProposalCase : public Database {
protected:
    template <class T> static T done(base::Result<T> result)
    {
        if (!result) throw std::runtime_error(result.error().message.vietnamese());
        return std::move(*result);
    }

    template <class Work> auto run(Work&& work) { return transactor().transact(std::forward<Work>(work)); }

    void SetUp() override
    {
        officer = actor(domain::Role::Officer);
        domain::Round round;
        round.title = "Khen thưởng cải cách hành chính năm 2021";
        round.year = 2021;
        round_id = done(run([&](app::Repositories& r) { return r.rounds().add(officer, round); }));
    }

    static domain::RuleSet rules()
    {
        auto set = rules_test::rule_set(
            {rules_test::collective("COT", {rules_test::place(1, 1), rules_test::floor("80")}),
             rules_test::collective("BKT", {rules_test::place(2, 3)}),
             rules_test::individual("BKT", domain::AwardRule::Per::AssessedUnit, 1)});
        set.name = "Khen thưởng CCHC 2021";
        return set;
    }

    base::Result<domain::RuleSetVersionId> save(const app::Actor& who, const app::RuleSetDraft& draft)
    {
        return run([&](app::Repositories& r) { return app::save_rule_set(r, who, draft); });
    }

    domain::RuleSetVersionId saved(const domain::RuleSet& set)
    {
        return done(save(officer, {.rule_set = {}, .seen = 0, .rules = set, .note = {}}));
    }

    app::RuleSetVersion version(domain::RuleSetVersionId id)
    {
        return done(run([&](app::Repositories& r) -> base::Result<app::RuleSetVersion> {
            return r.rule_sets().version(id).value();
        }));
    }

    app::ProposalRun stored(domain::RunId id)
    {
        return done(run([&](app::Repositories& r) -> base::Result<app::ProposalRun> {
            return r.runs().find(id).value();
        }));
    }

    // Publishes these units in one group, in their order.
    void publish(const std::vector<domain::Standing>& standings)
    {
        publish_groups({rules_test::group("Các sở", standings)});
    }

    void publish_groups(const std::vector<domain::GroupStandings>& groups)
    {
        done(run([&](app::Repositories& r) -> base::Result<int> {
            domain::Publication publication;
            publication.round = round_id;
            publication.year = 2021;
            publication.decision_number = "30/QĐ-UBND-HC";
            publication.decision_date = base::Date(2022, 3, 28);
            publication.published_by = officer.user.id;
            publication.published_by_name = officer.user.name;
            publication.published_at = officer.now;
            publication.upload = any_upload(r, officer, round_id);
            publication.file_hash = publication.snapshot_hash = std::string(64, 'a');
            std::vector<domain::PublishedStanding> rows;
            for (const auto& each : groups) {
                const auto number = static_cast<int>(publication.groups.size()) + 1;
                const auto group = done(r.units().add_group(officer, {{}, each.name, number, 1}));
                domain::PublishedGroup published;
                published.id = group;
                published.summary.name = each.name;
                published.units = published.ranked = static_cast<int>(each.standings.size());
                publication.groups.push_back(published);
                int position = 0;
                for (const auto& standing : each.standings) {
                    domain::Unit unit;
                    unit.code = "H" + std::to_string(rows.size() + 1);
                    unit.official_name = standing.unit;
                    unit.group = group;
                    domain::PublishedStanding row;
                    row.unit = done(r.units().add(officer, unit));
                    row.code = unit.code;
                    row.group = group;
                    row.position = ++position;
                    row.standing = standing;
                    rows.push_back(row);
                }
            }
            return static_cast<int>(done(r.publications().freeze(publication, rows)).value);
        }));
    }

    app::Actor officer;
    domain::RoundId round_id;
};

}  // namespace tests
