// Where persons sit is what a search through all posts finds, however they have moved since the last look.
#include "sim/record/person_seats.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/population/plans.hpp"

namespace bevlogen::testing {
namespace {

class PersonSeatsTest : public ::testing::Test {
  protected:
    PersonSeatsTest() {
        for (std::size_t post = 0; post < block.posts(); ++post) place(post, 1000 + post);
        for (std::uint64_t person = 1003; person < 1003 + 3 * block.posts(); person += 3) followed.push_back(person);
        seats = PersonSeats(followed, 1);
    }
    void place(std::size_t post, std::uint64_t person) {
        block.person(engine.filled)[post] = 1;
        block.person(engine.id_low)[post] = static_cast<std::uint32_t>(person);
        block.person(engine.id_high)[post] = static_cast<std::uint32_t>(person >> 32);
    }
    void expect_all_found() {
        const std::span<const Seat> found = seats.look_at(block, 0, engine);
        std::size_t k = 0;
        for (std::uint32_t post = 0; post < block.posts(); ++post) {
            const std::uint64_t person = block.person_at(post, engine).value;
            const auto place = std::lower_bound(followed.begin(), followed.end(), person);
            if (block.person(engine.filled)[post] == 0 || place == followed.end() || *place != person) continue;
            ASSERT_LT(k, found.size());
            EXPECT_EQ(found[k].post, post);
            EXPECT_EQ(found[k].index, place - followed.begin());
            ++k;
        }
        EXPECT_EQ(k, found.size());
    }

    const MixedFields fields;
    const EngineFields engine = fields.engine;
    Block block{fields, plans_of(uneven_sizes(20)), 0, 0};
    std::vector<std::uint64_t> followed;
    PersonSeats seats;
};

TEST_F(PersonSeatsTest, AreFoundAtFirst) { expect_all_found(); }

TEST_F(PersonSeatsTest, FollowThoseWhoMove) {
    expect_all_found();
    expect_all_found();
    place(0, 1006);
    place(6, 1000);
    expect_all_found();
    const std::size_t last = block.posts() - 1;
    place(last, 1003);
    place(3, (std::uint64_t{1} << 32) | 1003);  // another person, whose number ends alike
    expect_all_found();
}

TEST_F(PersonSeatsTest, LoseWhoLeavesAndFindWhoReturns) {
    expect_all_found();
    block.person(engine.filled)[9] = 0;
    block.person(engine.filled)[10] = 0;
    expect_all_found();
    block.person(engine.filled)[9] = 1;
    expect_all_found();
}

}  // namespace
}  // namespace bevlogen::testing
