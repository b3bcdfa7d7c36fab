// The model as most would write it first: a vector of objects, doubles, std::mt19937, compiled with -O2 for any x86-64.
#include "bench/jdr_mini_objects.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace bevlogen::bench {
namespace {

struct Agent {
    double b = 2.0, e = 4.0;
    double w, a, s, k;
    bool on_leave = false;
    std::size_t team;
};

struct Team {
    double b = 0.0, e = 0.0, on_leave = 0.0;
    int members = 0;
};

double fraction(double x) { return x - std::floor(x); }

}  // namespace

struct JdrObjects::State {
    std::vector<Agent> agents;
    std::vector<Team> teams;
    std::mt19937 generator;
    std::normal_distribution<double> normal;
    std::uniform_real_distribution<double> uniform;
};

JdrObjects::JdrObjects(std::size_t agents, std::uint32_t seed) : state_(std::make_unique<State>()) {
    state_->generator.seed(seed);
    state_->teams.resize((agents + kTeamSize - 1) / kTeamSize);
    for (std::size_t i = 0; i < agents; ++i) {
        const auto x = static_cast<double>(i);
        Agent agent;
        agent.w = 2.0 + 2.0 * fraction(x * 0.6180339887498949);
        agent.a = 2.0 + 2.0 * fraction(x * 0.7548776662466927);
        agent.s = 2.0 + 2.0 * fraction(x * 0.5698402909980532);
        agent.k = 0.5 + fraction(x * 0.8191725133961645);
        agent.team = i / kTeamSize;
        state_->agents.push_back(agent);
    }
}

JdrObjects::~JdrObjects() = default;

std::size_t JdrObjects::agents() const { return state_->agents.size(); }

void JdrObjects::step(std::int32_t weeks) {
    State& state = *state_;
    for (std::int32_t week = 0; week < weeks; ++week) {
        for (Team& team : state.teams) team = {};
        for (const Agent& agent : state.agents) {
            Team& team = state.teams[agent.team];
            team.b += agent.b;
            team.e += agent.e;
            team.on_leave += agent.on_leave ? 1.0 : 0.0;
            ++team.members;
        }
        for (Team& team : state.teams) {
            team.b /= team.members;
            team.e /= team.members;
            team.on_leave /= team.members;
        }
        for (Agent& agent : state.agents) {
            const Team& team = state.teams[agent.team];
            const double demands = agent.w * (1.0 + 0.5 * team.on_leave);
            const double resources = 0.5 * (agent.a + agent.s);
            agent.b += agent.k * (demands - 0.6 * resources) * 0.1 - 0.05 * agent.b + 0.02 * (team.b - agent.b) +
                       0.05 * state.normal(state.generator);
            agent.e += 0.1 * resources - 0.03 * demands - 0.05 * agent.e + 0.02 * (team.e - agent.e) + 0.05 * state.normal(state.generator);
            agent.b = std::clamp(agent.b, 0.0, 6.0);
            agent.e = std::clamp(agent.e, 0.0, 6.0);
            const double u = state.uniform(state.generator);
            if (agent.on_leave) {
                if (u < 0.05) {
                    agent.on_leave = false;
                    agent.b = std::max(0.0, agent.b - 0.5);
                }
            } else if (u < 0.002 * std::max(0.0, agent.b - 3.0)) {
                agent.on_leave = true;
            }
        }
    }
}

JdrSummary JdrObjects::summary() const {
    JdrSummary sum;
    for (const Agent& agent : state_->agents) {
        sum.exhaustion += agent.b;
        sum.engagement += agent.e;
        sum.on_leave += agent.on_leave ? 1.0 : 0.0;
    }
    const auto n = static_cast<double>(state_->agents.size());
    return {sum.exhaustion / n, sum.engagement / n, sum.on_leave / n};
}

}  // namespace bevlogen::bench
