#include "base/digest.h"
#include "base/html.h"
#include "base/message.h"
#include "base/result.h"

#include <gtest/gtest.h>

#include <type_traits>

namespace {

using base::Html;

template <class T>
concept CanBeWritten = requires(Html html, T value) { html << value; };

TEST(Html, EscapesEveryTextThatIsNotALiteral)
{
    Html html;
    const std::string name = "<script>alert(\"1\" & '2')</script>";
    html << "<b>" << name << "</b>";
    EXPECT_EQ(html.str(), "<b>&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;</b>");
}

TEST(Html, TakesFinishedMarkupAndNumbersAsTheyAre)
{
    Html inner;
    inner << "<i>" << 29 << "</i>";
    Html outer;
    outer << "<p>" << inner << "</p>";
    EXPECT_EQ(outer.str(), "<p><i>29</i></p>");
}

TEST(Html, TextFromElsewhereCanNotPassAsMarkup)
{
    static_assert(!CanBeWritten<const char*>);
    static_assert(!CanBeWritten<char*>);
    static_assert(!CanBeWritten<bool>);
    static_assert(!CanBeWritten<double>);
    static_assert(CanBeWritten<std::string>);
}

TEST(Url, LetsOnlyOwnPathsAndHttpsThrough)
{
    EXPECT_EQ(base::url("/dossiers/3?mo=5"), "/dossiers/3?mo=5");
    EXPECT_EQ(base::url("https://example.org"), "https://example.org");
    EXPECT_EQ(base::url("javascript:alert(1)"), "#");
    EXPECT_EQ(base::url("//evil.example"), "#");
    EXPECT_EQ(base::url("/\\evil.example"), "#");
    EXPECT_EQ(base::url("http://plain.example"), "#");
}

TEST(Url, EncodesVietnameseNames)
{
    EXPECT_EQ(base::url_encoded("Sở A/B"), "S%E1%BB%9F%20A%2FB");
}

TEST(Message, FillsItsPlacesInOrderAndNeverRereadsAnArgument)
{
    const base::Message message("Dòng {}: “{}” không phải là số.", {"7", "{}"});
    EXPECT_EQ(message.vietnamese(), "Dòng 7: “{}” không phải là số.");
    EXPECT_EQ(base::Message::fill("Row {}: “{}”", message.arguments()), "Row 7: “{}”");
}

TEST(Result, IsEitherAValueOrAnErrorThatNamesTheField)
{
    const base::Result<int> good = 3;
    const base::Result<int> bad = base::invalid("Ngày không hợp lệ.", "date");
    EXPECT_TRUE(good);
    EXPECT_EQ(*good, 3);
    EXPECT_FALSE(bad);
    EXPECT_EQ(bad.error().field, "date");
}

TEST(Digest, IsSha256)
{
    EXPECT_EQ(base::sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_NE(base::random_token(), base::random_token());
    EXPECT_EQ(base::random_token(32).size(), 43U);
}

}  // namespace
