// Responses to interventions under common random numbers: the sign in every replicate, and nothing where nothing was done.
#include <gtest/gtest.h>

#include <cstring>
#include <map>

#include "tests/unit/models/workforce_setup.hpp"

namespace bevlogen::testing {
namespace {

// Protects what a comparison is for: scenarios differ by the policy and by nothing else. Checks of equality have no sampling error; in
// differences of means it hardly counts, as the same persons have the same weeks in both (by phase and replicate they differ by .003).
constexpr double kScale = 0.05;  // 4 hospitals, some 3,200 persons

std::string intervention(const std::string& keys) {
    return "\n[[intervention]]\nname = \"test\"\ntitle = \"Test\"\nlevel = \"organisational\"\nsource = \"test\"\ndecides = "
           "[\"hospital\"]\n"
           "pays = [\"hospital\"]\nmust_agree = [\"hospital\"]\nstart = { weeks = 8 }\n" +
           keys;
}

class Response : public ::testing::Test {
  protected:
    // One year of burn-in and two years after it.
    std::unique_ptr<Simulation> run(const std::string& more, std::uint32_t replicate = 1, const std::string& base = "baseline.toml",
                                    double scale = kScale) {
        auto& scenario = scenarios_.emplace_back(std::make_unique<Scenario>(read_text(
            workforce_.model().vocabulary(), "title = \"test\"\nextends = \"" + base + "\"\n" + more, {"time.burn_in=1", "time.years=2"})));
        scenario->population_scale = scale;
        auto simulation = std::make_unique<Simulation>(workforce_.model(), *scenario, Chance{scenario->seed, replicate}, parallel_);
        simulation->advance(scenario->total_weeks());
        return simulation;
    }

    // Means by phase of one outcome among the last columns of measure_weekly(): burnout and engagement.
    struct Means {
        std::array<double, workforce::kPhases> burnout{}, engagement{};
    };
    Means means(const Simulation& simulation) const {
        constexpr std::size_t kWeekly = 12;  // workload ... absorption, burnout, engagement
        Means sum;
        std::array<double, workforce::kPhases> count{};
        for (const Block& block : simulation.population().blocks()) {
            OutcomeColumns columns;
            columns.prepare(kWeekly, block.padded_posts());
            simulation.dynamics().measure_weekly(block, columns);
            columns.work_out(block.posts());
            for (std::size_t i = 0; i < block.posts(); ++i) {
                if (block.person(workforce_.fields().engine.filled)[i] == 0) continue;
                const auto k = block.person(workforce_.fields().phase)[i];
                count[k] += 1.0;
                sum.burnout[k] += static_cast<double>(columns[kWeekly - 2][i]);
                sum.engagement[k] += static_cast<double>(columns[kWeekly - 1][i]);
            }
        }
        for (std::size_t k = 0; k < count.size(); ++k) sum.burnout[k] /= count[k], sum.engagement[k] /= count[k];
        return sum;
    }

    static double mean_of(const std::array<double, workforce::kPhases>& phases) {
        double sum = 0.0;
        for (const double phase : phases) sum += phase / workforce::kPhases;
        return sum;
    }

    // Posts of one kind of hospital, in one region or in all others, and how many of them have somebody whose life differs by any bit.
    struct Touched {
        std::size_t posts = 0, changed = 0;
    };
    Touched touched_in(workforce::Site site, bool in_region_0, const Simulation& a, const Simulation& b) const {
        const auto world = WorkforceParameters::read().world;
        Touched touched;
        for (std::size_t n = 0; n < a.population().blocks().size(); ++n) {
            const Block& of_a = a.population().blocks()[n];
            const Block& of_b = b.population().blocks()[n];
            for (std::size_t t = 0; t < of_a.teams(); ++t) {
                if (of_a.team_sites()[t] != workforce::index_of(site)) continue;
                if ((workforce::region_of(world, of_a.team_ids()[t]) == 0) != in_region_0) continue;
                for (std::size_t i = of_a.team_begin()[t]; i < of_a.team_begin()[t + 1]; ++i) {
                    ++touched.posts;
                    touched.changed += differs(of_a, of_b, i);
                }
            }
        }
        return touched;
    }

    Workforce workforce_;

  private:
    bool differs(const Block& a, const Block& b, std::size_t i) const {
        for (std::size_t f = 0; f < workforce_.fields().person.size(); ++f) {
            const auto of_a = a.person_bytes(f), of_b = b.person_bytes(f);
            const std::size_t size = of_a.size() / a.posts();
            if (std::memcmp(of_a.data() + i * size, of_b.data() + i * size, size) != 0) return true;
        }
        return false;
    }

    Parallel parallel_{1};
    std::vector<std::unique_ptr<Scenario>> scenarios_;  // outlive their simulations
};

TEST_F(Response, TheMoreWorkloadTheMoreBurnoutInEveryReplicate) {
    for (std::uint32_t replicate = 1; replicate <= 8; ++replicate) {
        std::vector<double> burnout;
        for (const char* shift : {"-0.5", "-0.1", "0.0", "0.1", "0.5", "1.0"}) {
            burnout.push_back(mean_of(means(*run(intervention(std::string("shift = { workload = ") + shift + " }\n"), replicate)).burnout));
        }
        for (std::size_t s = 1; s < burnout.size(); ++s)
            EXPECT_GT(burnout[s], burnout[s - 1]) << "replicate " << replicate << ", step " << s;
    }
}

TEST_F(Response, MoreAutonomyRaisesEngagementInEveryReplicate) {
    for (std::uint32_t replicate = 1; replicate <= 8; ++replicate) {
        const double without = mean_of(means(*run("", replicate)).engagement);
        EXPECT_GT(mean_of(means(*run(intervention("shift = { autonomy = 0.2 }\n"), replicate)).engagement), without)
            << "replicate " << replicate;
    }
}

TEST_F(Response, LessAdministrationLowersBurnoutAndRaisesEngagementInEachPhase) {
    for (std::uint32_t replicate = 1; replicate <= 4; ++replicate) {
        const Means as_is = means(*run("", replicate)), lighter = means(*run("", replicate, "less-administration.toml"));
        for (std::size_t k = 0; k < workforce::kPhases; ++k) {
            SCOPED_TRACE(workforce::phase_words()[k].name + ", replicate " + std::to_string(replicate));
            EXPECT_LT(lighter.burnout[k], as_is.burnout[k] - 0.02);        // seen: .043 to .048
            EXPECT_GT(lighter.engagement[k], as_is.engagement[k] + 0.02);  // seen: .053
        }
    }
}

TEST_F(Response, AnInterventionThatReachesNobodyChangesNoBit) {
    const auto nothing = run("")->checkpoint();
    const auto with = [&](const std::string& keys) { return run(intervention("shift = { workload = 1.0 }\n" + keys))->checkpoint(); };
    EXPECT_EQ(with("scope = { coverage = 0.0 }\n"), nothing);
    EXPECT_EQ(with("scope = { team_share = 0.0 }\n"), nothing);
    EXPECT_EQ(with("uptake = 0.0\n"), nothing);
    EXPECT_NE(with("scope = { coverage = 0.01 }\n"), nothing);  // the twin: one person in a hundred is enough
}

TEST_F(Response, AnInterventionOfNoStrengthChangesNoBit) {
    EXPECT_EQ(run(intervention("shift = { workload = 0.0 }\n"))->checkpoint(), run("")->checkpoint());
}

// At this scale region 0 has the one academic hospital and a general one, between which residents and coassistenten rotate.
TEST_F(Response, WhatIsDoneInAcademicHospitalsTouchesNobodyInGeneralOnesOfOtherRegions) {
    const std::string nobody_leaves = "[parameters]\n\"market.kind\" = \"none\"\n";
    const auto as_is = run(nobody_leaves),
               shifted = run(intervention("shift = { workload = 1.0 }\nscope = { hospitals = [\"academic\"] }\n") + nobody_leaves);
    const Touched elsewhere = touched_in(workforce::Site::general, false, *as_is, *shifted);
    EXPECT_EQ(elsewhere.changed, 0u);
    EXPECT_GT(elsewhere.posts, 500u);
    const Touched nearby = touched_in(workforce::Site::general, true, *as_is, *shifted);
    EXPECT_GT(nearby.changed, 0u);  // the twin: who came from the academic hospital brings it along
    EXPECT_LT(nearby.changed, nearby.posts);
    // All but the vacant posts, which nobody reaches: at most 3 in a hundred.
    const Touched academic = touched_in(workforce::Site::academic, true, *as_is, *shifted);
    EXPECT_GT(academic.changed, academic.posts * 96 / 100);
}

}  // namespace
}  // namespace bevlogen::testing
