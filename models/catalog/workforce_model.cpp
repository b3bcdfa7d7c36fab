// Puts the parts of the workforce model together behind the two interfaces of the engine.
#include "models/catalog/workforce_model.hpp"

#include <algorithm>

#include "models/catalog/workforce_outcomes.hpp"
#include "models/catalog/workforce_traces.hpp"
#include "models/instruments/questionnaires.hpp"
#include "models/interventions/shift.hpp"
#include "models/wellbeing/jdr.hpp"
#include "models/wellbeing/needs.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "models/workforce/world.hpp"

namespace bevlogen {
namespace {

using instruments::Questionnaires;
using wellbeing::Jdr;
using workforce::WorkforceFields;
using workforce::World;

// Axes of a scope, in the order of the vocabulary.
enum : std::size_t { kAxisPhases, kAxisHospitals, kAxisSexes };
// Predicates of a scope.
enum : std::size_t { kHighBurnout, kLowEngagement };

class WorkforceDynamics final : public Dynamics {
  public:
    WorkforceDynamics(const WorkforceFields& fields, const World& world, const wellbeing::FactorParameters& factors,
                      const wellbeing::JdrParameters& jdr, const instruments::InstrumentParameters& instruments, double scale)
        : fields_(fields), world_(world), theory_(factors, jdr, fields), questionnaires_(instruments, theory_), scale_(scale) {}

    std::vector<TeamPlan> plan_teams(const Chance& world) const override { return workforce::plan_teams(world_, scale_, world); }

    void populate(Block& block, const Chance& chance) const override {
        workforce::populate_posts(world_, fields_, chance, block);
        theory_.populate(block, chance);
    }

    std::size_t scratch_columns() const override { return workforce::columns::kScratchColumns; }

    void set_targets(const Block& block, const Now& now, Scratch& scratch) const override {
        theory_.set_targets(block, scratch);
        interventions::add_shifts(now.interventions, 0, block.posts(), scratch);
    }

    void step(Block& block, const Now& now, Scratch& scratch) const noexcept override { theory_.step(block, now, scratch); }

    void categorise(const Block& block, std::span<std::uint8_t> category) const override {
        const std::uint8_t* __restrict filled = block.person(fields_.engine.filled).data();
        const std::uint8_t* __restrict phase = block.person(fields_.phase).data();
        const std::uint8_t* __restrict sex = block.person(fields_.sex).data();
        std::uint8_t* __restrict to = category.data();
        for (std::size_t t = 0; t < block.teams(); ++t) {
            std::fill(to + block.team_begin()[t], to + block.team_begin()[t + 1], block.team_sites()[t]);
        }
        for (std::size_t i = 0; i < block.posts(); ++i) {  // without branches, so that it becomes a vector loop
            const std::uint8_t vacant = filled[i] != 0 ? 0 : kNoCategory;
            to[i] = static_cast<std::uint8_t>(category_of(phase[i], to[i], sex[i]) | vacant);
        }
    }

    void axis_values(std::size_t axis, const Block& block, std::span<std::uint8_t> value) const override {
        if (axis == kAxisHospitals) {
            for (std::size_t t = 0; t < block.teams(); ++t) {
                std::fill(value.begin() + block.team_begin()[t], value.begin() + block.team_begin()[t + 1], block.team_sites()[t]);
            }
        } else {
            const auto column = block.person(axis == kAxisPhases ? fields_.phase : fields_.sex);
            std::copy(column.begin(), column.end(), value.begin());
        }
    }

    void select(std::size_t predicate, const Block& block, std::span<std::uint8_t> holds) const override {
        std::vector<float> z(block.posts());
        if (predicate == kHighBurnout) {
            theory_.burnout_z(block, z.data(), z.size());
            for (std::size_t i = 0; i < z.size(); ++i) holds[i] = z[i] > 1.0f ? 1 : 0;
        } else {
            theory_.engagement_z(block, z.data(), z.size());
            for (std::size_t i = 0; i < z.size(); ++i) holds[i] = z[i] < -1.0f ? 1 : 0;
        }
    }

    void measure_weekly(const Block& block, OutcomeColumns& columns) const override {
        std::size_t k = 0;
        for (const Field<float>& field : weekly_fields()) columns.show(k++, block.person(field));
        theory_.burnout_z(block, columns.fill(k++), block.posts());
        theory_.engagement_z(block, columns.fill(k++), block.posts());
    }

    void measure(const Block& block, Week week, const Chance& chance, OutcomeColumns& columns) const override {
        const std::size_t n = block.posts();
        std::size_t k = 0;
        for (const Field<float>& field : fields_.factor) columns.show(k++, block.person(field));
        const auto gain = block.person(fields_.programme_gain);
        for (const Field<float>& field : fields_.personal_slow) {
            const auto slow = block.person(field);
            float* column = columns.fill(k++);
            for (std::size_t i = 0; i < n; ++i) column[i] = slow[i] + gain[i];
        }
        wellbeing::measure_needs(theory_, block, columns.fill(k, workforce::kNeeds), columns.stride());
        k += workforce::kNeeds;
        for (const Field<float>& field : {fields_.exhaustion, fields_.distance, fields_.vigour, fields_.dedication, fields_.absorption}) {
            columns.show(k++, block.person(field));
        }
        theory_.burnout_z(block, columns.fill(k++), n);
        theory_.engagement_z(block, columns.fill(k++), n);
        const float* readings = columns.fill(k, instruments::kInstruments);
        questionnaires_.read(block, week, 0, chance, columns.fill(k, instruments::kInstruments), columns.stride());
        k += instruments::kInstruments;
        measure_shares(block, readings, columns.stride(), columns.fill(k, 4));
        measure_coaching(block, columns.stride(), columns.fill(k + 4, 4));
    }

    void trace(const Block& block, std::size_t post, std::span<float> values) const override { trace_person(theory_, block, post, values); }

    void read_instrument(std::size_t instrument, const Block& block, Week week, std::uint32_t wave, const Chance& chance,
                         std::span<float> readings) const override {
        const std::size_t stride = block.padded_posts();
        std::vector<float> all(instruments::kInstruments * stride);
        questionnaires_.read(block, week, wave, chance, all.data(), stride);
        std::copy_n(all.data() + instrument * stride, block.posts(), readings.begin());
    }

  private:
    // Burnt out, highly engaged, workload too high, dissatisfied with work-life balance: 0 or 1 each.
    void measure_shares(const Block& block, const float* readings, std::size_t stride, float* out) const {
        const float* __restrict workload = block.person(fields_.factor[factor_of(workforce::Demand::workload)]).data();
        const float* __restrict work_home = block.person(fields_.factor[factor_of(workforce::Demand::work_home_interference)]).data();
        questionnaires_.judge(readings, stride, block.posts(), out, out + stride);
        const float too_high = questionnaires_.parameters().workload_cutoff;
        const float too_much = questionnaires_.parameters().work_life_cutoff;
        float* __restrict too_high_workload = out + 2 * stride;
        float* __restrict dissatisfied = out + 3 * stride;
        for (std::size_t i = 0; i < block.posts(); ++i) {
            too_high_workload[i] = workload[i] > too_high ? 1.0f : 0.0f;
            dissatisfied[i] = work_home[i] > too_much ? 1.0f : 0.0f;
        }
    }
    // Offered coaching, took part, waits, has sessions: 0 or 1 each.
    void measure_coaching(const Block& block, std::size_t stride, float* out) const {
        using workforce::CoachingStage;
        const std::uint8_t* __restrict stages = block.person(fields_.coaching_stage).data();
        const auto mark = [&](std::size_t share, CoachingStage first, CoachingStage last) {
            const auto low = static_cast<std::uint8_t>(first);
            const auto high = static_cast<std::uint8_t>(last);
            float* __restrict to = out + share * stride;
            for (std::size_t i = 0; i < block.posts(); ++i) to[i] = stages[i] >= low && stages[i] <= high ? 1.0f : 0.0f;
        };
        mark(0, CoachingStage::offered, CoachingStage::referred);
        mark(1, CoachingStage::waiting, CoachingStage::referred);
        mark(2, CoachingStage::waiting, CoachingStage::waiting);
        mark(3, CoachingStage::busy, CoachingStage::busy);
    }
    std::array<Field<float>, 10> weekly_fields() const {
        using workforce::Demand;
        using workforce::Resource;
        const auto factor = [&](auto which) { return fields_.factor[factor_of(which)]; };
        return {factor(Demand::workload),
                factor(Demand::administration),
                factor(Demand::work_home_interference),
                factor(Resource::autonomy),
                factor(Resource::recovery),
                fields_.exhaustion,
                fields_.distance,
                fields_.vigour,
                fields_.dedication,
                fields_.absorption};
    }

    const WorkforceFields& fields_;
    World world_;
    Jdr theory_;
    Questionnaires questionnaires_;
    double scale_;
};

ScopeAxis axis_of(std::string key, Label label, std::span<const workforce::Word> words) {
    ScopeAxis axis{std::move(key), std::move(label), {}, {}};
    for (const workforce::Word& word : words) {
        axis.values.push_back(word.name);
        axis.labels.push_back(word.label);
    }
    return axis;
}

class WorkforceModel final : public Model {
  public:
    WorkforceModel()
        : world_(workforce::declare_world()),
          factors_(wellbeing::declare_factor_parameters()),
          jdr_(wellbeing::declare_jdr_parameters()),
          instruments_(instruments::declare_instrument_parameters()),
          outcomes_(workforce_outcomes()),
          traces_(workforce_traces()),
          instrument_decls_(instruments::instrument_decls()),
          phases_(workforce_phases()),
          strata_(workforce_strata()) {
        vocabulary_.model = "workforce";
        vocabulary_.title = {"Dutch hospital doctors by career phase", "Nederlandse ziekenhuisartsen naar loopbaanfase"};
        world_.declare(vocabulary_.parameters);
        factors_.declare(vocabulary_.parameters);
        jdr_.declare(vocabulary_.parameters);
        instruments_.declare(vocabulary_.parameters);
        vocabulary_.levers = {interventions::shift_lever()};
        vocabulary_.scope_axes = {axis_of("phases", {"career phases", "loopbaanfasen"}, workforce::phase_words()),
                                  axis_of("hospitals", {"kinds of hospitals", "soorten ziekenhuizen"}, workforce::site_words()),
                                  axis_of("sexes", {"sexes", "geslachten"}, workforce::sex_words())};
        vocabulary_.predicates = {{"high_burnout", {"burnout above one SD", "burn-out boven één SD"}},
                                  {"low_engagement", {"engagement below minus one SD", "bevlogenheid onder min één SD"}}};
    }

    const Vocabulary& vocabulary() const override { return vocabulary_; }
    const Fields& fields() const override { return fields_; }
    const std::vector<OutcomeDecl>& outcomes() const override { return outcomes_; }
    const std::vector<InstrumentDecl>& instruments() const override { return instrument_decls_; }
    const std::vector<TraceDecl>& traces() const override { return traces_; }
    std::size_t category_count() const override { return kWorkforceCategories; }
    const Grouping& phases() const override { return phases_; }
    const Grouping& strata() const override { return strata_; }
    std::unique_ptr<Dynamics> make_dynamics(const Scenario& scenario) const override {
        const auto& values = scenario.parameters.values;
        return std::make_unique<WorkforceDynamics>(fields_, world_.read(values), factors_.read(values), jdr_.read(values),
                                                   instruments_.read(values), scenario.population_scale);
    }

  private:
    ParameterGroup<World> world_;
    ParameterGroup<wellbeing::FactorParameters> factors_;
    ParameterGroup<wellbeing::JdrParameters> jdr_;
    ParameterGroup<instruments::InstrumentParameters> instruments_;
    WorkforceFields fields_;
    Vocabulary vocabulary_;
    std::vector<OutcomeDecl> outcomes_;
    std::vector<TraceDecl> traces_;
    std::vector<InstrumentDecl> instrument_decls_;
    Grouping phases_;
    Grouping strata_;
};

}  // namespace

std::unique_ptr<Model> make_workforce_model() { return std::make_unique<WorkforceModel>(); }

}  // namespace bevlogen
