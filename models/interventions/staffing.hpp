// The lever `staffing`: more posts by phase, shorter searches, and more of long absences replaced.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "models/interventions/national_terms.hpp"
#include "models/workforce/fields.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::interventions {

// `staffing = { posts = { anios = 1.333 }, fill = "at_once", replacement = 0.8 }`.
LeverDecl staffing_lever();

// Moves the share of long absences that is replaced (condition kReplacedShare) towards the lever's, for whoever takes part.
void change_replacement(std::span<const InterventionNow> interventions, std::size_t lever, std::size_t posts, Scratch& scratch);

// Posts relative to those of the base world, by kind of post: 1 where nothing is added.
using PostRatios = std::array<double, workforce::kPostKinds>;

// What one intervention adds to teams that are in its scope.
struct AddedPosts {
    Purpose intervention{};
    std::uint32_t sites = 0;   // a bit for each Site
    std::uint32_t phases = 0;  // a bit for each Phase
    PostRatios most{};         // ever, whatever changes come
    // By kind: somebody new sits there as soon as it opens, a what if; else the job market fills it.
    std::array<bool, workforce::kPostKinds> is_at_once{};
};

// The interventions of a scenario that add posts, in name order; not those that reach nobody by their shares, whose posts would renumber
// those of others. Which phases decide on a kind of post: its own; jonge_klare on
// temporary specialist posts; specialist_mid on permanent ones, or specialist_late where mid is out of scope or left out.
// More training places (lever `training`) come with as many more training posts, which the job market fills.
// Where nobody fills vacancies, since there is no job market, posts that it would have to fill are not added.
enum class Vacancies : std::uint8_t { market_fills, nobody_fills };
std::vector<AddedPosts> added_posts(std::span<const Intervention> interventions, const NationalLevers& levers,
                                    Vacancies vacancies = Vacancies::market_fills);

// Time to fill a vacancy over today's, of a setting of the lever; kNotSet where it says nothing.
double search_times(const LeverSetting& setting);
// Whether one of the phases (a bit each) decides on posts of this kind.
bool decides_on(std::uint32_t phases, workforce::PostKind kind);

// Plans them: appends to each team in scope round_at_random(its posts of a kind x (ratio - 1)) posts of that kind, marked as added, at its
// end, by intervention and kind. `world_chance` as in plan_teams; a team's posts follow from its own identity and plan alone.
void add_posts(std::span<const AddedPosts> added, const Chance& world_chance, std::span<TeamPlan> plans);

// Fills what comes with a person on a post that has just opened (`filled` is set already).
using Newcomer = std::function<void(Block&, std::size_t post)>;

// Opens planned posts as far as dose x reach x (ratio - 1) of today asks, in every team that takes part: one with somebody in reach, on a
// post of the base world, in a phase that decides on that kind of post. Those that are filled at once have somebody on them
// (engine.filled = 1) whatever the job market; the others are vacancies. What has opened stays open when the intervention ends. A post that
// lost its person is left to the job market, which needs no search for it; while the intervention acts, those of students and residents
// that it has nobody for are filled again. A call more changes nothing.
void open_posts(std::span<const AddedPosts> added, const NationalLevers& levers, const workforce::WorkforceFields& fields, const Now& now,
                const Newcomer& newcomer, Block& block);

}  // namespace bevlogen::interventions
