// What a model reports: outcomes and instruments, each declared once with unit, labels and direction.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/label.hpp"

namespace bevlogen {

enum class Direction { higher_is_better, lower_is_better, neutral };
// `offered` and `took_part` mark shares of persons by which those who enrolled in a programme are found. A `cost` is an amount per person
// and week of something that costs money, in its own unit: prices come afterwards (Model::prices).
enum class Role { state, event, cost, harm, offered, took_part };
// As files and tables have them: "higher", "lower", "neutral"; "state", "took_part", ...
std::string_view word_of(Direction direction);
std::string_view word_of(Role role);
// A level has a mean, a spread and quantiles; a share is 0 or 1 a person and is reported as a mean only.
enum class Shape { level, share };

struct OutcomeDecl {
    std::string name;  // of the dataset: "exhaustion"
    Label label;
    std::string unit;
    Direction good = Direction::neutral;
    Role role = Role::state;
    Shape shape = Shape::level;
    float low = -8.0f;  // range of the histogram that quantiles come from; values outside count at its ends
    float high = 8.0f;
    bool headline = false;  // in the table of a comparison
    bool weekly = false;    // recorded every week, by phase
    bool team_map = false;  // mean by team, every quarter
    bool joined = false;    // last year's mean of each person, in comparisons
    bool twin = false;      // each person's value nine months after a programme starts, in comparisons (also of offered and took_part)
    bool step = false;      // a share who came so far in a programme: a bar of a report's funnel, in the order of declaration
    std::string description;
    // Of a share: a year in this state counts among those that a measure averts, called so ("burnout-years averted"). One outcome at most.
    Label averted{};
};

// The share of persons in some state: a state of theirs, from 0 to 1.
OutcomeDecl share_outcome(std::string name, Label label, Direction good, std::string description);

// What is followed of single persons, week by week: a level, or a whole number with a word for each value.
struct TraceDecl {
    std::string name;  // "leave"
    Label label;
    std::string unit;
    std::vector<Label> words;  // of the values 0, 1, ...; empty for a level
    std::string description;
    bool tells_zero = false;  // value 0 says as much of a life as the others do: a career phase, not "no leave"
};

// What a study may ask of a person beside outcomes and instruments: who is recruited, what is adjusted for.
struct VariableDecl {
    std::string name;  // "motivation"
    Label label;
    std::string unit;
    std::string description;
};

// A questionnaire or test: a person's state and a draw of its own to a reading.
struct InstrumentDecl {
    std::string name;
    Label label;
    double low = 0.0;  // of the scale
    double high = 0.0;
    std::string unit;
    std::string source;
    std::string description;
    // 1 where the person answers the questionnaires of a week and wave, else 0: a survey has the readings of those alone.
    bool is_response = false;
};

// Rows of a table: each a set of categories. Every person is in exactly one category at a time.
struct Grouping {
    Label kind = {"career phase", "loopbaanfase"};  // what a row of Model::phases() is
    std::vector<std::string> names;
    std::vector<Label> labels;
    std::vector<std::uint64_t> members;  // a bit for each category

    std::size_t size() const { return names.size(); }
    void add(std::string name, Label label, std::uint64_t categories) {
        names.push_back(std::move(name));
        labels.push_back(std::move(label));
        members.push_back(categories);
    }
};

// In no category: a vacant post.
inline constexpr std::uint8_t kNoCategory = 255;
inline constexpr std::size_t kMaxCategories = 64;

}  // namespace bevlogen
