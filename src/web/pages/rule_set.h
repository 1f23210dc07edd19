// Rule sets: the list, the composer with its try-out, the history of versions.
#pragma once

#include "app/rule_set_repository.h"
#include "app/run_repository.h"
#include "app/try_rule_set.h"
#include "base/html.h"
#include "domain/round.h"
#include "web/layout.h"
#include "web/pages/rule_form.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace web {

[[nodiscard]] base::Html rule_sets_content(const Request& request,
                                           const std::vector<app::RuleSetSummary>& sets);

struct ComposerPage {
    RuleForm form;
    std::vector<base::Error> errors;
    std::optional<app::RuleSetVersion> saved;   // what it is compared with; none: new
    std::vector<app::RuleSetVersion> versions;  // newest first
    std::vector<app::RunSummary> runs;          // of any version
    std::vector<domain::Round> rounds;          // where it could be run
    base::Result<app::RuleTrial> trial = base::not_found("Chưa thử.");
    domain::RuleSet rules;  // what the form says, as far as it can be read
    bool changed = false;   // the form differs from the saved version
    std::string notice;     // told once: "Đã lưu bản 4."
};

[[nodiscard]] PageFrame composer_frame(const Request& request, const ComposerPage& page);
[[nodiscard]] base::Html composer_content(const Request& request, const domain::Reference& reference,
                                          const ComposerPage& page);

// The same rules in words, for those who don't compose.
[[nodiscard]] base::Html rule_set_content(const Request& request, const domain::Reference& reference,
                                          const ComposerPage& page);

// The sticky column: counts, money, who enters, who leaves and why, who just misses.
[[nodiscard]] base::Html trial_card(const Request& request, const domain::Reference& reference,
                                    const ComposerPage& page);
[[nodiscard]] base::Html versions_card(const Request& request, const ComposerPage& page);

// What a file of rules got wrong, line by line, and the form to try another.
struct FileProblem {
    std::string path;
    base::Message message;
};
[[nodiscard]] base::Html file_problems_content(const Request& request, const std::string& file,
                                               const std::vector<FileProblem>& problems);
[[nodiscard]] base::Html file_form(const Request& request, const std::string& rule_set,
                                   const std::string& seen);

[[nodiscard]] std::string rule_set_address(domain::RuleSetId id);

}  // namespace web
