// What is text and what is not, at the edges of the definition.
#include "sim/core/utf8.hpp"

#include <gtest/gtest.h>

#include <string>

namespace bevlogen {
namespace {

using namespace std::string_literals;

TEST(Utf8, KnowsLettersOfEveryLength) {
    for (const std::string text : {"", "plain", "Zoë", "€", "日本", "😀", "\x7f", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf",
                                   "\xee\x80\x80", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"})
        EXPECT_TRUE(is_utf8(text)) << text;
    EXPECT_TRUE(is_utf8("a\0b"s));
}

TEST(Utf8, RefusesWhatIsNoLetter) {
    for (const char* bytes : {"\x80", "a\xff", "\xc0\x80", "\xc1\xbf", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf",
                              "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xc3", "\xe2\x82", "\xf0\x9f\x98", "\xc3(", "Zo\xeb"})
        EXPECT_FALSE(is_utf8(bytes)) << bytes;
}

TEST(ControlLetter, IsFoundAndBlanksAreNone) {
    EXPECT_EQ(control_letter_in("one line,\ttwo\r\nlines: Zoë €"), std::nullopt);
    EXPECT_EQ(control_letter_in("a\0b"s), U'\0');
    EXPECT_EQ(control_letter_in("red: \x1b[31m"), U'\x1b');
    EXPECT_EQ(control_letter_in("\x7f"), U'\x7f');
    EXPECT_EQ(control_letter_in("\xc2\x9b"), char32_t{0x9b});  // C1: what ESC [ is in one letter
    EXPECT_EQ(control_letter_in("\xc2\xa0"), std::nullopt);
}

}  // namespace
}  // namespace bevlogen
