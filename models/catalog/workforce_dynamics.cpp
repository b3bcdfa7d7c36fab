// One week of a block: load, well-being, programmes, absence; and what happens at a clearing.
#include "models/catalog/workforce_dynamics.hpp"

#include <algorithm>

#include "models/careers/departure.hpp"
#include "models/careers/job_market.hpp"
#include "models/careers/market_targets.hpp"
#include "models/careers/progress.hpp"
#include "models/catalog/workforce_measures.hpp"
#include "models/catalog/workforce_outcomes.hpp"
#include "models/catalog/workforce_traces.hpp"
#include "models/catalog/workforce_variables.hpp"
#include "models/interventions/coaching.hpp"
#include "models/interventions/monitoring.hpp"
#include "models/interventions/peer_groups.hpp"
#include "models/interventions/services.hpp"
#include "models/wellbeing/theories.hpp"
#include "models/workforce/absence.hpp"
#include "models/workforce/leaders.hpp"
#include "models/workforce/load.hpp"
#include "models/workforce/purposes.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "sim/population/team_spread.hpp"

namespace bevlogen {
namespace {

using instruments::Questionnaires;
using wellbeing::Theory;
using workforce::index_of;
using workforce::Phase;
using workforce::WorkforceFields;

interventions::CoachingContext coaching_context(const WorkforceFields& fields, Ledger<interventions::Trajectory> ledger,
                                                const wellbeing::FactorTargets& targets, double scale,
                                                const workforce::CostParameters& costs) {
    interventions::CoachingContext context{&fields, ledger, kCoaching, {}, scale, costs.session_external, costs.session_internal};
    for (std::size_t k = 0; k < workforce::kPhases; ++k) {
        context.autonomy_offset[k] = targets.offset(factor_of(workforce::Resource::autonomy), k);
    }
    return context;
}

class WorkforceDynamics final : public Dynamics {
  public:
    WorkforceDynamics(const WorkforceFields& fields, const WorkforceLedgers& ledgers, WorkforceParts parts, const Scenario& scenario)
        : fields_(fields),
          parts_(std::move(parts)),
          scale_(scenario.population_scale),
          careers_(parts_.careers, parts_.world.fte_mean[index_of(workforce::Phase::aios)]),
          rotation_(parts_.rotation, parts_.world, fields),
          departure_(parts_.departure, parts_.careers, parts_.market.applies_a_year, parts_.absence.longest_weeks, fields),
          progress_(parts_.market, parts_.careers, parts_.household, parts_.world.fte_mean[index_of(workforce::Phase::aios)], fields),
          placement_(parts_.market, parts_.world, rotation_, progress_, fields),
          market_(parts_.market, parts_.world, placement_, fields),
          load_(parts_.work, parts_.world.fte_mean, fields, scenario.burn_in_weeks()),
          absence_(parts_.absence, parts_.events, fields),
          targets_(parts_.factors, references_of(parts_, careers_), fields),
          theory_(wellbeing::make_theory({parts_.theory.kind(), parts_.jdr, parts_.shanafelt, parts_.wellmd}, targets_, fields)),
          coaching_(parts_.coaching,
                    coaching_context(fields, ledgers.coaching, targets_, parts_.departments.empty() ? scale_ : 1.0, parts_.costs)),
          peer_groups_(parts_.peer_groups, parts_.coaching.enrolment,
                       {&fields, ledgers.peer_groups, kPeerGroup, parts_.coaching.session.replaced_share,
                        parts_.departments.empty() ? scale_ : 1.0}),
          service_ledger_(ledgers.services),
          services_(parts_.services, fields, ledgers.services),
          monitoring_(interventions::monitoring_reading(parts_.instruments), fields, kMonitoring),
          levers_(parts_, fields, scenario),
          questionnaires_(parts_.instruments, theory_->scores()),
          amounts_(fields, ledgers.coaching, ledgers.peer_groups, ledgers.services, parts_.work),
          career_measures_(fields, parts_.market, parts_.yes_no_items),
          programme_measures_(fields, ledgers.services),
          care_measures_(fields, parts_.work, parts_.outcomes),
          measures_(fields, theory_->scores(), questionnaires_, career_measures_, programme_measures_, care_measures_, amounts_,
                    levers_.adoption()) {}

    std::vector<TeamPlan> plan_teams(const Chance& world) const override {
        std::vector<TeamPlan> plans = workforce::plan_teams(parts_.world, scale_, world, parts_.departments);
        interventions::add_posts(levers_.added_posts(), world, plans);
        const bool has_pools = parts_.market.market() == careers::MarketKind::closed;
        workforce::add_pools(parts_.world, {has_pools, static_cast<double>(parts_.market.pool_seats)}, plans);
        return plans;
    }

    void populate(Block& block, const Chance& chance) const override {
        workforce::populate_posts(parts_.world, careers_, parts_.household, fields_, chance, block);
        rotation_.populate(block, chance);
        const auto& ages = parts_.careers.entry_age;
        absence_.populate(block);
        absence_.populate_past(block, chance,
                               {ages[index_of(Phase::coassistent)], ages[index_of(Phase::anios)], ages[index_of(Phase::jonge_klare)]});
        workforce::set_leaders(parts_.world, fields_, chance, block, nullptr);
        if (parts_.market.has_market()) departure_.populate(block, chance, 0, block.posts());
        progress_.populate(block, chance, 0, block.posts());
        market_.populate(block);
        load_.populate(block, chance);
        theory_->populate({&block, 1}, chance, workforce::seats_of(block));
        levers_.adoption().populate(block);
    }

    std::size_t scratch_columns() const override { return workforce::columns::kScratchColumns; }
    std::size_t scratch_team_columns() const override { return workforce::columns::kScratchTeamColumns; }

    void enact(Block& block, const Now& now) const override {
        if (levers_.added_posts().empty()) return;
        const auto fill = [&](Block& of, std::size_t post) { fill_new_post(of, now, post); };
        interventions::open_posts(levers_.added_posts(), levers_.national_levers(), fields_, now, fill, block);
    }

    void set_targets(const Block& block, const Now& now, Scratch& scratch) const override {
        theory_->set_weights(block, now, scratch);
        workforce::set_conditions(parts_.work, fields_, block, scratch);
        if (parts_.market.has_market()) careers::withdraw_from_care(parts_.departure, fields_, block, scratch);
        levers_.change_conditions(block, now, scratch);
        workforce::pass_duties_on(block, fields_, scratch);
        targets_.add_safety(block, scratch);
        peer_groups_.add_safety(block, scratch);
        if (parts_.market.has_market()) careers::note_market(parts_.market, parts_.departure, parts_.factors, fields_, block, scratch);
        targets_.set(block, scratch, parts_.market.has_market() ? std::optional(parts_.market.move_on_home) : std::nullopt);
        levers_.add_shifts(block, now, scratch);
        monitoring_.add_redesign(now.interventions, block, scratch);
        services_.add_shifts(block, scratch);
        load_.set_hours(block, scratch);
        absence_.set_hazards(block, scratch);
    }

    void step(Block& block, const Now& now, Scratch& scratch) const noexcept override {
        const workforce::StrainNow strain = theory_->scores().at_start(block, scratch);
        coaching_.release_hours(block, scratch);
        peer_groups_.release_hours(block, scratch);
        load_.step(block, now, strain, scratch);
        std::vector<workforce::TargetShift> shifts;
        coaching_.add_target_shifts(block, now.week, shifts);
        peer_groups_.add_target_shifts(block, shifts);
        theory_->step(block, now, scratch, shifts);
        coaching_.step(block, now, strain, scratch);
        peer_groups_.step(block, now, strain, scratch);
        absence_.step(block, now, strain, scratch);
        const bool is_last_of_epoch = now.week.value % kWeeksPerEpoch == kWeeksPerEpoch - 1;
        if (is_last_of_epoch && parts_.market.has_market())
            departure_.step(block, now, strain, scratch.column(workforce::columns::kSeeksTimes));
    }

    void clear_block(Block& block, const Now& now) const override {
        const workforce::CareerTerms terms = levers_.clear_block(block, now);
        if (parts_.market.has_market()) progress_.age(block, now, terms);
        rotation_.age(block);
        std::vector<float> z(block.posts());
        theory_->scores().burnout_z(block, z.data(), z.size());
        workforce::set_leaders(parts_.world, fields_, now.chance, block, z.data(), levers_.support_of_leaders(now));
        send_on(block, now, z);
    }

    void clear_nation(std::span<Block> blocks, const Now& now) const override {
        coaching_.clear_nation(blocks, now);
        const workforce::NationalTerms terms = levers_.clear_nation(blocks, now);
        if (parts_.market.has_market()) clear_market(blocks, now, terms);
        rotation_.move(blocks, now);
        peer_groups_.clear_nation(blocks, now);
        services_.clear_nation(blocks, now);
    }

    void categorise(const Block& block, std::span<std::uint8_t> category) const override {
        const std::uint8_t* __restrict filled = block.person(fields_.engine.filled).data();
        const std::uint8_t* __restrict phase = block.person(fields_.phase).data();
        const std::uint8_t* __restrict sex = block.person(fields_.sex).data();
        std::uint8_t* __restrict to = category.data();
        spread_over_teams(block.team_begin(), block.team_sites().data(), to, category.size());
        const std::size_t n = block.posts();
        for (std::size_t i = 0; i < n; ++i) {  // without branches and in bytes, so that it becomes a vector loop
            const auto vacant = static_cast<std::uint8_t>(filled[i] != 0 ? 0 : kNoCategory);
            to[i] = static_cast<std::uint8_t>(category_of(phase[i], to[i], sex[i]) | vacant);
        }
    }

    void axis_values(std::size_t axis, const Block& block, std::span<std::uint8_t> value) const override {
        if (axis == kAxisHospitals) {
            spread_over_teams(block.team_begin(), block.team_sites().data(), value.data(), value.size());
        } else {
            const auto column = block.person(axis == kAxisPhases ? fields_.phase : fields_.sex);
            std::copy(column.begin(), column.end(), value.begin());
        }
    }

    void keep_reachable(const Block& block, std::span<std::uint8_t> can_be_reached) const override {
        for (std::size_t t = 0; t < block.teams(); ++t) {
            if (!workforce::is_pool(block.team_sites()[t])) continue;
            std::fill(can_be_reached.begin() + block.team_begin()[t], can_be_reached.begin() + block.team_begin()[t + 1], std::uint8_t{0});
        }
    }

    void scale_reach(std::size_t i, const Block& block, std::span<float> reach) const override {
        levers_.adoption().scale_reach(i, block, reach);
    }

    void select(std::size_t predicate, const Block& block, std::span<std::uint8_t> holds) const override {
        std::vector<float> z(block.posts());
        if (predicate == kHighBurnout) {
            theory_->scores().burnout_z(block, z.data(), z.size());
            for (std::size_t i = 0; i < z.size(); ++i) holds[i] = z[i] > 1.0f ? 1 : 0;
        } else {
            theory_->scores().engagement_z(block, z.data(), z.size());
            for (std::size_t i = 0; i < z.size(); ++i) holds[i] = z[i] < -1.0f ? 1 : 0;
        }
    }

    void measure_weekly(const Block& block, OutcomeColumns& columns) const override { measures_.measure_weekly(block, columns); }
    void measure(const Block& block, Week week, const Chance& chance, OutcomeColumns& columns) const override {
        measures_.measure(block, week, chance, columns);
    }

    void trace(const Block& block, std::size_t post, std::span<float> values) const override {
        trace_person(theory_->scores(), service_ledger_, block, post, values);
    }

    void read_variable(std::size_t variable, const Block& block, std::span<float> values) const override {
        read_workforce_variable(theory_->scores(), parts_.work, variable, block, values);
    }

    void read_instrument(std::size_t instrument, const Block& block, Week week, std::uint32_t wave, const Chance& chance,
                         std::span<float> readings) const override {
        questionnaires_.read_one(static_cast<instruments::Instrument>(instrument), block, week, wave, chance, readings);
    }

  private:
    // Who begins on a post that has just opened: as the post would have been filled at the start, but new in the team.
    void fill_new_post(Block& block, const Now& now, std::size_t post) const {
        const auto begins = block.team_begin();
        const auto team = static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), post) - begins.begin()) - 1;
        const PersonId person = PersonId::of(block.team_ids()[team], static_cast<std::uint32_t>(post - begins[team]),
                                             static_cast<std::uint32_t>(now.week.value) + 1);
        const double u = now.chance.uniform(person.value, Week{0}, workforce::kWhoSitsHere);
        const workforce::Phase phase = workforce::typical_phase(parts_.world, workforce::post_kind_of(block.post_kinds()[post]), u);
        const careers::Entry entry{{0, static_cast<std::uint32_t>(post)}, {person, phase, true}};
        begin_on({&block, 1}, {&entry, 1}, now.chance);
        rotation_.arrive(block, now.chance, now.week, post);
    }

    // To services: whom coaching and monitoring refer.
    void send_on(Block& block, const Now& now, const std::vector<float>& z_burnout) const {
        std::vector<interventions::ServiceStay> referred;
        coaching_.add_referrals(block, now, referred);
        std::vector<float> z_exhaustion;
        if (monitoring_.has_wave(now)) {
            z_exhaustion.resize(block.posts());
            theory_->scores().exhaustion_z(block, z_exhaustion.data(), z_exhaustion.size());
        }
        monitoring_.clear_block(block, now, {z_exhaustion.data(), z_burnout.data()}, referred);
        services_.refer(block, std::move(referred));
    }

    void clear_market(std::span<Block> blocks, const Now& now, const workforce::NationalTerms& terms) const {
        const auto enter = [this](std::span<Block> all, std::span<const careers::Entry> entries, const Now& at) {
            begin_on(all, entries, at.chance);
            for (const auto& [seat, newcomer] : entries) rotation_.begin(all[seat.block], at.chance, at.week, seat.post);
        };
        market_.clear(blocks, now,
                      {enter, [this](const Block& block, std::size_t post) { return theory_->scores().burnout_z_of(block, post); },
                       [this](const Block& block, std::size_t post) { return theory_->scores().engagement_z_of(block, post); }},
                      terms);
    }

    void begin_on(std::span<Block> blocks, std::span<const careers::Entry> entries, const Chance& chance) const {
        std::vector<workforce::Seat> seats;
        for (const auto& [seat, newcomer] : entries) {
            workforce::populate_newcomer(parts_.world, careers_, parts_.household, fields_, chance, blocks[seat.block], seat.post,
                                         newcomer);
            seats.push_back(seat);
        }
        theory_->populate(blocks, chance, seats);
        for (const auto& [seat, newcomer] : entries) {
            Block& block = blocks[seat.block];
            if (parts_.market.has_market() && newcomer.is_of_stock) departure_.populate(block, chance, seat.post, seat.post + 1);
            progress_.populate(block, chance, seat.post, seat.post + 1);
        }
    }

    const WorkforceFields& fields_;
    WorkforceParts parts_;
    double scale_;
    workforce::StationaryCareers careers_;
    workforce::Rotation rotation_;
    careers::Departure departure_;
    careers::Progress progress_;
    careers::Placement placement_;
    careers::JobMarket market_;
    workforce::Load load_;
    workforce::Absence absence_;
    wellbeing::FactorTargets targets_;
    std::unique_ptr<const Theory> theory_;
    interventions::Coaching coaching_;
    interventions::PeerGroups peer_groups_;
    Ledger<interventions::ServiceStay> service_ledger_;
    interventions::Services services_;
    interventions::Monitoring monitoring_;
    WorkforceLevers levers_;
    Questionnaires questionnaires_;
    WorkforceAmounts amounts_;
    CareerMeasures career_measures_;
    ProgrammeMeasures programme_measures_;
    CareMeasures care_measures_;
    WorkforceMeasures measures_;
};

}  // namespace

std::unique_ptr<Dynamics> make_workforce_dynamics(const WorkforceFields& fields, const WorkforceLedgers& ledgers, WorkforceParts parts,
                                                  const Scenario& scenario) {
    return std::make_unique<WorkforceDynamics>(fields, ledgers, std::move(parts), scenario);
}

}  // namespace bevlogen
