// Prints what happened to one person of the panel: text for people, JSON for machines.
#pragma once

#include <string>

#include "sim/cli/life_story.hpp"

namespace bevlogen {

// Who is told of: where the person comes from in the file.
struct StoryHead {
    PanelPerson person;
    std::size_t panel_size = 0;
    std::string replicate;
};

// A head, a table of the years, and a sentence or more for each year.
std::string story_text(const StoryHead& head, const LifeStory& story);
// Where the life in another scenario parts from the one in the base, and what differs year by year.
std::string parting_text(const LifeStory& base, const LifeStory& other);

// Periods and means of the years; where the file has another scenario to tell of, also where the two lives part and their differences.
// Ends with a line break.
struct TwoLives {
    const LifeStory& base;
    const LifeStory& other;
};
std::string story_json(const StoryHead& head, const LifeStory& story, const TwoLives* both);

}  // namespace bevlogen
