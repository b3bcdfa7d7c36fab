// Declares JDR-mini and steps it, a block of teams at a time.
#include "bench/jdr_mini_model.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "bench/jdr_mini_equations.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/engine/lane_sum.hpp"
#include "sim/population/team_spread.hpp"
#include "sim/random/bulk.hpp"
#include "sim/scenario/parameter_group.hpp"

namespace bevlogen::bench {
namespace {

constexpr Purpose kWeekly{0x0101};

struct Parameters {
    int agents = 0;
};

ParameterGroup<Parameters> declare_parameters() {
    ParameterGroup<Parameters> group;
    group.whole_number({"jdr_mini.agents", "1", 1, 1.2e7, {"number of agents", "aantal agenten"}},
                       [](Parameters& p) -> int& { return p.agents; });
    return group;
}

struct JdrMiniFields : Fields {
    Field<float> exhaustion = person.add<float>("exhaustion", "1", {"exhaustion", "uitputting"});
    Field<float> engagement = person.add<float>("engagement", "1", {"engagement", "bevlogenheid"});
    Field<float> on_leave = person.add<float>("on_leave", "1", {"on leave", "met verlof"});
    Field<float> workload = person.add<float>("workload", "1", {"workload", "werkdruk"});
    Field<float> autonomy = person.add<float>("autonomy", "1", {"autonomy", "autonomie"});
    Field<float> support = person.add<float>("support", "1", {"support", "steun"});
    Field<float> sensitivity = person.add<float>("sensitivity", "1", {"sensitivity", "gevoeligheid"});
    Field<float> share = team.add<float>("share", "1", {"share of a member in a mean", "aandeel van een lid in een gemiddelde"});
};

// Working memory: means of the team, at every post; what was drawn for the week.
enum : std::size_t { kTeamExhaustion, kTeamEngagement, kTeamOnLeave, kDrawn, kScratchColumns = kDrawn + 4 };

BEVLOGEN_INLINE void set_team_means(const Block& block, const JdrMiniFields& fields, Scratch& scratch) {
    const float* exhaustion = block.person(fields.exhaustion).data();
    const float* engagement = block.person(fields.engagement).data();
    const float* on_leave = block.person(fields.on_leave).data();
    const float* share = block.team(fields.share).data();
    const std::size_t padded = block.padded_posts();
    const auto begins = block.team_begin();
    for (std::size_t t = 0; t < block.teams(); ++t) {
        const std::size_t begin = begins[t], end = begins[t + 1];
        const auto sums = lane_sums<3>({exhaustion, engagement, on_leave}, begin, end);
        spread_over_team(scratch.column(kTeamExhaustion), static_cast<float>(sums[0]) * share[t], begin, end, padded);
        spread_over_team(scratch.column(kTeamEngagement), static_cast<float>(sums[1]) * share[t], begin, end, padded);
        spread_over_team(scratch.column(kTeamOnLeave), static_cast<float>(sums[2]) * share[t], begin, end, padded);
    }
}

BEVLOGEN_INLINE void step_agents(Block& block, const JdrMiniFields& fields, const Scratch& scratch) {
    float* __restrict exhaustion = block.person(fields.exhaustion).data();
    float* __restrict engagement = block.person(fields.engagement).data();
    float* __restrict on_leave = block.person(fields.on_leave).data();
    const float* __restrict workload = block.person(fields.workload).data();
    const float* __restrict autonomy = block.person(fields.autonomy).data();
    const float* __restrict support = block.person(fields.support).data();
    const float* __restrict sensitivity = block.person(fields.sensitivity).data();
    const float* __restrict team_exhaustion = scratch.column(kTeamExhaustion);
    const float* __restrict team_engagement = scratch.column(kTeamEngagement);
    const float* __restrict team_on_leave = scratch.column(kTeamOnLeave);
    const float* __restrict noise = scratch.column(kDrawn);
    const float* __restrict more_noise = scratch.column(kDrawn + 1);
    const float* __restrict uniform = scratch.column(kDrawn + 2);
    const std::size_t padded = block.padded_posts();
#pragma GCC ivdep
    for (std::size_t i = 0; i < padded; ++i) {
        const JdrState next = jdr_week({exhaustion[i], engagement[i], on_leave[i]}, {workload[i], autonomy[i], support[i], sensitivity[i]},
                                       {team_exhaustion[i], team_engagement[i], team_on_leave[i]}, {noise[i], more_noise[i], uniform[i]});
        exhaustion[i] = next.exhaustion;
        engagement[i] = next.engagement;
        on_leave[i] = next.on_leave;
    }
}

BEVLOGEN_INLINE void step_block(Block& block, const JdrMiniFields& fields, Scratch& scratch) {
    set_team_means(block, fields, scratch);
    step_agents(block, fields, scratch);
}

// The same kernel twice: for any machine, and for AVX-512.
void step_narrow(Block& block, const JdrMiniFields& fields, Scratch& scratch) { step_block(block, fields, scratch); }
BEVLOGEN_WIDE_COPY void step_wide(Block& block, const JdrMiniFields& fields, Scratch& scratch) { step_block(block, fields, scratch); }

class JdrMiniDynamics final : public Dynamics {
  public:
    JdrMiniDynamics(const JdrMiniFields& fields, const Parameters& parameters, double scale)
        : fields_(fields), agents_(static_cast<std::size_t>(static_cast<double>(parameters.agents) * scale)) {}

    std::vector<TeamPlan> plan_teams(const Chance&) const override {
        std::vector<TeamPlan> plans;
        for (std::size_t first = 0; first < agents_; first += kTeamSize) {
            plans.push_back({TeamId::of(static_cast<std::uint32_t>(first / kTeamSize), 0), 0,
                             std::vector<std::uint8_t>(std::min(kTeamSize, agents_ - first))});
        }
        return plans;
    }

    void populate(Block& block, const Chance&) const override {
        for (std::size_t t = 0; t < block.teams(); ++t) {
            block.team(fields_.share)[t] = 1.0f / static_cast<float>(block.team_begin()[t + 1] - block.team_begin()[t]);
            for (std::uint32_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
                const PersonId person = PersonId::of(block.team_ids()[t], i - block.team_begin()[t], 0);
                block.person(fields_.engine.id_low)[i] = person.low();
                block.person(fields_.engine.id_high)[i] = person.high();
                block.person(fields_.engine.filled)[i] = 1;
                block.person(fields_.exhaustion)[i] = 2.0f;
                block.person(fields_.engagement)[i] = 4.0f;
                const JdrTraits traits = traits_of(block.first_post() + i);
                block.person(fields_.workload)[i] = traits.workload;
                block.person(fields_.autonomy)[i] = traits.autonomy;
                block.person(fields_.support)[i] = traits.support;
                block.person(fields_.sensitivity)[i] = traits.sensitivity;
            }
        }
    }

    std::size_t scratch_columns() const override { return kScratchColumns; }

    void set_targets(const Block&, const Now&, Scratch&) const override {}  // nothing stays the same for some weeks

    void step(Block& block, const Now& now, Scratch& scratch) const noexcept override {
        fill_normals_and_uniforms(
            now.chance, {block.person(fields_.engine.id_low).data(), block.person(fields_.engine.id_high).data(), block.padded_posts()},
            {now.week, kWeekly, 0, 1}, scratch.column(kDrawn), scratch.stride());
        const auto kernel = vector_width() == VectorWidth::wide ? step_wide : step_narrow;
        kernel(block, fields_, scratch);
    }

    void categorise(const Block& block, std::span<std::uint8_t> category) const override {
        const auto filled = block.person(fields_.engine.filled);
        for (std::size_t i = 0; i < block.posts(); ++i) category[i] = filled[i] ? 0 : kNoCategory;
    }

    void measure_weekly(const Block& block, OutcomeColumns& columns) const override {
        columns.show(0, block.person(fields_.exhaustion));
        columns.show(1, block.person(fields_.engagement));
        columns.show(2, block.person(fields_.on_leave));
    }
    void measure(const Block& block, Week, const Chance&, OutcomeColumns& columns) const override { measure_weekly(block, columns); }

  private:
    const JdrMiniFields& fields_;
    std::size_t agents_;
};

class JdrMiniModel final : public Model {
  public:
    JdrMiniModel() : parameters_(declare_parameters()) {
        vocabulary_.model = "jdr_mini";
        vocabulary_.title = {"demands, resources and sick leave in teams", "eisen, hulpbronnen en ziekteverlof in teams"};
        parameters_.declare(vocabulary_.parameters);
        outcomes_ = {{.name = "exhaustion", .label = {"exhaustion", "uitputting"}, .unit = "1", .weekly = true, .description = "0 to 6"},
                     {.name = "engagement", .label = {"engagement", "bevlogenheid"}, .unit = "1", .weekly = true, .description = "0 to 6"},
                     {.name = "on_leave",
                      .label = {"on leave", "met verlof"},
                      .unit = "1",
                      .shape = Shape::share,
                      .weekly = true,
                      .description = "on sick leave"}};
        everybody_.add("all", {"all", "allen"}, 1u);
    }

    const Vocabulary& vocabulary() const override { return vocabulary_; }
    const Fields& fields() const override { return fields_; }
    const std::vector<OutcomeDecl>& outcomes() const override { return outcomes_; }
    const std::vector<InstrumentDecl>& instruments() const override { return instruments_; }
    std::size_t category_count() const override { return 1; }
    const Grouping& phases() const override { return everybody_; }
    const Grouping& strata() const override { return everybody_; }
    std::unique_ptr<Dynamics> make_dynamics(const Scenario& scenario) const override {
        return std::make_unique<JdrMiniDynamics>(fields_, parameters_.read(scenario.parameters.values), scenario.population_scale);
    }

  private:
    ParameterGroup<Parameters> parameters_;
    JdrMiniFields fields_;
    Vocabulary vocabulary_;
    std::vector<OutcomeDecl> outcomes_;
    std::vector<InstrumentDecl> instruments_;
    Grouping everybody_;
};

}  // namespace

std::unique_ptr<Model> make_jdr_mini_model() { return std::make_unique<JdrMiniModel>(); }

}  // namespace bevlogen::bench
