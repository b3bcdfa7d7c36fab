// Finds interventions that do nothing, never start, change out of order or share their chance.
#include "sim/scenario/intervention_check.hpp"

#include <string>

#include "sim/random/chance.hpp"

namespace bevlogen {
namespace {

std::string at_week(Week week) { return "week " + std::to_string(week.value); }

std::string worded(const Intervention& intervention) {
    return intervention.name.empty() ? std::string("the intervention") : "intervention \"" + intervention.name + "\"";
}

void check_changes(const PlacedIntervention& placed, std::optional<Week> recorded, Diagnostics& diagnostics) {
    const Intervention& it = placed.intervention;
    const Week* before = nullptr;
    for (std::size_t i = 0; i < it.changes.size(); ++i) {
        const auto& [place, is_known] = placed.changes[i];
        if (!is_known) continue;
        const Week& at = it.changes[i].at;
        const std::string change = worded(it) + " changes in " + at_week(at);
        if (placed.start.is_known && at <= it.schedule.start) {
            diagnostics.error(place, change + ", not after its start in " + at_week(it.schedule.start));
        } else if (it.schedule.end && at >= *it.schedule.end) {
            diagnostics.error(place, change + ", not before its end in " + at_week(*it.schedule.end));
        } else if (recorded && at >= *recorded) {
            diagnostics.error(
                place, change + ", after the last recorded week (the scenario records " + std::to_string(recorded->value) + " weeks)");
        } else if (before && at <= *before) {
            diagnostics.error(place, change + ", not after the change before it in " + at_week(*before));
        }
        before = &at;
    }
}

}  // namespace

void check_intervention(const PlacedIntervention& placed, std::optional<Week> recorded, Diagnostics& diagnostics) {
    const Intervention& it = placed.intervention;
    if (!placed.has_levers && !placed.has_unknown_keys) {
        diagnostics.error(it.place, worded(it) + " sets no lever, so that it does nothing");
    }
    if (recorded && placed.start.is_known && it.schedule.start >= *recorded) {
        diagnostics.error(placed.start.place, worded(it) + " never starts: it would in " + at_week(it.schedule.start) +
                                                  ", and the scenario records " + std::to_string(recorded->value) + " weeks");
    }
    if (placed.start.is_known && it.schedule.end && *it.schedule.end <= it.schedule.start) {
        diagnostics.error(placed.end,
                          worded(it) + " ends in " + at_week(*it.schedule.end) + ", not after its start in " + at_week(it.schedule.start));
    }
    check_changes(placed, recorded, diagnostics);
}

void check_names(std::span<const PlacedIntervention> interventions, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < interventions.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const Intervention& one = interventions[j].intervention;
            const Intervention& other = interventions[i].intervention;
            if (purpose_of_intervention(one.name) != purpose_of_intervention(other.name)) continue;
            diagnostics.error(other.place, "\"" + one.name + "\" and \"" + other.name +
                                               "\" would draw the same chance (the short hashes of their names are equal); rename one");
        }
    }
}

}  // namespace bevlogen
