#include "app/audit_trail.h"
#include "app/compare_years.h"
#include "app/correct_publication.h"
#include "app/publish_ranking.h"
#include "app/save_framework.h"
#include "app/view_ranking.h"
#include "base/digest.h"
#include "tests/storage/publication_case.h"

namespace {

using app::Repositories;
using base::ErrorKind;

struct Line {
    const char* unit;
    const char* points;
    const char* note = "";
};

class Publishing : public tests::PublicationCase {
protected:
    // Imports a sheet of points out of 100 into the round.
    domain::UploadId upload(domain::RoundId of, const std::vector<Line>& lines)
    {
        std::vector<app::StoredRow> rows;
        for (const auto& line : lines) {
            app::StoredRow stored;
            stored.unit = units.at(line.unit);
            auto& row = stored.row;
            row.sheet = "PAR";
            row.row = 7 + static_cast<int>(rows.size());
            row.unit = line.unit;
            row.points = domain::SheetValue{number_of(line.points), line.points, "F"};
            row.maximum = domain::SheetValue{base::Decimal(100), "100", "G"};
            row.note = line.note;
            rows.push_back(std::move(stored));
        }
        return done(run([&](Repositories& r) -> base::Result<domain::UploadId> {
            const auto id = tests::any_upload(r, officer, of);
            done(r.uploads().store(*r.uploads().find(id), rows, officer));
            return id;
        }));
    }
    static base::Decimal number_of(const char* text) { return *base::Decimal::parse(text); }

    app::RankingPreview preview(app::PreviewChoices choices = {})
    {
        return done(run([&](Repositories& r) { return app::preview_ranking(r, officer, round, choices); }));
    }
    app::PublishOrder order(app::PreviewChoices choices = {})
    {
        app::PublishOrder order;
        order.round = round;
        order.choices = choices;
        order.seen = preview(choices).fingerprint;
        order.decision_number = "30/QĐ-UBND-HC";
        order.decision_date = base::Date(2022, 3, 19);
        order.conference_date = base::Date(2022, 3, 30);
        return order;
    }
    base::Result<domain::PublicationId> try_publish(const app::PublishOrder& order)
    {
        return run([&](Repositories& r) { return app::publish_ranking(r, officer, order); });
    }
    domain::PublicationId publish() { return done(try_publish(order())); }
    base::Result<domain::PublicationId> try_correct(domain::PublicationId old, const std::string& reason)
    {
        return run([&, wanted = order()](Repositories& r) {
            return app::correct_publication(r, officer, {wanted, old, reason});
        });
    }
    app::WholePublication whole(domain::PublicationId id)
    {
        return done(run([&](Repositories& r) { return app::whole_publication(r, officer, id); }));
    }
    std::vector<app::StoredAuditEntry> audit(const std::string& stream)
    {
        return ask([&](Repositories& r) {
            app::AuditFilter filter;
            filter.stream = stream;
            return r.audit().find(filter);
        });
    }
    void save_bands(int year, std::vector<domain::Band> bands, const std::string& criteria = "QĐ 1602")
    {
        app::FrameworkChange change;
        change.group = departments;
        change.year = year;
        const auto latest = ask([&](Repositories& r) { return r.frameworks().latest(departments, year); });
        change.seen_version = latest ? latest->version : 0;
        change.criteria = criteria;
        change.framework.bands = std::move(bands);
        done(run([&](Repositories& r) { return app::save_framework(r, officer, change); }));
    }

    const std::vector<Line> sheet = {{"Sở Kế hoạch và Đầu tư", "90.94"},
                                     {"Sở Nội vụ", "88.6", "Hạng đã công bố; điểm minh họa"},
                                     {"Sở Y tế", "88.6"},
                                     {"Đài Phát thanh", "77"},
                                     {"Huyện Châu Thành", "88.68"}};
};

TEST_F(Publishing, PreviewRanksByTheRegistersGroupsAndStoresNothing)
{
    upload(round, sheet);
    const auto found = preview();
    ASSERT_EQ(found.draft.groups.size(), 2u);
    EXPECT_EQ(found.draft.groups[0].name(), "Các sở");
    EXPECT_EQ(found.draft.groups[0].units, 4);
    EXPECT_EQ(found.draft.groups[1].name(), "UBND cấp huyện");
    EXPECT_EQ(found.rows[0].standing.unit, "Sở Kế hoạch và Đầu tư");
    EXPECT_EQ(found.rows[0].standing.place, 1);
    EXPECT_EQ(found.rows.back().standing.place, 1);
    EXPECT_FALSE(found.last_year);
    EXPECT_FALSE(ask([&](Repositories& r) { return r.publications().current(round); }));
}

TEST_F(Publishing, EqualIndexesShareAPlaceAndTheNextIsSkipped)
{
    upload(round, sheet);
    const auto found = preview();
    EXPECT_EQ(found.rows[1].standing.place, 2);
    EXPECT_EQ(found.rows[2].standing.place, 2);
    EXPECT_EQ(found.rows[3].standing.place, 4);
    EXPECT_EQ(found.rows[3].position, 4);
}

TEST_F(Publishing, AUnitAssessedButNotRankedGetsNoPlaceAndComesLast)
{
    upload(round, sheet);
    app::PreviewChoices choices;
    choices.unranked = {units.at("Sở Kế hoạch và Đầu tư")};
    const auto id = done(try_publish(order(choices)));
    const auto rows = whole(id).rows;
    EXPECT_EQ(rows[0].standing.unit, "Sở Nội vụ");
    EXPECT_EQ(rows[0].standing.place, 1);
    EXPECT_EQ(rows[3].standing.unit, "Sở Kế hoạch và Đầu tư");
    EXPECT_FALSE(rows[3].standing.place);
    EXPECT_EQ(whole(id).publication.groups[0].ranked, 3);
}

TEST_F(Publishing, MarksValuesTheSheetCallsMadeUp)
{
    upload(round, {{"Sở Nội vụ", "88.6", "Hạng đã công bố; điểm minh họa"},
                   {"Sở Y tế", "80", "Điểm và hạng đã công bố; điểm từng lĩnh vực minh họa"},
                   {"Đài Phát thanh", "70"}});
    const auto rows = whole(publish()).rows;
    EXPECT_TRUE(rows[0].illustrative);
    EXPECT_FALSE(rows[1].illustrative);
    EXPECT_TRUE(rows[1].parts_illustrative);
    EXPECT_FALSE(rows[2].illustrative);
    EXPECT_FALSE(rows[2].parts_illustrative);
}

TEST_F(Publishing, FreezesWhatTheOfficerSawUnderTheDecision)
{
    upload(round, sheet);
    save_bands(2021, {{"Tốt", base::Decimal(80)}, {"Khá", base::Decimal(70)}});
    const auto id = publish();
    const auto found = whole(id);
    EXPECT_EQ(found.publication.decision_number, "30/QĐ-UBND-HC");
    EXPECT_EQ(found.publication.conference_date, base::Date(2022, 3, 30));
    EXPECT_EQ(found.publication.published_by, officer.user.id);
    EXPECT_EQ(found.publication.groups[0].framework_version, 1);
    EXPECT_EQ(found.rows[0].standing.band, "Tốt");
    EXPECT_EQ(found.rows[3].standing.band, "Khá");
    EXPECT_EQ(found.rows[0].standing.evidence, "PAR!F7 ÷ G7");
    // The hash can be proved from the stored rows alone.
    EXPECT_EQ(base::sha256_hex(domain::canonical_snapshot(found.publication, found.rows)),
              found.publication.snapshot_hash);
}

TEST_F(Publishing, LaterChangesOfUnitsFrameworksAndSheetsNeverAlterIt)
{
    upload(round, sheet);
    save_bands(2021, {{"Tốt", base::Decimal(80)}});
    const auto id = publish();
    const auto before = whole(id);

    save_bands(2021, {{"Xuất sắc", base::Decimal(85)}});
    owner().execute("UPDATE upload_row SET points = 12");
    upload(round, {{"Sở Y tế", "99"}});
    done(run([&](Repositories& r) -> base::Result<void> {
        auto unit = *r.units().find(units.at("Sở Nội vụ"));
        unit.official_name = "Sở Nội vụ và Lao động";
        return r.units().save(officer, unit, base::Date(2022, 3, 29));
    }));

    const auto after = whole(id);
    EXPECT_EQ(domain::canonical_snapshot(after.publication, after.rows),
              domain::canonical_snapshot(before.publication, before.rows));
    EXPECT_EQ(after.rows[1].standing.unit, "Sở Nội vụ");
    EXPECT_EQ(after.publication.snapshot_hash, before.publication.snapshot_hash);
}

TEST_F(Publishing, RefusesAStalePreviewWhenANewerSheetWasStored)
{
    const auto first = upload(round, sheet);
    auto wanted = order();
    wanted.choices.upload = first;
    upload(round, {{"Sở Y tế", "99"}});
    const auto refused = try_publish(wanted);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Conflict);
}

TEST_F(Publishing, RefusesAStalePreviewWhenBandsChangedMeanwhile)
{
    upload(round, sheet);
    const auto wanted = order();
    save_bands(2021, {{"Tốt", base::Decimal(80)}});
    const auto refused = try_publish(wanted);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Conflict);
}

TEST_F(Publishing, OneSubmissionPublishesOnce)
{
    upload(round, sheet);
    const auto wanted = order();
    const auto form = submission(officer, "/rounds/{round}/publications");
    const auto send = [&] {
        return transactor().once(form, [&](Repositories& r) -> base::Result<std::string> {
            const auto id = app::publish_ranking(r, officer, wanted);
            if (!id) return id.error();
            return id->text();
        });
    };
    const auto first = done(send());
    EXPECT_EQ(done(send()), first);
    EXPECT_EQ(ask([&](Repositories& r) { return r.publications().list(); }).size(), 1u);
}

TEST_F(Publishing, ASecondPublicationOfARoundSaysWhoWasFaster)
{
    upload(round, sheet);
    publish();
    const auto refused = try_publish(order());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Conflict);
    EXPECT_NE(refused.error().message.vietnamese().find(officer.user.name), std::string::npos);
}

TEST_F(Publishing, ACorrectionNamesTheOldGivesItsReasonAndShowsTheDifferences)
{
    upload(round, sheet);
    const auto old = publish();
    auto mended = sheet;
    mended[3].points = "91";
    upload(round, mended);
    const auto id = done(try_correct(old, "Cộng sai điểm của Đài Phát thanh"));

    const auto correction = whole(id).publication;
    EXPECT_EQ(correction.replaces, old);
    EXPECT_EQ(correction.reason, "Cộng sai điểm của Đài Phát thanh");
    EXPECT_EQ(whole(old).publication.replaced_by, id);
    EXPECT_EQ(whole(old).rows[3].standing.index, number_of("77"));
    const auto differences =
        done(run([&](Repositories& r) { return app::corrected_rows(r, officer, correction); }));
    // The unit itself and the three it overtook; the district is untouched.
    ASSERT_EQ(differences.size(), 4u);
    EXPECT_EQ(differences[0].name, "Đài Phát thanh");
    EXPECT_EQ(differences[0].before->standing.place, 4);
    EXPECT_EQ(differences[0].after->standing.place, 1);
    const auto entries = audit("publication/" + id.text());
    ASSERT_EQ(entries.size(), 1u);
    EXPECT_EQ(entries[0].entry.action, "publication.corrected");
    EXPECT_EQ(entries[0].entry.reason, "Cộng sai điểm của Đài Phát thanh");
}

TEST_F(Publishing, ACorrectionNeedsAReasonAndADifference)
{
    upload(round, sheet);
    const auto old = publish();
    const auto without = try_correct(old, "  ");
    ASSERT_FALSE(without);
    EXPECT_EQ(without.error().field, "reason");
    const auto same = try_correct(old, "Không rõ");
    ASSERT_FALSE(same);
    EXPECT_EQ(same.error().kind, ErrorKind::Invalid);
}

TEST_F(Publishing, AnOldCorrectionFormMeetsTheNewerPublication)
{
    upload(round, sheet);
    const auto old = publish();
    auto mended = sheet;
    mended[3].points = "91";
    upload(round, mended);
    done(try_correct(old, "Sai lần một"));
    mended[3].points = "92";
    upload(round, mended);
    const auto refused = try_correct(old, "Sai lần hai");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Conflict);
}

TEST_F(Publishing, RefusesDecisionsWithoutNumberOrFromTheFuture)
{
    upload(round, sheet);
    auto wanted = order();
    wanted.decision_number = " ";
    EXPECT_EQ(try_publish(wanted).error().field, "decision_number");
    wanted = order();
    wanted.decision_date = base::Date(2022, 4, 1);  // it is the 30th of March
    EXPECT_EQ(try_publish(wanted).error().field, "decision_date");
    wanted.decision_date.reset();
    EXPECT_EQ(try_publish(wanted).error().field, "decision_date");
}

TEST_F(Publishing, IsForThoseWhoMayPublish)
{
    upload(round, sheet);
    const auto chair = actor(domain::Role::Chair);
    const auto refused = run([&](Repositories& r) { return app::publish_ranking(r, chair, order()); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Forbidden);
}

TEST_F(Publishing, NamesTheUnitThatStandsInNoGroup)
{
    done(run([&](Repositories& r) -> base::Result<void> {
        add(r, "U01", "UBND tỉnh", {});
        return {};
    }));
    upload(round, {{"UBND tỉnh", "90"}});
    const auto refused = run([&](Repositories& r) { return app::preview_ranking(r, officer, round); });
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.vietnamese().find("UBND tỉnh"), std::string::npos);
}

class TwoYears : public Publishing {
protected:
    void SetUp() override
    {
        Publishing::SetUp();
        this_year = round;
        round = ask([&](Repositories& r) { return add_round(r, 2020); });
        upload(round, {{"Sở Kế hoạch và Đầu tư", "88.35"},
                       {"Sở Nội vụ", "89.2"},
                       {"Sở Y tế", "88.6"},
                       {"Huyện Châu Thành", "80.12"}});
        earlier = publish();
        round = this_year;
        upload(round, sheet);
    }
    domain::RoundId this_year;
    domain::PublicationId earlier;
};

TEST_F(TwoYears, ChangesAreThisYearMinusLastAndLeftOutForNewUnits)
{
    const auto rows = preview().rows;
    EXPECT_EQ(rows[0].standing.change, number_of("2.59"));
    EXPECT_EQ(rows[0].standing.change_places, 2);
    EXPECT_EQ(rows[1].standing.change, number_of("-0.6"));
    EXPECT_EQ(rows[1].standing.change_places, -1);
    EXPECT_FALSE(rows[3].standing.change);
    EXPECT_FALSE(rows[3].standing.change_places);
    EXPECT_EQ(preview().draft.groups[0].summary.rose, 1);
    EXPECT_EQ(preview().draft.groups[0].summary.fell, 1);
    EXPECT_EQ(preview().draft.compared_with, earlier);
}

TEST_F(TwoYears, AUnitIsFollowedWhenItsNameChanged)
{
    done(run([&](Repositories& r) -> base::Result<void> {
        auto unit = *r.units().find(units.at("Sở Nội vụ"));
        unit.official_name = "Sở Nội vụ và Lao động";
        return r.units().save(officer, unit, base::Date(2022, 1, 1));
    }));
    const auto rows = preview().rows;
    EXPECT_EQ(rows[1].standing.unit, "Sở Nội vụ và Lao động");
    EXPECT_EQ(rows[1].standing.change, number_of("-0.6"));
}

TEST_F(TwoYears, AnotherSetOfCriteriaMarksTheChanges)
{
    EXPECT_FALSE(preview().draft.groups[0].framework_changed);
    save_bands(2021, {{"Tốt", base::Decimal(80)}}, "QĐ 1396/QĐ-UBND-HC năm 2022");
    const auto found = preview();
    EXPECT_TRUE(found.draft.groups[0].framework_changed);
    EXPECT_TRUE(found.rows[0].standing.framework_changed);
    EXPECT_FALSE(found.draft.groups[1].framework_changed);
}

TEST_F(TwoYears, ComparesThemWithNewAndMissingUnits)
{
    publish();
    const auto found = done(run([&](Repositories& r) { return app::compare_years(r, officer, 2020, 2021); }));
    ASSERT_EQ(found.groups.size(), 2u);
    const auto& group = found.groups[0];
    EXPECT_EQ(group.rose, 1);
    EXPECT_EQ(group.fell, 1);
    ASSERT_EQ(group.risers(5).size(), 1u);
    EXPECT_EQ(group.risers(5)[0]->name, "Sở Kế hoạch và Đầu tư");
    EXPECT_EQ(group.fallers(5)[0]->name, "Sở Nội vụ");
    EXPECT_FALSE(group.pairs[3].earlier);  // Đài Phát thanh is new
    EXPECT_EQ(found.groups[1].pairs[0].change, number_of("8.56"));

    const auto backwards = run([&](Repositories& r) { return app::compare_years(r, officer, 2021, 2020); });
    EXPECT_EQ(backwards.error().kind, ErrorKind::Invalid);
    const auto unknown = run([&](Repositories& r) { return app::compare_years(r, officer, 2019, 2021); });
    EXPECT_EQ(unknown.error().kind, ErrorKind::NotFound);
}

TEST_F(Publishing, AFrameworkIsCopiedFromTheNearestEarlierYear)
{
    save_bands(2019, {{"Tốt", base::Decimal(75)}});
    save_bands(2020, {{"Tốt", base::Decimal(80)}});
    const auto draft =
        done(run([&](Repositories& r) { return app::framework_draft(r, officer, departments, 2021); }));
    EXPECT_EQ(draft.copied_from_year, 2020);
    EXPECT_EQ(draft.stored.version, 0);
    EXPECT_EQ(draft.stored.framework.bands[0].from, base::Decimal(80));
}

TEST_F(Publishing, SavingAFrameworkSortsBandsAddsAVersionAndIsAudited)
{
    save_bands(2021, {{"Khá", base::Decimal(70)}, {"Tốt", base::Decimal(80)}});
    save_bands(2021, {{"Tốt", base::Decimal(85)}});
    save_bands(2021, {{"Tốt", base::Decimal(85)}});  // nothing new
    const auto versions = ask([&](Repositories& r) { return r.frameworks().versions(departments, 2021); });
    ASSERT_EQ(versions.size(), 2u);
    EXPECT_EQ(versions[1].framework.bands[0].name, "Tốt");
    EXPECT_EQ(audit("framework/" + departments.text() + "/2021").size(), 2u);

    app::FrameworkChange stale;
    stale.group = departments;
    stale.year = 2021;
    stale.seen_version = 1;
    const auto refused = run([&](Repositories& r) { return app::save_framework(r, officer, stale); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Conflict);
}

TEST(FrameworkFaults, NameTheFieldOfEachMistake)
{
    app::FrameworkChange change;
    change.framework.decimals = 7;
    change.framework.bands = {
        {"Tốt", base::Decimal(80)}, {"tốt", base::Decimal(80)}, {"", base::Decimal(-1)}};
    std::vector<std::string> fields;
    for (const auto& fault : app::framework_faults(change))
        fields.push_back(fault.field);
    EXPECT_EQ(fields, (std::vector<std::string>{"decimals", "band_name_2", "band_from_2", "band_name_3",
                                                "band_from_3"}));
}

}  // namespace
