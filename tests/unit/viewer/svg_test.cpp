// A drawing becomes an SVG that any reader opens, whatever texts are in it and whatever the machine's locale.
#include "viewer/plot/svg.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <png.h>

#include <clocale>
#include <locale>
#include <regex>

#include "tests/unit/viewer/drawings.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAreArray;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

// What keeps a text from being XML of elements and text; empty where nothing does.
std::string trouble_in(const std::string& xml) {
    static const std::regex token(R"re(<(/?)([A-Za-z]+)((?: [A-Za-z:-]+="[^"<>&]*(?:&(?:amp|lt|gt|quot);[^"<>&]*)*")*)(/?)>)re");
    static const std::regex text(R"re([^<>&]*(?:&(?:amp|lt|gt|quot);[^<>&]*)*)re");
    if (std::any_of(xml.begin(), xml.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; }))
        return "control character";
    std::vector<std::string> open;
    auto at = xml.cbegin();
    while (at != xml.cend()) {
        const auto next = std::find(at, xml.cend(), '<');
        if (!std::regex_match(at, next, text)) return "text: " + std::string(at, next);
        if (next == xml.cend()) break;
        const auto end = std::find(next, xml.cend(), '>');
        if (end == xml.cend()) return "unclosed element";
        std::smatch match;
        const std::string element(next, end + 1);
        if (!std::regex_match(element, match, token)) return "element: " + element.substr(0, 200);
        if (match[1].length() > 0) {
            if (open.empty() || open.back() != match[2]) return "closes what is not open: " + element;
            open.pop_back();
        } else if (match[4].length() == 0) {
            open.push_back(match[2]);
        }
        at = end + 1;
    }
    return open.empty() ? "" : "still open: " + open.back();
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

std::vector<Colour> checkers() {
    return {{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 128}, {0, 0, 0, 0}, {1, 2, 3, 255}, {250, 251, 252, 255}};
}

Drawing every_kind() {
    Drawing drawing{640.5f, 480, {}};
    drawing.add(LineMark{{{1.5f, 2.25f}, {1234.5f, 4}}, colours::kBlue, 2.5f, Stroke::dashed});
    drawing.add(BandMark{{{0, 1}, {2, 3}}, {{0, 5}, {2, 7}}, colours::kGreen.with_alpha(0.25)});
    drawing.add(BoxMark{{1, 2, 11, 22}, Colour{0, 0, 0, 0}, colours::kInk});
    drawing.add(DotMark{{5, 6}, 3.5f, colours::kWorse});
    drawing.add(CellsMark{{0, 0, 30, 20}, 3, 2, std::make_shared<const std::vector<Colour>>(checkers())});
    drawing.add(TextMark{{7, 8}, "caf\u00e9", colours::kInk, 13, Align::right});
    return drawing;
}

TEST(SvgTest, HasEveryKindOfMark) {
    const std::string svg = svg_text(every_kind(), "all");
    EXPECT_EQ(trouble_in(svg), "");
    EXPECT_THAT(svg, HasSubstr("<title>all</title>"));
    EXPECT_THAT(svg, HasSubstr("viewBox=\"0 0 640 480\""));
    EXPECT_THAT(svg, HasSubstr("<polyline points=\"1.50,2.25 1234.50,4.00\""));
    EXPECT_THAT(svg, HasSubstr("stroke-dasharray"));
    EXPECT_THAT(svg, HasSubstr("<polygon points=\"0.00,1.00 2.00,3.00 2.00,7.00 0.00,5.00\" fill=\"#009e73\" fill-opacity=\"0.251\""));
    EXPECT_THAT(svg, HasSubstr("<rect x=\"1.00\" y=\"2.00\" width=\"10.00\" height=\"20.00\" fill=\"none\" stroke=\"#1c2026\""));
    EXPECT_THAT(svg, HasSubstr("<circle cx=\"5.00\" cy=\"6.00\" r=\"3.50\" fill=\"#d55e00\""));
    EXPECT_THAT(svg, HasSubstr("<image "));
    EXPECT_THAT(svg, HasSubstr("text-anchor=\"end\""));
    EXPECT_THAT(svg, HasSubstr(">caf\u00e9</text>"));
}

TEST(SvgTest, WithoutMarksIsAnEmptyPage) { EXPECT_EQ(trouble_in(svg_text({100, 50, {}}, "")), ""); }

TEST(SvgTest, HostileTextsStayTexts) {
    Drawing drawing{100, 50, {}};
    const std::string hostile = "<script>alert(\"1\")</script>&\"']]>&amp;\x01\x1b\x07\t\n";
    drawing.add(TextMark{{1, 1}, hostile});
    const std::string svg = svg_text(drawing, hostile + "</title><b>");
    EXPECT_EQ(trouble_in(svg), "");
    EXPECT_THAT(svg, Not(HasSubstr("<script")));
    EXPECT_THAT(svg, HasSubstr(">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&quot;']]&gt;&amp;amp;</text>"));
}

TEST(SvgTest, TheCheckOfThisTestSeesTrouble) {
    for (const char* wrong : {"<a>", "<a></b>", "</a>", "<a x=\"<\"/>", "<a x='1'/>", "a & b", "<a>&nbsp;</a>", "<a x=\"1\"", "\x02"})
        EXPECT_NE(trouble_in(wrong), "") << wrong;
}

TEST(SvgTest, ClipsAreDefinedOnceAndReferredTo) {
    Drawing drawing{100, 50, {}};
    const Box left{0, 0, 50, 50}, right{50, 0, 100, 50};
    for (const Box& clip : {left, right, left}) drawing.add(DotMark{{5, 5}}, clip);
    drawing.add(DotMark{{5, 5}});
    const std::string svg = svg_text(drawing, "clips");
    EXPECT_EQ(trouble_in(svg), "");
    EXPECT_EQ(count_of(svg, "<clipPath id=\"clip0\">"), 1u);
    EXPECT_EQ(count_of(svg, "<clipPath id=\"clip1\">"), 1u);
    EXPECT_EQ(count_of(svg, "<clipPath"), 2u);
    EXPECT_EQ(count_of(svg, "url(#clip0)"), 2u);
    EXPECT_EQ(count_of(svg, "url(#clip1)"), 1u);
    EXPECT_THAT(svg, HasSubstr("<clipPath id=\"clip1\"><rect x=\"50.00\" y=\"0.00\" width=\"50.00\" height=\"50.00\"/>"));
    EXPECT_THAT(svg_text({100, 50, {}}, ""), Not(HasSubstr("<defs>")));
}

std::vector<unsigned char> from_base64(const std::string& text) {
    static const std::string kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::vector<unsigned char> bytes;
    unsigned bits = 0, count = 0;
    for (const char c : text) {
        if (c == '=') break;
        bits = bits << 6 | static_cast<unsigned>(kLetters.find(c));
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes.push_back(static_cast<unsigned char>(bits >> count));
    }
    return bytes;
}

TEST(SvgTest, CellsAreAPictureThatLibpngReads) {
    const std::string svg = svg_text(every_kind(), "cells"), start = "data:image/png;base64,";
    const auto from = svg.find(start) + start.size();
    const auto bytes = from_base64(svg.substr(from, svg.find('"', from) - from));
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    ASSERT_TRUE(png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) << image.message;
    EXPECT_EQ(image.width, 3u);
    EXPECT_EQ(image.height, 2u);
    image.format = PNG_FORMAT_RGBA;
    std::vector<Colour> pixels(6);
    ASSERT_TRUE(png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr)) << image.message;
    EXPECT_THAT(pixels, ElementsAreArray(checkers()));
}

struct DecimalComma : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

TEST(SvgTest, NumbersHaveAPointInEveryLocale) {
    const std::string svg = svg_text(every_kind(), "numbers");
    const std::string c_before = std::setlocale(LC_ALL, nullptr);
    const std::locale before = std::locale::global(std::locale(std::locale::classic(), new DecimalComma));
    for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "nl_NL.UTF-8", "de_DE"}) {  // where the machine has one of them
        if (std::setlocale(LC_ALL, name)) break;
    }
    const std::string abroad = svg_text(every_kind(), "numbers");
    std::locale::global(before);
    std::setlocale(LC_ALL, c_before.c_str());
    EXPECT_EQ(abroad, svg);
}

}  // namespace
}  // namespace bevlogen::testing
