#include "domain/user.h"
#include "domain/verdict.h"

#include <gtest/gtest.h>

namespace {

using domain::Criterion;
using domain::CriterionCode;
using domain::Verdict;

Criterion criterion(CriterionCode code, std::optional<bool> met)
{
    Criterion made;
    made.code = code;
    made.met = met;
    return made;
}

TEST(Verdict, OneUnmetCriterionExcludes)
{
    const Verdict verdict{{criterion(CriterionCode::Place, true), criterion(CriterionCode::Floor, false)}};
    EXPECT_FALSE(verdict.eligible());
    EXPECT_EQ(verdict.unmet(), 1);
}

TEST(Verdict, WhatIsNotKnownNeverExcludes)
{
    const Verdict verdict{
        {criterion(CriterionCode::Place, true), criterion(CriterionCode::Ground, std::nullopt)}};
    EXPECT_TRUE(verdict.eligible());
    EXPECT_EQ(verdict.unmet(), 0);
}

TEST(Verdict, EveryCriterionHasACodeThatLeadsBackToIt)
{
    for (const auto* code : {"place", "floor", "band", "rise_points", "rise_places", "quota_total",
                             "quota_group", "quota_percent", "one_award", "excluded", "ground"}) {
        const auto found = domain::criterion_from_code(code);
        ASSERT_TRUE(found) << code;
        EXPECT_EQ(domain::criterion_code(*found), code);
    }
    EXPECT_FALSE(domain::criterion_from_code("score"));
}

TEST(Role, EveryRoleHasACodeThatLeadsBackToIt)
{
    for (const auto* code : {"officer", "proposing_unit", "appraiser", "director", "chair", "clerk",
                             "administrator", "auditor"}) {
        const auto role = domain::role_from_code(code);
        ASSERT_TRUE(role) << code;
        EXPECT_EQ(domain::role_code(*role), code);
    }
    EXPECT_FALSE(domain::role_from_code("root"));
}

}  // namespace
