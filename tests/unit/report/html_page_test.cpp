// The page carries any text as text, opens in its language and fetches nothing.
#include "sim/report/html_page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <string>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view kHostile = "Zoë & Müller's \"plan\" </script><script>alert(1)</script><!-- </title> ]]> \\ \u2028 €";

std::size_t count(std::string_view text, std::string_view what) {
    std::size_t found = 0;
    for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size())) ++found;
    return found;
}

// What stands between the first `begin` and the next `end`.
std::string between(const std::string& page, std::string_view begin, std::string_view end) {
    const std::size_t from = page.find(begin) + begin.size();
    return page.substr(from, page.find(end, from) - from);
}

std::string data_of(const std::string& page) { return between(page, R"(<script id="data" type="application/json">)", "</script>"); }

TEST(HtmlPage, CarriesItsDataUnchanged) {
    const nlohmann::json data = {{"title", "Vijf beleidsopties"}, {"levels", {0.18, -1e-5, 12345}}};
    const std::string page = html_page(data.dump(), {.title = "Vijf beleidsopties", .language = "nl"});
    EXPECT_EQ(nlohmann::json::parse(data_of(page)), data);
}

TEST(HtmlPage, NoTextInTheDataEndsItsElement) {
    const nlohmann::json data = {{"title", kHostile}, {"scenarios", {{{"text", kHostile}}}}};
    const std::string page = html_page(data.dump(), {.title = "plain"});
    const std::string plain = html_page("{}", {.title = "plain"});
    EXPECT_EQ(nlohmann::json::parse(data_of(page)), data);
    EXPECT_EQ(count(page, "<script"), count(plain, "<script"));
    EXPECT_EQ(count(page, "</script"), count(plain, "</script"));
    EXPECT_EQ(count(page, "<!--"), count(plain, "<!--"));
}

TEST(HtmlPage, TitleIsText) {
    const std::string page = html_page("{}", {.title = kHostile});
    EXPECT_EQ(
        between(page, "<title>", "</title>"),
        "Zoë &amp; Müller&#39;s &quot;plan&quot; &lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!-- &lt;/title&gt; ]]&gt; \\ "
        "\u2028 €");
}

TEST(HtmlPage, TitleThatLooksLikeAPlaceIsNotFilled) {
    const std::string page = html_page(R"({"title": "@@title@@"})", {.title = "@@data@@"});
    EXPECT_EQ(between(page, "<title>", "</title>"), "@@data@@");
    EXPECT_EQ(data_of(page), R"({"title": "@@title@@"})");
}

TEST(HtmlPage, OpensInTheLanguageThatIsAskedFor) {
    EXPECT_THAT(html_page("{}", {.title = "", .language = "nl"}), HasSubstr("<html lang=\"nl\">"));
    EXPECT_THAT(html_page("{}", {.title = "", .language = "en"}), HasSubstr("<html lang=\"en\">"));
    EXPECT_THROW(html_page("{}", {.title = "", .language = "de"}), ContractViolation);
}

TEST(HtmlPage, SaysSomethingWithoutJavaScript) {
    const std::string message = between(html_page("{}", {.title = ""}), "<noscript>", "</noscript>");
    EXPECT_THAT(message, HasSubstr("JavaScript"));
    EXPECT_THAT(message, HasSubstr("Dit rapport"));
}

TEST(HtmlPage, AllowsOnlyItsOwnScriptsAndStyle) {
    const std::string policy = between(html_page("{}", {.title = ""}), R"(http-equiv="Content-Security-Policy" content=")", "\"");
    EXPECT_THAT(policy, HasSubstr("default-src 'none'"));
    EXPECT_EQ(count(policy.substr(policy.find("script-src"), policy.find("style-src") - policy.find("script-src")), "'sha256-"), 4U);
    EXPECT_THAT(policy, Not(HasSubstr("'unsafe-eval'")));
    EXPECT_THAT(policy, Not(HasSubstr("http")));
    EXPECT_THAT(policy, Not(HasSubstr("script-src 'unsafe-inline'")));
}

// Addresses within scripts and licences are text. These forms would be fetched when the page opens.
const std::regex& fetching() {
    static const std::regex pattern(
        R"re((<(img|script|iframe|object|embed|link|source|audio|video)[^>]*\s(src|href|data)\s*=\s*["']?\s*(https?:|//))|@import|url\(\s*["']?\s*(https?:|//))re",
        std::regex::icase);
    return pattern;
}

TEST(HtmlPage, HasNoAddressThatWouldBeFetched) {
    std::string markup(page_template());
    for (std::size_t from = 0; (from = markup.find("<script>", from)) != std::string::npos;) {  // programs are not markup
        from += 8;
        markup.erase(from, markup.find("</script>", from) - from);
    }
    EXPECT_LT(markup.size(), page_template().size());
    EXPECT_FALSE(std::regex_search(markup, fetching()));
}

TEST(HtmlPage, AddressesThatWouldBeFetchedAreRecognised) {  // the check above can fail
    EXPECT_TRUE(std::regex_search(R"(<script src="https://example.org/x.js">)", fetching()));
    EXPECT_TRUE(std::regex_search(R"(<link rel="stylesheet" href='//example.org/x.css'>)", fetching()));
    EXPECT_TRUE(std::regex_search("body { background: url(https://example.org/x.png) }", fetching()));
}

TEST(HtmlPage, CarriesTheLicencesOfItsLibraries) {
    const std::string page = html_page("{}", {.title = ""});
    for (const char* library : {"vega 6.4.0", "vega-lite 6.4.3", "vega-embed 7.3.0", "d3-array 3.", "d3-scale 4.", "topojson-client 3."})
        EXPECT_THAT(page, HasSubstr(library));
    EXPECT_THAT(page, HasSubstr("Redistribution and use in source and binary forms"));
}

}  // namespace
}  // namespace bevlogen
