#include "app/run_proposals.h"

#include "access/permission.h"
#include "app/audit_trail.h"
#include "app/publication_repository.h"
#include "app/round_repository.h"
#include "app/rule_set_repository.h"
#include "app/run_repository.h"
#include "base/text.h"
#include "rules/proposal_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace app {
namespace {

std::optional<base::Error> not_allowed(const Actor& actor)
{
    if (rights::allowed(actor.user, rights::Permission::RunProposals)) return std::nullopt;
    return base::forbidden("Bạn không có quyền chạy đề xuất.");
}

std::string rules_name(int version)
{
    return "Bộ quy tắc bản " + std::to_string(version);
}

// The published places stand whatever the rule set says about computing them; that it says otherwise is told.
void warn_of_other_framework(domain::ProposalResult& result, const domain::Publication& publication,
                             const domain::RuleSet& rules)
{
    for (const auto& group : publication.groups) {
        auto asked = rules.framework;
        asked.bands = group.framework.bands;
        if (asked == group.framework) continue;
        domain::ProposalWarning warning;
        warning.code = "framework_differs";
        warning.group = group.name();
        warning.message = rules::warning_message(warning.code, {group.name()});
        result.warnings.push_back(std::move(warning));
    }
}

void record(Repositories& repositories, const Actor& actor, domain::RunId id, const std::string& action,
            const std::string& reason)
{
    const auto run = repositories.runs().find(id);
    int people = 0;
    for (const auto& place : run->result.individual_places)
        people += place.count;
    const nlohmann::ordered_json after = {{"run", run->number},
                                          {"publication", run->publication.value},
                                          {"rule_version", run->rule_version},
                                          {"collectives", run->result.proposals.size()},
                                          {"individuals", people},
                                          {"warnings", run->result.warnings.size()}};
    repositories.audit().append(actor,
                                {.stream = "run/" + id.text(),
                                 .action = action,
                                 .subject = run->rules.name + ", lần chạy " + std::to_string(run->number),
                                 .before = {},
                                 .after = after.dump(),
                                 .reason = reason});
}

}  // namespace

base::Result<domain::RunId> run_proposals(Repositories& repositories, const Actor& actor,
                                          domain::RoundId round_id, domain::RuleSetVersionId version_id,
                                          const ProposalRun* earlier)
{
    if (auto refused = not_allowed(actor)) return *refused;
    const auto round = repositories.rounds().find(round_id);
    if (!round) return base::not_found("Không tìm thấy đợt khen thưởng này.");
    const auto version = repositories.rule_sets().version(version_id);
    if (!version) return base::not_found("Không tìm thấy bản quy tắc này.");
    if (version->rules.year != round->year)
        return base::invalid(
            {"Bộ quy tắc này của năm {}, còn đợt khen thưởng xét kết quả năm {}. Hãy tạo bộ quy tắc "
             "cho năm {}.",
             {std::to_string(version->rules.year), std::to_string(round->year),
              std::to_string(round->year)}});
    const auto publication = repositories.publications().current(round_id);
    if (!publication)
        return base::invalid("Đợt này chưa công bố xếp hạng. Hãy công bố xếp hạng rồi chạy đề xuất.");

    ProposalRun run;
    run.round = round_id;
    run.publication = publication->id;
    run.rule_set_version = version_id;
    run.rules = version->rules;
    if (earlier != nullptr && earlier->publication == publication->id) run.decisions = earlier->decisions;
    run.standings =
        domain::group_standings(*publication, repositories.publications().standings(publication->id));
    run.result = rules::propose(run.standings, run.rules,
                                {.decisions = run.decisions, .rules_name = rules_name(version->number)});
    warn_of_other_framework(run.result, *publication, run.rules);
    auto id = repositories.runs().add(actor, run);
    if (id) record(repositories, actor, *id, "proposals.run", {});
    return id;
}

base::Result<domain::RunId> decide_tie(Repositories& repositories, const Actor& actor, domain::RunId run_id,
                                       const rules::TieDecision& decision)
{
    if (auto refused = not_allowed(actor)) return *refused;
    auto run = repositories.runs().find(run_id);
    if (!run) return base::not_found("Không tìm thấy lần chạy đề xuất này.");
    if (base::tidy(decision.reason).empty()) return base::invalid("Hãy ghi lý do chọn.", "reason");
    if (decision.recipients.empty()) return base::invalid("Hãy chọn ít nhất một đơn vị.", "recipient");

    const auto is_about = [&](const domain::ProposalWarning& warning) {
        return warning.code == "tie_at_quota" && warning.award == decision.award &&
               std::all_of(decision.recipients.begin(), decision.recipients.end(),
                           [&](const std::string& name) {
                               return std::find(warning.recipients.begin(), warning.recipients.end(), name) !=
                                      warning.recipients.end();
                           });
    };
    const auto& warnings = run->result.warnings;
    const auto tie = std::find_if(warnings.begin(), warnings.end(), is_about);
    if (tie == warnings.end())
        return base::conflict(
            "Lần chạy này không có đơn vị đồng hạng nào đang chờ chọn như vậy. Hãy tải lại trang.");

    run->decisions.push_back(
        {decision.award, decision.recipients, base::tidy(decision.reason), tie->recipients});
    auto result = rules::propose(run->standings, run->rules,
                                 {.decisions = run->decisions, .rules_name = rules_name(run->rule_version)});
    // Those chosen may stand in another tie now; this one is settled, or too many were chosen.
    if (std::any_of(result.warnings.begin(), result.warnings.end(), [&](const auto& warning) {
            return warning.code == tie->code && warning.award == tie->award &&
                   warning.recipients == tie->recipients;
        }))
        return base::invalid("Số đơn vị chọn nhiều hơn số suất còn lại.", "recipient");
    for (const auto& warning : warnings)
        if (warning.code == "framework_differs") result.warnings.push_back(warning);
    run->result = std::move(result);
    auto id = repositories.runs().add(actor, *run);
    if (id) record(repositories, actor, *id, "proposals.tie_decided", base::tidy(decision.reason));
    return id;
}

}  // namespace app
