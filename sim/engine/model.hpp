// The model concept: what a model declares, and what it does to a block. Models know no threads, files or windows.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "sim/engine/cost.hpp"
#include "sim/engine/outcome.hpp"
#include "sim/engine/outcome_columns.hpp"
#include "sim/engine/pattern.hpp"
#include "sim/engine/scratch.hpp"
#include "sim/population/block.hpp"
#include "sim/population/field.hpp"
#include "sim/population/team_plan.hpp"
#include "sim/random/chance.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen {

// An intervention as it acts on one block in one week.
struct InterventionNow {
    std::span<const LeverSetting> levers;
    float dose = 0.0f;             // in [0, 1]: before, ramping, full, after
    const float* reach = nullptr;  // per post of the block 1 where the person takes part, else 0; padded; none for the nation
    Purpose purpose{};             // under which it draws; unique in a scenario, so also its identity in a ledger
    Week running{};                // weeks since its start; negative before
};

// The week in hand.
struct Now {
    Week week;  // from the start of the burn-in; the week that is being stepped
    Chance chance;
    std::span<const InterventionNow> interventions;  // in order of their names; empty before the first of them starts
};

// One scenario's arithmetic. Immutable, so that many threads step blocks at once; a virtual call a block and week, none a person.
class Dynamics {
  public:
    virtual ~Dynamics() = default;

    // Teams in ascending order of identity, drawn with the chance that all replicates share (Chance::world). A team follows from its own
    // identity alone, never from how many there are.
    virtual std::vector<TeamPlan> plan_teams(const Chance& world) const = 0;
    // Fills all columns of a new block: who sits where (drawn with chance.world()), and their state at the start of the burn-in.
    virtual void populate(Block& block, const Chance& chance) const = 0;

    // Columns of working memory that the functions below want.
    virtual std::size_t scratch_columns() const = 0;
    virtual std::size_t scratch_team_columns() const { return 0; }

    // Called before set_targets: brings posts in line with the interventions. A call more changes nothing.
    virtual void enact(Block& block, const Now& now) const;
    // Called at the start of an epoch and whenever a dose or setting of an intervention changes: what stays the same for some weeks. A call
    // more within an epoch must leave the same, or an intervention that reaches nobody would leave a trace.
    virtual void set_targets(const Block& block, const Now& now, Scratch& scratch) const = 0;
    // One week, in place: team aggregates from the state at its start, then every person. Scratch holds what set_targets left there.
    virtual void step(Block& block, const Now& now, Scratch& scratch) const noexcept = 0;
    // The clearing, after every fourth week: first block by block, then once for all on one thread. `now.week` is the week that has ended.
    virtual void clear_block(Block& block, const Now& now) const;
    virtual void clear_nation(std::span<Block> blocks, const Now& now) const;

    // Category of each post (below Model::category_count, or kNoCategory).
    virtual void categorise(const Block& block, std::span<std::uint8_t> category) const = 0;
    // Value of a scope axis (index into its values) of each post.
    virtual void axis_values(std::size_t axis, const Block& block, std::span<std::uint8_t> value) const;
    // Whom interventions can reach at all: clears the flag of who is outside of it. Everybody, where a model does not say otherwise.
    virtual void keep_reachable(const Block& block, std::span<std::uint8_t> can_be_reached) const;
    // How far each part of the world carries out intervention `i` (in the order of their names): scales the reach that scope and shares
    // give each post, by a factor in [0, 1]. In full, where a model does not say otherwise.
    virtual void scale_reach(std::size_t i, const Block& block, std::span<float> reach) const;
    // Where a predicate holds: 1, else 0.
    virtual void select(std::size_t predicate, const Block& block, std::span<std::uint8_t> holds) const;

    // Outcomes marked weekly, in their order; `columns` is prepared for as many. What is measured of vacant posts does not count.
    virtual void measure_weekly(const Block& block, OutcomeColumns& columns) const = 0;
    // All outcomes, in the order of Model::outcomes(), after a clearing; instruments draw under `week`.
    virtual void measure(const Block& block, Week week, const Chance& chance, OutcomeColumns& columns) const = 0;
    // What is followed of one person, in the order of Model::traces().
    virtual void trace(const Block& block, std::size_t post, std::span<float> values) const;
    // One variable of each post, in the order of Model::variables().
    virtual void read_variable(std::size_t variable, const Block& block, std::span<float> values) const;
    // Readings of one instrument; `wave` tells several readings of one week apart.
    virtual void read_instrument(std::size_t instrument, const Block& block, Week week, std::uint32_t wave, const Chance& chance,
                                 std::span<float> readings) const;
};

// What a model declares, once for all scenarios.
class Model {
  public:
    virtual ~Model() = default;

    virtual const Vocabulary& vocabulary() const = 0;
    virtual const Fields& fields() const = 0;
    virtual const std::vector<OutcomeDecl>& outcomes() const = 0;
    virtual const std::vector<InstrumentDecl>& instruments() const = 0;
    virtual const std::vector<TraceDecl>& traces() const;        // none
    virtual const std::vector<VariableDecl>& variables() const;  // none
    virtual const std::vector<PatternDecl>& patterns() const;    // none
    virtual const std::vector<Label>& limits() const;            // what a reader of its numbers must know; none
    // What money goes out for, and at which prices. A model with cost lines has payers in its vocabulary.
    virtual const std::vector<CostLineDecl>& cost_lines() const;  // none
    virtual Prices prices(const Scenario& scenario) const;        // none
    virtual std::size_t category_count() const = 0;
    virtual const Grouping& phases() const = 0;  // the first row is everybody
    virtual const Grouping& strata() const = 0;
    virtual std::unique_ptr<Dynamics> make_dynamics(const Scenario& scenario) const = 0;
};

// The models of a program, by name.
class ModelShelf {
  public:
    virtual ~ModelShelf() = default;
    virtual std::vector<std::string> names() const = 0;
    virtual const Model* find(const std::string& name) const = 0;
};

}  // namespace bevlogen
