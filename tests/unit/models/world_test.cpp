// The default world: how many persons, posts, teams and hospitals of each kind, who they are, and what leaves them as they are.
#include "models/workforce/world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "models/catalog/workforce_outcomes.hpp"
#include "tests/unit/models/workforce_setup.hpp"

namespace bevlogen::testing {
namespace {

using workforce::Phase;
using workforce::PostKind;

constexpr Chance kChance{20240321, 1};  // the baseline's own seed

class DefaultWorld : public ::testing::Test {
  protected:
    Population populate(double scale, const Chance& chance = kChance, const std::vector<std::string>& sets = {}) const {
        const Scenario scenario = workforce_.baseline(scale, sets);
        const auto dynamics = workforce_.model().make_dynamics(scenario);
        Population population(workforce_.fields(), dynamics->plan_teams(chance.world()));
        for (Block& block : population.blocks()) dynamics->populate(block, chance);
        return population;
    }

    // Calls body(block, team of the block, post of the block) for each filled post.
    template <class Body>
    void for_each_person(const Population& population, const Body& body) const {
        for (const Block& block : population.blocks()) {
            for (std::size_t t = 0; t < block.teams(); ++t) {
                for (std::size_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
                    if (block.person(workforce_.fields().engine.filled)[i] != 0) body(block, t, i);
                }
            }
        }
    }

    std::array<double, workforce::kPhases> stocks(const Population& population) const {
        std::array<double, workforce::kPhases> count{};
        for_each_person(population,
                        [&](const Block& block, std::size_t, std::size_t i) { ++count[block.person(workforce_.fields().phase)[i]]; });
        return count;
    }

    // Posts without the seats of pools.
    static std::size_t chairs(const Population& population) {
        std::size_t count = 0;
        for (const Block& block : population.blocks()) {
            for (const std::uint8_t raw : block.post_kinds()) count += workforce::post_kind_of(raw) != PostKind::pool_seat ? 1 : 0;
        }
        return count;
    }

    // All columns of each person but the places of the block, as bytes, by identity (vacant posts too).
    std::map<std::uint64_t, std::vector<std::byte>> people(const Population& population) const {
        std::map<std::uint64_t, std::vector<std::byte>> all;
        for (const Block& block : population.blocks()) {
            for (std::size_t i = 0; i < block.posts(); ++i) {
                if (workforce::post_kind_of(block.post_kinds()[i]) == PostKind::pool_seat) continue;  // where nobody has sat yet
                auto& bytes = all[block.person_at(i, workforce_.fields().engine).value];
                for (std::size_t f = 0; f < workforce_.fields().person.size(); ++f) {
                    const auto column = block.person_bytes(f);
                    const std::size_t size = column.size() / block.posts();
                    bytes.insert(bytes.end(), column.begin() + static_cast<std::ptrdiff_t>(i * size),
                                 column.begin() + static_cast<std::ptrdiff_t>((i + 1) * size));
                }
            }
        }
        return all;
    }

    Workforce workforce_;
};

// The stationary system of the model page: coassistenten, anios, aios, jonge klaren, specialists to 55, from 55.
constexpr std::array<double, workforce::kPhases> kStocks = {5906, 7500, 6949, 5035, 11600, 6358};

TEST_F(DefaultWorld, HoldsTheStocksOfTheStationarySystem) {
    const auto count = stocks(populate(1.0));
    for (std::size_t k = 0; k < count.size(); ++k) EXPECT_NEAR(count[k], kStocks[k], 0.02 * kStocks[k]) << workforce::phase_words()[k].name;
}

TEST_F(DefaultWorld,
       HoldsThemForOtherSeedsToo) {  // one world's sizes of teams vary a stock by 1 to 2 %, the mean of 16 by a quarter of that
    constexpr int kWorlds = 16;
    std::array<double, workforce::kPhases> mean{};
    for (std::uint32_t world = 1; world <= kWorlds; ++world) {
        const auto count = stocks(populate(1.0, {kChance.seed + world, 1}));
        for (std::size_t k = 0; k < mean.size(); ++k) mean[k] += count[k] / kWorlds;
    }
    for (std::size_t k = 0; k < mean.size(); ++k) {
        RecordProperty(workforce::phase_words()[k].name, std::to_string(mean[k]));
        EXPECT_NEAR(mean[k], kStocks[k], 0.02 * kStocks[k]) << workforce::phase_words()[k].name;
    }
}

TEST_F(DefaultWorld, HasSeventyHospitalsAnd1786TeamsOfAtLeastSixPosts) {
    const auto world = WorkforceParameters::read().world;
    const auto plans = workforce::plan_teams(world, 1.0, kChance.world());
    EXPECT_EQ(plans.size(), 1786u);
    std::array<std::set<std::uint32_t>, workforce::kSites> hospitals;
    double posts = 0.0;
    for (const TeamPlan& plan : plans) {
        hospitals[plan.site].insert(plan.id.hospital());
        posts += static_cast<double>(plan.posts.size());
        EXPECT_GE(plan.posts.size(), 6u);
        EXPECT_EQ(static_cast<PostKind>(plan.posts.front()), PostKind::specialist_permanent) << "the leader's post is slot 0";
    }
    EXPECT_EQ(hospitals[0].size(), 8u);
    EXPECT_EQ(hospitals[1].size(), 62u);
    EXPECT_NEAR(posts / 1786.0, 24.8, 1.0);
    EXPECT_TRUE(std::is_sorted(plans.begin(), plans.end(), [](const TeamPlan& a, const TeamPlan& b) { return a.id < b.id; }));
}

TEST_F(DefaultWorld, AcademicTeamsHoldSevenInTenOfAiosAndCoassistenten) {
    double academic[workforce::kPhases] = {}, all[workforce::kPhases] = {};
    for (std::uint32_t world = 0; world < 8; ++world) {
        for_each_person(populate(1.0, {kChance.seed + world, 1}), [&](const Block& block, std::size_t t, std::size_t i) {
            const auto phase = block.person(workforce_.fields().phase)[i];
            all[phase] += 1.0;
            academic[phase] += block.team_sites()[t] == 0;
        });
    }
    for (const Phase phase : {Phase::aios, Phase::coassistent}) {
        const auto k = workforce::index_of(phase);
        EXPECT_NEAR(academic[k] / all[k], 0.70, 0.02) << workforce::phase_words()[k].name;
    }
}

TEST_F(DefaultWorld, GivesEveryPostAnIdentityOfItsOwn) {
    const Population population = populate(1.0);
    EXPECT_EQ(people(population).size(), chairs(population));
}

TEST_F(DefaultWorld, OneMoreHospitalChangesNobodyElse) {
    const auto before = people(populate(1.0));
    for (const char* more : {"world.hospitals.academic=9", "world.hospitals.general=63"}) {
        SCOPED_TRACE(more);
        const Population with_more = populate(1.0, kChance, {more});
        const auto after = people(with_more);
        EXPECT_EQ(after.size(), chairs(with_more)) << "identities clash";
        EXPECT_GT(after.size(), before.size());
        std::size_t changed = 0;
        for (const auto& [person, bytes] : before) {
            const auto found = after.find(person);
            changed += found == after.end() || found->second != bytes;
        }
        EXPECT_EQ(changed, 0u);
    }
}

TEST_F(DefaultWorld, TheSmallestKeepsAHospitalOfEachKind) {
    std::map<std::uint8_t, std::set<std::uint32_t>> hospitals;
    for (const TeamPlan& plan : workforce::plan_teams(WorkforceParameters::read().world, 0.001, kChance.world())) {
        hospitals[plan.site].insert(plan.id.hospital());
    }
    EXPECT_EQ(hospitals[0].size(), 1u);
    EXPECT_EQ(hospitals[1].size(), 1u);
}

// 4.9 standard errors of a share: a false alarm in a million.
double within_chance(double share, double n) { return 4.9 * std::sqrt(share * (1.0 - share) / n); }

TEST_F(DefaultWorld, SexesAndCareAtHomeComeInTheirShares) {
    const auto parameters = WorkforceParameters::read();
    const auto mean_care = mean_care_share(parameters.household, parameters.stationary());
    const auto& f = workforce_.fields();
    std::array<double, workforce::kPhases> women{}, care{}, all{};
    for_each_person(populate(1.0), [&](const Block& block, std::size_t, std::size_t i) {
        const auto k = block.person(f.phase)[i];
        all[k] += 1.0;
        women[k] += block.person(f.sex)[i] == static_cast<std::uint8_t>(workforce::Sex::female);
        care[k] += block.person(f.care_at_home)[i];
    });
    for (std::size_t k = 0; k < all.size(); ++k) {
        SCOPED_TRACE(workforce::phase_words()[k].name);
        const double share = parameters.world.women[k], expected_care = mean_care[k];
        EXPECT_NEAR(women[k] / all[k], share, within_chance(share, all[k]));
        EXPECT_NEAR(care[k] / all[k], expected_care, within_chance(expected_care, all[k]));
    }
}

TEST_F(DefaultWorld, ContractsAreFullOrPartTimeAndHaveTheMeanOfThePhase) {
    const auto& f = workforce_.fields();
    for (const char* set : {"world.fte.aios=0.92", "world.fte.aios=0.7"}) {
        const double mean = set == std::string("world.fte.aios=0.7") ? 0.7 : 0.92;
        double sum = 0.0, all = 0.0;
        for_each_person(populate(1.0, kChance, {set, "departure.fewer_hours.rate=0"}), [&](const Block& block, std::size_t, std::size_t i) {
            if (static_cast<Phase>(block.person(f.phase)[i]) != Phase::aios) return;
            const float fte = block.person(f.fte)[i];
            ASSERT_TRUE(mean > 0.8 ? fte == 1.0f || fte == 0.8f : fte == 0.8f || fte == 0.6f) << fte;
            sum += static_cast<double>(fte);
            all += 1.0;
        });
        EXPECT_NEAR(sum / all, mean, 4.9 * 0.1 / std::sqrt(all)) << set;  // two values .2 apart: an SD of at most .1
    }
}

TEST_F(DefaultWorld, NobodySitsInAPostBeforeThePhasesThatAllowIt) {
    const auto stationary = WorkforceParameters::read().stationary();
    const auto& f = workforce_.fields();
    for_each_person(populate(1.0), [&](const Block& block, std::size_t, std::size_t i) {
        const auto phase = static_cast<Phase>(block.person(f.phase)[i]);
        const double age = block.person(f.age_weeks)[i] / 52.0;
        if (phase == Phase::specialist_mid) {
            ASSERT_LT(age, 55.0);
        }
        if (phase == Phase::specialist_late) {
            ASSERT_GE(age, 55.0);
        }
        ASSERT_GT(age, 18.0);
        ASSERT_LT(age, 70.0);
        ASSERT_LE(block.person(f.weeks_in_post)[i], stationary.weeks_as_specialist(phase, block.person(f.weeks_in_phase)[i]));
        ASSERT_LE(block.person(f.weeks_in_team)[i], block.person(f.weeks_in_post)[i]);
    });
}

TEST_F(DefaultWorld, ReplicatesShareThePersonsAndNotTheirTraits) {
    const Population one = populate(0.05), two = populate(0.05, {kChance.seed, 2});
    const auto& f = workforce_.fields();
    std::map<std::uint64_t, std::pair<std::uint8_t, float>> first;
    for_each_person(one, [&](const Block& block, std::size_t, std::size_t i) {
        first[block.person_at(i, f.engine).value] = {block.person(f.phase)[i], block.person(f.t_strain)[i]};
    });
    std::size_t persons = 0, same_traits = 0;
    for_each_person(two, [&](const Block& block, std::size_t, std::size_t i) {
        const auto found = first.find(block.person_at(i, f.engine).value);
        ASSERT_NE(found, first.end());
        EXPECT_EQ(found->second.first, block.person(f.phase)[i]);
        ++persons;
        same_traits += found->second.second == block.person(f.t_strain)[i];
    });
    EXPECT_EQ(persons, first.size());
    EXPECT_LT(same_traits, persons / 1000 + 2);
}

TEST(WorkforceReport, EveryCategoryIsInExactlyOnePhaseOneGroupOneKindOfHospitalAndOneSex) {
    const Grouping phases = workforce_phases(), strata = workforce_strata();
    const auto expect_partition = [](const Grouping& rows, std::size_t begin, std::size_t end, bool is_of_hospitals = false) {
        for (std::size_t category = 0; category < kWorkforceCategories; ++category) {
            int in = 0;
            for (std::size_t row = begin; row < end; ++row) in += (rows.members[row] >> category) & 1u;
            const bool is_of_no_hospital = is_of_hospitals && category / workforce::kPhases % workforce::kTeamSites == 2;
            EXPECT_EQ(in, is_of_no_hospital ? 0 : 1) << "category " << category << " in rows " << begin << " to " << end;
        }
    };
    ASSERT_EQ(phases.size(), 7u);
    EXPECT_EQ(phases.members[0], (std::uint64_t{1} << kWorkforceCategories) - 1u);
    expect_partition(phases, 1, 7);
    ASSERT_EQ(strata.size(), 8u);
    expect_partition(strata, 0, 4);
    expect_partition(strata, 4, 6, true);  // who has no post is in none
    expect_partition(strata, 6, 8);
}

TEST(WorkforceReport, EverythingHasANameOfItsOwnAndLabelsInBothLanguages) {
    const auto expect_labels = [](const std::string& name, const Label& label) {
        EXPECT_FALSE(label.en.empty()) << name;
        EXPECT_FALSE(label.nl.empty()) << name;
    };
    const Workforce workforce;
    std::set<std::string> names;
    for (const OutcomeDecl& outcome : workforce.model().outcomes()) {
        EXPECT_TRUE(names.insert(outcome.name).second) << outcome.name;
        EXPECT_FALSE(outcome.unit.empty()) << outcome.name;
        EXPECT_FALSE(outcome.description.empty()) << outcome.name;
        EXPECT_LT(outcome.low, outcome.high) << outcome.name;
        expect_labels(outcome.name, outcome.label);
    }
    for (const Grouping* grouping : {&workforce.model().phases(), &workforce.model().strata()}) {
        for (std::size_t row = 0; row < grouping->size(); ++row) expect_labels(grouping->names[row], grouping->labels[row]);
    }
    for (const FieldTable* table : {&workforce.fields().person, &workforce.fields().team}) {
        for (const FieldDecl& field : table->decls()) expect_labels(field.name, field.label);
    }
    for (const auto& instrument : workforce.model().instruments()) expect_labels(instrument.name, instrument.label);
    for (const auto& parameter : workforce.model().vocabulary().parameters.decls()) expect_labels(parameter.path, parameter.meaning);
}

}  // namespace
}  // namespace bevlogen::testing
