// Who is of which class in a block is worked out anew exactly where somebody's class has changed.
#include "sim/record/class_seats.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <optional>

#include "tests/unit/population/plans.hpp"

namespace bevlogen::testing {
namespace {

constexpr std::size_t kTeams = 70;  // two whole cells and a part of one

class ClassSeatsTest : public ::testing::Test {
  protected:
    ClassSeatsTest() {
        grouping.add("first", {"first", "eerste"}, 0b0011);
        grouping.add("second", {"second", "tweede"}, 0b1100);
        classes.emplace(4, grouping);
        for (std::size_t i = 0; i < block.posts(); ++i)
            categories.push_back(i % 11 == 10 ? kNoCategory : static_cast<std::uint8_t>(i * 7 % 5 % 4));
    }
    bool look() { return seats.look_at(block, *classes, categories); }

    const MixedFields fields;
    const std::vector<TeamPlan> plans = plans_of(uneven_sizes(kTeams));
    Block block{fields, plans, 0, 0};
    Grouping grouping;
    std::optional<CategoryClasses> classes;
    std::vector<std::uint8_t> categories;
    ClassSeats seats;
};

TEST_F(ClassSeatsTest, PutEverybodyInOrderOnce) {
    ASSERT_TRUE(look());
    ASSERT_EQ(seats.orders().size(), 5u);
    ASSERT_EQ(seats.masks(block).size(), 3u);
    std::array<std::size_t, 2> persons{}, expected{};
    for (const ClassOrder& part : seats.orders()) {
        for (std::size_t k = 0; k < 2; ++k) persons[k] += part.of(k).size();
    }
    for (const std::uint8_t category : categories) {
        if (category != kNoCategory) ++expected[category / 2];
    }
    EXPECT_EQ(persons, expected);
}

TEST_F(ClassSeatsTest, KeepWhatHasNotChanged) {
    EXPECT_TRUE(look());
    EXPECT_FALSE(look());
    categories[0] = categories[0] == 0 ? 1 : 0;  // of the same class
    EXPECT_FALSE(look());
}

TEST_F(ClassSeatsTest, AreAfterAChangeThoseOfANewLook) {
    look();
    seats.masks(block);
    const std::size_t last = block.posts() - 1;
    categories[last] = categories[last] == kNoCategory ? 3 : kNoCategory;
    ASSERT_TRUE(look());
    ClassSeats fresh;
    fresh.look_at(block, *classes, categories);
    for (std::size_t part = 0; part < 5; ++part) {
        EXPECT_EQ(seats.orders()[part].ends, fresh.orders()[part].ends);
        EXPECT_EQ(seats.orders()[part].order, fresh.orders()[part].order);
    }
    for (std::size_t cell = 0; cell < 3; ++cell) {
        const CellMasks &kept = seats.masks(block)[cell], &again = fresh.masks(block)[cell];
        for (std::size_t set = 0; set < 2; ++set) {
            ASSERT_EQ(kept.of(set).count, again.of(set).count);
            EXPECT_TRUE(std::equal(kept.of(set).mask, kept.of(set).mask + kept.of(set).count, again.of(set).mask));
        }
    }
}

}  // namespace
}  // namespace bevlogen::testing
