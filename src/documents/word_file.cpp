#include "documents/word_file.h"

#include "documents/release.h"

#include <cmath>
#include <cstring>
#include <sstream>
#include <zip.h>

namespace documents {
namespace {

constexpr const char* word_space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* relation_space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

constexpr const char* content_types = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>)";

constexpr const char* package_relations = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>)";

constexpr const char* document_relations = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>)";

constexpr const char* styles = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman"/><w:sz w:val="27"/><w:szCs w:val="27"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>)";

constexpr const char* page_header = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="27"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:sz w:val="27"/></w:rPr><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:rPr><w:sz w:val="27"/></w:rPr><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:sz w:val="27"/></w:rPr><w:t>2</w:t></w:r><w:r><w:rPr><w:sz w:val="27"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>)";

int twips(double mm)
{
    return static_cast<int>(std::lround(mm * 1440 / 25.4));
}

void set(pugi::xml_node parent, const char* element, const char* attribute, const char* value)
{
    parent.append_child(element).append_attribute(attribute) = value;
}

void set(pugi::xml_node parent, const char* element, const char* attribute, int value)
{
    parent.append_child(element).append_attribute(attribute) = value;
}

struct Part {
    const char* name;
    std::string text;
};

// One package; the content types come first. Every part has the same moment, so that a reprint is the same file.
std::string packed(const std::vector<Part>& parts)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    if (target == nullptr) return {};
    zip_source_keep(target);
    const Owned<zip_source_t, zip_source_free> keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    if (archive == nullptr) return {};
    for (const auto& part : parts) {
        auto* source = zip_source_buffer(archive, part.text.data(), part.text.size(), 0);
        const auto index = zip_file_add(archive, part.name, source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(source);
            zip_discard(archive);
            return {};
        }
        zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, 0x5421, 0);
    }
    if (zip_close(archive) != 0) {
        zip_discard(archive);
        return {};
    }
    zip_stat_t about;
    zip_stat_init(&about);
    if (zip_source_stat(target, &about) != 0 || zip_source_open(target) != 0) return {};
    std::string bytes(about.size, '\0');
    const auto got = zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    return got == static_cast<zip_int64_t>(bytes.size()) ? bytes : std::string();
}

}  // namespace

WordFile::WordFile(double top, double right, double bottom, double left)
    : top_(top), right_(right), bottom_(bottom), left_(left)
{
    auto root = document_.append_child("w:document");
    root.append_attribute("xmlns:w") = word_space;
    root.append_attribute("xmlns:r") = relation_space;
    body_ = root.append_child("w:body");
}

void WordFile::paragraph(pugi::xml_node parent, const std::vector<WordRun>& runs, const WordParagraph& how)
{
    auto node = parent.append_child("w:p");
    auto properties = node.append_child("w:pPr");
    if (how.keep_next) properties.append_child("w:keepNext");
    auto spacing = properties.append_child("w:spacing");
    spacing.append_attribute("w:before") = static_cast<int>(std::lround(how.before * 20));
    spacing.append_attribute("w:after") = 0;
    spacing.append_attribute("w:line") = static_cast<int>(std::lround(how.spacing * 240));
    spacing.append_attribute("w:lineRule") = "auto";
    if (how.first_indent > 0) set(properties, "w:ind", "w:firstLine", twips(how.first_indent));
    set(properties, "w:jc", "w:val", how.align);
    for (const auto& run : runs) {
        auto piece = node.append_child("w:r");
        auto look = piece.append_child("w:rPr");
        if (run.bold) look.append_child("w:b");
        if (run.italic) look.append_child("w:i");
        const int half_points = static_cast<int>(std::lround(how.size * 2));
        set(look, "w:sz", "w:val", half_points);
        set(look, "w:szCs", "w:val", half_points);
        std::istringstream lines(run.text);
        std::string line;
        for (bool first = true; std::getline(lines, line); first = false) {
            if (!first) piece.append_child("w:br");
            auto text = piece.append_child("w:t");
            text.append_attribute("xml:space") = "preserve";
            text.text().set(line.c_str());
        }
    }
}

void WordFile::rule(pugi::xml_node parent, double room, double length)
{
    auto properties = parent.append_child("w:p").append_child("w:pPr");
    auto line = properties.append_child("w:pBdr").append_child("w:top");
    line.append_attribute("w:val") = "single";
    line.append_attribute("w:sz") = 5;
    line.append_attribute("w:space") = 1;
    line.append_attribute("w:color") = "000000";
    auto spacing = properties.append_child("w:spacing");
    spacing.append_attribute("w:before") = 40;
    spacing.append_attribute("w:line") = 80;
    spacing.append_attribute("w:lineRule") = "exact";
    auto indent = properties.append_child("w:ind");
    indent.append_attribute("w:left") = twips((room - length) / 2);
    indent.append_attribute("w:right") = twips((room - length) / 2);
}

pugi::xml_node WordFile::table(const std::vector<double>& widths, bool bordered)
{
    auto table = body_.append_child("w:tbl");
    auto properties = table.append_child("w:tblPr");
    double total = 0;
    for (const double width : widths)
        total += width;
    auto whole = properties.append_child("w:tblW");
    whole.append_attribute("w:w") = twips(total);
    whole.append_attribute("w:type") = "dxa";
    if (bordered) {
        auto borders = properties.append_child("w:tblBorders");
        for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
            auto line = borders.append_child(side);
            line.append_attribute("w:val") = "single";
            line.append_attribute("w:sz") = 4;
            line.append_attribute("w:space") = 0;
            line.append_attribute("w:color") = "000000";
        }
    }
    set(properties, "w:tblLayout", "w:type", "fixed");
    auto margins = properties.append_child("w:tblCellMar");
    for (const char* side : {"w:top", "w:left", "w:bottom", "w:right"}) {
        auto margin = margins.append_child(side);
        margin.append_attribute("w:w") = twips(bordered ? 0.6 : 0);
        margin.append_attribute("w:type") = "dxa";
    }
    auto grid = table.append_child("w:tblGrid");
    for (const double width : widths)
        set(grid, "w:gridCol", "w:w", twips(width));
    return table;
}

pugi::xml_node WordFile::row(pugi::xml_node table, bool header, double least_height)
{
    auto row = table.append_child("w:tr");
    auto properties = row.append_child("w:trPr");
    properties.append_child("w:cantSplit");
    if (least_height > 0) {
        auto height = properties.append_child("w:trHeight");
        height.append_attribute("w:val") = twips(least_height);
        height.append_attribute("w:hRule") = "atLeast";
    }
    if (header) properties.append_child("w:tblHeader");
    return row;
}

pugi::xml_node WordFile::cell(pugi::xml_node row, double width, int span, bool middle)
{
    auto cell = row.append_child("w:tc");
    auto properties = cell.append_child("w:tcPr");
    auto wide = properties.append_child("w:tcW");
    wide.append_attribute("w:w") = twips(width);
    wide.append_attribute("w:type") = "dxa";
    if (span > 1) set(properties, "w:gridSpan", "w:val", span);
    if (middle) set(properties, "w:vAlign", "w:val", "center");
    return cell;
}

std::string WordFile::finish()
{
    auto section = body_.append_child("w:sectPr");
    auto reference = section.append_child("w:headerReference");
    reference.append_attribute("w:type") = "default";
    reference.append_attribute("r:id") = "rId2";
    auto size = section.append_child("w:pgSz");
    size.append_attribute("w:w") = twips(210);
    size.append_attribute("w:h") = twips(297);
    auto margins = section.append_child("w:pgMar");
    margins.append_attribute("w:top") = twips(top_);
    margins.append_attribute("w:right") = twips(right_);
    margins.append_attribute("w:bottom") = twips(bottom_);
    margins.append_attribute("w:left") = twips(left_);
    margins.append_attribute("w:header") = twips(8);
    margins.append_attribute("w:footer") = twips(8);
    margins.append_attribute("w:gutter") = 0;
    section.append_child("w:titlePg");  // the first page has no header
    std::ostringstream text;
    document_.save(text, "", pugi::format_raw, pugi::encoding_utf8);
    return packed({{"[Content_Types].xml", content_types},
                   {"_rels/.rels", package_relations},
                   {"word/document.xml", text.str()},
                   {"word/_rels/document.xml.rels", document_relations},
                   {"word/styles.xml", styles},
                   {"word/header1.xml", page_header}});
}

}  // namespace documents
