// Every equation of well-being, E1 to E21, and of questionnaires, I1, against a value worked out by hand.
#include "models/wellbeing/equations.hpp"

#include <gtest/gtest.h>

#include "models/instruments/scale.hpp"

namespace bevlogen::wellbeing {
namespace {

// Protects the arithmetic of the model page: each expected value stands with its sum in a comment. Floats of size 1 have steps of 1.2e-7.
constexpr float kRounding = 1e-6f;

TEST(Equations, E1MovesAShareOfTheWayToTheTargetAndAddsNoise) {
    // 1 + (3 - 1) .25 + .5 (-2) = 1 + .5 - 1
    EXPECT_NEAR(ou_step(1.0f, 3.0f, 0.25f, 0.5f, -2.0f), 0.5f, kRounding);
    // At the target without noise nothing moves.
    EXPECT_EQ(ou_step(1.25f, 1.25f, 0.25f, 0.5f, 0.0f), 1.25f);
}

TEST(Equations, E2MixesTheSharedShockWithAFactorsOwn) {
    // A demand: .6 x 1 + .8 (-.5) = .2
    EXPECT_NEAR(factor_noise(0.6f, 1.0f, 0.8f, -0.5f), 0.2f, kRounding);
    // A resource gets the same shock with the other sign: -.6 x 1 + .8 (-.5) = -1
    EXPECT_NEAR(factor_noise(-0.6f, 1.0f, 0.8f, -0.5f), -1.0f, kRounding);
}

TEST(Equations, E3IsADistanceFromTheMeanInStandardDeviations) {
    // (2.5 - .5) / 4
    EXPECT_NEAR(z_score(2.5f, 0.5f, 0.25f), 0.5f, kRounding);
}

TEST(Equations, E4StrainRaisesWorkloadLessWhereThereIsControlAndSupport) {
    // tanh((1 + 0)/2) = .4621172; .38 x 2 (1 - .3 x .4621172) = .76 x .8613649 = .6546373; + 2.5 x .1
    EXPECT_NEAR(workload_feedback(0.38f, 4.0f, 0.3f, 2.5f, 2.0f, 1.0f, 0.0f, 0.1f), 0.9046373f, kRounding);
    // No control, no support: tanh(-1) = -.7615942; .38 (1 + .3 x .7615942) = .38 x 1.2284782
    EXPECT_NEAR(workload_feedback(0.38f, 4.0f, 0.3f, 2.5f, 1.0f, -1.0f, -1.0f, 0.0f), 0.4668217f, kRounding);
}

TEST(Equations, E4TheRestedLowerWorkloadByNoMoreThanOneStandardDeviationOfStrain) {
    // max(-3, -1) = -1: .38 (-1) + 2.5 (-.2)
    EXPECT_NEAR(workload_feedback(0.38f, 4.0f, 0.3f, 2.5f, -3.0f, 0.0f, 0.0f, -0.2f), -0.88f, kRounding);
    // Above the floor it counts as it is: .38 (-.5)
    EXPECT_NEAR(workload_feedback(0.38f, 4.0f, 0.3f, 2.5f, -0.5f, 0.0f, 0.0f, 0.0f), -0.19f, kRounding);
}

TEST(Equations, E4AndE5FeelNoMoreStrainAboveTheCap) {
    EXPECT_EQ(felt_strain(3.9f, 4.0f), 3.9f);
    EXPECT_EQ(felt_strain(9.0f, 4.0f), 4.0f);
    EXPECT_EQ(felt_strain(-3.0f, 4.0f), -1.0f);
    // .38 x 4 and .25 x 1 + .18 x 4
    EXPECT_NEAR(workload_feedback(0.38f, 4.0f, 0.3f, 2.5f, 9.0f, 0.0f, 0.0f, 0.0f), 1.52f, kRounding);
    EXPECT_NEAR(work_home_feedback(0.25f, 0.18f, 4.0f, 2.0f, 1.0f, 9.0f, 0.0f), 0.97f, kRounding);
}

TEST(Equations, E5WorkStrainAndOvertimeReachHome) {
    // .25 x 1.2 + .18 x .5 + 2 x .1 = .3 + .09 + .2
    EXPECT_NEAR(work_home_feedback(0.25f, 0.18f, 4.0f, 2.0f, 1.2f, 0.5f, 0.1f), 0.59f, kRounding);
    // max(-4, -1) = -1: .18 (-1)
    EXPECT_NEAR(work_home_feedback(0.25f, 0.18f, 4.0f, 2.0f, 0.0f, -4.0f, 0.0f), -0.18f, kRounding);
}

TEST(Equations, E5RosterDutiesAndCareReachHomeForAsLongAsTheyStand) {
    // 2 x .1 + .06 x 2 + .25 (1 - .4) = .2 + .12 + .15
    EXPECT_NEAR(work_home_standing(2.0f, 0.06f, 0.25f, 0.1f, 2.0f, 1.0f, 0.4f), 0.47f, kRounding);
    // Shorter days, fewer duties, nobody to care for: 2 (-.3) + .06 (-1) + .25 (0 - .4) = -.6 - .06 - .1
    EXPECT_NEAR(work_home_standing(2.0f, 0.06f, 0.25f, -0.3f, -1.0f, 0.0f, 0.4f), -0.76f, kRounding);
}

TEST(Equations, E6AdministrationFollowsItsShareOfWorkingTime) {
    // 3 (.10 - .42) = -.96
    EXPECT_NEAR(administration_feedback(3.0f, 0.10f, 0.42f), -0.96f, kRounding);
}

TEST(Equations, E7WorkloadTakesRecovery) {
    // -.35 x 2
    EXPECT_NEAR(recovery_feedback(0.35f, 2.0f), -0.7f, kRounding);
    EXPECT_NEAR(recovery_feedback(0.35f, -1.0f), 0.35f, kRounding);
}

TEST(Equations, E7DutiesTakeRecoveryMoreSoAbove50AndLateSpecialistsFrom55Again) {
    // Three duties more than usual, seven in all, at 60: -(.1 x 3 (1 + .05 x 10)) = -.45
    EXPECT_NEAR(recovery_standing(0.1f, 0.05f, 0.0125f, 3.0f, 7.0f, 60.0f, false), -0.45f, kRounding);
    // Of a late specialist also all duties: -(.45 + .0125 x 5 x 7) = -(.45 + .4375)
    EXPECT_NEAR(recovery_standing(0.1f, 0.05f, 0.0125f, 3.0f, 7.0f, 60.0f, true), -0.8875f, kRounding);
    // At 50 and below age adds nothing: -(.1 x 3); at 55 a late specialist has -(.3 x 1.25)
    EXPECT_NEAR(recovery_standing(0.1f, 0.05f, 0.0125f, 3.0f, 7.0f, 50.0f, true), -0.3f, kRounding);
    EXPECT_NEAR(recovery_standing(0.1f, 0.05f, 0.0125f, 3.0f, 7.0f, 30.0f, false), -0.3f, kRounding);
    EXPECT_NEAR(recovery_standing(0.1f, 0.05f, 0.0125f, 3.0f, 7.0f, 55.0f, true), -0.375f, kRounding);
    // Fewer duties give recovery back: -(.1 (-2))
    EXPECT_NEAR(recovery_standing(0.1f, 0.05f, 0.0125f, -2.0f, 2.0f, 40.0f, false), 0.2f, kRounding);
}

TEST(Equations, E8OnlySlackIsTimeForPatients) {
    // .6 x .25
    EXPECT_NEAR(patient_contact_feedback(0.6f, -0.25f), 0.15f, kRounding);
    EXPECT_EQ(patient_contact_feedback(0.6f, 0.4f), 0.0f);
}

TEST(Equations, E9TimeForCareFillsWorkAndYearsInAPostWearIt) {
    // 1 (.50 - .44) - .02 (12 - 7) = .06 - .10
    EXPECT_NEAR(work_content_feedback(1.0f, 0.50f, 0.44f, 0.02f, 7.0f, 12.0f), -0.04f, kRounding);
    // Within the years of grace nothing wears.
    EXPECT_NEAR(work_content_feedback(1.0f, 0.50f, 0.44f, 0.02f, 7.0f, 7.0f), 0.06f, kRounding);
    EXPECT_NEAR(work_content_feedback(1.0f, 0.50f, 0.44f, 0.02f, 7.0f, 3.0f), 0.06f, kRounding);
}

TEST(Equations, E10TheEngagedCraftAndTheOthersLose) {
    // .1 (-1.5)
    EXPECT_NEAR(crafting_feedback(0.1f, -1.5f), -0.15f, kRounding);
}

TEST(Equations, E11AResourceCountsMoreOnlyBelowTheThreshold) {
    EXPECT_EQ(missing_resource_factor(-1.01f, -1.0f, 1.5f), 1.5f);
    EXPECT_EQ(missing_resource_factor(-1.0f, -1.0f, 1.5f), 1.0f);
    EXPECT_EQ(missing_resource_factor(0.5f, -1.0f, 1.5f), 1.0f);
}

TEST(Equations, E12ResourcesRelieveAndBuffer) {
    // .65 (.92 - .38 - .1 - .12 x (.92/.92) (.38/.38)) + .2 = .65 x .32 + .2
    EXPECT_NEAR(exhaustion_target(0.65f, 0.92f, 0.38f, 0.1f, 0.12f, 0.92f, -2.0f, 0.38f, 0.2f), 0.408f, kRounding);
    // Too few resources make high demands worse: .65 (1.84 + .38 - .12 x 2 (-1)) = .65 x 2.46
    EXPECT_NEAR(exhaustion_target(0.65f, 1.84f, -0.38f, 0.0f, 0.12f, 0.92f, -2.0f, 0.38f, 0.0f), 1.599f, kRounding);
}

TEST(Equations, E12VeryLowDemandsBufferNoFurther) {
    // D/.92 = -3, floored at -2: .65 (-2.76 + .38 - .12 (-2) (-1)) = .65 (-2.62); without the floor .65 (-2.74)
    EXPECT_NEAR(exhaustion_target(0.65f, -2.76f, -0.38f, 0.0f, 0.12f, 0.92f, -2.0f, 0.38f, 0.0f), -1.703f, kRounding);
}

TEST(Equations, E13DistanceGrowsWithExhaustionAndFrustratedNeeds) {
    // .55 x 2 - .18 (.3 - .6 + .9)/3 - .1 x .5 - .1 (-1) = 1.1 - .036 - .05 + .1
    EXPECT_NEAR(distance_target(0.55f, 0.18f, 0.10f, 0.10f, 2.0f, 0.3f, -0.6f, 0.9f, 0.5f, -1.0f), 1.114f, kRounding);
}

TEST(Equations, E14VigourIsFedByNeedsAndEatenByExhaustion) {
    // .17 x 1 + .17 x 2 + .18 (-1) - .3 x .5 + .22 x 1 + .08 (-2) + .3 = .17 + .34 - .18 - .15 + .22 - .16 + .3
    EXPECT_NEAR(vigour_target(0.17f, 0.17f, 0.18f, 0.30f, 0.22f, 0.08f, 1.0f, 2.0f, -1.0f, 0.5f, 1.0f, -2.0f, 0.3f), 0.54f, kRounding);
}

TEST(Equations, E15DedicationIsFedByNeedsAndLostToDistance) {
    // .1 x 1 + .24 x .5 + .2 (-.5) - .14 x 2 + .2 x 1 - .4 = .1 + .12 - .1 - .28 + .2 - .4
    EXPECT_NEAR(dedication_target(0.10f, 0.24f, 0.20f, 0.14f, 0.20f, 1.0f, 0.5f, -0.5f, 2.0f, 1.0f, -0.4f), -0.36f, kRounding);
}

TEST(Equations, E16AHighWorkloadAbsorbs) {
    // .1 x 1 + .35 (-1) + .1 x 2 + .12 x 1.5 + .15 x .4 + .1 = .1 - .35 + .2 + .18 + .06 + .1
    EXPECT_NEAR(absorption_target(0.10f, 0.35f, 0.10f, 0.12f, 0.15f, 1.0f, -1.0f, 2.0f, 1.5f, 0.4f, 0.1f), 0.29f, kRounding);
}

TEST(Equations, E17CohesionStaysBetweenNoneAndFull) {
    EXPECT_NEAR(cohesion(2.0f, 0.3f), 0.6f, kRounding);
    EXPECT_EQ(cohesion(2.0f, -0.5f), 0.0f);
    EXPECT_EQ(cohesion(2.0f, 0.8f), 1.0f);
}

TEST(Equations, E18ContagionPullsTowardsTheOthers) {
    // .1 x .5 (.8 + .2)
    EXPECT_NEAR(contagion(0.10f, 0.5f, 0.8f, -0.2f), 0.05f, kRounding);
    EXPECT_NEAR(contagion(0.10f, 0.5f, -0.2f, 0.8f), -0.05f, kRounding);
    EXPECT_EQ(contagion(0.10f, 0.0f, 0.8f, -0.2f), 0.0f);  // no cohesion
    EXPECT_EQ(contagion(0.0f, 1.0f, 0.8f, -0.2f), 0.0f);   // alone in the team: the kernel gives weight 0
}

TEST(Equations, E19ExhaustionRisesFasterThanItFalls) {
    // Rising: 0 + 1 x .2 + .5 x .4
    EXPECT_NEAR(exhaustion_step(0.0f, 1.0f, 0.2f, 0.1f, 0.5f, 0.4f), 0.4f, kRounding);
    // Falling: 1 - 1 x .1 + .5 x .4
    EXPECT_NEAR(exhaustion_step(1.0f, 0.0f, 0.2f, 0.1f, 0.5f, 0.4f), 1.1f, kRounding);
    // At the target: only noise, .3 + .5 x .4
    EXPECT_NEAR(exhaustion_step(0.3f, 0.3f, 0.2f, 0.1f, 0.5f, 0.4f), 0.5f, kRounding);
}

TEST(Equations, E20MoreShiftsAndSmallerContractsFragmentATeam) {
    // .5 x 1 + 10 x .08 = .5 + .8
    EXPECT_NEAR(fragmentation(0.5f, 10.0f, 1.0f, 0.08f), 1.3f, kRounding);
    EXPECT_EQ(fragmentation(0.5f, 10.0f, 0.0f, 0.0f), 0.0f);
}

TEST(Equations, E21OnATemporaryContractOneIsLessSureThanIsUsualInThePhase) {
    // .4 (1 - .44) and .4 (0 - .44): zero on average where .44 are temporary
    EXPECT_NEAR(contract_insecurity(0.4f, true, 0.44f), 0.224f, kRounding);
    EXPECT_NEAR(contract_insecurity(0.4f, false, 0.44f), -0.176f, kRounding);
}

// The UBOS scale of exhaustion: eight items; sqrt(.88) = .9380832, sqrt(.12) = .3464102.
const instruments::Scale kEightItems{1.9f, 1.1f, 0.9380832f, 0.3464102f, 8.0f, 0.0f, 6.0f};

TEST(Scale, I1AddsErrorAndRoundsToWhatItemsCanGive) {
    // 1.9 + 1.1 (.9380832 x 1 + .3464102 x .5) = 1.9 + 1.1 x 1.1112883 = 3.1224171; x 8 = 24.979 -> 25/8
    EXPECT_EQ(kEightItems.read(1.0f, 0.5f), 3.125f);
    // 1.9 + 1.1 x .9380832 x .5 = 2.4159458; x 8 = 19.328 -> 19/8
    EXPECT_EQ(kEightItems.read(0.5f, 0.0f), 2.375f);
    // Nine items: 4 + 1.1 x .9486833 x .6 = 4.6261310; x 9 = 41.635 -> 42/9
    const instruments::Scale nine{4.0f, 1.1f, 0.9486833f, 0.3162278f, 9.0f, 0.0f, 6.0f};
    EXPECT_FLOAT_EQ(nine.read(0.6f, 0.0f), 42.0f / 9.0f);
}

TEST(Scale, I1IsClippedToTheEndsOfTheScale) {
    // 1.9 + 1.1 x .9380832 x 5 = 7.06 and 1.9 - 1.1 x .9380832 x 3 = -1.20
    EXPECT_EQ(kEightItems.read(5.0f, 0.0f), 6.0f);
    EXPECT_EQ(kEightItems.read(-3.0f, 0.0f), 0.0f);
}

TEST(Scale, I1RoundsHalvesToEven) {
    const instruments::Scale one{0.0f, 1.0f, 1.0f, 0.0f, 1.0f, 0.0f, 6.0f};
    EXPECT_EQ(one.read(0.5f, 0.0f), 0.0f);
    EXPECT_EQ(one.read(1.5f, 0.0f), 2.0f);
    EXPECT_EQ(one.read(2.5f, 0.0f), 2.0f);
}

}  // namespace
}  // namespace bevlogen::wellbeing
