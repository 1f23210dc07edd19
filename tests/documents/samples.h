// Papers of the sample province; people and numbers are invented ("Mẫu").
#pragma once

#include "documents/award_list.h"
#include "documents/certificate.h"
#include "documents/decision_paper.h"
#include "documents/ranking_sheet.h"

namespace samples {

inline documents::SignatureBlock chair()
{
    return {{"CHỦ TỊCH"}, "Trần Mẫu Thưởng"};
}

inline documents::DecisionPaper decision()
{
    documents::DecisionPaper paper;
    paper.agency = {"ỦY BAN NHÂN DÂN", "TỈNH ĐỒNG THÁP"};
    paper.number = "05/QĐ-UBND-HC";
    paper.place_and_date = "Đồng Tháp, ngày 30 tháng 3 năm 2022";
    paper.subject = {"Về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
                     "về thành tích thực hiện công tác cải cách hành chính năm 2021"};
    paper.authority = "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP";
    paper.grounds = {
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số "
        "điều của "
        "Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019",
        "Căn cứ Luật Thi đua, Khen thưởng ngày 26 tháng 11 năm 2003 và các luật sửa đổi, bổ sung một số điều "
        "của Luật "
        "Thi đua, Khen thưởng",
        "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết thi hành "
        "một số "
        "điều của Luật Thi đua, Khen thưởng",
        "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV ngày 25 tháng 3 năm 2022",
    };
    paper.articles = {
        "Tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho 04 tập thể và 29 cá nhân đã có thành tích xuất "
        "sắc trong "
        "thực hiện công tác cải cách hành chính năm 2021 (có Danh sách kèm theo).",
        "Tiền thưởng kèm theo Bằng khen: mỗi tập thể 2.980.000 đồng, mỗi cá nhân 1.490.000 đồng; tổng số "
        "tiền "
        "55.130.000 đồng (Năm mươi lăm triệu một trăm ba mươi nghìn đồng), chi từ Quỹ thi đua, khen thưởng "
        "của tỉnh.",
        "Quyết định này có hiệu lực kể từ ngày ký.",
        "Chánh Văn phòng Ủy ban nhân dân tỉnh; Giám đốc Sở Nội vụ; Giám đốc Sở Tài chính; Thủ trưởng các cơ "
        "quan, đơn "
        "vị liên quan và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này",
    };
    paper.recipients = {"Như Điều 4", "TT Tỉnh ủy, TT HĐND tỉnh", "Chủ tịch, các PCT UBND tỉnh",
                        "Kho bạc Nhà nước tỉnh", "Lưu: VT, SNV (Ban TĐKT)"};
    paper.signature = chair();
    return paper;
}

inline documents::AwardList list(std::size_t people = 29)
{
    static const char* names[] = {"Bà Nguyễn Mẫu An",    "Bà Hồ Thị Mẫu Hằng",   "Ông Tô Mẫu Nghĩa",
                                  "Bà Hà Mẫu Thủy",      "Bà Nguyễn Đỗ Mẫu Ngữ", "Bà Phạm Thị Mẫu Ánh",
                                  "Ông Nguyễn Mẫu Lĩnh", "Bà Trương Mẫu Mỹ"};
    static const char* posts[] = {"Chuyên viên", "Trưởng phòng", "Phó Giám đốc", "Chánh Văn phòng"};
    static const char* units[] = {"Sở Kế hoạch và Đầu tư", "Sở Khoa học và Công nghệ",
                                  "Ủy ban nhân dân huyện Châu Thành",
                                  "Sở Nông nghiệp và Phát triển nông thôn"};
    documents::AwardList list;
    list.subject = {"Tập thể, cá nhân được tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
                    "đã có thành tích xuất sắc trong thực hiện công tác cải cách hành chính năm 2021"};
    list.attached = {"(Kèm theo Quyết định số 05/QĐ-UBND-HC ngày 30 tháng 3 năm 2022",
                     "của Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp)"};
    list.groups.push_back({"A",
                           "TẬP THỂ (04 tập thể)",
                           {{"Sở Kế hoạch và Đầu tư", "", "Tỉnh Đồng Tháp", "Dẫn đầu khối sở về Chỉ số CCHC",
                             "Bằng khen", 2'980'000, ""},
                            {"Phòng Cải cách hành chính", "", "Sở Nội vụ",
                             "Tham mưu và thẩm định Chỉ số CCHC", "Bằng khen", 2'980'000, ""},
                            {"Bộ phận Tiếp nhận và Trả kết quả giải quyết thủ tục hành chính tại Trung tâm "
                             "Kiểm soát thủ tục hành chính "
                             "và Phục vụ hành chính công",
                             "", "Văn phòng Ủy ban nhân dân tỉnh", "Giải quyết thủ tục hành chính đúng hạn",
                             "Bằng khen", 2'980'000, ""},
                            {"Ủy ban nhân dân huyện Châu Thành", "", "Tỉnh Đồng Tháp",
                             "Dẫn đầu khối huyện về Chỉ số CCHC", "Bằng khen", 2'980'000, ""}}});
    documents::AwardListGroup persons{"B", "CÁ NHÂN (" + std::to_string(people) + " cá nhân)", {}};
    for (std::size_t i = 0; i < people; ++i)
        persons.rows.push_back({names[i % 8], posts[i % 4], units[i % 4], "Tham mưu tổng hợp Chỉ số CCHC",
                                "Bằng khen", 1'490'000, ""});
    list.groups.push_back(std::move(persons));
    list.total_heading = "TỔNG CỘNG (04 tập thể, " + std::to_string(people) + " cá nhân)";
    list.footer = "Danh sách kèm theo Quyết định số 05/QĐ-UBND-HC ngày 30/3/2022";
    list.signature = chair();
    return list;
}

inline documents::CertificateBatch certificates()
{
    documents::CertificateBatch batch;
    batch.authority = "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP";
    batch.object = "BẰNG KHEN";
    batch.decision = "Quyết định số 05/QĐ-UBND-HC, ngày 30 tháng 3 năm 2022";
    batch.place_and_date = "Đồng Tháp, ngày 30 tháng 3 năm 2022";
    batch.signature = chair();
    const std::string citation =
        "Đã có thành tích xuất sắc trong thực hiện công tác cải cách hành chính năm 2021";
    batch.certificates = {
        {"Bà Nguyễn Đỗ Mẫu Ngữ", true, "Trưởng phòng Cải cách hành chính, Sở Nội vụ tỉnh Đồng Tháp", citation,
         11},
        {"Bộ phận Tiếp nhận và Trả kết quả giải quyết thủ tục hành chính tại Trung tâm Kiểm soát thủ tục "
         "hành chính và "
         "Phục vụ hành chính công",
         false, "Văn phòng Ủy ban nhân dân tỉnh Đồng Tháp", citation, 3},
        {"Sở Nội vụ", false, "Tỉnh Đồng Tháp", citation, 2},
    };
    return batch;
}

inline documents::RankingSheet ranking(std::size_t units = 17)
{
    static const char* names[] = {"Sở Kế hoạch và Đầu tư", "Sở Nội vụ", "Sở Khoa học và Công nghệ", "Sở Y tế",
                                  "Sở Nông nghiệp và Phát triển nông thôn"};
    documents::RankingSheet sheet;
    sheet.agency = "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP";
    sheet.office = "Sở Nội vụ";
    sheet.occasion = "Hội nghị công bố Chỉ số cải cách hành chính năm 2021";
    sheet.day = "Ngày 30 tháng 3 năm 2022";
    sheet.title = "Xếp hạng Chỉ số cải cách hành chính năm 2021";
    sheet.year = 2021;
    documents::RankingGroup group;
    group.name = "Khối sở, cơ quan ngang sở";
    group.subtitle = "17 đơn vị, thang điểm 100";
    group.figures = {{"86,09", "điểm trung bình\n(năm 2020: 84,19)"},
                     {"16/17", "đơn vị đạt loại Tốt\n(từ 80 điểm)"},
                     {"15", "đơn vị tăng điểm\nso với năm 2020"},
                     {"2", "đơn vị giảm điểm\nso với năm 2020"}};
    group.mark = base::Decimal(80);
    group.mark_label = "Tốt từ 80";
    group.mean = base::Decimal(8609, 2);
    group.mean_change = base::Decimal(190, 2);
    for (std::size_t i = 0; i < units; ++i) {
        documents::RankingRow row;
        row.place = static_cast<int>(i + 1);
        row.unit = names[i % 5];
        row.index = base::Decimal(9094 - 75 * static_cast<std::int64_t>(i), 2);
        row.band = row.index < base::Decimal(80) ? "Khá" : "Tốt";
        row.change = base::Decimal(i % 6 == 5 ? -73 : 359, 2);
        row.previous_place = static_cast<int>(units - i);
        row.highlighted = i < 3;
        row.illustrative = i > 4;
        group.rows.push_back(row);
    }
    sheet.groups = {group};
    sheet.note =
        "Cách đọc. Tăng, giảm: điểm năm 2021 trừ điểm năm 2020. Giá trị có dấu * là số liệu minh họa.";
    return sheet;
}

}  // namespace samples
