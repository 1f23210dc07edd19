// The list of 2,000 recipients beside as many pages with one text each, in the same run.
#include "documents/award_list.h"
#include "documents/pdf_file.h"

#include <algorithm>
#include <cairo-pdf.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <pango/pangocairo.h>

namespace {

documents::AwardList long_list()
{
    static const char* given[] = {"An",  "Bình",  "Châu", "Diễm", "Hằng",
                                  "Ngữ", "Quỳnh", "Thủy", "Tuấn", "Yến"};
    static const char* family[] = {"Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Đặng", "Võ"};
    static const char* middle[] = {"Thị Mẫu", "Văn Mẫu", "Đỗ Mẫu", "Ngọc Mẫu"};
    static const char* posts[] = {"Chuyên viên", "Phó Trưởng phòng", "Chánh Văn phòng"};
    static const char* units[] = {"Sở Kế hoạch và Đầu tư", "Sở Khoa học và Công nghệ",
                                  "Ủy ban nhân dân huyện Châu Thành"};
    documents::AwardList list;
    list.subject = {"Cá nhân được tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"};
    list.attached = {"(Kèm theo Quyết định số 05/QĐ-UBND-HC ngày 30 tháng 3 năm 2022)"};
    documents::AwardListGroup group{"A", "CÁ NHÂN (2.000 cá nhân)", {}};
    for (unsigned i = 0; i < 2000; ++i)
        group.rows.push_back({"Bà " + std::string(family[i % 7]) + " " + middle[i % 4] + " " + given[i % 10],
                              posts[i % 3], units[i % 3], "Tham mưu tổng hợp Chỉ số CCHC", "Bằng khen",
                              1'490'000, ""});
    list.groups = {std::move(group)};
    list.total_heading = "TỔNG CỘNG (2.000 cá nhân)";
    list.signature = {{"CHỦ TỊCH"}, "Trần Mẫu Thưởng"};
    return list;
}

double best_of(int runs, const std::function<void()>& work)
{
    double best = 1e9;
    for (int i = 0; i < runs; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        best = std::min(
            best,
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

cairo_status_t discard(void*, const unsigned char*, unsigned)
{
    return CAIRO_STATUS_SUCCESS;
}

// The same words as one plain Pango text a page: what drawing them costs without any table.
void plain_pages(const documents::AwardList& list, std::size_t pages)
{
    auto* surface = cairo_pdf_surface_create_for_stream(discard, nullptr, 595, 842);
    auto* cairo = cairo_create(surface);
    auto* layout = pango_cairo_create_layout(cairo);
    auto* font = pango_font_description_from_string("Liberation Serif 10.5");
    pango_layout_set_font_description(layout, font);
    pango_layout_set_width(layout, 460 * PANGO_SCALE);
    const auto& rows = list.groups[0].rows;
    for (std::size_t page = 0; page < pages; ++page) {
        std::string text;
        for (auto i = page * rows.size() / pages; i < (page + 1) * rows.size() / pages; ++i)
            text += std::to_string(i + 1) + " " + rows[i].name + " " + rows[i].post + ", " + rows[i].unit +
                    " " + rows[i].achievement + " " + rows[i].form + " 1.490.000\n";
        pango_layout_set_text(layout, text.c_str(), -1);
        cairo_move_to(cairo, 85, 57);
        pango_cairo_show_layout(cairo, layout);
        cairo_show_page(cairo);
    }
    pango_font_description_free(font);
    g_object_unref(layout);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
}

}  // namespace

int main()
{
    const auto list = long_list();
    std::string bytes;
    const double own = best_of(5, [&] { bytes = documents::award_list_pdf(list).value(); });
    // The page tree says how many.
    std::size_t pages = 1;
    if (const auto at = bytes.find("/Count "); at != std::string::npos)
        pages = static_cast<std::size_t>(std::atoi(bytes.c_str() + at + 7));
    const double ceiling = best_of(5, [&] { plain_pages(list, pages); });
    const double empty = best_of(5, [&] {
        documents::PdfFile pdf(210, 297, "Danh sách");
        for (std::size_t page = 0; page < pages; ++page) {
            if (page > 0) pdf.next_page();
            pdf.text("Trang " + std::to_string(page + 1), {.size = 13.5}, 105, 148);
        }
        static_cast<void>(pdf.finish());
    });
    std::printf("{\"work\":\"list_pdf\",\"pages\":%zu,\"ms\":%.1f,\"ceiling_ms\":%.1f,\"times\":%.2f,"
                "\"reach\":4,\"page_number_only_ms\":%.1f,\"kb\":%zu}\n",
                pages, own, ceiling, own / ceiling, empty, bytes.size() / 1024);
    return own <= 4 * ceiling ? 0 : 1;
}
