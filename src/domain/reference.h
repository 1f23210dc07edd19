// Legal and provincial data that change with time: which award there is, what it pays, which law a paper cites. Every
// row says from when to when it holds, where it was read and whether somebody has confirmed it; nothing here is known
// to code. The rows ship in config/reference/ (rules/reference_file.h reads them) and are asked by date.
#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "domain/rule_set.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

// Both days inclusive; no `to`: still in force.
struct InForce {
    base::Date from;
    std::optional<base::Date> to;
    std::string source;     // the document and clause, or the page that quotes it
    bool verified = false;  // false: an editable default that the office still has to confirm

    [[nodiscard]] bool on(const base::Date& day) const { return from <= day && (!to || day <= *to); }
};

// Households are rewarded by their own coefficient; a round proposes only collectives and individuals.
enum class Subject { Collective, Individual, Household };

[[nodiscard]] constexpr Subject subject_of(RecipientKind kind)
{
    return kind == RecipientKind::Collective ? Subject::Collective : Subject::Individual;
}

// Who decides: the head ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …") or the body ("ỦY BAN NHÂN DÂN TỈNH …", signed TM.).
enum class Authority { Head, Body };

struct AwardKind {
    enum class Class { Title, Form };  // danh hiệu thi đua, hình thức khen thưởng

    std::string code;  // "COT", "BKT"
    Class kind = Class::Form;
    std::string name;                       // "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"
    std::string short_name;                 // "Bằng khen": the form column of a list
    std::string english;                    // "Provincial Chairperson's Certificate of Merit"
    std::string issuer;                     // named on the object: "Ủy ban nhân dân tỉnh" for the flag
    Authority authority = Authority::Head;  // who signs the decision by default: not the same thing
    std::vector<Subject> recipients;        // who may hold it
    bool certificate = false;               // a certificate is printed for each recipient
    InForce in_force;
};

struct RewardCoefficient {
    std::string award;
    Subject subject = Subject::Collective;
    base::Decimal times;  // × base salary
    std::string regime;   // "R2017"
    InForce in_force;
};

struct BaseSalary {
    std::int64_t dong = 0;  // a month
    InForce in_force;
};

enum class Rounding { None, Ceil10000, HalfUp10000 };

struct RoundingRule {
    Rounding mode = Rounding::Ceil10000;
    InForce in_force;
};

// One "Căn cứ …" of a decision, without its closing mark.
struct LegalBasisLine {
    std::string text;
    std::vector<std::string> awards;  // empty: every award
    std::string province;             // whose own document it is; empty: every province
    int position = 0;                 // the order on the paper
    InForce in_force;
};

// A line of the decision's own text, with what the decision fills in: "Tặng {award} cho {count} {citation}".
struct DecisionLine {
    enum class Part {
        Subject,   // trích yếu
        Proposal,  // the last ground when the clerk types no other
        Article,
        Receiver,  // nơi nhận
    };

    Part part = Part::Article;
    std::string text;
    std::vector<std::string> awards;  // empty: every award
    std::string province;             // whose own line it is; empty: every province
    int position = 0;
    InForce in_force;
};

// What may stand in braces in such a line; the proposal is worded before the decision is, from the office's names alone.
// app/decision_lines.h says what each becomes.
inline constexpr std::string_view office_fillings[] = {"committee", "level", "department",
                                                       "department_initials"};
inline constexpr std::string_view decision_fillings[] = {
    "committee", "level",      "department", "department_initials", "award",       "award_short", "count",
    "citation",  "recipients", "money_each", "money_total",         "money_words", "last_article"};

struct LegalRegime {
    std::string code;  // "R2017"
    std::string name;
    InForce in_force;
};

struct Reference {
    std::vector<AwardKind> awards;
    std::vector<RewardCoefficient> coefficients;
    std::vector<BaseSalary> base_salaries;
    std::vector<RoundingRule> roundings;
    std::vector<LegalBasisLine> legal_basis;
    std::vector<DecisionLine> decision_lines;
    std::vector<LegalRegime> regimes;

    // The row in force on that day, or nothing. An award is also found after its end: old decisions keep their name.
    [[nodiscard]] const AwardKind* award(std::string_view code, const base::Date& day) const;
    [[nodiscard]] const AwardKind* award(std::string_view code) const;
    [[nodiscard]] const RewardCoefficient* coefficient(std::string_view award, Subject subject,
                                                       const base::Date& day) const;
    [[nodiscard]] const BaseSalary* base_salary(const base::Date& day) const;
    [[nodiscard]] const RoundingRule* rounding(const base::Date& day) const;
    [[nodiscard]] const LegalRegime* regime(const base::Date& day) const;
    // In the order of the paper; another province's own documents are left out.
    [[nodiscard]] std::vector<LegalBasisLine> legal_basis_of(std::string_view award, const base::Date& day,
                                                             std::string_view province) const;
    [[nodiscard]] std::vector<DecisionLine> decision_lines_of(std::string_view award, const base::Date& day,
                                                              std::string_view province) const;
};

}  // namespace domain
