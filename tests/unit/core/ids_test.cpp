// Identities keep their parts, refuse what does not fit, and sort by team, slot and week.
#include "sim/core/ids.hpp"

#include <gtest/gtest.h>

namespace bevlogen {
namespace {

constexpr std::uint32_t kLargestHospital = (1u << 20) - 1;
constexpr std::uint32_t kLargestDepartment = (1u << 12) - 1;
constexpr std::uint32_t kLargestSlot = (1u << 12) - 1;
constexpr std::uint32_t kLargestWeek = (1u << 20) - 1;

TEST(TeamId, KeepsHospitalAndDepartment) {
    for (const std::uint32_t hospital : {0u, 1u, 77u, 1u << 16, kLargestHospital}) {
        for (const std::uint32_t department : {0u, 1u, 44u, kLargestDepartment}) {
            const TeamId team = TeamId::of(hospital, department);
            EXPECT_EQ(team.hospital(), hospital);
            EXPECT_EQ(team.department(), department);
        }
    }
}

TEST(TeamId, HasAFixedLayout) { EXPECT_EQ(TeamId::of(3, 5).value, 0x3005u); }

TEST(TeamId, RefusesAHospitalOrDepartmentThatDoesNotFit) {
    EXPECT_THROW(TeamId::of(kLargestHospital + 1, 0), ContractViolation);
    EXPECT_THROW(TeamId::of(0, kLargestDepartment + 1), ContractViolation);
}

TEST(TeamId, SortsByHospitalThenDepartment) {
    EXPECT_LT(TeamId::of(1, kLargestDepartment), TeamId::of(2, 0));
    EXPECT_LT(TeamId::of(1, 3), TeamId::of(1, 4));
}

TEST(PersonId, KeepsItsHalvesAndItsFirstTeam) {
    for (const std::uint32_t slot : {0u, 1u, kLargestSlot}) {
        for (const std::uint32_t week : {0u, 52u, kLargestWeek}) {
            const TeamId team = TeamId::of(kLargestHospital, 9);
            const PersonId person = PersonId::of(team, slot, week);
            EXPECT_EQ(person.first_team(), team);
            EXPECT_EQ(person.low(), slot << 20 | week);
            EXPECT_EQ(PersonId::from_halves(person.low(), person.high()), person);
        }
    }
}

TEST(PersonId, HasAFixedLayout) { EXPECT_EQ(PersonId::of(TeamId::of(3, 5), 2, 7).value, 0x0000300500200007u); }

TEST(PersonId, RefusesASlotOrWeekThatDoesNotFit) {
    EXPECT_THROW(PersonId::of(TeamId::of(0, 0), kLargestSlot + 1, 0), ContractViolation);
    EXPECT_THROW(PersonId::of(TeamId::of(0, 0), 0, kLargestWeek + 1), ContractViolation);
}

TEST(PersonId, SortsByTeamThenSlotThenWeek) {
    const TeamId team = TeamId::of(4, 4);
    EXPECT_LT(PersonId::of(team, kLargestSlot, kLargestWeek), PersonId::of(TeamId::of(4, 5), 0, 0));
    EXPECT_LT(PersonId::of(team, 1, kLargestWeek), PersonId::of(team, 2, 0));
    EXPECT_LT(PersonId::of(team, 1, 1), PersonId::of(team, 1, 2));
}

}  // namespace
}  // namespace bevlogen
