#include "app/audit_trail.h"
#include "tests/app/decision_case.h"

#include <algorithm>

namespace {

using base::Date;
using base::ErrorKind;
using domain::DossierState;
using domain::RecipientKind;

class Decisions : public tests::DecisionCase {
protected:
    std::vector<domain::DecisionRecipient> recipients(domain::DecisionId id)
    {
        return done(run([&](app::Repositories& r) -> base::Result<std::vector<domain::DecisionRecipient>> {
            return r.decisions().recipients(id);
        }));
    }
    app::DecisionPage page(const std::string& award = {}, std::optional<Date> day = {})
    {
        return done(run([&](app::Repositories& r) {
            return app::view_decisions(r, clerk, reference, dossier_id, award, day);
        }));
    }
    app::FoundRecords search(const std::string& text)
    {
        app::RecordFilter filter;
        filter.text = text;
        return done(run([&](app::Repositories& r) { return app::search_records(r, clerk, filter); }));
    }
    std::string field_of(const app::DecisionForm& form)
    {
        const auto numbered = number("BKT", form);
        return numbered ? "accepted" : numbered.error().field;
    }
};

TEST_F(Decisions, AreOnePerAwardFormWithTheirMoney)
{
    const auto shown = page();
    ASSERT_EQ(shown.tabs.size(), 2U);
    EXPECT_EQ(shown.tabs[0].award, "COT");
    EXPECT_EQ(shown.tabs[0].total, 11'920'000);
    EXPECT_EQ(shown.tabs[1].award, "BKT");
    EXPECT_EQ(shown.tabs[1].total, 2'980'000 + 3 * 1'490'000);
    EXPECT_EQ(shown.earliest, Date(2022, 3, 14));
    EXPECT_TRUE(shown.may_number);
    ASSERT_EQ(shown.signers.size(), 1U);
}

TEST_F(Decisions, FreezeRecipientsInOfficialOrderWithOrdinalsAcrossGroups)
{
    const auto id = done(number("BKT", form()));
    const auto all = recipients(id);
    ASSERT_EQ(all.size(), 4U);
    EXPECT_EQ(all[0].kind, RecipientKind::Collective);
    EXPECT_EQ(all[0].name, "Sở Nội vụ");
    EXPECT_EQ(all[0].unit_name, "Tỉnh Đồng Tháp");
    EXPECT_EQ(all[1].addressed(), "Bà Nguyễn Mẫu An");
    EXPECT_EQ(all[1].unit_name, "Sở Kế hoạch và Đầu tư");
    EXPECT_EQ(all[3].ordinal, 4);
    EXPECT_EQ(all[3].unit_name, "Huyện Châu Thành");
    EXPECT_EQ(all[1].achievement, "Đã có thành tích xuất sắc trong công tác cải cách hành chính năm 2021");
    EXPECT_EQ(all[0].base_salary, 1'490'000);

    done(run([&](app::Repositories& r) -> base::Result<void> {
        auto unit = *r.units().find(home);
        unit.official_name = "Sở Nội vụ mới";
        return r.units().save(officer, unit, Date(2022, 3, 29));
    }));
    EXPECT_EQ(recipients(id)[0].name, "Sở Nội vụ") << "the register keeps the present, the decision the past";
}

TEST_F(Decisions, ListTheirCollectivesFirstThenPeopleOfOneUnitByGivenName)
{
    auto several = draft();
    several.proposals = {proposal("BKT", "Sở Nội vụ", 2)};
    several.places = {{"Sở Nội vụ", "Các sở", "BKT", 4}};
    dossier_id = approved_dossier(several, {"An Mẫu Yến", "Bùi Mẫu Đức", "Vũ Mẫu Ánh", "Đỗ Mẫu Dung"});
    std::vector<std::string> names;
    for (const auto& each : recipients(done(number("BKT", form()))))
        names.push_back(each.name);
    EXPECT_EQ(names, (std::vector<std::string>{"Sở Nội vụ", "Vũ Mẫu Ánh", "Đỗ Mẫu Dung", "Bùi Mẫu Đức",
                                               "An Mẫu Yến"}));
}

TEST_F(Decisions, HoldNobodyBeforeTheChairHasApproved)
{
    const auto id = created();
    EXPECT_TRUE(approved(id).empty());
    EXPECT_TRUE(done(run([&](app::Repositories& r) -> base::Result<std::vector<std::string>> {
                    return app::award_forms(r, id);
                })).empty());
}

TEST_F(Decisions, ACorrectedDatePaysByTheSalaryOfItsDay)
{
    const auto id = done(number("BKT", form(414)));
    EXPECT_EQ(decision(id).money, 5 * 1'490'000);
    for (auto& salary : reference.base_salaries)
        if (salary.in_force.on(Date(2022, 3, 29))) {
            auto raised = salary;
            raised.dong = 1'600'000;
            raised.in_force.from = Date(2022, 3, 29);
            salary.in_force.to = Date(2022, 3, 28);
            reference.base_salaries.push_back(raised);
            break;
        }
    auto later = form(414);
    later.date = Date(2022, 3, 29);
    done(correct(id, later, "Chủ tịch ký ngày 29"));
    EXPECT_EQ(decision(id).money, 5 * 1'600'000);
    EXPECT_EQ(recipients(id)[0].money, 3'200'000);
    EXPECT_EQ(search("noi vu").page.rows[0].money, 3'200'000);
    EXPECT_TRUE(page("BKT").tabs[1].void_numbers.empty()) << "the number stayed";
}

TEST_F(Decisions, MakeTheDossierDecidedWithTheLastNumber)
{
    done(number("COT", form(412)));
    EXPECT_EQ(dossier(dossier_id).state, DossierState::Approved);
    done(number("BKT", form(414)));
    EXPECT_EQ(dossier(dossier_id).state, DossierState::Decided);
    EXPECT_EQ(page("BKT").tabs[0].decision->number.text(), "412/QĐ-UBND-HC");
}

TEST_F(Decisions, HaveALeadingZeroBelowTen)
{
    const auto id = done(number("COT", form(5)));
    EXPECT_EQ(decision(id).number.text(), "05/QĐ-UBND-HC");
}

TEST_F(Decisions, WriteRecordsInTheSameTransaction)
{
    done(number("BKT", form(414)));
    EXPECT_EQ(search("").page.total, 4);
    const auto refused = number("BKT", form(415));
    EXPECT_FALSE(refused);
    EXPECT_EQ(search("").page.total, 4);
}

TEST_F(Decisions, RefuseWhatIsTypedWrongAndNameTheField)
{
    auto wrong = form(0);
    EXPECT_EQ(field_of(wrong), "number");
    wrong = form();
    wrong.symbol = " ";
    EXPECT_EQ(field_of(wrong), "symbol");
    wrong = form();
    wrong.date.reset();
    EXPECT_EQ(field_of(wrong), "date");
    wrong.date = Date(2022, 3, 13);
    EXPECT_EQ(field_of(wrong), "date") << "before the publication it rests on";
    wrong.date = Date(2022, 3, 31);
    EXPECT_EQ(field_of(wrong), "date") << "in the future";
    wrong = form();
    wrong.signer = former;
    EXPECT_EQ(field_of(wrong), "signer");
    auto earliest = form();
    earliest.date = Date(2022, 3, 14);
    EXPECT_EQ(field_of(earliest), "accepted") << "on the publication's own day";
}

TEST_F(Decisions, OfferTheSignersOfTheDateTheClerkTyped)
{
    const auto offered = [&](std::optional<Date> typed) {
        std::vector<std::string> names;
        const auto shown = done(run([&](app::Repositories& r) {
            return app::view_decisions(r, clerk, reference, dossier_id, "BKT", {}, typed);
        }));
        for (const auto& signer : shown.signers)
            names.push_back(signer.name);
        return names;
    };
    EXPECT_EQ(offered({}), (std::vector<std::string>{"Trần Mẫu Thưởng"}));
    EXPECT_EQ(offered(Date(2020, 12, 31)), (std::vector<std::string>{"Lê Mẫu Cựu"}));
}

TEST_F(Decisions, MayBeDatedBeforeTheyAreEntered)
{
    EXPECT_TRUE(decision(done(number("COT", form(1)))).entered_late);
    auto today = form(2);
    today.date = Date(2022, 3, 30);
    EXPECT_FALSE(decision(done(number("BKT", today))).entered_late);
}

TEST_F(Decisions, NumbersAreUniqueBySymbolAndYear)
{
    done(number("COT", form(412)));
    const auto twice = number("BKT", form(412));
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().field, "number");
    auto other = form(412);
    other.symbol = "QĐ-UBND";
    EXPECT_TRUE(number("BKT", other));
}

TEST_F(Decisions, ACorrectedNumberLeavesTheOldOneVoidAndUnusable)
{
    const auto id = done(number("BKT", form(413)));
    EXPECT_FALSE(correct(id, form(414), "")) << "a reason is asked for";
    done(correct(id, form(414), "Nhập nhầm, văn thư đã cấp số 413 cho văn bản khác."));
    EXPECT_EQ(decision(id).number.number, 414);
    const auto tabs = page("BKT").tabs;
    ASSERT_EQ(tabs[1].void_numbers.size(), 1U);
    EXPECT_EQ(tabs[1].void_numbers[0].number.text(), "413/QĐ-UBND-HC");
    EXPECT_EQ(tabs[1].void_numbers[0].voided_by, clerk.user.name);
    EXPECT_FALSE(number("COT", form(413)));
    EXPECT_EQ(search("414").page.total, 4);
    EXPECT_EQ(search("413").page.total, 0);
}

TEST_F(Decisions, ACorrectedSignerKeepsTheNumber)
{
    const auto id = done(number("BKT", form(413)));
    auto changed = form(413);
    changed.authority = domain::Authority::Body;
    done(correct(id, changed, "Ký thay mặt Ủy ban"));
    EXPECT_EQ(decision(id).authority, domain::Authority::Body);
    EXPECT_TRUE(page("BKT").tabs[1].void_numbers.empty());
}

// After the merger of provinces a reprint still says what was signed.
TEST_F(Decisions, KeepTheNamesTheOfficeBoreWhenTheyWereNumbered)
{
    const auto before = done(number("COT", form(412)));
    done(run([&](app::Repositories& r) -> base::Result<void> {
        auto office = r.office().office();
        office.province = "Tây Ninh";
        office.committee = "Ủy ban nhân dân tỉnh Tây Ninh";
        office.department = "Ban Thi đua";
        office.place = "Long An";
        return r.office().save(officer, office);
    }));
    auto next_day = form(413);
    next_day.date = Date(2022, 3, 29);
    const auto after = done(number("BKT", next_day));
    domain::DecisionLine line;
    line.text = "Giao {department} tỉnh Đồng Tháp.";
    line.position = 35;
    line.province = "Đồng Tháp";
    reference.decision_lines.push_back(line);
    const auto printed = [&](domain::DecisionId id) {
        return done(run([&](app::Repositories& r) { return app::decision_papers(r, clerk, reference, id); }));
    };
    const auto expect_old = [&](const std::string& number) {
        const auto papers = printed(before);
        const auto paper = papers.paper();
        EXPECT_EQ(paper.agency, (std::vector<std::string>{"ỦY BAN NHÂN DÂN", "TỈNH ĐỒNG THÁP"}));
        EXPECT_EQ(paper.authority, "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP");
        EXPECT_EQ(paper.place_and_date, "Đồng Tháp, ngày 28 tháng 3 năm 2022");
        ASSERT_EQ(paper.articles.size(), 5U);
        EXPECT_EQ(paper.articles[3], "Giao Sở Nội vụ tỉnh Đồng Tháp.");
        EXPECT_EQ(papers.list().attached[0],
                  "(Kèm theo Quyết định số " + number + "/QĐ-UBND-HC ngày 28 tháng 3 năm 2022");
        EXPECT_EQ(papers.list().attached[1], "của Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp)");
        EXPECT_EQ(papers.certificates().authority, "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP");
        EXPECT_EQ(papers.certificates().place_and_date, "Đồng Tháp, ngày 28 tháng 3 năm 2022");
    };
    expect_old("412");
    const auto preview = app::list_preview(page("COT"));
    ASSERT_EQ(preview.attached.size(), 2U);
    EXPECT_EQ(preview.attached[1], "của Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp)");
    EXPECT_EQ(printed(after).paper().authority, "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH TÂY NINH");
    EXPECT_EQ(printed(after).paper().place_and_date, "Long An, ngày 29 tháng 3 năm 2022");
    EXPECT_EQ(printed(after).certificates().authority, "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH TÂY NINH");
    EXPECT_EQ(printed(after).paper().recipients.back(), "Lưu: VT, BTĐ");

    domain::LegalBasisLine ground;
    ground.text = "Căn cứ nghị quyết của Đồng Tháp";
    ground.province = "Đồng Tháp";
    reference.legal_basis.push_back(ground);
    done(correct(before, form(411), "Nhập nhầm số."));
    expect_old("411");
    const auto grounds = decision(before).grounds;
    EXPECT_NE(std::ranges::find(grounds, ground.text), grounds.end());
}

TEST_F(Decisions, NothingChangesOnceIssued)
{
    const auto id = done(number("BKT", form(414)));
    done(issue(id));
    EXPECT_TRUE(decision(id).issued());
    EXPECT_FALSE(correct(id, form(415), "Nhầm"));
    EXPECT_FALSE(issue(id));
}

TEST_F(Decisions, AStaleWriterIsToldWhoWasFaster)
{
    const auto id = done(number("BKT", form(414)));
    done(correct(id, form(415), "Nhầm"));
    const auto late = run([&](app::Repositories& r) { return app::issue_decision(r, clerk, id, 1); });
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().kind, ErrorKind::Conflict);
    EXPECT_NE(late.error().message.vietnamese().find(clerk.user.name), std::string::npos);
}

TEST_F(Decisions, AreTheClerksAlone)
{
    for (const auto& who : {officer, appraiser, director, chair}) {
        const auto tried = run([&](app::Repositories& r) {
            return app::number_decision(r, who, reference, dossier_id, r.dossiers().find(dossier_id)->version,
                                        "BKT", form());
        });
        ASSERT_FALSE(tried);
        EXPECT_EQ(tried.error().kind, ErrorKind::Forbidden);
    }
}

TEST_F(Decisions, LeaveAnAuditEntryPerAct)
{
    const auto id = done(number("BKT", form(413)));
    done(correct(id, form(414), "Nhầm"));
    done(issue(id));
    const auto entries =
        done(run([&](app::Repositories& r) -> base::Result<std::vector<app::StoredAuditEntry>> {
            app::AuditFilter filter;
            filter.stream = "decision/" + id.text();
            return r.audit().find(filter);
        }));
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(entries[0].entry.action, "decision.issued");
    EXPECT_EQ(entries[1].entry.reason, "Nhầm");
}

TEST_F(Decisions, PrintTheIssuerOnTheObjectAndTheAuthorityOnTheDecision)
{
    const auto id = done(number("COT", form(412)));
    const auto papers =
        done(run([&](app::Repositories& r) { return app::decision_papers(r, clerk, reference, id); }));
    const auto paper = papers.paper();
    EXPECT_EQ(paper.authority, "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP");
    EXPECT_EQ(paper.agency, (std::vector<std::string>{"ỦY BAN NHÂN DÂN", "TỈNH ĐỒNG THÁP"}));
    EXPECT_EQ(paper.articles[0], "Tặng Cờ thi đua của Ủy ban nhân dân tỉnh cho 01 tập thể đã có thành tích "
                                 "xuất sắc trong công tác cải "
                                 "cách hành chính năm 2021 (có Danh sách kèm theo).");
    EXPECT_NE(
        paper.articles[1].find("mỗi tập thể 11.920.000 đồng; tổng số tiền 11.920.000 đồng (Mười một triệu"),
        std::string::npos);
    EXPECT_TRUE(paper.draft);
    EXPECT_EQ(paper.grounds.back(), "Theo đề nghị của Giám đốc Sở Nội vụ");
    EXPECT_EQ(papers.certificates().authority, "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP");
    EXPECT_EQ(papers.file_name("list.pdf"), "Danh sách 412-QD-UBND-HC-2022.pdf");
    EXPECT_TRUE(documents::decision_pdf(paper));
    EXPECT_TRUE(documents::award_list_pdf(papers.list()));
}

TEST_F(Decisions, AreWordedByTheLinesInForceOnTheirDay)
{
    const auto id = done(number("BKT", form(414)));
    const auto printed = [&] {
        return done(run([&](app::Repositories& r) { return app::decision_papers(r, clerk, reference, id); }))
            .paper();
    };
    const auto before = printed();
    EXPECT_EQ(before.subject,
              (std::vector<std::string>{
                  "Về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
                  "cho các tập thể, cá nhân đã có thành tích xuất sắc trong công tác cải cách "
                  "hành chính năm 2021"}));
    EXPECT_EQ(
        before.articles.back(),
        "Chánh Văn phòng Ủy ban nhân dân tỉnh; Giám đốc Sở Nội vụ; Giám đốc Sở Tài chính; Thủ trưởng các "
        "cơ quan, đơn vị liên quan và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành "
        "Quyết định này");
    EXPECT_EQ(before.recipients, (std::vector<std::string>{"Như Điều 4", "TT Tỉnh ủy, TT HĐND tỉnh",
                                                           "Chủ tịch, các PCT UBND tỉnh",
                                                           "Kho bạc Nhà nước tỉnh", "Lưu: VT, SNV"}));

    domain::DecisionLine line;
    line.text = "Giao {department} công bố.";
    line.position = 35;
    line.in_force.from = Date(2022, 3, 29);
    reference.decision_lines.push_back(line);
    EXPECT_EQ(printed().articles, before.articles) << "a later line leaves an earlier decision as it was";
    reference.decision_lines.back().in_force.from = Date(2022, 3, 28);
    ASSERT_EQ(printed().articles.size(), 5U);
    EXPECT_EQ(printed().articles[3], "Giao Sở Nội vụ công bố.");
    EXPECT_EQ(printed().recipients[0], "Như Điều 5");
    reference.decision_lines.back().province = "Tây Ninh";
    EXPECT_EQ(printed().articles, before.articles);
}

TEST_F(Decisions, OfTheSampleSaySoOnEveryPaper)
{
    const auto id = done(number("BKT", form(414)));
    auto papers =
        done(run([&](app::Repositories& r) { return app::decision_papers(r, clerk, reference, id); }));
    EXPECT_EQ(papers.paper().footer, "");
    EXPECT_EQ(papers.certificates().footer, "");
    papers.decision.illustrative = true;
    EXPECT_EQ(papers.paper().footer, "Số liệu minh họa");
    EXPECT_EQ(papers.certificates().footer, "Số liệu minh họa");
    EXPECT_NE(papers.list().footer.find("số liệu minh họa"), std::string::npos);
}

TEST_F(Decisions, AreNotNumberedOnADayWithoutWording)
{
    reference.decision_lines.clear();
    EXPECT_EQ(field_of(form()), "date");
}

TEST_F(Decisions, NameTheIssuerInFullOnlyWhenItIsTheProvinces)
{
    const auto id = done(number("BKT", form(414)));
    auto papers =
        done(run([&](app::Repositories& r) { return app::decision_papers(r, clerk, reference, id); }));
    EXPECT_EQ(papers.certificates().authority, "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP");
    papers.decision.office.committee = "Ủy ban nhân dân thành phố Cần Thơ";
    EXPECT_EQ(papers.certificates().authority, "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ");
    papers.decision.issuer = "Thủ tướng Chính phủ";
    EXPECT_EQ(papers.certificates().authority, "THỦ TƯỚNG CHÍNH PHỦ");
}

TEST_F(Decisions, ABodysDecisionIsSignedOnItsBehalf)
{
    auto typed = form(412);
    typed.authority = domain::Authority::Body;
    const auto id = done(number("COT", typed));
    const auto papers =
        done(run([&](app::Repositories& r) { return app::decision_papers(r, clerk, reference, id); }));
    EXPECT_EQ(papers.paper().authority, "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP");
    EXPECT_EQ(papers.paper().signature.title, (std::vector<std::string>{"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"}));
}

TEST_F(Decisions, CertificatesCarryTheGoldenBookNumber)
{
    const auto id = done(number("BKT", form(5)));
    const auto papers =
        done(run([&](app::Repositories& r) { return app::decision_papers(r, clerk, reference, id); }));
    const auto batch = papers.certificates();
    ASSERT_EQ(batch.certificates.size(), 4U);
    EXPECT_EQ(batch.object, "BẰNG KHEN");
    EXPECT_EQ(batch.decision, "Quyết định số 05/QĐ-UBND-HC, ngày 28 tháng 3 năm 2022");
    EXPECT_EQ(batch.certificates[1].golden_book, 2);
    EXPECT_EQ(batch.certificates[1].post_unit, "Chuyên viên, Sở Kế hoạch và Đầu tư");
    EXPECT_TRUE(documents::certificates_pdf(batch));

    auto own = papers;
    own.recipients[1].achievement = "Đơn giản hóa quy trình nội bộ";
    own.recipients[2].achievement = "CCHC của đơn vị dẫn đầu";
    EXPECT_EQ(own.certificates().certificates[1].achievement,
              "Đã có thành tích đơn giản hóa quy trình nội bộ");
    EXPECT_EQ(own.certificates().certificates[2].achievement, "Đã có thành tích CCHC của đơn vị dẫn đầu");
}

TEST_F(Decisions, RecordsAreFoundWithoutMarks)
{
    done(number("COT", form(412)));
    done(number("BKT", form(414)));
    EXPECT_EQ(search("dang uoc").page.total, 1);
    EXPECT_EQ(search("Đặng").page.total, 1);
    EXPECT_EQ(search("mau").page.total, 3);
    EXPECT_EQ(search("so noi vu").page.total, 2);
    EXPECT_EQ(search("412/QĐ-UBND-HC").page.total, 1);
    EXPECT_EQ(search("noi vu khong co").page.total, 0);
    EXPECT_EQ(search("%_").page.total, 5) << "nothing to search by";
    EXPECT_EQ(search("").years, (std::vector<int>{2021}));
}

TEST_F(Decisions, AUnitsPlacesAndAwardsStandSideBySide)
{
    done(number("COT", form(412)));
    done(number("BKT", form(414)));
    const auto history =
        done(run([&](app::Repositories& r) { return app::unit_history(r, clerk, planning); }));
    ASSERT_EQ(history.years.size(), 1U);
    EXPECT_EQ(history.years[0].place, 1);
    ASSERT_EQ(history.records.size(), 2U);
    EXPECT_EQ(history.records[0].award, "BKT");
    EXPECT_EQ(history.records[1].award, "COT");
}

}  // namespace
