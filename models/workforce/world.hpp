// The default world: hospitals, teams and posts, and who sits on them.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "models/workforce/fields.hpp"
#include "models/workforce/household.hpp"
#include "models/workforce/stationary.hpp"
#include "sim/population/block.hpp"
#include "sim/population/team_plan.hpp"
#include "sim/random/chance.hpp"
#include "sim/scenario/parameter_group.hpp"

namespace bevlogen::workforce {

struct World {
    std::array<int, kSites> hospitals{};
    int regions = 0;           // of both kinds together
    int departments_site = 0;  // a Site: of the one hospital of a world with named departments
    std::array<int, kSites> teams_per_hospital{};
    std::array<std::array<float, kPostKinds>, kSites> posts_per_team{};  // mean
    float team_size_spread = 0.0f;                                       // SD of the log of a team's size
    int smallest_team = 0;                                               // posts
    std::array<float, kPostKinds> filled{};                              // share of posts with somebody on them
    int leader_phase = 0;                          // of slot 0 of each team; 0: as on any such post, else 1 jonge klare, 2 mid, 3 late
    std::array<float, 3> permanent_specialists{};  // shares of jonge klaren, mid, late on permanent posts
    std::array<float, kPhases> women{};            // share
    std::array<float, kPhases> fte_mean{};         // FTE, of whoever is in the phase
    float team_effect_spread = 0.0f;               // SD of u
    float leader_on_supervisor_support = 0.0f, leader_on_recognition = 0.0f, leader_on_safety = 0.0f, leader_on_management_friction = 0.0f;
    float leader_span_free = 0.0f;     // persons that a leader leads without loss
    float leader_span_cost = 0.0f;     // of quality, SD per doubling of the span above that
    float leader_burnout_cost = 0.0f;  // of quality, SD per z of the leader's own burnout
    float strain_spread = 0.0f, zest_spread = 0.0f, strain_zest_correlation = 0.0f, motivation_spread = 0.0f;  // traits
};

ParameterGroup<World> declare_world();

// A named department of a hospital of one's own, with exactly these posts.
struct Department {
    std::string name;
    std::array<int, kPostKinds> posts{};
};

// The region in which a hospital lies, in [0, world.regions): its number within its kind, modulo the number of regions. So a hospital
// that is added changes no other's region.
int region_of(const World& world, TeamId team);

// Whether a world's teams are followed by a pool a region, and how large these are.
struct PoolPlan {
    bool exists = false;
    double seats_a_post = 0.0;  // of the region, without added ones; some seats at least
};

// The pool of a region, behind all hospitals. Departments of it name who enters the country there.
TeamId pool_of_region(int region, std::uint32_t department = 0);

// One team a department, in their order, of one hospital of the kind world.departments_site. Each must have a permanent specialist post:
// the leader's, slot 0.
std::vector<TeamPlan> plan_departments(const World& world, std::span<const Department> departments);

// The departments where there are any; otherwise hospitals and teams of each kind at this scale, at least one of each: a kind's teams are
// spread evenly over its hospitals, so that where a whole number of hospitals is too many or too few their teams are fewer or more. A
// world may have no general hospitals. In
// ascending order of identity. The first post of each team is that of a permanent specialist.
std::vector<TeamPlan> plan_teams(const World& world, double scale, const Chance& world_chance,
                                 std::span<const Department> departments = {});

// Appends a pool for each region that has teams.
void add_pools(const World& world, const PoolPlan& pool, std::vector<TeamPlan>& plans);

// Posts of a kind that the whole country, or all its hospitals of one kind (a Site), has at scale 1, on average.
double usual_posts(const World& world, PostKind kind);
double usual_posts_of_site(const World& world, PostKind kind, std::size_t site);

// Who sits where, their age, sex, contract, care at home and traits, and the effects of teams: `team_effect` holds the team's own effects
// alone, without its leader's. Leaves rotations, factors and outcomes to others.
void populate_posts(const World& world, const StationaryCareers& careers, const HouseholdParameters& household,
                    const WorkforceFields& fields, const Chance& chance, Block& block);

// A person on a post of their own: whatever the columns held is gone. In the stock of the phase, or at its beginning. Leaves rotations,
// factors, outcomes and what follows from careers to others.
struct Newcomer {
    PersonId person;
    Phase phase = Phase::anios;
    bool is_of_stock = false;
};
void populate_newcomer(const World& world, const StationaryCareers& careers, const HouseholdParameters& household,
                       const WorkforceFields& fields, const Chance& chance, Block& block, std::size_t post, const Newcomer& newcomer);

// The phase of who typically sits on a post of this kind; u in [0, 1) decides between the phases of permanent specialists.
Phase typical_phase(const World& world, PostKind kind, double u);
// The phase of who typically sits on slot 0 of a team, the leader's; u as above.
Phase leading_phase(const World& world, double u);

// Permanent, temporary or none, by the kind of post.
Contract contract_on(PostKind kind);

// The size of contract that a person has in a phase: the same draw in every phase.
float contract_fte(const World& world, Phase phase, const Chance& chance, PersonId person);

// How far a person's usual hours stand off those of the phase, standard normal: the same for life and in every replicate.
float usual_hours_z(const Chance& chance, PersonId person);

}  // namespace bevlogen::workforce
