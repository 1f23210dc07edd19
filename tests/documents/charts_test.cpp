#include "base/text.h"
#include "documents/charts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>

namespace {

using namespace documents;
using base::Decimal;

std::size_t times(const std::string& text, const std::string& part)
{
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

ChartWords words()
{
    return {"c1", "Biến động 2020 – 2021", "17 đơn vị <hai> năm"};
}

SlopeChart slopes(std::size_t units)
{
    SlopeChart chart;
    chart.words = words();
    chart.before_heading = "2020";
    chart.after_heading = "2021";
    for (std::size_t i = 0; i < units; ++i) {
        const auto n = static_cast<std::int64_t>(i);
        const Decimal before(8000 + 5 * n, 2), after(8000 + (i % 2 == 0 ? 40 : 3) * n, 2);
        chart.slopes.push_back(
            {"Đơn vị " + std::to_string(i), before, after, before.vietnamese(2), after.vietnamese(2)});
    }
    return chart;
}

// The run of texts of one class.
std::string texts_of(const std::string& svg, const std::string& css_class)
{
    const auto begin = svg.find("<g class=\"" + css_class + "\"");
    return svg.substr(begin, svg.find("</g>", begin) - begin);
}

// The heights of one class of texts, from the top.
std::vector<double> heights(const std::string& svg, const std::string& css_class)
{
    const std::string run = texts_of(svg, css_class);
    std::vector<double> found;
    const std::regex label("<text x=\"[^\"]*\" y=\"([^\"]*)\"");
    for (std::sregex_iterator at(run.begin(), run.end(), label), end; at != end; ++at)
        found.push_back(std::stod((*at)[1]));
    std::ranges::sort(found);
    return found;
}

TEST(Charts, SayTheirTitleAndDescriptionEscaped)
{
    const auto svg = slope_chart(slopes(3)).str();
    EXPECT_NE(svg.find("role=\"img\" aria-labelledby=\"c1-title c1-desc\""), std::string::npos);
    EXPECT_NE(svg.find("<title id=\"c1-title\">Biến động 2020 – 2021</title>"), std::string::npos);
    EXPECT_NE(svg.find("17 đơn vị &lt;hai&gt; năm"), std::string::npos);
}

TEST(Charts, HaveNoInlineStyleAndNoScript)
{
    HistoryChart history{
        words(),   {{.year = 2021, .place = 1, .value = "90,94", .collective = {"Cờ thi đua"}}},
        17,        "hạng",
        "Tập thể", "Cá nhân"};
    HeatMap heat{words(), {"Thể chế"}, {{"Sở Nội vụ", {{"90", 4}}}}};
    BarChart bars{words(), {{"Sở Nội vụ", Decimal(90), "90,00"}}, Decimal(100), Decimal(80), "Tốt từ 80"};
    for (const auto& svg : {slope_chart(slopes(20)).str(), history_chart(history).str(), heat_map(heat).str(),
                            bar_chart(bars).str()}) {
        EXPECT_EQ(svg.find("style="), std::string::npos);
        EXPECT_EQ(svg.find("<script"), std::string::npos);
        EXPECT_TRUE(svg.ends_with("</svg>"));
    }
}

TEST(SlopeChart, SpreadsItsLabelsSoThatNoneOverlaps)
{
    const auto svg = slope_chart(slopes(15)).str();
    for (const char* css_class : {"chart-label", "chart-number"}) {
        const auto y = heights(svg, css_class);
        ASSERT_EQ(y.size(), 15U);
        for (std::size_t i = 1; i < y.size(); ++i)
            EXPECT_GE(y[i] - y[i - 1], 17.5);
    }
    EXPECT_GT(times(svg, "chart-leader"), 0U);
}

TEST(SlopeChart, DrawsOnlyTheLargestChangesOfManyUnits)
{
    const auto chart = slopes(40);
    const auto svg = slope_chart(chart).str();
    EXPECT_EQ(drawn_slopes(chart), 15U);
    EXPECT_EQ(times(svg, "class=\"slope slope-"), 15U);
    EXPECT_NE(svg.find("Đơn vị 38"), std::string::npos);
    EXPECT_EQ(svg.find("Đơn vị 1 "), std::string::npos);
}

TEST(SlopeChart, OfEqualValuesIsStillDrawn)
{
    SlopeChart chart = slopes(1);
    chart.slopes[0].after = chart.slopes[0].before;
    EXPECT_NE(slope_chart(chart).str().find("slope-same"), std::string::npos);
    chart.slopes.clear();
    EXPECT_TRUE(slope_chart(chart).empty());
}

TEST(HeatMap, PrintsTheNumberInEachCell)
{
    const HeatMap map{words(), {"Thể chế", "Bộ máy"}, {{"Sở Nội vụ", {{"90", 4}, {"", -1}}}}};
    const auto svg = heat_map(map).str();
    EXPECT_NE(svg.find(">90</tspan>"), std::string::npos);
    EXPECT_NE(svg.find("heat-cell heat-4"), std::string::npos);
    EXPECT_NE(svg.find("heat-cell heat-none"), std::string::npos);
}

// Vietnamese words are short; a file's own abbreviations need not be.
TEST(HeatMap, BreaksItsHeadingsSoThatNoneRunsIntoTheNextColumn)
{
    const HeatMap map{words(),
                      {"Xây dựng và tổ chức thực hiện văn bản quy phạm pháp luật tại địa phương",
                       "TTHC/CCHC-2021(điểm)", "Thể chế"},
                      {{"Sở Nội vụ", {{"90", 4}, {"80", 3}, {"70", 2}}}}};
    const auto svg = heat_map(map).str();
    std::map<std::string, std::vector<std::string>> columns;
    const std::string headings = texts_of(svg, "chart-note");
    const std::regex placed("<text x=\"([^\"]*)\"[^>]*>([^<]*)</text>");
    for (std::sregex_iterator at(headings.begin(), headings.end(), placed), end; at != end; ++at)
        columns[(*at)[1]].push_back((*at)[2]);
    ASSERT_EQ(columns.size(), 3U);
    for (const auto& [x, lines] : columns) {
        EXPECT_LE(lines.size(), 4U);
        for (const auto& line : lines)
            EXPECT_LE(base::length(line), 8U) << line;
    }
    EXPECT_NE(svg.find("…</text>"), std::string::npos) << "what was left out is shown to be left out";
}

TEST(HistoryChart, TellsPublishedFromIllustrativeAndLeavesGaps)
{
    HistoryChart chart;
    chart.words = words();
    chart.units = 17;
    chart.years = {{.year = 2018, .place = 6, .value = "82,15*", .published = false},
                   {.year = 2020, .place = 3, .value = "88,63*", .published = false},
                   {.year = 2021,
                    .place = 1,
                    .value = "90,94",
                    .collective = {"Cờ thi đua · QĐ 412"},
                    .individual = {"1 Bằng khen · QĐ 414"},
                    .highlighted = true}};
    const auto svg = history_chart(chart).str();
    EXPECT_EQ(times(svg, "history-hollow"), 2U);
    EXPECT_EQ(times(svg, "class=\"history-line\""), 1U);  // 2018 to 2020 is a gap
    EXPECT_NE(svg.find("Cờ thi đua · QĐ 412"), std::string::npos);
    EXPECT_EQ(times(svg, "history-first"), 1U);
}

TEST(BarChart, DrawsTheBandsLowerBound)
{
    const BarChart chart{words(),
                         {{"Sở Nội vụ", Decimal(90), "90,00"}, {"Sở Y tế", Decimal(79), "79,00", true}},
                         Decimal(100),
                         Decimal(80),
                         "Tốt từ 80"};
    const auto svg = bar_chart(chart).str();
    EXPECT_NE(svg.find("Tốt từ 80"), std::string::npos);
    EXPECT_EQ(times(svg, "bar-weak"), 1U);
}

}  // namespace
