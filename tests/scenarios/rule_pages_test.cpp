#include "rules/rule_set_file.h"
#include "tests/scenarios/rule_site.h"
#include "web/pages/criterion_words.h"
#include "web/pages/proposals.h"
#include "web/pages/rule_form.h"

#include <gmock/gmock.h>

namespace {

using rules_test::unit;
using testing::HasSubstr;

class RulePages : public tests::RuleSite {
protected:
    void SetUp() override
    {
        RuleSite::SetUp();
        publish({unit("Sở Kế hoạch và Đầu tư", 1, "90.94"), unit("Sở Nội vụ", 2, "89.72"),
                 unit("Sở Y tế", 3, "88.6"), unit("Sở Tài chính", 4, "81"), unit("Sở Tư pháp", 5, "70")});
    }

    domain::RuleSetId stored_set() { return version(saved(rules())).rule_set; }
    std::string address(domain::RuleSetId id) { return "/rule-sets/" + id.text(); }

    app::RuleSetVersion newest(domain::RuleSetId id)
    {
        return done(run([&](app::Repositories& r) -> base::Result<app::RuleSetVersion> {
            return r.rule_sets().newest(id).value();
        }));
    }
};

TEST_F(RulePages, AnEmptyOfficeIsToldHowToBegin)
{
    const auto page = get(officer, "/rule-sets");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, "Chưa có bộ quy tắc nào"));
    EXPECT_TRUE(says(page, "/rule-sets/new"));
}

TEST_F(RulePages, AWholeRuleSetIsComposedBySendingTheFormOnly)
{
    auto page = get(officer, "/rule-sets/new?nam=2021");
    page = post(officer, "/rule-sets/compose",
                sent_back(page, {{"name", "Khen thưởng 2021"}, {"new_award", "COT/collective"}}, "them-muc"));
    page = post(officer, "/rule-sets/compose", sent_back(page, {{"a0.new", "floor"}}, "them:0"));
    page = post(officer, "/rule-sets/compose",
                sent_back(page, {{"a0.c1.a", "80,5"}, {"a0.per_group", "1"}, {"new_award", "BKT/collective"}},
                          "them-muc"));
    page = post(
        officer, "/rule-sets/compose",
        sent_back(page, {{"a1.c0.a", "2"}, {"a1.c0.b", "3"}, {"new_award", "BKT/individual"}}, "them-muc"));
    page = post(officer, "/rule-sets/compose", sent_back(page, {{"a1.new", "any"}}, "them:1"));
    EXPECT_TRUE(says(page, "thử 1"));
    const auto stored = post(officer, "/rule-sets", sent_back(page, {}, ""));
    ASSERT_EQ(stored.status, 303) << stored.body;

    const auto rules = newest(*web::Request::parse_id<domain::RuleSetId>(
                                  location(stored).substr(11, location(stored).find('?') - 11)))
                           .rules;
    EXPECT_EQ(rules.name, "Khen thưởng 2021");
    ASSERT_EQ(rules.awards.size(), 3U);
    EXPECT_EQ(rules.awards[0].all, (std::vector{rules_test::place(1, 1), rules_test::floor("80.5")}));
    EXPECT_EQ(rules.awards[0].quota.per_group, 1);
    EXPECT_EQ(rules.awards[1].all[0], rules_test::place(2, 3));
    EXPECT_TRUE(std::holds_alternative<domain::AnyOf>(rules.awards[1].all[1].what));
    EXPECT_EQ(rules.awards[2].per, domain::AwardRule::Per::AssessedUnit);
    EXPECT_TRUE(rules.exclude_unranked && rules.exclude_last_place);
}

TEST_F(RulePages, TheFormGivesBackWhatTheRulesSay)
{
    auto set = rules();
    set.framework.bands = {{"Tốt", rules_test::number("80")}, {"Khá", rules_test::number("70.5")}};
    set.framework.ties = {"Điều tra", "Thẩm định"};
    set.awards[0].all.push_back(rules_test::any({rules_test::band("Tốt"), rules_test::rise_points("2.5")}));
    set.awards[0].quota = {.total = 2, .per_group = 1, .percent = rules_test::number("12.5")};
    set.awards[0].ground = "Quyết định số 12/QĐ-UBND";
    set.awards[1].fill = true;
    const auto reading = web::rules_of(web::form_of(set));
    EXPECT_TRUE(reading.errors.empty());
    EXPECT_EQ(reading.rules, set);
}

TEST_F(RulePages, ConditionsAndAwardsAreTakenAwayByTheirButtons)
{
    auto page = get(officer, address(stored_set()));
    page = post(officer, "/rule-sets/compose", sent_back(page, {}, "bo:0:1"));
    EXPECT_FALSE(says(page, "name=\"a0.c1.a\""));
    page = post(officer, "/rule-sets/compose", sent_back(page, {}, "bo-muc:1"));
    EXPECT_FALSE(says(page, "name=\"a2.award\""));
    for (const char* nonsense : {"bo:9:9", "bo", "them:", "len:0", "bo:0:0:0", "bo-muc:x", ":::"})
        EXPECT_EQ(post(officer, "/rule-sets/compose", sent_back(page, {}, nonsense)).status, 200) << nonsense;
}

TEST_F(RulePages, TryingOutShowsWhoEntersWhoLeavesAndWhy)
{
    auto page = get(officer, address(stored_set()));
    EXPECT_TRUE(says(page, "chưa đổi gì"));
    page = post(officer, "/rule-sets/compose", sent_back(page, {{"a0.c1.a", "91"}, {"a1.c0.b", "4"}}));
    EXPECT_TRUE(says(page, "đang thử · trước là 80"));
    EXPECT_TRUE(says(page, "đang thử · trước là 2–3"));
    EXPECT_TRUE(says(page, "hiện tại 1 → thử 0"));
    EXPECT_TRUE(says(page, "Sở Tài chính → Bằng khen"));
    EXPECT_TRUE(says(page, "Sở Kế hoạch và Đầu tư · mất Cờ thi đua"));
    EXPECT_TRUE(says(page, "Cờ thi đua: thiếu 0,06 điểm; Bằng khen: ngoài hạng 2–4"));
    // Money of 30/03/2022: a flag less, a certificate of a collective more.
    EXPECT_TRUE(says(page, "▼"));
}

TEST_F(RulePages, ARefusedValueKeepsWhatWasTypedAndNamesTheField)
{
    const auto id = stored_set();
    auto page = get(officer, address(id));
    const auto refused = post(officer, "/rule-sets", sent_back(page, {{"a0.c1.a", "tám mươi"}}, ""));
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(says(refused, "value=\"tám mươi\""));
    EXPECT_TRUE(says(refused, "không phải là số"));
    EXPECT_TRUE(says(refused, "href=\"#a0.c1.a\""));
    EXPECT_EQ(newest(id).number, 1);
}

TEST_F(RulePages, AStaleComposerIsToldAndLosesNothing)
{
    const auto id = stored_set();
    const auto page = get(officer, address(id));
    ASSERT_EQ(post(officer, "/rule-sets", sent_back(page, {{"a0.c1.a", "85"}}, "")).status, 303);
    const auto refused =
        post(actor(domain::Role::Officer), "/rule-sets", sent_back(page, {{"a0.c1.a", "70"}}, ""));
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(says(refused, officer.user.name));
    EXPECT_TRUE(says(refused, "value=\"70\""));
}

TEST_F(RulePages, FilesGoOutAndComeBackTheSame)
{
    const auto id = stored_set();
    const auto file = get(officer, address(id) + "/file?ban=1");
    EXPECT_EQ(file.type, "application/json");
    EXPECT_EQ(*rules::read_rule_set(file.body).rules, rules());
    const auto page = upload(officer, "/rule-sets/file", file.body);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, "chưa có gì được lưu"));
    const auto wrong = upload(officer, "/rule-sets/file", R"({"awards": [{"award": "COT", "colour": 1}]})");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(says(wrong, "awards[0].colour"));
}

TEST_F(RulePages, TheHistoryIsWordedInTheReadersLanguage)
{
    const auto id = stored_set();
    auto changed = rules();
    changed.awards[0].all[1] = rules_test::floor("85.5");
    changed.awards[1].quota.per_group = 2;
    changed.awards[1].ground = "QĐ 12";
    done(save(officer, {id, 1, changed, {}}));
    changed.awards[0].fill = true;
    done(save(officer, {id, 2, changed, "theo ý kiến Hội đồng"}));
    EXPECT_TRUE(says(get(officer, address(id)), "Mục 1: điểm từ 80 → điểm từ 85,5"));

    texts = *web::Texts::load(VINHDANH_SOURCE_DIR "/config/texts/en");
    const auto page = get_english(officer, address(id));
    EXPECT_TRUE(says(page,
                     "Item 1: index at least 80 → index at least 85,5; Item 2: number per group no limit → "
                     "2; Item 2: legal ground: QĐ 12"))
        << page.body;
    EXPECT_TRUE(says(page, "First version"));
    EXPECT_TRUE(says(page, "theo ý kiến Hội đồng")) << "the officer's own words stay";
    EXPECT_TRUE(says(get_english(actor(domain::Role::Appraiser), address(id)), "index at least 85,5"));
}

TEST_F(RulePages, AwardsTheCatalogueLacksAreRefusedWithTheirItem)
{
    auto set = rules();
    set.awards[1].award = "XYZ";
    set.awards[2].award = "COT";  // a flag is no award for a person
    const auto read = upload(officer, "/rule-sets/file", rules::write_rule_set(set));
    EXPECT_TRUE(says(read, "Mục 2: danh mục không có hình thức khen thưởng mã “XYZ”."));
    EXPECT_TRUE(says(read, "Mục 3: Cờ thi đua"));
    EXPECT_EQ(post(officer, "/rule-sets", sent_back(read, {}, "")).status, 422);
}

TEST_F(RulePages, OthersReadTheRulesInWords)
{
    const auto id = stored_set();
    const auto page = get(actor(domain::Role::Appraiser), address(id));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, "điểm từ 80"));
    EXPECT_FALSE(says(page, "action=\"/rule-sets"));
    EXPECT_EQ(post(actor(domain::Role::Appraiser), "/rule-sets", {}).status, 403);
}

class ProposalPages : public RulePages {
protected:
    std::string ran(const domain::RuleSet& set)
    {
        const auto id = saved(set);
        const auto answer = post(officer, "/proposals", {{"round", round_id.text()}, {"version", id.text()}});
        EXPECT_EQ(answer.status, 303) << answer.body;
        return location(answer);
    }
};

TEST_F(ProposalPages, RoundsSayWhatCanBeRun)
{
    EXPECT_TRUE(says(get(officer, "/proposals"),
                     "<a class=\"btn btn-primary\" href=\"/rule-sets/new?nam=2021\">Soạn bộ quy tắc"));
    saved(rules());
    EXPECT_TRUE(says(get(officer, "/proposals?round=" + round_id.text()), "Chạy đề xuất"));
}

TEST_F(ProposalPages, ARunShowsProposalsReasonsAndNearMisses)
{
    const auto page = get(officer, ran(rules()));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, "Đứng đầu khối; vượt ngưỡng 80 là 10,94 điểm"));
    EXPECT_TRUE(says(page, "Hạng 2 trong khối (2–3)"));
    EXPECT_TRUE(says(page, "5 suất, mỗi đơn vị được chấm điểm 1 người"));
    EXPECT_TRUE(says(page, "kém hạng 3 là 7,60 điểm"));
    EXPECT_TRUE(says(page, "Nghị định 91/2017/NĐ-CP, Điều 12"));
    EXPECT_FALSE(says(page, "quota_group")) << "never codes";
    EXPECT_FALSE(says(page, "BKT"));
}

TEST_F(ProposalPages, PlacesOfOneAwardAreListedOnce)
{
    auto set = rules();
    set.awards.push_back(rules_test::individual("BKT", domain::AwardRule::Per::RewardedUnit, 1));
    const auto page = get(officer, ran(set));
    // Five assessed units and the three rewarded ones.
    EXPECT_TRUE(says(page, "8 suất"));
    EXPECT_FALSE(says(page, "8 suất, mỗi"));
}

TEST_F(ProposalPages, AnEmptyResultIsExplained)
{
    auto set = rules();
    set.awards.resize(1);
    set.awards[0].all[1] = rules_test::floor("99");
    const auto page = get(officer, ran(set));
    EXPECT_TRUE(says(page, "Để trống cũng là kết quả hợp lệ"));
    EXPECT_TRUE(says(page, "Không có gì để đưa vào hồ sơ."));
}

TEST_F(ProposalPages, NamingTheGroundMakesANewVersionAndRun)
{
    const auto first = ran(rules());
    EXPECT_TRUE(says(get(officer, first), "Gắn văn bản…"));
    const auto refused = post(officer, first + "/ground", {{"award", "COT"}, {"ground", " "}});
    EXPECT_EQ(refused.status, 422);
    const auto done =
        post(officer, first + "/ground", {{"award", "COT"}, {"ground", "Quyết định số 12/QĐ-UBND"}});
    ASSERT_EQ(done.status, 303);
    const auto page = get(officer, location(done));
    EXPECT_FALSE(says(page, "Gắn văn bản…"));
    EXPECT_TRUE(says(page, "bộ quy tắc bản 2"));
    EXPECT_TRUE(says(get(officer, first), "lần chạy mới hơn"));
}

TEST_F(ProposalPages, ARunGoesOutAsAWorkbook)
{
    const auto address = ran(rules());
    EXPECT_TRUE(says(get(officer, address), address + "/sheet.xlsx"));
    const auto file = get(officer, address + "/sheet.xlsx");
    EXPECT_EQ(file.status, 200);
    EXPECT_TRUE(file.body.starts_with("PK"));
    EXPECT_EQ(get(actor(domain::Role::ProposingUnit), address + "/sheet.xlsx").status,
              get(actor(domain::Role::ProposingUnit), address).status);
    EXPECT_EQ(get(officer, "/proposals/999999/sheet.xlsx").status, 404);
}

TEST_F(ProposalPages, TheWorkbookHasEveryReasonInWords)
{
    const auto address = ran(rules());
    const auto id = *web::Request::parse_id<domain::RunId>(address.substr(address.rfind('/') + 1));
    const auto view =
        done(run([&](app::Repositories& r) { return app::view_proposals(r, officer, reference, id); }));
    web::Request request;
    request.user = officer.user;
    const auto sheets = web::proposal_sheets(request, reference, view);
    ASSERT_EQ(sheets.size(), 6U);
    const auto lines = [](const documents::TableSheet& sheet) {
        std::vector<std::string> said;
        for (const auto& row : sheet.rows) {
            std::vector<std::string> cells;
            for (const auto& cell : row) {
                const auto* number = std::get_if<documents::TableNumber>(&cell);
                cells.push_back(number ? number->value.vietnamese(number->decimals)
                                       : std::get<std::string>(cell));
            }
            said.push_back(base::join(cells, " | "));
        }
        return said;
    };
    EXPECT_THAT(lines(sheets[0]).at(0),
                HasSubstr("Sở Kế hoạch và Đầu tư | Các sở | 1 | 90,94 | Đứng đầu khối"));
    EXPECT_THAT(lines(sheets[1]), testing::Contains(HasSubstr(
                                      "Sở Kế hoạch và Đầu tư | Được đề xuất | Điểm chỉ số | ≥ 80 | 90,94 | "
                                      "Đạt | Bộ quy tắc bản 1, mục 1 | PAR 2021!F8")));
    EXPECT_THAT(lines(sheets[1]), testing::Contains(HasSubstr("Căn cứ xét")));
    EXPECT_THAT(lines(sheets[2]),
                testing::Contains(HasSubstr("Sở Tài chính | Các sở | 4 | 81,00 | Hạng trong khối")));
    EXPECT_THAT(lines(sheets[3]), testing::Contains(HasSubstr("Sở Tư pháp")));
    EXPECT_EQ(sheets[4].rows.size(), 5U);
    EXPECT_THAT(lines(sheets[5]), testing::Contains(HasSubstr("Cờ thi đua")));
    for (const auto& sheet : sheets)
        for (const auto& line : lines(sheet)) {
            EXPECT_THAT(line, testing::Not(HasSubstr("BKT")));
            EXPECT_THAT(line, testing::Not(HasSubstr("quota_")));
        }
}

TEST_F(ProposalPages, AlternativesAndDecisionsAreWordedInTheReadersLanguage)
{
    auto english = *web::Texts::load(VINHDANH_SOURCE_DIR "/config/texts/en");
    web::Request request;
    request.texts = &english;
    request.language = web::Language::English;
    domain::Criterion criterion;
    criterion.required = "hạng 1 hoặc tăng điểm >= 5";
    criterion.actual = "hạng 4; tăng điểm chưa rõ";
    EXPECT_EQ(web::required_words(request, criterion), "place 1 or rise in points ≥ 5");
    EXPECT_EQ(web::actual_words(request, criterion), "place 4; rise in points not known");
    criterion.code = domain::CriterionCode::QuotaTotal;
    criterion.required = "<= 2";
    criterion.actual = "2 (cán bộ chọn: theo tờ trình 12-3, mục 1.2)";
    EXPECT_EQ(web::actual_words(request, criterion), "2 (chosen by an officer: theo tờ trình 12-3, mục 1.2)")
        << "the reason is the officer's own and stays as written";
    request.language = web::Language::Vietnamese;
    EXPECT_EQ(web::actual_words(request, criterion), criterion.actual);
}

TEST_F(ProposalPages, ADossierIsMadeFromARunOnce)
{
    const auto address = ran(rules());
    const auto made = post(officer, address + "/dossier", {});
    ASSERT_EQ(made.status, 303) << made.body;
    EXPECT_THAT(location(made), HasSubstr("/dossiers/"));
    EXPECT_TRUE(says(get(officer, address), "Mở HS"));
    EXPECT_EQ(post(officer, address + "/dossier", {}).status, 409);
}

TEST_F(ProposalPages, WhoMayOnlyLookSeesNoForms)
{
    const auto address = ran(rules());
    const auto page = get(actor(domain::Role::Director), address);
    EXPECT_EQ(page.status, 200);
    EXPECT_FALSE(says(page, "action=\"/proposals"));
    EXPECT_EQ(post(actor(domain::Role::Director), address + "/dossier", {}).status, 403);
}

class TiePages : public tests::RuleSite {};

TEST_F(TiePages, AnOfficerDecidesOnThePageAndTheReasonIsShown)
{
    publish(
        {unit("Sở Kế hoạch và Đầu tư", 1, "90.94"), unit("Sở Nội vụ", 2, "85"), unit("Sở Y tế", 2, "85")});
    auto set = rules();
    set.awards[1].all = {rules_test::floor("60")};
    set.awards[1].quota.total = 1;
    const auto version_id = saved(set);
    const auto tied =
        location(post(officer, "/proposals", {{"round", round_id.text()}, {"version", version_id.text()}}));
    const auto page = get(officer, tied);
    EXPECT_TRUE(says(page, "2 đơn vị cùng hạng 2 nhưng chỉ còn 1 suất"));
    EXPECT_TRUE(says(page, tied + "/tie"));
    EXPECT_FALSE(says(get(actor(domain::Role::Director), tied), tied + "/tie"));
    EXPECT_EQ(
        post(officer, tied + "/tie", {{"award", "BKT"}, {"recipient", "Sở Y tế"}, {"reason", " "}}).status,
        422);
    const auto decided =
        post(officer, tied + "/tie", {{"award", "BKT"}, {"recipient", "Sở Y tế"}, {"reason", "70% là nữ"}});
    ASSERT_EQ(decided.status, 303);
    EXPECT_TRUE(says(get(officer, location(decided)), "1 (cán bộ chọn: 70% là nữ)"));
}

}  // namespace
