// The preview of an upload: what was understood, what is wrong, what has to be chosen, and the one next step.
#include "base/text.h"
#include "intake/read_sheet.h"
#include "web/components.h"
#include "web/forms.h"
#include "web/pages/import.h"
#include "web/pages/import_parts.h"
#include "web/table.h"
#include "web/texts.h"

#include <algorithm>

namespace web {
namespace {

using app::UploadState;
using base::Html;
using domain::Severity;

constexpr std::size_t most_issues = 500;

std::string groups_in_words(const Request& request, const app::ImportPreview& preview)
{
    std::string words;
    for (std::size_t g = 0; g < preview.sheet.groups.size() && g < 4; ++g) {
        const auto& name = preview.sheet.groups[g].name;
        const auto units = std::to_string(preview.units[g].size());
        words += (words.empty() ? "" : " · ") +
                 (name.empty() ? tr(request, "{} đơn vị", {units}) : units + " " + name);
    }
    return words + (words.empty() ? "" : " · ") +
           tr(request, "bỏ qua {} dòng", {std::to_string(preview.sheet.skipped.size())});
}

std::string kind_in_words(const domain::ResultSheet& sheet)
{
    return sheet.encoding ? ".csv · " + *sheet.encoding : std::string(".xlsx");
}

// How the fields of a CSV file are parted; empty for a workbook.
std::string separator_in_words(const Request& request, const domain::ResultSheet& sheet)
{
    if (!sheet.encoding) return {};
    if (sheet.separator == ";") return tr(request, "cột cách nhau bằng dấu chấm phẩy");
    if (sheet.separator == ",") return tr(request, "cột cách nhau bằng dấu phẩy");
    return tr(request, "cột cách nhau bằng dấu tab");
}

Html summary(const Request& request, const app::ImportPreview& preview)
{
    const int blocking = preview.errors + preview.open_choices;
    return tiles(
        {{.label = tr(request, "Dòng đọc được"),
          .value = std::to_string(preview.rows),
          .note = groups_in_words(request, preview)},
         {.label = tr(request, "Phải xử lý trước khi nhập"),
          .value = std::to_string(blocking),
          .note = blocking == 0 ? tr(request, "Không còn gì chặn")
                                : tr(request, "{} lỗi, {} chỗ cần chọn",
                                     {std::to_string(preview.errors), std::to_string(preview.open_choices)}),
          .tone = blocking == 0 ? Tone::Ok : Tone::Error},
         {.label = tr(request, "Cảnh báo"),
          .value = std::to_string(preview.warnings),
          .note = tr(request, "Vẫn nhập được, sẽ ghi vào lịch sử nhập"),
          .tone = preview.warnings > 0 ? std::optional(Tone::Warn) : std::nullopt},
         {.label = tr(request, "Cách hiểu tệp"),
          .value = kind_in_words(preview.sheet),
          .note = tr(request, "Xem từng cột"),
          .address = import_address(preview.upload.id) + "#hieu"}});
}

Html seen_before(const Request& request, const app::ImportPreview& preview)
{
    Html html;
    for (const auto& earlier : preview.earlier) {
        if (earlier.state == UploadState::Discarded) continue;
        const bool stored = earlier.state == UploadState::Stored;
        html << notice(
            Tone::Warn,
            Html::text(stored && earlier.decided_at
                           ? tr(request, "Đúng tệp này đã được {} nhập lúc {}.",
                                {earlier.decided_by_name, earlier.decided_at->vietnamese()})
                           : tr(request, "Đúng tệp này đã được {} tải lên lúc {} và đang chờ xử lý.",
                                {earlier.uploaded_by_name, earlier.uploaded_at.vietnamese()})),
            link(import_address(earlier.id), tr(request, "Mở lần trước")));
        break;
    }
    return html;
}

void issue_rows(const Request& request, const app::ImportPreview& preview, Severity severity, Table& table)
{
    std::size_t shown = 0;
    for (const auto& issue : preview.sheet.issues) {
        if (issue.severity != severity || ++shown > most_issues) continue;
        Html where;
        if (!issue.sheet.empty()) where << muted(issue.sheet) << " ";
        if (issue.row > 0)
            where << "<span class=\"cell\">"
                  << (issue.column.empty() ? tr(request, "dòng {}", {std::to_string(issue.row)})
                                           : issue.column + std::to_string(issue.row))
                  << "</span>";
        Html found;
        if (issue.found.empty())
            found << muted(tr(request, "ô trống"));
        else
            found << "<span class=\"found\">" << issue.found << "</span>";
        table.row({severity == Severity::Error ? tag(Tone::Error, tr(request, "Lỗi"))
                                               : tag(Tone::Warn, tr(request, "Cảnh báo")),
                   where, found, Cell(tr(request, issue.message))});
    }
}

Html acts_bar(const Request& request, const app::ImportPreview& preview)
{
    const auto& upload = preview.upload;
    Html message;
    Html buttons;
    const bool problems = preview.errors + preview.warnings > 0;
    if (preview.ready()) {
        message << "<strong>"
                << tr(request, "Sẵn sàng nhập {} đơn vị.",
                      {std::to_string(preview.rows - preview.rows_left_out)})
                << "</strong><small>"
                << tr(request, "Chưa lưu gì cho đến khi bạn xác nhận; lưu toàn bộ hoặc không lưu dòng nào.")
                << "</small>";
        buttons << button_link(import_address(upload.id, "confirm"), tr(request, "Xác nhận nhập"),
                               Look::Primary, "check-lg");
    } else {
        const auto choices = std::to_string(preview.open_choices);
        const auto errors = std::to_string(preview.errors);
        std::string left = tr(request, "Còn {} việc trước khi nhập: chọn {} đơn vị, sửa {} lỗi.",
                              {std::to_string(preview.errors + preview.open_choices), choices, errors});
        if (preview.errors == 0) left = tr(request, "Trước khi nhập còn phải chọn {} đơn vị.", {choices});
        if (preview.errors + preview.open_choices == 0)
            left = tr(request, "Không còn dòng nào để nhập.");
        else if (preview.open_choices == 0)
            left = tr(request, "Trước khi nhập còn phải sửa {} lỗi.", {errors});
        message << "<strong>" << left << "</strong><small id=\"vi-sao\">"
                << tr(request, "Chưa xác nhận được. Đơn vị đã chọn được giữ khi tải lên lại.") << "</small>";
    }
    if (problems)
        buttons << button_link(
            import_address(upload.id, "marked"), tr(request, "Tải tệp có đánh dấu lỗi"),
            preview.errors > 0 && preview.open_choices == 0 ? Look::Primary : Look::Outline, "download");
    buttons << button_link("#tai-lai", tr(request, "Tải lên lại"), Look::Outline, "upload");
    if (!preview.ready())
        buttons << submit(
            {.text = tr(request, "Xác nhận nhập"), .look = Look::Quiet, .disabled_because = "vi-sao"});
    return acts(message, buttons);
}

Html again_card(const Request& request, const app::ImportPreview& preview,
                std::span<const base::Error> refusals)
{
    Html discard;
    discard << hidden("version", std::to_string(preview.upload.version));
    Html body;
    body << upload_form(request, {}, preview.round.id, preview.upload.id, refusals)
         << button_form(request, import_address(preview.upload.id, "discard"),
                        {.text = tr(request, "Bỏ tệp này"), .look = Look::Quiet, .icon = "trash3"}, discard);
    return card({.title = tr(request, "Tải lên lại sau khi sửa"),
                 .note = tr(request, "tệp mới thay tệp này, các lựa chọn được giữ"),
                 .id = "tai-lai"},
                body);
}

}  // namespace

Html import_issues_card(const Request& request, const app::ImportPreview& preview)
{
    if (preview.sheet.issues.empty()) return {};
    Table table(tr(request, "Lỗi và cảnh báo"),
                {{tr(request, "Mức"), Align::Left, Phone::Plain},
                 {tr(request, "Ô"), Align::Left, Phone::Corner},
                 {tr(request, "Tìm thấy trong tệp"), Align::Left, Phone::Line},
                 {tr(request, "Vấn đề và cách sửa"), Align::Left, Phone::Block}});
    table.dense();
    if (preview.errors > 0) {
        table.group(Html::text(
            tr(request, "Lỗi · {} · phải sửa trong tệp rồi tải lên lại", {std::to_string(preview.errors)})));
        issue_rows(request, preview, Severity::Error, table);
    }
    if (preview.warnings > 0) {
        table.group(
            Html::text(tr(request, "Cảnh báo · {} · vẫn nhập được", {std::to_string(preview.warnings)})));
        issue_rows(request, preview, Severity::Warning, table);
    }
    return card({.title = tr(request, "Lỗi và cảnh báo"), .id = "loi", .padded = false}, table.html());
}

Html import_reading_card(const Request& request, const app::ImportPreview& preview)
{
    Table table(tr(request, "Các cột của tệp"),
                {{tr(request, "Cột"), Align::Left, Phone::Corner},
                 {tr(request, "Tiêu đề trong tệp"), Align::Left, Phone::Title},
                 {tr(request, "Hiểu là"), Align::Left},
                 {tr(request, "Cách viết số"), Align::Left}});
    table.dense();
    std::string sheet;
    for (const auto& column : preview.sheet.columns) {
        if (column.sheet != sheet) table.group(Html::text(column.sheet));
        sheet = column.sheet;
        table.row({Cell(column.letter), Cell(column.heading), Cell(tr(request, column.reading)),
                   column.decimals.empty() ? Cell(dash()) : Cell(tr(request, column.decimals))},
                  column.role == domain::ColumnRole::Unused ? RowKind::Omitted : RowKind::Plain);
    }
    Html body;
    if (preview.sheet.encoding && preview.upload.state == UploadState::Preview) {
        std::vector<Option> options = {{"", tr(request, "Tự nhận ({})", {preview.recognised_encoding}), ""}};
        for (const auto& encoding : intake::encodings())
            options.push_back({encoding, encoding, ""});
        Html fields;
        fields << hidden("version", std::to_string(preview.upload.version))
               << field_row({select({.name = "encoding",
                                     .label = tr(request, "Bảng mã chữ Việt"),
                                     .value = preview.upload.encoding,
                                     .hint = tr(request, "Đổi khi chữ có dấu hiện sai.")},
                                    options)})
               << submit(tr(request, "Đọc lại"), Look::Outline);
        body << "<div class=\"bd\">" << form(request, import_address(preview.upload.id, "choices"), fields)
             << "</div>";
    }
    if (!table.empty()) body << table.html();
    auto note = separator_in_words(request, preview.sheet);
    note += (note.empty() ? "" : " · ") + tr(request, "SHA-256 {}", {short_hash(preview.upload.sha256)});
    return card({.title = tr(request, "Cách hiểu tệp"), .note = note, .id = "hieu", .padded = false}, body);
}

Html import_preview_content(const Request& request, const app::ImportPreview& preview,
                            std::span<const base::Error> refusals)
{
    Html html;
    html << error_summary(request, refusals);
    html << notice(
        Tone::Neutral,
        tr(request,
           "Chưa lưu gì vào hệ thống. Đây là bản đọc thử; số liệu chỉ được lưu khi bấm “Xác nhận nhập”, "
           "và lưu toàn bộ hoặc không lưu dòng nào."));
    html << seen_before(request, preview) << summary(request, preview) << unit_choices_card(request, preview)
         << import_issues_card(request, preview) << import_rows_card(request, preview)
         << acts_bar(request, preview) << import_reading_card(request, preview)
         << again_card(request, preview, refusals);
    return html;
}

Html import_check_content(const Request& request, const app::ImportPreview& preview)
{
    std::vector<std::string> added;
    for (std::size_t g = 0; g < preview.units.size(); ++g)
        for (const auto& reading : preview.units[g])
            if (reading.choice.kind == app::UnitChoice::Kind::Add) added.push_back(reading.choice.name);
    CheckPage check;
    check.question = tr(request, "Nhập {} đơn vị vào “{}”?",
                        {std::to_string(preview.rows - preview.rows_left_out), preview.round.title});
    check.answers = {{tr(request, "Tệp"), Html::text(preview.upload.file_name)},
                     {tr(request, "Nhóm"), Html::text(groups_in_words(request, preview))},
                     {tr(request, "Cảnh báo được chấp nhận"), Html::text(std::to_string(preview.warnings))}};
    if (preview.rows_left_out > 0)
        check.answers.emplace_back(tr(request, "Dòng bỏ qua theo lựa chọn"),
                                   Html::text(std::to_string(preview.rows_left_out)));
    if (!added.empty())
        check.answers.emplace_back(tr(request, "Đơn vị mới được thêm"), Html::text(base::join(added, ", ")));
    check.consequence = tr(request, "Số liệu đã nhập không sửa được; muốn thay thì nhập tệp khác. Xếp hạng "
                                    "chỉ công khai sau bước công bố.");
    check.action = import_address(preview.upload.id, "confirm");
    check.fields << hidden("version", std::to_string(preview.upload.version));
    check.button = {.text = tr(request, "Xác nhận nhập"), .icon = "check-lg"};
    check.back = import_address(preview.upload.id);
    return check_page(request, check);
}

}  // namespace web
