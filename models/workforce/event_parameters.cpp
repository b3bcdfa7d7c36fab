// Declares the parameters of events with units and bounds; the mean of their effects.
#include "models/workforce/event_parameters.hpp"

#include "models/workforce/absence_equations.hpp"

namespace bevlogen::workforce {

ParameterGroup<EventParameters> declare_event_parameters() {
    using E = EventParameters;
    ParameterGroup<E> group;
    const auto member = [&](const char* path, const char* unit, double min, double max, Label meaning, float E::*place) {
        group.number({path, unit, min, max, std::move(meaning)}, [place](E& e) -> float& { return e.*place; });
    };
    member("events.complaint.hazard", "per week", 0, 0.1, {"complaint: chance a week", "klacht: kans per week"}, &E::complaint_hazard);
    member("events.complaint.if_burnt_out", "1", 0, 20,
           {"factor on the chance of a complaint of who is burnt out", "factor op de kans op een klacht bij burn-out"},
           &E::complaint_if_burnt_out);
    member("events.complaint.burnt_out_above", "z", -5, 5,
           {"z of burnout above which that factor holds", "z van burn-out waarboven die factor geldt"}, &E::burnt_out_above);
    member("events.complaint.burnt_out_share", "1", 0, 1,
           {"share above it in the baseline, for the mean effect", "aandeel daarboven in de basis, voor het gemiddelde effect"},
           &E::burnt_out_share);
    member("events.complaint.on_emotional_load", "SD", 0, 4, {"complaint on emotional load", "klacht op emotionele belasting"},
           &E::complaint_on_emotional_load);
    member("events.complaint.on_evaluation_pressure", "SD", 0, 4, {"complaint on evaluation pressure", "klacht op beoordelingsdruk"},
           &E::complaint_on_evaluation);
    member("events.severe_case.hazard", "per week", 0, 0.1, {"severe case: chance a week", "ingrijpend geval: kans per week"},
           &E::severe_hazard);
    member("events.severe_case.on_emotional_load", "SD", 0, 4,
           {"severe case on emotional load", "ingrijpend geval op emotionele belasting"}, &E::severe_on_emotional_load);
    member("events.severe_case.on_evaluation_pressure", "SD", 0, 4,
           {"severe case on evaluation pressure", "ingrijpend geval op beoordelingsdruk"}, &E::severe_on_evaluation);
    member("events.conflict.hazard", "per week", 0, 0.1,
           {"conflict: chance a week at safety 0", "conflict: kans per week bij veiligheid 0"}, &E::conflict_hazard);
    member("events.conflict.on_safety", "log per SD", 0, 5,
           {"psychological safety on the lower chance of a conflict", "psychologische veiligheid op de lagere kans op een conflict"},
           &E::conflict_on_safety);
    member("events.conflict.on_colleague_support", "SD", 0, 4,
           {"conflict on lost colleague support", "conflict op verloren collegiale steun"}, &E::conflict_on_colleagues);
    member("events.conflict.on_evaluation_pressure", "SD", 0, 4, {"conflict on evaluation pressure", "conflict op beoordelingsdruk"},
           &E::conflict_on_evaluation);
    member("events.fades", "weeks", 0.5, 520,
           {"time constant of the effects of events", "tijdconstante van de gevolgen van gebeurtenissen"}, &E::fades_weeks);
    return group;
}

MeanEventEffects mean_event_effects(const EventParameters& e, float emotional_load_weeks) {
    const float complaints = e.complaint_hazard * (1.0f + e.burnt_out_share * (e.complaint_if_burnt_out - 1.0f));
    const float fade = fade_of_a_week(e.fades_weeks);
    const float emotional_fade = fade_of_a_week(emotional_load_weeks);
    MeanEventEffects mean;
    mean.emotional_load =
        mean_left(complaints * e.complaint_on_emotional_load + e.severe_hazard * e.severe_on_emotional_load, emotional_fade);
    mean.evaluation = mean_left(
        complaints * e.complaint_on_evaluation + e.severe_hazard * e.severe_on_evaluation + e.conflict_hazard * e.conflict_on_evaluation,
        fade);
    mean.colleagues = -mean_left(e.conflict_hazard * e.conflict_on_colleagues, fade);
    return mean;
}

}  // namespace bevlogen::workforce
