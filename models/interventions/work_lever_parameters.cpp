// Declares the numbers of levers that change work.
#include "models/interventions/work_lever_parameters.hpp"

namespace bevlogen::interventions {

ParameterGroup<WorkLeverParameters> declare_work_lever_parameters() {
    using P = WorkLeverParameters;
    ParameterGroup<P> group;
    const auto number = [&](const char* path, const char* unit, double min, double max, Label meaning, float& (*place)(P&)) {
        group.number({path, unit, min, max, std::move(meaning)}, place);
    };
    number("process.meeting_hours", "hours per week", 0, 20, {"meetings beside the roster, today", "vergaderingen naast het rooster, nu"},
           [](P& p) -> float& { return p.process.meeting_hours; });
    number("onboarding.mentor_on_colleague_support", "SD", -2, 2,
           {"a mentor on support of colleagues", "een mentor op steun van collega's"},
           [](P& p) -> float& { return p.onboarding.mentor_on_colleagues; });
    number("onboarding.mentor_on_supervisor_support", "SD", -2, 2,
           {"a mentor on support of the supervisor", "een mentor op steun van de leidinggevende"},
           [](P& p) -> float& { return p.onboarding.mentor_on_supervisor; });
    number("tasks.match_today", "1", 0, 1,
           {"how far tasks match what one is good at and likes, today", "hoe ver taken passen bij wat men kan en wil, nu"},
           [](P& p) -> float& { return p.tasks.match_today; });
    number("tasks.match_on_work_content", "SD", -3, 3, {"a full match on work content", "volledig passende taken op werkinhoud"},
           [](P& p) -> float& { return p.tasks.match_on_content; });
    number("tasks.match_on_autonomy", "SD", -3, 3, {"a full match on autonomy", "volledig passende taken op autonomie"},
           [](P& p) -> float& { return p.tasks.match_on_autonomy; });
    number("tasks.match_on_colleague_support", "SD", -3, 3,
           {"a full match that the team has not agreed on, on support of colleagues",
            "volledig passende taken zonder afspraak in het team, op steun van collega's"},
           [](P& p) -> float& { return p.tasks.match_on_colleagues; });
    number("tasks.variety_on_role_unclarity", "SD", -3, 3,
           {"more varied work on role unclarity, at first", "meer afwisseling op rolonduidelijkheid, in het begin"},
           [](P& p) -> float& { return p.tasks.variety_on_unclarity; });
    number("tasks.variety_weeks", "weeks", 0, 520, {"how long that lasts", "hoe lang dat duurt"},
           [](P& p) -> float& { return p.tasks.variety_weeks; });
    number("training.broader_on_management_friction", "SD", -3, 3,
           {"a broader training on friction with management", "een bredere opleiding op frictie met het management"},
           [](P& p) -> float& { return p.training.broader_on_friction; });
    number("training.broader_on_autonomy", "SD", -3, 3, {"a broader training on autonomy", "een bredere opleiding op autonomie"},
           [](P& p) -> float& { return p.training.broader_on_autonomy; });
    number("physical.weight", "1", 0, 1, {"how far physical surroundings weigh", "hoe zwaar de fysieke omgeving weegt"},
           [](P& p) -> float& { return p.physical_weight; });
    return group;
}

}  // namespace bevlogen::interventions
