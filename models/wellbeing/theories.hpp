// The three theories of well-being by name, and the one that a scenario chose.
#pragma once

#include <cstdint>
#include <memory>

#include "models/wellbeing/jdr_parameters.hpp"
#include "models/wellbeing/shanafelt.hpp"
#include "models/wellbeing/wellmd.hpp"

namespace bevlogen::wellbeing {

enum class TheoryKind : std::uint8_t { jdr, shanafelt, wellmd };

struct TheoryChoice {
    int theory = 0;  // a TheoryKind

    TheoryKind kind() const { return static_cast<TheoryKind>(theory); }
};

ParameterGroup<TheoryChoice> declare_theory();

struct TheoryParameters {
    TheoryKind kind = TheoryKind::jdr;
    const JdrParameters& jdr;
    const ShanafeltParameters& shanafelt;
    const WellmdParameters& wellmd;
};

// `targets` and `fields` must outlive it.
std::unique_ptr<const Theory> make_theory(const TheoryParameters& parameters, const FactorTargets& targets,
                                          const workforce::WorkforceFields& fields);

}  // namespace bevlogen::wellbeing
