// The same workbook as LibreOffice saves it again: other part names, styles and ways of writing strings.
#include "intake/read_sheet.h"
#include "tests/intake/workbook.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace {

std::string read_file(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::string> told(const std::string& bytes)
{
    std::vector<std::string> lines;
    const auto sheet = intake::read_sheet(bytes, "x.xlsx");
    if (!sheet) return {sheet.error().message.vietnamese()};
    for (const auto& group : sheet->groups)
        for (const auto& row : group.rows)
            lines.push_back(group.name + "|" + std::to_string(row.row) + "|" + row.unit + "|" +
                            (row.points ? row.points->value.text() : "") + "|" +
                            (row.percent ? row.percent->value.text() : "") + "|" + row.place);
    for (const auto& issue : sheet->issues)
        lines.push_back(issue.message.vietnamese());
    return lines;
}

}  // namespace

TEST(LibreOffice, SavingAWorkbookAgainChangesNothing)
{
    if (std::system("command -v soffice >/dev/null 2>&1") != 0) FAIL() << "LibreOffice is not installed";
    tests::WorkbookMaker maker;
    maker.sheet("PAR 2021").row({"TT", "Đơn vị", "Tổng điểm", "Điểm tối đa", "Tỷ lệ", "Xếp hạng"});
    maker.row({"I", "Các sở"}).row({1, "Sở Kế hoạch và Đầu tư", 65.02, 71.5, {0.9094, "0.00%"}, 1});
    maker.row({2, "Sở Nội vụ", 64.15, 71.5, {0.8972, "0.00%"}, 2}).formula(4, 2, "=C3+C4", 129.17);
    maker.merge(6, 0, 6, 5, "Ghi chú: làm tròn hai chữ số");
    const auto bytes = maker.bytes();

    const auto folder =
        std::filesystem::temp_directory_path() / ("vinhdanh_soffice_" + std::to_string(std::rand()));
    std::filesystem::create_directories(folder / "out");
    std::ofstream(folder / "a.xlsx", std::ios::binary) << bytes;
    const auto command = "soffice -env:UserInstallation=file://" + (folder / "profile").string() +
                         " --headless --convert-to xlsx --outdir " + (folder / "out").string() + " " +
                         (folder / "a.xlsx").string() + " >/dev/null 2>&1";
    const int done = std::system(command.c_str());
    const auto saved = read_file(folder / "out" / "a.xlsx");
    std::filesystem::remove_all(folder);
    if (done != 0 || saved.empty()) FAIL() << "LibreOffice did not convert";
    EXPECT_NE(saved, bytes);
    EXPECT_EQ(told(saved), told(bytes));
    EXPECT_EQ(told(bytes).front(), "Các sở|3|Sở Kế hoạch và Đầu tư|65.02|90.94|1");
}
