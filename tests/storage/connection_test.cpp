#include "storage/bulk.h"
#include "storage/connector_errors.h"
#include "storage/transaction.h"
#include "tests/storage/database.h"

#include <limits>

namespace {

// A table of every kind of column the schema uses.
class Connection : public tests::Database {
protected:
    Connection()
    {
        owner().command("DROP TABLE IF EXISTS sample");
        owner().command(
            "CREATE TABLE sample ("
            "id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,"
            "amount BIGINT NULL, score DECIMAL(18,6) NULL, day DATE NULL, at DATETIME(6) NULL,"
            "name VARCHAR(200) COLLATE utf8mb4_bin NULL, bytes VARBINARY(4000) NULL,"
            "long_text LONGTEXT COLLATE utf8mb4_bin NULL, flag BOOLEAN NULL,"
            "CONSTRAINT sample_name UNIQUE (name), CONSTRAINT sample_amount CHECK (amount <> 13))");
    }
    ~Connection() override { owner().command("DROP TABLE IF EXISTS sample"); }

    std::int64_t insert(const storage::Parameters& values)
    {
        owner().execute("INSERT INTO sample (amount, score, day, at, name, bytes, long_text, flag) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        values);
        return owner().last_insert_id();
    }

    storage::Rows row(std::int64_t id)
    {
        auto rows = owner().query(
            "SELECT amount, score, day, at, name, bytes, long_text, flag FROM sample WHERE id = ?", {id});
        EXPECT_TRUE(rows.next());
        return rows;
    }
};

TEST_F(Connection, ValuesComeBackAsTheyWere)
{
    const std::string nfc = "Nguyễn Thị Ước 🏅";
    const std::string bytes("\0\xff\x80 '\"\\\n", 8);
    const std::string long_text(300'000, 'x');
    const auto score = base::Decimal::parse("96.849999").value();
    const auto at = base::Instant::parse("2022-03-30 07:04:05.000001").value();
    const auto id = insert({std::numeric_limits<std::int64_t>::min(), score, base::Date(2022, 3, 30), at, nfc,
                            storage::Bytes{bytes}, long_text, true});

    auto rows = row(id);
    EXPECT_EQ(rows.integer(1), std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(rows.decimal(2), score);
    EXPECT_EQ(rows.date(3), base::Date(2022, 3, 30));
    EXPECT_EQ(rows.instant(4), at);
    EXPECT_EQ(rows.text(5), nfc);
    EXPECT_EQ(rows.text(6), bytes);
    EXPECT_EQ(rows.text(7), long_text);
    EXPECT_TRUE(rows.boolean(8));
}

TEST_F(Connection, EveryByteComesBackAndIsFoundInShortAndInLongValues)
{
    for (const int times :
         {1, 8}) {  // on either side of where bytes begin to travel as a message of their own
        std::string bytes;
        for (int i = 0; i < times * 256; ++i)
            bytes += static_cast<char>(i);
        const auto id = insert({1, std::nullopt, std::nullopt, std::nullopt, std::nullopt,
                                storage::Bytes{bytes}, std::nullopt, false});
        EXPECT_EQ(row(id).text(6), bytes);
        auto found = owner().query("SELECT id FROM sample WHERE bytes = ?", {storage::Bytes{bytes}});
        ASSERT_TRUE(found.next());
        EXPECT_EQ(found.integer(1), id);
    }
}

TEST_F(Connection, AWholeSecondComesBackAsWell)
{
    const auto at = base::Instant::parse("2022-03-30 07:04:05").value();
    EXPECT_EQ(
        row(insert({1, std::nullopt, std::nullopt, at, "a", std::nullopt, std::nullopt, false})).instant(4),
        at);
}

TEST_F(Connection, ComposedAndDecomposedTextStayDifferent)
{
    const std::string composed = "\xe1\xba\xbf";         // ế
    const std::string decomposed = "e\xcc\x82\xcc\x81";  // e + circumflex + acute
    const auto first =
        insert({1, std::nullopt, std::nullopt, std::nullopt, composed, std::nullopt, std::nullopt, 0});
    const auto second =
        insert({1, std::nullopt, std::nullopt, std::nullopt, decomposed, std::nullopt, std::nullopt, 0});
    EXPECT_EQ(row(first).text(5), composed);
    EXPECT_EQ(row(second).text(5), decomposed);
    auto found = owner().query("SELECT COUNT(*) FROM sample WHERE name = ?", {composed});
    ASSERT_TRUE(found.next());
    EXPECT_EQ(found.integer(1), 1);
}

TEST_F(Connection, NullIsNothingAndNeverAValue)
{
    const storage::Parameters nothing(8, storage::Parameter(std::nullopt));
    auto rows = row(insert(nothing));
    EXPECT_TRUE(rows.null(1));
    EXPECT_EQ(rows.maybe_integer(1), std::nullopt);
    EXPECT_EQ(rows.maybe_decimal(2), std::nullopt);
    EXPECT_EQ(rows.maybe_date(3), std::nullopt);
    EXPECT_EQ(rows.maybe_instant(4), std::nullopt);
    EXPECT_EQ(rows.maybe_text(5), std::nullopt);
    EXPECT_THROW((void)rows.integer(1), storage::DatabaseError);
    EXPECT_THROW((void)rows.text(5), storage::DatabaseError);
}

TEST_F(Connection, CountsMatchedRowsNotChangedOnes)
{
    const auto id = insert({1, std::nullopt, std::nullopt, std::nullopt, "a", std::nullopt, std::nullopt, 0});
    EXPECT_EQ(owner().execute("UPDATE sample SET amount = 1 WHERE id = ?", {id}), 1);
    EXPECT_EQ(owner().execute("UPDATE sample SET amount = 1 WHERE id = ?", {id + 1}), 0);
}

TEST_F(Connection, RunningAStatementAgainLeavesItsEarlierRowsAlone)
{
    insert({1, std::nullopt, std::nullopt, std::nullopt, "a", std::nullopt, std::nullopt, 0});
    insert({2, std::nullopt, std::nullopt, std::nullopt, "b", std::nullopt, std::nullopt, 0});
    constexpr auto by_name = "SELECT name FROM sample WHERE name >= ? ORDER BY name";
    auto first = owner().query(by_name, {"a"});
    ASSERT_TRUE(first.next());
    auto second = owner().query(by_name, {"b"});
    ASSERT_TRUE(second.next());
    EXPECT_EQ(first.text(1), "a");
    EXPECT_EQ(second.text(1), "b");
    EXPECT_TRUE(first.next());
    EXPECT_EQ(first.text(1), "b");
}

TEST_F(Connection, MoreStatementsThanAreKeptStillWork)
{
    for (int i = 0; i < 250; ++i) {
        auto rows = owner().query("SELECT " + std::to_string(i % 120) + " + ?", {1});
        ASSERT_TRUE(rows.next());
        EXPECT_EQ(rows.integer(1), i % 120 + 1);
    }
}

TEST_F(Connection, RefusalsAreNamedByTheirConstraint)
{
    insert({1, std::nullopt, std::nullopt, std::nullopt, "a' for key 'b", std::nullopt, std::nullopt, 0});
    try {
        insert({1, std::nullopt, std::nullopt, std::nullopt, "a' for key 'b", std::nullopt, std::nullopt, 0});
        FAIL() << "a duplicate went in";
    } catch (const storage::DatabaseError& error) {
        EXPECT_EQ(error.failure(), storage::Failure::Constraint);
        EXPECT_TRUE(error.duplicate("sample_name"));
    }
    try {
        insert({13, std::nullopt, std::nullopt, std::nullopt, "c", std::nullopt, std::nullopt, 0});
        FAIL() << "a checked value went in";
    } catch (const storage::DatabaseError& error) {
        EXPECT_EQ(error.failure(), storage::Failure::Constraint);
        EXPECT_EQ(error.constraint(), "sample_amount");
    }
    EXPECT_EQ(storage::constraint_in(1452, "Cannot add or update a child row: a foreign key constraint fails "
                                           "(`s`.`t`, CONSTRAINT `nominee_of_dossier` FOREIGN KEY (`d`) …)"),
              "nominee_of_dossier");
    EXPECT_EQ(storage::constraint_in(1062, "Duplicate entry 'x' for key 'sample.sample_name'"),
              "sample_name");
}

TEST_F(Connection, ValuesThatDoNotFitAreRefusedNotCut)
{
    EXPECT_THROW(insert({1, std::nullopt, std::nullopt, std::nullopt, std::string(201, 'x'), std::nullopt,
                         std::nullopt, 0}),
                 storage::DatabaseError);
    EXPECT_THROW(insert({1, std::nullopt, "2022-02-30", std::nullopt, "a", std::nullopt, std::nullopt, 0}),
                 storage::DatabaseError);
}

TEST_F(Connection, ManyRowsGoInTogether)
{
    storage::Parameters values;
    for (int i = 0; i < 450; ++i) {
        values.emplace_back(i == 13 ? 14 : i);
        values.emplace_back("name " + std::to_string(i));
    }
    EXPECT_EQ(storage::insert_rows(owner(), "INSERT INTO sample (amount, name)", 2, values), 450u);
    auto count = owner().query("SELECT COUNT(*) FROM sample");
    ASSERT_TRUE(count.next());
    EXPECT_EQ(count.integer(1), 450);
}

// The connector's own commit() reports success here, which is why it is never called.
TEST_F(Connection, CommitOnAKilledConnectionFailsLoudly)
{
    storage::MySqlConnection doomed(owner_endpoint());
    auto id = doomed.query("SELECT CONNECTION_ID()");
    ASSERT_TRUE(id.next());
    storage::Transaction transaction(doomed);
    doomed.execute("INSERT INTO sample (amount, name) VALUES (1, 'lost')");
    owner().command("KILL CONNECTION " + std::to_string(id.integer(1)));
    try {
        transaction.commit();
        FAIL() << "commit claimed success";
    } catch (const storage::DatabaseError& error) {
        EXPECT_EQ(error.failure(), storage::Failure::Lost);
    }
    EXPECT_TRUE(doomed.broken());
    auto count = owner().query("SELECT COUNT(*) FROM sample");
    ASSERT_TRUE(count.next());
    EXPECT_EQ(count.integer(1), 0);
}

}  // namespace
