// The people who sign decisions.
#include "web/components.h"
#include "web/forms.h"
#include "web/pages/identity.h"
#include "web/pages/office.h"
#include "web/pages/units.h"
#include "web/table.h"
#include "web/texts.h"

namespace web {

using base::Html;

namespace {

Html fields_of(const Request& request, const domain::Signer& signer, std::span<const base::Error> refusals)
{
    Html fields;
    fields << input({.name = "name",
                     .label = tr(request, "Họ và tên"),
                     .value = sent_or(request, "name", signer.name),
                     .error = error_of(request, refusals, "name"),
                     .required = true})
           << field_row({input({.name = "authority_line",
                                .label = tr(request, "Thẩm quyền ký"),
                                .value = sent_or(request, "authority_line", signer.authority_line),
                                .hint = tr(request,
                                           "KT. CHỦ TỊCH khi cấp phó ký thay; bỏ trống khi Chủ tịch tự ký."),
                                .error = error_of(request, refusals, "authority_line"),
                                .placeholder = "KT. CHỦ TỊCH"}),
                         input({.name = "title",
                                .label = tr(request, "Chức danh in trên văn bản"),
                                .value = sent_or(request, "title", signer.title),
                                .error = error_of(request, refusals, "title"),
                                .required = true,
                                .placeholder = "PHÓ CHỦ TỊCH"})})
           << field_row(
                  {date_input(request, {.name = "from",
                                        .label = tr(request, "Ký từ ngày"),
                                        .value = sent_or(request, "from",
                                                         signer.from.valid() ? signer.from.vietnamese() : ""),
                                        .error = error_of(request, refusals, "from"),
                                        .required = true}),
                   date_input(request, {.name = "to",
                                        .label = tr(request, "Đến hết ngày"),
                                        .value = sent_or(request, "to", date_text(signer.to)),
                                        .hint = tr(request, "Bỏ trống khi còn đương chức."),
                                        .error = error_of(request, refusals, "to")})});
    return fields;
}

Html edit_link(const Request& request, const domain::Signer& signer)
{
    Html edit;
    edit << "<a href=\"" << base::url("/signers/" + signer.id.text()) << "\">" << tr(request, "Sửa")
         << hidden_text(" " + signer.name) << "</a>";
    return edit;
}

}  // namespace

Html signers_content(const Request& request, const std::vector<domain::Signer>& signers,
                     std::span<const base::Error> refusals)
{
    Table table(tr(request, "Người ký"), {{tr(request, "Họ và tên"), Align::Left, Phone::Title},
                                          {tr(request, "Thẩm quyền ký")},
                                          {tr(request, "Chức danh")},
                                          {tr(request, "Từ ngày")},
                                          {tr(request, "Đến ngày")},
                                          {tr(request, "Tình trạng"), Align::Left, Phone::Corner},
                                          {.heading = tr(request, "Sửa"), .hidden_heading = true}});
    for (const auto& signer : signers)
        table.row({signer.name, signer.authority_line.empty() ? dash() : Html::text(signer.authority_line),
                   signer.title, signer.from.vietnamese(),
                   signer.to ? Html::text(signer.to->vietnamese()) : dash(),
                   signer.in_office(request.now.date()) ? state(Tone::Ok, tr(request, "Đang ký"))
                                                        : state(Tone::Neutral, tr(request, "Không ký")),
                   edit_link(request, signer)});
    Html list;
    if (signers.empty())
        list << empty_state(tr(request, "Chưa có người ký"),
                            tr(request, "Quyết định cần ít nhất một người ký. Hãy thêm người ký đầu tiên."));
    else
        list << card(
            {.title = tr(request, "Người ký"), .count = std::to_string(signers.size()), .padded = false},
            table.html());
    Html add = fields_of(request, {}, refusals);
    add << submit(tr(request, "Thêm người ký"));
    Html html;
    html << saved_notice(request) << error_summary(request, refusals) << list
         << card({.title = tr(request, "Người ký mới")}, form(request, "/signers", add));
    return html;
}

Html signer_form_content(const Request& request, const domain::Signer& signer,
                         std::span<const base::Error> refusals)
{
    Html fields = fields_of(request, signer, refusals);
    fields << hidden("version", std::to_string(signer.version)) << "<div class=\"acc\">"
           << submit(tr(request, "Lưu người ký"))
           << button_link("/signers", tr(request, "Quay lại"), Look::Quiet) << "</div>";
    Html html;
    html << error_summary(request, refusals)
         << card({.title = signer.name,
                  .note = tr(request, "Quyết định đã ký giữ nguyên tên và chức danh lúc ký.")},
                 form(request, "/signers/" + signer.id.text(), fields));
    return html;
}

base::Result<domain::Signer> signer_form(const Request& request, domain::Signer signer)
{
    signer.name = request.form_value("name");
    signer.authority_line = request.form_value("authority_line");
    signer.title = request.form_value("title");
    const auto from = typed_date(request, "from");
    if (!from) return from.error();
    signer.from = from->value_or(base::Date());
    const auto to = typed_date(request, "to");
    if (!to) return to.error();
    signer.to = *to;
    if (const auto version = Request::positive_number(request.form_value("version")))
        signer.version = static_cast<int>(*version);
    return signer;
}

}  // namespace web
