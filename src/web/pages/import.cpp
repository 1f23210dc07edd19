#include "web/pages/import.h"

#include "web/components.h"
#include "web/forms.h"
#include "web/table.h"
#include "web/texts.h"

#include <algorithm>

namespace web {
namespace {

using app::Upload;
using app::UploadState;
using base::Html;

Html state_of(const Request& request, UploadState state_now)
{
    switch (state_now) {
    case UploadState::Stored:
        return tag(Tone::Ok, tr(request, "Đã nhập"));
    case UploadState::Discarded:
        return tag(Tone::Neutral, tr(request, "Đã bỏ"));
    case UploadState::Preview:
        break;
    }
    return tag(Tone::Ask, tr(request, "Đang xem trước"));
}

Html decided(const Request& request, const Upload& upload)
{
    Html html;
    if (!upload.decided_at) return dash();
    html << upload.decided_by_name << " " << muted(upload.decided_at->vietnamese());
    if (upload.state == UploadState::Stored && upload.warnings > 0)
        html << " " << muted(tr(request, "· {} cảnh báo được chấp nhận", {std::to_string(upload.warnings)}));
    return html;
}

Html files_of(const Request& request, const Upload& upload)
{
    if (upload.state == UploadState::Discarded) return muted(tr(request, "tệp đã xóa"));
    return download(import_address(upload.id, "original"), tr(request, "Tệp gốc"), "");
}

Html history(const Request& request, const app::RoundUploads& round)
{
    if (round.uploads.empty())
        return empty_state(
            tr(request, "Chưa có tệp nào trong đợt này"),
            tr(request, "Chọn bảng kết quả ở trên để bắt đầu. Chưa lưu gì cho đến khi bạn xác nhận."));
    Table table(tr(request, "Lịch sử nhập"), {{tr(request, "Tệp"), Align::Left, Phone::Title},
                                              {tr(request, "Trạng thái"), Align::Left, Phone::Corner},
                                              {tr(request, "Tải lên"), Align::Left},
                                              {tr(request, "Xử lý"), Align::Left},
                                              {tr(request, "Số dòng"), Align::Right},
                                              {tr(request, "Tải về"), Align::Left}});
    for (const auto& upload : round.uploads) {
        Html name;
        if (upload.state == UploadState::Discarded)
            name << upload.file_name;
        else
            name << link(import_address(upload.id), upload.file_name);
        name << " " << muted(file_size(upload.size));
        Html came;
        came << upload.uploaded_by_name << " " << muted(upload.uploaded_at.vietnamese());
        table.row({name, state_of(request, upload.state), came, decided(request, upload),
                   upload.state == UploadState::Stored ? Cell(std::to_string(upload.rows)) : Cell(dash()),
                   files_of(request, upload)},
                  upload.state == UploadState::Discarded ? RowKind::Omitted : RowKind::Plain);
    }
    return table.html();
}

const app::RoundUploads* shown_round(const std::vector<app::RoundUploads>& rounds,
                                     std::optional<domain::RoundId> chosen)
{
    for (const auto& round : rounds)
        if (chosen && round.round.id == *chosen) return &round;
    for (const auto& round : rounds)
        if (round.round.open) return &round;
    return rounds.empty() ? nullptr : &rounds.front();
}

}  // namespace

std::string import_address(domain::UploadId id, std::string_view step)
{
    return "/imports/" + id.text() + (step.empty() ? "" : "/" + std::string(step));
}

std::string file_size(std::int64_t bytes)
{
    if (bytes < 1024) return std::to_string(bytes) + " B";
    if (bytes < 1024 * 1024) return std::to_string((bytes + 512) / 1024) + " KB";
    return base::Decimal::quotient(base::Decimal(bytes), base::Decimal(1024 * 1024), 0, 1).vietnamese(1) +
           " MB";
}

std::string short_hash(const std::string& sha256)
{
    if (sha256.size() < 16) return sha256;
    return sha256.substr(0, 4) + " " + sha256.substr(4, 4) + " … " + sha256.substr(sha256.size() - 4);
}

Html upload_form(const Request& request, const std::vector<domain::Round>& rounds, domain::RoundId chosen,
                 std::optional<domain::UploadId> replaces, std::span<const base::Error> refusals)
{
    Html fields;
    if (replaces) {
        fields << hidden("replaces", replaces->text()) << hidden("round", chosen.text());
    } else {
        std::vector<Option> options;
        for (const auto& round : rounds)
            if (round.open) options.push_back({round.id.text(), round.title, ""});
        fields << select({.name = "round",
                          .label = tr(request, "Đợt khen thưởng"),
                          .value = chosen.text(),
                          .required = true},
                         options);
    }
    fields << input(
        {.name = "file",
         .label = tr(request, "Bảng kết quả"),
         .hint =
             tr(request,
                "Tệp .xlsx hoặc .csv, tối đa 20 MB. Bố cục nào cũng được, miễn có cột đơn vị và cột điểm."),
         .error = error_of(request, refusals, "file"),
         .required = true,
         .type = "file",
         .accept = ".xlsx,.csv,.txt"});
    fields << submit({.text = tr(request, "Tải lên và xem trước"),
                      .look = replaces ? Look::Outline : Look::Primary,
                      .icon = "upload"});
    return form(request, "/imports", fields, {.files = true});
}

Html imports_content(const Request& request, const std::vector<app::RoundUploads>& rounds,
                     std::optional<domain::RoundId> chosen, std::span<const base::Error> refusals)
{
    Html html;
    html << error_summary(request, refusals);
    const auto* shown = shown_round(rounds, chosen);
    if (!shown) {
        Html action;
        if (request.may(rights::Permission::ManageUnits))
            action << button_link("/rounds", tr(request, "Mở đợt khen thưởng"), Look::Primary);
        html << empty_state(
            tr(request, "Chưa có đợt khen thưởng nào"),
            tr(request, "Mỗi bảng kết quả thuộc về một đợt. Hãy mở đợt trước rồi quay lại đây."), action);
        return html;
    }
    std::vector<domain::Round> all;
    std::vector<View> views;
    for (const auto& round : rounds) {
        all.push_back(round.round);
        views.push_back({round.round.title, "/imports?round=" + round.round.id.text(), &round == shown});
    }
    if (shown->round.open)
        html << card({.title = tr(request, "Tải lên bảng kết quả")},
                     upload_form(request, all, shown->round.id, {}, refusals));
    else
        html << notice(Tone::Neutral, tr(request, "Đợt này đã khép lại nên không nhập thêm được."));
    Card frame{.title = tr(request, "Lịch sử nhập"), .padded = false};
    if (views.size() > 1)
        frame.right = view_switch(tr(request, "Chọn đợt"), views);
    else
        frame.note = shown->round.title;
    html << card(frame, history(request, *shown));
    return html;
}

PageFrame import_frame(const Request& request, const app::ImportPreview& preview)
{
    const auto& upload = preview.upload;
    PageFrame frame{.title = tr(request, "Kiểm tra số liệu trước khi nhập"), .menu = "/imports"};
    frame.crumbs = {{tr(request, "Nhập kết quả"), "/imports"},
                    {preview.round.title, "/imports?round=" + preview.round.id.text()}};
    frame.provenance << tr(
        request, "Tệp {} ({}) · {} tải lên lúc {}",
        {upload.file_name, file_size(upload.size), upload.uploaded_by_name, upload.uploaded_at.vietnamese()});
    frame.actions << steps(request,
                           {tr(request, "Tải tệp"), tr(request, "Kiểm tra"), tr(request, "Xác nhận")}, 1);
    return frame;
}

namespace {

// Where the stored rows are by now: to be published, published, or waiting to correct what was published from another file.
Html after_storing(const Request& request, const app::StoredUpload& stored)
{
    const auto& upload = stored.upload;
    const auto units = std::to_string(upload.rows);
    const auto& published = stored.published;
    if (published && published->upload == upload.id)
        return next_step(
            request, tr(request, "Số liệu này đã được công bố"),
            tr(request, "{} đơn vị, quyết định {} ngày {}.",
               {units, published->decision_number, published->decision_date.vietnamese()}),
            button_link("/rankings/" + published->id.text(), tr(request, "Mở bảng xếp hạng"), Look::Primary));
    Html next;
    if (request.may(rights::Permission::PublishRanking))
        next << button_link("/rounds/" + upload.round.text() + "/ranking", tr(request, "Xem trước xếp hạng"),
                            Look::Primary);
    return next_step(
        request, tr(request, "Số liệu đã được nhập"),
        published
            ? tr(request, "Đã lưu {} đơn vị. Đợt đã công bố theo tệp khác; công bố tệp này là đính chính.",
                 {units})
            : tr(request, "Đã lưu {} đơn vị. Bước tiếp theo là xem trước xếp hạng và công bố.", {units}),
        next);
}

// One column of the sheet, its values written alike: 88,60 below 90,94.
class NumberColumn {
public:
    using Value = std::optional<domain::SheetValue> domain::SheetRow::*;

    NumberColumn(const domain::ResultSheet& sheet, Value value) : value_(value)
    {
        for (const auto& group : sheet.groups)
            for (const auto& row : group.rows)
                if (row.*value) decimals_ = std::max(decimals_, (row.*value)->value.scale());
    }

    Cell cell(const domain::SheetRow& row) const
    {
        return row.*value_ ? Cell((row.*value_)->value.vietnamese(decimals_)) : Cell(dash());
    }

private:
    Value value_;
    int decimals_ = 0;
};

}  // namespace

Html stored_upload_content(const Request& request, const app::StoredUpload& stored)
{
    const auto& upload = stored.upload;
    Html html;
    html << after_storing(request, stored);
    Html came;
    came << upload.uploaded_by_name << " " << muted(upload.uploaded_at.vietnamese());
    html << card({.padded = false}, fact_row({{tr(request, "Xác nhận"), decided(request, upload)},
                                              {tr(request, "Tải lên"), came},
                                              {"SHA-256", Html::text(short_hash(upload.sha256))},
                                              {tr(request, "Tải về"), files_of(request, upload)}}));
    Table table(tr(request, "Số liệu đã nhập"), {{tr(request, "Dòng"), Align::Left, Phone::Corner},
                                                 {tr(request, "Đơn vị"), Align::Left, Phone::Title},
                                                 {tr(request, "Điểm đạt được"), Align::Right},
                                                 {tr(request, "Tối đa"), Align::Right},
                                                 {tr(request, "Tỷ lệ %"), Align::Right},
                                                 {tr(request, "Hạng ghi"), Align::Right},
                                                 {tr(request, "Xếp loại"), Align::Left}});
    const auto& sheet = stored.stored.sheet;
    const NumberColumn points(sheet, &domain::SheetRow::points), maximum(sheet, &domain::SheetRow::maximum),
        percent(sheet, &domain::SheetRow::percent);
    for (const auto& group : sheet.groups) {
        table.group(Html::text(group.name.empty() ? tr(request, "Không chia nhóm") : group.name));
        for (const auto& row : group.rows)
            table.row({Cell(std::to_string(row.row)), Cell(row.unit), points.cell(row), maximum.cell(row),
                       percent.cell(row), row.place.empty() ? Cell(dash()) : Cell(row.place),
                       Cell(row.band)});
    }
    html << card({.title = tr(request, "Số liệu đã nhập"), .padded = false}, table.dense().html());
    return html;
}

}  // namespace web
