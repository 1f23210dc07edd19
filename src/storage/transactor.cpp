#include "storage/transactor.h"

#include "storage/repositories.h"
#include "storage/submission_store.h"
#include "storage/transaction.h"

#include <algorithm>
#include <random>
#include <thread>

namespace storage {
namespace {

using Answer = base::Result<std::string>;

constexpr int most_attempts = 8;
constexpr int most_attempts_without_database = 5;

base::Error away()
{
    return base::unavailable("Cơ sở dữ liệu tạm thời không trả lời. Xin thử lại sau ít phút.");
}

base::Error busy()
{
    return base::unavailable("Hệ thống đang bận. Xin thử lại sau ít phút.");
}

base::Error in_doubt()
{
    return base::unavailable(
        "Mất liên lạc với cơ sở dữ liệu đúng lúc lưu, nên chưa biết đã lưu xong hay chưa. Xin tải "
        "lại trang này sau ít phút: việc đã gửi không bao giờ được làm hai lần.");
}

// Growing and random, so that two that met once do not meet again.
void pause_before(int attempt)
{
    thread_local std::minstd_rand random(std::random_device{}());
    const int longest = 10 << std::min(attempt, 7);
    std::uniform_int_distribution<int> milliseconds(longest / 2, longest);
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds(random)));
}

// What one attempt came to when it failed.
struct Setback {
    Failure failure;
    int code;
    bool while_committing;
};

// Decides after each failed attempt whether there is another one.
class Patience {
public:
    // `knows_outcome`: a lost COMMIT can be looked up, so that trying again is safe.
    Patience(bool knows_outcome, std::chrono::milliseconds lasts)
        : knows_outcome_(knows_outcome), ends_(std::chrono::steady_clock::now() + lasts)
    {
    }

    [[nodiscard]] bool again(const Setback& setback)
    {
        ++attempts_;
        last_ = setback.failure;
        const bool lost = setback.failure == Failure::Lost;
        doubt_ = doubt_ || (lost && setback.while_committing);
        if (lost && setback.code == 0) return false;  // the pool is exhausted: pressing on makes it worse
        if (doubt_ && !knows_outcome_) return false;
        const int most = lost && !doubt_ ? most_attempts_without_database : most_attempts;
        if (attempts_ >= most || std::chrono::steady_clock::now() >= ends_) return false;
        pause_before(attempts_);
        return true;
    }

    [[nodiscard]] base::Error error() const
    {
        if (doubt_) return in_doubt();
        return last_ == Failure::Retryable ? busy() : away();
    }

private:
    bool knows_outcome_;
    std::chrono::steady_clock::time_point ends_;
    bool doubt_ = false;
    int attempts_ = 0;
    Failure last_ = Failure::Lost;
};

// One attempt: `work` on a borrowed connection; it says when it begins to commit. Database errors that another attempt may
// cure come back as a Setback, the others are mistakes of the program and go on to the web's edge.
template <class Work> std::optional<Setback> attempt(Pool& pool, Work work)
{
    bool committing = false;
    try {
        const auto lease = pool.borrow();
        work(*lease, committing);
        return std::nullopt;
    } catch (const DatabaseError& error) {
        const bool curable = error.failure() == Failure::Retryable || error.failure() == Failure::Lost;
        if (!curable) throw;
        return Setback{error.failure(), error.code(), committing};
    }
}

// Commits when `work` says so.
template <class Work> auto in_transaction(Work work)
{
    return [work](Connection& connection, bool& committing) {
        Transaction transaction(connection);
        if (!work(connection)) return;
        committing = true;
        transaction.commit();
    };
}

template <class Work> auto each_statement(Work work)
{
    return [work](Connection& connection, bool&) { work(connection); };
}

void report(const base::Log& log, const Setback& setback)
{
    log.warning("transaction failed", {{"code", std::to_string(setback.code)},
                                       {"kind", setback.failure == Failure::Retryable ? "retryable" : "lost"},
                                       {"at", setback.while_committing ? "commit" : "work"}});
}

// The outcome of the form that used this key before, if any did.
std::optional<Answer> earlier_outcome(SubmissionStore& submissions, const app::Submission& submission)
{
    const auto earlier = submissions.find(submission);
    if (!earlier) return std::nullopt;
    if (earlier->form != submission.form)
        return base::conflict("Biểu mẫu này đã được dùng cho việc khác. Xin mở lại trang rồi gửi lại.");
    return earlier->outcome;
}

// The work's answer; when the rows of the key's first submission stand in its way, that one's outcome.
Answer answer_of(const std::function<Answer(app::Repositories&)>& work, Connection& connection,
                 SubmissionStore& submissions, const app::Submission& submission)
{
    Repositories repositories(connection);
    try {
        return work(repositories);
    } catch (const DatabaseError& error) {
        const auto earlier = error.duplicate() ? earlier_outcome(submissions, submission) : std::nullopt;
        if (!earlier) throw;
        return *earlier;
    }
}

// Does the work and writes its outcome under the key; true when that is to be committed. A second submission of the key
// is refused because of what the first one did, or finds the key taken: then its own work is rolled back and the first
// one's outcome is the answer.
bool done_once(Connection& connection, const app::Submission& submission,
               const std::function<Answer(app::Repositories&)>& work, Answer& answer)
{
    SubmissionStore submissions(connection);
    answer = answer_of(work, connection, submissions, submission);
    if (answer && submissions.add(submission, *answer)) return true;
    if (auto earlier = earlier_outcome(submissions, submission)) answer = std::move(*earlier);
    return false;
}

bool usable(const std::string& key)
{
    constexpr std::size_t longest = 64;
    const auto plain = [](char c) { return c > ' ' && c < '\x7f'; };
    return !key.empty() && key.size() <= longest && std::ranges::all_of(key, plain);
}

}  // namespace

base::Result<void> SqlTransactor::run(const std::function<base::Result<void>(app::Repositories&)>& work,
                                      Extent extent)
{
    Patience patience(false, patience_);
    while (true) {
        base::Result<void> done;
        const auto tried = [&](Connection& connection) {
            Repositories repositories(connection);
            done = work(repositories);
            return static_cast<bool>(done);
        };
        const auto setback = extent == Extent::OneTransaction ? attempt(pool_, in_transaction(tried))
                                                              : attempt(pool_, each_statement(tried));
        if (!setback) return done;
        report(log_, *setback);
        if (!patience.again(*setback)) return patience.error();
    }
}

base::Result<std::string>
SqlTransactor::once(const app::Submission& submission,
                    const std::function<base::Result<std::string>(app::Repositories&)>& work)
{
    if (!usable(submission.key)) {
        return base::invalid("Biểu mẫu thiếu mã gửi. Xin mở lại trang rồi gửi lại.");
    }
    // After a lost COMMIT the next attempt waits at the key for the lost transaction's end, and then finds its outcome or
    // stands in its place.
    Patience patience(true, patience_);
    while (true) {
        Answer answer{std::string()};
        const auto setback = attempt(pool_, in_transaction([&](Connection& connection) {
                                         return done_once(connection, submission, work, answer);
                                     }));
        if (!setback) return answer;
        report(log_, *setback);
        if (!patience.again(*setback)) return patience.error();
    }
}

}  // namespace storage
