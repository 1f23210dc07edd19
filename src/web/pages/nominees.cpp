#include "web/pages/nominees.h"

#include "web/components.h"
#include "web/forms.h"
#include "web/pages/dossier_words.h"
#include "web/table.h"
#include "web/texts.h"
#include "workflow/words.h"

#include <algorithm>

namespace web {

using base::Html;

void put_choice(std::string_view value, std::optional<domain::PersonId>& existing, bool& new_person)
{
    new_person = value == "new";
    existing = Request::parse_id<domain::PersonId>(value);
}

domain::Honorific honorific_of(std::string_view value)
{
    if (value == "mr") return domain::Honorific::Mr;
    if (value == "ms") return domain::Honorific::Ms;
    return domain::Honorific::Unknown;
}

std::string honorific_value(domain::Honorific honorific)
{
    if (honorific == domain::Honorific::Mr) return "mr";
    if (honorific == domain::Honorific::Ms) return "ms";
    return {};
}

std::vector<Option> honorific_options()
{
    return {{"", ""}, {"mr", "Ông"}, {"ms", "Bà"}};
}

std::vector<app::PlaceEntry> sent_entries(const Request& request)
{
    std::vector<app::PlaceEntry> entries;
    for (const auto& row : request.form_values("row")) {
        const auto id = Request::parse_id<domain::NomineeId>(row);
        if (!id) continue;
        app::PlaceEntry entry;
        entry.nominee = *id;
        entry.seen =
            static_cast<int>(Request::positive_number(request.form_value("version_" + row)).value_or(0));
        entry.person.honorific = honorific_of(request.form_value("honorific_" + row));
        entry.person.name = request.form_value("name_" + row);
        entry.person.post = request.form_value("post_" + row);
        entry.achievement = request.form_value("achievement_" + row);
        put_choice(request.form_value("person_" + row), entry.person.existing, entry.person.new_person);
        entries.push_back(std::move(entry));
    }
    return entries;
}

app::PersonChoices sent_choices(const Request& request)
{
    app::PersonChoices choices;
    for (const auto& line : request.form_values("line")) {
        const auto number = Request::positive_number(line);
        if (!number) continue;
        app::PersonChoice choice;
        put_choice(request.form_value("person_" + line), choice.existing, choice.new_person);
        if (choice.existing || choice.new_person) choices[static_cast<int>(*number)] = choice;
    }
    return choices;
}

Html namesake_radios(const Request& request, const std::string& name,
                     const std::vector<domain::Person>& people, std::string_view value,
                     const std::string& error)
{
    std::vector<Option> options;
    for (const auto& person : people)
        options.push_back(
            {person.id.text(),
             tr(request, "Đúng là người này: {}", {domain::addressed(person.honorific, person.name)}),
             person.post});
    options.push_back({"new", tr(request, "Là người khác cùng tên"), {}});
    return radios(
        {.name = name, .label = tr(request, "Người này là ai?"), .value = std::string(value), .error = error},
        options);
}

namespace {

Html sent_card(const Request& request, const std::vector<app::OwnPart>& sent)
{
    Table table(tr(request, "Hồ sơ đã trình"),
                {{.heading = tr(request, "Hồ sơ"), .phone = Phone::Title},
                 {.heading = tr(request, "Tình trạng")},
                 {.heading = tr(request, "Người giữ")},
                 {.heading = tr(request, "Từ")},
                 {.heading = tr(request, "Của đơn vị"), .align = Align::Right}});
    for (const auto& part : sent) {
        const auto holder = workflow::holder_name(part.dossier.state);
        table.row({link(dossier_address(part.dossier.id, "places"), part.dossier.title),
                   dossier_state(request, part.dossier.state),
                   holder.empty() ? dash() : Html::text(tr(request, holder)),
                   part.dossier.state_since.vietnamese(), std::to_string(part.nominees.size())});
    }
    return card({.title = tr(request, "Hồ sơ đã trình"), .padded = false}, table.html());
}

}  // namespace

Html places_list_content(const Request& request, const std::vector<PlacesLine>& lines,
                         const std::vector<app::OwnPart>& sent)
{
    if (lines.empty() && !sent.empty()) return sent_card(request, sent);
    if (lines.empty())
        return empty_state(
            tr(request, "Chưa có suất cá nhân nào cần điền"),
            tr(request, "Suất cá nhân xuất hiện khi cán bộ thi đua lập hồ sơ từ kết quả đề xuất."),
            request.may(rights::Permission::ViewProposals)
                ? button_link("/proposals", tr(request, "Mở trang đề xuất"), Look::Primary)
                : Html());
    Table table(tr(request, "Hồ sơ đang soạn"), {{.heading = tr(request, "Hồ sơ"), .phone = Phone::Title},
                                                 {.heading = tr(request, "Suất"), .align = Align::Right},
                                                 {.heading = tr(request, "Còn trống"), .align = Align::Right},
                                                 {.heading = tr(request, "Lập ngày")}});
    for (const auto& line : lines)
        table.row(
            {link(dossier_address(line.dossier.id, "places"), line.dossier.title),
             std::to_string(line.places),
             line.empty > 0 ? tag(Tone::Warn, std::to_string(line.empty)) : tag(Tone::Ok, tr(request, "đủ")),
             line.dossier.created_at.date().vietnamese()});
    Html html = card({.title = tr(request, "Hồ sơ đang soạn"), .padded = false}, table.html());
    if (!sent.empty()) html << sent_card(request, sent);
    return html;
}

Html own_part_content(const Request& request, const app::OwnPart& part)
{
    Table table(tr(request, "Đề nghị của đơn vị"),
                {{.heading = tr(request, "Tập thể, cá nhân"), .phone = Phone::Title},
                 {.heading = tr(request, "Thành tích"), .phone = Phone::Block},
                 {.heading = tr(request, "Ý kiến"), .phone = Phone::Block}});
    for (const auto& nominee : part.nominees) {
        table.row({who(nominee),
                   nominee.empty()               ? muted(tr(request, "còn trống"))
                   : nominee.achievement.empty() ? Html::text(part.dossier.default_citation)
                                                 : Html::text(nominee.achievement),
                   verdicts_cell(request, nominee)},
                  nominee.refused() ? RowKind::Struck : RowKind::Plain, "n-" + nominee.id.text());
        if (nominee.refused()) table.note(refusal_line(request, nominee));
    }
    Html html;
    html << card({}, dossier_stages(request, part.dossier, part.history))
         << notice(Tone::Neutral, tr(request, "Hồ sơ đã trình nên danh sách không sửa được nữa."))
         << card({.title = tr(request, "Đề nghị của đơn vị"),
                  .count = std::to_string(part.nominees.size()),
                  .padded = false},
                 table.html());
    return html;
}

namespace {

enum class Shown { All, Empty, Problems, Default };

Shown shown_of(const Request& request)
{
    const auto asked = request.query_value("xem");
    if (asked == "tat-ca") return Shown::All;
    if (asked == "trong") return Shown::Empty;
    if (asked == "luu-y") return Shown::Problems;
    return Shown::Default;
}

bool warned(const PlacesPage& page, const PlaceRow& row)
{
    if (row.problem) return true;
    const auto found = page.checks.find(row.place.id);
    if (found == page.checks.end()) return false;
    const auto count = app::count_checks(found->second);
    return count.warnings + count.unmet > 0;
}

// What the row's state asks for; a row that was sent with a problem is always shown.
bool visible(const PlacesPage& page, const PlaceRow& row, Shown shown)
{
    if (row.problem || shown == Shown::All || shown == Shown::Default) return true;
    if (shown == Shown::Empty) return row.place.empty();
    return warned(page, row);
}

std::string error_of_row(const Request& request, const PlaceRow& row, std::string_view field)
{
    return row.problem && row.problem->field == field ? tr(request, row.problem->message) : std::string();
}

Html state_cell(const Request& request, const PlacesPage& page, const PlaceRow& row)
{
    Html html;
    if (row.problem)
        html << tag(Tone::Error, tr(request, "cần sửa"));
    else if (row.place.empty())
        html << tag(Tone::Neutral, tr(request, "còn trống"));
    else if (const auto found = page.checks.find(row.place.id); found != page.checks.end()) {
        html << "<a href=\"?mo=" << row.place.id.text() << "#n-" << row.place.id.text() << "\">"
             << checks_summary(request, found->second)
             << hidden_text(tr(request, "xem kiểm tra của {}", {row.place.recipient()})) << "</a>";
    }
    html << "<br>"
         << link("/dossiers/" + page.dossier.id.text() + "/places/" + row.place.id.text() + "/person",
                 tr(request, "Tìm người"))
         << hidden_text(" – " + row.place.unit_name);
    return html;
}

void put_row(Table& table, const Request& request, const PlacesPage& page, const PlaceRow& row, bool later)
{
    const auto& place = row.place;
    const auto key = place.id.text();
    const auto label = [&](const std::string& what) { return what + ", " + place.unit_name; };
    Html unit;
    unit << "<b>" << place.unit_name << "</b>" << hidden("row", key)
         << hidden("version_" + key, std::to_string(row.entry.seen));
    std::vector<Cell> cells;
    cells.emplace_back(unit);
    cells.emplace_back(select({.name = "honorific_" + key,
                               .label = label(tr(request, "Ông/Bà")),
                               .value = honorific_value(row.entry.person.honorific),
                               .error = error_of_row(request, row, "honorific"),
                               .label_hidden = true},
                              honorific_options()));
    const auto text = [&](const char* name, const std::string& what, const std::string& value,
                          const std::string& placeholder = {}) {
        cells.emplace_back(input({.name = name + ("_" + key),
                                  .label = label(what),
                                  .value = value,
                                  .error = error_of_row(request, row, name),
                                  .autocomplete = "off",
                                  .label_hidden = true,
                                  .placeholder = placeholder}));
    };
    text("name", tr(request, "Họ và tên"), row.entry.person.name);
    text("post", tr(request, "Chức vụ"), row.entry.person.post);
    text("achievement", tr(request, "Thành tích"), row.entry.achievement, tr(request, "như mặc định"));
    cells.emplace_back(row.problem ? std::optional(Tone::Error) : std::nullopt,
                       state_cell(request, page, row));
    table.row(std::move(cells), later ? RowKind::Later : RowKind::Plain, "n-" + key);

    if (row.problem && row.problem->field == "person") {
        table.note(namesake_radios(request, "person_" + key, row.problem->namesakes, {},
                                   tr(request, row.problem->message)));
    } else if (row.problem && row.problem->field.empty()) {
        table.note(notice(Tone::Error, tr(request, row.problem->message)));
    } else if (request.query_value("mo") == key) {
        if (const auto found = page.checks.find(place.id); found != page.checks.end()) {
            Html panel;
            panel << "<p><b>" << tr(request, "Kiểm tra: {}", {place.recipient()}) << "</b> "
                  << link(dossier_address(page.dossier.id, "places") + "#n-" + key, tr(request, "Đóng"))
                  << "</p>" << checks_list(request, found->second);
            table.note(panel);
        }
    }
}

Html group_heading(const Request& request, const PlacesPage& page, const std::string& group)
{
    int all = 0;
    int filled = 0;
    for (const auto& row : page.rows)
        if (row.place.group == group) {
            ++all;
            if (!row.place.empty()) ++filled;
        }
    Html html;
    html << (group.empty() ? tr(request, "Đơn vị khác") : group) << " <span class=\"mut\">· "
         << tr(request, "đã điền {} trên {} suất", {std::to_string(filled), std::to_string(all)})
         << "</span>";
    return html;
}

Html places_table(const Request& request, const PlacesPage& page, Shown shown)
{
    Table table(tr(request, "Người được đề nghị"),
                {{.heading = tr(request, "Đơn vị"), .phone = Phone::Title},
                 {.heading = tr(request, "Ông/Bà"), .phone = Phone::Block},
                 {.heading = tr(request, "Họ và tên"), .phone = Phone::Block},
                 {.heading = tr(request, "Chức vụ"), .phone = Phone::Block},
                 {.heading = tr(request, "Thành tích"), .phone = Phone::Block},
                 {.heading = tr(request, "Kiểm tra"), .phone = Phone::Block}});
    table.fields();
    std::optional<std::string> group;
    for (const auto& row : page.rows) {
        if (!visible(page, row, shown)) continue;
        if (group != row.place.group) table.group(group_heading(request, page, row.place.group));
        group = row.place.group;
        const bool later = shown == Shown::Default && !row.place.empty() && !row.problem;
        put_row(table, request, page, row, later);
    }
    if (table.empty())
        return empty_state(tr(request, "Không có suất nào như vậy"), tr(request, "Hãy chọn cách xem khác."),
                           {});
    return table.html();
}

// A row not shown keeps what it holds: it is simply not sent.
Html table_card(const Request& request, const PlacesPage& page, int empty, int problems)
{
    const auto shown = shown_of(request);
    const auto address = dossier_address(page.dossier.id, "places");
    const auto all = std::to_string(page.rows.size());
    Html body;
    body << "<div class=\"bar\">"
         << view_switch(tr(request, "Xem"), {{tr(request, "Tất cả {}", {all}), address + "?xem=tat-ca",
                                              shown == Shown::All || shown == Shown::Default},
                                             {tr(request, "Còn trống {}", {std::to_string(empty)}),
                                              address + "?xem=trong", shown == Shown::Empty},
                                             {tr(request, "Cần xem {}", {std::to_string(problems)}),
                                              address + "?xem=luu-y", shown == Shown::Problems}})
         << "<span class=\"sp\"></span>"
         << muted(tr(request, "Thành tích mặc định: {}",
                     {page.dossier.default_citation.empty() ? tr(request, "chưa ghi")
                                                            : page.dossier.default_citation}))
         << "</div>";
    if (shown == Shown::Default && empty > 0 && static_cast<std::size_t>(empty) < page.rows.size())
        body << "<p class=\"later-note\">"
             << tr(request, "Đang hiện {} suất còn trống.", {std::to_string(empty)}) << " "
             << link(address + "?xem=tat-ca", tr(request, "Xem tất cả {} suất", {all})) << "</p>";
    Html fields = places_table(request, page, shown);
    Html message;
    message << "<p><b>"
            << (empty > 0 ? tr(request, "Còn {} suất trống.", {std::to_string(empty)})
                          : tr(request, "Các suất đều đã có người."))
            << "</b> "
            << muted(tr(request, "Lưu lúc nào cũng được; ô thành tích để trống thì dùng câu mặc định."))
            << "</p>";
    fields << acts(message, submit({.text = tr(request, "Lưu vào hồ sơ"), .icon = "check2-square"}));
    body << form(request, address, fields);
    return card({.title = tr(request, "Người được đề nghị"), .count = all, .padded = false}, body);
}

Html paste_card(const Request& request, const PlacesPage& page)
{
    Html fields;
    fields << textarea(
                  {.name = "rows",
                   .label = tr(request, "Các dòng chép từ bảng tính"),
                   .value = page.pasted,
                   .hint = tr(request, "Chép các cột từ Excel rồi dán: Đơn vị, Ông/Bà, Họ và tên, Chức vụ, "
                                       "Thành tích (có thể bỏ trống).")},
                  4)
           << submit({.text = tr(request, "Xem trước các dòng dán"), .look = Look::Outline});
    return card({}, fold(Html::text(tr(request, "Dán từ bảng tính")),
                         form(request, dossier_address(page.dossier.id, "paste-preview"), fields),
                         !page.pasted.empty()));
}

}  // namespace

Html places_content(const Request& request, const PlacesPage& page)
{
    if (page.rows.empty())
        return empty_state(tr(request, "Hồ sơ này không có suất cá nhân nào cho bạn điền"),
                           tr(request, "Suất cá nhân đến từ bộ quy tắc của đợt."), {});
    const auto count = [&](auto&& fits) {
        return static_cast<int>(std::count_if(page.rows.begin(), page.rows.end(), fits));
    };
    const int empty = count([](const PlaceRow& row) { return row.place.empty(); });
    const int problems = count([&](const PlaceRow& row) { return warned(page, row); });
    const int refused = count([](const PlaceRow& row) { return row.problem.has_value(); });
    const auto all = static_cast<int>(page.rows.size());
    Html html;
    html << done_notice(request);
    if (refused > 0)
        html << notice(Tone::Error,
                       tr(request, "Còn {} dòng cần sửa; chưa lưu dòng nào.", {std::to_string(refused)}));
    html << own_unit_notice(request, page.own_unit);
    html << tiles({{tr(request, "Suất đã có người"), std::to_string(all - empty),
                    tr(request, "trên {}", {std::to_string(all)})},
                   {.label = tr(request, "Còn trống"),
                    .value = std::to_string(empty),
                    .tone = empty > 0 ? std::optional(Tone::Warn) : std::nullopt},
                   {.label = tr(request, "Cần xem lại"),
                    .value = std::to_string(problems),
                    .tone = problems > 0 ? std::optional(Tone::Warn) : std::nullopt}});
    html << paste_card(request, page) << table_card(request, page, empty, problems);
    return html;
}

}  // namespace web
