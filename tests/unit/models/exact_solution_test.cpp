// Without chance and feedbacks the whole model, whatever it does beside, equals the exact solution of its linear differential equations.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/unit/models/scalar_jdr.hpp"

namespace bevlogen::testing {
namespace {

using workforce::Demand;
using workforce::Resource;

constexpr double kTolerance = 4e-5;  // floats of size 4, up to two hundred weeks of rounding

// No spread within persons, nobody ill, no event, no shock, no season, no growth, no feedback, no contagion, nothing felt by newcomers.
// What lasts stays: effects of phases, teams, leaders, traits, personal levels; and persons rotate.
std::vector<std::string> still(const Vocabulary& vocabulary) {
    std::vector<std::string> sets = {"factors.spread=0",
                                     "jdr.needs_scale=1",
                                     "jdr.strain_scale=0.65",
                                     "work.hours.spread=0",
                                     "personal.slow_spread=0",
                                     "work.shock.spread=0",
                                     "work.season.amplitude=0",
                                     "work.growth=0",
                                     "absence.short_illness.hazard=0",
                                     "absence.long_illness.hazard=0",
                                     "absence.burnout.hazard=0",
                                     "absence.maternity.a_year=0",
                                     "events.complaint.hazard=0",
                                     "events.severe_case.hazard=0",
                                     "events.conflict.hazard=0",
                                     "newcomer.role_unclarity=0",
                                     "newcomer.colleague_support=0",
                                     "newcomer.supervisor_support=0",
                                     "fragmentation.effect=0",
                                     "world.leader.burnout_cost=0",
                                     "jdr.contagion=0",
                                     "market.kind=none"};
    for (const ParameterDecl& decl : vocabulary.parameters.decls()) {
        // The scenario's are calibrated, those of the parameters beside it are not.
        if (decl.path.starts_with("reference.")) sets.push_back(decl.path + (decl.path.ends_with(".sd") ? "=1.1" : "=0.1"));
        if (decl.path.starts_with("feedback.") || decl.path.starts_with("jdr.spread.")) sets.push_back(decl.path + "=0");
    }
    return sets;
}

class ExactSolution : public ::testing::Test {
  protected:
    ExactSolution()
        : sets_(still(workforce_.model().vocabulary())), parameters_(WorkforceParameters::read(sets_)), equations_(parameters_, {}) {}

    // Whom we follow: not who rotates, and so changes team effects.
    struct Followed {
        std::size_t block = 0, post = 0;
        ScalarPerson start;
        std::array<double, 16> target{};
    };

    // Starts everybody where `place` says, and calls look(weeks) at some weeks; `more` are values set beside.
    template <class Place, class Look>
    void live(const Place& place, const Look& look, const std::vector<std::string>& more = {}) {
        std::vector<std::string> sets = sets_;
        sets.insert(sets.end(), more.begin(), more.end());
        sets.insert(sets.end(), {"time.burn_in=0", "time.years=4"});
        const Scenario scenario = workforce_.baseline(0.01, sets);
        Parallel one(1);
        Simulation simulation(workforce_.model(), scenario, Chance{scenario.seed, 1}, one);
        followed_.clear();
        for (std::size_t b = 0; b < simulation.population().blocks().size(); ++b) follow(simulation.population().blocks()[b], b, place);
        ASSERT_GT(followed_.size(), 200u);
        for (const int weeks : {4, 12, 52, 104, 208}) {
            simulation.advance(Week{weeks});
            look(simulation, weeks);
        }
    }

    double at(const Simulation& simulation, const Followed& who, Field<float> field) const {
        return simulation.population().blocks()[who.block].person(field)[who.post];
    }

    Workforce workforce_;
    std::vector<std::string> sets_;
    WorkforceParameters parameters_;
    ScalarJdr equations_;
    std::vector<Followed> followed_;

  private:
    template <class Place>
    void follow(Block& block, std::size_t b, const Place& place) {
        const auto& f = workforce_.fields();
        for (std::size_t t = 0; t < block.teams(); ++t) {
            for (std::size_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
                const auto kind = workforce::post_kind_of(block.post_kinds()[i]);
                const bool rotates = kind == workforce::PostKind::aios || kind == workforce::PostKind::coassistent;
                if (rotates || block.person(f.engine.filled)[i] == 0) continue;
                Followed who{b, i, {}, {}};
                ScalarPerson& q = who.start;
                q.id = block.person_at(i, f.engine);
                q.phase = block.person(f.phase)[i];
                q.filled = true;
                q.t_strain = block.person(f.t_strain)[i], q.t_zest = block.person(f.t_zest)[i];
                for (std::size_t j = 0; j < 16; ++j) {
                    who.target[j] = centred(parameters_.factors, j, q.phase) + static_cast<double>(block.team(f.team_effect[j])[t]);
                }
                const double leader = block.team(f.leader_now)[t];
                const auto& world = parameters_.world;
                who.target[factor_of(Resource::supervisor_support)] += world.leader_on_supervisor_support * leader;
                who.target[factor_of(Resource::recognition)] += world.leader_on_recognition * leader;
                who.target[factor_of(Demand::management_friction)] += world.leader_on_management_friction * leader;
                Stream draws(Chance{7, 1}, q.id.value, Week{0}, Purpose{0x7005});
                for (std::size_t k = 0; k < 3; ++k) q.base[k] = block.person(f.personal_base[k])[i];
                place(who, [&] { return 5.0 * draw_uniform(draws) - 2.5; });
                for (std::size_t j = 0; j < 16; ++j) block.person(f.factor[j])[i] = static_cast<float>(q.x[j]);
                for (std::size_t k = 0; k < 3; ++k) block.person(f.personal_slow[k])[i] = static_cast<float>(q.slow[k]);
                for (std::size_t o = 0; o < 5; ++o) block.person(outcomes_of(f)[o])[i] = static_cast<float>(q.y[o]);
                followed_.push_back(who);
            }
        }
    }
};

// Everything off its target.
const auto kAnywhere = [](auto& who, const auto& anything) {
    for (double& x : who.start.x) x = anything();
    for (double& slow : who.start.slow) slow = anything();
    for (double& y : who.start.y) y = anything();
};

// Factors and personal resources at rest, outcomes not.
const auto kFactorsAtRest = [](auto& who, const auto& anything) {
    who.start.x = who.target;
    who.start.slow = who.start.base;
    for (double& y : who.start.y) y = anything();
};

TEST_F(ExactSolution, FactorsAndPersonalResourcesReturnExponentially) {
    live(kAnywhere, [&](const Simulation& simulation, int weeks) {
        for (const Followed& who : followed_) {
            SCOPED_TRACE("person " + std::to_string(who.start.id.value) + ", week " + std::to_string(weeks));
            for (std::size_t j = 0; j < 16; ++j) {
                const double left = std::exp(-weeks / static_cast<double>(parameters_.factors.relaxation[j]));
                EXPECT_NEAR(at(simulation, who, workforce_.fields().factor[j]), who.target[j] + (who.start.x[j] - who.target[j]) * left,
                            kTolerance)
                    << workforce::factor_words()[j].name;
            }
            for (std::size_t k = 0; k < 3; ++k) {
                const double left = std::exp(-weeks / static_cast<double>(parameters_.factors.personal_relaxation));
                EXPECT_NEAR(at(simulation, who, workforce_.fields().personal_slow[k]),
                            who.start.base[k] + (who.start.slow[k] - who.start.base[k]) * left, kTolerance);
            }
        }
    });
}

// a + b r^t + ...: what a quantity is after t weeks, as a sum of powers.
struct Powers {
    double rest = 0.0;
    std::vector<std::pair<double, double>> terms;  // b, r

    double after(int weeks) const {
        double value = rest;
        for (const auto& [b, r] : terms) value += b * std::pow(r, weeks);
        return value;
    }
    // Of y(t + 1) = y(t) + (constant + slope this(t) - y(t)) (1 - e^(-1/tau)) from y(0) = start.
    Powers driven(double constant, double slope, double tau, double start) const {
        const double own = std::exp(-1.0 / tau), gain = 1.0 - own;
        Powers y{constant + slope * rest, {}};
        double offset = start - y.rest;
        for (const auto& [b, r] : terms) {
            y.terms.emplace_back(gain * slope * b / (r - own), r);
            offset -= y.terms.back().first;
        }
        y.terms.emplace_back(offset, own);
        return y;
    }
};

TEST_F(ExactSolution, OutcomesFollowTheirCascadeWhenFactorsAreAtRest) {
    live(kFactorsAtRest, [&](const Simulation& simulation, int weeks) {
        const auto& p = parameters_.jdr;
        std::size_t rising = 0, falling = 0;
        for (const Followed& who : followed_) {
            ScalarPerson at_zero = who.start;
            at_zero.y = {};
            const auto constant = equations_.outcome_targets({at_zero}, 0, at_zero);
            const auto& y0 = who.start.y;
            const double tau = constant[0] > y0[0] ? p.exhaustion_up : p.exhaustion_down;
            ++(constant[0] > y0[0] ? rising : falling);
            const Powers exhaustion = Powers{}.driven(constant[0], 0.0, tau, y0[0]);
            const Powers distance = exhaustion.driven(constant[1], p.distance_on_exhaustion, p.relaxation[1], y0[1]);
            const std::array<Powers, 5> outcome = {exhaustion, distance,
                                                   exhaustion.driven(constant[2], -p.vigour_on_exhaustion, p.relaxation[2], y0[2]),
                                                   distance.driven(constant[3], -p.dedication_on_distance, p.relaxation[3], y0[3]),
                                                   Powers{}.driven(constant[4], 0.0, p.relaxation[4], y0[4])};
            SCOPED_TRACE("person " + std::to_string(who.start.id.value) + ", week " + std::to_string(weeks));
            for (std::size_t o = 0; o < 5; ++o) {
                EXPECT_NEAR(at(simulation, who, outcomes_of(workforce_.fields())[o]), outcome[o].after(weeks), kTolerance)
                    << "outcome " << o;
            }
        }
        EXPECT_GT(std::min(rising, falling), 20u);
    });
}

// From anywhere the outcomes follow the weekly equations, which E12's threshold and products keep from having a closed form.
TEST_F(ExactSolution, FromAnywhereOutcomesFollowTheWeeklyEquations) {
    std::vector<ScalarPerson> now;
    int week = 0;
    live(kAnywhere, [&](const Simulation& simulation, int weeks) {
        if (now.empty()) {
            for (const Followed& who : followed_) now.push_back(who.start);
        }
        for (; week < weeks; ++week) {
            for (std::size_t n = 0; n < now.size(); ++n) {
                ScalarPerson& q = now[n];
                const double left = week + 1.0;
                for (std::size_t j = 0; j < 16; ++j) {
                    q.x[j] = followed_[n].target[j] + (followed_[n].start.x[j] - followed_[n].target[j]) *
                                                          std::exp(-left / static_cast<double>(parameters_.factors.relaxation[j]));
                }
                for (std::size_t k = 0; k < 3; ++k) {
                    q.slow[k] = q.base[k] + (followed_[n].start.slow[k] - q.base[k]) *
                                                std::exp(-left / static_cast<double>(parameters_.factors.personal_relaxation));
                }
                const auto star = equations_.outcome_targets({q}, 0, q);
                const auto& p = parameters_.jdr;
                for (std::size_t o = 0; o < 5; ++o) {
                    const double tau = o > 0 ? p.relaxation[o] : star[0] > q.y[0] ? p.exhaustion_up : p.exhaustion_down;
                    q.y[o] += (star[o] - q.y[o]) * (1.0 - std::exp(-1.0 / tau));
                }
            }
        }
        for (std::size_t n = 0; n < now.size(); ++n) {
            for (std::size_t o = 0; o < 5; ++o) {
                EXPECT_NEAR(at(simulation, followed_[n], outcomes_of(workforce_.fields())[o]), now[n].y[o], 5.0 * kTolerance)
                    << "person " << now[n].id.value << ", week " << weeks << ", outcome " << o;
            }
        }
    });
}

// The twins: what was switched off is seen when it is on.
TEST_F(ExactSolution, EachPieceThatWasSwitchedOffWouldBeSeen) {
    for (const char* piece :
         {"factors.spread=0.1", "feedback.strain_on_workload=0.1", "feedback.crafting=0.02", "feedback.load_on_workload=1",
          "feedback.household=0.1", "events.severe_case.hazard=0.02", "absence.short_illness.hazard=0.05"}) {
        std::vector<std::string> on = {piece};
        if (std::string(piece).starts_with("absence")) on.push_back("feedback.on_leave_target=-1.5");
        double largest = 0.0;
        live(
            kAnywhere,
            [&](const Simulation& simulation, int weeks) {
                for (const Followed& who : followed_) {
                    for (std::size_t j = 0; j < 16; ++j) {
                        const double left = std::exp(-weeks / static_cast<double>(parameters_.factors.relaxation[j]));
                        const double expected = who.target[j] + (who.start.x[j] - who.target[j]) * left;
                        largest = std::max(largest, std::abs(at(simulation, who, workforce_.fields().factor[j]) - expected));
                    }
                }
            },
            on);
        EXPECT_GT(largest, 100.0 * kTolerance) << piece;
    }
}

}  // namespace
}  // namespace bevlogen::testing
