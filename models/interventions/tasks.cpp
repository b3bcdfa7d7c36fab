// Changes what people do in their working time.
#include "models/interventions/tasks.hpp"

#include <algorithm>

#include "models/interventions/change_conditions.hpp"
#include "models/interventions/lever_keys.hpp"
#include "models/interventions/lever_slots.hpp"

namespace bevlogen::interventions {

using workforce::Demand;
using workforce::factor_of;
using workforce::Resource;
using namespace workforce::columns;

namespace {

struct Slots {
    std::size_t match, agreed, side_tasks, to_posts, variety, mobility;
};

const Slots& slots() {
    static const Slots all = [] {
        const LeverDecl decl = tasks_lever();
        const auto slot = [&](const char* name) { return slot_of(decl, name); };
        return Slots{slot("match"), slot("agreed"), slot("side_tasks"), slot("to_posts"), slot("variety"), slot("mobility")};
    }();
    return all;
}

}  // namespace

LeverDecl tasks_lever() {
    return {"tasks",
            {"division of tasks", "taakverdeling"},
            {number_key("match", "1", 0, 1, kNotSet,
                        {"how far tasks match what one is good at and likes", "hoe ver taken passen bij wat men kan en wil"}),
             flag_key("agreed", {"agreed on in the team", "in het team afgesproken"}),
             number_key("side_tasks", "1", -1, 2, 0.0, {"relative change of side tasks", "relatieve verandering van neventaken"}),
             number_key(
                 "to_posts", "1", 0, 1, 0.0,
                 {"share of the side tasks taken off that support staff does", "deel van de weggenomen neventaken dat ondersteuners doen"}),
             number_key("variety", "SD", -2, 2, 0.0, {"shift of work content by variety", "verschuiving van werkinhoud door afwisseling"}),
             number_key("mobility", "1", 0, 10, kNotSet,
                        {"how often one looks for another employer, 1 today", "hoe vaak men een andere werkgever zoekt, 1 nu"})}};
}

void change_tasks(const TaskParameters& p, std::span<const InterventionNow> interventions, std::size_t lever, std::size_t posts,
                  Scratch& scratch) {
    float* side_tasks = scratch.column(kSideTaskShare);
    float* match = scratch.column(kTaskMatch);
    float* unagreed = scratch.column(kUnagreedMatch);
    bool is_first = true;
    for_each_setting(interventions, lever, [&](const InterventionNow& intervention, std::span<const double> values) {
        const Slots& s = slots();
        if (is_first) {
            std::fill_n(match, posts, p.match_today);
            std::fill_n(unagreed, posts, 0.0f);
            is_first = false;
        }
        if (const auto more = static_cast<float>(values[s.side_tasks]); more != 0.0f) {
            for (std::size_t i = 0; i < posts; ++i) side_tasks[i] += intervention.dose * intervention.reach[i] * (more * side_tasks[i]);
        }
        if (const double to = values[s.match]; to != kNotSet) {
            const float of_unagreed = values[s.agreed] != 0.0 ? 0.0f : 1.0f;
            for (std::size_t i = 0; i < posts; ++i) {
                const float moved = intervention.dose * intervention.reach[i] * (static_cast<float>(to) - match[i]);
                match[i] += moved;
                unagreed[i] += of_unagreed * moved;
            }
        }
        if (values[s.mobility] != kNotSet) move_towards(intervention, values[s.mobility], posts, scratch.column(kSeeksTimes));
    });
}

void add_task_shifts(const TaskParameters& p, std::span<const InterventionNow> interventions, std::size_t lever, Week week,
                     std::size_t posts, Scratch& scratch) {
    const auto target = [&](auto factor) { return scratch.column(kBaseTarget + factor_of(factor)); };
    float* content = target(Resource::work_content);
    float* autonomy = target(Resource::autonomy);
    float* colleagues = target(Resource::colleague_support);
    const float* match = scratch.column(kTaskMatch);
    const float* unagreed = scratch.column(kUnagreedMatch);
    bool has_match = false;
    for_each_setting(interventions, lever, [&](const InterventionNow& intervention, std::span<const double> values) {
        const Slots& s = slots();
        has_match = has_match || values[s.match] != kNotSet;
        if (values[s.variety] == 0.0) return;
        add_change(intervention, values[s.variety], posts, content);
        const std::int32_t since = std::max(intervention.running.value - week.value % kWeeksPerEpoch, 0);
        if (static_cast<float>(since) < p.variety_weeks)
            add_change(intervention, static_cast<double>(p.variety_on_unclarity), posts, target(Demand::role_unclarity));
    });
    if (!has_match) return;
    for (std::size_t i = 0; i < posts; ++i) {
        const float better = match[i] - p.match_today;
        content[i] += p.match_on_content * better;
        autonomy[i] += p.match_on_autonomy * better;
        colleagues[i] += p.match_on_colleagues * unagreed[i];
    }
}

double support_share(std::span<const double> values) { return std::max(-values[slots().side_tasks], 0.0) * values[slots().to_posts]; }

}  // namespace bevlogen::interventions
