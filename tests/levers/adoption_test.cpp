// Adoption: hospitals begin one after another, each for all of its teams, and only those in scope.
#include "models/interventions/adoption.hpp"

#include <gtest/gtest.h>

#include <map>

#include "tests/unit/models/workforce_setup.hpp"

namespace bevlogen::testing {
namespace {

// Hospitals of half of the Netherlands by what they have adopted of the first intervention.
struct Adopted {
    std::map<std::uint32_t, bool> by_hospital;
    std::size_t mixed = 0;  // hospitals whose teams differ
    std::size_t count() const {
        std::size_t all = 0;
        for (const auto& [hospital, has] : by_hospital) all += has;
        return all;
    }
};

Adopted adopted_in(const std::string& keys, int weeks) {
    static const std::unique_ptr<Model> model = make_workforce_model();
    const auto& f = static_cast<const workforce::WorkforceFields&>(model->fields());
    const Scenario scenario =
        read_text(model->vocabulary(), "title = \"t\"\nextends = \"baseline.toml\"\n[[intervention]]\nname = \"a\"\n" + keys,
                  {"population.scale=0.5", "time.burn_in=0", "time.years=4"});
    Parallel one(1);
    Simulation simulation(*model, scenario, {scenario.seed, 1}, one);
    simulation.advance(Week{weeks});
    Adopted seen;
    for (const Block& block : simulation.population().blocks()) {
        for (std::size_t t = 0; t < block.teams(); ++t) {
            if (workforce::is_pool(block.team_sites()[t])) continue;
            const bool has = (block.team(f.adopted[0])[t] & 1u) != 0;
            const auto [at, is_new] = seen.by_hospital.insert({block.team_ids()[t].hospital(), has});
            seen.mixed += !is_new && at->second != has;
        }
    }
    return seen;
}

TEST(Adoption, LevelsDifferInHowSoonHospitalsBegin) {
    const std::string lever = "shift = { recovery = 0.2 }\nmandate = false\n";
    const Adopted individual = adopted_in(lever + "level = \"individual\"\n", 104);
    const Adopted national = adopted_in(lever + "level = \"national\"\nmust_agree = [\"a\", \"b\", \"c\"]\n", 104);
    EXPECT_EQ(individual.mixed + national.mixed, 0u);
    EXPECT_EQ(individual.by_hospital.size(), 35u);
    EXPECT_GT(individual.count(), 33u);
    EXPECT_LT(national.count(), 20u);
    EXPECT_GE(adopted_in(lever + "level = \"national\"\nmust_agree = [\"a\", \"b\", \"c\"]\n", 208).count(), national.count());
}

TEST(Adoption, AMandatedPolicyAndOneThatReachesNobodyAreAdoptedByNobody) {
    EXPECT_EQ(adopted_in("shift = { recovery = 0.2 }\n", 52).count(), 0u);
    EXPECT_EQ(adopted_in("shift = { recovery = 0.2 }\nmandate = false\nscope = { coverage = 0 }\n", 52).count(), 0u);
}

TEST(Adoption, OnlyHospitalsInScopeBegin) {
    const Adopted seen =
        adopted_in("shift = { recovery = 0.2 }\nmandate = false\nlevel = \"individual\"\nscope = { hospitals = \"academic\" }\n", 104);
    EXPECT_GT(seen.count(), 2u);
    EXPECT_LE(seen.count(), 4u);
}

}  // namespace
}  // namespace bevlogen::testing
