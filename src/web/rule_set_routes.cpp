// Rule sets: list, composer, try-out, versions, files.
#include "app/framework_repository.h"
#include "app/publication_repository.h"
#include "app/round_repository.h"
#include "app/rule_set_repository.h"
#include "app/run_repository.h"
#include "app/save_rule_set.h"
#include "app/try_rule_set.h"
#include "app/unit_repository.h"
#include "rules/rule_set_file.h"
#include "web/components.h"
#include "web/layout.h"
#include "web/pages/rule_form.h"
#include "web/pages/rule_set.h"
#include "web/routes.h"
#include "web/texts.h"

#include <algorithm>
#include <array>

namespace web {
namespace {

using app::Repositories;
using base::Result;

constexpr std::size_t form_limit = 256 * 1024;
constexpr std::size_t file_limit = 512 * 1024;

// What the form says; awards the catalogue lacks, or that such recipients can't hold, would fail only at the decision.
FormReading read_in(const domain::Reference& reference, const RuleForm& form)
{
    auto reading = rules_of(form);
    for (std::size_t i = 0; i < reading.rules.awards.size(); ++i) {
        const auto& rule = reading.rules.awards[i];
        const auto* kind = reference.award(rule.award);
        const std::string field = "a" + std::to_string(i) + ".award";
        if (kind == nullptr && !rule.award.empty())
            reading.errors.push_back(
                base::invalid({"Mục {}: danh mục không có hình thức khen thưởng mã “{}”.",
                               {std::to_string(i + 1), rule.award}},
                              field));
        if (kind != nullptr && std::find(kind->recipients.begin(), kind->recipients.end(),
                                         domain::subject_of(rule.kind)) == kind->recipients.end())
            reading.errors.push_back(base::invalid(
                {"Mục {}: {} không dành cho đối tượng này.", {std::to_string(i + 1), kind->name}}, field));
    }
    return reading;
}

// The rule set the form was composed from, with everything the page shows around it.
Result<ComposerPage> page_around(Repositories& r, const Request& request, const domain::Reference& reference,
                                 RuleForm form)
{
    ComposerPage page;
    if (const auto id = Request::parse_id<domain::RuleSetId>(form.rule_set)) {
        const auto seen = Request::positive_number(form.seen);
        page.saved = r.rule_sets().version(*id, static_cast<int>(seen.value_or(0)));
        if (!page.saved) return base::not_found("Không tìm thấy bộ quy tắc này.");
        page.versions = r.rule_sets().versions(*id);
        page.runs = r.runs().of_rule_set(*id);
    }
    page.rounds = r.rounds().all();
    auto reading = read_in(reference, form);
    page.form = std::move(form);
    page.rules = std::move(reading.rules);
    page.errors = std::move(reading.errors);
    page.changed = !page.saved || page.saved->rules != page.rules;
    if (page.errors.empty())
        page.trial =
            app::try_rule_set(r, request.actor(), reference,
                              page.saved ? std::optional(page.saved->rules) : std::nullopt, page.rules);
    return page;
}

Response show_composer(const Request& request, Services& services, const ComposerPage& page, int status = 200)
{
    return show(request, services, composer_frame(request, page),
                composer_content(request, *services.reference, page), status);
}

Response rule_sets(const Request& request, Services& services)
{
    const auto sets = services.storage.transact(
        [](Repositories& r) -> Result<std::vector<app::RuleSetSummary>> { return r.rule_sets().all(); });
    if (!sets) return respond(request, services, sets.error());
    return show(request, services, {.title = tr(request, "Bộ quy tắc"), .menu = "/rule-sets"},
                rule_sets_content(request, *sets));
}

// What a new rule set starts from: nothing is proposed until an award is added. Indexes are reckoned and banded as that
// year's rankings are; no year asked for is the one published last.
RuleForm blank_form(Repositories& r, const Request& request)
{
    auto year = Request::positive_number(request.query_value("nam"));
    if (!year)
        if (const auto newest = r.publications().newest()) year = newest->year;
    domain::RuleSet rules;
    for (const auto& group : r.units().groups()) {
        if (!year) break;
        const auto stored = r.frameworks().latest(group.id, static_cast<int>(*year));
        if (!stored) continue;
        rules.framework = stored->framework;
        break;
    }
    auto form = form_of(rules);
    form.year = year ? std::to_string(*year) : std::string();
    form.exclude_unranked = form.exclude_last_place = true;
    return form;
}

Response new_rule_set(const Request& request, Services& services)
{
    auto page = services.storage.transact([&](Repositories& r) -> Result<ComposerPage> {
        auto form = blank_form(r, request);
        // As a copy: the same rules for another year.
        if (const auto from = Request::parse_id<domain::RuleSetId>(request.query_value("tu")))
            if (const auto newest = r.rule_sets().newest(*from)) {
                const auto year = form.year;
                form = form_of(newest->rules);
                form.year = year;
            }
        ComposerPage blank;
        blank.form = std::move(form);
        blank.rounds = r.rounds().all();
        blank.trial = base::not_found("Thêm hình thức khen thưởng, rồi bấm Thử nghiệm để xem ai đạt.");
        blank.changed = true;
        return blank;
    });
    if (!page) return respond(request, services, page.error());
    return show_composer(request, services, *page);
}

Response rule_set(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::RuleSetId>("rule_set");
    if (!id) return not_found(request, services);
    auto page = services.storage.transact([&](Repositories& r) -> Result<ComposerPage> {
        const auto newest = r.rule_sets().newest(*id);
        if (!newest) return base::not_found("Không tìm thấy bộ quy tắc này.");
        auto shown = newest;
        if (const auto number = Request::positive_number(request.query_value("ban")))
            shown = r.rule_sets().version(*id, static_cast<int>(*number));
        if (!shown) return base::not_found("Không tìm thấy bản quy tắc này.");
        // An older version is composed as a change of the newest one, so that saving it loses nothing.
        auto form = form_of(shown->rules);
        form.rule_set = id->text();
        form.seen = std::to_string(newest->number);
        return page_around(r, request, *services.reference, std::move(form));
    });
    if (!page) return respond(request, services, page.error());
    if (!request.may(rights::Permission::ComposeRules))
        return show(request, services, composer_frame(request, *page),
                    rule_set_content(request, *services.reference, *page));
    if (request.query_value("xong") == "luu")
        page->notice = tr(request, "Đã lưu bản {}.", {std::to_string(page->saved->number)});
    return show_composer(request, services, *page);
}

Response compose(const Request& request, Services& services)
{
    auto form = read_rule_form(request);
    apply(form, request, request.form_value("lam"));
    auto page = services.storage.transact(
        [&](Repositories& r) { return page_around(r, request, *services.reference, std::move(form)); });
    if (!page) return respond(request, services, page.error());
    return show_composer(request, services, *page);
}

Response refused_save(const Request& request, Services& services, RuleForm form, const base::Error& error)
{
    auto page = services.storage.transact(
        [&](Repositories& r) { return page_around(r, request, *services.reference, std::move(form)); });
    if (!page) return respond(request, services, page.error());
    auto shown = error;
    shown.field = field_of_path(error.field);
    page->errors.push_back(std::move(shown));
    return show_composer(request, services, *page, status_of(error.kind));
}

Response save(const Request& request, Services& services)
{
    auto form = read_rule_form(request);
    const auto reading = read_in(*services.reference, form);
    if (!reading.errors.empty()) {
        auto page = services.storage.transact(
            [&](Repositories& r) { return page_around(r, request, *services.reference, std::move(form)); });
        if (!page) return respond(request, services, page.error());
        return show_composer(request, services, *page, 422);
    }
    const auto saved =
        services.storage.once(request.submission("/rule-sets"), [&](Repositories& r) -> Result<std::string> {
            app::RuleSetDraft draft;
            draft.rule_set = Request::parse_id<domain::RuleSetId>(form.rule_set);
            draft.seen = static_cast<int>(Request::positive_number(form.seen).value_or(0));
            draft.rules = reading.rules;
            const auto version = app::save_rule_set(r, request.actor(), draft);
            if (!version) return version.error();
            return rule_set_address(r.rule_sets().version(*version)->rule_set) + "?xong=luu";
        });
    if (saved) return Response::see_other(*saved);
    const auto& error = saved.error();
    if (error.kind == base::ErrorKind::Invalid || error.kind == base::ErrorKind::Conflict)
        return refused_save(request, services, std::move(form), error);
    return respond(request, services, error);
}

Response file(const Request& request, Services& services)
{
    const auto id = request.path_id<domain::RuleSetId>("rule_set");
    if (!id) return not_found(request, services);
    const auto version = services.storage.transact([&](Repositories& r) -> Result<app::RuleSetVersion> {
        const auto number = Request::positive_number(request.query_value("ban"));
        const auto found =
            number ? r.rule_sets().version(*id, static_cast<int>(*number)) : r.rule_sets().newest(*id);
        if (!found) return base::not_found("Không tìm thấy bản quy tắc này.");
        return *found;
    });
    if (!version) return respond(request, services, version.error());
    return Response::file(rules::write_rule_set(version->rules), "application/json",
                          tr(request, "{}, bản {}", {version->rules.name, std::to_string(version->number)}) +
                              ".json");
}

Response read_file(const Request& request, Services& services)
{
    const auto found = request.files.find("file");
    if (found == request.files.end() || found->second.bytes.empty())
        return respond(request, services, base::invalid("Hãy chọn một tệp bộ quy tắc.", "file"));
    const auto& [name, bytes] = found->second;
    const auto reading = rules::read_rule_set(bytes);
    if (!reading.rules) {
        std::vector<FileProblem> problems;
        for (const auto& problem : reading.problems)
            problems.push_back({problem.path, problem.message});
        PageFrame frame{.title = tr(request, "Nhập bộ quy tắc"), .menu = "/rule-sets"};
        frame.crumbs = {{tr(request, "Bộ quy tắc"), "/rule-sets"}};
        frame.refused = true;
        return show(request, services, frame, file_problems_content(request, name, problems), 422);
    }
    auto form = form_of(*reading.rules);
    form.rule_set = std::string(request.form_value("rule_set"));
    form.seen = std::string(request.form_value("seen"));
    auto page = services.storage.transact(
        [&](Repositories& r) { return page_around(r, request, *services.reference, std::move(form)); });
    if (!page) return respond(request, services, page.error());
    page->notice = tr(request, "Đã đọc tệp {}. Xem lại rồi bấm lưu; chưa có gì được lưu.", {name});
    return show_composer(request, services, *page);
}

}  // namespace

std::span<const Route> rule_set_routes()
{
    using enum rights::Permission;
    static constexpr std::array routes = {
        Route{"GET", "/rule-sets", rule_sets, ViewProposals},
        Route{"GET", "/rule-sets/new", new_rule_set, ComposeRules},
        Route{"POST", "/rule-sets/compose", compose, ComposeRules, form_limit},
        Route{"POST", "/rule-sets/file", read_file, ComposeRules, file_limit},
        Route{"POST", "/rule-sets", save, ComposeRules, form_limit},
        Route{"GET", "/rule-sets/{rule_set}", rule_set, ViewProposals},
        Route{"GET", "/rule-sets/{rule_set}/file", file, ViewProposals},
    };
    return routes;
}

}  // namespace web
