#include "tests/intake/workbook.h"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <unistd.h>
#include <xlsxwriter.h>
#include <zip.h>

namespace tests {

WorkbookMaker::WorkbookMaker()
{
    static std::atomic<int> made = 0;
    path_ = (std::filesystem::temp_directory_path() /
             ("vinhdanh_test_" + std::to_string(getpid()) + "_" + std::to_string(++made) + ".xlsx"))
                .string();
    workbook_ = workbook_new(path_.c_str());
}

WorkbookMaker::~WorkbookMaker()
{
    if (workbook_) workbook_close(workbook_);
    std::filesystem::remove(path_);
}

WorkbookMaker& WorkbookMaker::sheet(const std::string& name)
{
    sheet_ = workbook_add_worksheet(workbook_, name.c_str());
    next_row_ = 0;
    return *this;
}

WorkbookMaker& WorkbookMaker::hidden_sheet(const std::string& name)
{
    sheet(name);
    worksheet_hide(sheet_);
    return *this;
}

WorkbookMaker& WorkbookMaker::row(const Row& cells)
{
    lxw_col_t column = 0;
    for (const auto& cell : cells) {
        lxw_format* format = nullptr;
        if (!cell.format.empty()) {
            format = workbook_add_format(workbook_);
            format_set_num_format(format, cell.format.c_str());
        }
        const auto at = static_cast<lxw_row_t>(next_row_);
        if (cell.is_number)
            worksheet_write_number(sheet_, at, column, cell.number, format);
        else if (!cell.text.empty())
            worksheet_write_string(sheet_, at, column, cell.text.c_str(), format);
        ++column;
    }
    ++next_row_;
    return *this;
}

WorkbookMaker& WorkbookMaker::skip_rows(int count)
{
    next_row_ += count;
    return *this;
}

WorkbookMaker& WorkbookMaker::merge(int first_row, int first_column, int last_row, int last_column,
                                    const std::string& text)
{
    worksheet_merge_range(sheet_, static_cast<lxw_row_t>(first_row), static_cast<lxw_col_t>(first_column),
                          static_cast<lxw_row_t>(last_row), static_cast<lxw_col_t>(last_column), text.c_str(),
                          nullptr);
    return *this;
}

WorkbookMaker& WorkbookMaker::formula(int row, int column, const std::string& formula, double result)
{
    worksheet_write_formula_num(sheet_, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                formula.c_str(), nullptr, result);
    return *this;
}

std::string WorkbookMaker::bytes()
{
    workbook_close(workbook_);
    workbook_ = nullptr;
    std::ifstream file(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string archive(const std::vector<std::pair<std::string, std::string>>& parts)
{
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(target);
    zip_t* made = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
    if (!made) throw std::runtime_error("no archive");
    for (const auto& [name, text] : parts) {
        zip_source_t* source = zip_source_buffer(made, text.data(), text.size(), 0);
        zip_file_add(made, name.c_str(), source, ZIP_FL_ENC_UTF_8 | ZIP_FL_OVERWRITE);
    }
    zip_close(made);
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

std::string bare_workbook(const std::string& sheet_data, const std::vector<std::string>& strings,
                          const std::string& after_data)
{
    const std::string types =
        R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>)";
    const std::string base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    std::string shared = "<sst>";
    for (const auto& text : strings)
        shared += "<si><t>" + text + "</t></si>";
    shared += "</sst>";
    return archive(
        {{"[Content_Types].xml", types},
         {"_rels/.rels", R"(<Relationships><Relationship Id="r1" Type=")" + base +
                             R"(officeDocument" Target="/xl/workbook.xml"/></Relationships>)"},
         {"xl/workbook.xml",
          R"(<workbook xmlns:r="x"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
         {"xl/_rels/workbook.xml.rels",
          R"(<Relationships><Relationship Id="rId1" Type=")" + base +
              R"(worksheet" Target="worksheets/sheet1.xml"/>)" + R"(<Relationship Id="rId2" Type=")" + base +
              R"(sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>)"},
         {"xl/worksheets/sheet1.xml",
          "<worksheet><sheetData>" + sheet_data + "</sheetData>" + after_data + "</worksheet>"},
         {"xl/sharedStrings.xml", shared}});
}

}  // namespace tests
