// The list that goes with a decision (Danh sách kèm theo Quyết định): own page numbers in the top margin, header
// repeated, no row split, total in figures and words, signature kept with at least two rows.
// Columns: STT; họ tên (Ông/Bà) hoặc tập thể; chức vụ, đơn vị; thành tích; hình thức; tiền thưởng; ghi chú.
#pragma once

#include "documents/paper.h"

#include <cstdint>

namespace documents {

struct AwardListRow {
    std::string name;  // "Bà Nguyễn Thị An", "Sở Nội vụ"
    std::string post;  // "Chuyên viên"; empty for a collective
    std::string unit;  // the unit, or a collective's parent body
    std::string achievement;
    std::string form;  // "Bằng khen"
    std::int64_t money = 0;
    std::string note;
};

struct AwardListGroup {
    std::string mark;     // "A"
    std::string heading;  // "TẬP THỂ (04 tập thể)"
    std::vector<AwardListRow> rows;

    [[nodiscard]] std::int64_t subtotal() const;
};

struct AwardList {
    std::vector<std::string> subject;   // lines under DANH SÁCH
    std::vector<std::string> attached;  // "(Kèm theo Quyết định số …", "của …)"
    std::vector<AwardListGroup> groups;
    std::string total_heading;  // "TỔNG CỘNG (04 tập thể, 29 cá nhân)"
    std::string footer;         // 9 pt at the foot of each page; empty: none
    SignatureBlock signature;
    bool draft = false;

    [[nodiscard]] std::int64_t total() const;
    [[nodiscard]] std::string total_in_words() const;  // "Năm mươi lăm triệu … nghìn đồng"
};

// A word wider than its column or a row higher than a page is an error that names it, never a clipped cell.
[[nodiscard]] base::Result<std::string> award_list_pdf(const AwardList& list);
[[nodiscard]] base::Result<std::string> award_list_docx(const AwardList& list);
// Texts are written as texts, never as formulas; the total is a formula with its value.
[[nodiscard]] base::Result<std::string> award_list_xlsx(const AwardList& list);

}  // namespace documents
