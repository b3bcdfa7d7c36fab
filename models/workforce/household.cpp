// The line of care at home over age, and its mean by phase.
#include "models/workforce/household.hpp"

namespace bevlogen::workforce {

ParameterGroup<HouseholdParameters> declare_household_parameters() {
    static const std::array<Word, kCarePoints> points = {{{"first", {"first point", "eerste punt"}},
                                                          {"rising", {"rising", "stijgend"}},
                                                          {"highest", {"highest point", "hoogste punt"}},
                                                          {"falling", {"falling", "dalend"}},
                                                          {"last", {"last point", "laatste punt"}}}};
    ParameterGroup<HouseholdParameters> group;
    for (std::size_t k = 0; k < kCarePoints; ++k) {
        const Word& point = points[k];
        group.number({"household.age." + point.name,
                      "years",
                      18,
                      80,
                      {"age on the line of care at home: " + point.label.en, "leeftijd op de lijn van zorg thuis: " + point.label.nl}},
                     [k](HouseholdParameters& h) -> float& { return h.age[k]; });
        group.number({"household.care." + point.name,
                      "1",
                      0,
                      1,
                      {"probability of care at home: " + point.label.en, "kans op zorg thuis: " + point.label.nl}},
                     [k](HouseholdParameters& h) -> float& { return h.care[k]; });
    }
    return group;
}

double care_probability(const HouseholdParameters& household, double age) noexcept {
    const auto at = [&](std::size_t k) { return static_cast<double>(household.age[k]); };
    const auto care = [&](std::size_t k) { return static_cast<double>(household.care[k]); };
    if (!(age > at(0))) return care(0);
    for (std::size_t k = 1; k < kCarePoints; ++k) {
        if (age < at(k)) return care(k - 1) + (care(k) - care(k - 1)) * (age - at(k - 1)) / (at(k) - at(k - 1));
    }
    return care(kCarePoints - 1);
}

std::array<float, kPhases> mean_care_share(const HouseholdParameters& household, const StationaryCareers& careers) {
    std::array<float, kPhases> share{};
    for (std::size_t k = 0; k < kPhases; ++k) {
        share[k] = static_cast<float>(careers.mean(static_cast<Phase>(k), [&](double age) { return care_probability(household, age); }));
    }
    return share;
}

}  // namespace bevlogen::workforce
