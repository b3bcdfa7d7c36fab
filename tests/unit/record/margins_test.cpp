// Every row of phases and strata is put together from margins that do not overlap, and there are no more margins than that takes.
#include "sim/record/margins.hpp"

#include <gtest/gtest.h>

#include <array>

#include "models/catalog/workforce_outcomes.hpp"

namespace bevlogen {
namespace {

struct Made {
    Grouping phases = workforce_phases();
    Grouping strata = workforce_strata();
    std::array<const Grouping*, 2> both = {&phases, &strata};
    CategoryClasses classes{kWorkforceCategories, both};
    Margins margins{classes, kWorkforceCategories, phases, strata};
};

TEST(Margins, ArePhasesSitesAndSexesOfTheWorkforce) {
    const Made made;
    EXPECT_EQ(made.margins.count_of_first(), workforce::kPhases);
    EXPECT_EQ(made.margins.count(), workforce::kPhases + workforce::kSites + 2);
}

TEST(Margins, OfARowAreItsCategoriesEachOnce) {
    const Made made;
    for (const Grouping* grouping : made.both) {
        for (std::size_t row = 0; row < grouping->size(); ++row) {
            std::vector<int> times(kWorkforceCategories, 0);
            for (const std::size_t margin : made.margins.margins_in(*grouping, row)) {
                for (const std::size_t k : made.margins.classes_of(margin)) {
                    for (std::size_t category = 0; category < kWorkforceCategories; ++category)
                        times[category] += made.classes.class_of[category] == k ? 1 : 0;
                }
            }
            for (std::size_t category = 0; category < kWorkforceCategories; ++category)
                EXPECT_EQ(times[category], static_cast<int>(grouping->members[row] >> category & 1u)) << grouping->names[row];
        }
    }
}

TEST(Margins, OfARowWithNobodyAreNone) {
    Grouping phases, strata;
    phases.add("all", {"all", "allen"}, 3u);
    strata.add("first", {"first", "eerste"}, 1u);
    strata.add("none", {"none", "geen"}, 0u);
    const std::array<const Grouping*, 2> both = {&phases, &strata};
    const CategoryClasses classes(2, both);
    const Margins margins(classes, 2, phases, strata);
    EXPECT_EQ(margins.count(), 2u);
    EXPECT_TRUE(margins.margins_in(strata, 1).empty());
}

}  // namespace
}  // namespace bevlogen
