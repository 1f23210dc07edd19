// What the words of a row say when it is no plain unit row: totals, notes, signatures, group headings.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace intake {

// "Tổng cộng", "Trung bình", "Cao nhất", "Mean", ...
[[nodiscard]] bool summary_words(std::string_view text);
// "Điểm tối đa", "Thang điểm", …: the row of every column's maximum.
[[nodiscard]] bool maximum_words(std::string_view text);
// "Ghi chú: …", "* …", "Đơn vị tính: …", or a sentence too long for a name.
[[nodiscard]] bool note_words(std::string_view text);
// "Người lập bảng", "TM. ỦY BAN NHÂN DÂN", "KT. GIÁM ĐỐC", "…, ngày 30 tháng 3 năm 2022", "(Đã ký)".
[[nodiscard]] bool signature_words(std::string_view text);
// Begins like the name of one unit: "Sở …", "Huyện …", "UBND thành phố …".
[[nodiscard]] bool unit_words(std::string_view text);
// Begins like the name of many: "Các sở …", "UBND cấp huyện", "Khối …".
[[nodiscard]] bool group_words(std::string_view text);

// "I", "IV.", "B": the numeral of a group that stands in a cell of its own.
[[nodiscard]] bool group_numeral(std::string_view text);
// "I. Các sở, ban, ngành" -> "Các sở, ban, ngành"; nothing when the text has no numeral. `roman` tells the kind.
struct Numbered {
    std::string rest;
    bool roman = false;
};
[[nodiscard]] std::optional<Numbered> without_numeral(std::string_view text);

// "(1)" -> 1, "B" -> 2, "(3)=(2)/(1)" -> 3: one cell of a row that numbers the columns; 0 for anything else.
[[nodiscard]] int column_number(std::string_view text);

// "Không xếp hạng": assessed, but outside the ranking.
[[nodiscard]] bool says_unranked(std::string_view text);
// A word like "tot"; not "1-2", "last", "cuoi bang" or "khong xep hang". `folded` is folded text.
[[nodiscard]] bool band_like(std::string_view folded);

}  // namespace intake
