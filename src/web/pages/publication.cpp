#include "web/pages/publication.h"

#include "web/components.h"
#include "web/pages/ranking.h"
#include "web/pages/ranking_table.h"
#include "web/table.h"
#include "web/texts.h"

namespace web {

namespace {

using base::Html;

Html state_of(const Request& request, const domain::Publication& publication)
{
    if (!publication.current()) return state(Tone::Neutral, tr(request, "Đã được đính chính"));
    if (publication.replaces) return state(Tone::Ok, tr(request, "Bản đính chính, đang có hiệu lực"));
    return state(Tone::Ok, tr(request, "Đang có hiệu lực"));
}

Html publications_table(const Request& request, const app::RoundRanking& ranking)
{
    Table table(tr(request, "Các lần công bố: {}", {ranking.round.title}),
                {{.heading = tr(request, "Quyết định"), .phone = Phone::Title},
                 {.heading = tr(request, "Hội nghị")},
                 {.heading = tr(request, "Công bố lúc")},
                 {.heading = tr(request, "Tình trạng")}});
    for (const auto& publication : ranking.publications) {
        Html decision = link(ranking_address(publication.id), decision_words(request, publication));
        if (!publication.reason.empty())
            decision << "<br>" << muted(tr(request, "Lý do: {}", {publication.reason}));
        Html published;
        published << publication.published_at.vietnamese() << "<br>" << muted(publication.published_by_name);
        table.row(
            {decision,
             publication.conference_date ? Html::text(publication.conference_date->vietnamese()) : dash(),
             published, state_of(request, publication)});
    }
    return table.html();
}

// What to do next in this round, for those who may.
Html next_of(const Request& request, const app::RoundRanking& ranking, bool primary)
{
    if (!request.may(rights::Permission::PublishRanking) || !ranking.round.open) return {};
    const auto look = primary ? Look::Primary : Look::Outline;
    if (!ranking.upload) return button_link("/imports", tr(request, "Nhập số liệu"), look);
    const auto address = preview_address(ranking.round.id);
    if (!ranking.published()) return button_link(address, tr(request, "Xem trước và công bố"), look);
    return button_link(address, tr(request, "Đính chính"), ranking.outdated() ? look : Look::Outline);
}

std::string round_words(const Request& request, const app::RoundRanking& ranking)
{
    if (!ranking.upload) return tr(request, "Chưa có số liệu của đợt này.");
    if (!ranking.published())
        return tr(request, "Đã nhập tệp {}, chưa công bố.", {ranking.upload->file_name});
    if (ranking.outdated())
        return tr(request, "Đã nhập tệp {} sau lần công bố gần nhất.", {ranking.upload->file_name});
    return tr(request, "Đã công bố theo tệp {}.", {ranking.upload->file_name});
}

Html round_card(const Request& request, const app::RoundRanking& ranking, bool primary)
{
    const auto id = "dot-" + ranking.round.id.text();
    const auto next = next_of(request, ranking, primary);
    if (ranking.published())
        return card({.title = ranking.round.title,
                     .note = round_words(request, ranking),
                     .right = next,
                     .id = id,
                     .padded = false},
                    publications_table(request, ranking));
    Html body;
    body << "<p class=\"mut\">" << round_words(request, ranking) << "</p>" << next;
    return card({.title = ranking.round.title,
                 .note = tr(request, "năm {}", {std::to_string(ranking.round.year)}),
                 .id = id},
                body);
}

Html change_cell(const Request& request, const std::optional<domain::PublishedStanding>& row, int decimals)
{
    if (!row) return dash();
    Html cell;
    if (row->standing.place)
        cell << tr(request, "hạng {}", {std::to_string(*row->standing.place)});
    else
        cell << tr(request, "không xếp hạng");
    cell << " · <b>" << row->standing.index.vietnamese(decimals) << "</b>";
    if (!row->standing.band.empty()) cell << " · " << row->standing.band;
    return cell;
}

}  // namespace

std::string preview_address(domain::RoundId round)
{
    return "/rounds/" + round.text() + "/ranking";
}

Html publication_card(const Request& request, const domain::Publication& publication)
{
    std::vector<std::pair<std::string, Html>> lines;
    lines.emplace_back(tr(request, "Quyết định"), Html::text(decision_words(request, publication)));
    if (publication.conference_date)
        lines.emplace_back(tr(request, "Hội nghị công bố"),
                           Html::text(publication.conference_date->vietnamese()));
    lines.emplace_back(tr(request, "Người công bố"), Html::text(publication.published_by_name + ", " +
                                                                publication.published_at.vietnamese()));
    lines.emplace_back(tr(request, "Tệp số liệu"), Html::text(publication.file_name));
    Html rules;
    for (const auto& group : publication.groups) {
        rules << (rules.empty() ? Html() : Html("<br>")) << group.name() << ": ";
        if (group.framework_version == 0)
            rules << tr(request, "mặc định (tính từ điểm, 2 số lẻ, không chia loại)");
        else
            rules << tr(request, "phiên bản {}", {std::to_string(group.framework_version)});
        if (!group.criteria.empty()) rules << " · " << group.criteria;
    }
    lines.emplace_back(tr(request, "Cách chấm điểm"), rules);
    lines.emplace_back(tr(request, "Dấu vân tay số liệu"),
                       muted(publication.snapshot_hash.substr(0, 16) + "…"));
    return card({.title = tr(request, "Về lần công bố này")}, facts(lines));
}

Html publications_content(const Request& request, const std::vector<app::RoundRanking>& rounds)
{
    if (rounds.empty())
        return card({}, empty_state(tr(request, "Chưa có đợt khen thưởng nào"),
                                    tr(request, "Tạo một đợt khen thưởng rồi nhập bảng kết quả của năm đó."),
                                    request.may(rights::Permission::ManageUnits)
                                        ? button_link("/rounds", tr(request, "Tạo đợt"), Look::Primary)
                                        : Html()));
    Html html;
    bool primary = true;  // the first round with something to do has the page's one primary button
    for (const auto& round : rounds) {
        const bool waits = round.round.open && (!round.published() || round.outdated());
        html << round_card(request, round, primary && waits);
        if (waits) primary = false;
    }
    return html;
}

Html differences_table(const Request& request, const std::vector<app::StandingDifference>& differences)
{
    if (differences.empty())
        return empty_state(tr(request, "Không có đơn vị nào khác"),
                           tr(request, "Chỉ quyết định hoặc ngày công bố được sửa."));
    Table table(tr(request, "Khác nhau từng đơn vị"),
                {{.heading = tr(request, "Đơn vị"), .phone = Phone::Title},
                 {.heading = tr(request, "Bản cũ")},
                 {.heading = tr(request, "Bản mới")}});
    for (const auto& difference : differences) {
        Html unit;
        unit << difference.name << "<br>" << muted(difference.group);
        if (!difference.before) unit << "<br>" << tag(Tone::Ask, tr(request, "mới thêm"));
        if (!difference.after) unit << "<br>" << tag(Tone::Warn, tr(request, "không còn"));
        table.row({unit, change_cell(request, difference.before, difference.decimals),
                   change_cell(request, difference.after, difference.decimals)},
                  RowKind::Changed);
    }
    return table.html();
}

}  // namespace web
