// The equations of adoption, by hand.
#include "models/interventions/adoption_equations.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace bevlogen::testing {
namespace {

using namespace interventions;

TEST(AdoptionEquations, HazardByHand) {
    EXPECT_NEAR(adoption_hazard(0.02f, 0.6f, 1, 2.0f, 0.2f, 1.5f, 0.0f), 0.02 * 1.4, 1e-7);
    EXPECT_NEAR(adoption_hazard(0.02f, 0.6f, 3, 2.0f, 0.2f, 1.5f, 0.5f), 0.02 * 1.4 * 0.36 * 1.75, 1e-7);
    EXPECT_EQ(adoption_hazard(0.02f, 0.6f, 0, 0.0f, 0.2f, 0.0f, 0.5f), 0.02f);  // nobody else has to agree
    EXPECT_NEAR(chance_of_adopting(0.05f, 4.0f), 1.0 - std::exp(-0.2), 1e-6);
}

TEST(AdoptionEquations, FidelityRisesWithOwnership) {
    EXPECT_FLOAT_EQ(fidelity(0.4f, 0.9f, 0.2f, 0.2f), 0.4f);
    EXPECT_FLOAT_EQ(fidelity(0.4f, 0.9f, 0.6f, 0.2f), 0.65f);
    EXPECT_FLOAT_EQ(fidelity(0.4f, 0.9f, 1.0f, 0.2f), 0.9f);
    EXPECT_FLOAT_EQ(fidelity(0.4f, 0.9f, 0.1f, 0.2f), 0.4f);
}

TEST(AdoptionEquations, OwnershipIsHeldAndFades) {
    EXPECT_FLOAT_EQ(ownership_after(0.2f, 0.2f, 0.7f, 0.96f), 0.7f);
    EXPECT_FLOAT_EQ(ownership_after(0.7f, 0.2f, 0.2f, 0.96f), 0.2f + 0.5f * 0.96f);
    EXPECT_FLOAT_EQ(ownership_after(0.9f, 0.2f, 1.4f, 0.96f), 1.0f);
}

}  // namespace
}  // namespace bevlogen::testing
