// Lists the paths under an intervention from the declared keys and the vocabulary.
#include "sim/scenario/intervention_paths.hpp"

#include <cmath>

#include "sim/core/contract.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/lever_slots.hpp"

namespace bevlogen {

KeyDecl lever_key_decl(const LeverKey& key) {
    KeyDecl decl{.name = key.name, .doc = key.meaning.en, .unit = key.unit, .min = key.min, .max = key.max};
    switch (key.kind) {
        case LeverKeyKind::number: decl.type = KeyType::number; break;
        case LeverKeyKind::whole_number: decl.type = KeyType::whole_number; break;
        case LeverKeyKind::flag:
            decl.type = KeyType::flag;
            decl.min = 0.0, decl.max = 1.0;
            break;
        case LeverKeyKind::word:
            decl.type = KeyType::word;
            decl.words.assign(key.words.begin(), key.words.end());
            decl.min = 0.0, decl.max = static_cast<double>(key.words.size()) - 1.0;
            break;
    }
    if (!is_set(key.fallback)) return decl;
    const bool is_whole = key.kind == LeverKeyKind::number || key.fallback == std::floor(key.fallback);
    expect(decl.holds(key.fallback) && is_whole, "the default of a lever's key is a value that one could write");
    if (key.kind == LeverKeyKind::word) {
        decl.fallback = decl.words[static_cast<std::size_t>(key.fallback)];
    } else {
        decl.fallback = key.fallback;
    }
    return decl;
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

std::vector<KeyDecl> cost_decls(const Vocabulary& vocabulary) {
    std::vector<KeyDecl> keys(cost_keys().begin(), cost_keys().end());
    if (vocabulary.payers.empty()) {
        std::erase_if(keys, [](const KeyDecl& key) { return key.name == "payer"; });
        return keys;
    }
    for (KeyDecl& key : keys) {
        if (key.name != "payer") continue;
        for (const PayerDecl& payer : vocabulary.payers) key.words.emplace_back(payer.name);
    }
    return keys;
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
                    for (const KeyDecl& cost : cost_decls(vocabulary)) paths.push_back({"costs." + std::string(cost.name), cost});
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
        for (const LeverKey& key : lever.keys) {
            const std::string path = lever.name + "." + key.name;
            paths.push_back({path, lever_key_decl(key)});
            if (!key.axis) continue;
            for (const std::string& value : vocabulary.scope_axes[*key.axis].values)
                paths.push_back({std::string(path).append(".").append(value), lever_key_decl(key)});
        }
    }
    return paths;
}

}  // namespace bevlogen
