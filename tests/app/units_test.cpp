#include "app/import_units.h"
#include "app/manage_office.h"
#include "app/manage_rounds.h"
#include "app/manage_units.h"
#include "app/office_repository.h"
#include "app/round_repository.h"
#include "app/setup_checklist.h"
#include "tests/storage/database.h"

#include <algorithm>

namespace {

using domain::Role;
using domain::Unit;

class Register : public tests::Database {
protected:
    Register() : officer(actor(Role::Officer)) {}

    template <class Work> auto run(Work work) { return transactor().transact(work); }

    domain::PeerGroupId group(const std::string& name)
    {
        domain::PeerGroup wanted;
        wanted.name = name;
        const auto id = run([&](app::Repositories& r) { return app::add_group(r, officer, wanted); });
        EXPECT_TRUE(id);
        return *id;
    }
    base::Result<domain::UnitId> try_add(const std::string& code, const std::string& name,
                                         domain::PeerGroupId in = {}, const std::string& short_name = {})
    {
        Unit unit;
        unit.code = code;
        unit.official_name = name;
        unit.short_name = short_name;
        unit.group = in;
        return run([&](app::Repositories& r) { return app::add_unit(r, officer, unit); });
    }
    domain::UnitId add(const std::string& code, const std::string& name, domain::PeerGroupId in = {},
                       const std::string& short_name = {})
    {
        const auto id = try_add(code, name, in, short_name);
        EXPECT_TRUE(id) << id.error().message.vietnamese();
        return *id;
    }
    Unit find(domain::UnitId id)
    {
        return *run([&](app::Repositories& r) -> base::Result<Unit> { return *r.units().find(id); });
    }
    std::vector<Unit> named(const std::string& text)
    {
        return *run(
            [&](app::Repositories& r) -> base::Result<std::vector<Unit>> { return r.units().named(text); });
    }
    std::vector<std::string> codes()
    {
        return *run([&](app::Repositories& r) -> base::Result<std::vector<std::string>> {
            std::vector<std::string> found;
            for (const auto& unit : r.units().all())
                found.push_back(unit.code);
            return found;
        });
    }
    base::Result<void> variant(domain::UnitId id, const std::string& text)
    {
        return run([&](app::Repositories& r) { return app::add_variant(r, officer, id, text); });
    }

    app::Actor officer;
};

TEST_F(Register, AUnitIsFoundByCodeNameShortNameAndVariantWithoutMarks)
{
    const auto id = add("H09", "Sở Thông tin và Truyền thông", {}, "Sở TTTT");
    ASSERT_TRUE(variant(id, "Sở TT-TT"));
    for (const auto* text : {"h09", "so thong tin va truyen thong", "SỞ TTTT", "Sở TT TT", "sở tt – tt"}) {
        const auto found = named(text);
        ASSERT_EQ(found.size(), 1U) << text;
        EXPECT_EQ(found[0].id, id);
        EXPECT_EQ(found[0].variants, std::vector<std::string>{"Sở TT-TT"});
    }
    EXPECT_TRUE(named("Sở Thông tin").empty());
    EXPECT_TRUE(named("***").empty());
}

TEST_F(Register, TheDistrictAndTheCityOfOneNameStayTwoUnits)
{
    const auto city = add("H21", "UBND thành phố Cao Lãnh");
    const auto district = add("H22", "UBND huyện Cao Lãnh");
    ASSERT_TRUE(variant(city, "TP Cao Lãnh"));
    EXPECT_EQ(named("UBND huyện Cao Lãnh").at(0).id, district);
    EXPECT_EQ(named("tp cao lanh").at(0).id, city);
    const auto refused = variant(district, "TP. Cao Lãnh");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, base::ErrorKind::Conflict);
    EXPECT_FALSE(variant(district, "H21")) << "another unit's code is no name for this one";
}

TEST_F(Register, ACodeOrANameIsTakenOnce)
{
    add("H01", "Sở Nội vụ");
    EXPECT_EQ(try_add("h01", "Sở Y tế").error().field, "code");
    EXPECT_EQ(try_add("H02", "SỞ NỘI VỤ").error().field, "official_name");
    EXPECT_EQ(try_add("", "Sở Y tế").error().field, "code");
    EXPECT_EQ(try_add("H02", " ").error().field, "official_name");
    EXPECT_EQ(codes(), std::vector<std::string>{"H01"});
    add("X01", "Xã Bình Thành");
    EXPECT_TRUE(try_add("X02", "Xã Bình Thạnh")) << "another commune";
    EXPECT_EQ(try_add("X03", "xa binh thanh").error().field, "official_name");
}

TEST_F(Register, ListsAreInOfficialOrderAndUnitsWithoutGroupComeLast)
{
    const auto departments = group("Các sở");
    const auto districts = group("UBND cấp huyện");
    add("UBND", "Văn phòng");
    add("B", "Huyện B", districts);
    add("Z", "Sở Z", departments);
    add("A", "Sở A", departments);
    EXPECT_EQ(codes(), (std::vector<std::string>{"Z", "A", "B", "UBND"}));
    const auto second = named("A").at(0).id;
    ASSERT_TRUE(run([&](app::Repositories& r) { return app::move_unit(r, officer, second, app::Move::Up); }));
    EXPECT_EQ(codes(), (std::vector<std::string>{"A", "Z", "B", "UBND"}));
    ASSERT_TRUE(run([&](app::Repositories& r) { return app::move_unit(r, officer, second, app::Move::Up); }));
    EXPECT_EQ(codes(), (std::vector<std::string>{"A", "Z", "B", "UBND"}));
}

TEST_F(Register, ARenamedUnitKeepsItsFormerNamesAndIsStillFoundByThem)
{
    const auto id = add("H09", "Sở Thông tin và Truyền thông", {}, "Sở TTTT");
    auto unit = find(id);
    unit.official_name = "Sở Khoa học và Công nghệ";
    unit.short_name = "Sở KH&CN";
    ASSERT_TRUE(run(
        [&](app::Repositories& r) { return app::change_unit(r, officer, unit, base::Date(2025, 3, 1)); }));
    EXPECT_EQ(named("so thong tin va truyen thong").at(0).id, id);
    const auto names = run([&](app::Repositories& r) -> base::Result<std::vector<app::UnitName>> {
        return r.units().names_of(id);
    });
    ASSERT_EQ(names->size(), 2U);
    EXPECT_EQ(names->at(0).official_name, "Sở Khoa học và Công nghệ");
    EXPECT_EQ(names->at(0).from, base::Date(2025, 3, 1));
    EXPECT_EQ(names->at(1).short_name, "Sở TTTT");
    EXPECT_EQ(names->at(1).recorded_by, officer.user.name);
}

TEST_F(Register, AStaleChangeIsRefusedAndNamesWhoWasFaster)
{
    const auto id = add("H01", "Sở Nội vụ");
    auto mine = find(id);
    auto theirs = mine;
    const auto other = actor(Role::Administrator);
    theirs.short_name = "Sở NV";
    ASSERT_TRUE(run([&](app::Repositories& r) { return app::change_unit(r, other, theirs); }));
    mine.short_name = "SNV";
    const auto stale = run([&](app::Repositories& r) { return app::change_unit(r, officer, mine); });
    ASSERT_FALSE(stale);
    EXPECT_EQ(stale.error().kind, base::ErrorKind::Conflict);
    EXPECT_EQ(stale.error().message.arguments().at(0), other.user.name);
    EXPECT_EQ(find(id).short_name, "Sở NV");
}

TEST_F(Register, AnEndedUnitLeavesThePresentListsOnly)
{
    const auto id = add("H30", "UBND huyện Hồng Ngự");
    auto unit = find(id);
    unit.ended = base::Date(2025, 7, 1);
    ASSERT_TRUE(run([&](app::Repositories& r) { return app::change_unit(r, officer, unit); }));
    const auto current_on = [&](const base::Date& day) {
        return run([&](app::Repositories& r) -> base::Result<std::size_t> {
                   return r.units().current(day).size();
               })
            .value();
    };
    EXPECT_EQ(current_on(base::Date(2025, 6, 30)), 1U);
    EXPECT_EQ(current_on(base::Date(2025, 7, 1)), 0U);
    EXPECT_EQ(codes().size(), 1U);
}

TEST_F(Register, OnlyThoseInChargeChangeIt)
{
    for (const auto role : {Role::Appraiser, Role::Chair, Role::Auditor, Role::ProposingUnit}) {
        const auto somebody = actor(role);
        Unit unit;
        unit.code = "X";
        unit.official_name = "Sở X";
        const auto added = run([&](app::Repositories& r) { return app::add_unit(r, somebody, unit); });
        ASSERT_FALSE(added);
        EXPECT_EQ(added.error().kind, base::ErrorKind::Forbidden);
    }
}

TEST(UnitLines, AreReadFromPastedTextWithAHeadingAndBlankLines)
{
    const auto read = app::read_unit_lines("Mã;Tên;Tên ngắn;Khối\n\nH01; Sở Nội vụ ;Sở NV; Các sở\r\n"
                                           "H02\tSở Tài chính\t\tCác sở\nUBND;Văn phòng UBND\n");
    ASSERT_TRUE(read.issues.empty());
    ASSERT_EQ(read.lines.size(), 3U);
    EXPECT_EQ(read.lines[0].line, 3);
    EXPECT_EQ(read.lines[0].unit.official_name, "Sở Nội vụ");
    EXPECT_EQ(read.lines[1].group, "Các sở");
    EXPECT_EQ(read.lines[2].group, "");
}

TEST(UnitLines, ThatLackANameOrRepeatACodeAreToldByLine)
{
    const auto read = app::read_unit_lines("H01;Sở Nội vụ\nH02\nh01;Sở Y tế");
    ASSERT_EQ(read.issues.size(), 2U);
    EXPECT_EQ(read.issues[0].line, 2);
    EXPECT_EQ(read.issues[1].line, 3);
}

TEST_F(Register, PastedUnitsAreStoredAllOrNone)
{
    std::vector<app::UnitLineIssue> issues;
    const auto store = [&](const char* text) {
        return run([&](app::Repositories& r) { return app::import_units(r, officer, text, issues); });
    };
    add("H05", "Sở Y tế");
    EXPECT_FALSE(store("H01;Sở Nội vụ;;Các sở\nH05;Sở Tài chính;;Các sở"));
    ASSERT_EQ(issues.size(), 1U);
    EXPECT_EQ(issues[0].line, 2);
    EXPECT_EQ(codes(), std::vector<std::string>{"H05"});

    const auto stored =
        store("H01;Sở Nội vụ;;Các sở\nH02;Sở Tài chính;;Các sở\nC01;UBND huyện Tam Nông;;Huyện");
    ASSERT_TRUE(stored);
    EXPECT_EQ(*stored, 3);
    EXPECT_EQ(codes(), (std::vector<std::string>{"H01", "H02", "C01", "H05"}));
}

TEST_F(Register, ARoundNeedsATitleAYearAndACitation)
{
    const auto refused = [&](domain::Round round) {
        const auto added = run([&](app::Repositories& r) { return app::add_round(r, officer, round); });
        return added ? std::string() : added.error().field;
    };
    domain::Round round{
        .title = "Khen thưởng CCHC năm 2021", .year = 2021, .default_citation = "Đã có thành tích"};
    EXPECT_EQ(refused(round), "");
    EXPECT_EQ(refused(round), "title") << "the same title twice";
    round.title = "Khác";
    round.default_citation = " ";
    EXPECT_EQ(refused(round), "default_citation");
    round.default_citation = "Đã có thành tích";
    round.year = 1999;
    EXPECT_EQ(refused(round), "year");
}

TEST_F(Register, ARoundIsClosedAndChangedByVersion)
{
    domain::Round round{.title = "Đợt 2021",
                        .year = 2021,
                        .default_citation = "Đã có thành tích",
                        .conference_date = base::Date(2022, 3, 30)};
    const auto id = run([&](app::Repositories& r) { return app::add_round(r, officer, round); });
    ASSERT_TRUE(id);
    auto stored =
        *run([&](app::Repositories& r) -> base::Result<domain::Round> { return *r.rounds().find(*id); });
    EXPECT_EQ(stored.conference_date, base::Date(2022, 3, 30));
    stored.open = false;
    ASSERT_TRUE(run([&](app::Repositories& r) { return app::change_round(r, officer, stored); }));
    EXPECT_FALSE(run([&](app::Repositories& r) { return app::change_round(r, officer, stored); }));
    stored = *run([&](app::Repositories& r) -> base::Result<domain::Round> { return *r.rounds().find(*id); });
    EXPECT_FALSE(stored.open);
}

class OfficeSettings : public Register {
protected:
    base::Result<void> save(domain::Office office)
    {
        const auto administrator = actor(Role::Administrator);
        return run([&](app::Repositories& r) { return app::save_office(r, administrator, office); });
    }
    domain::Office stored()
    {
        return *run(
            [&](app::Repositories& r) -> base::Result<domain::Office> { return r.office().office(); });
    }
    const domain::Office dong_thap{.province = "Đồng Tháp",
                                   .committee = "Ủy ban nhân dân tỉnh Đồng Tháp",
                                   .department = "Sở Nội vụ",
                                   .place = "Đồng Tháp",
                                   .decision_symbol = "qđ-ubnd-hc",
                                   .illustrative = false,
                                   .version = 0};
};

TEST_F(OfficeSettings, StartEmptyAndAreSavedByVersion)
{
    EXPECT_EQ(stored().version, 0);
    ASSERT_TRUE(save(dong_thap));
    EXPECT_EQ(stored().decision_symbol, "QĐ-UBND-HC");
    EXPECT_FALSE(save(dong_thap)) << "somebody else has entered them first";
    auto next = stored();
    next.place = "Cao Lãnh";
    ASSERT_TRUE(save(next));
    EXPECT_FALSE(save(next));
}

TEST_F(OfficeSettings, MarkedIllustrativeTheyStaySo)
{
    auto sample = dong_thap;
    sample.illustrative = true;
    ASSERT_TRUE(save(sample));
    auto next = stored();
    next.illustrative = false;
    ASSERT_TRUE(save(next));
    EXPECT_TRUE(stored().illustrative);
}

TEST_F(OfficeSettings, ASymbolIsWrittenInOnePiece)
{
    auto odd = dong_thap;
    for (const auto* symbol : {"", "QĐ UBND", "/QĐ-UBND"}) {
        odd.decision_symbol = symbol;
        EXPECT_EQ(save(odd).error().field, "decision_symbol");
    }
}

TEST_F(OfficeSettings, ASignerSignsFromTheFirstDayToTheLast)
{
    domain::Signer deputy{.id = {},
                          .authority_line = "kt. chủ tịch",
                          .title = "Phó Chủ tịch",
                          .name = "Nguyễn Phước Thiện",
                          .from = base::Date(2021, 7, 1),
                          .to = base::Date(2022, 12, 31),
                          .version = 1};
    const auto id = run([&](app::Repositories& r) { return app::add_signer(r, officer, deputy); });
    ASSERT_TRUE(id);
    const auto on = [&](const base::Date& day) {
        return run([&](app::Repositories& r) -> base::Result<std::vector<domain::Signer>> {
                   return r.office().signers_on(day);
               })
            .value();
    };
    EXPECT_TRUE(on(base::Date(2021, 6, 30)).empty());
    ASSERT_EQ(on(base::Date(2022, 12, 31)).size(), 1U);
    EXPECT_EQ(on(base::Date(2022, 3, 30))[0].authority_line, "KT. CHỦ TỊCH");
    EXPECT_TRUE(on(base::Date(2023, 1, 1)).empty());
    deputy.to = base::Date(2020, 1, 1);
    EXPECT_EQ(run([&](app::Repositories& r) { return app::add_signer(r, officer, deputy); }).error().field,
              "to");
}

TEST_F(Register, TheChecklistSaysWhatAnEmptyInstallationLacksInOrder)
{
    using What = app::SetupStep::What;
    const auto steps = [&] {
        return *run([&](app::Repositories& r) { return app::setup_checklist(r, officer); });
    };
    auto before = steps();
    ASSERT_EQ(before.size(), 7U);
    EXPECT_EQ(before[0].what, What::Office);
    EXPECT_FALSE(before[0].done);
    EXPECT_EQ(before[4].missing, (std::vector{Role::Appraiser, Role::Director, Role::Chair, Role::Clerk}));
    const auto departments = group("Các sở");
    add("UBND", "Văn phòng");
    EXPECT_FALSE(steps()[2].done) << "a unit outside of every group is not ranked";
    add("H01", "Sở Nội vụ", departments);
    for (const auto role : {Role::Appraiser, Role::Director, Role::Chair, Role::Clerk})
        (void)actor(role);
    const auto after = steps();
    EXPECT_TRUE(after[1].done);
    EXPECT_TRUE(after[2].done);
    EXPECT_TRUE(after[4].done);
}

}  // namespace
