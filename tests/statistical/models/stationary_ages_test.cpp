// Ages are drawn from the life tables: Kolmogorov's test by phase, at a false-positive rate of one in a million each.
#include <gtest/gtest.h>

#include "tests/statistical/error_rate.hpp"
#include "tests/unit/models/workforce_setup.hpp"

namespace bevlogen::testing {
namespace {

using workforce::Phase;
using workforce::StationaryCareers;

constexpr std::size_t kDraws = 20000;
constexpr double kYoungest = 15.0, kStep = 1.0 / 26.0;
constexpr std::size_t kSteps = 1500;

// Share of a phase up to an age, tabulated every other week.
class AgesUpTo {
  public:
    AgesUpTo(const StationaryCareers& careers, Phase phase) {
        for (std::size_t i = 0; i < kSteps; ++i) {
            const double at = kYoungest + static_cast<double>(i) * kStep;
            up_to_.push_back(careers.mean(phase, [at](double age) { return age <= at ? 1.0 : 0.0; }));
        }
    }
    double operator()(double age) const {
        const double at = (age - kYoungest) / kStep;
        const auto i = static_cast<std::size_t>(at);
        return up_to_[i] + (up_to_[i + 1] - up_to_[i]) * (at - static_cast<double>(i));
    }

  private:
    std::vector<double> up_to_;
};

std::vector<float> drawn_ages(const StationaryCareers& careers, Phase phase) {
    Stream stream({11, 1}, index_of(phase), Week{0}, Purpose{0x7005});
    std::vector<float> ages(kDraws);
    for (float& age : ages) age = static_cast<float>(careers.draw(phase, stream).age_years);
    return ages;
}

TEST(StationaryAges, AreDrawnFromTheLifeTables) {
    const StationaryCareers careers = WorkforceParameters::read().stationary();
    for (std::size_t k = 0; k < workforce::kPhases; ++k) {
        const auto phase = static_cast<Phase>(k);
        const double distance = statistical::kolmogorov_distance(drawn_ages(careers, phase), AgesUpTo(careers, phase));
        EXPECT_TRUE(statistical::kolmogorov_agrees(distance, kDraws)) << workforce::phase_words()[k].name << ": " << distance;
    }
}

// The twin with a defect: entry ages without spread, retirement a year later, leaving left out.
TEST(StationaryAges, OfOtherCareersAreSeen) {
    const auto parameters = WorkforceParameters::read();
    const StationaryCareers careers = parameters.stationary();
    const auto is_seen = [&](Phase phase, const auto& change) {
        auto other = parameters;
        change(other.careers);
        const double distance = statistical::kolmogorov_distance(drawn_ages(other.stationary(), phase), AgesUpTo(careers, phase));
        return !statistical::kolmogorov_agrees(distance, kDraws);
    };
    EXPECT_TRUE(is_seen(Phase::coassistent, [](auto& c) { c.entry_age_spread = 0.0f; }));
    EXPECT_TRUE(is_seen(Phase::anios, [](auto& c) { c.anios_to_training_a_year = 0.1f; }));
    EXPECT_TRUE(is_seen(Phase::specialist_mid, [](auto& c) { c.leaves_a_year[index_of(Phase::specialist_mid)] = 0.0f; }));
    EXPECT_TRUE(is_seen(Phase::specialist_late, [](auto& c) { c.retire_60_to_62 = 0.0f; }));
}

}  // namespace
}  // namespace bevlogen::testing
