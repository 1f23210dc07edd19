#include "rules/quota.h"

#include <algorithm>

namespace rules {
namespace {

using Members = std::vector<Contender*>;

class Sharing {
public:
    Sharing(std::int64_t limit, std::int64_t weight, std::uint32_t Contender::*ordinal, const Choice& chosen)
        : limit_(limit), weight_(weight), ordinal_(ordinal), chosen_(chosen)
    {
    }

    void take(const Members& equals)
    {
        const std::int64_t asked = weight_ * static_cast<std::int64_t>(equals.size());
        if (closed_ || used_ >= limit_) {
            refuse(equals, Share::Full);
        } else if (used_ + asked <= limit_) {
            accept(equals);
        } else if (used_ + weight_ > limit_) {
            // Not even one of them fits: there is nothing an officer could choose.
            refuse(equals, Share::Full);
            closed_ = true;
        } else {
            // Whatever is left after this stays unused: lower places don't pass by equal ones that were cut.
            decide(equals);
            closed_ = true;
        }
    }

    std::optional<Tie> tie;

private:
    void accept(const Members& members)
    {
        for (auto* each : members) {
            each->*ordinal_ = ++count_;
            used_ += weight_;
        }
    }

    void refuse(const Members& members, Share share)
    {
        std::uint32_t place_in_line = count_;
        for (auto* each : members) {
            each->*ordinal_ = ++place_in_line;
            each->share = share;
        }
    }

    void decide(const Members& equals)
    {
        std::vector<std::uint32_t> tied;
        for (const auto* each : equals)
            tied.push_back(each->candidate);
        Members preferred, rest;
        for (auto* each : equals)
            (chosen_(tied, each->candidate) ? preferred : rest).push_back(each);
        const std::int64_t asked = weight_ * static_cast<std::int64_t>(preferred.size());
        if (!preferred.empty() && used_ + asked <= limit_) {
            accept(preferred);
            refuse(rest, Share::Full);
            return;
        }
        tie = Tie{.candidates = std::move(tied), .place = equals.front()->place, .left = limit_ - used_};
        refuse(equals, Share::Tied);
    }

    std::int64_t limit_;
    std::int64_t weight_;
    std::uint32_t Contender::*ordinal_;
    const Choice& chosen_;
    std::int64_t used_ = 0;
    std::uint32_t count_ = 0;
    bool closed_ = false;
};

}  // namespace

std::optional<Tie> share_out(std::span<Contender* const> contenders, std::int64_t limit, std::int64_t weight,
                             std::uint32_t Contender::*ordinal, const Choice& chosen)
{
    Sharing sharing(limit, weight, ordinal, chosen);
    for (std::size_t first = 0; first < contenders.size();) {
        std::size_t end = first;
        Members equals;
        for (; end < contenders.size() && contenders[end]->place == contenders[first]->place; ++end)
            if (contenders[end]->share == Share::Taken) equals.push_back(contenders[end]);
        if (!equals.empty()) sharing.take(equals);
        first = end;
    }
    return std::move(sharing.tie);
}

}  // namespace rules
