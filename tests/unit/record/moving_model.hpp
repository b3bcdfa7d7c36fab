// A model in which everybody moves to the next post at every clearing, and one person leaves: what is recorded of a person must follow.
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

#include "sim/engine/model.hpp"

namespace bevlogen::testing {

struct MovingFields : Fields {
    Field<float> number = person.add<float>("number", "1", {"number of the person", "nummer"});
    Field<float> lift = person.add<float>("lift", "1", {"lift by the programme", "winst door het programma"});
    Field<std::uint8_t> coached = person.add<std::uint8_t>("coached", "1", {"takes part", "doet mee"});
};

// Persons are numbered from 0 in the order of their first posts, and their level is that number / 8, and 1.5 more while a programme reaches
// them. The person `leaver` leaves at the clearing after `leaves_after` weeks from the start of the burn-in.
class MovingDynamics final : public Dynamics {
  public:
    static constexpr std::size_t kTeams = 70, kTeamSize = 3, kLeaver = 5;
    static constexpr float kLift = 1.5f, kDepthAtZero = 3.0f, kDepthALevel = 2.0f;

    MovingDynamics(const MovingFields& fields, Week leaves_after, bool moves, bool weighs)
        : fields_(fields), leaves_after_(leaves_after), moves_(moves), weighs_(weighs) {}

    std::vector<TeamPlan> plan_teams(const Chance&) const override {
        std::vector<TeamPlan> plans;
        for (std::uint32_t t = 0; t < kTeams; ++t) plans.push_back({TeamId::of(t, 0), 0, std::vector<std::uint8_t>(kTeamSize)});
        return plans;
    }
    void populate(Block& block, const Chance&) const override {
        for (std::size_t i = 0; i < block.posts(); ++i) {
            const PersonId person = PersonId::of(block.team_ids()[i / kTeamSize], static_cast<std::uint32_t>(i % kTeamSize), 0);
            block.person(fields_.engine.id_low)[i] = person.low();
            block.person(fields_.engine.id_high)[i] = person.high();
            block.person(fields_.engine.filled)[i] = 1;
            block.person(fields_.number)[i] = static_cast<float>(block.first_post() + i);
        }
    }
    std::size_t scratch_columns() const override { return 1; }
    void set_targets(const Block&, const Now&, Scratch&) const override {}
    void step(Block& block, const Now& now, Scratch&) const noexcept override {
        for (std::size_t i = 0; i < block.posts(); ++i) {
            bool is_reached = false;
            for (const InterventionNow& programme : now.interventions)
                is_reached = is_reached || (programme.dose > 0.0f && programme.reach[i] > 0.0f);
            block.person(fields_.coached)[i] = is_reached ? 1 : 0;
            block.person(fields_.lift)[i] = is_reached ? kLift : 0.0f;
        }
    }
    void clear_nation(std::span<Block> blocks, const Now& now) const override {
        if (moves_) {
            for (std::size_t f = 0; f < fields_.person.size(); ++f) move_column(blocks, f);
        }
        if (now.week + Week{1} != leaves_after_) return;
        for (Block& block : blocks) {
            for (std::size_t i = 0; i < block.posts(); ++i) {
                if (block.person(fields_.number)[i] == static_cast<float>(kLeaver)) block.person(fields_.engine.filled)[i] = 0;
            }
        }
    }
    void categorise(const Block& block, std::span<std::uint8_t> category) const override {
        for (std::size_t i = 0; i < block.posts(); ++i) category[i] = block.person(fields_.engine.filled)[i] ? 0 : kNoCategory;
    }
    void measure_weekly(const Block& block, OutcomeColumns& columns) const override {
        measure_level(block, columns);
        if (weighs_) columns.weigh(1, kDepthAtZero, {{{0, -kDepthALevel}}});
    }
    void measure(const Block& block, Week, const Chance&, OutcomeColumns& columns) const override {
        measure_level(block, columns);
        if (weighs_) {
            float* depth = columns.fill(2);
            for (std::size_t i = 0; i < block.posts(); ++i) depth[i] = kDepthAtZero - kDepthALevel * columns[0][i];
        }
        float* coached = columns.fill(1);
        std::copy_n(block.person(fields_.coached).data(), block.posts(), coached);
    }
    void trace(const Block& block, std::size_t post, std::span<float> values) const override {
        values[0] = block.person(fields_.number)[post] / 8.0f;
    }

  private:
    void measure_level(const Block& block, OutcomeColumns& columns) const {
        float* level = columns.fill(0);
        for (std::size_t i = 0; i < block.posts(); ++i) level[i] = block.person(fields_.number)[i] / 8.0f + block.person(fields_.lift)[i];
    }
    // Everybody to the next post, the last to the first.
    static void move_column(std::span<Block> blocks, std::size_t field) {
        std::vector<std::byte> all;
        std::size_t size = 0;
        for (Block& block : blocks) {
            const auto bytes = block.person_bytes(field);
            size = bytes.size() / block.posts();
            all.insert(all.end(), bytes.begin(), bytes.end());
        }
        std::rotate(all.begin(), all.end() - static_cast<std::ptrdiff_t>(size), all.end());
        std::size_t at = 0;
        for (Block& block : blocks) {
            const auto bytes = block.person_bytes(field);
            std::copy_n(all.begin() + static_cast<std::ptrdiff_t>(at), bytes.size(), bytes.begin());
            at += bytes.size();
        }
    }

    const MovingFields& fields_;
    Week leaves_after_;
    bool moves_;
    bool weighs_;
};

class MovingModel final : public Model {
  public:
    // `weighs`: there is a third outcome, a weighted sum of the first.
    explicit MovingModel(Week leaves_after = Week{-1}, bool moves = true, bool weighs = false)
        : leaves_after_(leaves_after), moves_(moves), weighs_(weighs) {
        vocabulary_.model = "moving";
        vocabulary_.levers = {{"coach", {"coaching", "coaching"}, {}, true}};
        outcomes_ = {{.name = "level",
                      .label = {"level", "niveau"},
                      .unit = "1",
                      .high = 40.0f,
                      .weekly = true,
                      .team_map = true,
                      .joined = true,
                      .twin = true,
                      .description = "level"},
                     {.name = "coached",
                      .label = {"coached", "gecoacht"},
                      .unit = "1",
                      .role = Role::took_part,
                      .shape = Shape::share,
                      .description = "takes part"}};
        if (weighs) {
            outcomes_.push_back({.name = "depth",
                                 .label = {"depth", "diepte"},
                                 .unit = "1",
                                 .low = -80.0f,
                                 .weekly = true,
                                 .team_map = true,
                                 .description = "less where the level is higher"});
        }
        traces_ = {{"number", {"number", "nummer"}, "1", {}, "an eighth of the person's number"}};
        everybody_.add("all", {"all", "allen"}, 1u);
    }
    const Vocabulary& vocabulary() const override { return vocabulary_; }
    const MovingFields& fields() const override { return fields_; }
    const std::vector<OutcomeDecl>& outcomes() const override { return outcomes_; }
    const std::vector<InstrumentDecl>& instruments() const override { return instruments_; }
    const std::vector<TraceDecl>& traces() const override { return traces_; }
    std::size_t category_count() const override { return 1; }
    const Grouping& phases() const override { return everybody_; }
    const Grouping& strata() const override { return everybody_; }
    std::unique_ptr<Dynamics> make_dynamics(const Scenario&) const override {
        return std::make_unique<MovingDynamics>(fields_, leaves_after_, moves_, weighs_);
    }

  private:
    Week leaves_after_;
    bool moves_;
    bool weighs_;
    MovingFields fields_;
    Vocabulary vocabulary_;
    std::vector<OutcomeDecl> outcomes_;
    std::vector<InstrumentDecl> instruments_;
    std::vector<TraceDecl> traces_;
    Grouping everybody_;
};

inline Scenario moving_scenario(int burn_in = 1, int years = 1) {
    Scenario scenario;
    scenario.name = scenario.model = "moving";
    scenario.burn_in = burn_in;
    scenario.years = years;
    scenario.seed = 11;
    return scenario;
}

}  // namespace bevlogen::testing
