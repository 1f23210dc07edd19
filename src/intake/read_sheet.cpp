#include "intake/read_sheet.h"

#include "base/text.h"
#include "intake/content_type.h"
#include "intake/csv_reader.h"
#include "intake/refusal.h"
#include "intake/text_encoding.h"
#include "intake/xlsx_reader.h"

#include <algorithm>

namespace intake {
namespace {

constexpr std::size_t most_kept_cells = 1'000'000;
constexpr std::size_t sample_size = 64 * 1024;

bool ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Keeps the streamed cells.
class GridBuilder final : public CellSink {
public:
    domain::Grid grid;

    void sheet(std::string_view name, bool hidden) override
    {
        auto& sheet = grid.sheets.emplace_back();
        sheet.name = base::nfc(name).value_or(std::string(name));
        sheet.hidden = hidden;
    }
    bool row(int number, std::span<const domain::GridCell> cells) override
    {
        kept_ += cells.size();
        if (kept_ > most_kept_cells) return false;
        auto& row = grid.sheets.back().rows.emplace_back();
        row.row = number;
        row.cells.assign(cells.begin(), cells.end());
        for (auto& cell : row.cells)
            if (!ascii(cell.text)) cell.text = base::nfc(cell.text).value_or(cell.text);
        return true;
    }
    void merged(const domain::MergedCells& range) override { grid.sheets.back().merged.push_back(range); }

    // Rows and cells as a reader expects them, whatever order the file had.
    void put_in_order()
    {
        for (auto& sheet : grid.sheets) {
            std::stable_sort(sheet.rows.begin(), sheet.rows.end(),
                             [](const auto& a, const auto& b) { return a.row < b.row; });
            for (auto& row : sheet.rows)
                std::stable_sort(row.cells.begin(), row.cells.end(),
                                 [](const auto& a, const auto& b) { return a.column < b.column; });
        }
    }

private:
    std::size_t kept_ = 0;
};

// Texts typed in old ABC fonts come as Latin letters; one decision serves the workbook, since single words often do
// not tell.
void repair_abc_letters(domain::Grid& grid)
{
    std::string sample;
    for (const auto& sheet : grid.sheets)
        for (const auto& row : sheet.rows)
            for (const auto& cell : row.cells)
                if (cell.kind == domain::CellKind::Text && !ascii(cell.text) && sample.size() < sample_size)
                    sample += cell.text + "\n";
    if (!looks_like_abc(sample)) return;
    grid.encoding = "TCVN3";
    for (auto& sheet : grid.sheets)
        for (auto& row : sheet.rows)
            for (auto& cell : row.cells)
                if (cell.kind == domain::CellKind::Text && !ascii(cell.text)) {
                    cell.raw = cell.text;
                    cell.text = from_abc_letters(cell.text);
                }
}

base::Result<domain::Grid> xlsx_grid(std::string_view bytes)
{
    GridBuilder builder;
    if (const auto done = read_xlsx(bytes, builder); !done) return done.error();
    builder.put_in_order();
    repair_abc_letters(builder.grid);
    return std::move(builder.grid);
}

base::Result<domain::Grid> csv_grid(std::string_view bytes, const std::string& forced)
{
    const auto encoding = forced.empty() ? recognised_encoding(bytes) : forced;
    const auto text = decoded(bytes, encoding);
    if (!text)
        return base::invalid(
            base::Message(
                "Tệp không đọc được theo bảng mã {}. Hãy chọn bảng mã khác, hoặc lưu tệp thành .xlsx "
                "rồi tải lên.",
                {encoding}),
            "encoding");
    auto grid = read_csv(*text);
    if (grid) grid->encoding = encoding;
    return grid;
}

}  // namespace

base::Result<domain::Grid> read_grid(std::string_view bytes, std::string_view, const ReadOptions& options)
{
    const auto type = content_type(bytes);
    if (!type) return type.error();
    return *type == ContentType::Xlsx ? xlsx_grid(bytes) : csv_grid(bytes, options.encoding);
}

base::Result<domain::ResultSheet> read_sheet(std::string_view bytes, std::string_view file_name,
                                             const ReadOptions& options)
{
    const auto grid = read_grid(bytes, file_name, options);
    if (!grid) return grid.error();
    return understand(*grid);
}

}  // namespace intake
