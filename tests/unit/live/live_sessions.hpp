// Small sessions of the whole model.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sim/live/session.hpp"
#include "tests/unit/engine/house_runs.hpp"

namespace bevlogen::testing {

inline constexpr const char* kCoaching = "interventions/challenge-support.toml";
inline constexpr const char* kAdministration = "interventions/less-administration.toml";

class LiveSessions : public ::testing::Test {
  protected:
    static SessionPolicy policy(const std::string& years = "2", const std::string& base = "baseline.toml") {
        std::vector<Override> overrides;
        for (const char* set : {"population.scale=0.01", "time.burn_in=1"}) overrides.push_back(parse_override(set));
        overrides.push_back(parse_override("time.years=" + years));
        return {base, vocabularies(), scenario_folder(), overrides};
    }
    Session session(const std::string& years = "2") { return {*shelf().find("workforce"), policy(years), parallel}; }
    static void go_to(Session& session, int week) {
        while (session.week() < Week{week}) session.advance();
    }
    // The run of a scenario from its start, as `bevlogen run` does it, to the same week.
    std::unique_ptr<LiveRun> run_from_start(const Scenario& scenario, Week week) {
        auto run = std::make_unique<LiveRun>(*shelf().find(scenario.model), scenario,
                                             Chance{scenario.seed, static_cast<std::uint32_t>(scenario.first_replicate)}, parallel);
        while (run->week() < week) run->advance();
        return run;
    }
    // The saved file, read as any other.
    static Scenario saved(const SessionPolicy& policy) { return scenario_of_text(policy.text({"a session", "een sessie"})); }
    static void expect_identical(const LiveRun& a, const LiveRun& b) {
        EXPECT_EQ(a.week(), b.week());
        EXPECT_EQ(a.simulation().checkpoint(), b.simulation().checkpoint());
        EXPECT_EQ(a.record(), b.record());
    }

    Parallel parallel{2};
};

}  // namespace bevlogen::testing
