// The workforce model with the scenario files that ship with it, for tests: parameters, scenarios and one-thread simulations.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "models/catalog/workforce_model.hpp"
#include "models/instruments/instrument_parameters.hpp"
#include "models/wellbeing/factor_parameters.hpp"
#include "models/wellbeing/jdr_parameters.hpp"
#include "models/workforce/rotation.hpp"
#include "models/workforce/world.hpp"
#include "sim/engine/simulation.hpp"
#include "sim/scenario/read.hpp"

namespace bevlogen::testing {

inline std::filesystem::path shipped_scenarios() {
    return std::filesystem::path(__FILE__).parent_path().parent_path().parent_path().parent_path() / "scenarios";
}

// `text` is a scenario; `sets` are overrides as on the command line ("jdr.contagion=0").
inline Scenario read_text(const Vocabulary& vocabulary, const std::string& text, const std::vector<std::string>& sets) {
    std::vector<Override> overrides;
    for (const std::string& set : sets) overrides.push_back(parse_override(set));
    const VocabularyShelf shelf{[&](const std::string& name) { return name == vocabulary.model ? &vocabulary : nullptr; },
                                {vocabulary.model}};
    return read_scenario_text(text, "test.toml", shelf, overrides, shipped_scenarios());
}

// The numbers of all parts of the model, from the baseline's own files.
struct WorkforceParameters {
    workforce::World world;
    workforce::CareerParameters careers;
    workforce::HouseholdParameters household;
    workforce::RotationParameters rotation;
    wellbeing::FactorParameters factors;
    wellbeing::JdrParameters jdr;
    instruments::InstrumentParameters instruments;

    workforce::StationaryCareers stationary() const { return {careers, world.fte_mean[workforce::index_of(workforce::Phase::aios)]}; }

    static WorkforceParameters read(const std::vector<std::string>& sets = {}) {
        auto world = workforce::declare_world();
        auto careers = workforce::declare_career_parameters();
        auto household = workforce::declare_household_parameters();
        auto rotation = workforce::declare_rotation_parameters();
        auto factors = wellbeing::declare_factor_parameters();
        auto jdr = wellbeing::declare_jdr_parameters();
        auto instruments = instruments::declare_instrument_parameters();
        Vocabulary vocabulary;
        vocabulary.model = "workforce";
        world.declare(vocabulary.parameters);
        careers.declare(vocabulary.parameters);
        household.declare(vocabulary.parameters);
        rotation.declare(vocabulary.parameters);
        factors.declare(vocabulary.parameters);
        jdr.declare(vocabulary.parameters);
        instruments.declare(vocabulary.parameters);
        const Scenario baseline = read_text(vocabulary, "title = \"test\"\nextends = \"baseline.toml\"\n", sets);
        const auto& values = baseline.parameters.values;
        return {world.read(values),   careers.read(values), household.read(values),  rotation.read(values),
                factors.read(values), jdr.read(values),     instruments.read(values)};
    }
};

// The whole model, and scenarios over the baseline.
class Workforce {
  public:
    Workforce() : model_(make_workforce_model()) {}

    const Model& model() const { return *model_; }
    const workforce::WorkforceFields& fields() const { return static_cast<const workforce::WorkforceFields&>(model_->fields()); }

    // `more` is TOML that follows, such as an intervention.
    Scenario baseline(double scale, const std::vector<std::string>& sets = {}, const std::string& more = {}) const {
        Scenario scenario = read_text(model_->vocabulary(), "title = \"test\"\nextends = \"baseline.toml\"\n" + more, sets);
        scenario.population_scale = scale;
        return scenario;
    }

  private:
    std::unique_ptr<Model> model_;
};

}  // namespace bevlogen::testing
