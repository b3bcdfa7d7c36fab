// What four weeks do to everybody: ageing, time in phase, post and contract, training, care at home; and whose phase or contract ends.
#pragma once

#include "models/careers/market_parameters.hpp"
#include "models/workforce/career_terms.hpp"
#include "models/workforce/fields.hpp"
#include "models/workforce/household.hpp"
#include "models/workforce/of_phase.hpp"
#include "models/workforce/stationary.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::careers {

class Progress {
  public:
    Progress(const MarketParameters& market, const workforce::CareerParameters& careers, const workforce::HouseholdParameters& household,
             float aios_fte, const workforce::WorkforceFields& fields);

    // How far contracts and trainings are, and who cares at home from which probability on; after populate_posts and rotations.
    void populate(Block& block, const Chance& chance, std::size_t begin, std::size_t end) const;

    // An epoch has passed; before Rotation::age and before anybody moves. Specialists of five years since registration, and of
    // late_from_age, go on in the next phase on the same post. Whose phase or contract ends otherwise gets a notice, unless leaving anyway.
    // Nobody outside reads notices between this and the moves. `terms`: contracts and trainings that interventions change.
    void age(Block& block, const Now& now, const workforce::CareerTerms& terms = {}) const;

    // The first week of a training: its length at 1 FTE, drawn once a person.
    float draw_training_weeks(const Chance& chance, PersonId person) const;

  private:
    // Of a group of posts, 1 for whose phase or training comes to its end (of a specialist in mid-career by age), and for who is on a
    // temporary contract.
    struct Concerned {
        std::uint8_t phase_ends[kColumnPadding], is_temporary[kColumnPadding];
    };
    Concerned go_on(Block& block, const workforce::CareerTerms& terms, std::size_t at) const;
    void count_weeks(Block& block) const;
    void look_at_homes(Block& block) const;

    MarketParameters market_;
    workforce::CareerParameters careers_;
    workforce::HouseholdParameters household_;
    float aios_fte_;
    workforce::PhaseTable lasts_;             // weeks; infinite where a phase ends otherwise
    std::vector<std::uint32_t> care_by_age_;  // probability in 65,536ths, for each quarter of a year of age
    const workforce::WorkforceFields& fields_;
};

}  // namespace bevlogen::careers
