// What there is to tell of a life: periods, arrivals, the mean of every year, where two lives part.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/cli/panel_life.hpp"

namespace bevlogen {

// A run of one code of one trace, other than a code 0 that tells nothing. Where looks are weeks apart, what there is only yes and no of is
// taken for events: each look that saw one is a period of its own.
struct Period {
    std::size_t trace = 0;
    int code = 0;
    int first_week = 0;  // of the first and the last look that saw it
    int last_week = 0;
    int weeks = 0;  // looks times the weeks between two
    bool to_the_end = false;

    int first_year() const { return (first_week - 1) / kWeeksPerYear + 1; }
    int last_year() const { return (last_week - 1) / kWeeksPerYear + 1; }
};

// A level that stays between 0 and 1 and jumps up by more than a half between two looks: something new begins.
struct Arrival {
    std::size_t trace = 0;
    int week = 0;

    int year() const { return (week - 1) / kWeeksPerYear + 1; }
};

struct YearOfLife {
    int year = 0;               // from 1
    int looks = 0;              // at which the person was there
    std::vector<double> means;  // by trace; not a number for codes and where nothing was seen
};

// Weeks without any value: the person was in no post that is followed.
struct Absence {
    int first_week = 0;
    int last_week = 0;
    bool to_the_end = false;
};

struct LifeStory {
    Life life;
    std::vector<std::size_t> unchanged;  // traces of codes that keep one value
    std::vector<Period> periods;         // by trace, then by time; none of unchanged traces
    std::vector<Arrival> arrivals;
    std::vector<Absence> absences;
    std::vector<YearOfLife> years;
    std::vector<double> spread;  // by trace: standard deviation over this person's looks

    const TraceDecl& decl(std::size_t trace) const { return life.traces[trace].decl; }
    // The English word for a code; "code 7" where the model has none for it.
    std::string word(std::size_t trace, int code) const;
    // The code of an unchanged trace.
    int constant_code(std::size_t trace) const;
};

LifeStory story_of(Life life);

// Two lives of one person in two scenarios, over the looks that both have.
struct Parting {
    std::optional<int> week;          // of the first look that differs
    std::vector<std::size_t> traces;  // that differ then
};
// Both lives have the same traces and looks.
Parting parting_of(const Life& base, const Life& other);

}  // namespace bevlogen
