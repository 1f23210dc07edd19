#include "app/offline_commands.h"

#include "app/offline_json.h"
#include "app/offline_text.h"
#include "base/text.h"
#include "intake/read_sheet.h"
#include "intake/unit_match.h"
#include "ranking/rank.h"
#include "rules/propose.h"
#include "rules/rule_set_file.h"

#include <algorithm>
#include <map>
#include <ostream>
#include <set>

namespace app {
namespace {

constexpr int done = 0;
constexpr int refused = 1;
constexpr int wrong_usage = 64;

struct Arguments {
    std::string command;
    std::string sheet;
    std::string rules;
    std::string previous;
    std::optional<std::vector<domain::Band>> bands;
    std::optional<int> decimals;
    bool json = false;
    bool help = false;
    std::string wrong;  // what is wrong with the command line; empty: nothing
};

// "Tốt:80,Khá:70", in any order; no name and no bound twice.
std::optional<std::vector<domain::Band>> parse_bands(std::string_view text)
{
    const auto nfc = base::nfc(text);
    if (!nfc) return std::nullopt;
    std::vector<domain::Band> bands;
    for (const auto& part : base::split(*nfc, ',')) {
        const auto colon = part.find(':');
        if (colon == std::string::npos) return std::nullopt;
        const auto from = base::Decimal::parse(base::tidy(part.substr(colon + 1)));
        const std::string name = base::tidy(part.substr(0, colon));
        if (name.empty() || !from || from->negative()) return std::nullopt;
        for (const auto& band : bands)
            if (band.from == *from || base::lowered(band.name) == base::lowered(name)) return std::nullopt;
        bands.push_back({name, *from});
    }
    return bands;
}

std::optional<int> parse_decimals(std::string_view text)
{
    if (text.size() != 1 || text[0] < '0' || text[0] > '6') return std::nullopt;
    return text[0] - '0';
}

Arguments parse(std::span<const std::string> given)
{
    Arguments arguments;
    arguments.command = given.front();
    const bool rank = arguments.command == "rank";
    const bool propose = arguments.command == "propose";
    for (std::size_t i = 1; i < given.size() && arguments.wrong.empty(); ++i) {
        const std::string& word = given[i];
        const auto value = [&]() -> std::string {
            if (i + 1 < given.size()) return given[++i];
            arguments.wrong = "Thiếu giá trị sau " + word + ".";
            return {};
        };
        if (word == "--json") {
            arguments.json = true;
        } else if (word == "--help" || word == "-h") {
            arguments.help = true;
        } else if (word == "--previous" && (rank || propose)) {
            arguments.previous = value();
        } else if (word == "--rules" && (rank || propose)) {
            arguments.rules = value();
        } else if (word == "--bands" && rank) {
            arguments.bands = parse_bands(value());
            if (!arguments.bands && arguments.wrong.empty())
                arguments.wrong = "--bands viết như \"Tốt:80,Khá:70\", không lặp tên hay mức.";
        } else if (word == "--decimals" && rank) {
            arguments.decimals = parse_decimals(value());
            if (!arguments.decimals && arguments.wrong.empty())
                arguments.wrong = "--decimals là một số từ 0 đến 6.";
        } else if (word.starts_with("-") && word != "-") {
            arguments.wrong = "Không có tùy chọn " + word + " cho lệnh này.";
        } else if (arguments.sheet.empty()) {
            arguments.sheet = word;
        } else {
            arguments.wrong = "Chỉ đọc một bảng mỗi lần; thừa “" + word + "”.";
        }
    }
    if (!arguments.wrong.empty() || arguments.help) return arguments;
    if (arguments.sheet.empty()) arguments.wrong = "Thiếu tên tệp bảng kết quả.";
    if (propose && arguments.rules.empty()) arguments.wrong = "Thiếu --rules và tên tệp bộ quy tắc.";
    if (!arguments.rules.empty() && (arguments.bands || arguments.decimals))
        arguments.wrong = "Dùng --rules hoặc --bands và --decimals, không dùng cả hai.";
    return arguments;
}

domain::SheetIssue error_issue(base::Message message, std::string found = {})
{
    domain::SheetIssue issue;
    issue.severity = domain::Severity::Error;
    issue.found = std::move(found);
    issue.message = std::move(message);
    return issue;
}

bool any_error(const std::vector<domain::SheetIssue>& issues)
{
    return std::any_of(issues.begin(), issues.end(),
                       [](const auto& issue) { return issue.severity == domain::Severity::Error; });
}

template <class Visit> void each_row(domain::ResultSheet& sheet, Visit&& visit)
{
    for (auto& group : sheet.groups)
        for (auto& row : group.rows)
            visit(row);
}

// Without a register, a unit is known in last year's sheet by its name under any of the usual spellings, or, when it was
// renamed, by its code.
void tie_to_last_year(domain::ResultSheet& sheet, domain::ResultSheet& previous)
{
    std::set<std::string> now, before;
    std::map<std::string, std::set<std::string>> before_by_code;
    each_row(sheet, [&](auto& row) { now.insert(row.key = intake::unit_key(row.unit).marked); });
    each_row(previous, [&](auto& row) {
        before.insert(row.key = intake::unit_key(row.unit).marked);
        if (!row.code.empty()) before_by_code[base::folded(row.code)].insert(row.key);
    });
    each_row(sheet, [&](auto& row) {
        if (row.code.empty() || before.contains(row.key)) return;
        const auto found = before_by_code.find(base::folded(row.code));
        if (found == before_by_code.end() || found->second.size() != 1) return;
        if (const auto& old = *found->second.begin(); !now.contains(old)) row.key = old;
    });
}

// One command's work: files are read on the way and every problem is kept as an issue.
class Work {
public:
    Work(const Arguments& arguments, const FileReader& read, std::ostream& out, std::ostream& err)
        : arguments_(arguments), read_(read), out_(out), err_(err)
    {
    }

    int inspect()
    {
        const auto sheet = read_sheet(arguments_.sheet);
        auto shown = sheet.value_or(domain::ResultSheet{});
        shown.issues = issues_;
        tell_issues();
        out_ << (arguments_.json ? inspection_json(shown) : inspection_text(shown));
        return any_error(issues_) ? refused : done;
    }

    int rank()
    {
        domain::Framework framework;
        if (!arguments_.rules.empty()) {
            if (const auto rules = read_rules()) framework = rules->framework;
        } else {
            if (arguments_.decimals) framework.decimals = *arguments_.decimals;
            if (arguments_.bands) framework.bands = *arguments_.bands;
        }
        const auto groups = ranked(framework);
        if (any_error(issues_)) return refuse();
        tell_issues();
        out_ << (arguments_.json ? ranking_json(groups, issues_) : ranking_text(groups));
        return done;
    }

    int propose()
    {
        const auto rules = read_rules();
        const auto groups = ranked(rules ? rules->framework : domain::Framework{});
        if (!rules || any_error(issues_)) return refuse();
        tell_issues();
        const auto result = rules::propose(groups, *rules);
        for (const auto& warning : result.warnings)
            err_ << "Cảnh báo: " << warning.message.vietnamese() << "\n";
        out_ << (arguments_.json ? proposals_json(result, issues_) : proposals_text(result));
        return done;
    }

private:
    std::optional<std::string> read_file(const std::string& path)
    {
        auto bytes = read_(path);
        if (bytes) return std::move(bytes).value();
        issues_.push_back(error_issue(bytes.error().message, path));
        return std::nullopt;
    }

    std::optional<domain::ResultSheet> read_sheet(const std::string& path)
    {
        const auto bytes = read_file(path);
        if (!bytes) return std::nullopt;
        auto sheet = intake::read_sheet(*bytes, path);
        if (!sheet) {
            issues_.push_back(error_issue(sheet.error().message));
            return std::nullopt;
        }
        issues_.insert(issues_.end(), sheet->issues.begin(), sheet->issues.end());
        return std::move(sheet).value();
    }

    // Last year's sheet: only what keeps it from being compared matters now, and says whose error it is.
    std::optional<domain::ResultSheet> read_previous()
    {
        std::vector<domain::SheetIssue> own;
        own.swap(issues_);
        auto sheet = read_sheet(arguments_.previous);
        issues_.swap(own);
        for (auto& issue : own) {
            if (issue.severity != domain::Severity::Error) continue;
            issue.message = {"Bảng năm trước “{}”: {}", {arguments_.previous, issue.message.vietnamese()}};
            issues_.push_back(std::move(issue));
        }
        return sheet;
    }

    std::optional<domain::RuleSet> read_rules()
    {
        const auto text = read_file(arguments_.rules);
        if (!text) return std::nullopt;
        auto reading = rules::read_rule_set(*text);
        for (auto& problem : reading.problems)
            issues_.push_back(error_issue(std::move(problem.message), std::move(problem.path)));
        return std::move(reading.rules);
    }

    std::vector<domain::GroupStandings> ranked(const domain::Framework& framework)
    {
        auto sheet = read_sheet(arguments_.sheet);
        std::optional<domain::ResultSheet> last_year;
        if (!arguments_.previous.empty()) last_year = read_previous();
        if (!sheet || any_error(issues_)) return {};
        std::vector<domain::GroupStandings> previous;
        if (last_year) {
            tie_to_last_year(*sheet, *last_year);
            previous = ranking::rank(last_year->groups, framework).groups;
        }
        auto ranking = ranking::rank(sheet->groups, framework, previous);
        issues_.insert(issues_.end(), ranking.issues.begin(), ranking.issues.end());
        return std::move(ranking.groups);
    }

    int refuse()
    {
        tell_issues();
        if (arguments_.json) out_ << issues_json(issues_);
        return refused;
    }

    void tell_issues()
    {
        for (const auto& issue : issues_)
            err_ << issue_text(issue) << "\n";
    }

    const Arguments& arguments_;
    const FileReader& read_;
    std::ostream& out_;
    std::ostream& err_;
    std::vector<domain::SheetIssue> issues_;
};

}  // namespace

bool is_offline_command(std::string_view name)
{
    return name == "inspect" || name == "rank" || name == "propose";
}

int run_offline(std::span<const std::string> given, const FileReader& read, std::ostream& out,
                std::ostream& err)
{
    if (given.empty() || !is_offline_command(given.front())) {
        err << "Các lệnh: inspect, rank, propose. Xem vinhdanh LỆNH --help.\n";
        return wrong_usage;
    }
    const Arguments arguments = parse(given);
    if (arguments.help) {
        out << help_text(arguments.command);
        return done;
    }
    if (!arguments.wrong.empty()) {
        err << arguments.wrong << "\nXem vinhdanh " << arguments.command << " --help.\n";
        return wrong_usage;
    }
    Work work(arguments, read, out, err);
    if (arguments.command == "inspect") return work.inspect();
    return arguments.command == "rank" ? work.rank() : work.propose();
}

}  // namespace app
