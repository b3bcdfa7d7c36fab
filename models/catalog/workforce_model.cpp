// Puts the parts of the workforce model together behind the two interfaces of the engine.
#include "models/catalog/workforce_model.hpp"

#include <algorithm>
#include <tuple>

#include "models/catalog/workforce_outcomes.hpp"
#include "models/catalog/workforce_patterns.hpp"
#include "models/instruments/questionnaires.hpp"
#include "models/interventions/administration.hpp"
#include "models/interventions/coaching.hpp"
#include "models/interventions/culture.hpp"
#include "models/interventions/schedule.hpp"
#include "models/interventions/shift.hpp"
#include "models/interventions/staffing.hpp"
#include "models/wellbeing/jdr.hpp"
#include "models/wellbeing/needs.hpp"
#include "models/workforce/absence.hpp"
#include "models/workforce/absence_equations.hpp"
#include "models/workforce/contracts.hpp"
#include "models/workforce/departments.hpp"
#include "models/workforce/household.hpp"
#include "models/workforce/leaders.hpp"
#include "models/workforce/load.hpp"
#include "models/workforce/rotation.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "models/workforce/stationary.hpp"
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

// Levers, in the order of the vocabulary.
enum : std::size_t { kShift, kAdministration, kSchedule, kStaffing, kCulture, kCoaching };

// The numbers of one scenario, part by part.
struct WorkforceParts {
    World world;
    std::vector<workforce::Department> departments;
    workforce::CareerParameters careers;
    workforce::HouseholdParameters household;
    workforce::RotationParameters rotation;
    workforce::WorkParameters work;
    workforce::AbsenceParameters absence;
    workforce::EventParameters events;
    wellbeing::FactorParameters factors;
    wellbeing::JdrParameters jdr;
    instruments::InstrumentParameters instruments;
    interventions::ScheduleParameters schedule;
    interventions::CoachingParameters coaching;
};

wellbeing::TargetReferences references_of(const WorkforceParts& parts, const workforce::StationaryCareers& careers) {
    wellbeing::TargetReferences r;
    r.work = parts.work;
    r.leader_on_supervisor_support = parts.world.leader_on_supervisor_support;
    r.leader_on_recognition = parts.world.leader_on_recognition;
    r.leader_on_safety = parts.world.leader_on_safety;
    r.leader_on_management_friction = parts.world.leader_on_management_friction;
    r.care_at_home = workforce::mean_care_share(parts.household, careers);
    r.temporary_share = workforce::temporary_shares(parts.world, parts.departments);
    for (std::size_t k = 0; k < workforce::kPhases; ++k) {
        r.newcomer[k] = workforce::mean_newcomer(parts.rotation, static_cast<workforce::Phase>(k));
    }
    r.fading = {workforce::fade_of_a_week(parts.events.fades_weeks), workforce::fade_of_a_week(parts.rotation.newcomer_weeks),
                parts.rotation.newcomer_on_unclarity, parts.rotation.newcomer_on_colleagues, parts.rotation.newcomer_on_supervisor};
    r.events = workforce::mean_event_effects(parts.events, parts.factors.relaxation[factor_of(workforce::Demand::emotional_load)]);
    return r;
}

interventions::CoachingContext coaching_context(const WorkforceFields& fields, Ledger<interventions::Trajectory> ledger,
                                                const wellbeing::FactorTargets& targets, double scale) {
    interventions::CoachingContext context{&fields, ledger, kCoaching, {}, scale};
    for (std::size_t k = 0; k < workforce::kPhases; ++k) {
        context.autonomy_offset[k] = targets.offset(factor_of(workforce::Resource::autonomy), k);
    }
    return context;
}

class WorkforceDynamics final : public Dynamics {
  public:
    WorkforceDynamics(const WorkforceFields& fields, Ledger<interventions::Trajectory> trajectories, WorkforceParts parts,
                      const Scenario& scenario)
        : fields_(fields),
          parts_(std::move(parts)),
          scale_(scenario.population_scale),
          careers_(parts_.careers, parts_.world.fte_mean[index_of(workforce::Phase::aios)]),
          rotation_(parts_.rotation, parts_.world, fields),
          load_(parts_.work, parts_.world.fte_mean, fields, scenario.burn_in_weeks()),
          absence_(parts_.absence, parts_.events, fields),
          targets_(parts_.factors, references_of(parts_, careers_), fields),
          theory_(targets_, parts_.jdr, fields),
          coaching_(parts_.coaching, coaching_context(fields, trajectories, targets_, scale_)),
          added_posts_(interventions::added_posts(scenario.interventions, kStaffing)),
          questionnaires_(parts_.instruments, theory_) {}

    std::vector<TeamPlan> plan_teams(const Chance& world) const override {
        std::vector<TeamPlan> plans = workforce::plan_teams(parts_.world, scale_, world, parts_.departments);
        interventions::add_posts(added_posts_, world, plans);
        return plans;
    }

    void populate(Block& block, const Chance& chance) const override {
        workforce::populate_posts(parts_.world, careers_, parts_.household, fields_, chance, block);
        rotation_.populate(block, chance);
        absence_.populate(block);
        workforce::set_leaders(parts_.world, fields_, block, nullptr);
        load_.populate(block, chance);
        theory_.populate(block, chance, 0, block.posts());
    }

    std::size_t scratch_columns() const override { return workforce::columns::kScratchColumns; }

    void enact(Block& block, const Now& now) const override {
        if (added_posts_.empty()) return;
        const auto fill = [&](Block& of, std::size_t post) { fill_new_post(of, now, post); };
        interventions::open_posts(added_posts_, kStaffing, fields_, now, fill, block);
    }

    void set_targets(const Block& block, const Now& now, Scratch& scratch) const override {
        const std::size_t n = block.posts();
        theory_.set_weights(block, scratch);
        workforce::set_conditions(parts_.work, fields_, block, scratch);
        interventions::change_administration(now.interventions, kAdministration, block, fields_, scratch);
        interventions::change_schedule(parts_.schedule, now.interventions, kSchedule, block, fields_, scratch);
        interventions::change_replacement(now.interventions, kStaffing, n, scratch);
        interventions::change_culture(now.interventions, kCulture, n, scratch);
        workforce::pass_duties_on(block, fields_, scratch);
        targets_.set(block, scratch);
        targets_.add_conditions(block, scratch);
        interventions::add_schedule_shifts(parts_.schedule, now.interventions, kSchedule, n, scratch);
        interventions::add_shifts(now.interventions, kShift, n, scratch);
        load_.set_hours(block, scratch);
    }

    void step(Block& block, const Now& now, Scratch& scratch) const noexcept override {
        const workforce::StrainNow strain = theory_.score(block, scratch);
        coaching_.release_hours(block, scratch);
        load_.step(block, now, strain, scratch);
        std::vector<workforce::TargetShift> shifts;
        coaching_.add_target_shifts(block, now.week, shifts);
        theory_.step(block, now, scratch, shifts);
        coaching_.step(block, now, strain, scratch);
        absence_.step(block, now, strain, scratch);
    }

    void clear_block(Block& block, const Now&) const override {
        rotation_.age(block);
        std::vector<float> z(block.posts());
        theory_.burnout_z(block, z.data(), z.size());
        workforce::set_leaders(parts_.world, fields_, block, z.data());
    }

    void clear_nation(std::span<Block> blocks, const Now& now) const override {
        coaching_.clear_nation(blocks, now);
        rotation_.move(blocks, now);
    }

    void categorise(const Block& block, std::span<std::uint8_t> category) const override {
        const auto filled = block.person(fields_.engine.filled);
        const auto phase = block.person(fields_.phase);
        const auto sex = block.person(fields_.sex);
        for (std::size_t t = 0; t < block.teams(); ++t) {
            for (std::uint32_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
                category[i] = filled[i] ? category_of(phase[i], block.team_sites()[t], sex[i]) : kNoCategory;
            }
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

    void measure_weekly(const Block& block, float* out, std::size_t stride) const override {
        std::size_t k = 0;
        for (const Field<float>& field : weekly_fields()) {
            const auto column = block.person(field);
            std::copy(column.begin(), column.end(), out + k++ * stride);
        }
        theory_.burnout_z(block, out + k++ * stride, block.posts());
        theory_.engagement_z(block, out + k++ * stride, block.posts());
    }

    void measure(const Block& block, Week week, const Chance& chance, float* out, std::size_t stride) const override {
        const std::size_t n = block.posts();
        std::size_t k = 0;
        for (const Field<float>& field : fields_.factor) std::copy_n(block.person(field).data(), n, out + k++ * stride);
        const auto gain = block.person(fields_.programme_gain);
        for (const Field<float>& field : fields_.personal_slow) {
            const auto slow = block.person(field);
            float* column = out + k++ * stride;
            for (std::size_t i = 0; i < n; ++i) column[i] = slow[i] + gain[i];
        }
        wellbeing::measure_needs(theory_, block, out + k * stride, stride);
        k += workforce::kNeeds;
        for (const Field<float>& field : {fields_.exhaustion, fields_.distance, fields_.vigour, fields_.dedication, fields_.absorption}) {
            std::copy_n(block.person(field).data(), n, out + k++ * stride);
        }
        theory_.burnout_z(block, out + k++ * stride, n);
        theory_.engagement_z(block, out + k++ * stride, n);
        float* readings = out + k * stride;
        questionnaires_.read(block, week, 0, chance, readings, stride);
        k += instruments::kInstruments;
        float* burnt_out = out + k++ * stride;
        float* highly_engaged = out + k++ * stride;
        float* too_high = out + k++ * stride;
        float* dissatisfied = out + k++ * stride;
        const auto workload = block.person(fields_.factor[factor_of(workforce::Demand::workload)]);
        const auto work_home = block.person(fields_.factor[factor_of(workforce::Demand::work_home_interference)]);
        const auto& cutoffs = questionnaires_.parameters();
        for (std::size_t i = 0; i < n; ++i) {
            burnt_out[i] = questionnaires_.is_burnt_out(readings[i], readings[stride + i], readings[2 * stride + i]) ? 1.0f : 0.0f;
            highly_engaged[i] = questionnaires_.is_highly_engaged(readings[3 * stride + i]) ? 1.0f : 0.0f;
            too_high[i] = workload[i] > cutoffs.workload_cutoff ? 1.0f : 0.0f;
            dissatisfied[i] = work_home[i] > cutoffs.work_life_cutoff ? 1.0f : 0.0f;
        }
    }

    void read_instrument(std::size_t instrument, const Block& block, Week week, std::uint32_t wave, const Chance& chance,
                         std::span<float> readings) const override {
        const std::size_t stride = block.padded_posts();
        std::vector<float> all(instruments::kInstruments * stride);
        questionnaires_.read(block, week, wave, chance, all.data(), stride);
        std::copy_n(all.data() + instrument * stride, block.posts(), readings.begin());
    }

  private:
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

    // Who begins on a post that has just opened: as the post would have been filled at the start, but new in the team, with nothing behind
    // them.
    void fill_new_post(Block& block, const Now& now, std::size_t post) const {
        const auto begins = block.team_begin();
        const auto team = static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), post) - begins.begin()) - 1;
        workforce::populate_post(parts_.world, careers_, parts_.household, fields_, now.chance, block, team, post);
        block.person(fields_.engine.filled)[post] = 1;
        theory_.populate(block, now.chance, post, post + 1);
        rotation_.arrive(block, now.chance, now.week, post);
    }

    const WorkforceFields& fields_;
    WorkforceParts parts_;
    double scale_;
    workforce::StationaryCareers careers_;
    workforce::Rotation rotation_;
    workforce::Load load_;
    workforce::Absence absence_;
    wellbeing::FactorTargets targets_;
    Jdr theory_;
    interventions::Coaching coaching_;
    std::vector<interventions::AddedPosts> added_posts_;
    Questionnaires questionnaires_;
};

ScopeAxis axis_of(std::string key, Label label, std::span<const workforce::Word> words) {
    ScopeAxis axis{std::move(key), std::move(label), {}, {}};
    for (const workforce::Word& word : words) {
        axis.values.push_back(word.name);
        axis.labels.push_back(word.label);
    }
    return axis;
}

// The declarations of all parts.
class PartParameters {
  public:
    void declare(ParameterTable& table) {
        std::apply([&](auto&... group) { (group.declare(table), ...); }, groups_);
    }
    WorkforceParts read(std::span<const double> values) const {
        return std::apply(
            [&](const auto& world, const auto&... group) { return WorkforceParts{world.read(values), {}, group.read(values)...}; }, groups_);
    }

  private:
    template <class... Parts>
    using Groups = std::tuple<ParameterGroup<Parts>...>;
    // In the order of WorkforceParts.
    Groups<World, workforce::CareerParameters, workforce::HouseholdParameters, workforce::RotationParameters, workforce::WorkParameters,
           workforce::AbsenceParameters, workforce::EventParameters, wellbeing::FactorParameters, wellbeing::JdrParameters,
           instruments::InstrumentParameters, interventions::ScheduleParameters, interventions::CoachingParameters>
        groups_{workforce::declare_world(),
                workforce::declare_career_parameters(),
                workforce::declare_household_parameters(),
                workforce::declare_rotation_parameters(),
                workforce::declare_work_parameters(),
                workforce::declare_absence_parameters(),
                workforce::declare_event_parameters(),
                wellbeing::declare_factor_parameters(),
                wellbeing::declare_jdr_parameters(),
                instruments::declare_instrument_parameters(),
                interventions::declare_schedule_parameters(),
                interventions::declare_coaching_parameters()};
};

class WorkforceModel final : public Model {
  public:
    WorkforceModel()
        : outcomes_(workforce_outcomes()),
          patterns_(workforce_patterns(outcomes_)),
          instrument_decls_(instruments::instrument_decls()),
          phases_(workforce_phases()),
          strata_(workforce_strata()) {
        vocabulary_.model = "workforce";
        vocabulary_.title = {"Dutch hospital doctors by career phase", "Nederlandse ziekenhuisartsen naar loopbaanfase"};
        trajectories_ = fields_.ledgers.add<interventions::Trajectory>("coaching");
        parameters_.declare(vocabulary_.parameters);
        vocabulary_.rows = {workforce::department_rows()};
        vocabulary_.levers = {interventions::shift_lever(),    interventions::administration_lever(), interventions::schedule_lever(),
                              interventions::staffing_lever(), interventions::culture_lever(),        interventions::coaching_lever()};
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
    const std::vector<PatternDecl>& patterns() const override { return patterns_; }
    std::size_t category_count() const override { return kWorkforceCategories; }
    const Grouping& phases() const override { return phases_; }
    const Grouping& strata() const override { return strata_; }
    std::unique_ptr<Dynamics> make_dynamics(const Scenario& scenario) const override {
        WorkforceParts parts = parameters_.read(scenario.parameters.values);
        if (!scenario.rows.empty()) parts.departments = workforce::departments_of(scenario.rows.front());
        return std::make_unique<WorkforceDynamics>(fields_, trajectories_, std::move(parts), scenario);
    }

  private:
    PartParameters parameters_;
    WorkforceFields fields_;
    Ledger<interventions::Trajectory> trajectories_;
    Vocabulary vocabulary_;
    std::vector<OutcomeDecl> outcomes_;
    std::vector<PatternDecl> patterns_;
    std::vector<InstrumentDecl> instrument_decls_;
    Grouping phases_;
    Grouping strata_;
};

}  // namespace

std::unique_ptr<Model> make_workforce_model() { return std::make_unique<WorkforceModel>(); }

}  // namespace bevlogen
