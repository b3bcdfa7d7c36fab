// The services of a hospital to which persons are referred, and a person's stay in one: a row of a ledger.
#pragma once

#include <array>
#include <cstdint>

#include "models/workforce/phases.hpp"

namespace bevlogen::interventions {

enum class Service : std::uint16_t { occupational_physician, social_work, career_centre, leadership_centre };
inline constexpr std::size_t kServices = 4;
const std::array<workforce::Word, kServices>& service_words();

// Where coaching sends on to: to several as the pool of Amsterdam UMC does, or to one service, in the order of Service.
enum class ReferTo : std::uint8_t { as_amsterdam, occupational_physician, social_work, career_centre, leadership_centre };

// Waits for a place, or is in the service. A person has one row at most, which is gone when the stay is over.
struct ServiceStay {
    std::uint32_t post = 0;
    std::int32_t referred = 0;     // week
    std::int32_t began = -1;       // first week in the service; -1: waits
    std::uint16_t weeks_left = 0;  // in the service, this week included
    Service service = Service::occupational_physician;
};
static_assert(sizeof(ServiceStay) == 16, "no padding, so that equal rows have equal bytes");

inline bool is_waiting(const ServiceStay& stay) noexcept { return stay.began < 0; }

}  // namespace bevlogen::interventions
