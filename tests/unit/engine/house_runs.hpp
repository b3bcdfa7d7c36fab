// Scenarios of the house, read as the program reads them, and the state that a run of them ends in.
#pragma once

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "models/catalog/shelf.hpp"
#include "sim/engine/simulation.hpp"
#include "sim/scenario/read.hpp"

namespace bevlogen::testing {

inline std::filesystem::path scenario_folder() {
    return std::filesystem::path(__FILE__).parent_path().parent_path().parent_path().parent_path() / "scenarios";
}

inline const ModelShelf& shelf() {
    static const std::unique_ptr<ModelShelf> models = make_shelf();
    return *models;
}

inline const Model& model_of(const Scenario& scenario) { return *shelf().find(scenario.model); }

inline VocabularyShelf vocabularies() {
    const auto find = [](const std::string& name) -> const Vocabulary* {
        const Model* model = shelf().find(name);
        return model ? &model->vocabulary() : nullptr;
    };
    return {find, shelf().names()};
}

// A file of the folder `scenarios`, with values set as by --set. A mistake in it is an exception whose text is the report.
inline Scenario house_scenario(const std::string& file, const std::vector<std::string>& sets = {}) {
    try {
        std::vector<Override> overrides;
        for (const std::string& set : sets) overrides.push_back(parse_override(set));
        return read_scenario(scenario_folder() / file, vocabularies(), overrides, scenario_folder());
    } catch (const InputError& error) {
        throw std::runtime_error(error.diagnostics().report());
    }
}

// The same from text, such as "extends = \"example.toml\"" and an intervention.
inline Scenario scenario_of_text(const std::string& text, const std::vector<std::string>& sets = {}) {
    try {
        std::vector<Override> overrides;
        for (const std::string& set : sets) overrides.push_back(parse_override(set));
        return read_scenario_text(text, "test", vocabularies(), overrides, scenario_folder());
    } catch (const InputError& error) {
        throw std::runtime_error(error.diagnostics().report());
    }
}

// How a run is carried out: nothing here may change a byte of its state.
struct Course {
    unsigned threads = 1;
    std::size_t block_posts = kDefaultBlockPosts;
    std::vector<Week> stops;  // clearings at which the run is stopped and goes on in a new simulation
};

inline std::vector<std::byte> state_at_end(const Model& model, const Scenario& scenario, std::uint32_t replicate,
                                           const Course& course = {}) {
    Parallel parallel(course.threads);
    const Chance chance{scenario.seed, replicate};
    auto simulation = std::make_unique<Simulation>(model, scenario, chance, parallel, course.block_posts);
    for (const Week stop : course.stops) {
        simulation->advance(stop);
        const std::vector<std::byte> state = simulation->checkpoint();
        simulation = std::make_unique<Simulation>(model, scenario, chance, parallel, course.block_posts);
        simulation->restore(state);
    }
    simulation->advance(scenario.total_weeks());
    return simulation->checkpoint();
}

inline std::vector<std::byte> state_at_end(const Scenario& scenario, const Course& course = {}) {
    return state_at_end(model_of(scenario), scenario, static_cast<std::uint32_t>(scenario.first_replicate), course);
}

}  // namespace bevlogen::testing
