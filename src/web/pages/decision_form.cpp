// Number, date and signer: typed once, shown when numbered, mended with a reason until issued; and the papers.
#include "base/number_words.h"
#include "web/components.h"
#include "web/forms.h"
#include "web/pages/decision.h"
#include "web/pages/dossier_words.h"
#include "web/texts.h"

namespace web {

using base::Html;

namespace {

std::string number_hint(const Request& request, const app::DecisionPage& page)
{
    std::string hint = tr(request, "Gõ theo sổ văn thư.");
    if (page.highest)
        hint += " " + tr(request, "Số lớn nhất đã nhập ở đây trong năm: {}.", {page.highest->text()});
    return hint;
}

std::string date_hint(const Request& request, const app::DecisionPage& page)
{
    if (!page.earliest) return tr(request, "Ngày ký không ở tương lai.");
    return tr(request, "Ngày ký không sớm hơn ngày công bố kết quả ({}), không ở tương lai.",
              {page.earliest->vietnamese()});
}

std::vector<Option> signer_options(const Request& request, const app::DecisionPage& page,
                                   const app::DecisionForm& typed)
{
    std::vector<Option> options;
    bool known = false;
    for (const auto& signer : page.signers) {
        const auto line = signer.authority_line.empty() ? "" : signer.authority_line + " / ";
        options.push_back({signer.id.text(), line + signer.title + " – " + signer.name});
        known = known || signer.id == typed.signer;
    }
    if (const auto& decision = page.tabs[page.current].decision; decision && !known)
        options.push_back(
            {decision->signer.id.text(), decision->signer.title + " – " + decision->signer.name});
    if (options.empty()) options.push_back({"", tr(request, "Chưa có người ký nào giữ chức vào ngày này")});
    return options;
}

Html typed_fields(const Request& request, const app::DecisionPage& page, const app::DecisionForm& typed,
                  std::span<const base::Error> refusals)
{
    Html html;
    html << field_row({input({.name = "number",
                              .label = tr(request, "Số"),
                              .value = typed.number > 0 ? std::to_string(typed.number) : "",
                              .error = error_of(request, refusals, "number"),
                              .required = true,
                              .inputmode = "numeric",
                              .narrow = true}),
                       input({.name = "symbol",
                              .label = tr(request, "Ký hiệu"),
                              .value = typed.symbol,
                              .error = error_of(request, refusals, "symbol"),
                              .required = true}),
                       input({.name = "date",
                              .label = tr(request, "Ngày ký"),
                              .value = typed.date ? typed.date->vietnamese() : "",
                              .error = error_of(request, refusals, "date"),
                              .required = true,
                              .inputmode = "numeric",
                              .narrow = true})});
    html << "<p class=\"hint mb-3\">" << number_hint(request, page) << " " << date_hint(request, page)
         << "</p>";
    const bool body = typed.authority == domain::Authority::Body;
    std::vector<Option> authorities = {{"head", tr(request, "Chủ tịch Ủy ban nhân dân")},
                                       {"body", tr(request, "Ủy ban nhân dân (ký thay mặt, TM.)")}};
    html << select({.name = "authority", .label = tr(request, "Thẩm quyền"), .value = body ? "body" : "head"},
                   authorities)
         << select({.name = "signer",
                    .label = tr(request, "Người ký"),
                    .value = typed.signer ? typed.signer.text() : "",
                    .error = error_of(request, refusals, "signer"),
                    .required = true},
                   signer_options(request, page, typed))
         << textarea({.name = "proposal",
                      .label = tr(request, "Dòng đề nghị (căn cứ cuối)"),
                      .value = typed.proposal,
                      .hint = tr(request,
                                 "Ví dụ: Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV ngày "
                                 "25 tháng 3 năm 2022"),
                      .error = error_of(request, refusals, "proposal")},
                     2);
    return html;
}

Html first_number(const Request& request, const app::DecisionPage& page, const app::DecisionForm& typed,
                  std::span<const base::Error> refusals)
{
    if (!page.may_number) return muted(tr(request, "Văn thư sẽ ghi số, ngày và người ký."));
    Html fields;
    fields << hidden("award", page.tabs[page.current].award)
           << hidden("version", std::to_string(page.dossier.version))
           << typed_fields(request, page, typed, refusals);
    if (page.signers.empty())
        fields << notice(Tone::Warn,
                         tr(request, "Chưa có người ký giữ chức vào ngày này: nhờ quản trị thêm ở trang "
                                     "Thiết lập, hoặc đổi ngày ký."));
    fields << "<p class=\"hint\">"
           << tr(request, "Cấp số sẽ khóa danh sách, thứ tự và tiền của {} suất.",
                 {std::to_string(page.draft.recipients.size())})
           << "</p>" << submit({.text = tr(request, "Cấp số và khóa danh sách"), .icon = "check2-square"});
    return form(request, "/dossiers/" + page.dossier.id.text() + "/decisions", fields);
}

Html numbered_facts(const Request& request, const domain::Decision& decision)
{
    std::vector<std::pair<std::string, Html>> lines = {
        {tr(request, "Số"), Html::text(decision.number.text())},
        {tr(request, "Ngày ký"), Html::text(decision.number.date.vietnamese())},
        {tr(request, "Thẩm quyền"), Html::text(decision.authority == domain::Authority::Body
                                                   ? tr(request, "Ủy ban nhân dân (ký thay mặt, TM.)")
                                                   : tr(request, "Chủ tịch Ủy ban nhân dân"))},
        {tr(request, "Người ký"), Html::text(decision.signer.title + " – " + decision.signer.name)},
        {tr(request, "Cấp số"),
         Html::text(decision.numbered_by_name + ", " + decision.numbered_at.vietnamese())}};
    if (decision.issued_at)
        lines.emplace_back(tr(request, "Ban hành"),
                           Html::text(decision.issued_by_name + ", " + decision.issued_at->vietnamese()));
    return facts(lines);
}

Html correction(const Request& request, const app::DecisionPage& page, const domain::Decision& decision,
                const app::DecisionForm& typed, std::string_view reason,
                std::span<const base::Error> refusals)
{
    Html fields;
    fields << hidden("version", std::to_string(decision.version))
           << typed_fields(request, page, typed, refusals)
           << textarea({.name = "reason",
                        .label = tr(request, "Lý do sửa"),
                        .value = std::string(reason),
                        .hint = tr(request, "Số cũ được giữ trong sổ là số hủy và không dùng lại."),
                        .error = error_of(request, refusals, "reason"),
                        .required = true},
                       2)
           << submit(tr(request, "Lưu sửa đổi"), Look::Outline);
    return fold(Html::text(tr(request, "Sửa số, ngày hoặc người ký")),
                form(request, "/decisions/" + decision.id.text() + "/correction", fields), !refusals.empty());
}

struct File {
    std::string_view name;
    std::string_view kind;
};

Html file_line(const Request& request, const domain::Decision& decision, const std::string& title,
               const std::string& note, std::initializer_list<File> files)
{
    Html html;
    html << "<li class=\"dfile\"><span><span class=\"t\">" << title << "</span><br><span class=\"d\">" << note
         << "</span></span><span class=\"files\">";
    for (const auto& file : files)
        html << download(decision_file_address(decision.id, file.name), tr(request, "Tải"), file.kind)
             << hidden_text(" " + title);
    html << "</span></li>";
    return html;
}

}  // namespace

Html decision_form(const Request& request, const app::DecisionPage& page, const app::DecisionForm& typed,
                   std::string_view reason, std::span<const base::Error> refusals)
{
    const auto& decision = page.tabs[page.current].decision;
    if (!decision) return first_number(request, page, typed, refusals);
    Html html = numbered_facts(request, *decision);
    if (decision->issued() || !page.may_number) return html;
    html << "<p class=\"hint mt-3\">"
         << tr(request, "Kiểm tra bản in trước khi ban hành; sau đó không sửa được nữa.") << "</p><p>"
         << button_link("/decisions/" + decision->id.text() + "/issue", tr(request, "Đánh dấu đã ban hành…"),
                        Look::Primary, "check2-square")
         << "</p>" << correction(request, page, *decision, typed, reason, refusals);
    return html;
}

Html decision_files(const Request& request, const app::DecisionPage& page)
{
    const auto& decision = page.tabs[page.current].decision;
    if (!decision || !request.may(rights::Permission::PrintDocuments)) return {};
    const auto people = std::to_string(page.draft.recipients.size());
    Html lines;
    lines << "<ul class=\"rows\">"
          << file_line(request, *decision, tr(request, "Quyết định"), tr(request, "khổ A4"),
                       {{"decision.pdf", "PDF"}, {"decision.docx", "Word"}})
          << file_line(request, *decision, tr(request, "Danh sách kèm theo"),
                       tr(request, "{} dòng", {people}),
                       {{"list.pdf", "PDF"}, {"list.docx", "Word"}, {"list.xlsx", "Excel"}});
    if (page.draft.award.certificate)
        lines << file_line(request, *decision, page.draft.award.short_name,
                           tr(request, "{} bản, mỗi bản một trang A3 ngang", {people}),
                           {{"certificates.pdf", "PDF"}});
    lines << "</ul>";
    return card({.title = tr(request, "In và tải về"),
                 .note = decision->issued() ? "" : tr(request, "bản nháp có chữ “DỰ THẢO” đến khi ban hành"),
                 .padded = false},
                lines);
}

}  // namespace web
