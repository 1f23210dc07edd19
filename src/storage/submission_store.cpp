#include "storage/submission_store.h"

namespace storage {
namespace {

constexpr std::string_view insert_submission =
    "INSERT INTO submission (user_id, token, form, at) VALUES (?, ?, ?, UTC_TIMESTAMP(6))";

constexpr std::string_view set_outcome = "UPDATE submission SET outcome = ? WHERE user_id = ? AND token = ?";

constexpr std::string_view select_submission =
    "SELECT form, outcome FROM submission WHERE user_id = ? AND token = ?";

constexpr std::string_view delete_old =
    "DELETE FROM submission WHERE at < UTC_TIMESTAMP(6) - INTERVAL ? DAY ORDER BY at LIMIT 10000";

}  // namespace

bool SubmissionStore::claim(const app::Submission& submission)
{
    try {
        connection_.execute(insert_submission, {submission.user, submission.key, submission.form});
        return true;
    } catch (const DatabaseError& error) {
        if (error.duplicate("submission_once")) return false;
        throw;
    }
}

void SubmissionStore::finish(const app::Submission& submission, const std::string& outcome)
{
    connection_.execute(set_outcome, {outcome, submission.user, submission.key});
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
