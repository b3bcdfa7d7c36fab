// A text that people read, in the two languages of the project.
#pragma once

#include <string>

namespace bevlogen {

enum class Language { english, dutch };

struct Label {
    std::string en;
    std::string nl;

    const std::string& in(Language language) const { return language == Language::dutch ? nl : en; }
};

}  // namespace bevlogen
