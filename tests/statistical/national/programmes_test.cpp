// One programme under other conditions, with the same chance: who takes part, whom it harms or frustrates, and how far a policy gets that
// nobody mandates.
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

TEST_F(NationalProgrammes, ItFrustratesWhereAutonomyIsLow) {
    const std::string everybody = "[[intervention]]\nname = \"offer\"\ncoaching = { opt_out = true, released = true }\n";
    std::vector<Scenario> scenarios = {with(""), with(everybody)};
    scenarios[0].name = "base";
    const Carried carried = carry_out(std::move(scenarios));
    const double students = carried.difference(1, "management_friction", "coassistent").mean;
    const double seniors = carried.difference(1, "management_friction", "specialist_late").mean;
    RecordProperty("friction", std::to_string(students) + " of students, " + std::to_string(seniors) + " of late specialists");
    EXPECT_GT(students, 0.002);
    EXPECT_LT(std::abs(seniors), 0.25 * students);
}

// Of a policy that is left to hospitals a national one reaches few in two years; levels that act together carry each other.
TEST_F(NationalProgrammes, ANationalPolicyReachesFewHospitalsInTwoYearsAndLevelsTogetherReachMore) {
    const auto left = [](const char* file) {
        return std::string("[[intervention]]\nuse = \"interventions/") + file + ".toml\"\nmandate = false\n";
    };
    const std::vector<const char*> files = {"challenge-support", "speech-to-record", "multi-year-agreements"};
    std::string together;
    std::vector<double> alone;
    const auto adopted = [&](const std::string& interventions) {
        std::vector<Scenario> scenarios = {with("", {"population.scale=1"}), with(interventions, {"population.scale=1"})};
        scenarios[0].name = "base";
        const Carried carried = carry_out(std::move(scenarios));
        EXPECT_EQ(carried.level(0, "adopted").mean, 0.0);
        return carried.level(1, "adopted").mean;
    };
    double mean = 0.0;
    for (const char* file : files) {
        alone.push_back(adopted(left(file)));
        together += left(file);
        mean += alone.back() / static_cast<double>(files.size());
        RecordProperty(file, std::to_string(alone.back()));
    }
    const double of_all = adopted(together);
    RecordProperty("together", std::to_string(of_all));
    EXPECT_LT(alone[2], 0.35);            // national
    EXPECT_GT(alone[0], alone[1] + 0.1);  // individual before organisational
    EXPECT_GT(alone[1], alone[2]);        // organisational before national
    EXPECT_GT(of_all, mean + 0.02);       // each gets further in company than alone
}

}  // namespace
}  // namespace bevlogen::statistical
