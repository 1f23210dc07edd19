#include "storage/submission_store.h"

namespace storage {
namespace {

constexpr std::string_view insert_submission =
    "INSERT INTO submission (user_id, token, form, outcome, at) VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))";

constexpr std::string_view select_submission =
    "SELECT form, outcome FROM submission WHERE user_id = ? AND token = ?";

constexpr std::string_view delete_old =
    "DELETE FROM submission WHERE at < UTC_TIMESTAMP(6) - INTERVAL ? DAY ORDER BY at LIMIT 10000";

}  // namespace

bool SubmissionStore::add(const app::Submission& submission, const std::string& outcome)
{
    try {
        connection_.execute(insert_submission, {submission.user, submission.key, submission.form, outcome});
        return true;
    } catch (const DatabaseError& error) {
        if (error.duplicate("submission_once")) return false;
        throw;
    }
}

std::optional<SubmissionStore::Earlier> SubmissionStore::find(const app::Submission& submission)
{
    auto rows = connection_.query(select_submission, {submission.user, submission.key});
    if (!rows.next()) return std::nullopt;
    return Earlier{rows.text(1), rows.maybe_text(2).value_or("")};
}

void SubmissionStore::forget_older_than_days(int days)
{
    connection_.execute(delete_old, {days});
}

}  // namespace storage
