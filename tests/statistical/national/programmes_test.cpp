// One programme under other conditions, with the same chance: who takes part, whom it harms or frustrates, and how far a policy gets that
// nobody mandates.
#include <array>

#include "models/workforce/fields.hpp"
#include "sim/engine/simulation.hpp"
#include "tests/statistical/national/national_run.hpp"

namespace bevlogen::statistical {
namespace {

// Differences under the same chance over a fifth of the population, two replicates; bounds are wide beside what was seen.
class NationalProgrammes : public NationalRun {
  protected:
    static Scenario with(const std::string& interventions, const Sets& more = {}) {
        Sets sets = {"population.scale=0.2", "run.replicates=2", "time.years=2"};
        sets.insert(sets.end(), more.begin(), more.end());
        return testing::scenario_of_text("title = \"test\"\nextends = \"baseline.toml\"\n" + interventions, sets);
    }
    // Open to all residents, mailed; keys of coaching follow.
    static std::string offer(const std::string& keys) {
        return "[[intervention]]\nname = \"offer\"\nscope = { phases = [\"anios\", \"aios\"] }\ncoaching = { mail = true, " + keys + " }\n";
    }
    // Share of residents who took part within two years.
    double uptake(const std::string& interventions, const Sets& more = {}) const {
        std::vector<Scenario> scenarios = {with("", more), with(interventions, more)};
        scenarios[0].name = "base";
        const Carried carried = carry_out(std::move(scenarios));
        return carried.level(1, "coaching_taken_part", "aios").mean;
    }
};

TEST_F(NationalProgrammes, UptakeFallsWithStigmaAndPriceAndAnUnsupportiveSupervisorWhoKnows) {
    const double usual = uptake(offer("supervisor = \"invited\""));
    const std::string culture = "[[intervention]]\nname = \"a-culture\"\nculture = { stigma = 0.5 }\n";
    const std::string cold = "[[intervention]]\nname = \"a-cold\"\nstart = { week = 0 }\nshift = { supervisor_support = -1.5 }\n";
    const double stigma = uptake(culture + offer("supervisor = \"invited\""));
    const double price = uptake(offer("supervisor = \"invited\", price_person = 400"));
    const double unsupportive = uptake(cold + offer("supervisor = \"invited\"")),
                 unaware = uptake(cold + offer("supervisor = \"unaware\""));
    RecordProperty("uptake", std::to_string(usual) + " usual, " + std::to_string(stigma) + " stigma, " + std::to_string(price) +
                                 " price, " + std::to_string(unsupportive) + " unsupportive, " + std::to_string(unaware) + " unaware");
    EXPECT_GT(usual, 0.02);
    EXPECT_LT(stigma, 0.85 * usual);
    EXPECT_LT(price, 0.6 * usual);
    EXPECT_LT(unsupportive, 0.95 * usual);
    EXPECT_GT(unaware, 1.2 * unsupportive);  // whom the supervisor does not know of need not fear
}

TEST_F(NationalProgrammes, UptakeRisesAsColleaguesTakePart) {
    // Specialists are enrolled first; residents of the same teams see them.
    const std::string seniors =
        "[[intervention]]\nname = \"a-seniors\"\nscope = { phases = [\"specialist_mid\", \"specialist_late\", \"jonge_klare\"] }\n"
        "coaching = { opt_out = true }\n";
    const double alone = uptake(offer("sessions = 6")), in_company = uptake(seniors + offer("sessions = 6"));
    RecordProperty("uptake", std::to_string(alone) + " alone, " + std::to_string(in_company) + " in company");
    EXPECT_GT(in_company, 1.2 * alone);
    // The twin: where nobody looks at colleagues, what is left is the stigma that falls with those who take part.
    const Sets blind = {"coaching.enrolment.on_team_mates=0", "coaching.shift.stigma_per_participant=0"};
    EXPECT_LT(uptake(seniors + offer("sessions = 6"), blind), 1.1 * uptake(offer("sessions = 6"), blind));
}

// At a load of 1.2 (ln 1.2 is .18 beyond what follows from the roster), sessions every week in time of one's own, and half the gain.
TEST_F(NationalProgrammes, WeeklyUnreleasedSessionsUnderLoadHarm) {
    const std::string busy = "[[intervention]]\nname = \"a-busy\"\nvolume = { demand = 0.2 }\n";
    const auto of = [&](const std::string& keys, const Sets& sets) {
        std::vector<Scenario> scenarios = {with(busy, sets),
                                           with(busy + offer("opt_out = true, sessions = 52, spacing = 1, " + keys), sets)};
        scenarios[0].name = "base";
        const Carried carried = carry_out(std::move(scenarios));
        const Estimate load = carried.level(0, "log_load", "aios"), exhaustion = carried.difference(1, "exhaustion", "aios");
        RecordProperty(keys, std::to_string(load.mean) + " load, " + std::to_string(exhaustion.mean) + " exhaustion");
        EXPECT_GT(load.mean, 0.1);
        return exhaustion.mean;
    };
    const Sets half = {"time.years=1", "coaching.gain.size=0.36"};
    EXPECT_GT(of("minutes = 90, location = \"away\", cancel = false, released = false", half), 0.01);
    // The twins: in released time, or with the whole gain and an ordinary rhythm, it does not.
    EXPECT_LT(of("minutes = 90, location = \"away\", cancel = false, released = true", half), 0.0);
}

// The same programme in teams of the lowest autonomy and of the highest: resilience without room frustrates.
TEST_F(NationalProgrammes, ItFrustratesWhereAutonomyIsLow) {
    const std::string everybody = "[[intervention]]\nname = \"offer\"\ncoaching = { opt_out = true, released = true }\n";
    const Scenario without = with("", {"time.years=1"}), offered = with(everybody, {"time.years=1"});
    const Model& model = testing::model_of(offered);
    const auto& f = static_cast<const workforce::WorkforceFields&>(model.fields());
    Parallel parallel(2);
    Simulation a(model, without, {without.seed, 1}, parallel), b(model, offered, {offered.seed, 1}, parallel);
    const Week end = offered.burn_in_weeks() + Week{40};
    a.advance(end);
    b.advance(end);
    const auto friction = f.factor[factor_of(workforce::Demand::management_friction)];
    const auto autonomy = f.team_effect[factor_of(workforce::Resource::autonomy)];
    std::array<double, 2> change{}, persons{};  // of teams below -0.5 and above 0.5
    for (std::size_t k = 0; k < a.population().blocks().size(); ++k) {
        const Block &before = a.population().blocks()[k], &after = b.population().blocks()[k];
        for (std::size_t t = 0; t < after.teams(); ++t) {
            const float of_team = after.team(autonomy)[t];
            if (workforce::is_pool(after.team_sites()[t]) || std::abs(of_team) < 0.5f) continue;
            const std::size_t group = of_team < 0.0f ? 0 : 1;
            for (std::size_t i = after.team_begin()[t]; i < after.team_begin()[t + 1]; ++i) {
                if (after.person(f.engine.filled)[i] == 0 || before.person(f.engine.filled)[i] == 0) continue;
                if (after.person_at(i, f.engine) != before.person_at(i, f.engine)) continue;
                change[group] += static_cast<double>(after.person(friction)[i]) - static_cast<double>(before.person(friction)[i]);
                persons[group] += 1.0;
            }
        }
    }
    const double low = change[0] / persons[0], high = change[1] / persons[1];
    RecordProperty("friction", std::to_string(low) + " SD where autonomy is low, " + std::to_string(high) + " where it is high");
    EXPECT_GT(low, 0.001);
    EXPECT_LT(std::abs(high), 0.75 * low);  // some in such teams lack it all the same: seen .0018 and .0010
}

// Of a policy that is left to hospitals a national one reaches few in two years; levels that act together carry each other.
TEST_F(NationalProgrammes, ANationalPolicyReachesFewHospitalsInTwoYearsAndLevelsTogetherReachMore) {
    const auto left = [](const char* file) {
        return std::string("[[intervention]]\nuse = \"interventions/") + file + ".toml\"\nmandate = false\n";
    };
    const std::vector<const char*> files = {"challenge-support", "speech-to-record", "multi-year-agreements"};
    std::string together;
    std::vector<double> alone;
    const auto adopted = [&](const std::string& interventions, Sets sets = {}) {
        sets.emplace_back("population.scale=1");
        std::vector<Scenario> scenarios = {with("", sets), with(interventions, sets)};
        scenarios[0].name = "base";
        const Carried carried = carry_out(std::move(scenarios));
        EXPECT_EQ(carried.level(0, "adopted").mean, 0.0);
        return carried.level(1, "adopted").mean;
    };
    for (const char* file : files) {
        alone.push_back(adopted(left(file)));
        together += left(file);
        RecordProperty(file, std::to_string(alone.back()));
    }
    const double mean = (alone[0] + alone[1] + alone[2]) / 3.0;
    const double of_all = adopted(together), uncarried = adopted(together, {"adoption.per_level=0"});
    RecordProperty("together", std::to_string(of_all));
    RecordProperty("uncarried", std::to_string(uncarried));
    EXPECT_LT(alone[2], 0.35);            // national
    EXPECT_GT(alone[0], alone[1] + 0.1);  // individual before organisational
    EXPECT_GT(alone[1], alone[2]);        // organisational before national
    // Each gets further in company than alone, with the same chance. The twin: not where levels do not carry each other.
    EXPECT_GT(of_all, mean + 0.01);
    EXPECT_NEAR(uncarried, mean, 1e-4);
}

}  // namespace
}  // namespace bevlogen::statistical
