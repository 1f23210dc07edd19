#include "app/save_rule_set.h"

#include "access/permission.h"
#include "app/audit_trail.h"
#include "app/rule_set_repository.h"
#include "base/text.h"
#include "rules/rule_set_file.h"

namespace app {
namespace {

constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_note = 500;

// The file form may leave name and year out; a stored rule set is found by them.
std::optional<base::Error> refusal(const RuleSetDraft& draft)
{
    if (draft.rules.name.empty()) return base::invalid("Hãy đặt tên cho bộ quy tắc.", "name");
    if (base::length(draft.rules.name) > longest_name)
        return base::invalid({"Tên dài quá {} ký tự.", {std::to_string(longest_name)}}, "name");
    if (draft.rules.year < 1990 || draft.rules.year > 2100)
        return base::invalid("Hãy ghi năm của kết quả, ví dụ 2021.", "year");
    if (base::length(draft.note) > longest_note)
        return base::invalid({"Ghi chú dài quá {} ký tự.", {std::to_string(longest_note)}}, "note");
    const auto problems = rules::check_rule_set(draft.rules);
    if (!problems.empty()) return base::invalid(problems.front().message, problems.front().path);
    return std::nullopt;
}

}  // namespace

std::string version_note(const domain::RuleSet* before, const domain::RuleSet& after, const rules::Say& say)
{
    if (before == nullptr) return say("Bản đầu tiên");
    std::string text;
    for (const auto& change : rules::describe_changes(*before, after)) {
        const auto words = rules::in_words(change, say);
        const std::string longer = text.empty() ? words : text + "; " + words;
        // The history's column holds 2,000 characters: a longer list of changes is cut between two of them.
        if (base::length(longer) > 1990) return text + "; …";
        text = longer;
    }
    return text;
}

base::Result<domain::RuleSetVersionId> save_rule_set(Repositories& repositories, const Actor& actor,
                                                     const RuleSetDraft& draft)
{
    if (!rights::allowed(actor.user, rights::Permission::ComposeRules))
        return base::forbidden("Bạn không có quyền soạn bộ quy tắc.");
    if (auto refused = refusal(draft)) return *refused;

    std::string before;
    std::string note = draft.note;
    base::Result<domain::RuleSetVersionId> saved = base::not_found("Không tìm thấy bộ quy tắc này.");
    if (draft.rule_set) {
        const auto seen = repositories.rule_sets().version(*draft.rule_set, draft.seen);
        if (!seen) return saved;
        if (seen->rules == draft.rules)
            return base::invalid({"Chưa có gì thay đổi so với bản {}.", {std::to_string(draft.seen)}});
        before = rules::write_rule_set(seen->rules);
        if (note.empty()) note = version_note(&seen->rules, draft.rules, rules::in_vietnamese);
        saved = repositories.rule_sets().add_version(actor, *draft.rule_set, draft.seen, draft.rules, note);
    } else {
        if (note.empty()) note = version_note(nullptr, draft.rules, rules::in_vietnamese);
        saved = repositories.rule_sets().add(actor, draft.rules, note);
    }
    if (!saved) return saved;
    const auto stored = repositories.rule_sets().version(*saved);
    repositories.audit().append(actor,
                                {.stream = "rules/" + stored->rule_set.text(),
                                 .action = "rule_set.saved",
                                 .subject = draft.rules.name + ", bản " + std::to_string(stored->number),
                                 .before = before,
                                 .after = rules::write_rule_set(draft.rules),
                                 .reason = note});
    return saved;
}

}  // namespace app
