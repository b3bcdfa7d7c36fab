// Coassistenten and aios change teams: who is due swaps posts with others who are due, within the region.
#pragma once

#include "models/workforce/fields.hpp"
#include "models/workforce/world.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::workforce {

struct RotationParameters {
    int coassistent_weeks = 0;                   // in a team
    int aios_weeks_from = 0, aios_weeks_to = 0;  // drawn uniformly, both ends included
    float newcomer_weeks = 0.0f;                 // time constant with which being new fades
    float newcomer_on_unclarity = 0.0f;          // SD on arrival: so much more
    float newcomer_on_colleagues = 0.0f;         // SD on arrival: so much less
    float newcomer_on_supervisor = 0.0f;         // SD on arrival: so much less
};

ParameterGroup<RotationParameters> declare_rotation_parameters();

// Mean of `newcomer` over weeks, each at its end (after the week's fading, before the moves of a clearing), where rotations have always
// gone on and nobody is hired: of coassistenten and aios; 0 of the others. Moves wait for the next clearing, so a rotation takes a whole
// number of epochs.
float mean_newcomer(const RotationParameters& rotation, Phase phase);

class Rotation {
  public:
    Rotation(const RotationParameters& rotation, const World& world, const WorkforceFields& fields)
        : rotation_(rotation), world_(world), fields_(fields) {}

    // Of coassistenten and aios: time in the team and to the next, as if rotations had always gone on. Of everybody how new they are.
    // Reads weeks_in_phase and weeks_in_team of populate_posts.
    void populate(Block& block, const Chance& chance) const;

    // An epoch has passed: weeks in the team count on (up to 65,535), those to the next rotation down to 0. Of who rotates, weeks in the
    // post are weeks in the team.
    void age(Block& block) const;

    // Moves everybody on a post that rotates with 0 weeks to go, after age(). All person columns but `filled` move with the person, and so
    // do rows of ledgers. Within a region and kind of post, the k-th of those due by a draw of the person gets the k-th of their posts: a
    // matter of identities and chance, never of order. Who draws the own post begins a new rotation there. On arrival newcomer is 1, and
    // factors take the kick from what was left of the last arrival to that. A due person may be on leave, and takes that along.
    void move(std::span<Block> blocks, const Now& now) const;

    // Somebody comes to a post of whatever kind in another team, at a clearing: new there, and at the start of a rotation where the kind
    // rotates.
    void begin(Block& block, const Chance& chance, Week week, std::size_t post) const;

    // Somebody new has begun on a post of whatever kind: new in the team, with the kick that comes with it, and at the start of a rotation
    // where the kind rotates. After the theory has populated the post. Whatever the post held while it was empty leaves no trace.
    void arrive(Block& block, const Chance& chance, Week week, std::size_t post) const;

    const RotationParameters& parameters() const { return rotation_; }

  private:
    // The first week in a team; `uniform` says how long a rotation will be.
    void settle(Block& block, std::size_t post, double uniform) const;

    RotationParameters rotation_;
    World world_;
    const WorkforceFields& fields_;
};

}  // namespace bevlogen::workforce
