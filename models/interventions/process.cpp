// Changes losses, hours beside the roster, and visits.
#include "models/interventions/process.hpp"

#include "models/interventions/change_conditions.hpp"
#include "models/interventions/lever_keys.hpp"
#include "models/interventions/lever_slots.hpp"
#include "models/interventions/team_reach.hpp"
#include "sim/core/portable_math.hpp"

namespace bevlogen::interventions {

using namespace workforce::columns;

namespace {

struct Slots {
    std::size_t consult_loss, logistics_loss, prep_hours_unpaid, meetings_in_hours, visit_limit;
};

const Slots& slots() {
    static const Slots all = [] {
        const LeverDecl decl = process_lever();
        const auto slot = [&](const char* name) { return slot_of(decl, name); };
        return Slots{slot("consult_loss"), slot("logistics_loss"), slot("prep_hours_unpaid"), slot("meetings_in_hours"),
                     slot("visit_limit")};
    }();
    return all;
}

// Meetings move from beside the roster into it, where they take their part of what administration leaves.
void move_meetings(const ProcessParameters& p, const workforce::WorkParameters& work, const InterventionNow& intervention,
                   const Block& block, const workforce::WorkforceFields& fields, Scratch& scratch) {
    const auto phase = block.person(fields.phase);
    const float* administration = scratch.column(kAdministrationShare);
    float* extra = scratch.column(kExtraHours);
    float* side_tasks = scratch.column(kSideTaskShare);
    for (std::size_t i = 0; i < block.posts(); ++i) {
        const float moved = intervention.dose * intervention.reach[i] * p.meeting_hours;
        const float left = work.contract_hours[phase[i]] * (1.0f - administration[i]);
        extra[i] -= moved;
        if (left > 0.0f) side_tasks[i] += moved / left;
    }
}

}  // namespace

LeverDecl process_lever() {
    return {"process",
            {"processes of care", "zorgprocessen"},
            {by_phase(number_key("consult_loss", "1", 0, 1, kNotSet,
                                 {"share lost to consultation and logistics, of what administration leaves",
                                  "deel dat aan overleg en logistiek verloren gaat, van wat administratie overlaat"})),
             number_key("logistics_loss", "1", -1, 1, 0.0, {"change of that share", "verandering van dat deel"}),
             number_key("prep_hours_unpaid", "hours per week", -20, 20, 0.0,
                        {"change in unpaid preparation beside the roster", "verandering van onbetaalde voorbereiding naast het rooster"}),
             flag_key("meetings_in_hours", {"meetings are held within the roster", "vergaderingen vallen binnen het rooster"}),
             number_key("visit_limit", "1", -0.5, 0.5, 0.0, {"relative change of visits", "relatieve verandering van consulten"})}};
}

void change_process(const ProcessParameters& p, const workforce::WorkParameters& work, std::span<const InterventionNow> interventions,
                    std::size_t lever, const Block& block, const workforce::WorkforceFields& fields, Scratch& scratch) {
    const std::size_t posts = block.posts();
    const auto phase = block.person(fields.phase);
    const auto filled = block.person(fields.engine.filled);
    for_each_setting(interventions, lever, [&](const InterventionNow& intervention, std::span<const double> values) {
        const Slots& s = slots();
        float* losses = scratch.column(kLossShare);
        for (std::size_t i = 0; i < posts; ++i) {
            const double value = values[s.consult_loss + phase[i]];
            if (value != kNotSet) losses[i] += intervention.dose * intervention.reach[i] * (static_cast<float>(value) - losses[i]);
        }
        add_change(intervention, values[s.logistics_loss], posts, losses);
        for (std::size_t i = 0; i < posts; ++i) losses[i] = losses[i] > 0.0f ? losses[i] : 0.0f;
        add_change(intervention, values[s.prep_hours_unpaid], posts, scratch.column(kExtraHours));
        if (values[s.meetings_in_hours] != 0.0) move_meetings(p, work, intervention, block, fields, scratch);
        const auto visits = static_cast<float>(values[s.visit_limit]);
        if (visits == 0.0f) return;
        float* volume = scratch.team_column(kTeamVolume);
        for (std::size_t t = 0; t < block.teams(); ++t)
            volume[t] += portable_log(1.0f + visits * team_reach(intervention, block, filled, t));
    });
}

}  // namespace bevlogen::interventions
