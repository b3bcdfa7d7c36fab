// The weekly part of peer groups: the ledger of a block, and what it asks of work and factors.
#include "models/interventions/peer_groups.hpp"

#include <algorithm>

#include "models/interventions/coaching_equations.hpp"
#include "models/interventions/peer_group_joining.hpp"
#include "models/interventions/peer_group_sessions.hpp"
#include "models/workforce/scratch_layout.hpp"

namespace bevlogen::interventions {

using workforce::Demand;
using workforce::factor_of;
using workforce::Leave;
using workforce::PeerGroupStage;
using workforce::Resource;

namespace {

// The load of the team of each of a sequence of ascending posts.
class LoadOfPost {
  public:
    LoadOfPost(const Block& block, const workforce::WorkforceFields& fields)
        : begins_(block.team_begin()), load_(block.team(fields.log_load)) {}
    float operator()(std::uint32_t post) {
        while (begins_[team_ + 1] <= post) ++team_;
        return load_[team_];
    }

  private:
    std::span<const std::uint32_t> begins_;
    std::span<const float> load_;
    std::size_t team_ = 0;
};

float hours_a_week(const Membership& row) { return row.hours / static_cast<float>(row.interval); }

}  // namespace

PeerGroups::PeerGroups(const PeerGroupParameters& parameters, const EnrolmentParameters& asking, const PeerGroupContext& context)
    : p_(parameters), asking_(asking), c_(context) {
    for (float& stigma : asking_.stigma) stigma *= p_.stigma_share;
    asking_.stigma_of_leader *= p_.stigma_share;
    asking_.stigma_if_burnt_out *= p_.stigma_share;
}

void PeerGroups::add_safety(const Block& block, Scratch& scratch) const noexcept {
    float* safety = scratch.column(workforce::columns::kSafetyShift);
    for (const Membership& row : block.rows(c_.ledger)) safety[row.post] += row.safety_of_epoch;
}

void PeerGroups::release_hours(const Block& block, Scratch& scratch) const noexcept {
    float* released = scratch.column(workforce::columns::kReleasedHours);
    const auto leave = block.person(c_.fields->leave_kind);
    for (const Membership& row : block.rows(c_.ledger)) {
        const bool is_at_work = leave[row.post] == static_cast<std::uint8_t>(Leave::none);
        if (row.stage == PeerGroupStage::busy && row.is_released && is_at_work)
            released[row.post] += hours_a_week(row) * (1.0f - c_.replaced_share);
    }
}

void PeerGroups::add_target_shifts(const Block& block, std::vector<workforce::TargetShift>& shifts) const {
    const auto rows = block.rows(c_.ledger);
    if (rows.empty()) return;
    const auto before = static_cast<std::ptrdiff_t>(shifts.size());
    LoadOfPost load_of(block, *c_.fields);
    for (const Membership& row : rows) {
        const auto add = [&](auto factor, float shift) {
            if (shift != 0.0f) shifts.push_back({row.post, static_cast<std::uint16_t>(factor_of(factor)), shift});
        };
        if (row.stage == PeerGroupStage::busy) {
            if (!row.is_released)
                add(Demand::workload, unreleased_workload(p_.unreleased, hours_a_week(row), p_.unreleased_on_load, load_of(row.post)));
            if (row.mode == PeerGroupMode::team) add(Demand::evaluation_pressure, p_.evaluation_in_team);
        }
        add(Demand::emotional_load, -row.emotional_load);
        add(Resource::colleague_support, row.support);
    }
    std::inplace_merge(shifts.begin(), shifts.begin() + before, shifts.end(),
                       [](const workforce::TargetShift& a, const workforce::TargetShift& b) { return a.post < b.post; });
}

void PeerGroups::step(Block& block, const Now& now, const workforce::StrainNow& strain, const Scratch& scratch) const {
    std::vector<Membership> joined;  // takes memory only where somebody joins
    const AskingWeek week{*c_.fields, block, now, strain, scratch};
    for (const InterventionNow& intervention : now.interventions) {
        for (const LeverSetting& setting : intervention.levers) {
            if (setting.lever == c_.lever) enrol_peers(week, c_.ledger, asking_, intervention, peer_group_settings_of(setting), joined);
        }
    }
    if (!joined.empty() || !block.rows(c_.ledger).empty()) advance_rows(block, now, scratch, joined);
}

void PeerGroups::advance_rows(Block& block, const Now& now, const Scratch& scratch, std::span<const Membership> joined) const {
    const workforce::WorkforceFields& f = *c_.fields;
    const auto filled = block.person(f.engine.filled);
    const auto leave = block.person(f.leave_kind);
    const auto stage = block.person(f.peer_group_stage);
    const float* safety = scratch.column(workforce::columns::kSafetyShift);
    LoadOfPost load_of(block, f);
    const auto leaves = [&](const Membership& row) { return filled[row.post] == 0 || is_forgotten(row, now.week); };
    bool any_leaves = false;
    for (Membership& row : block.rows(c_.ledger)) {
        const bool was_under_way = is_under_way(row);
        const Peer who{block.person_at(row.post, f.engine), static_cast<Leave>(leave[row.post]), load_of(row.post), safety[row.post]};
        advance(row, p_, now.chance, who, now.week);
        if (was_under_way) stage[row.post] = static_cast<std::uint8_t>(row.stage);
        any_leaves |= leaves(row);
    }
    if (!any_leaves && joined.empty()) return;
    const auto rows = std::as_const(block).rows(c_.ledger);
    std::vector<Membership> all;
    all.reserve(rows.size() + joined.size());
    std::merge(rows.begin(), rows.end(), joined.begin(), joined.end(), std::back_inserter(all),
               [](const Membership& a, const Membership& b) { return a.post < b.post; });
    std::erase_if(all, leaves);
    block.put_rows(c_.ledger, std::span<const Membership>(all));
}

}  // namespace bevlogen::interventions
