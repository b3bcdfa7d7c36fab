// The weekly part of coaching: the ledger of a block, and what it asks of work and factors.
#include "models/interventions/coaching.hpp"

#include <algorithm>

#include "models/interventions/coaching_enrolment.hpp"
#include "models/interventions/coaching_equations.hpp"
#include "models/interventions/coaching_trajectory.hpp"
#include "models/interventions/team_of_post.hpp"

namespace bevlogen::interventions {

using workforce::CoachingStage;
using workforce::Demand;
using workforce::factor_of;
using workforce::Leave;
using workforce::Resource;

namespace {

// Adds shifts of one post.
struct ShiftsOfPost {
    std::vector<workforce::TargetShift>& shifts;
    std::uint32_t post;
    void operator()(std::size_t factor, float shift) const {
        if (shift != 0.0f) shifts.push_back({post, static_cast<std::uint16_t>(factor), shift});
    }
};

}  // namespace

void Coaching::release_hours(const Block& block, Scratch& scratch) const noexcept {
    float* released = scratch.column(workforce::columns::kReleasedHours);
    std::fill_n(released, block.padded_posts(), 0.0f);
    const auto leave = block.person(c_.fields->leave_kind);
    for (const Trajectory& row : block.rows(c_.ledger)) {
        const bool is_at_work = leave[row.post] == static_cast<std::uint8_t>(Leave::none);
        if (row.stage == CoachingStage::busy && row.is_released && is_at_work)
            released[row.post] += row.hours * (1.0f - p_.session.replaced_share);
    }
}

void Coaching::add_target_shifts(const Block& block, Week week, std::vector<workforce::TargetShift>& shifts) const {
    const CoachingShiftParameters& s = p_.shift;
    const auto phase = block.person(c_.fields->phase);
    const auto autonomy = block.team(c_.fields->team_effect[factor_of(Resource::autonomy)]);
    const auto load = block.team(c_.fields->log_load);
    TeamOfPost team_of(block);
    for (const Trajectory& row : block.rows(c_.ledger)) {
        const std::size_t t = team_of(row.post);
        const ShiftsOfPost add{shifts, row.post};
        const float a = autonomy[t] + c_.autonomy_offset[std::min<std::size_t>(phase[row.post], workforce::kPhases - 1)];
        if (row.stage == CoachingStage::busy && !row.is_released) {
            add(factor_of(Demand::workload), unreleased_workload(s.unreleased, row.hours, s.unreleased_on_load, load[t]));
        }
        if (row.gain <= 0.0f) continue;
        if (row.question == CoachingQuestion::balance) add(factor_of(Demand::work_home_interference), -s.work_home * row.gain);
        if (is_under_way(row) || static_cast<float>(week.value - row.ended) <= s.friction_weeks) {
            add(factor_of(Demand::management_friction), friction_of_gain(s.friction, row.gain, s.friction_below, a));
        }
        add(factor_of(Resource::autonomy), s.autonomy * row.gain * room_for_gain(a));
        if (row.question == CoachingQuestion::balance) add(factor_of(Resource::recovery), s.recovery * row.gain);
    }
}

void Coaching::step(Block& block, const Now& now, const workforce::StrainNow& strain, const Scratch& scratch) const {
    std::vector<Trajectory> asked;  // takes memory only where somebody asks
    const EnrolmentWeek week{p_, *c_.fields, c_.ledger, block, now, strain, scratch};
    for (const InterventionNow& intervention : now.interventions) {
        for (const LeverSetting& setting : intervention.levers) {
            if (setting.lever == c_.lever) enrol(week, intervention, settings_of(setting), asked);
        }
    }
    if (!asked.empty() || !block.rows(c_.ledger).empty()) advance_rows(block, now, strain, asked);
}

void Coaching::advance_rows(Block& block, const Now& now, const workforce::StrainNow& strain, std::vector<Trajectory>& asked) const {
    const workforce::WorkforceFields& f = *c_.fields;
    const auto filled = block.person(f.engine.filled);
    const auto leave = block.person(f.leave_kind);
    const auto motivation = block.person(f.motivation);
    const auto stage = block.person(f.coaching_stage);
    const auto gain = block.person(f.programme_gain);
    const auto load = block.team(f.log_load);
    const auto take_a_week = [&](Trajectory& row, TeamOfPost& team_of) {
        const CoachingStage before = row.stage;
        const Coachee who{block.person_at(row.post, f.engine), static_cast<Leave>(leave[row.post]), motivation[row.post],
                          strain.z_exhaustion[row.post], load[team_of(row.post)]};
        advance(row, p_, now.chance, who, now.week);
        // The column is of the newest trajectory; an older one may still be evaluated.
        const bool is_newest = stage[row.post] == static_cast<std::uint8_t>(before) || row.stage != CoachingStage::evaluated;
        if ((row.stage != before && is_newest) || row.asked == now.week.value) stage[row.post] = static_cast<std::uint8_t>(row.stage);
    };
    TeamOfPost team_of_row(block), team_of_asked(block);
    bool any_leaves = false;
    const auto leaves = [&](const Trajectory& row) { return filled[row.post] == 0 || is_forgotten(row, now.week); };
    for (Trajectory& row : block.rows(c_.ledger)) {
        take_a_week(row, team_of_row);
        gain[row.post] = 0.0f;
        any_leaves |= leaves(row);
    }
    for (Trajectory& row : asked) {
        if (is_under_way(row)) take_a_week(row, team_of_asked);
    }
    if (any_leaves || !asked.empty()) {
        const auto rows = block.rows(c_.ledger);
        std::vector<Trajectory> all;
        all.reserve(rows.size() + asked.size());
        std::merge(rows.begin(), rows.end(), asked.begin(), asked.end(), std::back_inserter(all),
                   [](const Trajectory& a, const Trajectory& b) { return a.post < b.post; });
        std::erase_if(all, leaves);
        block.put_rows(c_.ledger, std::span<const Trajectory>(all));
    }
    for (const Trajectory& row : block.rows(c_.ledger)) gain[row.post] += row.gain;
}

}  // namespace bevlogen::interventions
