// Declares the numbers of yes/no questions with units and bounds.
#include "models/instruments/yes_no_items.hpp"

namespace bevlogen::instruments {

ParameterGroup<YesNoParameters> declare_yes_no_parameters() {
    using P = YesNoParameters;
    ParameterGroup<P> group;
    for (std::size_t k = 0; k < workforce::kPhases; ++k) {
        const workforce::Word& phase = workforce::phase_words()[k];
        group.number({"instruments.wants_to_work_less." + phase.name,
                      "log odds",
                      -8,
                      8,
                      {"wants to work fewer hours: " + phase.label.en, "wil minder uren werken: " + phase.label.nl}},
                     [k](P& p) -> float& { return p.wants_less[k]; });
    }
    group.number({"instruments.wants_to_work_less.on_work_home",
                  "log odds per SD",
                  -3,
                  3,
                  {"work-home interference on wanting to work fewer hours", "werk-thuisinterferentie op minder uren willen werken"}},
                 [](P& p) -> float& { return p.wants_less_on_work_home; });
    return group;
}

}  // namespace bevlogen::instruments
