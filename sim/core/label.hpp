// A text that people read, in the two languages of the project.
#pragma once

#include <string>

namespace bevlogen {

enum class Language { english, dutch };

struct Label {
    std::string en;
    std::string nl;

    // A name that is the same in both.
    static Label same(const std::string& text) { return {text, text}; }
    bool operator==(const Label&) const = default;
    bool empty() const { return en.empty() && nl.empty(); }
    const std::string& in(Language language) const { return language == Language::dutch ? nl : en; }
};

}  // namespace bevlogen
