// The sixteen factors of the work environment and three personal resources: their names, in the order of the columns.
#pragma once

#include <array>
#include <cstddef>

#include "models/workforce/phases.hpp"

namespace bevlogen::workforce {

// Job demands (thesis on work engagement of medical specialists, 2024, tables 7 and 8; brochure Challenge & Support, JD-R figure).
enum class Demand : std::uint8_t {
    workload,
    administration,
    work_home_interference,
    job_insecurity,
    emotional_load,
    evaluation_pressure,
    management_friction,
    role_unclarity
};
inline constexpr std::size_t kDemands = 8;

// Job resources (same sources).
enum class Resource : std::uint8_t {
    autonomy,
    colleague_support,
    supervisor_support,
    work_content,
    patient_contact,
    development,
    recognition,
    recovery
};
inline constexpr std::size_t kResources = 8;
inline constexpr std::size_t kFactors = kDemands + kResources;  // demands first

// Personal resources (brochure Challenge & Support, JD-R figure).
enum class PersonalResource : std::uint8_t { psychological_capital, self_compassion, psychological_flexibility };
inline constexpr std::size_t kPersonalResources = 3;

// Basic psychological needs (Deci and Ryan, 2000).
enum class Need : std::uint8_t { autonomy, competence, relatedness };
inline constexpr std::size_t kNeeds = 3;

const std::array<Word, kFactors>& factor_words();
const std::array<Word, kPersonalResources>& personal_resource_words();
const std::array<Word, kNeeds>& need_words();

constexpr std::size_t factor_of(Demand demand) { return index_of(demand); }
constexpr std::size_t factor_of(Resource resource) { return kDemands + index_of(resource); }

}  // namespace bevlogen::workforce
