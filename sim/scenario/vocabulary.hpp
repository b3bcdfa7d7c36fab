// The words that a model adds to scenario files: parameters, levers, and what a scope may name.
#pragma once

#include <string>
#include <vector>

#include "sim/core/label.hpp"
#include "sim/scenario/parameter.hpp"

namespace bevlogen {

// One number that a lever takes, such as `administration` of `shift`. What is not written is 0 (nothing changes).
struct LeverKey {
    std::string name;
    std::string unit;
    double min = 0.0;
    double max = 0.0;
    Label meaning;
};

// A kind of change that an intervention can make: a table of its own in a scenario file.
struct LeverDecl {
    std::string name;
    Label label;
    std::vector<LeverKey> keys;
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

struct Vocabulary {
    std::string model;
    Label title;
    ParameterTable parameters;
    std::vector<LeverDecl> levers;
    std::vector<ScopeAxis> scope_axes;
    std::vector<PredicateDecl> predicates;
};

}  // namespace bevlogen
