// The workforce model with the scenario files that ship with it, for tests: parameters, scenarios and one-thread simulations.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "models/careers/market_parameters.hpp"
#include "models/catalog/workforce_model.hpp"
#include "models/instruments/instrument_parameters.hpp"
#include "models/instruments/yes_no_items.hpp"
#include "models/interventions/schedule.hpp"
#include "models/wellbeing/factor_targets.hpp"
#include "models/wellbeing/theories.hpp"
#include "models/workforce/absence_equations.hpp"
#include "models/workforce/absence_parameters.hpp"
#include "models/workforce/contracts.hpp"
#include "models/workforce/departments.hpp"
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

// The numbers of the parts of the model that the weekly step of well-being knows of, from the baseline's own files.
struct WorkforceParameters {
    workforce::World world;
    workforce::CareerParameters careers;
    workforce::HouseholdParameters household;
    workforce::RotationParameters rotation;
    workforce::WorkParameters work;
    workforce::AbsenceParameters absence;
    workforce::EventParameters events;
    wellbeing::FactorParameters factors;
    wellbeing::JdrParameters jdr;
    instruments::InstrumentParameters instruments;
    wellbeing::ShanafeltParameters shanafelt;
    wellbeing::WellmdParameters wellmd;

    workforce::StationaryCareers stationary() const { return {careers, world.fte_mean[workforce::index_of(workforce::Phase::aios)]}; }

    // What targets are centred on and compared with.
    wellbeing::TargetReferences references() const {
        wellbeing::TargetReferences r;
        r.work = work;
        r.leader_on_supervisor_support = world.leader_on_supervisor_support;
        r.leader_on_recognition = world.leader_on_recognition;
        r.leader_on_safety = world.leader_on_safety;
        r.leader_on_management_friction = world.leader_on_management_friction;
        r.care_at_home = workforce::mean_care_share(household, stationary());
        r.temporary_share = workforce::temporary_shares(world, {});
        for (std::size_t k = 0; k < workforce::kPhases; ++k) {
            r.newcomer[k] = workforce::mean_newcomer(rotation, static_cast<workforce::Phase>(k));
        }
        r.fading = {workforce::fade_of_a_week(events.fades_weeks), workforce::fade_of_a_week(rotation.newcomer_weeks),
                    rotation.newcomer_on_unclarity, rotation.newcomer_on_colleagues, rotation.newcomer_on_supervisor};
        r.events = workforce::mean_event_effects(events, factors.relaxation[factor_of(workforce::Demand::emotional_load)]);
        return r;
    }

    static WorkforceParameters read(const std::vector<std::string>& sets = {}) {
        auto world = workforce::declare_world();
        auto careers = workforce::declare_career_parameters();
        auto household = workforce::declare_household_parameters();
        auto rotation = workforce::declare_rotation_parameters();
        auto work = workforce::declare_work_parameters();
        auto absence = workforce::declare_absence_parameters();
        auto events = workforce::declare_event_parameters();
        auto factors = wellbeing::declare_factor_parameters();
        auto jdr = wellbeing::declare_jdr_parameters();
        auto instruments = instruments::declare_instrument_parameters();
        auto schedule = interventions::declare_schedule_parameters();  // in the same files as work
        auto market = careers::declare_market_parameters();            // in that of the world
        auto items = instruments::declare_yes_no_parameters();         // in that of the instruments
        auto shanafelt = wellbeing::declare_shanafelt_parameters();
        auto wellmd = wellbeing::declare_wellmd_parameters();
        Vocabulary vocabulary;
        vocabulary.model = "workforce";
        const auto declare = [&](auto&... group) { (group.declare(vocabulary.parameters), ...); };
        declare(world, careers, household, rotation, work, absence, events, factors, jdr, instruments, schedule, market, items, shanafelt,
                wellmd);
        vocabulary.rows = {workforce::department_rows()};
        const Scenario baseline = read_text(vocabulary,
                                            "title = \"test\"\nquestion = \"?\"\nmodel = \"workforce\"\n"
                                            "world = \"worlds/netherlands.toml\"\n"
                                            "parameter_files = [\"parameters/factors.toml\", \"parameters/jdr.toml\", "
                                            "\"parameters/shanafelt.toml\", \"parameters/wellmd.toml\", "
                                            "\"parameters/instruments.toml\", \"parameters/careers.toml\", \"parameters/work.toml\", "
                                            "\"parameters/absence.toml\", \"parameters/market.toml\"]\n[run]\nseed = 1\nreplicates = 1\n",
                                            sets);
        const auto& values = baseline.parameters.values;
        return {world.read(values), careers.read(values),     household.read(values), rotation.read(values),
                work.read(values),  absence.read(values),     events.read(values),    factors.read(values),
                jdr.read(values),   instruments.read(values), shanafelt.read(values), wellmd.read(values)};
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
