// The words that decisions, lists and certificates are made of, from the office's own names.
#pragma once

#include "base/result.h"
#include "domain/decision.h"
#include "domain/office.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

[[nodiscard]] std::string first_letter(const std::string& sentence);
[[nodiscard]] std::string uncapitalised(const std::string& sentence);  // "đã có thành tích …"
[[nodiscard]] std::string capitalised(const std::string& sentence);
// "Tỉnh Đồng Tháp": the parent body of a rewarded unit.
[[nodiscard]] std::string parent_body(const domain::Office& office);
// "Ủy ban nhân dân tỉnh": the committee without the province's name.
[[nodiscard]] std::string committee_kind(const domain::Office& office);
// "Tỉnh": what the committee governs, without its name.
[[nodiscard]] std::string province_kind(const domain::Office& office);
// "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", or the body's name.
[[nodiscard]] std::string authority_line(const domain::Office& office, domain::Authority authority);
// Title lines above the signature: TM. for a body, KT. for a deputy.
[[nodiscard]] std::vector<std::string> signature_title(const domain::Decision& decision);
// "04 tập thể và 29 cá nhân".
[[nodiscard]] std::string counted(int collectives, int individuals, const std::string& joint);
// "các tập thể, cá nhân", or those there are.
[[nodiscard]] std::string recipients_word(const domain::Decision& decision);
// "Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp": whom the object is from. A provincial issuer gets the committee's full name,
// another ("Thủ tướng Chính phủ") stands as it is.
[[nodiscard]] std::string issuer_in_full(const std::string& issuer, const domain::Office& office);

// Sets base salary, coefficient and money of each recipient by the day; an error when the data of that day is silent.
[[nodiscard]] std::optional<base::Error> reckon_money(std::vector<domain::DecisionRecipient>& recipients,
                                                      const domain::Reference& reference,
                                                      const std::string& award, const base::Date& day);

}  // namespace app
