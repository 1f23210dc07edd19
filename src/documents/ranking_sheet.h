// The ranking as a handout for the conference (A4, not an official document) and as a workbook.
#pragma once

#include "base/decimal.h"
#include "documents/paper.h"

#include <optional>

namespace documents {

struct RankingRow {
    std::optional<int> place;  // none: assessed but not ranked
    std::string unit;
    base::Decimal index;
    std::string band;
    std::optional<base::Decimal> change;
    std::optional<int> previous_place;
    bool highlighted = false;   // the first places, tinted
    bool illustrative = false;  // a made-up value of the sample: printed with "*"
};

struct RankingFigure {    // one of at most four figures above the table
    std::string figure;   // "16/17"
    std::string caption;  // "đơn vị đạt loại Tốt (từ 80 điểm)"
};

struct RankingGroup {
    std::string name;      // "Khối sở, cơ quan ngang sở"
    std::string subtitle;  // "17 đơn vị, thang điểm 100"
    std::vector<RankingFigure> figures;
    std::optional<base::Decimal> mark;  // a line across the bars: the lower bound of a band
    std::string mark_label;             // "Tốt từ 80"
    std::optional<base::Decimal> mean;
    std::optional<base::Decimal> mean_change;
    std::vector<RankingRow> rows;
};

struct RankingSheet {
    std::string agency;    // "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP"
    std::string office;    // "Sở Nội vụ"
    std::string occasion;  // "Hội nghị công bố …"; may be empty
    std::string day;       // "Ngày 30 tháng 3 năm 2022"; may be empty
    std::string title;     // "Xếp hạng Chỉ số cải cách hành chính năm 2021"
    int year = 0;
    int decimals = 2;
    std::vector<RankingGroup> groups;  // each begins a page
    std::string note;                  // "Cách đọc. …"; may be empty
};

[[nodiscard]] base::Result<std::string> ranking_pdf(const RankingSheet& sheet);
[[nodiscard]] base::Result<std::string> ranking_xlsx(const RankingSheet& sheet);

}  // namespace documents
