// Coassistenten and aios change teams: who is due swaps posts with others who are due, within the region.
#pragma once

#include "models/workforce/fields.hpp"
#include "models/workforce/world.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::workforce {

struct RotationParameters {
    float coassistent_weeks = 0.0f;                                                                    // in a team
    float aios_weeks_from = 0.0f, aios_weeks_to = 0.0f;                                                // drawn uniformly
    float newcomer_weeks = 0.0f;                                                                       // in which being new fades
    float newcomer_on_unclarity = 0.0f, newcomer_on_colleagues = 0.0f, newcomer_on_supervisor = 0.0f;  // SD on arrival
};

ParameterGroup<RotationParameters> declare_rotation_parameters();

class Rotation {
  public:
    Rotation(const RotationParameters& rotation, const World& world, const WorkforceFields& fields)
        : rotation_(rotation), world_(world), fields_(fields) {}

    // Time to the next rotation and how new everybody is, as if rotations had always gone on.
    void populate(Block& block, const Chance& chance) const;

    // Weeks in the team count on.
    void age(Block& block) const;

    // Moves everybody who is due. All person columns but `filled` move with the person, and so do rows of ledgers. Who goes where is a
    // matter of identities and chance, never of order. On arrival a person's factors take the kick of a newcomer.
    void move(std::span<Block> blocks, const Now& now) const;

    const RotationParameters& parameters() const { return rotation_; }

  private:
    RotationParameters rotation_;
    World world_;
    const WorkforceFields& fields_;
};

}  // namespace bevlogen::workforce
