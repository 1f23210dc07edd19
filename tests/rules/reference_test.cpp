#include "tests/rules/reference_files.h"

#include <gtest/gtest.h>

namespace {

using base::Date;

std::string refusal(const std::string& file, const std::string& from, const std::string& to)
{
    auto texts = shipped_reference_texts();
    auto& text = texts[file];
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
    const auto parsed = rules::parse_reference(texts);
    return parsed ? "accepted" : parsed.error().field;
}

TEST(ReferenceData, ShippedFilesAreReadWhole)
{
    const auto parsed = rules::parse_reference(shipped_reference_texts());
    ASSERT_TRUE(parsed) << parsed.error().message.vietnamese();
    EXPECT_EQ(parsed->base_salaries.size(), 6U);
    EXPECT_EQ(parsed->regimes.size(), 4U);
}

// A coefficient without the salary it multiplies would let a round be prepared that no decision can end.
TEST(ReferenceData, EveryDayThatHasCoefficientsHasABaseSalaryAndARounding)
{
    const auto reference = shipped_reference();
    for (const auto& coefficient : reference.coefficients) {
        const auto first = coefficient.in_force.from;
        EXPECT_NE(reference.base_salary(first), nullptr) << first.iso();
        EXPECT_NE(reference.rounding(first), nullptr) << first.iso();
    }
}

TEST(ReferenceData, TheFlagIsNamedForTheBodyAndDecidedByItsHead)
{
    const auto reference = shipped_reference();
    const auto* flag = reference.award("COT", Date(2022, 3, 30));
    ASSERT_NE(flag, nullptr);
    EXPECT_EQ(flag->issuer, "Ủy ban nhân dân tỉnh");
    EXPECT_EQ(flag->authority, domain::Authority::Head);
    EXPECT_EQ(reference.award("BKT", Date(2022, 3, 30))->issuer, "Chủ tịch Ủy ban nhân dân tỉnh");
}

TEST(ReferenceData, BothEndsOfARowBelongToIt)
{
    const auto reference = shipped_reference();
    EXPECT_EQ(reference.base_salary(Date(2023, 6, 30))->dong, 1'490'000);
    EXPECT_EQ(reference.base_salary(Date(2023, 7, 1))->dong, 1'800'000);
    EXPECT_EQ(reference.base_salary(Date(1990, 1, 1)), nullptr);
    EXPECT_EQ(reference.regime(Date(2025, 7, 1))->code, "R2025");
}

TEST(ReferenceData, GroundsAreThoseOfTheSigningDay)
{
    const auto reference = shipped_reference();
    const auto of_2022 = reference.legal_basis_of("BKT", Date(2022, 3, 28), "Đồng Tháp");
    ASSERT_EQ(of_2022.size(), 4U);
    EXPECT_TRUE(of_2022[1].text.starts_with("Căn cứ Luật Thi đua, Khen thưởng ngày 26 tháng 11 năm 2003"));
    EXPECT_NE(of_2022[2].text.find("91/2017/NĐ-CP"), std::string::npos);
    const auto of_2025 = reference.legal_basis_of("BKT", Date(2025, 8, 1), "Đồng Tháp");
    ASSERT_EQ(of_2025.size(), 4U);
    EXPECT_NE(of_2025[2].text.find("152/2025/NĐ-CP"), std::string::npos);
}

TEST(ReferenceData, AProvincesOwnDocumentIsNoGroundElsewhere)
{
    const auto reference = shipped_reference();
    EXPECT_EQ(reference.legal_basis_of("BKT", Date(2024, 4, 2), "Đồng Tháp").size(), 4U);
    const auto elsewhere = reference.legal_basis_of("BKT", Date(2024, 4, 2), "Tây Ninh");
    ASSERT_EQ(elsewhere.size(), 3U);
    for (const auto& line : elsewhere)
        EXPECT_TRUE(line.province.empty()) << line.text;
}

TEST(ReferenceData, EveryAmountAndGroundNamesItsSource)
{
    const auto reference = shipped_reference();
    for (const auto& row : reference.coefficients)
        EXPECT_FALSE(row.in_force.source.empty());
    for (const auto& row : reference.legal_basis)
        EXPECT_FALSE(row.in_force.source.empty());
    for (const auto& row : reference.decision_lines)
        EXPECT_FALSE(row.in_force.source.empty());
}

TEST(ReferenceData, MistakesAreRefusedWithFileAndKey)
{
    EXPECT_EQ(refusal("base_salaries.json", "\"1490000\"", "\"1490000.5\""), "base_salaries.json: dong");
    EXPECT_EQ(refusal("base_salaries.json", "\"1490000\"", "1490000"), "base_salaries.json: dong");
    EXPECT_EQ(refusal("base_salaries.json", "2019-07-01", "2019-02-30"),
              "base_salaries.json: effective_from");
    EXPECT_EQ(refusal("base_salaries.json", "2019-07-01", "01/07/2019"),
              "base_salaries.json: effective_from");
    EXPECT_EQ(refusal("rounding.json", "CEIL_10000\", \"eff", "CEIL\", \"eff"), "rounding.json: mode");
    EXPECT_EQ(refusal("regimes.json", "\"verified\": true", "\"verified\": true, \"extra\": 1"),
              "regimes.json: extra");
    EXPECT_EQ(refusal("reward_coefficients.json", "\"subject\": \"collective\"", "\"subject\": \"unit\""),
              "reward_coefficients.json: subject");
    EXPECT_EQ(refusal("award_kinds.json", "\"certificate\": false", "\"certificate\": \"no\""),
              "award_kinds.json: certificate");
    EXPECT_EQ(refusal("legal_basis_lines.json", "\"position\": 10, ", ""),
              "legal_basis_lines.json: position");
    for (const char* wrong : {"{amount}", "{level", "level}", "{}", "{{level}}"})
        EXPECT_EQ(refusal("decision_lines.json", "Kho bạc Nhà nước {level}", wrong),
                  "decision_lines.json: text")
            << wrong;
    EXPECT_EQ(refusal("decision_lines.json", "của Giám đốc {department}", "của {recipients}"),
              "decision_lines.json: text")
        << "the proposal is worded before the decision";
    EXPECT_EQ(refusal("decision_lines.json", "\"receiver\"", "\"footer\""), "decision_lines.json: part");
    EXPECT_EQ(refusal("regimes.json", "\"rows\"", "\"lines\""), "regimes.json: rows");
}

TEST(ReferenceData, TwoSalariesOnOneDayAreRefused)
{
    EXPECT_EQ(refusal("base_salaries.json", "2023-06-30", "2023-07-01"),
              "base_salaries.json: effective_from");
}

TEST(ReferenceData, AMissingFileIsNamed)
{
    auto texts = shipped_reference_texts();
    texts.erase("rounding.json");
    EXPECT_EQ(rules::parse_reference(texts).error().field, "rounding.json");
}

}  // namespace
