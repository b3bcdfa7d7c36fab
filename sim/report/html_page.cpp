// Fills the three open places of the page that was put together when the program was built.
#include "sim/report/html_page.hpp"

#include "sim/core/contract.hpp"

// Begin and end of the embedded file, see embedded_page.S.in.
extern "C" const char bevlogen_report_page_begin[];
extern "C" const char bevlogen_report_page_end[];

namespace bevlogen {
namespace {

// For text and for values of attributes in double quotes.
std::string escape_html(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&': escaped += "&amp;"; break;
            case '<': escaped += "&lt;"; break;
            case '>': escaped += "&gt;"; break;
            case '"': escaped += "&quot;"; break;
            case '\'': escaped += "&#39;"; break;
            default: escaped += c;
        }
    }
    return escaped;
}

// In JSON a `<` stands within strings only. Written as a code it can neither end the element nor open a comment in it.
std::string escape_json(std::string_view json) {
    std::string escaped;
    escaped.reserve(json.size());
    for (const char c : json) {
        if (c == '<')
            escaped += "\\u003c";
        else
            escaped += c;
    }
    return escaped;
}

// Appends what stands before `mark` and returns what stands behind it.
std::string_view append_until(std::string_view mark, std::string_view page, std::string& out) {
    const std::size_t at = page.find(mark);
    expect(at != std::string_view::npos, "the page has a place for language, title and data, in this order");
    out += page.substr(0, at);
    return page.substr(at + mark.size());
}

}  // namespace

std::string_view page_template() {
    // cppcheck-suppress comparePointers ; two ends of one page, as the assembler has them
    return {bevlogen_report_page_begin, static_cast<std::size_t>(bevlogen_report_page_end - bevlogen_report_page_begin)};
}

std::string html_page(std::string_view json, const PageHead& head) {
    expect(head.language == "en" || head.language == "nl", "a report opens in English or Dutch");
    const std::string data = escape_json(json);
    std::string_view rest = page_template();
    std::string page;
    page.reserve(rest.size() + data.size() + 2 * head.title.size());
    rest = append_until("@@language@@", rest, page);
    page += head.language;
    rest = append_until("@@title@@", rest, page);
    page += escape_html(head.title);
    rest = append_until("@@data@@", rest, page);
    page += data;
    page += rest;
    return page;
}

}  // namespace bevlogen
