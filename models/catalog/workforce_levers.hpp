// All levers but programmes, in the one order in which they act: on conditions of work, on targets, at a clearing of a block, on the
// country.
#pragma once

#include <span>
#include <vector>

#include "models/catalog/workforce_parts.hpp"
#include "models/interventions/adoption.hpp"
#include "models/interventions/national_terms.hpp"
#include "models/interventions/staffing.hpp"
#include "models/workforce/career_terms.hpp"
#include "models/workforce/fields.hpp"
#include "models/workforce/leaders.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen {

// Levers, in the order of the vocabulary.
enum : std::size_t {
    kShift,
    kAdministration,
    kSchedule,
    kStaffing,
    kCulture,
    kCoaching,
    kProcess,
    kContract,
    kVolume,
    kLeaders,
    kOnboarding,
    kTasks,
    kTraining,
    kAdoption,
    kPeerGroup,
    kMonitoring
};

// Their declarations, in that order.
std::vector<LeverDecl> workforce_lever_decls();

class WorkforceLevers {
  public:
    // `parts` and `fields` must outlive it.
    WorkforceLevers(const WorkforceParts& parts, const workforce::WorkforceFields& fields, const Scenario& scenario);

    // Conditions of work, after today's have been set.
    void change_conditions(const Block& block, const Now& now, Scratch& scratch) const;
    // What factors tend to, after what follows from the conditions.
    void add_shifts(const Block& block, const Now& now, Scratch& scratch) const;

    // Before people age and contracts end: who becomes permanent, and on what terms people work and train.
    workforce::CareerTerms clear_block(Block& block, const Now& now) const;
    // What is done for leaders; nothing where no intervention has begun. `now` must outlive it.
    workforce::SupportOfLeader support_of_leaders(const Now& now) const;
    // At the clearing of the country, before the job market.
    workforce::NationalTerms clear_nation(std::span<Block> blocks, const Now& now) const;

    const std::vector<interventions::AddedPosts>& added_posts() const { return added_posts_; }
    const interventions::NationalLevers& national_levers() const { return national_levers_; }
    const interventions::Adoption& adoption() const { return adoption_; }

  private:
    const WorkforceParts& parts_;
    const workforce::WorkforceFields& fields_;
    interventions::NationalLevers national_levers_{kStaffing, kTraining};
    std::vector<interventions::AddedPosts> added_posts_;
    std::vector<interventions::NationalReach> national_reach_;
    interventions::Adoption adoption_;
};

}  // namespace bevlogen
