// Makes the report page: one HTML file that holds data, figures, style and program, and fetches nothing.
#pragma once

#include <string>
#include <string_view>

namespace bevlogen {

// What stands in the page outside its data, so that it is right before any script has run.
struct PageHead {
    std::string_view title;            // plain text
    std::string_view language = "en";  // in which the page opens: "en" or "nl"
};

// The whole file as UTF-8. `json` is one JSON object as docs/report-data.md describes; texts in it may hold anything,
// also markup and `</script>`: none of it ends an element or is run.
std::string html_page(std::string_view json, const PageHead& head);

// The page without data and head, as it was put together when the program was built.
std::string_view page_template();

}  // namespace bevlogen
