// Reads the baseline that ships with the program and steps it, whole or in parts.
#include "bench/whole_model.hpp"

#include <algorithm>
#include <cstring>

#include "models/workforce/purposes.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "sim/random/bulk.hpp"
#include "sim/scenario/read.hpp"

namespace bevlogen::bench {
namespace {

Scenario baseline(const Model& model, const std::filesystem::path& scenarios, double scale) {
    const Vocabulary& vocabulary = model.vocabulary();
    const VocabularyShelf shelf{[&](const std::string& name) { return name == vocabulary.model ? &vocabulary : nullptr; },
                                {vocabulary.model}};
    Scenario scenario = read_scenario(scenarios / "baseline.toml", shelf, {}, scenarios);
    scenario.population_scale = scale;
    return scenario;
}

WorkforceParts parts_of(const Scenario& scenario) {
    ParameterTable table;
    PartParameters parameters;
    parameters.declare(table);
    return parameters.read(scenario.parameters.values);
}

}  // namespace

WholeModel::WholeModel(const Model& model, const std::filesystem::path& scenarios, double scale, std::size_t block_posts, unsigned threads)
    : fields_(static_cast<const workforce::WorkforceFields&>(model.fields())),
      scenario_(baseline(model, scenarios, scale)),
      threads_(threads),
      simulation_(std::make_unique<Simulation>(model, scenario_, Chance{scenario_.seed, 1}, threads_, block_posts)),
      parts_(parts_of(scenario_)),
      careers_(parts_.careers, parts_.world.fte_mean[index_of(workforce::Phase::aios)]),
      load_(parts_.work, parts_.world.fte_mean, fields_, scenario_.burn_in_weeks()),
      absence_(parts_.absence, parts_.events, fields_),
      targets_(parts_.factors, references_of(parts_, careers_), fields_),
      theory_(targets_, parts_.jdr, fields_) {
    simulation_->advance(Week{kWeeksPerYear});
    week_ = simulation_->week();
    for (const Block& block : simulation_->population().blocks()) {
        persons_ += static_cast<std::size_t>(std::ranges::count(block.person(fields_.engine.filled), 1));
    }
}

std::size_t WholeModel::step_epoch() {
    simulation_->advance(simulation_->week() + Week{kWeeksPerEpoch});
    return persons_ * kWeeksPerEpoch;
}

template <class Step>
std::size_t WholeModel::over_blocks(const Step& step) {
    for (Block& block : simulation_->population().blocks()) {
        scratch_.prepare(block, simulation_->dynamics().scratch_columns(), simulation_->dynamics().scratch_team_columns());
        step(block);
    }
    week_ = week_ + Week{kWeeksPerEpoch};
    return persons_ * kWeeksPerEpoch;
}

std::size_t WholeModel::set_targets() {
    return over_blocks([&](Block& block) { simulation_->dynamics().set_targets(block, {week_, simulation_->chance(), {}}, scratch_); });
}

std::size_t WholeModel::step_load() {
    return over_blocks([&](Block& block) {
        const workforce::StrainNow strain = theory_.scores().at_start(block, scratch_);
        for (int w = 0; w < kWeeksPerEpoch; ++w) load_.step(block, {week_ + Week{w}, simulation_->chance(), {}}, strain, scratch_);
    });
}

std::size_t WholeModel::step_theory() {
    return over_blocks([&](Block& block) {
        simulation_->dynamics().set_targets(block, {week_, simulation_->chance(), {}}, scratch_);
        for (int w = 0; w < kWeeksPerEpoch; ++w) {
            theory_.scores().at_start(block, scratch_);
            theory_.step(block, {week_ + Week{w}, simulation_->chance(), {}}, scratch_, {});
        }
    });
}

std::size_t WholeModel::step_absence() {
    return over_blocks([&](Block& block) {
        const workforce::StrainNow strain = theory_.scores().at_start(block, scratch_);
        absence_.set_hazards(block, scratch_);
        const BulkPersons persons{block.person(fields_.engine.id_low).data(), block.person(fields_.engine.id_high).data(),
                                  block.padded_posts()};
        for (int w = 0; w < kWeeksPerEpoch; ++w) {
            const Week week = week_ + Week{w};
            fill_uniforms(simulation_->chance(), persons, {week, workforce::kAbsenceAndEvents, 0, 1},
                          scratch_.column(workforce::columns::kAbsenceUniform), scratch_.stride());
            absence_.step(block, {week, simulation_->chance(), {}}, strain, scratch_);
        }
    });
}

std::size_t WholeModel::clear() {
    const Dynamics& dynamics = simulation_->dynamics();
    const Now now{week_ + Week{kWeeksPerEpoch - 1}, simulation_->chance(), {}};
    over_blocks([&](Block& block) { dynamics.clear_block(block, now); });
    dynamics.clear_nation(simulation_->population().blocks(), now);
    return persons_ * kWeeksPerEpoch;
}

std::size_t WholeModel::bytes() const {
    std::size_t bytes = 0;
    for (const Block& block : simulation_->population().blocks()) bytes += block.memory().size();
    return bytes;
}

std::size_t WholeModel::copy() {
    copied_.resize(bytes());
    std::byte* to = copied_.data();
    for (const Block& block : simulation_->population().blocks()) {
        std::memcpy(to, block.memory().data(), block.memory().size());
        to += block.memory().size();
    }
    return persons_;
}

std::uint64_t WholeModel::checksum() const {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const std::byte byte : simulation_->checkpoint()) hash = (hash ^ std::to_integer<std::uint64_t>(byte)) * 0x100000001b3u;
    return hash;
}

}  // namespace bevlogen::bench
