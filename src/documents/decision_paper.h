// The award decision (Quyết định, form 1.2 of Decree 30/2020): A4, margins 20/17/20/30 mm, grounds, articles,
// recipients and signature. One decision is one paper; a second page repeats nothing but its page number.
#pragma once

#include "documents/paper.h"

namespace documents {

struct DecisionPaper {
    std::vector<std::string>
        agency;          // "ỦY BAN NHÂN DÂN", "TỈNH ĐỒNG THÁP": the UBND even when its head decides
    std::string number;  // "05/QĐ-UBND-HC"; before numbering "…/QĐ-UBND-HC"
    std::string place_and_date;        // "Đồng Tháp, ngày 30 tháng 3 năm 2022"
    std::vector<std::string> subject;  // trích yếu, broken into its lines
    std::string authority;             // "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP"
    std::vector<std::string>
        grounds;  // without closing marks: the paper ends each with ";", the last with "."
    std::vector<std::string> articles;    // without "Điều n." and without the closing "./."
    std::vector<std::string> recipients;  // without dash and ";": "Như Điều 4", …, "Lưu: VT, SNV"
    SignatureBlock signature;
    std::string footer;  // 9 pt at the foot of each page; empty: none
    bool draft = false;  // prints "DỰ THẢO" until the decision is issued
};

[[nodiscard]] base::Result<std::string> decision_pdf(const DecisionPaper& paper);
[[nodiscard]] base::Result<std::string> decision_docx(const DecisionPaper& paper);

}  // namespace documents
