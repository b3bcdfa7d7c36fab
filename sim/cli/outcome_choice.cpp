// Finds outcomes by name.
#include "sim/cli/outcome_choice.hpp"

#include <algorithm>
#include <numeric>

#include "sim/core/diagnostic.hpp"
#include "sim/core/nearest_name.hpp"

namespace bevlogen {

std::vector<std::size_t> chosen_outcomes(const Model& model, const std::vector<std::string>& names, bool all) {
    const std::vector<OutcomeDecl>& outcomes = model.outcomes();
    std::vector<std::size_t> chosen;
    if (!names.empty()) {
        std::vector<std::string> valid;
        for (const OutcomeDecl& outcome : outcomes) valid.push_back(outcome.name);
        Diagnostics diagnostics;
        for (const std::string& name : names) {
            const auto found = static_cast<std::size_t>(std::find(valid.begin(), valid.end(), name) - valid.begin());
            if (found == valid.size()) {
                diagnostics.error({"--outcome", 0, 0}, "unknown outcome \"" + name + "\"" + suggestion(name, valid));
            } else if (std::find(chosen.begin(), chosen.end(), found) == chosen.end()) {
                chosen.push_back(found);
            }
        }
        if (!diagnostics.empty()) throw InputError(diagnostics);
        return chosen;
    }
    for (std::size_t o = 0; o < outcomes.size(); ++o) {
        if (all || outcomes[o].headline) chosen.push_back(o);
    }
    if (chosen.empty()) {
        chosen.resize(outcomes.size());
        std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    }
    return chosen;
}

}  // namespace bevlogen
