#include "documents/workbook.h"

#include "base/text.h"

#include <sys/mman.h>
#include <unistd.h>

namespace documents {

Workbook::Workbook() : memory_(memfd_create("workbook", MFD_CLOEXEC))
{
    workbook_ = workbook_new(("/proc/self/fd/" + std::to_string(memory_)).c_str());
    lxw_doc_properties properties{};
    std::string author = "Vinh Danh";
    properties.author = author.data();
    // A reprint is the same file: the moment of making is no part of it.
    properties.created = 946684800;
    workbook_set_properties(workbook_, &properties);
}

Workbook::~Workbook()
{
    if (workbook_ != nullptr) lxw_workbook_free(workbook_);
    if (memory_ >= 0) close(memory_);
}

lxw_worksheet* Workbook::sheet(std::string_view name)
{
    std::string allowed;
    std::size_t characters = 0;
    for (const char c : name) {
        const bool begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        if (std::string_view("[]:*?/\\'").find(c) != std::string_view::npos) continue;
        if (begins && ++characters > 31) break;
        allowed += c;
    }
    allowed = base::tidy(allowed);
    return workbook_add_worksheet(workbook_, allowed.empty() ? nullptr : allowed.c_str());
}

lxw_format* Workbook::format(bool bold, bool border, std::uint8_t align, const char* number)
{
    auto* format = workbook_add_format(workbook_);
    format_set_font_name(format, "Times New Roman");
    format_set_font_size(format, 11);
    format_set_align(format, align);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_text_wrap(format);
    if (bold) format_set_bold(format);
    if (border) format_set_border(format, LXW_BORDER_THIN);
    if (number != nullptr) format_set_num_format(format, number);
    return format;
}

std::string Workbook::finish()
{
    const auto error = workbook_close(workbook_);
    workbook_ = nullptr;
    if (error != LXW_NO_ERROR) return {};
    const auto size = lseek(memory_, 0, SEEK_END);
    std::string bytes(size > 0 ? static_cast<std::size_t>(size) : 0, '\0');
    const auto got = pread(memory_, bytes.data(), bytes.size(), 0);
    return got == size ? bytes : std::string();
}

}  // namespace documents
