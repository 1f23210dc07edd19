// The decision's own wording: dated lines of the reference data with their words in braces filled in.
#pragma once

#include "app/decide.h"
#include "base/result.h"
#include "domain/decision.h"
#include "domain/office.h"
#include "domain/reference.h"

#include <string>
#include <vector>

namespace app {

// The "Theo đề nghị của …" that closes the grounds when the clerk types no other. Invalid when the data of that day have
// no such line, no subject or no article: such a decision could not be printed.
[[nodiscard]] base::Result<std::string> usual_proposal(const domain::Reference& reference,
                                                       const std::string& award, const base::Date& day,
                                                       const domain::Office& office);

// What the lines of one decision are filled with.
struct DecisionWording {
    const domain::Decision& decision;
    const domain::AwardKind& award;
    const std::vector<MoneyLine>& money;
    const std::vector<domain::DecisionLine>& lines;  // those in force on the decision's day

    // {count} is "04 tập thể và 29 cá nhân", {recipients} "các tập thể, cá nhân", {citation} "đã có thành tích …",
    // {money_each} "mỗi tập thể 2.980.000 đồng, …", {committee} "Ủy ban nhân dân tỉnh", {level} "tỉnh",
    // {department_initials} "SNV", {last_article} the number of the last article.
    [[nodiscard]] std::vector<std::string> filled(domain::DecisionLine::Part part) const;
};

}  // namespace app
