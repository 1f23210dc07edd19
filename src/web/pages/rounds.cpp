#include "web/pages/rounds.h"

#include "web/components.h"
#include "web/forms.h"
#include "web/pages/identity.h"
#include "web/pages/units.h"
#include "web/table.h"
#include "web/texts.h"

namespace web {

using base::Html;

namespace {

Html title_cell(const Request& request, const domain::Round& round)
{
    Html cell;
    cell << link("/rounds/" + round.id.text(), round.title);
    if (round.illustrative) cell << " " << tag(Tone::Ask, tr(request, "minh họa"));
    return cell;
}

Html fields_of(const Request& request, const domain::Round& round, std::span<const base::Error> refusals)
{
    Html fields;
    fields << input({.name = "title",
                     .label = tr(request, "Tên đợt khen thưởng"),
                     .value = sent_or(request, "title", round.title),
                     .hint = tr(request, "Ví dụ: Khen thưởng cải cách hành chính năm 2021"),
                     .error = error_of(request, refusals, "title"),
                     .required = true})
           << field_row(
                  {input({.name = "year",
                          .label = tr(request, "Năm của kết quả"),
                          .value = sent_or(request, "year", round.year ? std::to_string(round.year) : ""),
                          .error = error_of(request, refusals, "year"),
                          .required = true,
                          .inputmode = "numeric",
                          .narrow = true}),
                   date_input(request,
                              {.name = "conference_date",
                               .label = tr(request, "Ngày hội nghị công bố"),
                               .value = sent_or(request, "conference_date", date_text(round.conference_date)),
                               .error = error_of(request, refusals, "conference_date")})})
           << textarea(
                  {.name = "default_citation",
                   .label = tr(request, "Thành tích chung của đợt"),
                   .value = sent_or(request, "default_citation", round.default_citation),
                   .hint = tr(request, "In trên quyết định cho người không có thành tích riêng."),
                   .error = error_of(request, refusals, "default_citation"),
                   .required = true,
                   .placeholder =
                       tr(request, "Đã có thành tích xuất sắc trong công tác cải cách hành chính năm 2021")});
    return fields;
}

}  // namespace

Html rounds_content(const Request& request, const std::vector<domain::Round>& rounds)
{
    Html html;
    html << saved_notice(request);
    if (rounds.empty()) {
        html << empty_state(
            tr(request, "Chưa có đợt khen thưởng nào"),
            tr(request, "Mỗi đợt gồm một bảng kết quả, một lần công bố và các quyết định khen thưởng."),
            button_link("/rounds/new", tr(request, "Mở đợt đầu tiên"), Look::Primary, "plus-lg"));
        return html;
    }
    Table table(tr(request, "Các đợt khen thưởng"),
                {{tr(request, "Năm"), Align::Left, Phone::Corner},
                 {tr(request, "Đợt"), Align::Left, Phone::Title},
                 {tr(request, "Ngày hội nghị")},
                 {tr(request, "Thành tích chung"), Align::Left, Phone::Block},
                 {tr(request, "Tình trạng")}});
    for (const auto& round : rounds)
        table.row({std::to_string(round.year), title_cell(request, round),
                   round.conference_date ? Html::text(round.conference_date->vietnamese()) : dash(),
                   round.default_citation,
                   round.open ? state(Tone::Ok, tr(request, "Đang mở"))
                              : state(Tone::Neutral, tr(request, "Đã đóng"))});
    html << card({.title = tr(request, "Các đợt khen thưởng"),
                  .count = std::to_string(rounds.size()),
                  .padded = false},
                 table.html());
    return html;
}

Html round_form_content(const Request& request, const domain::Round& round,
                        std::span<const base::Error> refusals)
{
    const bool fresh = !round.id;
    Html fields = fields_of(request, round, refusals);
    if (!fresh)
        fields << "<p>"
               << checkbox(
                      "closed", "1", tr(request, "Đóng đợt này"), !round.open,
                      tr(request, "Không nhập kết quả hay công bố thêm; hồ sơ và quyết định vẫn xem được."))
               << "</p>" << hidden("version", std::to_string(round.version));
    fields << "<div class=\"acc\">" << submit(fresh ? tr(request, "Mở đợt") : tr(request, "Lưu đợt"))
           << button_link("/rounds", tr(request, "Quay lại"), Look::Quiet) << "</div>";
    Html html;
    html << error_summary(request, refusals)
         << card({.title = fresh ? tr(request, "Đợt mới") : round.title},
                 form(request, fresh ? std::string("/rounds") : "/rounds/" + round.id.text(), fields));
    return html;
}

base::Result<domain::Round> round_form(const Request& request, domain::Round round)
{
    round.title = request.form_value("title");
    round.default_citation = request.form_value("default_citation");
    const auto year = Request::positive_number(request.form_value("year"));
    if (!year || *year > 9999) return base::invalid("Hãy nhập năm bằng bốn chữ số, ví dụ 2021.", "year");
    round.year = static_cast<int>(*year);
    const auto conference = typed_date(request, "conference_date");
    if (!conference) return conference.error();
    round.conference_date = *conference;
    round.open = request.form_value("closed") != "1";
    if (const auto version = Request::positive_number(request.form_value("version")))
        round.version = static_cast<int>(*version);
    return round;
}

}  // namespace web
