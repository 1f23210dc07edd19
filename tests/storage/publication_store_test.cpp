#include "storage/error.h"
#include "tests/storage/publication_case.h"

namespace {

using app::Repositories;
using app::StandingFilter;
using app::StandingOrder;
using domain::PublishedStanding;

class PublicationStore : public tests::PublicationCase {
protected:
    std::vector<std::string> page(StandingFilter filter, int* total = nullptr)
    {
        filter.publication = id;
        const auto page = ask([&](Repositories& r) { return r.publications().page(filter); });
        std::vector<std::string> names;
        for (const auto& row : page.rows)
            names.push_back(row.standing.unit);
        if (total) *total = page.total;
        return names;
    }
    StandingFilter filter(StandingOrder order, bool descending = false) const
    {
        StandingFilter filter;
        filter.group = departments;
        filter.order = order;
        filter.descending = descending;
        return filter;
    }
    void publish() { id = freeze(publication(), rows()); }

    domain::PublicationId id;
};

using Names = std::vector<std::string>;

TEST_F(PublicationStore, GivesBackWhatWasFrozen)
{
    auto made = publication();
    made.conference_date = base::Date(2022, 3, 31);
    made.groups[0].criteria = "Quyết định 1602/QĐ-UBND-HC";
    made.groups[0].previous_mean = number("84.19");
    made.groups[0].framework.ties = {"Thẩm định"};
    made.groups[0].framework.bonus_cap = number("2.5");
    id = freeze(made, rows());

    const auto found = ask([&](Repositories& r) { return r.publications().find(id); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->decision_number, "30/QĐ-UBND-HC");
    EXPECT_EQ(found->decision_date, base::Date(2022, 3, 30));
    EXPECT_EQ(found->conference_date, base::Date(2022, 3, 31));
    EXPECT_EQ(found->published_by_name, officer.user.name);
    EXPECT_EQ(found->published_at, now());
    EXPECT_EQ(found->file_hash, made.file_hash);
    ASSERT_EQ(found->groups.size(), 2u);
    EXPECT_EQ(found->groups[0].framework, made.groups[0].framework);
    EXPECT_EQ(found->groups[0].criteria, made.groups[0].criteria);
    EXPECT_EQ(found->groups[0].previous_mean, number("84.19"));
    EXPECT_EQ(found->groups[0].summary.mean, number("85.51"));
    EXPECT_EQ(found->groups[0].summary.band_counts, made.groups[0].summary.band_counts);
    EXPECT_EQ(found->groups[1].name(), "UBND cấp huyện");

    const auto stored = ask([&](Repositories& r) { return r.publications().standings(id); });
    const auto wanted = rows();
    ASSERT_EQ(stored.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        EXPECT_EQ(stored[i].unit, wanted[i].unit);
        EXPECT_EQ(stored[i].standing.place, wanted[i].standing.place);
        EXPECT_EQ(stored[i].standing.index, wanted[i].standing.index);
        EXPECT_EQ(stored[i].standing.change, wanted[i].standing.change);
        EXPECT_EQ(stored[i].standing.parts, wanted[i].standing.parts);
        EXPECT_EQ(stored[i].standing.evidence, wanted[i].standing.evidence);
        EXPECT_EQ(stored[i].illustrative, wanted[i].illustrative);
        EXPECT_EQ(stored[i].note, wanted[i].note);
    }
    EXPECT_EQ(domain::canonical_snapshot(*found, stored), domain::canonical_snapshot(made, wanted));
}

TEST_F(PublicationStore, ListsAPeerGroupByPlaceWithUnrankedUnitsLast)
{
    publish();
    int total = 0;
    EXPECT_EQ(page(filter(StandingOrder::Place), &total),
              (Names{"Sở Kế hoạch và Đầu tư", "Sở Nội vụ", "Sở Y tế", "Đài Phát thanh"}));
    EXPECT_EQ(total, 4);
}

TEST_F(PublicationStore, SortsByChangeWithNewUnitsLastInBothDirections)
{
    publish();
    EXPECT_EQ(page(filter(StandingOrder::Change, true)),
              (Names{"Sở Y tế", "Sở Kế hoạch và Đầu tư", "Sở Nội vụ", "Đài Phát thanh"}));
    EXPECT_EQ(page(filter(StandingOrder::Change)),
              (Names{"Sở Nội vụ", "Sở Kế hoạch và Đầu tư", "Sở Y tế", "Đài Phát thanh"}));
}

TEST_F(PublicationStore, SortsNamesByTheVietnameseAlphabetAndIndexesAsNumbers)
{
    publish();
    EXPECT_EQ(page(filter(StandingOrder::Unit)),
              (Names{"Đài Phát thanh", "Sở Kế hoạch và Đầu tư", "Sở Nội vụ", "Sở Y tế"}));
    EXPECT_EQ(page(filter(StandingOrder::Index, true)).front(), "Đài Phát thanh");
}

TEST_F(PublicationStore, FindsUnitsWithoutMarksAndByCode)
{
    publish();
    auto wanted = filter(StandingOrder::Place);
    wanted.text = "NOI VU";
    EXPECT_EQ(page(wanted), Names{"Sở Nội vụ"});
    wanted.text = "h03";
    EXPECT_EQ(page(wanted), Names{"Sở Y tế"});
    wanted.text = "khong co";
    int total = -1;
    EXPECT_TRUE(page(wanted, &total).empty());
    EXPECT_EQ(total, 0);
}

TEST_F(PublicationStore, FiltersByBand)
{
    publish();
    auto wanted = filter(StandingOrder::Place);
    wanted.band = "Khá";
    int total = 0;
    EXPECT_EQ(page(wanted, &total), Names{"Sở Y tế"});
    EXPECT_EQ(total, 1);
}

TEST_F(PublicationStore, CountsEveryMatchOnEachPage)
{
    publish();
    auto wanted = filter(StandingOrder::Place);
    wanted.size = 2;
    int total = 0;
    EXPECT_EQ(page(wanted, &total), (Names{"Sở Kế hoạch và Đầu tư", "Sở Nội vụ"}));
    EXPECT_EQ(total, 4);
    wanted.page = 2;
    EXPECT_EQ(page(wanted, &total), (Names{"Sở Y tế", "Đài Phát thanh"}));
    EXPECT_EQ(total, 4);
    wanted.page = 3;
    EXPECT_TRUE(page(wanted, &total).empty());
    EXPECT_EQ(total, 4);
}

TEST_F(PublicationStore, KnowsTheCurrentPublicationAndWhatReplacedTheOld)
{
    publish();
    auto correction = publication();
    correction.replaces = id;
    correction.reason = "Cộng sai điểm của Sở Y tế";
    const auto second = freeze(correction, rows());

    EXPECT_EQ(ask([&](Repositories& r) { return r.publications().current(round); })->id, second);
    EXPECT_EQ(ask([&](Repositories& r) { return r.publications().current_of_year(2021); })->id, second);
    EXPECT_EQ(ask([&](Repositories& r) { return r.publications().newest(); })->id, second);
    const auto old = ask([&](Repositories& r) { return r.publications().find(id); });
    EXPECT_EQ(old->replaced_by, second);
    EXPECT_EQ(ask([&](Repositories& r) { return r.publications().list(); }).size(), 2u);
}

TEST_F(PublicationStore, RefusesASecondFirstPublicationAndASecondCorrection)
{
    publish();
    const auto again = run([&](Repositories& r) { return r.publications().freeze(publication(), rows()); });
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, base::ErrorKind::Conflict);

    auto correction = publication();
    correction.replaces = id;
    correction.reason = "Sai số liệu";
    freeze(correction, rows());
    const auto twice = run([&](Repositories& r) { return r.publications().freeze(correction, rows()); });
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().kind, base::ErrorKind::Conflict);
}

TEST_F(PublicationStore, FollowsAUnitOverTheYears)
{
    publish();
    round = ask([&](Repositories& r) { return add_round(r, 2022); });
    auto later = publication(2022);
    freeze(later, rows());
    const auto years = ask([&](Repositories& r) { return r.publications().years_of(units.at("Sở Nội vụ")); });
    ASSERT_EQ(years.size(), 2u);
    EXPECT_EQ(years[0].year, 2022);
    EXPECT_EQ(years[1].year, 2021);
    EXPECT_EQ(years[1].place, 2);
    EXPECT_EQ(years[1].of, 3);
    EXPECT_EQ(years[1].index, number("88.6"));
    EXPECT_TRUE(years[1].illustrative);
}

TEST_F(PublicationStore, TheDatabaseItselfRefusesToChangeOrRemoveWhatWasPublished)
{
    publish();
    for (const auto* statement :
         {"UPDATE publication_standing SET index_value = 99 WHERE position = 2",
          "DELETE FROM publication_standing WHERE position = 2", "UPDATE publication_group SET mean = 99",
          "DELETE FROM publication_group", "UPDATE publication SET decision_number = '31/QĐ'",
          "DELETE FROM publication"})
        EXPECT_THROW(owner().execute(statement), storage::DatabaseError) << statement;
}

class FrameworkStore : public tests::PublicationCase {
protected:
    base::Result<domain::FrameworkId> add(int year, int version, int decimals = 2)
    {
        app::StoredFramework stored;
        stored.group = departments;
        stored.year = year;
        stored.version = version;
        stored.framework.decimals = decimals;
        stored.saved_by = officer.user.id;
        stored.saved_at = now();
        return run([&](Repositories& r) { return r.frameworks().add(stored); });
    }
};

TEST_F(FrameworkStore, KeepsEveryVersionAndGivesTheLatest)
{
    const auto first = done(add(2021, 1));
    done(add(2021, 2, 3));
    done(add(2020, 1));
    const auto latest = ask([&](Repositories& r) { return r.frameworks().latest(departments, 2021); });
    ASSERT_TRUE(latest);
    EXPECT_EQ(latest->version, 2);
    EXPECT_EQ(latest->framework.decimals, 3);
    EXPECT_FALSE(latest->used);
    EXPECT_EQ(ask([&](Repositories& r) { return r.frameworks().versions(departments, 2021); }).size(), 2u);
    EXPECT_EQ(ask([&](Repositories& r) { return r.frameworks().years(); }), (std::vector<int>{2021, 2020}));
    EXPECT_EQ(ask([&](Repositories& r) { return r.frameworks().find(first); })->version, 1);
    EXPECT_FALSE(ask([&](Repositories& r) { return r.frameworks().latest(districts, 2021); }));
}

TEST_F(FrameworkStore, RefusesAVersionSomebodyElseTook)
{
    done(add(2021, 1));
    const auto again = add(2021, 1);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, base::ErrorKind::Conflict);
}

TEST_F(FrameworkStore, SaysWhichVersionAPublicationRestsOn)
{
    auto made = publication();
    made.groups[0].framework_id = done(add(2021, 1));
    made.groups[0].framework_version = 1;
    freeze(made, rows());
    done(add(2021, 2));
    const auto versions = ask([&](Repositories& r) { return r.frameworks().versions(departments, 2021); });
    EXPECT_FALSE(versions[0].used);
    EXPECT_TRUE(versions[1].used);
}

}  // namespace
