// A model by name, or a diagnostic.
#include "sim/cli/model_choice.hpp"

#include "sim/core/nearest_name.hpp"

namespace bevlogen {

const Model& chosen_model(const Context& context, const std::string& name) {
    if (const Model* model = context.shelf.find(name)) return *model;
    throw InputError({"--model", 0, 0}, "there is no model \"" + name + "\"" + suggestion(name, context.shelf.names()));
}

std::optional<Scenario> baseline_of(const Context& context, const std::string& model) {
    const Model* known = context.shelf.find(model);
    if (known == nullptr || known->vocabulary().baseline.empty()) return {};
    const std::filesystem::path file = context.library / known->vocabulary().baseline;
    if (!std::filesystem::exists(file)) return {};
    return read_scenario(file, context.vocabularies(), {}, context.library);
}

}  // namespace bevlogen
