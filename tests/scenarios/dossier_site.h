// The dossier's pages over the case of 2021 on a real database, asked without a wire: handlers in, pages out.
#pragma once

#include "app/add_nominee.h"
#include "rules/reference_file.h"
#include "tests/app/dossier_case.h"
#include "web/assets.h"
#include "web/router.h"
#include "web/routes.h"
#include "web/services.h"
#include "web/texts.h"

#include <array>
#include <fstream>
#include <iterator>
#include <sstream>

namespace tests {

inline std::string source_file(const std::string& path)
{
    std::ifstream file(VINHDANH_SOURCE_DIR "/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

class DossierSite : public DossierCase {
protected:
    void SetUp() override
    {
        DossierCase::SetUp();
        std::map<std::string, std::string> files;
        for (const auto* name : rules::reference_files)
            files[name] = source_file(std::string("config/reference/") + name);
        reference = done(rules::parse_reference(files));
        texts = done(web::Texts::load(VINHDANH_SOURCE_DIR "/config/texts/en"));
        services.reference = &reference;
    }

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

    web::Response get(const app::Actor& who, const std::string& address)
    {
        return ask("GET", who, address, {});
    }

    web::Response post(const app::Actor& who, const std::string& address,
                       std::vector<std::pair<std::string, std::string>> form)
    {
        if (std::none_of(form.begin(), form.end(), [](const auto& field) { return field.first == "_key"; }))
            form.emplace_back("_key", "key-" + std::to_string(++keys_));
        return ask("POST", who, address, std::move(form));
    }

    web::Response ask(const std::string& method, const app::Actor& who, const std::string& address,
                      std::vector<std::pair<std::string, std::string>> form)
    {
        web::Request request;
        request.method = method;
        request.path = address.substr(0, address.find('?'));
        if (const auto mark = address.find('?'); mark != std::string::npos)
            for (const auto& pair : base::split(address.substr(mark + 1), '&')) {
                const auto parts = base::split(pair, '=');
                request.query.emplace_back(parts[0], parts.size() > 1 ? parts[1] : "");
            }
        request.form = std::move(form);
        request.user = who.user;
        request.now = who.now;
        request.id = "test";
        request.csrf_token = "token";
        const auto match = router.find(method, *web::path_segments(request.path));
        if (!match.route) throw std::runtime_error("no route for " + address);
        if (!rights::allowed(who.user, match.route->permission)) {
            web::Response refused;
            refused.status = 403;
            return refused;
        }
        request.path_values = match.values;
        return match.route->handler(request, services);
    }

    static std::string location(const web::Response& response)
    {
        for (const auto& [name, value] : response.headers)
            if (name == "Location") return value;
        return {};
    }

    static bool says(const web::Response& response, std::string_view text)
    {
        return response.body.find(text) != std::string::npos;
    }

    std::string seen(domain::DossierId id) { return std::to_string(dossier(id).version); }

    base::SystemClock clock;
    base::Log log{base::Log::Level::Error};
    web::Texts texts;
    web::Assets assets;
    domain::Reference reference;
    std::array<std::span<const web::Route>, 2> tables{web::nominee_routes(), web::dossier_routes()};
    web::Router router{tables};
    web::Services services{
        .storage = transactor(), .clock = clock, .log = log, .texts = texts, .assets = assets};

private:
    int units_ = 0;
    int keys_ = 0;
};

}  // namespace tests
