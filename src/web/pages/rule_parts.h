// What the composer's cards are made of: sentences with inputs, buttons that send the form and show it again changed.
#pragma once

#include "web/components.h"
#include "web/forms.h"
#include "web/pages/rule_set.h"
#include "web/texts.h"

#include <optional>
#include <string>
#include <vector>

namespace web {

class RuleParts {
public:
    RuleParts(const Request& request, const domain::Reference& reference, const ComposerPage& page);

    [[nodiscard]] const RuleForm& form() const { return page.form; }
    template <std::size_t N>
    [[nodiscard]] std::string t(const char (&text)[N], std::vector<std::string> arguments = {}) const
    {
        return tr(request, text, std::move(arguments));
    }
    [[nodiscard]] std::string error(const std::string& field) const;

    // An input or a choice within a sentence: the label is only read aloud.
    [[nodiscard]] base::Html box(const std::string& name, const std::string& value,
                                 const std::string& label) const;
    [[nodiscard]] base::Html choice(const std::string& name, const std::string& value,
                                    const std::string& label, const std::vector<Option>& options) const;
    // "Bỏ" and "Thêm …": what they do (web::apply), of what, and where the page scrolls to afterwards.
    [[nodiscard]] base::Html remove(const std::string& action, const std::string& what,
                                    const std::string& anchor) const;
    [[nodiscard]] base::Html add(const std::string& action, const std::string& text, const std::string& whom,
                                 const std::string& anchor) const;
    // One condition: label, sentence, button; a changed one has a gold edge.
    [[nodiscard]] static base::Html line(const std::string& word, const base::Html& sentence,
                                         const base::Html& button, bool changed);
    [[nodiscard]] base::Html was(const std::string& before) const;

    const Request& request;
    const domain::Reference& reference;
    const ComposerPage& page;
    std::optional<RuleForm> saved;  // the version it is compared with
};

// One award with its conditions, limits and legal ground.
[[nodiscard]] base::Html award_card(const RuleParts& parts, std::size_t award);

}  // namespace web
