// Ranking and proposing over 1,000,000 candidates with reasons, beside std::sort of the same array in the same run.
//
// Measured: the index of each, places, bands, standings with names, every condition of two awards for each unit, quotas,
// and the words of all proposals, of all who just missed, and of every thousandth other candidate. The reasons of the
// rest are kept as one byte for each condition and are put into words when somebody opens them.
#include "ranking/rank.h"
#include "rules/propose.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <random>
#include <sys/resource.h>

namespace {

constexpr std::size_t groups = 1000;
constexpr std::size_t units_each = 1000;

double milliseconds(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

long peak_megabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

domain::RuleSet rule_set()
{
    domain::RuleSet rules;
    rules.year = 2021;
    rules.exclude_unranked = rules.exclude_last_place = true;
    rules.framework.bands = {
        {"Tốt", base::Decimal(80)}, {"Khá", base::Decimal(70)}, {"Kém", base::Decimal(0)}};
    domain::AwardRule flag, certificate;
    flag.award = "COT";
    flag.all = {{domain::PlaceBetween{1, 1}}, {domain::Floor{base::Decimal(80)}}};
    flag.quota.per_group = 1;
    certificate.award = "BKT";
    certificate.all = {{domain::PlaceBetween{2, 3}}, {domain::InBand{"Tốt"}}};
    rules.awards = {flag, certificate};
    return rules;
}

}  // namespace

int main()
{
    std::vector<std::string> names;
    std::vector<ranking::Candidate> candidates;
    names.reserve(groups * units_each);
    candidates.reserve(groups * units_each);
    std::mt19937 random(2021);
    std::uniform_int_distribution<std::int64_t> points(40'000, 96'500);
    for (std::size_t i = 0; i < groups * units_each; ++i) {
        names.push_back("Đơn vị " + std::to_string(i));
        candidates.push_back(
            {names.back(), {}, base::Decimal(points(random), 3), base::Decimal(965, 1), nullptr, true});
    }

    const double sorting = [&] {
        double best = 1e9;
        for (int run = 0; run < 3; ++run) {
            auto same = candidates;
            best = std::min(best, milliseconds([&] {
                                std::sort(same.begin(), same.end(),
                                          [](const auto& a, const auto& b) { return a.part > b.part; });
                            }));
        }
        return best;
    }();

    const auto rules = rule_set();
    std::size_t words = 0, proposals = 0, just_missed = 0;
    double best = 1e9;
    for (int run = 0; run < 3; ++run)
        best = std::min(best, milliseconds([&] {
                            std::vector<domain::SheetIssue> issues;
                            std::vector<domain::GroupStandings> standings;
                            for (std::size_t group = 0; group < groups; ++group)
                                standings.push_back(ranking::rank_group(
                                    std::to_string(group),
                                    std::span(candidates).subspan(group * units_each, units_each),
                                    rules.framework, issues));
                            const rules::Evaluation evaluation(standings, rules, {});
                            proposals = evaluation.proposals().size();
                            just_missed = evaluation.just_missed().size();
                            for (std::size_t group = 0; group < groups; ++group)
                                words += evaluation.verdict(1, group, units_each - 1).criteria.size();
                        }));
    std::printf("rank_propose candidates=%zu proposals=%zu just_missed=%zu words=%zu sort_ms=%.0f "
                "rank_propose_ms=%.0f ratio=%.2f reach<=8 peak_mb=%ld reach<=1024\n",
                candidates.size(), proposals, just_missed, words, sorting, best, best / sorting,
                peak_megabytes());
    return best / sorting <= 8 && peak_megabytes() <= 1024 ? 0 : 1;
}
