// An approved dossier: one flag, one collective certificate and three people with theirs, resting on a ranking published
// on 14 March 2022; today is 30 March.
#pragma once

#include "app/correct_number.h"
#include "app/decide.h"
#include "app/decision_repository.h"
#include "app/fill_individual_places.h"
#include "app/issue_decision.h"
#include "app/office_repository.h"
#include "app/print_decision.h"
#include "app/publication_repository.h"
#include "app/record_repository.h"
#include "app/search_records.h"
#include "app/unit_history.h"
#include "tests/app/dossier_case.h"
#include "tests/rules/reference_files.h"
#include "tests/storage/any_upload.h"

namespace tests {

class DecisionCase : public DossierCase {
protected:
    void SetUp() override
    {
        DossierCase::SetUp();
        done(run([&](app::Repositories& r) -> base::Result<void> {
            auto office = r.office().office();
            office.province = "Đồng Tháp";
            office.committee = "Ủy ban nhân dân tỉnh Đồng Tháp";
            office.department = "Sở Nội vụ";
            office.place = "Đồng Tháp";
            office.decision_symbol = "QĐ-UBND-HC";
            done(r.office().save(officer, office));
            domain::Signer signer;
            signer.title = "CHỦ TỊCH";
            signer.name = "Trần Mẫu Thưởng";
            signer.from = base::Date(2021, 1, 1);
            chairman = done(r.office().add_signer(officer, signer));
            signer.name = "Lê Mẫu Cựu";
            signer.from = base::Date(2015, 1, 1);
            signer.to = base::Date(2020, 12, 31);
            former = done(r.office().add_signer(officer, signer));
            return {};
        }));
        publish();
        dossier_id = approved_dossier(draft(), {"Nguyễn Mẫu An", "Đặng Mẫu Ước", "Lê Mẫu Bình"});
    }

    void publish()
    {
        domain::Publication publication;
        publication.round = round_id;
        publication.year = 2021;
        publication.decision_number = "30/QĐ-UBND-HC";
        publication.decision_date = base::Date(2022, 3, 14);
        publication.published_by = officer.user.id;
        publication.published_at = now();
        publication.file_name = "PAR 2021.xlsx";
        publication.file_hash = std::string(64, 'a');
        publication.snapshot_hash = std::string(64, 'b');
        done(run([&](app::Repositories& r) -> base::Result<void> {
            domain::PublishedGroup group;
            group.id = group_id = r.units().groups().front().id;
            group.units = group.ranked = 2;
            group.summary.name = "Các sở";
            publication.groups = {group};
            publication.upload = tests::any_upload(r, officer, round_id);
            done(
                r.publications().freeze(publication, {standing(planning, "Sở Kế hoạch và Đầu tư", 1, "90.94"),
                                                      standing(home, "Sở Nội vụ", 2, "88.6")}));
            return {};
        }));
    }

    domain::PublishedStanding standing(domain::UnitId unit, std::string name, int place, const char* index)
    {
        domain::PublishedStanding row;
        row.unit = unit;
        row.code = "H0" + std::to_string(place);
        row.group = group_id;
        row.position = place;
        row.standing.unit = std::move(name);
        row.standing.place = place;
        row.standing.index = *base::Decimal::parse(index);
        row.standing.band = "Tốt";
        row.standing.sheet = "PAR";
        row.standing.row = place;
        return row;
    }

    // The names fill the places in order.
    domain::DossierId approved_dossier(const app::DossierDraft& draft, const std::vector<std::string>& names)
    {
        const auto id =
            done(run([&](app::Repositories& r) { return app::create_dossier(r, officer, draft); }));
        done(run([&](app::Repositories& r) {
            std::vector<app::PlaceEntry> entries;
            for (const auto& nominee : r.nominees().of(id)) {
                if (!nominee.empty()) continue;
                app::PlaceEntry entry;
                entry.nominee = nominee.id;
                entry.seen = nominee.version;
                entry.person.honorific = domain::Honorific::Ms;
                entry.person.name = names[entries.size()];
                entry.person.post = "Chuyên viên";
                entries.push_back(entry);
            }
            return app::fill_individual_places(r, officer, id, entries);
        }));
        done(step(app::submit_dossier, officer, id, false));
        done(judge_all(appraiser, id));
        done(step(app::appraise_dossier, appraiser, id));
        done(step(app::forward_dossier, director, id));
        done(step(app::approve_dossier, chair, id));
        return id;
    }

    app::DecisionForm form(int number = 5) const
    {
        app::DecisionForm form;
        form.number = number;
        form.symbol = "QĐ-UBND-HC";
        form.date = base::Date(2022, 3, 28);
        form.signer = chairman;
        return form;
    }

    base::Result<domain::DecisionId> number(const std::string& award, const app::DecisionForm& form)
    {
        return run([&](app::Repositories& r) {
            return app::number_decision(r, clerk, reference, dossier_id,
                                        r.dossiers().find(dossier_id)->version, award, form);
        });
    }

    domain::Decision decision(domain::DecisionId id)
    {
        return done(run(
            [&](app::Repositories& r) -> base::Result<domain::Decision> { return *r.decisions().find(id); }));
    }

    base::Result<void> correct(domain::DecisionId id, const app::DecisionForm& form,
                               const std::string& reason)
    {
        return run([&](app::Repositories& r) {
            return app::correct_decision(r, clerk, reference, id, r.decisions().find(id)->version, form,
                                         reason);
        });
    }

    base::Result<void> issue(domain::DecisionId id)
    {
        return run([&](app::Repositories& r) {
            return app::issue_decision(r, clerk, id, r.decisions().find(id)->version);
        });
    }

    domain::Reference reference = shipped_reference();
    domain::PeerGroupId group_id;
    domain::SignerId chairman, former;
    domain::DossierId dossier_id;
};

}  // namespace tests
