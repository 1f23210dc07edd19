// A run of proposals as a workbook: the same facts as its page, in the same words.
#include "web/pages/criterion_words.h"
#include "web/pages/dossier_words.h"
#include "web/pages/proposals.h"
#include "web/pages/ranking.h"
#include "web/texts.h"

namespace web {
namespace {

using documents::TableCell;
using documents::TableNumber;
using documents::TableSheet;

TableCell whole(int number)
{
    return TableNumber{base::Decimal(number), 0};
}

class ProposalBook {
public:
    ProposalBook(const Request& request, const domain::Reference& reference, const app::ProposalsView& view)
        : request_(request), reference_(reference), view_(view)
    {
    }

    [[nodiscard]] std::vector<TableSheet> sheets() const
    {
        return {proposed(), criteria(), just_missed(), others(), places(), warnings()};
    }

private:
    template <std::size_t N>
    [[nodiscard]] std::string t(const char (&text)[N], std::vector<std::string> arguments = {}) const
    {
        return tr(request_, text, std::move(arguments));
    }

    [[nodiscard]] std::string award(const domain::Proposal& proposal) const
    {
        return award_name(request_, reference_, proposal.award, proposal.kind);
    }

    // Award, unit, group, place, index: how every list of units begins.
    [[nodiscard]] std::vector<documents::TableColumn> unit_columns() const
    {
        return {{t("Hình thức"), 44}, {t("Đơn vị"), 38}, {t("Khối"), 26}, {t("Hạng"), 8}, {t("Điểm"), 10}};
    }
    [[nodiscard]] std::vector<TableCell> unit_cells(const domain::Proposal& proposal) const
    {
        const auto* group = find_group(view_.run.standings, proposal.group);
        const auto* standing = find_unit(group, proposal.recipient);
        return {award(proposal), proposal.recipient, proposal.group,
                proposal.place ? whole(*proposal.place) : TableCell(t("không xếp hạng")),
                standing ? TableCell(TableNumber{standing->index, group->decimals}) : TableCell()};
    }

    [[nodiscard]] TableSheet proposed() const
    {
        TableSheet sheet{t("Đề xuất"), heading(), unit_columns(), {}};
        sheet.columns.push_back({t("Vì sao"), 50});
        for (const auto& proposal : view_.run.result.proposals) {
            auto cells = unit_cells(proposal);
            const auto* group = find_group(view_.run.standings, proposal.group);
            cells.emplace_back(group ? merit_line(request_, proposal, *group) : std::string());
            sheet.rows.push_back(std::move(cells));
        }
        return sheet;
    }

    [[nodiscard]] std::vector<std::string> heading() const
    {
        auto totals = t("{} tập thể và {} suất cá nhân",
                        {std::to_string(view_.run.result.proposals.size()), std::to_string(view_.people())});
        if (view_.money) {
            totals += " · " + dong(*view_.money);
            totals += ". " + t("Tiền tính theo mức ngày {}; quyết định tính lại theo ngày ký.",
                               {view_.money_day.vietnamese()});
        }
        std::vector<std::string> lines = {
            t("Đề xuất khen thưởng năm {}", {std::to_string(view_.round.year)}), view_.round.title,
            t("Lần chạy số {} · bộ quy tắc bản {} · {} · {} chạy lúc {}",
              {std::to_string(view_.run.number), std::to_string(view_.run.rule_version),
               decision_words(request_, view_.publication), view_.run.run_by_name,
               view_.run.run_at.vietnamese()}),
            totals};
        if (view_.round.illustrative) lines.push_back(t("Số liệu minh họa"));
        return lines;
    }

    // Of those proposed and of those who just missed; why the others failed stands with them.
    [[nodiscard]] TableSheet criteria() const
    {
        TableSheet sheet{t("Tiêu chí xét"),
                         {t("Tiêu chí xét")},
                         {{t("Hình thức"), 44},
                          {t("Đơn vị"), 38},
                          {t("Kết quả xét"), 16},
                          {t("Tiêu chí"), 22},
                          {t("Yêu cầu"), 26},
                          {t("Thực tế"), 26},
                          {t("Kết quả"), 12},
                          {t("Căn cứ"), 40},
                          {t("Nguồn"), 24}},
                         {}};
        for (const auto& proposal : view_.run.result.proposals)
            add_criteria(sheet, proposal, t("Được đề xuất"));
        for (const auto& proposal : view_.run.result.just_missed)
            add_criteria(sheet, proposal, t("Sát nút"));
        return sheet;
    }
    void add_criteria(TableSheet& sheet, const domain::Proposal& proposal, const std::string& outcome) const
    {
        for (const auto& criterion : proposal.verdict.criteria)
            sheet.rows.push_back({award(proposal), proposal.recipient, outcome,
                                  criterion_title(request_, criterion.code),
                                  required_words(request_, criterion), actual_words(request_, criterion),
                                  met_words(request_, criterion), criterion.article, criterion.evidence});
    }

    [[nodiscard]] TableSheet just_missed() const
    {
        TableSheet sheet{t("Sát nút"),
                         {t("Sát nút"), t("hụt đúng một tiêu chí, chưa được hình thức nào")},
                         unit_columns(),
                         {}};
        for (const auto& heading : {t("Tiêu chí"), t("Yêu cầu"), t("Thực tế"), t("Hụt"), t("Khoảng cách")})
            sheet.columns.push_back({heading, 24});
        for (const auto& proposal : view_.run.result.just_missed) {
            const auto* group = find_group(view_.run.standings, proposal.group);
            const auto* standing = find_unit(group, proposal.recipient);
            const auto* unmet = first_unmet(proposal.verdict);
            if (!standing || !unmet) continue;
            const auto missed = shortfall(request_, *unmet, *standing, *group);
            auto cells = unit_cells(proposal);
            for (const auto& text : {criterion_title(request_, unmet->code), required_words(request_, *unmet),
                                     actual_words(request_, *unmet), missed.amount, missed.detail})
                cells.emplace_back(text);
            sheet.rows.push_back(std::move(cells));
        }
        return sheet;
    }

    [[nodiscard]] TableSheet others() const
    {
        TableSheet sheet{t("Các đơn vị khác đã xét"), {t("Các đơn vị khác đã xét")}, unit_columns(), {}};
        sheet.columns.push_back({t("Vì sao chưa được đề xuất"), 70});
        for (const auto& proposal : view_.run.result.others) {
            auto cells = unit_cells(proposal);
            cells.emplace_back(unmet_words(request_, proposal.verdict));
            sheet.rows.push_back(std::move(cells));
        }
        return sheet;
    }

    [[nodiscard]] TableSheet places() const
    {
        TableSheet sheet{t("Suất cá nhân"),
                         {t("Suất cá nhân"), t("{} người", {std::to_string(view_.people())})},
                         {{t("Hình thức"), 44}, {t("Đơn vị"), 38}, {t("Khối"), 26}, {t("Số người"), 10}},
                         {}};
        for (const auto& place : view_.run.result.individual_places)
            sheet.rows.push_back(
                {award_name(request_, reference_, place.award, domain::RecipientKind::Individual), place.unit,
                 place.group, whole(place.count)});
        return sheet;
    }

    [[nodiscard]] TableSheet warnings() const
    {
        TableSheet sheet{t("Cảnh báo"),
                         {t("Cảnh báo")},
                         {{t("Cảnh báo"), 70}, {t("Hình thức"), 20}, {t("Khối"), 26}, {t("Đơn vị"), 38}},
                         {}};
        for (const auto& warning : view_.run.result.warnings) {
            auto units = warning.recipients;
            if (units.empty()) units.emplace_back();
            for (const auto& unit : units)
                sheet.rows.push_back(
                    {tr(request_, warning.message),
                     warning.award.empty() ? "" : award_short_name(request_, reference_, warning.award),
                     warning.group, unit});
        }
        return sheet;
    }

    const Request& request_;
    const domain::Reference& reference_;
    const app::ProposalsView& view_;
};

}  // namespace

std::vector<TableSheet> proposal_sheets(const Request& request, const domain::Reference& reference,
                                        const app::ProposalsView& view)
{
    return ProposalBook(request, reference, view).sheets();
}

}  // namespace web
