// Makes the theory that a scenario chose.
#include "models/wellbeing/theories.hpp"

#include "models/wellbeing/jdr.hpp"

namespace bevlogen::wellbeing {
namespace {

// The weight of mental distance in burnout is one number for all theories.
template <class Parameters>
Parameters with_burnout_of(const JdrParameters& jdr, Parameters parameters) {
    parameters.scores.distance_in_burnout = jdr.scores.distance_in_burnout;
    return parameters;
}

}  // namespace

ParameterGroup<TheoryChoice> declare_theory() {
    ParameterGroup<TheoryChoice> group;
    ParameterDecl decl{"theory", "1", 0, 0, {"theory of well-being", "theorie van welbevinden"}};
    decl.choices = {"jdr", "shanafelt", "wellmd"};
    decl.choice_labels = {{"job demands and resources", "taakeisen en hulpbronnen"},
                          {"eight drivers, one continuum", "acht drijfveren, één continuüm"},
                          {"culture, efficiency, resilience", "cultuur, doelmatigheid, veerkracht"}};
    group.choice(std::move(decl), [](TheoryChoice& p) -> int& { return p.theory; });
    return group;
}

std::unique_ptr<const Theory> make_theory(const TheoryParameters& parameters, const FactorTargets& targets,
                                          const workforce::WorkforceFields& fields) {
    const JdrParameters& jdr = parameters.jdr;
    switch (parameters.kind) {
        case TheoryKind::shanafelt:
            return std::make_unique<Shanafelt>(targets, with_burnout_of(jdr, parameters.shanafelt), jdr.weights, fields);
        case TheoryKind::wellmd: return std::make_unique<Wellmd>(targets, with_burnout_of(jdr, parameters.wellmd), jdr.weights, fields);
        case TheoryKind::jdr: break;
    }
    return std::make_unique<Jdr>(targets, jdr, fields);
}

}  // namespace bevlogen::wellbeing
