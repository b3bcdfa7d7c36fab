// One block of six teams in all the states that the weekly step tells apart: phases, leave, vacancies, cohesion, load, conditions of work.
#pragma once

#include <vector>

#include "models/wellbeing/jdr.hpp"
#include "models/workforce/conditions.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "models/workforce/target_shift.hpp"
#include "sim/random/distributions.hpp"
#include "tests/unit/models/workforce_setup.hpp"

namespace bevlogen::testing {

struct SmallWorld {
    explicit SmallWorld(const std::vector<std::string>& sets = {})
        : parameters(WorkforceParameters::read(sets)),
          targets(parameters.factors, parameters.references(), fields),
          theory(targets, parameters.jdr, fields),
          block(fields, plans(), 0, 0) {
        for (std::size_t t = 0; t < block.teams(); ++t) fill_team(t);
        scratch.prepare(block, workforce::columns::kScratchColumns, workforce::columns::kScratchTeamColumns);
        for (std::uint32_t i = 0; i < block.posts(); i += 5) {  // programmes ask something of every fifth, of whom one in three twice
            shifts.push_back({i, static_cast<std::uint16_t>(factor_of(workforce::Demand::workload)), 0.3f});
            if (i % 3 == 0) shifts.push_back({i, static_cast<std::uint16_t>(factor_of(workforce::Resource::recovery)), -0.2f});
        }
        set_targets(Week{0});
    }
    SmallWorld(const SmallWorld&) = delete;
    SmallWorld& operator=(const SmallWorld&) = delete;

    enum Team : std::size_t { partly_cohesive, uncohesive, alone, alone_at_work, cohesive, nobody_at_work };
    static std::vector<std::size_t> sizes() { return {14, 8, 1, 3, 200, 2}; }  // 200 is more than a strip of the kernel

    static std::vector<TeamPlan> plans() {
        std::vector<TeamPlan> all;
        for (const std::size_t size : sizes()) {
            const auto number = static_cast<std::uint32_t>(all.size());
            all.push_back({TeamId::of(number / 3, number % 3), static_cast<std::uint8_t>(number % 2), std::vector<std::uint8_t>(size)});
        }
        return all;
    }

    std::size_t post(std::size_t team, std::size_t slot) const { return block.team_begin()[team] + slot; }
    // Who is back at half hours is among colleagues again.
    static bool is_away(std::uint8_t leave_kind) {
        return leave_kind != index_of(workforce::Leave::none) && leave_kind != index_of(workforce::Leave::burnout_half_hours);
    }
    bool is_present(std::size_t i) const {
        return block.person(fields.engine.filled)[i] != 0 && !is_away(block.person(fields.leave_kind)[i]);
    }
    // Conditions in the week, as the levers would leave them.
    float condition(std::size_t column, std::size_t i) const { return scratch.column(column)[i]; }

    void set_targets(Week week) {
        theory.set_weights(block, Now{week, chance, {}}, scratch);
        workforce::set_conditions(parameters.work, fields, block, scratch);
        change_conditions();
        targets.add_safety(block, scratch);
        targets.set(block, scratch);
    }
    void step(Week week) {
        set_targets(week);
        theory.scores().at_start(block, scratch);
        theory.step(block, Now{week, chance, {}}, scratch, shifts);
    }

    workforce::WorkforceFields fields;
    WorkforceParameters parameters;
    wellbeing::FactorTargets targets;
    wellbeing::Jdr theory;
    Block block;
    Scratch scratch;
    Chance chance{7, 1};
    std::vector<workforce::TargetShift> shifts;

  private:
    void fill_team(std::size_t t) {
        constexpr std::array<float, 6> kLoad = {0.3f, -0.25f, 0.0f, 0.1f, -0.05f, 0.6f};
        Stream team_draws(chance, t, Week{0}, Purpose{0x7001});
        for (const auto& effect : fields.team_effect) block.team(effect)[t] = between(team_draws, -0.8, 0.8);
        block.team(fields.leader_now)[t] = between(team_draws, -1.5, 1.5);
        block.team(fields.safety)[t] = between(team_draws, -0.5, 0.5);
        block.team(fields.log_load)[t] = kLoad[t];
        for (std::size_t slot = 0; slot < sizes()[t]; ++slot) fill_post(t, slot);
    }

    void fill_post(std::size_t t, std::size_t slot) {
        using workforce::Resource;
        const std::size_t i = post(t, slot);
        const PersonId person = PersonId::of(block.team_ids()[t], static_cast<std::uint32_t>(slot), 0);
        Stream draws(chance, person.value, Week{0}, Purpose{0x7002});
        const auto put = [&](Field<float> field, double low, double high) { block.person(field)[i] = between(draws, low, high); };
        block.person(fields.engine.id_low)[i] = person.low();
        block.person(fields.engine.id_high)[i] = person.high();
        const bool vacant = t == alone_at_work ? slot == 1 : slot % 7 == 3 || (t == nobody_at_work && slot == 0);
        const bool on_leave = t == alone_at_work ? slot == 2 : slot % 11 == 5 || (t == nobody_at_work && slot == 1);
        block.person(fields.engine.filled)[i] = vacant ? 0 : 1;
        // In the large team every kind of leave in turn, half hours among them; elsewhere illness.
        block.person(fields.leave_kind)[i] =
            on_leave ? static_cast<std::uint8_t>(t == cohesive ? 1 + slot / 11 % (workforce::kLeaves - 1) : 1) : 0;
        block.person(fields.phase)[i] = static_cast<std::uint8_t>((slot + t) % workforce::kPhases);
        block.person(fields.contract)[i] = static_cast<std::uint8_t>(slot % 3);
        block.person(fields.care_at_home)[i] = static_cast<std::uint8_t>(slot / 2 % 2);
        block.person(fields.weeks_in_post)[i] = static_cast<std::uint16_t>(between(draws, 0.0, 1000.0));  // up to 19 years
        block.person(fields.age_weeks)[i] = static_cast<std::uint16_t>(between(draws, 23.0 * 52, 69.0 * 52));
        put(fields.fte, 0.6, 1.0);
        block.person(fields.programme_gain)[i] = slot % 3 == 0 ? between(draws, 0.0, 1.0) : 0.0f;
        put(fields.t_strain, -1.2, 1.2);
        put(fields.t_zest, -1.4, 1.4);
        // Some have just come, some are all but at home, and of some it is forgotten this week.
        block.person(fields.newcomer)[i] = slot % 4 == 0 ? between(draws, 0.0, 1.0) : slot % 4 == 1 ? 1.05e-6f : 0.0f;
        block.person(fields.lasting_evaluation)[i] = slot % 5 == 2 ? between(draws, 0.0, 1.5) : 0.0f;
        block.person(fields.lasting_conflict)[i] = slot % 6 == 1 ? between(draws, 0.0, 1.0) : 0.0f;
        for (const auto& factor : fields.factor) put(factor, -2.5, 2.5);  // three in ten resources missing
        const double support = t == uncohesive ? -1.0 : t == cohesive ? 1.5 : 0.2;
        put(fields.factor[factor_of(Resource::colleague_support)], support - 0.6, support + 0.6);
        for (std::size_t k = 0; k < workforce::kPersonalResources; ++k) {
            put(fields.personal_base[k], -1.5, 1.5);
            put(fields.personal_slow[k], -2.0, 2.0);
        }
        for (const auto& outcome : {fields.exhaustion, fields.distance, fields.vigour, fields.dedication, fields.absorption}) {
            put(outcome, -3.0, 3.0);
        }
        if (slot % 9 == 4) put(fields.exhaustion, 4.0, 6.0);  // beyond the cap of E4 and E5
    }

    // Conditions that differ from today's and from person to person, always the same of a person; the load of the team.
    void change_conditions() {
        using namespace workforce::columns;
        for (std::size_t t = 0; t < block.teams(); ++t) {
            for (std::size_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
                scratch.column(kLogLoad)[i] = block.team(fields.log_load)[t];
                Stream draws(chance, block.person_at(i, fields.engine).value, Week{0}, Purpose{0x7004});
                const auto put = [&](std::size_t column, double low, double high) {
                    scratch.column(column)[i] = between(draws, low, high);
                };
                put(kAdministrationShare, 0.1, 0.6);
                put(kSideTaskShare, 0.0, 0.2);
                put(kLossShare, 0.0, 0.1);
                put(kHoursRatio, 0.7, 1.2);
                put(kExtraHours, -2.0, 4.0);
                put(kShiftsADay, 2.0, 5.0);
                put(kDuties, 0.0, 8.0);
                put(kHouseholdShare, 0.5, 1.0);
            }
        }
    }

    static float between(Stream& stream, double low, double high) { return static_cast<float>(low + (high - low) * draw_uniform(stream)); }
};

}  // namespace bevlogen::testing
