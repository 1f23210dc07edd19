// Certificates of merit, one page each, all of a decision in one PDF (fonts are embedded once) with a bookmark per
// recipient. Page and field positions are data in millimetres: size and border are not fixed by a text we have seen.
#pragma once

#include "documents/paper.h"

namespace documents {

struct Certificate {
    std::string recipient;  // "Bà Nguyễn Thị An" on one line, or a collective's name
    bool person = true;
    std::string post_unit;  // "Trưởng phòng, Sở Nội vụ", or the collective's parent body; may be empty
    std::string achievement;  // "Đã có thành tích …"
    int golden_book = 0;      // ordinal of the recipient in the decision
};

// What all certificates of one decision share.
struct CertificateBatch {
    std::string authority;       // "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP"
    std::string verb = "TẶNG";   // "TẶNG DANH HIỆU" for a title
    std::string object;          // "BẰNG KHEN"
    std::string decision;        // "Quyết định số 05/QĐ-UBND-HC, ngày 30 tháng 3 năm 2022"
    std::string place_and_date;  // "Đồng Tháp, ngày 30 tháng 3 năm 2022"
    SignatureBlock signature;
    std::string footer;  // small, inside the frame; empty: none
    bool draft = false;
    std::vector<Certificate> certificates;
};

// A box in millimetres from the top left of the sheet; text is centred in it and shrinks from `size` to `floor` points.
struct CertificateField {
    double x = 0, y = 0, width = 0, height = 0;
    double size = 0, floor = 0;
    double pitch = 0;       // between lines at the full size; 0: the font's own
    bool from_top = false;  // one line stands where the first of two would
};

// A3 landscape, as print_notes lays it out.
struct CertificateLayout {
    double width = 420, height = 297;
    CertificateField object{37, 114.5, 346, 32, 58, 24};
    CertificateField recipient{37, 143.2, 346, 20, 44, 30};
    CertificateField collective{37, 143.2, 346, 20, 25, 20, 9.7};
    CertificateField post{37, 164.4, 346, 10.6, 20, 16};
    CertificateField achievement{37, 176.6, 346, 20.6, 20, 16, 9, true};
    CertificateField date{235, 200.5, 150, 9, 18, 14};
    CertificateField title{235, 210, 150, 8, 20, 14};
    CertificateField name{235, 250.8, 150, 8.6, 21, 16};
    CertificateField decision{64, 240.8, 136, 7.5, 15, 12};
    CertificateField golden_book{64, 248.9, 136, 7.5, 15, 12};
};

// Invalid when a text does not fit its field at the floor size; the message names the recipient.
[[nodiscard]] base::Result<std::string> certificates_pdf(const CertificateBatch& batch,
                                                         const CertificateLayout& layout = {});

}  // namespace documents
