// Declares the numbers of the theory of culture, efficiency and resilience with units and bounds.
#include "models/wellbeing/wellmd.hpp"

namespace bevlogen::wellbeing {

ParameterGroup<WellmdParameters> declare_wellmd_parameters() {
    using P = WellmdParameters;
    ParameterGroup<P> group;
    const auto member = [&](const char* path, Label meaning, float P::*place) {
        group.number({path, "1", -2, 2, std::move(meaning)}, [place](P& p) -> float& { return p.*place; });
    };
    member("wellmd.content_in_efficiency", {"work content in efficiency of practice", "werkinhoud in doelmatigheid van de praktijk"},
           &P::content_in_efficiency);
    member("wellmd.recovery_in_resilience", {"recovery in personal resilience", "herstel in persoonlijke veerkracht"},
           &P::recovery_in_resilience);
    member("wellmd.on_culture", {"culture of wellness on well-being", "cultuur op welbevinden"}, &P::on_culture);
    member("wellmd.on_efficiency", {"efficiency of practice on well-being", "doelmatigheid op welbevinden"}, &P::on_efficiency);
    member("wellmd.on_resilience", {"personal resilience on well-being", "veerkracht op welbevinden"}, &P::on_resilience);
    member("wellmd.on_culture_efficiency", {"culture times efficiency on well-being", "cultuur maal doelmatigheid op welbevinden"},
           &P::on_culture_efficiency);
    member("wellmd.on_culture_resilience", {"culture times resilience on well-being", "cultuur maal veerkracht op welbevinden"},
           &P::on_culture_resilience);
    member("wellmd.on_efficiency_resilience", {"efficiency times resilience on well-being", "doelmatigheid maal veerkracht op welbevinden"},
           &P::on_efficiency_resilience);
    member("wellmd.exhaustion_on_demands", {"weighted demands on exhaustion", "gewogen taakeisen op uitputting"},
           &P::exhaustion_on_demands);
    member("wellmd.distance_on_demands", {"weighted demands on mental distance", "gewogen taakeisen op mentale distantie"},
           &P::distance_on_demands);
    declare_latent<P>(group, "wellmd.", [](P& p) -> LatentParameters& { return p.latent; });
    declare_references<P>(group, "wellmd.", [](P& p) -> ScoreParameters& { return p.scores; });
    return group;
}

}  // namespace bevlogen::wellbeing
