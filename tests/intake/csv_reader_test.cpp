#include "intake/csv_reader.h"

#include <gtest/gtest.h>

using intake::read_csv;

namespace {

std::string cell(const domain::Grid& grid, int row, int column)
{
    for (const auto& line : grid.sheets.at(0).rows)
        if (line.row == row)
            for (const auto& found : line.cells)
                if (found.column == column) return found.text;
    return "";
}

}  // namespace

TEST(Csv, SeparatorIsTheOneThatCutsRowsAlike)
{
    EXPECT_EQ(read_csv("a,b,c\n1,2,3\n")->separator, ",");
    EXPECT_EQ(read_csv("a;b;c\n1,5;2,5;3\n")->separator, ";");
    EXPECT_EQ(read_csv("a\tb\n1,5\t2;5\n")->separator, "\t");
    EXPECT_EQ(read_csv("Bảng điểm, năm 2021\nĐơn vị;Điểm\nSở A;90,94\nSở B;80,5\n")->separator, ";");
}

TEST(Csv, TheExcelHintDecidesAndKeepsLineNumbers)
{
    const auto grid = read_csv("sep=;\r\na,b;c\r\n1,2;3\r\n");
    ASSERT_TRUE(grid);
    EXPECT_EQ(grid->separator, ";");
    EXPECT_EQ(cell(*grid, 2, 1), "a,b");
    EXPECT_EQ(cell(*grid, 3, 2), "3");
}

TEST(Csv, QuotesMayHoldSeparatorsQuotesAndLineBreaks)
{
    const auto grid = read_csv("a,b\n\"x,\"\"y\"\"\",2\n\"two\nlines\",3\nlast,4\n");
    ASSERT_TRUE(grid);
    EXPECT_EQ(cell(*grid, 2, 1), "x,\"y\"");
    EXPECT_EQ(cell(*grid, 3, 1), "two\nlines");
    EXPECT_EQ(cell(*grid, 3, 2), "3");
    // The row of a record is the line it begins on.
    EXPECT_EQ(cell(*grid, 5, 1), "last");
}

TEST(Csv, EveryKindOfLineEndIsALineEnd)
{
    const auto grid = read_csv("a,b\r1,2\r\n3,4\n5,6");
    ASSERT_TRUE(grid);
    EXPECT_EQ(cell(*grid, 2, 1), "1");
    EXPECT_EQ(cell(*grid, 3, 1), "3");
    EXPECT_EQ(cell(*grid, 4, 2), "6");
}

TEST(Csv, BlankLinesCountButAreNoRows)
{
    const auto grid = read_csv("a,b\n\n,,\n1,2\n");
    ASSERT_TRUE(grid);
    EXPECT_EQ(grid->sheets[0].rows.size(), 2U);
    EXPECT_EQ(grid->sheets[0].rows[1].row, 4);
}

TEST(Csv, AnOpenQuoteIsRefusedWithItsLine)
{
    const auto grid = read_csv("a,b\n1,\"open\n2,3\n");
    ASSERT_FALSE(grid);
    EXPECT_NE(grid.error().message.vietnamese().find("dòng 2"), std::string::npos);
}

TEST(Csv, TooManyColumnsOrTooLongTextsAreRefused)
{
    EXPECT_FALSE(read_csv("a" + std::string(600, ',') + "b\n"));
    EXPECT_FALSE(read_csv("a,b\n" + std::string(40'000, 'x') + ",1\n"));
}
