// Lists the paths of a scenario from the declared keys.
#include "sim/scenario/scenario_paths.hpp"

#include "sim/scenario/keys.hpp"
#include "sim/scenario/parameter_reader.hpp"

namespace bevlogen {

std::vector<KeyPath> fixed_paths() {
    std::vector<KeyPath> paths = {{"title", key_named(scenario_keys(), "title")}, {"question", key_named(scenario_keys(), "question")}};
    const auto add = [&](const std::string& table, std::span<const KeyDecl> keys) {
        for (const KeyDecl& key : keys) paths.push_back({table + "." + std::string(key.name), key});
    };
    add("time", time_keys());
    add("run", run_keys());
    add("population", population_keys());
    return paths;
}

std::vector<KeyPath> parameter_paths(const Vocabulary& vocabulary) {
    std::vector<KeyPath> paths;
    for (const ParameterDecl& decl : vocabulary.parameters.decls()) paths.push_back({decl.path, parameter_key_decl(decl)});
    return paths;
}

std::vector<KeyPath> scenario_paths(const Vocabulary& vocabulary, std::span<const std::string> interventions) {
    std::vector<KeyPath> paths = fixed_paths();
    const std::vector<KeyPath> parameters = parameter_paths(vocabulary);
    paths.insert(paths.end(), parameters.begin(), parameters.end());
    const std::vector<KeyPath> of_each = intervention_paths(vocabulary);
    for (const std::string& name : interventions) {
        for (const KeyPath& path : of_each) paths.push_back({"intervention." + name + "." + path.path, path.key});
    }
    return paths;
}

}  // namespace bevlogen
