// Turns a plan into names, labels and numbers.
#include "sim/sweep/description.hpp"

#include <fmt/format.h>

#include "sim/record/journal_entries.hpp"

namespace bevlogen {
namespace {

std::string words_of(const Axis& axis) {
    if (axis.key.type == KeyType::flag) return "0 = false, 1 = true";
    std::string words;
    if (axis.key.type != KeyType::word) return words;
    for (std::size_t i = 0; i < axis.key.words.size(); ++i) words += fmt::format("{}{} = {}", i == 0 ? "" : ", ", i, axis.key.words[i]);
    return words;
}

}  // namespace

SweepDescription describe_sweep(const SweepPlan& plan, const Model& model) {
    SweepDescription description;
    description.model = plan.base.model;
    description.title = plan.title;
    description.question = plan.question;
    description.scenario = plan.base.name;
    description.scenario_title = plan.base.title;
    description.resolved_plan = resolved_plan_text(plan, model);
    description.resolved_scenario = plan.base.resolved;
    description.identity = identity_words(sweep_identity(plan, model));
    description.design = std::string(word_of(plan.design.kind));
    description.seed = plan.base.seed;
    description.first_replicate = plan.base.first_replicate;
    description.replicates = plan.replicates();
    description.points = plan.points();
    for (const Axis& axis : plan.axes) {
        description.parameters.push_back({axis.path, axis.label, axis.key.unit.empty() ? "1" : std::string(axis.key.unit), axis.description,
                                          axis.in_words(), std::string(word_of(axis.spread)), words_of(axis)});
    }
    description.values = plan.values;
    description.coordinates = plan.coordinates;
    for (const std::size_t outcome : plan.outcomes) description.outcomes.push_back(model.outcomes()[outcome]);
    description.phases = model.phases();
    description.payers = model.vocabulary().payers;
    if (!description.payers.empty()) description.price_year = model.prices(plan.base).price_year;
    description.years = plan.base.years;
    return description;
}

}  // namespace bevlogen
