// Whatever policies and numbers, for years: nobody is lost, doubled or on two posts, and posts are what they were.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>

#include "models/workforce/fields.hpp"
#include "models/workforce/world.hpp"
#include "tests/property/engine/generated_runs.hpp"

namespace bevlogen::testing {
namespace {

using workforce::Phase;
using workforce::PostKind;

const workforce::WorkforceFields& fields() {
    return static_cast<const workforce::WorkforceFields&>(model_of(scenario_in(small_worlds()[1])).fields());
}

std::string some_number(double low, double high) { return std::to_string(low + (high - low) * *rc::gen::inRange(0, 101) / 100.0); }

// A small country, or a part of one, whose numbers may be far from those that are usual.
SmallWorld some_labour_market() {
    SmallWorld world = small_worlds()[1];
    const std::string kind = *rc::gen::element<std::string>("closed", "closed", "open");
    const std::vector<std::string> sets = {"time.years=4",
                                           "market.kind=" + kind,
                                           "run.seed=" + std::to_string(*rc::gen::inRange(1, 1000000)),
                                           "market.students=" + some_number(0, 6000),
                                           "market.training_places=" + some_number(0, 4000),
                                           "market.applies=" + some_number(0, 3),
                                           "market.back_to_anios=" + some_number(0, 1),
                                           "market.contract.renewed=" + some_number(0, 1),
                                           "market.pool_seats=" + some_number(0, 0.2),
                                           "market.search.specialist_permanent=" + some_number(0, 60),
                                           "market.search.specialist_temporary=" + some_number(0, 60),
                                           "market.search.anios=" + some_number(0, 60),
                                           "departure.seeks_employer.anios=" + some_number(0, 1),
                                           "departure.seeks_employer.jonge_klare=" + some_number(0, 1),
                                           "departure.seeks_employer.specialist_mid=" + some_number(0, 1),
                                           "careers.leaves.aios=" + some_number(0, 0.5),
                                           "careers.leaves.specialist_mid=" + some_number(0, 0.5),
                                           "careers.coassistent_weeks=" + std::to_string(*rc::gen::inRange(4, 140)),
                                           "careers.jonge_klare_weeks=" + std::to_string(*rc::gen::inRange(4, 300))};
    world.sets.insert(world.sets.end(), sets.begin(), sets.end());
    return world;
}

bool may_sit_on(std::uint8_t raw, Phase phase) {
    switch (workforce::post_kind_of(raw)) {
        case PostKind::coassistent: return phase == Phase::coassistent;
        case PostKind::anios: return phase == Phase::anios;
        case PostKind::aios: return phase == Phase::aios;
        case PostKind::pool_seat: return phase != Phase::coassistent && phase != Phase::aios;
        default: return phase >= Phase::jonge_klare;
    }
}

// Persons by identity, and posts by team and kind.
struct Census {
    std::set<std::uint64_t> persons;
    std::map<std::pair<std::uint32_t, std::uint8_t>, std::size_t> posts;
};

Census count(std::span<const Block> blocks) {
    const auto& f = fields();
    Census census;
    for (const Block& block : blocks) {
        for (std::size_t t = 0; t < block.teams(); ++t) {
            for (std::size_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
                const std::uint8_t raw = block.post_kinds()[i];
                ++census.posts[{block.team_ids()[t].value, raw}];
                if (block.person(f.engine.filled)[i] == 0) continue;
                RC_ASSERT(census.persons.insert(block.person_at(i, f.engine).value).second);  // nobody is on two posts
                const auto phase = static_cast<Phase>(block.person(f.phase)[i]);
                RC_ASSERT(may_sit_on(raw, phase));
                const bool is_pool = workforce::is_pool(block.team_sites()[t]);
                RC_ASSERT(is_pool == (block.person(f.leave_kind)[i] == static_cast<std::uint8_t>(workforce::Leave::without_post)));
                RC_ASSERT(is_pool || block.person(f.is_open)[i] != workforce::kClosed);
                const auto contract = static_cast<workforce::Contract>(block.person(f.contract)[i]);
                const auto of_post = workforce::contract_on(workforce::post_kind_of(raw));
                // A policy may make somebody permanent on a temporary post.
                RC_ASSERT(contract == of_post || (of_post == workforce::Contract::temporary && contract == workforce::Contract::permanent));
                RC_ASSERT(phase != Phase::specialist_mid || block.person(f.age_weeks)[i] < 56 * 52);
                RC_ASSERT(block.person(f.age_weeks)[i] < 71 * 52);
                RC_ASSERT(block.person(f.fte)[i] > 0.3f && block.person(f.fte)[i] < 1.2f);
                RC_ASSERT(block.person(f.weeks_in_team)[i] <= block.person(f.age_weeks)[i]);
            }
        }
    }
    return census;
}

RC_GTEST_PROP(JobMarket, LosesDoublesAndMisplacesNobodyWhateverThePolicies, ()) {
    const SmallWorld world = some_labour_market();
    const Scenario scenario = scenario_in(world, joined(some_interventions(world)));
    Parallel parallel(*rc::gen::inRange(1u, 4u));
    Simulation simulation(model_of(scenario), scenario, {scenario.seed, 1}, parallel, *rc::gen::inRange<std::size_t>(1, 3000));
    Census before = count(simulation.population().blocks());
    std::set<std::uint64_t> ever = before.persons, gone;
    while (!simulation.is_finished()) {
        simulation.advance(simulation.week() + Week{kWeeksPerEpoch});  // the market itself counts persons in and out
        Census after = count(simulation.population().blocks());
        RC_ASSERT(after.posts == before.posts);
        for (const std::uint64_t person : before.persons) {
            if (!after.persons.contains(person)) gone.insert(person);
        }
        for (const std::uint64_t person : after.persons) {
            RC_ASSERT(!gone.contains(person));  // who has left does not come back, and no identity is given twice
            ever.insert(person);
        }
        before = std::move(after);
    }
    RC_ASSERT(ever.size() == before.persons.size() + gone.size());
}

// The twin of the balance: somebody who vanishes is seen.
TEST(JobMarket, SeesThatSomebodyVanished) {
    const Scenario scenario = scenario_in(small_worlds()[1]);
    Parallel one(1);
    Simulation a(model_of(scenario), scenario, {scenario.seed, 1}, one);
    const Census before = count(a.population().blocks());
    a.advance(Week{52});
    const Census after = count(a.population().blocks());
    EXPECT_EQ(before.posts, after.posts);
    std::size_t left = 0, entered = 0;
    for (const std::uint64_t person : before.persons) left += after.persons.contains(person) ? 0 : 1;
    for (const std::uint64_t person : after.persons) entered += before.persons.contains(person) ? 0 : 1;
    EXPECT_GT(left, before.persons.size() / 40);
    EXPECT_GT(entered, before.persons.size() / 40);
    EXPECT_EQ(before.persons.size() + entered, after.persons.size() + left);
}

}  // namespace
}  // namespace bevlogen::testing
