// The preview of pasted rows.
#include "web/components.h"
#include "web/forms.h"
#include "web/pages/dossier_words.h"
#include "web/pages/nominees.h"
#include "web/table.h"
#include "web/texts.h"

#include <algorithm>

namespace web {

using base::Html;

namespace {

void put_line(Table& table, const Request& request, const app::PastedLine& line)
{
    const auto& person = line.entry.person;
    Html name;
    name << domain::addressed(person.honorific, person.name);
    Html state;
    if (!line.problems.empty())
        state << tag(Tone::Error, tr(request, "cần sửa"));
    else if (!line.replaces.empty())
        state << tag(Tone::Warn, tr(request, "thay {}", {line.replaces}));
    else
        state << tag(Tone::Ok, tr(request, "nhận được"));
    const auto mark = line.problems.empty() ? std::nullopt : std::optional(Tone::Error);
    table.row({std::to_string(line.line), line.unit, name, person.post,
               line.entry.achievement.empty() ? Cell(muted(tr(request, "như mặc định")))
                                              : Cell(line.entry.achievement),
               Cell(mark, state)},
              RowKind::Plain, "d-" + std::to_string(line.line));
    for (const auto& problem : line.problems) {
        if (!line.namesakes.empty() && &problem == &line.problems.back())
            table.note(namesake_radios(request, "person_" + std::to_string(line.line), line.namesakes, {},
                                       tr(request, problem)));
        else
            table.note(notice(Tone::Error, tr(request, problem)));
    }
}

// Choices made on an earlier look stay made.
Html kept_choices(const app::PastePreview& preview)
{
    Html html;
    for (const auto& line : preview.lines) {
        html << hidden("line", std::to_string(line.line));
        if (!line.namesakes.empty()) continue;
        const auto name = "person_" + std::to_string(line.line);
        if (line.entry.person.new_person)
            html << hidden(name, "new");
        else if (line.entry.person.existing)
            html << hidden(name, line.entry.person.existing->text());
    }
    return html;
}

}  // namespace

Html paste_content(const Request& request, const domain::Dossier& dossier, const app::PastePreview& preview,
                   const std::string& text)
{
    Table table(tr(request, "Các dòng dán"),
                {{.heading = tr(request, "Dòng"), .align = Align::Right, .phone = Phone::Rank},
                 {.heading = tr(request, "Đơn vị"), .phone = Phone::Title},
                 {.heading = tr(request, "Họ và tên")},
                 {.heading = tr(request, "Chức vụ")},
                 {.heading = tr(request, "Thành tích")},
                 {.heading = tr(request, "Kết quả")}});
    for (const auto& line : preview.lines)
        put_line(table, request, line);

    const auto problems = preview.problems();
    const bool only_choices = std::all_of(preview.lines.begin(), preview.lines.end(), [](const auto& line) {
        return line.problems.empty() || !line.namesakes.empty();
    });
    Html fields;
    fields << card({.title = tr(request, "Các dòng dán"),
                    .count = std::to_string(preview.lines.size()),
                    .padded = false},
                   table.html())
           << kept_choices(preview);
    Html again;
    again << textarea({.name = "rows",
                       .label = tr(request, "Các dòng chép từ bảng tính"),
                       .value = text,
                       .hint = tr(request, "Sửa ngay ở đây hoặc dán lại, rồi xem trước lần nữa.")},
                      6);
    fields << card({}, fold(Html::text(tr(request, "Sửa các dòng")), again, problems > 0 && !only_choices));
    Html message;
    message << "<p id=\"con-loi\">"
            << (problems == 0
                    ? tr(request, "Cả {} dòng đều nhận được. Chưa lưu gì cho tới khi bạn bấm lưu.",
                         {std::to_string(preview.lines.size())})
                    : tr(request, "Còn {} dòng cần sửa; chưa lưu dòng nào.", {std::to_string(problems)}))
            << "</p>";
    Html buttons;
    if (problems == 0)
        buttons << submit(
            {.text = tr(request, "Lưu {} dòng vào hồ sơ", {std::to_string(preview.lines.size())}),
             .action = dossier_address(dossier.id, "paste")});
    buttons << submit(
        {.text = tr(request, "Xem trước lại"), .look = problems == 0 ? Look::Outline : Look::Primary});
    buttons << button_link(dossier_address(dossier.id, "places"), tr(request, "Bỏ, quay lại"), Look::Quiet);
    fields << acts(message, buttons);
    return form(request, dossier_address(dossier.id, "paste-preview"), fields);
}

}  // namespace web
