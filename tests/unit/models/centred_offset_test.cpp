// Levels of the phases are centred on the reference population.
#include <gtest/gtest.h>

#include "models/wellbeing/factor_parameters.hpp"

namespace bevlogen::wellbeing {
namespace {

FactorParameters two_phases_filled() {
    FactorParameters p;
    p.phase_share = {0.25f, 0.75f, 0.0f, 0.0f, 0.0f, 0.0f};
    p.offset[3] = {1.0f, -0.2f, 5.0f, 0.0f, 0.0f, 0.0f};
    return p;
}

// By hand: mean = .25 x 1.0 + .75 x (-.2) = .25 - .15 = .10.
TEST(CentredOffset, IsTheOffsetLessItsMeanOverTheReferencePopulation) {
    const FactorParameters p = two_phases_filled();
    EXPECT_NEAR(centred_offset(p, 3, 0), 0.9f, 1e-6f);
    EXPECT_NEAR(centred_offset(p, 3, 1), -0.3f, 1e-6f);
    EXPECT_NEAR(centred_offset(p, 3, 2), 4.9f, 1e-6f);
}

TEST(CentredOffset, DoesNotChangeWhenAllOffsetsMoveTogether) {
    FactorParameters p = two_phases_filled();
    const float before = centred_offset(p, 3, 1);
    for (float& offset : p.offset[3]) offset += 0.5f;
    EXPECT_NEAR(centred_offset(p, 3, 1), before, 1e-6f);
}

TEST(CentredOffset, DoesNotDependOnTheScaleOfTheShares) {
    FactorParameters p = two_phases_filled();
    const float before = centred_offset(p, 3, 0);
    for (float& share : p.phase_share) share *= 0.5f;
    EXPECT_NEAR(centred_offset(p, 3, 0), before, 1e-6f);
}

}  // namespace
}  // namespace bevlogen::wellbeing
