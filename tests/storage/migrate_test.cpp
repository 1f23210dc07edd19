#include "storage/grants.h"
#include "storage/migrate.h"
#include "storage/mysql_connection.h"
#include "tests/storage/database.h"

#include <fstream>

namespace {

namespace files = std::filesystem;

storage::Migration step(int number, const std::string& name, const std::string& statement)
{
    return {number, name, std::string(64, static_cast<char>('a' + number)), {statement}};
}

// A schema of its own.
class Migrations : public tests::Database {
protected:
    Migrations()
    {
        owner().command("DROP DATABASE IF EXISTS trial");
        owner().command("CREATE DATABASE trial CHARACTER SET utf8mb4");
        auto endpoint = owner_endpoint();
        endpoint.schema = "trial";
        trial_.emplace(endpoint);
    }
    ~Migrations() override { owner().command("DROP DATABASE IF EXISTS trial"); }

    base::Result<int> migrate(const std::vector<storage::Migration>& known)
    {
        return storage::migrate(*trial_, known, quiet_);
    }
    std::string check(const std::vector<storage::Migration>& known)
    {
        const auto good = storage::check_schema(*trial_, known);
        return good ? "good" : good.error().message.vietnamese();
    }

    base::Log quiet_{base::Log::Level::Error};
    std::optional<storage::MySqlConnection> trial_;
    const storage::Migration first_ = step(1, "0001_unit", "CREATE TABLE unit (id INT PRIMARY KEY)");
    const storage::Migration second_ = step(2, "0002_person", "CREATE TABLE person (id INT PRIMARY KEY)");
};

TEST_F(Migrations, AreAppliedOnceAndInOrder)
{
    EXPECT_NE(check({first_}), "good");
    const auto one = migrate({first_});
    ASSERT_TRUE(one);
    EXPECT_EQ(*one, 1);
    EXPECT_EQ(check({first_}), "good");
    const auto two = migrate({first_, second_});
    ASSERT_TRUE(two);
    EXPECT_EQ(*two, 1);
    const auto none = migrate({first_, second_});
    ASSERT_TRUE(none);
    EXPECT_EQ(*none, 0);
}

TEST_F(Migrations, AnUnknownStepIsRefusedByName)
{
    ASSERT_TRUE(migrate({first_, second_}));
    EXPECT_FALSE(migrate({first_}));
    EXPECT_NE(check({first_}).find("0002_person"), std::string::npos);
}

TEST_F(Migrations, AChangedStepIsRefusedByName)
{
    ASSERT_TRUE(migrate({first_, second_}));
    auto changed = second_;
    changed.checksum = std::string(64, 'f');
    EXPECT_FALSE(migrate({first_, changed}));
    EXPECT_NE(check({first_, changed}).find("0002_person"), std::string::npos);
}

TEST_F(Migrations, AMissingStepIsRefusedByName)
{
    ASSERT_TRUE(migrate({first_}));
    EXPECT_NE(check({first_, second_}).find("0002_person"), std::string::npos);
}

TEST_F(Migrations, AStepPutBeforeAppliedOnesIsRefused)
{
    ASSERT_TRUE(migrate({second_}));
    EXPECT_FALSE(migrate({first_, second_}));
}

TEST_F(Migrations, AStepThatFailedHalfWayIsNotRunAgainBlindly)
{
    const auto broken = step(1, "0001_broken", "CREATE TABLE broken (id NONSENSE)");
    EXPECT_FALSE(migrate({broken}));
    const auto again = migrate({first_});
    ASSERT_FALSE(again);
    EXPECT_NE(again.error().message.vietnamese().find("0001_broken"), std::string::npos);
}

TEST_F(Migrations, OnlyOneRunnerWorksAtATime)
{
    ASSERT_TRUE(migrate({first_}));
    trial_->execute(
        "UPDATE migration_lease SET holder = 'another', until = UTC_TIMESTAMP(6) + INTERVAL 1 HOUR");
    const auto refused = migrate({first_, second_});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.vietnamese().find("Một chương trình khác"), std::string::npos);
    trial_->execute("UPDATE migration_lease SET until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND");
    EXPECT_TRUE(migrate({first_, second_}));
}

// 0085 on a database at work.
TEST_F(Migrations, GiveEarlierDecisionsTheNamesOfTheOffice)
{
    const auto all = storage::read_migrations(VINHDANH_SOURCE_DIR "/sql/migrations");
    ASSERT_TRUE(all);
    auto earlier = *all;
    std::erase_if(earlier, [](const auto& each) { return each.number >= 85; });
    ASSERT_TRUE(migrate(earlier));
    trial_->command(
        "INSERT INTO office VALUES "
        "(1, 'Đồng Tháp', 'Ủy ban nhân dân tỉnh', 'Sở Nội vụ', 'Cao Lãnh', 'QĐ', 0, 1, '', NOW())");
    trial_->command("SET foreign_key_checks = 0");
    trial_->command(
        "INSERT INTO decision VALUES (7, 1, 1, 'BKT', '', '', 'head', 5, 'QĐ', '2022-03-28', 1, '', "
        "'', '', '[]', '', 'numbered', NULL, 0, 1, 0, 0, 1, '', NOW(), '', NULL, 0, '', NOW(), 1)");
    trial_->command("SET foreign_key_checks = 1");
    ASSERT_TRUE(migrate(*all));
    auto rows =
        trial_->query("SELECT office_province, office_committee, office_department, office_place, version "
                      "FROM decision WHERE id = 7");
    ASSERT_TRUE(rows.next());
    EXPECT_EQ(rows.text(1), "Đồng Tháp");
    EXPECT_EQ(rows.text(2), "Ủy ban nhân dân tỉnh");
    EXPECT_EQ(rows.text(3), "Sở Nội vụ");
    EXPECT_EQ(rows.text(4), "Cao Lãnh");
    EXPECT_EQ(rows.integer(5), 1) << "nobody's open page goes stale";
}

TEST(MigrationFiles, AreReadInOrderWithTheirStatements)
{
    const auto found = storage::read_migrations(VINHDANH_SOURCE_DIR "/sql/migrations");
    ASSERT_TRUE(found);
    ASSERT_GE(found->size(), 3u);
    EXPECT_EQ(found->front().name, "0001_submission");
    EXPECT_EQ(found->front().statements.size(), 1u);
    for (const auto& migration : *found) {
        for (const auto& statement : migration.statements) {
            EXPECT_EQ(statement.find("RETURNING"), std::string::npos) << migration.name;
        }
    }
}

TEST(MigrationFiles, BadOnesAreRefused)
{
    const auto folder = files::temp_directory_path() / ("migrations-" + std::to_string(getpid()));
    files::create_directories(folder);
    EXPECT_FALSE(storage::read_migrations(folder));
    std::ofstream(folder / "0001_a.sql")
        << "-- why\nCREATE TABLE a (id INT);  \nCREATE TABLE b (t VARCHAR(9) "
           "DEFAULT ';x');\n-- end;\n";
    const auto good = storage::read_migrations(folder);
    ASSERT_TRUE(good);
    EXPECT_EQ(good->front().statements.size(), 2u);
    std::ofstream(folder / "0001_b.sql") << "SELECT 1;";
    EXPECT_FALSE(storage::read_migrations(folder));
    files::rename(folder / "0001_b.sql", folder / "2_b.sql");
    EXPECT_FALSE(storage::read_migrations(folder));
    files::remove_all(folder);
}

TEST(Grants, AuditAndHistoryAreAppendOnly)
{
    EXPECT_TRUE(storage::append_only("audit_entry"));
    EXPECT_TRUE(storage::append_only("dossier_history"));
    EXPECT_FALSE(storage::append_only("audit_stream"));
    EXPECT_FALSE(storage::append_only("dossier"));
}

}  // namespace
