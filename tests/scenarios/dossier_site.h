// The dossier's pages over the case of 2021 on a real database, asked without a wire: handlers in, pages out.
#pragma once

#include "app/add_nominee.h"
#include "tests/app/dossier_case.h"
#include "tests/scenarios/asked_pages.h"

#include <sstream>

namespace tests {

class DossierSite : public AskedPages<DossierCase> {
protected:
    DossierSite() : AskedPages({web::nominee_routes(), web::dossier_routes()}) {}

    // The 17 and 12 units of the sheet, two flags, four certificates, 29 empty places.
    domain::DossierId case_of_2021()
    {
        app::DossierDraft draft;
        draft.round = round_of_2021();
        domain::PeerGroupId group;
        std::string group_name;
        std::istringstream lines(source_file("config/demo/dong_thap_2021.csv"));
        for (std::string line; std::getline(lines, line);) {
            const auto cells = base::split(line, ';');
            if (cells.size() >= 2 && (cells[0] == "I" || cells[0] == "II")) {
                group_name = base::tidy(cells[1]);
                group = done(run([&](app::Repositories& r) {
                    return r.units().add_group(officer, {{}, group_name + " 2021", 0, 1});
                }));
            }
            if (cells.size() < 13 || !web::Request::positive_number(cells[0])) continue;
            add_unit(draft, cells, group, group_name);
        }
        std::stable_sort(draft.proposals.begin(), draft.proposals.end(),
                         [](const auto& a, const auto& b) { return a.award > b.award; });
        return done(run([&](app::Repositories& r) { return app::create_dossier(r, officer, draft); }));
    }

    domain::RoundId round_of_2021()
    {
        domain::Round round;
        round.title = "Khen thưởng CCHC 2021";
        round.year = 2021;
        round.default_citation = "Đã có thành tích xuất sắc trong công tác cải cách hành chính năm 2021";
        round.conference_date = base::Date(2022, 3, 30);
        return done(run([&](app::Repositories& r) { return r.rounds().add(officer, round); }));
    }

    void add_unit(app::DossierDraft& draft, const std::vector<std::string>& cells, domain::PeerGroupId group,
                  const std::string& group_name)
    {
        const auto name = base::tidy(cells[1]);
        const auto place = static_cast<int>(*web::Request::positive_number(cells[12]));
        if (done(run(
                [&](app::Repositories& r) -> base::Result<bool> { return r.units().named(name).empty(); })))
            done(run([&](app::Repositories& r) {
                return r.units().add(officer, unit("U" + std::to_string(++units_), name, "", group));
            }));
        draft.places.push_back({name, group_name, "BKT", 1});
        if (place > 3) return;
        auto one = proposal(place == 1 ? "COT" : "BKT", name, place);
        one.group = group_name;
        one.verdict.criteria.push_back({domain::CriterionCode::Floor, ">= 80",
                                        base::join(base::split(cells[11], ','), "."), true,
                                        "Bộ quy tắc, mục 1", "dong_thap_2021.csv, dòng " + cells[0]});
        draft.proposals.push_back(std::move(one));
    }

    std::string seen(domain::DossierId id) { return std::to_string(dossier(id).version); }

private:
    int units_ = 0;
};

}  // namespace tests
