// The stationary careers: stays by hand, the stocks and flows of the system, ages of the phases, mean care at home.
#include "models/workforce/stationary.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/unit/models/workforce_setup.hpp"

namespace bevlogen::testing {
namespace {

using workforce::CareerParameters;
using workforce::Phase;
using workforce::StationaryCareers;

// Nobody leaves before the end of a phase, nobody retires before the last age, everybody enters at the mean age.
CareerParameters without_leaving() {
    CareerParameters c;
    c.entry_age = {23.0f, 26.0f, 30.0f, 36.0f, 41.0f};
    c.coassistent_weeks = 130.0f;
    c.training_weeks_long = 312.0f;
    c.training_weeks_short = 260.0f;
    c.training_share_short = 0.25f;
    c.longest_anios_years = 10.0f;
    c.jonge_klare_weeks = 260.0f;
    c.late_from_age = 55.0f;
    c.last_age = 70.0f;
    return c;
}

TEST(StationaryCareers, LastAsLongAsThePhaseWhereNobodyLeaves) {
    const StationaryCareers careers(without_leaving(), 0.8f);
    EXPECT_NEAR(careers.mean_stay_weeks(Phase::coassistent), 130.0, 1e-6);
    EXPECT_NEAR(careers.mean_stay_weeks(Phase::anios), 520.0, 1e-6);
    EXPECT_NEAR(careers.mean_stay_weeks(Phase::aios), (0.75 * 312.0 + 0.25 * 260.0) / 0.8, 1e-4);  // the contract size is a float
    EXPECT_NEAR(careers.mean_stay_weeks(Phase::jonge_klare), 260.0, 1e-6);
    EXPECT_NEAR(careers.mean_stay_weeks(Phase::specialist_mid), 14.0 * 52.0, 1e-6);
    EXPECT_NEAR(careers.mean_stay_weeks(Phase::specialist_late), 15.0 * 52.0, 1e-6);
    EXPECT_NEAR(careers.mean(Phase::coassistent, [](double age) { return age; }), 23.0 + 1.25, 1e-9);
}

TEST(StationaryCareers, StayTheInverseOfAConstantHazard) {
    CareerParameters c = without_leaving();
    c.leaves_a_year[index_of(Phase::anios)] = 0.3f;
    c.anios_to_training_a_year = 0.2f;
    c.longest_anios_years = 40.0f;
    const double hazard = static_cast<double>(0.3f) + static_cast<double>(0.2f);
    EXPECT_NEAR(StationaryCareers(c, 1.0f).mean_stay_weeks(Phase::anios), 52.0 / hazard, 0.001);
}

TEST(StationaryCareers, RetireInSharesOfAYear) {
    CareerParameters c = without_leaving();
    c.retire_60_to_62 = 0.5f;
    c.retire_63_to_65 = 0.0f;
    c.retire_66_on = 0.9f;
    const StationaryCareers careers(c, 1.0f);
    const auto share = [&](double from, double to) {
        return careers.mean(Phase::specialist_late, [&](double age) { return age >= from && age < to ? 1.0 : 0.0; });
    };
    EXPECT_NEAR(share(61, 62) / share(60, 61), 0.5, 1e-6);
    EXPECT_NEAR(share(64, 65) / share(63, 64), 1.0, 1e-6);
    EXPECT_NEAR(share(68, 69) / share(67, 68), 0.1, 1e-6);
    EXPECT_NEAR(share(65, 66) / share(59, 60), 0.125, 1e-6);  // three years at one half
    EXPECT_EQ(share(70, 200), 0.0);
}

// Of the table of stocks and flows, a year: who enters, and who is there.
struct Flow {
    Phase phase;
    double enters, stock;
};
constexpr Flow kFlows[] = {{Phase::coassistent, 2400, 5906}, {Phase::anios, 2143, 7500},          {Phase::aios, 1182, 6949},
                           {Phase::jonge_klare, 1032, 5035}, {Phase::specialist_mid, 981, 11600}, {Phase::specialist_late, 680, 6358}};

TEST(StationaryCareers, GiveTheStocksOfTheSystemFromItsFlows) {
    const StationaryCareers careers = WorkforceParameters::read().stationary();
    for (const Flow& flow : kFlows) {
        const double stock = flow.enters / 52.0 * careers.mean_stay_weeks(flow.phase);
        RecordProperty(workforce::phase_words()[index_of(flow.phase)].name, std::to_string(stock));
        EXPECT_NEAR(stock, flow.stock, 0.02 * flow.stock) << workforce::phase_words()[index_of(flow.phase)].name;
    }
}

TEST(StationaryCareers, PutAgesIntoTheRangesOfThePhases) {
    const StationaryCareers careers = WorkforceParameters::read().stationary();
    const auto outside = [&](Phase phase, double from, double to) {
        const double share = careers.mean(phase, [&](double age) { return age < from || age >= to + 1.0 ? 1.0 : 0.0; });
        RecordProperty(workforce::phase_words()[index_of(phase)].name, std::to_string(share));
        return share;
    };
    EXPECT_LT(outside(Phase::coassistent, 22, 27), 0.05);
    EXPECT_LT(outside(Phase::anios, 25, 32), 0.17);  // who waits long for a training post
    EXPECT_LT(outside(Phase::aios, 30, 38), 0.12);
    EXPECT_LT(outside(Phase::jonge_klare, 36, 43), 0.10);
    EXPECT_EQ(outside(Phase::specialist_mid, 36, 54), 0.0);
    EXPECT_EQ(outside(Phase::specialist_late, 55, 69), 0.0);
}

TEST(StationaryCareers, CountWeeksAsASpecialistFromRegistration) {
    const StationaryCareers careers(without_leaving(), 1.0f);
    EXPECT_EQ(careers.weeks_as_specialist(Phase::jonge_klare, 17), 17);
    EXPECT_EQ(careers.weeks_as_specialist(Phase::specialist_mid, 17), 260 + 17);
    EXPECT_EQ(careers.weeks_as_specialist(Phase::specialist_late, 17), 260 + 14 * 52 + 17);
}

TEST(StationaryCareers, DrawWholeWeeksWithinThePhase) {
    const StationaryCareers careers = WorkforceParameters::read().stationary();
    for (std::size_t k = 0; k < workforce::kPhases; ++k) {
        Stream stream({3, 1}, k, Week{0}, Purpose{0x7003});
        for (int i = 0; i < 2000; ++i) {
            const auto [age, weeks] = careers.draw(static_cast<Phase>(k), stream);
            ASSERT_GE(weeks, 0);
            if (static_cast<Phase>(k) == Phase::coassistent) {
                ASSERT_LT(weeks, 130);
            }
            if (static_cast<Phase>(k) == Phase::jonge_klare) {
                ASSERT_LT(weeks, 260);
            }
            if (static_cast<Phase>(k) == Phase::specialist_mid) {
                ASSERT_LT(age, 55.0);
            }
            if (static_cast<Phase>(k) == Phase::specialist_late) {
                ASSERT_EQ(weeks, static_cast<int>((age - 55.0) * 52.0));
            }
        }
    }
}

TEST(Household, CaresMostAtThirtyEightAndInBetweenOnALine) {
    const auto household = WorkforceParameters::read().household;
    const auto care = [&](double age) { return care_probability(household, age); };
    EXPECT_NEAR(care(20), 0.05, 1e-7);
    EXPECT_NEAR(care(27), 0.05, 1e-7);
    EXPECT_NEAR(care(29.5), 0.20, 1e-7);
    EXPECT_NEAR(care(32), 0.35, 1e-7);
    EXPECT_NEAR(care(38), 0.60, 1e-7);
    EXPECT_NEAR(care(43), 0.525, 1e-7);
    EXPECT_NEAR(care(53), 0.30, 1e-7);
    EXPECT_NEAR(care(58), 0.15, 1e-7);
    EXPECT_NEAR(care(69), 0.15, 1e-7);
}

TEST(Household, HasAMeanThatFollowsFromAges) {
    workforce::HouseholdParameters household;  // 0 at 30 to 1 at 40: the mean is that of age
    household.age = {30.0f, 31.0f, 32.0f, 33.0f, 45.0f};
    household.care = {0.0f, 1.0f / 15.0f, 2.0f / 15.0f, 0.2f, 1.0f};
    const StationaryCareers careers(without_leaving(), 1.0f);
    const auto mean = mean_care_share(household, careers);
    EXPECT_EQ(mean[index_of(Phase::coassistent)], 0.0f);
    EXPECT_NEAR(mean[index_of(Phase::jonge_klare)], (38.5f - 30.0f) / 15.0f, 1e-6f);
    EXPECT_EQ(mean[index_of(Phase::specialist_late)], 1.0f);
}

}  // namespace
}  // namespace bevlogen::testing
