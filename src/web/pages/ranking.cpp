#include "web/pages/ranking.h"

#include "web/components.h"
#include "web/forms.h"
#include "web/pages/publication.h"
#include "web/pages/ranking_charts.h"
#include "web/pages/ranking_table.h"
#include "web/table.h"
#include "web/texts.h"

#include <algorithm>

namespace web {

namespace {

using base::Html;

Html tiles_of(const Request& request, const app::RankingPage& page)
{
    const auto& group = page.shown();
    const auto& summary = group.summary;
    const auto last = std::to_string(page.publication.year - 1);
    std::vector<Tile> found;
    found.push_back({.label = tr(request, "Đơn vị được xếp hạng"),
                     .value = std::to_string(group.ranked),
                     .note = "/ " + std::to_string(group.units)});
    if (summary.mean) {
        Tile mean{.label = tr(request, "Chỉ số trung bình"),
                  .value = summary.mean->vietnamese(summary.decimals)};
        if (group.previous_mean)
            mean.note = tr(request, "năm {}: {}", {last, group.previous_mean->vietnamese(summary.decimals)});
        found.push_back(std::move(mean));
    }
    if (summary.median)
        found.push_back(
            {.label = tr(request, "Trung vị"), .value = summary.median->vietnamese(summary.decimals)});
    if (page.publication.compared_with)
        found.push_back({.label = tr(request, "Tăng điểm so với {}", {last}),
                         .value = std::to_string(summary.rose),
                         .note = tr(request, "giảm: {}", {std::to_string(summary.fell)})});
    return tiles(found);
}

Html notices_of(const Request& request, const app::RankingPage& page)
{
    const auto& publication = page.publication;
    Html html;
    if (publication.replaced_by)
        html << notice(
            Tone::Warn,
            Html::text(
                tr(request, "Bản công bố này đã được thay bằng bản đính chính. Chỉ giữ lại để tra cứu.")),
            link(ranking_address(*publication.replaced_by), tr(request, "Mở bản đính chính")));
    if (publication.replaces) {
        Html text;
        text << "<p>" << tr(request, "Bản đính chính. Lý do: {}", {publication.reason}) << "</p>";
        html << notice(
            Tone::Neutral, text,
            link(ranking_address(publication.id) + "/differences", tr(request, "Xem chỗ khác nhau")));
    }
    if (page.shown().framework_changed)
        html << notice(Tone::Warn,
                       tr(request, "Cách chấm điểm đã đổi so với năm {}: mức tăng giảm chỉ để tham khảo.",
                          {std::to_string(publication.year - 1)}));
    return html;
}

Html filters_of(const Request& request, const app::RankingPage& page, const app::StandingFilter& filter)
{
    const auto address = ranking_address(page.publication.id);
    std::vector<Option> groups;
    for (const auto& group : page.publication.groups)
        groups.push_back({.value = group.id.text(), .text = group.name()});
    std::vector<Option> bands{{.value = "", .text = tr(request, "Tất cả")}};
    for (const auto& [name, count] : page.shown().summary.band_counts)
        bands.push_back({.value = name, .text = name + " (" + std::to_string(count) + ")"});

    Html fields;
    fields << input({.name = "tim",
                     .label = tr(request, "Tìm đơn vị"),
                     .value = filter.text,
                     .type = "search",
                     .placeholder = tr(request, "Tên hoặc mã đơn vị")});
    if (groups.size() > 1)
        fields << select({.name = "khoi", .label = tr(request, "Khối"), .value = page.group.text()}, groups);
    if (bands.size() > 1)
        fields << select({.name = "loai", .label = tr(request, "Xếp loại"), .value = filter.band}, bands);
    if (const auto order = request.query_value("xep"); !order.empty()) fields << hidden("xep", order);

    std::vector<Chip> chips;
    if (!filter.text.empty())
        chips.push_back(
            {.text = tr(request, "Tìm: {}", {filter.text}), .address = with_query(request, "tim", "")});
    if (!filter.band.empty())
        chips.push_back(
            {.text = tr(request, "Xếp loại: {}", {filter.band}), .address = with_query(request, "loai", "")});
    Html right;
    right << button_link(address + "/sheet.xlsx", tr(request, "Xuất Excel"), Look::Outline, "download")
          << button_link(address + "/sheet.pdf", tr(request, "Bản in PDF"), Look::Outline, "printer");
    return filter_bar(request, address, fields, right, chips);
}

// A quarter of the page for those who want it, so it comes when asked for: diem=1.
Html parts_block(const Request& request, const app::RankingPage& page, const std::vector<std::string>& parts)
{
    if (request.query_value("diem") == "1") return parts_table(request, page, parts);
    Html html;
    html << "<p>" << link(with_query(request, "diem", "1") + "#diem", tr(request, "Xem điểm từng lĩnh vực"))
         << "</p>";
    return html;
}

Html bands_of(const Request& request, const domain::PublishedGroup& group)
{
    Table table(tr(request, "Phân bố xếp loại"),
                {{.heading = tr(request, "Xếp loại"), .phone = Phone::Title},
                 {.heading = tr(request, "Từ"), .align = Align::Right},
                 {.heading = tr(request, "Số đơn vị"), .align = Align::Right}});
    table.dense();
    for (const auto& [name, count] : group.summary.band_counts) {
        std::string from;
        for (const auto& band : group.framework.bands)
            if (band.name == name) from = band.from.vietnamese(band.from.scale());
        table.row({band_cell(group.framework, name), from, std::to_string(count)});
    }
    return card({.title = tr(request, "Phân bố xếp loại"), .padded = false}, table.html());
}

std::string counted(const Request& request, const app::RankingPage& page, const app::StandingFilter& filter)
{
    const int first = (filter.page - 1) * filter.size + 1;
    const int last = first + static_cast<int>(page.standings.rows.size()) - 1;
    return tr(request, "Hiển thị {}–{} trong {} đơn vị",
              {std::to_string(first), std::to_string(last), std::to_string(page.standings.total)});
}

Html list_of(const Request& request, const app::RankingPage& page, const app::StandingFilter& filter,
             const std::vector<std::string>& parts)
{
    Html list = filters_of(request, page, filter);
    if (page.standings.rows.empty()) {
        list << empty_state(
            tr(request, "Không có đơn vị nào khớp"),
            tr(request, "Hãy bỏ bớt điều kiện lọc hoặc tìm bằng từ khác."),
            link(ranking_address(page.publication.id) + "?khoi=" + page.group.text(), tr(request, "Bỏ lọc")));
        return list;
    }
    list << ranking_table(request, page, filter, parts);
    const auto pages = pages_of(page.standings.total, filter.size);
    list << pager(request, static_cast<std::size_t>(filter.page), pages, counted(request, page, filter));
    return list;
}

}  // namespace

std::string ranking_address(domain::PublicationId publication)
{
    return "/rankings/" + publication.text();
}

std::string decision_words(const Request& request, const domain::Publication& publication)
{
    return tr(request, "Quyết định số {} ngày {}",
              {publication.decision_number, publication.decision_date.vietnamese()});
}

PageFrame ranking_frame(const Request& request, const app::RankingPage& page)
{
    const auto& publication = page.publication;
    PageFrame frame;
    frame.title =
        tr(request, "Xếp hạng Chỉ số cải cách hành chính năm {}", {std::to_string(publication.year)});
    frame.crumbs = {{tr(request, "Các lần công bố"), "/publications"}};
    frame.provenance << page.shown().name() << " · " << decision_words(request, publication);
    if (publication.conference_date)
        frame.provenance << " · "
                         << tr(request, "hội nghị ngày {}", {publication.conference_date->vietnamese()});
    frame.provenance << " · " << tr(request, "số liệu từ tệp {}", {publication.file_name});
    frame.menu = "/rankings";
    frame.actions << button_link("/publications", tr(request, "Các lần công bố"), Look::Quiet);
    if (publication.compared_with)
        frame.actions << button_link(
            "/compare?truoc=" + std::to_string(publication.year - 1) +
                "&sau=" + std::to_string(publication.year),
            tr(request, "So sánh với năm {}", {std::to_string(publication.year - 1)}), Look::Quiet);
    return frame;
}

Html ranking_content(const Request& request, const app::RankingPage& page, const app::StandingFilter& filter)
{
    constexpr std::size_t usual_size = 64 * 1024;
    const auto parts = part_names(page.standings.rows);
    Html html;
    html.reserve(usual_size);
    html << notices_of(request, page);
    html << tiles_of(request, page);
    html << card({.padded = false}, list_of(request, page, filter, parts));
    html << made_up_note(request, page.standings.rows);
    if (parts.size() > widest_parts) html << parts_block(request, page, parts);
    html << trend_charts(request, page);
    Html about;
    if (!page.shown().summary.band_counts.empty()) about << bands_of(request, page.shown());
    about << publication_card(request, page.publication);
    const auto areas = area_chart(request, page, parts);
    html << (areas.empty() ? about : halves(areas, about));
    if (page.publication.current() && request.may(rights::Permission::RunProposals))
        html << acts(
            Html::text(tr(request, "Bước tiếp theo: xét đề xuất khen thưởng theo bảng xếp hạng này.")),
            button_link("/proposals", tr(request, "Xét đề xuất khen thưởng"), Look::Primary));
    return html;
}

Html no_ranking(const Request& request)
{
    return card({},
                empty_state(tr(request, "Chưa có kết quả xếp hạng nào được công bố"),
                            tr(request, "Nhập bảng kết quả của đợt, xem trước bảng xếp hạng rồi công bố."),
                            button_link("/publications", tr(request, "Xem các đợt"), Look::Primary)));
}

}  // namespace web
