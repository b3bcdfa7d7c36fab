// English for a life: what happened in a year, and how the year was.
#pragma once

#include <string>
#include <vector>

#include "sim/cli/life_story.hpp"

namespace bevlogen {

// "rather high": the band in which a standardised level lies; borders at 0.5, 1 and 2 standard deviations.
std::string z_words(double z);
// "once", "twice", "3 times".
std::string times(std::size_t count);

// One entry a trace in which something happened: "leave: short illness twice (3 weeks in all), burnout leave from week 131 (30 weeks)".
// What was seen at single looks only, where those are weeks apart, has no duration: "short illness seen twice"; nor have yes and no.
std::vector<std::string> happenings(const LifeStory& story, int year);
// The same without weeks, for a table: "short illness (2), burnout leave".
std::string short_happenings(const LifeStory& story, int year);
// What a person went through in all, or nothing: "short illness 7 times (12 weeks), burnout leave once (30 weeks)".
std::string whole_happenings(const LifeStory& story);
// "Year 3: workload rose (+0.12), burnout high (1.3 SD). Leave: short illness in week 120."
std::string year_sentence(const LifeStory& story, int year);
// Of all years; those in which nobody saw the person are one: "Years 7 to 10: In no post that is followed."
std::vector<std::string> year_sentences(const LifeStory& story);

// Weeks in which the trace had the code in the year.
int weeks_of(const LifeStory& story, std::size_t trace, int code, int year);

// How an entry of a trace is called without its trace: the word, or the label where there is only yes and no.
std::string happening_word(const LifeStory& story, std::size_t trace, int code);

}  // namespace bevlogen
