#include "web/pages/nomination.h"

#include "web/components.h"
#include "web/forms.h"
#include "web/pages/dossier_acts.h"
#include "web/pages/dossier_words.h"
#include "web/pages/nominees.h"
#include "web/table.h"
#include "web/texts.h"

#include <algorithm>

namespace web {

using base::Html;

app::FreeNomination sent_nomination(const Request& request, domain::DossierId dossier)
{
    app::FreeNomination sent;
    sent.dossier = dossier;
    sent.kind = request.form_value("kind") == "individual" ? domain::RecipientKind::Individual
                                                           : domain::RecipientKind::Collective;
    if (const auto unit = Request::parse_id<domain::UnitId>(request.form_value("unit"))) sent.unit = *unit;
    sent.award = request.form_value("award");
    sent.reason = request.form_value("reason");
    sent.achievement = request.form_value("achievement");
    sent.person.honorific = honorific_of(request.form_value("honorific"));
    sent.person.name = request.form_value("name");
    sent.person.post = request.form_value("post");
    put_choice(request.form_value("person"), sent.person.existing, sent.person.new_person);
    return sent;
}

Html nomination_content(const Request& request, const NominationPage& page,
                        std::span<const base::Error> refusals)
{
    const auto& sent = page.sent;
    const auto error = [&](std::string_view field) { return error_of(request, refusals, field); };
    std::vector<Option> units{{"", tr(request, "Chọn đơn vị")}};
    for (const auto& unit : page.units)
        units.push_back({unit.id.text(), unit.official_name});
    std::vector<Option> awards{{"", tr(request, "Chọn hình thức")}};
    for (const auto& award : page.awards)
        awards.push_back({award.code, award.name});

    Html fields;
    fields << radios({.name = "kind",
                      .label = tr(request, "Đề cử"),
                      .value = sent.kind == domain::RecipientKind::Individual ? "individual" : "collective"},
                     {{"collective", tr(request, "Tập thể")}, {"individual", tr(request, "Cá nhân")}});
    fields << select({.name = "unit",
                      .label = tr(request, "Đơn vị"),
                      .value = sent.unit ? sent.unit.text() : "",
                      .hint = tr(request, "Tập thể được đề cử, hoặc nơi cá nhân làm việc."),
                      .error = error("unit"),
                      .required = true},
                     units);
    Html person;
    person << field_row({select({.name = "honorific",
                                 .label = tr(request, "Ông/Bà"),
                                 .value = honorific_value(sent.person.honorific),
                                 .error = error("honorific"),
                                 .narrow = true},
                                honorific_options()),
                         input({.name = "name",
                                .label = tr(request, "Họ và tên"),
                                .value = sent.person.name,
                                .error = error("name"),
                                .autocomplete = "off"}),
                         input({.name = "post",
                                .label = tr(request, "Chức vụ"),
                                .value = sent.person.post,
                                .error = error("post"),
                                .autocomplete = "off"})});
    if (!page.namesakes.empty())
        person << namesake_radios(request, "person", page.namesakes, {}, error("person"));
    fields << fieldset(tr(request, "Nếu đề cử cá nhân"), person);
    fields << select({.name = "award",
                      .label = tr(request, "Hình thức khen thưởng"),
                      .value = sent.award,
                      .error = error("award"),
                      .required = true},
                     awards);
    fields << textarea({.name = "reason",
                        .label = tr(request, "Lý do đề cử"),
                        .value = sent.reason,
                        .hint = tr(request, "Vì sao đề cử ngoài kết quả xếp hạng; người thẩm định sẽ đọc."),
                        .error = error("reason"),
                        .required = true});
    fields << input(
        {.name = "achievement",
         .label = tr(request, "Thành tích"),
         .value = sent.achievement,
         .hint = tr(request, "Để trống thì dùng câu mặc định: {}", {page.dossier.default_citation}),
         .error = error("achievement")});
    Html buttons;
    buttons << submit(tr(request, "Thêm vào hồ sơ"))
            << button_link(dossier_address(page.dossier.id), tr(request, "Quay lại"), Look::Quiet);
    fields << "<div class=\"acc\">" << buttons << "</div>";
    Html html;
    html << error_summary(request, refusals)
         << card({}, form(request, dossier_address(page.dossier.id, "nominations"), fields));
    return html;
}

Html nominee_edit_content(const Request& request, const domain::Dossier& dossier,
                          const domain::Nominee& nominee, std::span<const base::Error> refusals)
{
    const auto address = dossier_address(dossier.id, "nominees/" + nominee.id.text());
    const auto version = hidden("version", std::to_string(nominee.version));
    const bool removing = request.path.ends_with("/removal") && request.method == "POST";
    Html achievement;
    achievement << version
                << textarea(
                       {.name = "achievement",
                        .label = tr(request, "Thành tích"),
                        .value = nominee.achievement,
                        .hint = tr(request, "Để trống thì dùng câu mặc định: {}", {dossier.default_citation}),
                        .error = error_of(request, refusals, "achievement")})
                << submit(tr(request, "Lưu thành tích"));
    Html removal;
    removal << version
            << textarea({.name = "reason",
                         .label = tr(request, "Lý do"),
                         .value = removing ? std::string(request.form_value("reason")) : std::string(),
                         .hint = tr(request, "Lý do được ghi vào lịch sử và không sửa được."),
                         .error = error_of(request, refusals, "reason"),
                         .required = true})
            << submit(nominee.source == domain::NomineeSource::Place ? tr(request, "Để trống suất này")
                                                                     : tr(request, "Bỏ khỏi hồ sơ"),
                      Look::Danger);
    Html html;
    html << error_summary(request, refusals);
    html << card({}, facts({{tr(request, "Đối tượng"), Html::text(nominee.recipient())},
                            {tr(request, "Đơn vị"), Html::text(nominee.unit_name)},
                            {tr(request, "Chức vụ"), Html::text(nominee.post)},
                            {tr(request, "Người đề cử"),
                             Html::text(nominee.added_by_name + ", " + nominee.added_at.vietnamese())}}));
    html << halves(
        card({.title = tr(request, "Thành tích")}, form(request, address + "/achievement", achievement)),
        card({.title = tr(request, "Bỏ khỏi hồ sơ")}, form(request, address + "/removal", removal)));
    html << "<p>" << link(dossier_address(dossier.id), tr(request, "Quay lại hồ sơ")) << "</p>";
    return html;
}

Html person_search_content(const Request& request, const domain::Nominee& place, std::string_view words,
                           const std::vector<FoundPerson>& found)
{
    const auto address = "/dossiers/" + place.dossier.text() + "/places/" + place.id.text() + "/person";
    Html fields = input({.name = "tim",
                         .label = tr(request, "Họ và tên, không cần dấu"),
                         .value = std::string(words),
                         .type = "search"});
    Html body = filter_bar(request, address, fields);
    if (found.empty()) {
        body << empty_state(
            words.empty() ? tr(request, "Gõ tên để tìm") : tr(request, "Không tìm thấy ai tên như vậy"),
            tr(request, "Người chưa có trong hệ thống thì điền thẳng họ tên vào bảng suất cá nhân."),
            button_link(dossier_address(place.dossier, "places"), tr(request, "Quay lại bảng suất")));
        return card({.padded = false}, body);
    }
    Table table(tr(request, "Người tìm thấy"), {{.heading = tr(request, "Họ và tên"), .phone = Phone::Title},
                                                {.heading = tr(request, "Chức vụ")},
                                                {.heading = tr(request, "Đơn vị")},
                                                {.heading = tr(request, "Việc"), .hidden_heading = true}});
    for (const auto& one : found) {
        const auto& person = one.person;
        Html unit;
        unit << one.unit_name;
        if (person.unit != place.unit)
            unit << "<br>" << tag(Tone::Warn, tr(request, "sẽ chuyển sang {}", {place.unit_name}));
        Html fields_of_person;
        fields_of_person << hidden("person", person.id.text())
                         << hidden("version", std::to_string(place.version));
        Html button = button_form(request, address,
                                  {.text = tr(request, "Chọn {}", {person.name}), .look = Look::Outline},
                                  fields_of_person);
        Html name;
        name << "<b>" << domain::addressed(person.honorific, person.name) << "</b>";
        table.row({name, person.post, unit, button});
    }
    body << table.html();
    return card({.padded = false}, body);
}

Html dossier_texts_content(const Request& request, const domain::Dossier& dossier,
                           std::span<const base::Error> refusals)
{
    if (dossier.state != domain::DossierState::Draft) {
        Html html;
        html << notice(Tone::Neutral,
                       tr(request, "Hồ sơ đã trình nên tên và thành tích mặc định không sửa được nữa."))
             << card({}, facts({{tr(request, "Tên hồ sơ"), Html::text(dossier.title)},
                                {tr(request, "Thành tích mặc định"),
                                 dossier.default_citation.empty() ? dash()
                                                                  : Html::text(dossier.default_citation)}}))
             << "<p>" << button_link(dossier_address(dossier.id), tr(request, "Quay lại")) << "</p>";
        return html;
    }
    const bool sent = request.method == "POST";
    Html fields;
    fields << seen_fields(dossier)
           << input({.name = "title",
                     .label = tr(request, "Tên hồ sơ"),
                     .value = sent ? std::string(request.form_value("title")) : dossier.title,
                     .error = error_of(request, refusals, "title"),
                     .required = true})
           << textarea({.name = "default_citation",
                        .label = tr(request, "Thành tích mặc định"),
                        .value = sent ? std::string(request.form_value("default_citation"))
                                      : dossier.default_citation,
                        .hint = tr(request, "In cho mọi người không có thành tích riêng."),
                        .error = error_of(request, refusals, "default_citation")})
           << "<div class=\"acc\">" << submit(tr(request, "Lưu"))
           << button_link(dossier_address(dossier.id), tr(request, "Quay lại"), Look::Quiet) << "</div>";
    Html html;
    html << error_summary(request, refusals)
         << card({}, form(request, dossier_address(dossier.id, "texts"), fields));
    return html;
}

}  // namespace web
