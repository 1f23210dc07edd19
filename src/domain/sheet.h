// A result sheet as intake understood it: rows by peer group, what was skipped and why, and every problem with its
// address. Row numbers are the sheet's own, from 1; columns are its letters.
#pragma once

#include "base/decimal.h"
#include "base/message.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace domain {

enum class Severity { Error, Warning };  // an error blocks storing, a warning does not

struct SheetIssue {
    Severity severity = Severity::Error;
    std::string sheet;      // empty for CSV
    int row = 0;            // 0: the whole sheet
    std::string column;     // "C"; empty: the whole row
    std::string found;      // the text as it stands in the cell
    base::Message message;  // what is wrong and how to mend it

    friend bool operator==(const SheetIssue&, const SheetIssue&) = default;
};

// One value with the cell it came from, for evidence: "F8".
struct SheetValue {
    base::Decimal value;
    std::string raw;     // the cell's text before any reading
    std::string column;  // letter
};

struct SheetRow {
    std::string sheet;
    int row = 0;
    std::string unit;  // as written, tidied, NFC
    std::string unit_column;
    std::string code;  // the unit's code, when the sheet has such a column
    std::string key;   // who the unit is across years, once it was matched; empty: its folded name says so
    std::optional<SheetValue> points;
    std::optional<SheetValue> maximum;
    std::optional<SheetValue> percent;
    std::optional<SheetValue> bonus;
    std::optional<SheetValue> penalty;
    std::string place;  // as printed: "1", "1-2", "last"; empty when the sheet has none
    std::string place_column;
    bool unranked =
        false;  // the sheet says "không xếp hạng": assessed, but outside the ranking; may lack a score
    std::string band;  // as printed
    std::string band_column;
    std::vector<std::pair<std::string, SheetValue>> parts;  // heading and value, in sheet order
    std::string note;  // of the column "Ghi chú", as written; one with "minh họa" marks a made-up value
};

struct SheetGroup {
    std::string sheet;
    std::string name;     // without its numeral: "Các sở"; empty when the sheet has no group heading
    int heading_row = 0;  // where the name stands; 0: it has no row of its own
    std::vector<SheetRow> rows;
};

struct SkippedRow {
    std::string sheet;
    int row = 0;
    base::Message reason;
    std::string text;  // what stood there, for the preview
};

enum class ColumnRole {
    Ordinal,
    Unit,
    Code,
    Group,
    Points,
    Maximum,
    Percent,
    Bonus,
    Penalty,
    BonusOrPenalty,  // one column for both: below zero is a penalty
    Place,
    Band,
    Part,
    Note,    // "Ghi chú": kept as text
    Unused,  // understood as something the ranking does not need, or not understood
};

// How one column was read: shown above the preview so that the officer can object.
struct ColumnReading {
    std::string sheet;
    std::string letter;
    std::string heading;  // merged headings joined by " / "
    ColumnRole role = ColumnRole::Unused;
    base::Message reading;   // "Điểm đạt được", "Không dùng: ghi chú, nguồn"
    base::Message decimals;  // "dấu phẩy thập phân"; empty for columns without written numbers
};

struct ResultSheet {
    std::optional<std::string> encoding;  // of a CSV file: "UTF-8", "windows-1258", "TCVN3", ...
    std::string separator;                // of a CSV file: ",", ";" or a tab
    std::vector<ColumnReading> columns;
    std::vector<SheetGroup> groups;
    std::vector<SkippedRow> skipped;
    std::vector<SheetIssue> issues;

    [[nodiscard]] bool blocked() const
    {
        for (const auto& issue : issues)
            if (issue.severity == Severity::Error) return true;
        return false;
    }
};

}  // namespace domain
