// The paths under an intervention that --set, knobs and sweeps may name.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/key.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen {

// A path with the declaration of the key that it leads to. The declaration views the vocabulary.
struct KeyPath {
    std::string path;
    KeyDecl key;

    bool is_number() const { return key.type == KeyType::number || key.type == KeyType::whole_number; }
};

// Every path from the intervention on: "uptake", "scope.coverage", "start.week", "shift.administration"; a key with
// an axis once for all its values and once for each, "administration.share.aios".
std::vector<KeyPath> intervention_paths(const Vocabulary& vocabulary);

// The key of a lever as it is read, with its bounds or words. A default that could not be written is a bug.
KeyDecl lever_key_decl(const LeverKey& key);

// An axis of a scope as it is read, with its words.
KeyDecl scope_axis_decl(const ScopeAxis& axis);

// `where` of a scope with the predicates of the model.
KeyDecl predicate_decl(const Vocabulary& vocabulary);
// The keys of `costs` with the vocabulary's payers as words; without `payer` where it has none.
std::vector<KeyDecl> cost_decls(const Vocabulary& vocabulary);

}  // namespace bevlogen
