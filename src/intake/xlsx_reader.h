// Streams the cells of an .xlsx workbook: memory stays bounded by the shared strings, whatever the number of rows.
// Accepts what Excel, LibreOffice and the usual libraries write (inline and shared strings, missing references, stored
// formula results, hidden sheets); formulas are never computed.
//
// Limits: 200,000 rows, 512 columns, 5 million cells, 32,767 bytes a text, and those of Archive. A cell with content
// outside them is refused; empty formatted cells there are passed over.
#pragma once

#include "base/result.h"
#include "domain/grid.h"

#include <span>
#include <string_view>

namespace intake {

class CellSink {
public:
    virtual ~CellSink() = default;
    // A sheet begins; a hidden one and one without cells get no rows.
    virtual void sheet(std::string_view name, bool hidden) = 0;
    // Only cells with content, in the file's order; the span is reused for the next row. False stops with a refusal for size.
    [[nodiscard]] virtual bool row(int number, std::span<const domain::GridCell> cells) = 0;
    virtual void merged(const domain::MergedCells& range) = 0;
};

[[nodiscard]] base::Result<void> read_xlsx(std::string_view bytes, CellSink& sink);

}  // namespace intake
