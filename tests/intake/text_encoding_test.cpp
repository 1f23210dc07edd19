#include "intake/text_encoding.h"

#include <gtest/gtest.h>

#include <iconv.h>

using intake::decoded;
using intake::recognised_encoding;

namespace {

const std::string sheet =
    "STT;Đơn vị;Tổng điểm;Xếp hạng\n1;Sở Kế hoạch và Đầu tư;90,94;1\n2;Sở Nội vụ;89,72;2\n"
    "3;Huyện Châu Thành;88,68;3\n4;Thành phố Hồng Ngự;77,60;4\n";

// windows-1258 has no letters with both a mark and a tone: those are written with combining tones.
std::string encoded(const std::string& text, const char* name)
{
    const iconv_t handle = iconv_open(name, "UTF-8");
    std::string in = text;
    std::string out(text.size() * 4, '\0');
    char* from = in.data();
    char* to = out.data();
    std::size_t left = in.size();
    std::size_t room = out.size();
    EXPECT_NE(iconv(handle, &from, &left, &to, &room), static_cast<std::size_t>(-1)) << name;
    iconv(handle, nullptr, nullptr, &to, &room);
    iconv_close(handle);
    out.resize(out.size() - room);
    return out;
}

void expect_round_trip(const std::string& bytes, const std::string& encoding)
{
    EXPECT_EQ(recognised_encoding(bytes), encoding);
    EXPECT_EQ(decoded(bytes, encoding), sheet) << encoding;
}

}  // namespace

TEST(TextEncoding, Utf8WithAndWithoutAMarkIsRecognised)
{
    expect_round_trip(sheet, "UTF-8");
    expect_round_trip("\xEF\xBB\xBF" + sheet, "UTF-8");
}

TEST(TextEncoding, Utf16OfBothOrdersIsRecognisedWithAndWithoutAMark)
{
    expect_round_trip(encoded(sheet, "UTF-16LE"), "UTF-16LE");
    expect_round_trip(encoded(sheet, "UTF-16BE"), "UTF-16BE");
    expect_round_trip("\xFF\xFE" + encoded(sheet, "UTF-16LE"), "UTF-16LE");
    expect_round_trip("\xFE\xFF" + encoded(sheet, "UTF-16BE"), "UTF-16BE");
}

TEST(TextEncoding, Windows1258WithCombiningTonesIsRecognised)
{
    expect_round_trip(encoded(sheet, "CP1258"), "windows-1258");
}

TEST(TextEncoding, Tcvn3IsRecognised)
{
    expect_round_trip(encoded(sheet, "TCVN5712-1"), "TCVN3");
}

TEST(TextEncoding, VisciiIsRecognised)
{
    expect_round_trip(encoded(sheet, "VISCII"), "VISCII");
}

TEST(TextEncoding, DecomposedLettersBecomeWholeOnes)
{
    EXPECT_EQ(decoded("So\xCC\x9B\xCC\x89 No\xCC\xA3\xCC\x82i", "UTF-8"), "Sở Nội");
}

TEST(TextEncoding, BytesThatAreNotInTheChosenEncodingAreRefused)
{
    EXPECT_FALSE(decoded("S\xEB N\xE9i v\xF4", "UTF-8"));
    EXPECT_FALSE(decoded("abc", "UTF-16LE"));
    EXPECT_FALSE(decoded("abc", "EBCDIC"));
}

TEST(AbcLetters, AreRepairedWhenTheyReadAsVietnamese)
{
    EXPECT_TRUE(intake::looks_like_abc("Së Néi vô\nSë KÕ ho¹ch vµ §Çu t­\n"));
    EXPECT_EQ(intake::from_abc_letters("Së Néi vô"), "Sở Nội vụ");
    EXPECT_EQ(intake::from_abc_letters("Së KÕ ho¹ch vµ §Çu t­"), "Sở Kế hoạch và Đầu tư");
}

TEST(AbcLetters, GoodVietnameseIsLeftAlone)
{
    EXPECT_FALSE(intake::looks_like_abc("Sở Nội vụ\nSở Tài chính\nVăn phòng UBND tỉnh\n"));
    EXPECT_FALSE(intake::looks_like_abc("Công ty\nThông tin\n"));
    EXPECT_FALSE(intake::looks_like_abc("plain ASCII"));
}
