#include "app/import_sheet.h"
#include "app/import_store.h"
#include "app/manage_rounds.h"
#include "app/manage_units.h"
#include "app/round_repository.h"
#include "app/unit_repository.h"
#include "base/digest.h"
#include "tests/storage/database.h"

#include <gmock/gmock.h>

namespace {

using app::UnitChoice;
using base::ErrorKind;
using domain::Role;
using domain::UploadId;
using ::testing::HasSubstr;

const std::string good =
    "TT;Đơn vị;Tổng điểm;Điểm tối đa;Tỷ lệ;Hạng;Xếp loại\nI;Các sở;;;;;\n1;Sở Nội vụ;69,25;71,5;96,85;1;Tốt\n"
    "2;Sở Y tế;60;71,5;83,92;2;Tốt\nII;UBND cấp huyện;;;;;\n1;Huyện Cao Lãnh;80;88,5;90,40;1;Tốt\n";

class Import : public tests::Database {
protected:
    template <class Work> auto run(Work work) { return transactor().transact(work); }

    Import() : officer(actor(Role::Officer))
    {
        departments = group("Các sở, cơ quan ngang sở");
        districts = group("UBND huyện, thành phố");
        home = unit("S01", "Sở Nội vụ", departments);
        health = unit("S02", "Sở Y tế", departments);
        district = unit("H01", "Huyện Cao Lãnh", districts);
        domain::Round wanted;
        wanted.title = "Khen thưởng năm 2021";
        wanted.year = 2021;
        wanted.default_citation = "Đã có thành tích";
        round = *run([&](app::Repositories& r) { return app::add_round(r, officer, wanted); });
    }

    domain::PeerGroupId group(const std::string& name)
    {
        domain::PeerGroup wanted;
        wanted.name = name;
        return *run([&](app::Repositories& r) { return app::add_group(r, officer, wanted); });
    }
    domain::UnitId unit(const std::string& code, const std::string& name, domain::PeerGroupId in)
    {
        domain::Unit wanted;
        wanted.code = code;
        wanted.official_name = name;
        wanted.group = in;
        return *run([&](app::Repositories& r) { return app::add_unit(r, officer, wanted); });
    }
    base::Result<UploadId> try_upload(const std::string& bytes, std::optional<UploadId> replaces = {})
    {
        return run([&](app::Repositories& r) {
            return app::upload_sheet(r, officer, round, "PAR 2021.csv", bytes, replaces);
        });
    }
    UploadId upload(const std::string& bytes, std::optional<UploadId> replaces = {})
    {
        const auto id = try_upload(bytes, replaces);
        EXPECT_TRUE(id) << id.error().message.vietnamese();
        return *id;
    }
    app::ImportPreview preview(UploadId id)
    {
        auto found = run([&](app::Repositories& r) { return app::preview_upload(r, officer, id); });
        EXPECT_TRUE(found) << found.error().message.vietnamese();
        return std::move(*found);
    }
    base::Result<int> store(UploadId id)
    {
        const auto version = preview(id).upload.version;
        return run([&](app::Repositories& r) { return app::store_upload(r, officer, id, version); });
    }
    base::Result<void> choose(UploadId id, const std::string& name, const UnitChoice& choice)
    {
        const auto version = preview(id).upload.version;
        return run([&](app::Repositories& r) {
            return app::choose_units(r, officer, id, version, "", {{app::choice_key(name), choice}});
        });
    }
    app::StoredSheet stored(UploadId id)
    {
        return *run([&](app::Repositories& r) -> base::Result<app::StoredSheet> {
            return r.uploads().stored_sheet(id);
        });
    }
    app::Upload find(UploadId id)
    {
        return *run([&](app::Repositories& r) -> base::Result<app::Upload> { return *r.uploads().find(id); });
    }

    app::Actor officer;
    domain::PeerGroupId departments;
    domain::PeerGroupId districts;
    domain::UnitId home;
    domain::UnitId health;
    domain::UnitId district;
    domain::RoundId round;
};

TEST_F(Import, AKnownSheetIsReadyAtOnceAndItsRowsComeBackExactly)
{
    const auto id = upload(good);
    const auto seen = preview(id);
    EXPECT_TRUE(seen.ready());
    EXPECT_EQ(seen.rows, 3);
    EXPECT_EQ(seen.units[0][0].unit, home);
    EXPECT_TRUE(stored(id).sheet.groups.empty());

    const auto count = store(id);
    ASSERT_TRUE(count) << count.error().message.vietnamese();
    EXPECT_EQ(*count, 3);
    const auto back = stored(id);
    ASSERT_EQ(back.sheet.groups.size(), 2U);
    EXPECT_EQ(back.sheet.groups[0].name, "Các sở");
    EXPECT_EQ(back.units, (std::vector<std::vector<domain::UnitId>>{{home, health}, {district}}));
    const auto& row = back.sheet.groups[0].rows[0];
    EXPECT_EQ(row.unit, "Sở Nội vụ");
    EXPECT_EQ(row.row, 3);
    EXPECT_EQ(row.points->value.text(), "69.25");
    EXPECT_EQ(row.points->raw, "69,25");
    EXPECT_EQ(row.points->column, "C");
    EXPECT_EQ(row.maximum->value.text(), "71.5");
    EXPECT_EQ(row.place, "1");
    EXPECT_EQ(row.band, "Tốt");
}

TEST_F(Import, WhoWhenAndTheHashAreKept)
{
    const auto id = upload(good);
    ASSERT_TRUE(store(id));
    const auto kept = find(id);
    EXPECT_EQ(kept.state, app::UploadState::Stored);
    EXPECT_EQ(kept.sha256, base::sha256_hex(good));
    EXPECT_EQ(kept.uploaded_by, officer.user.id);
    EXPECT_EQ(kept.decided_by_name, officer.user.name);
    EXPECT_TRUE(kept.decided_at);
    EXPECT_EQ(kept.rows, 3);
    const auto newest = run(
        [&](app::Repositories& r) -> base::Result<app::Upload> { return *r.uploads().latest_stored(round); });
    EXPECT_EQ(newest->id, id);
    const auto file = run([&](app::Repositories& r) { return app::original_file(r, officer, id); });
    EXPECT_EQ(file->bytes, good);
}

TEST_F(Import, AnErrorBlocksAndNothingIsStored)
{
    const auto id = upload("Đơn vị;Điểm\nSở Nội vụ;90\nSở Y tế;8O\n");
    EXPECT_EQ(preview(id).errors, 1);
    const auto refused = store(id);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message.vietnamese(), HasSubstr("1 lỗi"));
    EXPECT_TRUE(stored(id).sheet.groups.empty());
    EXPECT_EQ(find(id).state, app::UploadState::Preview);
}

TEST_F(Import, AnUnsureNameIsOfferedAndNeverTaken)
{
    const auto id = upload("Đơn vị;Điểm\nSở Nội vụ;90\nUBND huyện Cao Lãnh;80\n");
    const auto seen = preview(id);
    EXPECT_EQ(seen.open_choices, 1);
    EXPECT_FALSE(seen.ready());
    const auto& reading = seen.units[0][1];
    EXPECT_TRUE(reading.unsure);
    EXPECT_FALSE(reading.unit);
    ASSERT_FALSE(reading.offered.empty());
    EXPECT_EQ(reading.offered[0].unit, district);
    EXPECT_FALSE(store(id));
}

TEST_F(Import, AChosenSpellingIsKnownTheNextTime)
{
    const auto id = upload("Đơn vị;Điểm\nUBND huyện Cao Lãnh;80\n");
    ASSERT_TRUE(choose(id, "UBND huyện Cao Lãnh", {.kind = UnitChoice::Kind::Unit, .unit = district}));
    ASSERT_TRUE(store(id));
    EXPECT_EQ(stored(id).sheet.groups[0].rows[0].unit, "Huyện Cao Lãnh");
    EXPECT_EQ(preview(upload("Đơn vị;Điểm\nUBND huyện Cao Lãnh;81\n")).open_choices, 0);
}

TEST_F(Import, ANameWithOtherMarksIsAskedOnceAndThenKnown)
{
    const auto id = upload("Đơn vị;Điểm\nHuyện Cao Lanh;80\n");
    EXPECT_EQ(preview(id).open_choices, 1) << "a slip, or another district";
    EXPECT_EQ(preview(id).units[0][0].offered.at(0).unit, district);
    ASSERT_TRUE(choose(id, "Huyện Cao Lanh", {.kind = UnitChoice::Kind::Unit, .unit = district}));
    ASSERT_TRUE(store(id));
    EXPECT_EQ(preview(upload("Đơn vị;Điểm\nHuyện Cao Lanh;81\n")).open_choices, 0);
    EXPECT_EQ(preview(upload("Đơn vị;Điểm\nhuyen cao lanh;82\n")).open_choices, 0) << "typed without marks";
}

TEST_F(Import, AnUnmatchedRowMayBeAddedAsAUnit)
{
    const auto id = upload("Đơn vị;Điểm\nSở Nội vụ;90\nBan Dân tộc;80\n");
    ASSERT_TRUE(choose(id, "Ban Dân tộc",
                       {.kind = UnitChoice::Kind::Add,
                        .unit = {},
                        .code = "S09",
                        .name = "Ban Dân tộc",
                        .group = departments}));
    const auto before =
        run([&](app::Repositories& r) -> base::Result<std::size_t> { return r.units().all().size(); });
    EXPECT_EQ(*before, 3U);
    ASSERT_TRUE(store(id));
    const auto added =
        run([&](app::Repositories& r) -> base::Result<domain::Unit> { return *r.units().by_code("S09"); });
    EXPECT_EQ(added->official_name, "Ban Dân tộc");
    EXPECT_EQ(stored(id).units[0][1], added->id);
}

TEST_F(Import, ANewUnitWithoutACodeIsStillAnOpenChoice)
{
    const auto id = upload("Đơn vị;Điểm\nSở Nội vụ;90\nBan Dân tộc;80\n");
    UnitChoice choice;
    choice.kind = UnitChoice::Kind::Add;
    choice.name = "Ban Dân tộc";
    ASSERT_TRUE(choose(id, "Ban Dân tộc", choice));
    EXPECT_EQ(preview(id).open_choices, 1);
    EXPECT_TRUE(preview(id).units[0][1].lacks_code());
    choice.code = "S09";
    ASSERT_TRUE(choose(id, "Ban Dân tộc", choice));
    EXPECT_EQ(preview(id).open_choices, 0);
}

TEST_F(Import, StoringIsAllOrNothing)
{
    // The code is taken: the unit can't be added, so no row may be stored.
    const auto id = upload("Đơn vị;Điểm\nSở Nội vụ;90\nBan Dân tộc;80\n");
    ASSERT_TRUE(choose(id, "Ban Dân tộc",
                       {.kind = UnitChoice::Kind::Add,
                        .unit = {},
                        .code = "S01",
                        .name = "Ban Dân tộc",
                        .group = departments}));
    EXPECT_FALSE(store(id));
    EXPECT_TRUE(stored(id).sheet.groups.empty());
    EXPECT_EQ(find(id).state, app::UploadState::Preview);
}

TEST_F(Import, ARowMayBeLeftOutTogetherWithItsErrors)
{
    const auto id = upload("Đơn vị;Điểm\nSở Nội vụ;90\nHội Nông dân;\n");
    EXPECT_EQ(preview(id).errors, 1);
    ASSERT_TRUE(choose(id, "Hội Nông dân", {.kind = UnitChoice::Kind::Skip}));
    EXPECT_EQ(preview(id).errors, 0);
    EXPECT_EQ(*store(id), 1);
}

TEST_F(Import, TwoRowsOfOneUnitAreAnErrorAlsoWhenTheRegisterTellsIt)
{
    const auto id = upload("Đơn vị;Điểm\nSở Nội vụ;90\nS01;80\n");
    EXPECT_EQ(preview(id).errors, 1);
}

TEST_F(Import, MissingUnitsOfTheGroupAreAWarning)
{
    const auto seen = preview(upload("Đơn vị;Điểm\nSở Nội vụ;90\n"));
    ASSERT_EQ(seen.warnings, 1);
    EXPECT_THAT(seen.sheet.issues[0].message.vietnamese(), HasSubstr("Sở Y tế"));
    EXPECT_TRUE(seen.ready());
}

TEST_F(Import, TheSameFileTwiceIsNoticed)
{
    const auto first = upload(good);
    ASSERT_TRUE(store(first));
    const auto again = preview(upload(good));
    ASSERT_EQ(again.earlier.size(), 1U);
    EXPECT_EQ(again.earlier[0].id, first);
    EXPECT_EQ(again.earlier[0].decided_by_name, officer.user.name);
}

TEST_F(Import, AnUploadAgainKeepsItsChoicesAndDiscardsTheOld)
{
    const auto first = upload("Đơn vị;Điểm\nUBND huyện Cao Lãnh;8O\n");
    ASSERT_TRUE(choose(first, "UBND huyện Cao Lãnh", {.kind = UnitChoice::Kind::Unit, .unit = district}));
    const auto second = upload("Đơn vị;Điểm\nUBND huyện Cao Lãnh;80\n", first);
    EXPECT_TRUE(preview(second).ready());
    EXPECT_EQ(find(first).state, app::UploadState::Discarded);
}

TEST_F(Import, AStaleVersionIsAConflict)
{
    const auto id = upload(good);
    const auto stale = run([&](app::Repositories& r) { return app::store_upload(r, officer, id, 99); });
    ASSERT_FALSE(stale);
    EXPECT_EQ(stale.error().kind, ErrorKind::Conflict);
    ASSERT_TRUE(store(id));
    const auto twice = run([&](app::Repositories& r) { return app::store_upload(r, officer, id, 2); });
    ASSERT_FALSE(twice);
    EXPECT_THAT(twice.error().message.vietnamese(), HasSubstr(officer.user.name));
}

// Both read the same preview; the second to write finds no row, though the upload is still a preview.
TEST_F(Import, TheStoreMatchesNoRowForAStalePreview)
{
    const auto stale = find(upload(good));
    const auto save = [&](app::Repositories& r) { return r.uploads().save_choices(stale, officer); };
    ASSERT_TRUE(run(save));
    const auto again = run(save);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, ErrorKind::Conflict);
    const auto stored = run([&](app::Repositories& r) { return r.uploads().store(stale, {}, officer); });
    ASSERT_FALSE(stored);
    EXPECT_EQ(stored.error().kind, ErrorKind::Conflict);
    const auto discarded = run([&](app::Repositories& r) { return r.uploads().discard(stale, officer); });
    ASSERT_FALSE(discarded);
    EXPECT_EQ(discarded.error().kind, ErrorKind::Conflict);
}

TEST_F(Import, ADiscardedUploadLosesItsFileButStaysInTheHistory)
{
    const auto id = upload(good);
    const auto done = run([&](app::Repositories& r) { return app::discard_upload(r, officer, id, 1); });
    ASSERT_TRUE(done);
    EXPECT_FALSE(run([&](app::Repositories& r) { return app::original_file(r, officer, id); }));
    const auto history = run([&](app::Repositories& r) { return app::upload_history(r, officer); });
    ASSERT_TRUE(history);
    ASSERT_EQ(history->at(0).uploads.size(), 1U);
    EXPECT_EQ(history->at(0).uploads[0].state, app::UploadState::Discarded);
}

TEST_F(Import, TheEncodingCanBeChosen)
{
    const auto id = upload("Đơn vị;Điểm\nSở Nội vụ;90\nSở Y tế;80\n");
    const auto wrong =
        run([&](app::Repositories& r) { return app::choose_units(r, officer, id, 1, "TCVN3", {}); });
    ASSERT_TRUE(wrong);
    EXPECT_EQ(preview(id).sheet.encoding, "TCVN3");
    EXPECT_EQ(preview(id).recognised_encoding, "UTF-8");
    const auto unknown =
        run([&](app::Repositories& r) { return app::choose_units(r, officer, id, 2, "EBCDIC", {}); });
    EXPECT_FALSE(unknown);
    const auto back = run([&](app::Repositories& r) { return app::choose_units(r, officer, id, 2, "", {}); });
    ASSERT_TRUE(back);
    EXPECT_TRUE(preview(id).ready());
}

TEST_F(Import, UnreadableFilesAndClosedRoundsAreRefusedAtOnce)
{
    const auto refused = try_upload("%PDF-1.7");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "file");
    EXPECT_THAT(refused.error().message.vietnamese(), HasSubstr("PDF"));
    const auto closed = run([&](app::Repositories& r) -> base::Result<void> {
        auto found = *r.rounds().find(round);
        found.open = false;
        return r.rounds().save(officer, found);
    });
    ASSERT_TRUE(closed);
    EXPECT_EQ(try_upload(good).error().kind, ErrorKind::Conflict);
}

TEST_F(Import, ALargeFileComesBackByteByByte)
{
    std::string bytes = "Đơn vị;Điểm\nSở Nội vụ;90\n";
    while (bytes.size() < 1'200'000)
        bytes += ";                                                                              ;\n";
    const auto id = upload(bytes);
    const auto file = run([&](app::Repositories& r) { return app::original_file(r, officer, id); });
    ASSERT_TRUE(file);
    EXPECT_EQ(base::sha256_hex(file->bytes), base::sha256_hex(bytes));
}

TEST_F(Import, TheMarkedFileNamesTheProblems)
{
    const auto id = upload("Đơn vị;Điểm\nSở Nội vụ;8O\n");
    const auto file = run([&](app::Repositories& r) {
        return app::marked_file(r, officer, id,
                                [](const base::Message& message) { return message.vietnamese(); });
    });
    ASSERT_TRUE(file);
    EXPECT_EQ(file->name, "PAR 2021 - đánh dấu lỗi.xlsx");
    EXPECT_EQ(file->bytes.substr(0, 2), "PK");
}

TEST_F(Import, OnlyThoseWhoMayImportDoIt)
{
    const auto id = upload(good);
    for (const auto role : {Role::Chair, Role::Clerk, Role::Auditor, Role::ProposingUnit}) {
        const auto stranger = actor(role);
        const auto refused = run([&](app::Repositories& r) { return app::store_upload(r, stranger, id, 1); });
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().kind, ErrorKind::Forbidden);
    }
}

}  // namespace
