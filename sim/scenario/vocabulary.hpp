// The words that a model adds to scenario files: parameters, levers, and what a scope may name.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/label.hpp"
#include "sim/scenario/parameter.hpp"

namespace bevlogen {

// What a key of a lever is written as. A flag is 0 or 1, a word the index of the word.
enum class LeverKeyKind { number, whole_number, flag, word };

// The value of a key that nobody wrote and that has no default: the lever leaves alone what the key would set.
inline constexpr double kNotSet = std::numeric_limits<double>::lowest();

// One key that a lever takes, such as `administration` of `shift`.
struct LeverKey {
    std::string name;
    std::string unit;
    double min = 0.0;
    double max = 0.0;
    Label meaning;
    LeverKeyKind kind = LeverKeyKind::number;
    double fallback = 0.0;             // where nothing is written; kNotSet: nothing
    std::vector<std::string> words{};  // of a word
    // One value for each value of this scope axis: written as one number for all of them, or as a table by their names.
    std::optional<std::size_t> axis{};
};

// A kind of change that an intervention can make: a table of its own in a scenario file.
struct LeverDecl {
    std::string name;
    Label label;
    std::vector<LeverKey> keys;
    bool enrols = false;  // persons decide whether they take part, so that those who do are compared with their twins
};

// A word of `scope`, such as `phases`, with the values it may have. A person has one value of each axis.
struct ScopeAxis {
    std::string key;
    Label label;
    std::vector<std::string> values;
    std::vector<Label> labels;
};

struct PredicateDecl {
    std::string name;  // a word of `scope.where`, such as "burnt_out"
    Label label;
};

// A table of named rows that a world may hold, such as the departments of one hospital: `[[world.departments]]` with `name` and numbers.
struct RowsDecl {
    std::string path;  // "world.departments"
    Label label;
    std::vector<LeverKey> keys;  // numbers and whole numbers
};

// Who bears costs.
struct PayerDecl {
    std::string name;  // a word of an intervention's `costs.payer`, such as "hospital"
    Label label;
};

struct Vocabulary {
    std::string model;
    Label title;
    ParameterTable parameters;
    std::vector<LeverDecl> levers;
    std::vector<ScopeAxis> scope_axes;
    std::vector<PredicateDecl> predicates;
    std::vector<RowsDecl> rows{};
    std::vector<PayerDecl> payers{};  // none where the model knows no costs; the first pays where an intervention does not say who
    // Paths, ascending, that another model has and this one has not, in files that both read: a scenario passes over what these files say
    // of them. Whoever sets one, or checks such a file alone, is told that there is no such parameter.
    std::vector<std::string> paths_elsewhere{};
    // The ready scenario with this model's own values, in the folder of scenarios.
    std::string baseline{};
};

}  // namespace bevlogen
