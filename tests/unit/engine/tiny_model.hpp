// A model so small that every number of a run can be worked out by hand: each week a level rises by what pushes it.
#pragma once

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/engine/model.hpp"

namespace bevlogen::testing {

struct TinyFields : Fields {
    Field<float> age = person.add<float>("age", "weeks", {"weeks stepped", "weken"});
    Field<float> level = person.add<float>("level", "1", {"level", "niveau"});
    Field<std::uint32_t> clearings = team.add<std::uint32_t>("clearings", "1", {"clearings passed", "uitwisselingen"});
};

// A value that is no finite number, planted in the level of one person in one week (from the start of the burn-in).
struct Spoiled {
    PersonId person;
    Week week;
    float value = std::numeric_limits<float>::quiet_NaN();
    std::optional<std::uint32_t> replicate = {};  // in this replicate only
};

class TinyDynamics final : public Dynamics {
  public:
    TinyDynamics(const TinyFields& fields, std::vector<std::size_t> team_sizes, std::optional<Spoiled> spoiled)
        : fields_(fields), team_sizes_(std::move(team_sizes)), spoiled_(spoiled) {}

    std::vector<TeamPlan> plan_teams(const Chance&) const override {
        std::vector<TeamPlan> plans;
        for (const std::size_t size : team_sizes_) {
            plans.push_back({TeamId::of(static_cast<std::uint32_t>(plans.size()), 0), 0, std::vector<std::uint8_t>(size)});
        }
        return plans;
    }
    void populate(Block& block, const Chance&) const override {
        for (std::size_t t = 0; t < block.teams(); ++t) {
            for (std::uint32_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
                const PersonId person = PersonId::of(block.team_ids()[t], i - block.team_begin()[t], 0);
                block.person(fields_.engine.id_low)[i] = person.low();
                block.person(fields_.engine.id_high)[i] = person.high();
                block.person(fields_.engine.filled)[i] = 1;
            }
        }
    }
    std::size_t scratch_columns() const override { return 1; }
    void set_targets(const Block& block, const Now& now, Scratch& scratch) const override {
        float* push = scratch.column(0);
        std::fill_n(push, block.posts(), 0.0f);
        for (const InterventionNow& intervention : now.interventions) {
            for (const LeverSetting& lever : intervention.levers) {
                for (std::size_t i = 0; i < block.posts(); ++i) {
                    push[i] += intervention.dose * static_cast<float>(lever.values[0]) * intervention.reach[i];
                }
            }
        }
    }
    void step(Block& block, const Now& now, Scratch& scratch) const noexcept override {
        for (std::size_t i = 0; i < block.posts(); ++i) {
            block.person(fields_.age)[i] += 1.0f;
            block.person(fields_.level)[i] += scratch.column(0)[i];
            const bool is_spoiled = spoiled_ && spoiled_->week == now.week && spoiled_->person == block.person_at(i, fields_.engine);
            if (is_spoiled && spoiled_->replicate.value_or(now.chance.replicate) == now.chance.replicate)
                block.person(fields_.level)[i] = spoiled_->value;
        }
    }
    void clear_block(Block& block, const Now&) const override {
        for (std::uint32_t& clearings : block.team(fields_.clearings)) ++clearings;
    }
    void categorise(const Block&, std::span<std::uint8_t> category) const override { std::ranges::fill(category, std::uint8_t{0}); }
    void measure_weekly(const Block& block, OutcomeColumns& columns) const override { columns.show(0, block.person(fields_.level)); }
    void measure(const Block& block, Week, const Chance&, OutcomeColumns& columns) const override { measure_weekly(block, columns); }

  private:
    const TinyFields& fields_;
    std::vector<std::size_t> team_sizes_;
    std::optional<Spoiled> spoiled_;
};

class TinyModel final : public Model {
  public:
    explicit TinyModel(std::vector<std::size_t> team_sizes, std::optional<Spoiled> spoiled = {})
        : team_sizes_(std::move(team_sizes)), spoiled_(spoiled) {
        vocabulary_.model = "tiny";
        vocabulary_.levers = {{"push", {"push", "duw"}, {{"by", "1", -10, 10, {"rise a week", "stijging per week"}}}}};
        outcomes_ = {{.name = "level", .label = {"level", "niveau"}, .unit = "1", .weekly = true, .description = "level"}};
        everybody_.add("all", {"all", "allen"}, 1u);
    }
    const Vocabulary& vocabulary() const override { return vocabulary_; }
    const TinyFields& fields() const override { return fields_; }
    const std::vector<OutcomeDecl>& outcomes() const override { return outcomes_; }
    const std::vector<InstrumentDecl>& instruments() const override { return instruments_; }
    std::size_t category_count() const override { return 1; }
    const Grouping& phases() const override { return everybody_; }
    const Grouping& strata() const override { return everybody_; }
    std::unique_ptr<Dynamics> make_dynamics(const Scenario&) const override {
        return std::make_unique<TinyDynamics>(fields_, team_sizes_, spoiled_);
    }

  private:
    std::vector<std::size_t> team_sizes_;
    std::optional<Spoiled> spoiled_;
    TinyFields fields_;
    Vocabulary vocabulary_;
    std::vector<OutcomeDecl> outcomes_;
    std::vector<InstrumentDecl> instruments_;
    Grouping everybody_;
};

inline Scenario tiny_scenario(int burn_in = 0, int years = 1) {
    Scenario scenario;
    scenario.name = scenario.model = "tiny";
    scenario.burn_in = burn_in;
    scenario.years = years;
    scenario.seed = 11;
    return scenario;
}

// Pushes everybody by 1 a week at full strength.
inline Intervention push(const std::string& name, Schedule schedule) {
    Intervention intervention;
    intervention.name = name;
    intervention.schedule = schedule;
    intervention.levers = {{0, {1.0}}};
    return intervention;
}

}  // namespace bevlogen::testing
