// Parse after print is the identity, and the order of interventions changes nothing.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "tests/property/scenario/generated_scenario.hpp"

namespace bevlogen::testing {
namespace {

Scenario read(const std::string& text, const Vocabulary& vocabulary) {
    try {
        return read_scenario_text(text, "generated", shelf_of(vocabulary), {}, {});
    } catch (const InputError& error) {
        RC_FAIL(error.diagnostics().report() + text);
    }
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text += part;
    return text;
}

RC_GTEST_PROP(ScenarioRoundTrip, ParseAfterPrintIsTheIdentity, ()) {
    const Vocabulary vocabulary = small_vocabulary();
    const Scenario once = read(some_head() + joined(some_interventions()), vocabulary);
    const Scenario twice = read(once.resolved, vocabulary);
    RC_ASSERT(twice.resolved == once.resolved);
    RC_ASSERT(twice.title == once.title);
    RC_ASSERT(twice.seed == once.seed);
    RC_ASSERT(twice.population_scale == once.population_scale);
    RC_ASSERT(twice.parameters.values == once.parameters.values);
    RC_ASSERT(twice.rows == once.rows);
    RC_ASSERT(twice.interventions.size() == once.interventions.size());
    for (std::size_t i = 0; i < once.interventions.size(); ++i) {
        const Intervention& a = once.interventions[i];
        const Intervention& b = twice.interventions[i];
        RC_ASSERT(a.name == b.name);
        RC_ASSERT(a.title.nl == b.title.nl);
        RC_ASSERT(a.levers == b.levers);
        RC_ASSERT(a.scope.axes == b.scope.axes);
        RC_ASSERT(a.scope.team_share == b.scope.team_share);
        RC_ASSERT(a.schedule.start == b.schedule.start);
        RC_ASSERT(a.schedule.end == b.schedule.end);
        RC_ASSERT(a.schedule.ramp == b.schedule.ramp);
        RC_ASSERT(a.changes.size() == b.changes.size());
        for (std::size_t k = 0; k < a.changes.size(); ++k) RC_ASSERT(a.changes[k].levers == b.changes[k].levers);
    }
}

RC_GTEST_PROP(ScenarioRoundTrip, PermutingInterventionsChangesNothing, ()) {
    const Vocabulary vocabulary = small_vocabulary();
    const std::string head = some_head();
    std::vector<std::string> interventions = some_interventions();
    const std::string before = read(head + joined(interventions), vocabulary).resolved;
    for (std::size_t i = interventions.size(); i > 1; --i)
        std::swap(interventions[i - 1], interventions[*rc::gen::inRange<std::size_t>(0, i)]);
    RC_ASSERT(read(head + joined(interventions), vocabulary).resolved == before);
}

RC_GTEST_PROP(ScenarioRoundTrip, AnOverrideIsTheSameAsTheValueInTheFile, ()) {
    const Vocabulary vocabulary = small_vocabulary();
    const std::string value = toml_number(number_between(0, 2));
    const std::vector<Override> overrides = {{"jdr.noise", value}};
    std::string text = small_scenario();
    const Scenario set = read_scenario_text(text, "generated", shelf_of(vocabulary), overrides, {});
    text.replace(text.find("jdr.noise = 0.5"), 15, "jdr.noise = " + value);
    RC_ASSERT(read(text, vocabulary).resolved == set.resolved);
}

}  // namespace
}  // namespace bevlogen::testing
