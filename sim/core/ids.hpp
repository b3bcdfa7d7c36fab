// Identities that never depend on position, order of arrival, threads or blocks.
#pragma once

#include <compare>
#include <cstdint>

#include "sim/core/contract.hpp"

namespace bevlogen {

// A team, named by its hospital and department, so that an added hospital or department renumbers no other.
struct TeamId {
    std::uint32_t value = 0;

    static TeamId of(std::uint32_t hospital, std::uint32_t department) {
        expect(hospital < (1u << 20) && department < (1u << 12), "a hospital has 20 bits, a department 12");
        return {hospital << 12 | department};
    }
    std::uint32_t hospital() const { return value >> 12; }
    std::uint32_t department() const { return value & 0xfffu; }
    auto operator<=>(const TeamId&) const = default;
};

// A person for life: team of first post (32 bits), slot in that team (12), week hired or intake kind (20).
struct PersonId {
    std::uint64_t value = 0;

    static PersonId of(TeamId team, std::uint32_t slot, std::uint32_t week_hired) {
        expect(slot < (1u << 12) && week_hired < (1u << 20), "a slot has 12 bits, a week of hiring 20");
        return {std::uint64_t{team.value} << 32 | std::uint64_t{slot} << 20 | week_hired};
    }
    static PersonId from_halves(std::uint32_t low, std::uint32_t high) { return {std::uint64_t{high} << 32 | low}; }
    std::uint32_t low() const { return static_cast<std::uint32_t>(value); }
    std::uint32_t high() const { return static_cast<std::uint32_t>(value >> 32); }
    TeamId first_team() const { return {high()}; }
    auto operator<=>(const PersonId&) const = default;
};

}  // namespace bevlogen
