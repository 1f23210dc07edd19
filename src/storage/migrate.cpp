#include "storage/migrate.h"

#include "base/digest.h"

#include <algorithm>

namespace storage {
namespace {

constexpr std::string_view create_record = R"sql(
CREATE TABLE IF NOT EXISTS schema_migration (
    number      INT UNSIGNED NOT NULL PRIMARY KEY,
    name        VARCHAR(190) COLLATE utf8mb4_bin NOT NULL,
    checksum    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    begun_at    DATETIME(6) NOT NULL,
    finished_at DATETIME(6) NULL
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4)sql";

constexpr std::string_view create_lease = R"sql(
CREATE TABLE IF NOT EXISTS migration_lease (
    id     TINYINT UNSIGNED NOT NULL PRIMARY KEY,
    holder VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    until  DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4)sql";

constexpr std::string_view make_lease_row =
    "INSERT IGNORE INTO migration_lease (id, holder, until) VALUES (1, '', '2000-01-01 00:00:00')";

constexpr std::string_view take_lease = R"sql(
UPDATE migration_lease SET holder = ?, until = UTC_TIMESTAMP(6) + INTERVAL 15 MINUTE
WHERE id = 1 AND (until < UTC_TIMESTAMP(6) OR holder = ?))sql";

constexpr std::string_view drop_lease =
    "UPDATE migration_lease SET until = '2000-01-01 00:00:00' WHERE id = 1 AND holder = ?";

constexpr std::string_view select_applied =
    "SELECT number, name, checksum, finished_at IS NOT NULL FROM schema_migration ORDER BY number";

constexpr std::string_view begin_step =
    "INSERT INTO schema_migration (number, name, checksum, begun_at) VALUES (?, ?, ?, UTC_TIMESTAMP(6))";

constexpr std::string_view finish_step =
    "UPDATE schema_migration SET finished_at = UTC_TIMESTAMP(6) WHERE number = ?";

constexpr std::string_view record_exists = R"sql(
SELECT 1 FROM information_schema.tables
WHERE table_schema = DATABASE() AND table_name = 'schema_migration')sql";

struct Applied {
    int number = 0;
    std::string name;
    std::string checksum;
    bool finished = false;
};

std::vector<Applied> applied_steps(Connection& connection)
{
    if (auto exists = connection.query(record_exists); !exists.next()) return {};
    std::vector<Applied> applied;
    auto rows = connection.query(select_applied);
    while (rows.next()) {
        applied.push_back({static_cast<int>(rows.integer(1)), rows.text(2), rows.text(3), rows.boolean(4)});
    }
    return applied;
}

// Every applied step must be one of ours, finished and unchanged. Numbers may be skipped, but nothing may be added
// behind what is already applied.
base::Result<void> compare(const std::vector<Applied>& applied, const std::vector<Migration>& known)
{
    for (const auto& step : applied) {
        const auto ours = std::ranges::find(known, step.number, &Migration::number);
        if (ours == known.end()) {
            return base::conflict(
                {"Cơ sở dữ liệu có bước «{}» mà phiên bản này không biết: hãy dùng phiên bản mới "
                 "hơn của chương trình.",
                 {step.name}});
        }
        if (!step.finished) {
            return base::conflict(
                {"Bước «{}» đã bắt đầu mà chưa xong: hãy khôi phục bản sao lưu, hoặc hoàn tất "
                 "bằng tay rồi ghi thời điểm xong vào bảng schema_migration.",
                 {step.name}});
        }
        if (ours->checksum != step.checksum || ours->name != step.name) {
            return base::conflict(
                {"Bước «{}» trong cơ sở dữ liệu khác với tệp «{}» của phiên bản này: tệp đã bị "
                 "sửa sau khi áp dụng.",
                 {step.name, ours->name}});
        }
    }
    return {};
}

std::vector<const Migration*> missing_steps(const std::vector<Applied>& applied,
                                            const std::vector<Migration>& known)
{
    std::vector<const Migration*> missing;
    for (const auto& migration : known) {
        if (std::ranges::find(applied, migration.number, &Applied::number) == applied.end()) {
            missing.push_back(&migration);
        }
    }
    return missing;
}

class Lease {
public:
    explicit Lease(Connection& owner) : owner_(owner), holder_(base::random_token(16))
    {
        owner_.command(create_record);
        owner_.command(create_lease);
        owner_.command(make_lease_row);
        held_ = renew();
    }
    ~Lease()
    {
        try {
            if (held_) owner_.execute(drop_lease, {holder_});
        } catch (const DatabaseError&) {
            held_ = false;  // it runs out by itself
        }
    }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    [[nodiscard]] bool held() const { return held_; }
    bool renew() { return owner_.execute(take_lease, {holder_, holder_}) == 1; }

private:
    Connection& owner_;
    std::string holder_;
    bool held_ = false;
};

base::Result<void> apply(Connection& owner, const Migration& migration, const base::Log& log)
{
    owner.execute(begin_step, {migration.number, migration.name, migration.checksum});
    for (const auto& statement : migration.statements) {
        try {
            owner.command(statement);
        } catch (const DatabaseError& error) {
            return base::conflict({"Bước «{}» không áp dụng được: {}", {migration.name, error.what()}});
        }
    }
    owner.execute(finish_step, {migration.number});
    log.info("migration applied", {{"step", migration.name}});
    return {};
}

base::Result<int> apply_missing(Connection& owner, const std::vector<Migration>& known, const base::Log& log)
{
    Lease lease(owner);
    if (!lease.held()) {
        return base::conflict("Một chương trình khác đang nâng cấp cơ sở dữ liệu này: hãy đợi rồi chạy lại.");
    }
    const auto applied = applied_steps(owner);
    if (auto same = compare(applied, known); !same) return same.error();
    const auto missing = missing_steps(applied, known);
    if (!missing.empty() && !applied.empty() && missing.front()->number < applied.back().number) {
        return base::conflict({"Bước «{}» đứng trước bước «{}» đã áp dụng: thứ tự các bước đã bị thay đổi.",
                               {missing.front()->name, applied.back().name}});
    }
    for (const auto* migration : missing) {
        if (!lease.renew()) return base::conflict("Quyền nâng cấp cơ sở dữ liệu đã hết hạn: hãy chạy lại.");
        if (auto done = apply(owner, *migration, log); !done) return done.error();
    }
    return static_cast<int>(missing.size());
}

}  // namespace

base::Result<int> migrate(Connection& owner, const std::vector<Migration>& known, const base::Log& log)
{
    try {
        return apply_missing(owner, known, log);
    } catch (const DatabaseError& error) {
        return base::unavailable({"Không nâng cấp được cơ sở dữ liệu: {}", {error.what()}});
    }
}

base::Result<void> check_schema(Connection& connection, const std::vector<Migration>& known)
{
    try {
        const auto applied = applied_steps(connection);
        if (auto same = compare(applied, known); !same) return same;
        const auto missing = missing_steps(applied, known);
        if (missing.empty()) return {};
        return base::conflict(
            {"Cơ sở dữ liệu còn thiếu bước «{}»: hãy chạy «vinhdanh migrate».", {missing.front()->name}});
    } catch (const DatabaseError& error) {
        return base::unavailable({"Không đọc được cơ sở dữ liệu: {}", {error.what()}});
    }
}

}  // namespace storage
