// Components escape what they are given and say in words what they show in colour.
#include "tests/web/source_texts.h"
#include "web/components.h"
#include "web/forms.h"
#include "web/table.h"
#include "web/texts.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <set>

namespace {

using base::Decimal;
using base::Html;
using web::Request;
using web::Tone;

constexpr std::string_view nasty = "<b>\"'&";
constexpr std::string_view harmless = "&lt;b&gt;&quot;&#39;&amp;";

bool has(const Html& html, std::string_view text)
{
    return html.str().find(text) != std::string::npos;
}

TEST(Components, EscapeEveryTextTheyAreGiven)
{
    const Request request;
    const std::string text(nasty);
    const auto label = Html::text(nasty);
    const std::vector<Html> all = {
        web::tag(Tone::Ok, nasty),
        web::band(nasty, 1),
        web::state(Tone::Warn, nasty),
        web::muted(nasty),
        web::link("/a", nasty),
        web::download("/a", nasty, nasty),
        web::button_link("/a", nasty),
        web::card({.title = text, .count = text, .note = text, .id = text}, label),
        web::tiles({{text, text, text, Tone::Ok, "/a"}}),
        web::notice(Tone::Error, nasty),
        web::empty_state(nasty, nasty),
        web::next_step(request, nasty, nasty, label),
        web::stage_bar(request, {{text, text}}, label),
        web::timeline(request, {{Tone::Ok, label, text, text, text, text}}),
        web::facts({{text, label}}),
        web::view_switch(nasty, {{text, "/a", true}}),
        web::steps(request, {text}, 0),
        web::pager(request, 1, 3, nasty),
        web::input(
            {.name = text, .label = text, .value = text, .hint = text, .error = text, .placeholder = text}),
        web::textarea({.name = "a", .label = text, .value = text}),
        web::select({.name = "a", .label = text, .value = text}, {{text, text}}),
        web::radios({.name = "a", .label = text, .value = text}, {{text, text, text}}),
        web::checkbox("a", nasty, nasty, true, nasty),
        web::checkbox_only("a", nasty, nasty),
        web::hidden("a", nasty),
        web::submit(nasty),
        web::Table(text, {{.heading = text, .under = text}}).row({web::Cell(text)}).html(),
    };
    for (const auto& html : all) {
        EXPECT_FALSE(has(html, "<b>\"")) << html.str();
        EXPECT_FALSE(has(html, nasty)) << html.str();
        EXPECT_TRUE(has(html, harmless)) << html.str();
    }
}

TEST(Components, LinkOnlyToOwnOrSecurePlaces)
{
    EXPECT_TRUE(has(web::link("javascript:alert(1)", "x"), "href=\"#\""));
    EXPECT_TRUE(has(web::button_link("//other", "x"), "href=\"#\""));
    EXPECT_TRUE(has(web::link("/units/1", "x"), "href=\"/units/1\""));
}

TEST(Components, SayInWordsWhatAnArrowShows)
{
    const Request request;
    EXPECT_TRUE(has(web::delta(request, Decimal(120, 2), 2), "tăng"));
    EXPECT_TRUE(has(web::delta(request, Decimal(120, 2), 2), "1,20"));
    EXPECT_TRUE(has(web::delta(request, Decimal(-36, 2), 2), "giảm"));
    EXPECT_FALSE(has(web::delta(request, Decimal(-36, 2), 2), "-0,36"));
    EXPECT_TRUE(has(web::place_delta(request, 3), "3 bậc"));
    EXPECT_TRUE(has(web::place_delta(request, 0), "giữ hạng"));
    EXPECT_TRUE(has(web::place_delta(request, {}), "–"));
}

TEST(Components, AFieldIsTiedToItsLabelHintAndError)
{
    const auto html = web::input({.name = "day",
                                  .label = "Ngày",
                                  .hint = "ngày/tháng",
                                  .error = "Không có ngày này.",
                                  .required = true});
    EXPECT_TRUE(has(html, "<label for=\"day\""));
    EXPECT_TRUE(has(html, "aria-describedby=\"day-goi-y day-loi\""));
    EXPECT_TRUE(has(html, "aria-invalid=\"true\""));
    EXPECT_TRUE(has(html, "id=\"day-loi\""));
    EXPECT_TRUE(has(html, " required"));
}

TEST(Components, AFormCarriesItsTokenAndAFreshKey)
{
    Request request;
    request.csrf_token = "token-of-the-session";
    const auto one = web::form(request, "/units", {});
    const auto two = web::form(request, "/units", {});
    EXPECT_TRUE(has(one, "name=\"_csrf\" value=\"token-of-the-session\""));
    EXPECT_TRUE(has(one, "name=\"_key\""));
    EXPECT_NE(one.str(), two.str());
}

TEST(Components, TheErrorSummaryLeadsToTheFields)
{
    const Request request;
    const std::vector<base::Error> errors = {base::invalid("Hãy nhập tên.", "name")};
    EXPECT_TRUE(has(web::error_summary(request, errors), "<a href=\"#name\">Hãy nhập tên.</a>"));
    EXPECT_EQ(web::error_of(request, errors, "name"), "Hãy nhập tên.");
    EXPECT_EQ(web::error_of(request, errors, "day"), "");
    EXPECT_TRUE(web::error_summary(request, {}).empty());
}

TEST(Components, ATableKeepsItsMeaningWhenRowsBecomeCards)
{
    const auto html =
        web::Table("Bảng", {{.heading = "Hạng", .phone = web::Phone::Rank},
                            {.heading = "Chỉ số",
                             .align = web::Align::Right,
                             .sort_address = "/r?sap=diem",
                             .sorted = web::Column::Sorted::Descending}})
            .group(Html::text("I. Các sở"))
            .row({Html::text("1"), web::Cell(Tone::Error, Html::text("x"))}, web::RowKind::Struck)
            .html();
    EXPECT_TRUE(has(html, "role=\"table\""));
    EXPECT_TRUE(has(html, "aria-sort=\"descending\""));
    EXPECT_TRUE(has(html, "data-l=\"Chỉ số\""));
    EXPECT_TRUE(has(html, "<caption"));
    EXPECT_TRUE(has(html, "bad-e"));
    EXPECT_TRUE(has(html, "class=\"out\""));
}

TEST(Components, PagesKeepTheOtherChoicesOfTheAddress)
{
    Request request;
    request.path = "/rankings";
    request.query = {{"q", "sở y"}, {"trang", "2"}};
    EXPECT_EQ(web::with_query(request, "trang", "3"), "/rankings?q=s%E1%BB%9F%20y&trang=3");
    EXPECT_EQ(web::with_query(request, "q", ""), "/rankings?trang=2");
    EXPECT_TRUE(has(web::pager(request, 2, 9, "x"), "trang=9"));
    EXPECT_FALSE(has(web::pager(request, 1, 1, "x"), "<nav"));
}

TEST(Components, EveryIconIsInTheSprite)
{
    std::ifstream in(VINHDANH_SOURCE_DIR "/src/web/assets/icons.txt");
    const std::set<std::string> icons{std::istream_iterator<std::string>(in), {}};
    ASSERT_FALSE(icons.empty());
    static const std::regex context(R"((\bicon\(\s*|\.icon = |Look::\w+,\s*)$)");
    for (const auto& literal : web_test::source_texts()) {
        if (std::regex_search(literal.before, context)) {
            EXPECT_TRUE(icons.contains(literal.text)) << literal.file << ": " << literal.text;
        }
    }
}

}  // namespace
