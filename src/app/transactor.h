// One use case, one transaction. The work sees repositories bound to one borrowed connection; a good result commits, an
// error rolls back. A deadlock or lock timeout runs the work again (so it must have no effect outside the database); a
// lost connection gives Unavailable.
#pragma once

#include "app/repositories.h"
#include "base/result.h"
#include "domain/ids.h"

#include <functional>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

namespace app {

// One submission of a form. The key is random and comes with the form, so that a double click or a retry after a lost
// connection acts once: the second submission gets the first one's outcome.
struct Submission {
    domain::UserId user;
    std::string key;
    std::string form;  // the route's pattern; a key can't be used for another form
};

class Transactor {
public:
    virtual ~Transactor() = default;

    template <class Work> auto transact(Work&& work) -> std::invoke_result_t<Work, Repositories&>
    {
        return answer_of(work, Extent::OneTransaction);
    }

    // Without a transaction: each statement stands and is committed alone. For what takes one statement, and takes it on
    // every request.
    template <class Work> auto each_alone(Work&& work) -> std::invoke_result_t<Work, Repositories&>
    {
        return answer_of(work, Extent::EachStatement);
    }

    // Work that counts once per submission. Its text outcome (an id, an address to go to) is stored with the key in the same
    // transaction and given back when the same submission comes again: the work may then run a second time, but is rolled
    // back. A refusal is not stored: the form may be mended and sent again under the same key. A lost answer of COMMIT is
    // looked up under the key before giving up.
    [[nodiscard]] virtual base::Result<std::string>
    once(const Submission& submission,
         const std::function<base::Result<std::string>(Repositories&)>& work) = 0;

protected:
    enum class Extent { OneTransaction, EachStatement };

    [[nodiscard]] virtual base::Result<void> run(const std::function<base::Result<void>(Repositories&)>& work,
                                                 Extent extent) = 0;

private:
    template <class Work>
    auto answer_of(Work& work, Extent extent) -> std::invoke_result_t<Work, Repositories&>
    {
        using Answer = std::invoke_result_t<Work, Repositories&>;
        std::optional<Answer> answer;
        const auto done = run(
            [&](Repositories& repositories) -> base::Result<void> {
                answer.emplace(work(repositories));
                if (!*answer) return answer->error();
                return {};
            },
            extent);
        if (!done) return done.error();
        return std::move(*answer);
    }
};

}  // namespace app
