// The case the product was born from, carried through the real use cases on a real database: Đồng Tháp's PAR index of
// 2021 becomes 2 emulation flags, 4 collective and 29 individual certificates of merit.
#include "app/decision_repository.h"
#include "app/dossier_repository.h"
#include "app/load_sample.h"
#include "app/nominee_repository.h"
#include "app/publication_repository.h"
#include "app/record_repository.h"
#include "app/round_repository.h"
#include "app/unit_repository.h"
#include "base/clock.h"
#include "intake/read_sheet.h"
#include "rules/reference_file.h"
#include "tests/storage/database.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace {

namespace files = std::filesystem;

std::string bytes_of(const files::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

std::map<std::string, std::string> folder(const files::path& path)
{
    std::map<std::string, std::string> found;
    for (const auto& entry : files::directory_iterator(path))
        found.emplace(entry.path().filename().string(), bytes_of(entry.path()));
    return found;
}

const files::path config = files::path(VINHDANH_SOURCE_DIR) / "config";

app::SampleProvince province()
{
    auto texts = folder(config / "demo");
    texts.emplace("rules.json", bytes_of(config / "rules/dong_thap_2021.json"));
    auto read = app::read_sample_province(texts);
    if (!read) throw std::runtime_error(read.error().message.vietnamese());
    return std::move(*read);
}

domain::Reference reference()
{
    auto read = rules::parse_reference(folder(config / "reference"));
    if (!read) throw std::runtime_error(read.error().message.vietnamese());
    return std::move(*read);
}

class DongThap2021 : public tests::Database {
protected:
    void load(app::SampleStage until = app::SampleStage::Decided)
    {
        const auto loaded = app::load_sample(transactor(), clock_, reference_, province_, until);
        ASSERT_TRUE(loaded) << loaded.error().message.vietnamese();
        ASSERT_FALSE(loaded->already);
        accounts_ = loaded->accounts;
    }

    template <class Work> auto ask(Work work)
    {
        using Value = std::invoke_result_t<Work, app::Repositories&>;
        return *transactor().transact([&](app::Repositories& r) { return base::Result<Value>(work(r)); });
    }

    // The published rows of 2021, by group.
    std::vector<std::vector<domain::PublishedStanding>> groups_of(int year)
    {
        return ask([&](app::Repositories& r) {
            const auto publication = r.publications().current_of_year(year);
            std::vector<std::vector<domain::PublishedStanding>> groups;
            domain::PeerGroupId last;
            for (const auto& row : r.publications().standings(publication->id)) {
                if (groups.empty() || row.group != last) groups.emplace_back();
                last = row.group;
                groups.back().push_back(row);
            }
            return groups;
        });
    }

    std::vector<domain::Decision> decisions()
    {
        return ask([](app::Repositories& r) { return r.decisions().of_round(r.rounds().all().front().id); });
    }

    const base::SystemClock clock_;
    const domain::Reference reference_ = reference();
    const app::SampleProvince province_ = province();
    std::vector<app::SampleAccount> accounts_;
};

TEST_F(DongThap2021, RanksSeventeenDepartmentsAndTwelveDistrictsEachInItsOwnGroup)
{
    load(app::SampleStage::Published);
    const auto groups = groups_of(2021);
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups[0].size(), 17U);
    EXPECT_EQ(groups[1].size(), 12U);
    EXPECT_EQ(groups[0][0].standing.unit, "Sở Kế hoạch và Đầu tư");
    EXPECT_EQ(groups[0][0].standing.index.fixed(2), "90.94");
    EXPECT_EQ(groups[0][16].standing.unit, "Sở Tài nguyên và Môi trường");
    EXPECT_EQ(groups[1][0].standing.unit, "Huyện Châu Thành");
    EXPECT_EQ(groups[1][0].standing.index.fixed(2), "88.68");
}

TEST_F(DongThap2021, ReachesTheBandsAndChangesThatWerePublished)
{
    load(app::SampleStage::Published);
    const auto groups = groups_of(2021);
    const auto good = [](const domain::PublishedStanding& row) {
        return row.standing.index >= base::Decimal(80);
    };
    EXPECT_EQ(std::count_if(groups[0].begin(), groups[0].end(), good), 16);
    EXPECT_EQ(std::count_if(groups[1].begin(), groups[1].end(), good), 6);
    const auto rose = [](const domain::PublishedStanding& row) {
        return *row.standing.change > base::Decimal();
    };
    const auto fell = [](const domain::PublishedStanding& row) { return row.standing.change->negative(); };
    EXPECT_EQ(std::count_if(groups[0].begin(), groups[0].end(), rose), 15);
    EXPECT_EQ(std::count_if(groups[0].begin(), groups[0].end(), fell), 2);
    for (const auto& row : groups[1]) {
        EXPECT_LT(row.standing.index, base::Decimal(90)) << row.standing.unit;
        EXPECT_GE(row.standing.index, base::Decimal(70)) << row.standing.unit;
    }
}

TEST_F(DongThap2021, KeepsEveryPublishedFactAndMarksTheRestAsIllustrative)
{
    // unit,score,rank,... of what was published; an empty score was not.
    std::map<std::pair<int, std::string>, std::pair<std::string, std::string>> published;
    for (const auto& [year, name] : {std::pair{2020, "2020_departments"},
                                     {2020, "2020_districts"},
                                     {2021, "2021_departments"},
                                     {2021, "2021_districts"}}) {
        std::istringstream lines(bytes_of(config / "demo" / ("par_dongthap_" + std::string(name) + ".csv")));
        std::string line;
        std::getline(lines, line);
        while (std::getline(lines, line)) {
            std::istringstream fields(line);
            std::string unit;
            std::string score;
            std::string place;
            std::getline(fields, unit, ',');
            std::getline(fields, score, ',');
            std::getline(fields, place, ',');
            published[{year, unit}] = {score, place};
        }
    }
    ASSERT_EQ(published.size(), 12U);

    load(app::SampleStage::Published);
    int found = 0;
    for (const int year : {2020, 2021}) {
        for (const auto& group : groups_of(year)) {
            for (const auto& row : group) {
                const auto fact = published.find({year, row.standing.unit});
                if (fact == published.end() || fact->second.first.empty()) {
                    EXPECT_TRUE(row.illustrative) << year << ' ' << row.standing.unit;
                } else {
                    EXPECT_EQ(row.standing.index.fixed(2), fact->second.first) << row.standing.unit;
                }
                if (fact == published.end()) continue;
                ++found;
                const auto& place = fact->second.second;
                if (place == "last") {
                    EXPECT_EQ(*row.standing.place, static_cast<int>(group.size()));
                } else if (place.find_first_not_of("0123456789") == std::string::npos) {
                    EXPECT_EQ(std::to_string(*row.standing.place), place) << row.standing.unit;
                }
            }
        }
    }
    EXPECT_EQ(found, 12);
}

TEST_F(DongThap2021, BecomesTwoFlagsFourCertificatesForCollectivesAndTwentyNineForPersons)
{
    load();
    const auto made = decisions();
    ASSERT_EQ(made.size(), 2U);
    const auto of = [&](std::string_view award) {
        return *std::find_if(made.begin(), made.end(),
                             [&](const auto& decision) { return decision.award == award; });
    };
    const auto flags = of("COT");
    const auto certificates = of("BKT");
    EXPECT_EQ(flags.collectives, 2);
    EXPECT_EQ(flags.individuals, 0);
    EXPECT_EQ(flags.money, 23'840'000);
    EXPECT_EQ(certificates.collectives, 4);
    EXPECT_EQ(certificates.individuals, 29);
    EXPECT_EQ(certificates.money, 55'130'000);
    EXPECT_EQ(flags.money + certificates.money, 78'970'000);
    EXPECT_TRUE(flags.issued());
    EXPECT_TRUE(flags.entered_late);
}

TEST_F(DongThap2021, GivesEveryRecipientARecordAndAnOrdinalWithoutGaps)
{
    load();
    const auto certificates = decisions().back();
    const auto recipients =
        ask([&](app::Repositories& r) { return r.decisions().recipients(certificates.id); });
    ASSERT_EQ(recipients.size(), 33U);
    for (std::size_t i = 0; i < recipients.size(); ++i)
        EXPECT_EQ(recipients[i].ordinal, static_cast<int>(i) + 1);
    EXPECT_TRUE(std::is_partitioned(recipients.begin(), recipients.end(), [](const auto& each) {
        return each.kind == domain::RecipientKind::Collective;
    }));
    EXPECT_EQ(ask([](app::Repositories& r) { return r.records().count(); }), 35);

    app::RecordFilter filter;
    filter.text = "tran mau anh";
    const auto page = ask([&](app::Repositories& r) { return r.records().search(filter); });
    ASSERT_EQ(page.total, 1);
    EXPECT_EQ(page.rows.front().name, "Trần Mẫu Ánh");
}

TEST_F(DongThap2021, ThePeopleWhoSubmitAppraiseForwardAndApproveAreFour)
{
    load();
    const auto dossier = ask([](app::Repositories& r) { return r.dossiers().list({}).front(); });
    const std::set<domain::UserId> people = {*dossier.submitted_by, *dossier.appraised_by,
                                             *dossier.forwarded_by, *dossier.approved_by};
    EXPECT_EQ(people.size(), 4U);
    EXPECT_EQ(dossier.state, domain::DossierState::Decided);
}

TEST_F(DongThap2021, IsLoadedOnce)
{
    load(app::SampleStage::Register);
    const auto again = app::load_sample(transactor(), clock_, reference_, province_);
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->already);
    EXPECT_TRUE(again->accounts.empty());
}

TEST_F(DongThap2021, NeverGoesIntoADatabaseThatHoldsSomethingElse)
{
    (void)actor(domain::Role::Officer);
    const auto refused = app::load_sample(transactor(), clock_, reference_, province_);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, base::ErrorKind::Conflict);
    EXPECT_TRUE(ask([](app::Repositories& r) { return r.units().all(); }).empty());
}

}  // namespace
