#include "app/add_nominee.h"
#include "app/fill_individual_places.h"
#include "app/paste_individuals.h"
#include "tests/app/dossier_case.h"

namespace {

using base::ErrorKind;
using domain::Honorific;

class Places : public tests::DossierCase {
protected:
    void SetUp() override
    {
        DossierCase::SetUp();
        id = created();
        const auto all = nominees(id);
        places = {all[2], all[3], all[4]};
    }

    static app::PlaceEntry entry(const domain::Nominee& place, std::string name,
                                 std::string post = "Chuyên viên", Honorific honorific = Honorific::Ms)
    {
        app::PlaceEntry entry;
        entry.nominee = place.id;
        entry.seen = place.version;
        entry.person.honorific = honorific;
        entry.person.name = std::move(name);
        entry.person.post = std::move(post);
        return entry;
    }

    base::Result<int> fill(const app::Actor& who, const std::vector<app::PlaceEntry>& entries)
    {
        return run([&](app::Repositories& r) { return app::fill_individual_places(r, who, id, entries); });
    }

    std::vector<app::PlaceProblem> problems(const std::vector<app::PlaceEntry>& entries)
    {
        return done(run([&](app::Repositories& r) { return app::place_problems(r, officer, id, entries); }));
    }

    base::Result<app::PastePreview> preview(const std::string& text, const app::PersonChoices& choices = {})
    {
        return run([&](app::Repositories& r) { return app::preview_paste(r, officer, id, text, choices); });
    }

    base::Result<int> paste(const std::string& text, const app::PersonChoices& choices = {})
    {
        return run(
            [&](app::Repositories& r) { return app::paste_individuals(r, officer, id, text, choices); });
    }

    domain::Nominee now(const domain::Nominee& place)
    {
        return done(run([&](app::Repositories& r) { return r.nominees().find(place.id); }));
    }

    domain::DossierId id;
    std::vector<domain::Nominee> places;
};

TEST_F(Places, AreFilledWithNamedPeople)
{
    EXPECT_EQ(done(fill(officer, {entry(places[0], "  Nguyễn Thị  Mẫu "),
                                  entry(places[1], "Lê Văn Thử", "Trưởng phòng", Honorific::Mr)})),
              2);
    const auto first = now(places[0]);
    EXPECT_EQ(first.recipient(), "Bà Nguyễn Thị Mẫu");
    EXPECT_EQ(first.post, "Chuyên viên");
    EXPECT_EQ(first.achievement, "") << "the dossier's default citation";
    EXPECT_EQ(now(places[1]).recipient(), "Ông Lê Văn Thử");
    EXPECT_TRUE(now(places[2]).empty());
}

TEST_F(Places, ARowSentBackUntouchedChangesNothing)
{
    done(fill(officer, {entry(places[0], "Nguyễn Thị Mẫu")}));
    const auto before = now(places[0]);
    EXPECT_EQ(done(fill(officer, {entry(before, "Nguyễn Thị Mẫu"), entry(places[1], "", "")})), 0);
    EXPECT_EQ(now(places[0]).version, before.version);
}

TEST_F(Places, ANewPostKeepsThePerson)
{
    done(fill(officer, {entry(places[0], "Nguyễn Thị Mẫu")}));
    const auto before = now(places[0]);
    EXPECT_EQ(done(fill(officer, {entry(before, "Nguyễn Thị Mẫu", "Phó Trưởng phòng")})), 1);
    EXPECT_EQ(now(places[0]).person, before.person);
    EXPECT_EQ(now(places[0]).post, "Phó Trưởng phòng");
}

TEST_F(Places, AreAllStoredOrNone)
{
    const auto filled =
        fill(officer, {entry(places[0], "Nguyễn Thị Mẫu"), entry(places[1], "Lê Văn Thử", "")});
    ASSERT_FALSE(filled);
    EXPECT_EQ(filled.error().kind, ErrorKind::Invalid);
    EXPECT_TRUE(now(places[0]).empty());
    const auto found = problems({entry(places[0], "Nguyễn Thị Mẫu"), entry(places[1], "Lê Văn Thử", "")});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].nominee, places[1].id);
    EXPECT_EQ(found[0].field, "post");
}

TEST_F(Places, ATypedNameAloneIsNeverTakenForAPersonOfTheSameName)
{
    done(fill(officer, {entry(places[0], "Nguyễn Thị Mẫu")}));
    const auto taken = now(places[0]);
    done(fill(officer, {entry(taken, "", "")}));
    ASSERT_TRUE(now(places[0]).empty());

    const auto again = entry(now(places[0]), "nguyen thi mau");
    const auto found = problems({again});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].field, "person");
    ASSERT_EQ(found[0].namesakes.size(), 1U);
    EXPECT_EQ(found[0].namesakes[0].id, taken.person);

    auto same = again;
    same.person.existing = taken.person;
    auto other = again;
    other.person.new_person = true;
    EXPECT_TRUE(problems({same}).empty());
    done(fill(officer, {other}));
    EXPECT_NE(now(places[0]).person, taken.person);
}

TEST_F(Places, APersonOfAnotherUnitIsNotOfferedAsANamesake)
{
    done(fill(officer, {entry(places[0], "Nguyễn Thị Mẫu")}));
    EXPECT_TRUE(problems({entry(places[1], "Nguyễn Thị Mẫu")}).empty());
}

TEST_F(Places, NobodyIsInADossierTwice)
{
    done(fill(officer, {entry(places[0], "Nguyễn Thị Mẫu")}));
    auto twice = entry(places[1], "Nguyễn Thị Mẫu");
    twice.person.existing = now(places[0]).person;
    const auto found = problems({twice});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_FALSE(fill(officer, {twice}));
    const auto past_the_check = run([&](app::Repositories& r) {
        auto place = *r.nominees().find(places[1].id);
        place.person = r.nominees().find(places[0].id)->person;
        return r.nominees().save(place);
    });
    ASSERT_FALSE(past_the_check);
    EXPECT_EQ(past_the_check.error().kind, ErrorKind::Conflict);
}

TEST_F(Places, TwoPeopleMaySwapTheirPlaces)
{
    done(fill(officer, {entry(places[0], "Nguyễn Thị Mẫu"), entry(places[1], "Lê Văn Thử")}));
    const auto first = now(places[0]);
    const auto second = now(places[1]);
    auto to_first = entry(first, second.person_name);
    to_first.person.existing = second.person;
    auto to_second = entry(second, first.person_name);
    to_second.person.existing = first.person;
    EXPECT_EQ(done(fill(officer, {to_first, to_second})), 2);
    EXPECT_EQ(now(places[0]).person, second.person);
    EXPECT_EQ(now(places[1]).person, first.person);
}

TEST_F(Places, AStaleRowIsAProblemThatNamesWhoWasFaster)
{
    done(fill(officer, {entry(places[0], "Nguyễn Thị Mẫu")}));
    const auto found = problems({entry(places[0], "Trần Thị Khác")});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NE(found[0].message.vietnamese().find(officer.user.name), std::string::npos);
}

TEST_F(Places, AProposingUnitFillsOnlyItsOwn)
{
    const auto unit_officer = actor({{domain::Role::ProposingUnit, home, false}});
    EXPECT_EQ(done(fill(unit_officer, {entry(places[1], "Lê Văn Thử", "Chuyên viên", Honorific::Mr)})), 1);
    const auto foreign = fill(unit_officer, {entry(places[0], "Nguyễn Thị Mẫu")});
    ASSERT_FALSE(foreign);
    EXPECT_EQ(foreign.error().kind, ErrorKind::Forbidden);
    const auto visible = done(run([&](app::Repositories& r) -> base::Result<std::vector<domain::Nominee>> {
        return app::fillable_places(r, unit_officer, id);
    }));
    ASSERT_EQ(visible.size(), 1U);
    EXPECT_EQ(visible[0].unit, home);
}

TEST_F(Places, AreFilledOnlyInADraft)
{
    done(fill(officer, {entry(places[0], "Nguyễn Thị Mẫu")}));
    done(step(app::submit_dossier, officer, id, true));
    const auto late = fill(officer, {entry(places[1], "Lê Văn Thử")});
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().kind, ErrorKind::Conflict);
}

TEST_F(Places, WhoeverFilledAPlaceDoesNotApprove)
{
    const auto both = actor({{domain::Role::ProposingUnit, home, false}, {domain::Role::Chair, {}, true}});
    done(fill(both, {entry(places[1], "Lê Văn Thử")}));
    done(fill(officer, {entry(now(places[1]), "Lê Văn Thử", "Phó Trưởng phòng")}));
    EXPECT_EQ(now(places[1]).added_by, both.user.id)
        << "a colleague who mends the post has not named the person";
    done(step(app::submit_dossier, officer, id, true));
    done(judge_all(appraiser, id));
    done(step(app::appraise_dossier, appraiser, id));
    done(step(app::forward_dossier, director, id));
    EXPECT_FALSE(step(app::approve_dossier, both, id));
    EXPECT_TRUE(step(app::approve_dossier, chair, id));
    EXPECT_EQ(approved(id).size(), 3U);
}

TEST_F(Places, PeopleAreFoundWithoutMarks)
{
    done(fill(officer, {entry(places[0], "Đặng Thị Ánh Nguyệt")}));
    const auto search = [&](const std::string& words) {
        return done(run([&](app::Repositories& r) -> base::Result<std::vector<domain::Person>> {
            return r.people().search(words, {}, 10);
        }));
    };
    ASSERT_EQ(search("dang thi anh").size(), 1U);
    EXPECT_EQ(search("NGUYỆT")[0].name, "Đặng Thị Ánh Nguyệt");
    EXPECT_TRUE(search("100%").empty());
    EXPECT_TRUE(search("mẫu").empty());
}

TEST_F(Places, ArePastedFromASheetByAnyKnownNameOfTheUnit)
{
    const std::string text = "Đơn vị\tÔng/Bà\tHọ và tên\tChức vụ\tThành tích\r\n"
                             "sở kh&đt\tBà\tNguyễn Thị Mẫu\tPhó Giám đốc\r\n"
                             "\r\n"
                             "H02\t\tÔng Lê Văn Thử\tChuyên viên\tSố hóa hồ sơ một cửa\r\n";
    const auto seen = done(preview(text));
    ASSERT_EQ(seen.lines.size(), 2U);
    EXPECT_FALSE(seen.blocked());
    EXPECT_EQ(seen.lines[0].line, 2);
    EXPECT_EQ(seen.lines[0].unit, "Sở Kế hoạch và Đầu tư");
    EXPECT_EQ(seen.lines[1].line, 4);
    EXPECT_EQ(done(paste(text)), 2);
    EXPECT_EQ(now(places[0]).recipient(), "Bà Nguyễn Thị Mẫu");
    EXPECT_EQ(now(places[1]).recipient(), "Ông Lê Văn Thử");
    EXPECT_EQ(now(places[1]).achievement, "Số hóa hồ sơ một cửa");
}

TEST_F(Places, APasteSaysWhatIsWrongByLineAndStoresNothing)
{
    const std::string text = "Sở Nội vụ\tÔng\tLê Văn Thử\tChuyên viên\n"
                             "Sở Không Có\tBà\tTrần Thị Lạ\tChuyên viên\n"
                             "Sở Nội vụ\tBà\tPhạm Thị Dư\tChuyên viên\n"
                             "Huyện Châu Thành\t\tHồ Văn Mẫu\t\n"
                             "\tBà\tKhông Đơn Vị\tChuyên viên\n";
    const auto seen = done(preview(text));
    ASSERT_EQ(seen.lines.size(), 5U);
    EXPECT_TRUE(seen.lines[0].problems.empty());
    for (const std::size_t line : {1U, 2U, 3U, 4U})
        EXPECT_EQ(seen.lines[line].problems.size(), 1U) << line;
    EXPECT_EQ(seen.problems(), 4);
    EXPECT_FALSE(paste(text));
    for (const auto& place : places)
        EXPECT_TRUE(now(place).empty());
}

TEST_F(Places, APastedNamesakeIsAskedAboutAndStoredOnceChosen)
{
    done(fill(officer, {entry(places[0], "Nguyễn Thị Mẫu")}));
    const auto known = now(places[0]).person;
    done(fill(officer, {entry(now(places[0]), "", "")}));
    const std::string text = "H01\tBà\tNguyễn Thị Mẫu\tPhó Giám đốc\n";
    const auto seen = done(preview(text));
    ASSERT_EQ(seen.lines.size(), 1U);
    EXPECT_TRUE(seen.blocked());
    ASSERT_EQ(seen.lines[0].namesakes.size(), 1U);
    EXPECT_FALSE(paste(text));
    EXPECT_EQ(done(paste(text, {{1, {known, false}}})), 1);
    EXPECT_EQ(now(places[0]).person, known);
    EXPECT_EQ(now(places[0]).post, "Phó Giám đốc");
}

TEST(PastedText, IsReadAsSpreadsheetsCopyIt)
{
    const auto rows = app::pasted_rows("a\t\"hai\ndòng \"\"trích\"\"\"\tc\r\n\t\t\nb\tđo 5\" màn hình\n");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0], (app::PastedRow{1, {"a", "hai\ndòng \"trích\"", "c"}}));
    EXPECT_EQ(rows[1], (app::PastedRow{4, {"b", "đo 5\" màn hình"}}));
    EXPECT_TRUE(app::pasted_rows(" \n\t\n").empty());
    // Two stray marks swallow no line between them.
    const auto stray = app::pasted_rows("Sở A\t\"Nguyễn A\ttốt\nSở B\t\"Trần B\ttốt\n");
    ASSERT_EQ(stray.size(), 2U);
    EXPECT_EQ(stray[1].cells.at(1), "\"Trần B");
}

class FreeNominations : public Places {
protected:
    static domain::Reference reference()
    {
        domain::Reference reference;
        domain::AwardKind merit;
        merit.code = "BKT";
        merit.name = "Bằng khen";
        merit.recipients = {domain::Subject::Collective, domain::Subject::Individual};
        merit.in_force.from = base::Date(2003, 7, 1);
        reference.awards = {merit};
        merit.code = "COT";
        merit.recipients = {domain::Subject::Collective};
        reference.awards.push_back(merit);
        return reference;
    }

    app::FreeNomination nomination(domain::RecipientKind kind, const std::string& award) const
    {
        app::FreeNomination nomination;
        nomination.dossier = id;
        nomination.kind = kind;
        nomination.unit = district;
        nomination.award = award;
        nomination.reason = "Có sáng kiến một cửa liên thông";
        nomination.person.honorific = Honorific::Mr;
        nomination.person.name = "Hồ Tấn Phát";
        nomination.person.post = "Trưởng phòng";
        return nomination;
    }

    base::Result<domain::NomineeId> add(const app::FreeNomination& nomination)
    {
        return run(
            [&](app::Repositories& r) { return app::add_nominee(r, officer, reference(), nomination); });
    }
};

TEST_F(FreeNominations, StandBehindTheOthersOfTheirAwardAndNeedNoPlace)
{
    done(add(nomination(domain::RecipientKind::Collective, "BKT")));
    done(add(nomination(domain::RecipientKind::Individual, "BKT")));
    const auto all = nominees(id);
    ASSERT_EQ(all.size(), 7U);
    EXPECT_EQ(all[2].unit, district);
    EXPECT_EQ(all[2].kind, domain::RecipientKind::Collective);
    EXPECT_FALSE(all[2].place);
    EXPECT_EQ(all[6].recipient(), "Ông Hồ Tấn Phát");
    EXPECT_EQ(all[6].source, domain::NomineeSource::Free);
}

TEST_F(FreeNominations, NeedAReasonAndAnAwardTheRecipientCanHold)
{
    auto without_reason = nomination(domain::RecipientKind::Collective, "BKT");
    without_reason.reason = " ";
    EXPECT_EQ(add(without_reason).error().field, "reason");
    EXPECT_EQ(add(nomination(domain::RecipientKind::Individual, "COT")).error().field, "award");
    EXPECT_EQ(add(nomination(domain::RecipientKind::Individual, "???")).error().field, "award");
}

TEST_F(FreeNominations, ACollectiveIsNotNominatedTwiceForOneAward)
{
    done(add(nomination(domain::RecipientKind::Collective, "BKT")));
    const auto twice = add(nomination(domain::RecipientKind::Collective, "BKT"));
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().kind, ErrorKind::Conflict);
}

TEST_F(FreeNominations, AreRemovedWithAReasonAndAPlaceIsOnlyEmptied)
{
    const auto added = done(add(nomination(domain::RecipientKind::Individual, "BKT")));
    done(fill(officer, {entry(places[0], "Nguyễn Thị Mẫu")}));
    const auto remove = [&](domain::NomineeId nominee, int seen, const std::string& reason) {
        return run(
            [&](app::Repositories& r) { return app::remove_nominee(r, officer, nominee, seen, reason); });
    };
    EXPECT_FALSE(remove(added, 1, ""));
    done(remove(added, 1, "Đã khen ở đợt khác"));
    done(remove(places[0].id, now(places[0]).version, "Đã nghỉ hưu"));
    EXPECT_EQ(nominees(id).size(), 5U);
    EXPECT_TRUE(now(places[0]).empty());
}

TEST_F(FreeNominations, AProposingUnitAddsNone)
{
    officer = actor({{domain::Role::ProposingUnit, district, false}});
    const auto refused = add(nomination(domain::RecipientKind::Individual, "BKT"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Forbidden);
}

}  // namespace
