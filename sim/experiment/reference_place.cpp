// Looks for references under the words of choices first.
#include "sim/experiment/reference_place.hpp"

#include <fmt/format.h>

namespace bevlogen {
namespace {

std::optional<ReferencePlace> find_reference(const std::string& path, const Vocabulary& vocabulary, const Scenario& scenario) {
    const auto mean = vocabulary.parameters.find(path + ".mean"), sd = vocabulary.parameters.find(path + ".sd");
    if (!mean || !sd) return std::nullopt;
    return ReferencePlace{path, scenario.parameters.values[*mean], scenario.parameters.values[*sd]};
}

}  // namespace

std::optional<ReferencePlace> reference_of(const std::string& outcome, const Vocabulary& vocabulary, const Scenario& scenario) {
    const auto& decls = vocabulary.parameters.decls();
    for (std::size_t k = 0; k < decls.size(); ++k) {
        if (decls[k].kind != ParameterKind::choice) continue;
        const std::string& word = decls[k].choices[static_cast<std::size_t>(scenario.parameters.values[k])];
        if (auto found = find_reference(fmt::format("{}.reference.{}", word, outcome), vocabulary, scenario)) return found;
    }
    return find_reference("reference." + outcome, vocabulary, scenario);
}

}  // namespace bevlogen
