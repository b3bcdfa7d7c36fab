// Counts temporary and permanent posts by phase.
#include "models/workforce/contracts.hpp"

namespace bevlogen::workforce {

std::array<float, kPhases> temporary_shares(const World& world, std::span<const Department> departments) {
    std::array<double, kPostKinds> posts{};
    for (const Department& department : departments) {
        for (std::size_t k = 0; k < kPostKinds; ++k) posts[k] += department.posts[k];
    }
    if (departments.empty()) {
        for (std::size_t s = 0; s < kSites; ++s) {
            const double teams = static_cast<double>(world.hospitals[s]) * world.teams_per_hospital[s];
            for (std::size_t k = 0; k < kPostKinds; ++k) posts[k] += teams * static_cast<double>(world.posts_per_team[s][k]);
        }
    }
    const auto filled = [&](PostKind kind) { return posts[index_of(kind)] * static_cast<double>(world.filled[index_of(kind)]); };
    const double temporary = filled(PostKind::specialist_temporary);
    const double permanent = filled(PostKind::specialist_permanent) * static_cast<double>(world.permanent_specialists[0]);
    std::array<float, kPhases> shares{};
    shares[index_of(Phase::anios)] = shares[index_of(Phase::aios)] = 1.0f;
    if (temporary + permanent > 0.0) shares[index_of(Phase::jonge_klare)] = static_cast<float>(temporary / (temporary + permanent));
    return shares;
}

}  // namespace bevlogen::workforce
