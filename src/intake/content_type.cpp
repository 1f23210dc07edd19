#include "intake/content_type.h"

#include "intake/archive.h"
#include "intake/refusal.h"

#include <algorithm>
#include <string>

namespace intake {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t look_at = 4096;

std::string lower_ascii(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

// OLE directory entries are UTF-16LE.
bool has_wide(std::string_view bytes, std::string_view name)
{
    std::string wide;
    for (const char c : name) {
        wide += c;
        wide += '\0';
    }
    return bytes.find(wide) != std::string_view::npos;
}

base::Error old_office_file(std::string_view bytes)
{
    if (has_wide(bytes, "EncryptedPackage")) return locked_file();
    if (has_wide(bytes, "WordDocument"))
        return base::invalid(
            "Đây là tệp Word. Hãy chép bảng kết quả sang Excel, lưu thành .xlsx rồi tải lên.");
    return base::invalid(
        "Đây là tệp Excel kiểu cũ (.xls). Hãy mở bằng Excel hoặc LibreOffice, chọn “Lưu thành”, kiểu "
        "“Sổ làm việc Excel (.xlsx)”, rồi tải tệp mới lên.");
}

base::Result<ContentType> packed_file(std::string_view bytes)
{
    auto opened = Archive::open(bytes);
    if (!opened) return opened.error();
    Archive& archive = **opened;
    if (archive.has("mimetype")) {
        const auto type = archive.text("mimetype", 1024);
        if (type && type->find("opendocument") != std::string::npos)
            return base::invalid("Đây là tệp LibreOffice (.ods hoặc .odt). Hãy mở bảng tính, chọn “Lưu "
                                 "thành”, kiểu .xlsx, rồi "
                                 "tải tệp mới lên.");
    }
    for (const auto& name : archive.names())
        if (lower_ascii(name).ends_with("vbaproject.bin"))
            return base::invalid("Tệp có chứa macro nên không được nhận. Hãy lưu thành “Sổ làm việc Excel "
                                 "(.xlsx)” không có macro "
                                 "rồi tải lên.");
    if (archive.has("xl/workbook.bin"))
        return base::invalid(
            "Đây là tệp Excel nhị phân (.xlsb). Hãy lưu thành “Sổ làm việc Excel (.xlsx)” rồi tải lên.");
    if (archive.has("word/document.xml"))
        return base::invalid(
            "Đây là tệp Word. Hãy chép bảng kết quả sang Excel, lưu thành .xlsx rồi tải lên.");
    if (!archive.has("[Content_Types].xml"))
        return base::invalid(
            "Đây là tệp nén, không phải bảng tính. Hãy giải nén rồi tải tệp .xlsx bên trong lên.");
    const auto types = archive.text("[Content_Types].xml");
    if (!types) return types.error();
    if (lower_ascii(*types).find("macroenabled") != std::string::npos)
        return base::invalid(
            "Tệp có chứa macro nên không được nhận. Hãy lưu thành “Sổ làm việc Excel (.xlsx)” không có macro "
            "rồi tải lên.");
    return ContentType::Xlsx;
}

bool image(std::string_view bytes)
{
    return bytes.starts_with("\x89PNG"sv) || bytes.starts_with("\xFF\xD8\xFF"sv) ||
           bytes.starts_with("GIF8"sv) || bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv) ||
           (bytes.starts_with("BM"sv) && bytes.size() > 10 && bytes.substr(6, 4) == "\0\0\0\0"sv) ||
           (bytes.starts_with("RIFF"sv) && bytes.substr(0, 16).find("WEBP"sv) != std::string_view::npos);
}

bool archive_of_other_kind(std::string_view bytes)
{
    return bytes.starts_with("Rar!"sv) || bytes.starts_with("7z\xBC\xAF"sv) ||
           bytes.starts_with("\x1F\x8B"sv) || bytes.starts_with("PK\x05\x06"sv);
}

bool web_page(std::string_view bytes)
{
    auto head = lower_ascii(bytes.substr(0, look_at));
    // A page may come in UTF-16: what is looked for is plain ASCII.
    std::erase(head, '\0');
    const auto first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF\xFF\xFE");
    if (first == std::string::npos || head[first] != '<') return head.find("mime-version:") == 0;
    return head.find("<html") != std::string::npos || head.find("<!doctype html") != std::string::npos ||
           head.find("<table") != std::string::npos || head.find("<meta") != std::string::npos ||
           head.find("<?xml") != std::string::npos;
}

bool wide_text(std::string_view bytes)
{
    const auto head = bytes.substr(0, look_at);
    if (head.starts_with("\xFF\xFE"sv) || head.starts_with("\xFE\xFF"sv)) return true;
    std::size_t zeros[2] = {0, 0};
    for (std::size_t i = 0; i < head.size(); ++i)
        if (head[i] == '\0') ++zeros[i % 2];
    const auto [few, many] = std::minmax(zeros[0], zeros[1]);
    return many * 10 >= head.size() * 2 && few * 20 <= many;
}

// VISCII keeps a few capitals at control codes, so a handful of those is no proof of a binary file.
bool binary(std::string_view bytes)
{
    const auto head = bytes.substr(0, 65536);
    std::size_t control = 0;
    for (const char c : head) {
        if (c == '\0') return true;
        if (static_cast<unsigned char>(c) < 32 && c != '\t' && c != '\n' && c != '\r' && c != '\f') ++control;
    }
    return control * 50 > head.size();
}

}  // namespace

base::Result<ContentType> content_type(std::string_view bytes)
{
    if (bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == std::string_view::npos)
        return base::invalid("Tệp trống. Hãy kiểm tra lại tệp rồi tải lên.");
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return old_office_file(bytes);
    if (bytes.starts_with("PK\x03\x04"sv)) return packed_file(bytes);
    if (bytes.substr(0, 1024).find("%PDF-"sv) != std::string_view::npos)
        return base::invalid("Đây là tệp PDF. Hãy dùng tệp bảng tính gốc (.xlsx hoặc .csv); nếu chỉ có bản "
                             "PDF, hãy nhập lại bảng "
                             "vào Excel.");
    if (image(bytes)) return base::invalid("Đây là tệp ảnh. Hãy dùng tệp bảng tính gốc (.xlsx hoặc .csv).");
    if (archive_of_other_kind(bytes))
        return base::invalid(
            "Đây là tệp nén, không phải bảng tính. Hãy giải nén rồi tải tệp .xlsx bên trong lên.");
    if (bytes.starts_with("{\\rtf"sv))
        return base::invalid(
            "Đây là tệp Word. Hãy chép bảng kết quả sang Excel, lưu thành .xlsx rồi tải lên.");
    if (web_page(bytes))
        return base::invalid(
            "Tệp có nội dung trang web (HTML hoặc XML), dù tên có thể là .xls. Hãy mở bằng Excel, chọn “Lưu "
            "thành”, kiểu .xlsx, rồi tải tệp mới lên.");
    if (!wide_text(bytes) && binary(bytes))
        return base::invalid("Không nhận ra loại tệp. Hãy tải lên bảng tính .xlsx hoặc văn bản .csv.");
    return ContentType::Csv;
}

}  // namespace intake
