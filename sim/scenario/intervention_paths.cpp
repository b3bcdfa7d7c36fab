// Lists the paths under an intervention from the declared keys and the vocabulary.
#include "sim/scenario/intervention_paths.hpp"

#include "sim/scenario/keys.hpp"

namespace bevlogen {

KeyDecl lever_key_decl(const LeverKey& key) {
    return {.name = key.name,
            .type = KeyType::number,
            .doc = key.meaning.en,
            .fallback = 0.0,
            .unit = key.unit,
            .min = key.min,
            .max = key.max};
}

KeyDecl scope_axis_decl(const ScopeAxis& axis) {
    KeyDecl key{.name = axis.key, .type = KeyType::words, .doc = axis.label.en, .fallback = kEverybody};
    key.words.assign(axis.values.begin(), axis.values.end());
    return key;
}

KeyDecl predicate_decl(const Vocabulary& vocabulary) {
    KeyDecl key = key_named(scope_keys(), "where");
    for (const PredicateDecl& predicate : vocabulary.predicates) key.words.emplace_back(predicate.name);
    return key;
}

std::vector<KeyPath> intervention_paths(const Vocabulary& vocabulary) {
    std::vector<KeyPath> paths;
    for (const KeyDecl& key : intervention_keys()) {
        const std::string name(key.name);
        switch (key.type) {
            case KeyType::moment:
                for (const KeyDecl& unit : moment_keys()) paths.push_back({name + "." + std::string(unit.name), unit});
                break;
            case KeyType::path:
            case KeyType::tables: break;
            case KeyType::table:
                if (name == "costs") {
                    for (const KeyDecl& cost : cost_keys()) paths.push_back({"costs." + std::string(cost.name), cost});
                }
                if (name == "scope") {
                    for (const ScopeAxis& axis : vocabulary.scope_axes) paths.push_back({"scope." + axis.key, scope_axis_decl(axis)});
                    for (const KeyDecl& scope : scope_keys()) {
                        paths.push_back({"scope." + std::string(scope.name), scope.name == "where" ? predicate_decl(vocabulary) : scope});
                    }
                }
                break;
            default:
                if (name != "name") paths.push_back({name, key});
        }
    }
    for (const LeverDecl& lever : vocabulary.levers) {
        for (const LeverKey& key : lever.keys) paths.push_back({lever.name + "." + key.name, lever_key_decl(key)});
    }
    return paths;
}

}  // namespace bevlogen
