#include "ranking/rank.h"

#include "base/text.h"
#include "ranking/candidate.h"
#include "ranking/fraction.h"
#include "ranking/previous.h"

#include <algorithm>
#include <cstdint>

namespace ranking {
namespace {

using base::Decimal;

// A candidate on its way to a place.
struct Runner {
    std::int64_t rounded = 0;  // the index in units of its last decimal: compares without scaling
    std::uint32_t number = 0;  // of the candidate, in row order
    int place = 0;
    const std::string* tie_break = nullptr;  // the part that decided
};

std::int64_t power_of_ten(int exponent)
{
    std::int64_t value = 1;
    for (; exponent > 0; --exponent)
        value *= 10;
    return value;
}

std::int64_t in_last_decimals(const Decimal& index, int decimals)
{
    return index.coefficient() * power_of_ten(decimals - index.scale());
}

const domain::SheetValue* part_of(const Candidate& candidate, const std::string& lowered_name)
{
    if (!candidate.row) return nullptr;
    for (const auto& [name, value] : candidate.row->parts)
        if (base::lowered(name) == lowered_name) return &value;
    return nullptr;
}

// One group's field of runners, best first, with the rule for equal values.
class Field {
public:
    Field(std::span<const Candidate> candidates, const domain::Framework& framework,
          std::vector<domain::SheetIssue>& issues)
        : candidates_(candidates), framework_(framework), issues_(issues)
    {
        for (const auto& part : framework.ties)
            tie_parts_.push_back(base::lowered(part));
    }

    void add(std::uint32_t number, std::int64_t rounded)
    {
        runners_.push_back({rounded, number, 0, nullptr});
    }

    void place()
    {
        if (exact()) prepare_fractions();
        std::sort(runners_.begin(), runners_.end(), [this](const Runner& a, const Runner& b) {
            const auto order = compare(a, b);
            return order == 0 ? a.number < b.number : order > 0;
        });
        for (std::size_t first = 0; first < runners_.size();) {
            std::size_t end = first + 1;
            while (end < runners_.size() && compare(runners_[first], runners_[end]) == 0)
                ++end;
            place_equals(first, end, 0);
            first = end;
        }
    }

    [[nodiscard]] const std::vector<Runner>& runners() const { return runners_; }

private:
    [[nodiscard]] bool exact() const { return framework_.rank_on == domain::Framework::RankOn::Exact; }

    void prepare_fractions()
    {
        fractions_.resize(candidates_.size());
        for (const auto& runner : runners_)
            fractions_[runner.number] =
                Fraction(candidates_[runner.number].part, candidates_[runner.number].whole);
    }

    // Rounding keeps the order, so the exact values are asked only between equal rounded ones.
    [[nodiscard]] std::strong_ordering compare(const Runner& a, const Runner& b) const
    {
        const auto order = a.rounded <=> b.rounded;
        return order != 0 || !exact() ? order : fractions_[a.number] <=> fractions_[b.number];
    }

    // Runners first..end have equal values; parts from `part` on may still decide between them.
    void place_equals(std::size_t first, std::size_t end, std::size_t part)
    {
        const bool shared = end - first == 1 || part == tie_parts_.size() || !all_have(first, end, part);
        if (shared) {
            for (std::size_t i = first; i < end; ++i)
                runners_[i].place = static_cast<int>(first) + 1;
            return;
        }
        const auto value = [&](const Runner& runner) {
            return part_of(candidates_[runner.number], tie_parts_[part])->value;
        };
        const auto begin = runners_.begin();
        std::sort(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(end),
                  [&](const Runner& a, const Runner& b) {
                      const auto order = value(a) <=> value(b);
                      return order == 0 ? a.number < b.number : order > 0;
                  });
        const bool decides = value(runners_[first]) != value(runners_[end - 1]);
        for (std::size_t i = first; decides && i < end; ++i)
            runners_[i].tie_break = &framework_.ties[part];
        for (std::size_t i = first; i < end;) {
            std::size_t next = i + 1;
            while (next < end && value(runners_[i]) == value(runners_[next]))
                ++next;
            place_equals(i, next, part + 1);
            i = next;
        }
    }

    // A part that one of the equals lacks decides nothing between them, and says so.
    bool all_have(std::size_t first, std::size_t end, std::size_t part)
    {
        bool all = true;
        for (std::size_t i = first; i < end; ++i) {
            const Candidate& candidate = candidates_[runners_[i].number];
            if (part_of(candidate, tie_parts_[part])) continue;
            all = false;
            domain::SheetIssue issue;
            issue.severity = domain::Severity::Warning;
            if (candidate.row) issue.sheet = candidate.row->sheet, issue.row = candidate.row->row;
            issue.message = {
                "Thiếu “{}” để phân định các đơn vị bằng điểm với {}; các đơn vị đó xếp cùng hạng.",
                {framework_.ties[part], std::string(candidate.unit)}};
            issues_.push_back(std::move(issue));
        }
        return all;
    }

    std::span<const Candidate> candidates_;
    const domain::Framework& framework_;
    std::vector<domain::SheetIssue>& issues_;
    std::vector<std::string> tie_parts_;
    std::vector<Runner> runners_;
    std::vector<Fraction> fractions_;  // by candidate; only for exact ranking
};

domain::Standing standing_of(const Candidate& candidate, Decimal index, const domain::Framework& framework)
{
    domain::Standing standing;
    standing.unit = candidate.unit;
    standing.key = candidate.key;
    standing.index = index;
    if (!candidate.row) return standing;
    for (const auto& [name, value] : candidate.row->parts)
        standing.parts.emplace_back(name, value.value);
    standing.sheet = candidate.row->sheet;
    standing.row = candidate.row->row;
    standing.evidence = evidence_of(*candidate.row, framework);
    return standing;
}

void summarise(domain::GroupStandings& group, std::span<const Runner> runners)
{
    if (runners.empty()) return;
    __extension__ using Wide = __int128;
    Wide sum = 0;
    for (const auto& runner : runners)
        sum += runner.rounded;
    // The sum of the rounded indexes over their number, rounded once more to the same decimals.
    const auto count = static_cast<std::int64_t>(runners.size());
    const auto mean = [&](Wide total, std::int64_t of) {
        const Wide twice = (total < 0 ? -total : total) * 2 + of;
        const auto size = static_cast<std::int64_t>(twice / (Wide(of) * 2));
        return Decimal(total < 0 ? -size : size, group.decimals);
    };
    group.mean = mean(sum, count);
    const std::size_t middle = runners.size() / 2;
    group.median = runners.size() % 2 == 1
                       ? Decimal(runners[middle].rounded, group.decimals)
                       : mean(Wide(runners[middle - 1].rounded) + runners[middle].rounded, 2);
}

std::vector<domain::Band> descending(std::vector<domain::Band> bands)
{
    std::stable_sort(bands.begin(), bands.end(),
                     [](const auto& a, const auto& b) { return a.from > b.from; });
    return bands;
}

// A unit outside the ranking may lack a score; one inside may not.
domain::SheetIssue no_value(const domain::SheetRow& row)
{
    domain::SheetIssue issue;
    issue.severity = row.unranked ? domain::Severity::Warning : domain::Severity::Error;
    issue.sheet = row.sheet;
    issue.row = row.row;
    issue.message = {"{} không có điểm hay tỷ lệ nào dùng được để xếp hạng.", {row.unit}};
    return issue;
}

}  // namespace

std::string band_of(const Decimal& index, const domain::Framework& framework)
{
    for (const auto& band : descending(framework.bands))
        if (index >= band.from) return band.name;
    return {};
}

domain::GroupStandings rank_group(std::string name, std::span<const Candidate> candidates,
                                  const domain::Framework& framework, std::vector<domain::SheetIssue>& issues)
{
    domain::GroupStandings group;
    group.name = std::move(name);
    group.decimals = framework.decimals;
    const auto bands = descending(framework.bands);
    for (const auto& band : bands)
        group.band_counts.emplace_back(band.name, 0);

    std::vector<Decimal> indexes(candidates.size());
    Field field(candidates, framework, issues);
    for (std::uint32_t i = 0; i < candidates.size(); ++i) {
        indexes[i] = Decimal::quotient(candidates[i].part, candidates[i].whole, 2, framework.decimals);
        if (candidates[i].ranked) field.add(i, in_last_decimals(indexes[i], framework.decimals));
    }
    field.place();

    group.standings.reserve(candidates.size());
    std::size_t band = 0;  // runners come best first, so bands only ever get lower
    for (const auto& runner : field.runners()) {
        auto& standing = group.standings.emplace_back(
            standing_of(candidates[runner.number], indexes[runner.number], framework));
        standing.place = runner.place;
        if (runner.tie_break) standing.tie_break = *runner.tie_break;
        while (band < bands.size() && standing.index < bands[band].from)
            ++band;
        if (band == bands.size()) continue;
        standing.band = bands[band].name;
        ++group.band_counts[band].second;
    }
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (candidates[i].ranked) continue;
        auto& standing = group.standings.emplace_back(standing_of(candidates[i], indexes[i], framework));
        standing.band = band_of(standing.index, framework);
    }
    summarise(group, field.runners());
    return group;
}

Ranking rank(std::span<const domain::SheetGroup> groups, const domain::Framework& framework,
             std::span<const domain::GroupStandings> previous, const Options& options)
{
    Ranking ranking;
    const PreviousYear previous_year(previous);
    for (const auto& group : groups) {
        std::vector<Candidate> candidates;
        candidates.reserve(group.rows.size());
        for (const auto& row : group.rows) {
            auto candidate = candidate_of(row, framework);
            if (!candidate) {
                ranking.issues.push_back(no_value(row));
                continue;
            }
            candidates.push_back(*candidate);
        }
        ranking.groups.push_back(rank_group(group.name, candidates, framework, ranking.issues));
        compare(ranking.groups.back(), previous_year, options.framework_changed);
    }
    return ranking;
}

}  // namespace ranking
