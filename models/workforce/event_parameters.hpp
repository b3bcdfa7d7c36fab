// The numbers of events at work: how often they happen, and what they do to whom they happen to.
#pragma once

#include "sim/scenario/parameter_group.hpp"

namespace bevlogen::workforce {

// Hazards are chances in one week at work; several events may fall in one week. Sizes are SD of the factor, at once.
struct EventParameters {
    float complaint_hazard = 0.0f, complaint_if_burnt_out = 0.0f, burnt_out_above = 0.0f;  // per week; factor; z of burnout
    float complaint_on_emotional_load = 0.0f, complaint_on_evaluation = 0.0f;              // SD
    float severe_hazard = 0.0f, severe_on_emotional_load = 0.0f, severe_on_evaluation = 0.0f;
    float conflict_hazard = 0.0f, conflict_on_safety = 0.0f;  // per week, at safety 0; hazard x exp(-conflict_on_safety x safety)
    float conflict_on_colleagues = 0.0f, conflict_on_evaluation = 0.0f;  // SD of support that is lost; SD
    float fades_weeks = 0.0f;                                            // time constant of all effects
    float burnt_out_share = 0.0f;                                        // z of burnout above burnt_out_above, in the baseline
};

ParameterGroup<EventParameters> declare_event_parameters();

// What events do on average, as changes of the factors in SD: subtracted from what the factors tend to, so that events move nobody's mean.
struct MeanEventEffects {
    float emotional_load = 0.0f, evaluation = 0.0f;  // >= 0
    float colleagues = 0.0f;                         // <= 0
};

// Closed form, at the end of a week, of persons who are at work all the time, of whom burnt_out_share are burnt out, at safety 0 (a spread
// of safety of .4 would add a tenth to conflicts, .0016 SD of support). A kick of emotional load fades as that factor forgets everything,
// with its own time constant `emotional_load_weeks`; the others with fades_weeks.
MeanEventEffects mean_event_effects(const EventParameters& events, float emotional_load_weeks);

}  // namespace bevlogen::workforce
