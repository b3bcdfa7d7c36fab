// Shortage is felt: fewer or more training places after years, and a team that loses people at once, whatever others of the hospital do.
#include <map>
#include <set>

#include "models/workforce/fields.hpp"
#include "models/workforce/relocation.hpp"
#include "sim/engine/simulation.hpp"
#include "tests/statistical/national/national_run.hpp"

namespace bevlogen::statistical {
namespace {

// Differences under the same chance, means of four replicates of some 17,400 persons: what was seen lies eight or more standard errors
// within the bounds, so that chance fails a check far less often than once in a million sets of draws.
class NationalTraining : public NationalRun {
  protected:
    const Sets sets_ = {"population.scale=0.4", "run.replicates=4"};

    // In SD between persons of the base in that year; shares in points.
    double difference_in(const Carried& carried, int year, const std::string& name, const std::string& of) const {
        const std::size_t outcome = carried.outcome(name), phase = carried.phase(of);
        const auto& levels = carried.result.levels;
        const Estimate found = paired_difference(levels.values(0, outcome, phase, year), levels.values(1, outcome, phase, year));
        const bool is_share = carried.model->outcomes()[outcome].shape == Shape::share;
        const double value = is_share ? 100.0 * found.mean : found.mean / levels.base_sd(outcome, phase, year);
        RecordProperty(name + "_" + of + "_" + std::to_string(year), std::to_string(value));
        return value;
    }
};

// Half the places from year two on: who is in training stays, so that nothing is felt at first; then registered specialists are missing.
TEST_F(NationalTraining, HalfTheIntakeIsFeltAfterYearsAndNotAtOnce) {
    const Carried carried = carry_out({"baseline.toml", "half-training-intake.toml"}, sets_);
    for (const char* outcome : {"log_load", "workload", "burnt_out"}) {
        SCOPED_TRACE(outcome);
        const double at_first = difference_in(carried, 2, outcome, "all"), at_last = difference_in(carried, 10, outcome, "all");
        EXPECT_GT(at_last, 0.0);
        EXPECT_GT(at_last, 4.0 * std::abs(at_first));
    }
    EXPECT_GT(difference_in(carried, 10, "log_load", "all"), 0.1);
    EXPECT_GT(difference_in(carried, 10, "workload", "all"), 0.05);
    EXPECT_GT(difference_in(carried, 10, "burnt_out", "all"), 0.3);
    EXPECT_GT(difference_in(carried, 10, "job_insecurity", "anios"), 0.1);
}

TEST_F(NationalTraining, TwiceTheIntakeRelievesWhoWaitsAndCrowdsWhoIsReady) {
    const Carried carried = carry_out({"baseline.toml", "double-training-intake.toml"}, sets_);
    EXPECT_LT(difference_in(carried, 5, "job_insecurity", "anios"), -0.1);
    EXPECT_GT(difference_in(carried, 10, "job_insecurity", "jonge_klare"), 0.1);
    EXPECT_LT(std::abs(difference_in(carried, 2, "job_insecurity", "jonge_klare")), 0.05);
}

// One team in each of 70 hospitals loses every fourth of its doctors at the end of the burn-in; their posts become vacancies like others.
class StaffingSpiral : public ::testing::Test {
  protected:
    struct Felt {
        double load = 0.0, workload = 0.0;      // of the team and its mean, in SD between teams
        double of_team = 0.0, of_others = 0.0;  // workload in SD between persons
    };

    // Means over the clearings of those weeks after the loss.
    static Felt lose(std::size_t one_in, int from_week, int to_week, const Sets& more = {}) {
        Sets sets = {"population.scale=1", "time.burn_in=2", "time.years=1"};
        sets.insert(sets.end(), more.begin(), more.end());
        const Scenario scenario = testing::house_scenario("baseline.toml", sets);
        const Model& model = testing::model_of(scenario);
        const auto& f = static_cast<const workforce::WorkforceFields&>(model.fields());
        Parallel parallel(2);
        Simulation with(model, scenario, {scenario.seed, 1}, parallel), without(model, scenario, {scenario.seed, 1}, parallel);
        without.advance(scenario.burn_in_weeks());
        with.restore(without.checkpoint());
        const std::set<std::uint32_t> hit = remove(with.population().blocks(), f, one_in);
        Sums sums;
        for (int week = from_week; week <= to_week; week += kWeeksPerEpoch) {
            with.advance(scenario.burn_in_weeks() + Week{week});
            without.advance(scenario.burn_in_weeks() + Week{week});
            compare(with.population().blocks(), without.population().blocks(), f, hit, sums);
        }
        const double between_persons = sums.others.sd();
        return {sums.load.mean() / sums.all_loads.sd(), sums.workload.mean() / sums.all_workloads.sd(), sums.team.mean() / between_persons,
                sums.others.mean() / between_persons};
    }

  private:
    struct Sum {
        double of = 0.0, difference = 0.0, before = 0.0, squares = 0.0;

        void add(double with, double without) { of += 1.0, difference += with - without, before += without, squares += without * without; }
        double mean() const { return difference / of; }
        double sd() const { return std::sqrt(squares / of - (before / of) * (before / of)); }
    };
    struct Sums {
        Sum load, all_loads, workload, all_workloads;  // a term a team
        Sum team, others;                              // a term a person
    };

    // The second team of each hospital that has twenty doctors; students stay.
    static std::set<std::uint32_t> remove(std::span<Block> blocks, const workforce::WorkforceFields& f, std::size_t one_in) {
        std::set<std::uint32_t> teams, hospitals;
        std::vector<workforce::Seat> gone;
        for (std::uint32_t b = 0; b < blocks.size(); ++b) {
            Block& block = blocks[b];
            for (std::size_t t = 0; t < block.teams(); ++t) {
                const TeamId team = block.team_ids()[t];
                if (workforce::is_pool(block.team_sites()[t]) || hospitals.contains(team.hospital())) continue;
                std::vector<workforce::Seat> doctors;
                for (std::uint32_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
                    const bool is_doctor = block.person(f.phase)[i] != index_of(workforce::Phase::coassistent);
                    if (block.person(f.engine.filled)[i] != 0 && is_doctor) doctors.push_back({b, i});
                }
                if (doctors.size() < 20) continue;
                hospitals.insert(team.hospital());
                teams.insert(team.value);
                for (std::size_t k = 1; one_in > 0 && k < doctors.size(); k += one_in) gone.push_back(doctors[k]);
            }
        }
        workforce::remove_persons(f, blocks, gone);
        return teams;
    }
    // Persons at the same post in both, in teams that were hit and in the other teams of the same hospitals.
    static void compare(std::span<const Block> with, std::span<const Block> without, const workforce::WorkforceFields& f,
                        const std::set<std::uint32_t>& hit, Sums& sums) {
        const auto workload = f.factor[factor_of(workforce::Demand::workload)];
        for (std::size_t b = 0; b < with.size(); ++b) {
            for (std::size_t t = 0; t < with[b].teams(); ++t) {
                if (workforce::is_pool(with[b].team_sites()[t])) continue;
                const bool is_hit = hit.contains(with[b].team_ids()[t].value);
                double of = 0.0, sum_with = 0.0, sum_without = 0.0;
                for (std::size_t i = with[b].team_begin()[t]; i < with[b].team_begin()[t + 1]; ++i) {
                    if (with[b].person(f.engine.filled)[i] == 0 || without[b].person(f.engine.filled)[i] == 0) continue;
                    if (with[b].person_at(i, f.engine) != without[b].person_at(i, f.engine)) continue;
                    const double person_with = with[b].person(workload)[i], person_without = without[b].person(workload)[i];
                    (is_hit ? sums.team : sums.others).add(person_with, person_without);
                    of += 1.0, sum_with += person_with, sum_without += person_without;
                }
                const double load_with = with[b].team(f.log_load)[t], load_without = without[b].team(f.log_load)[t];
                sums.all_loads.add(load_with, load_without);
                if (is_hit) sums.load.add(load_with, load_without);
                if (of == 0.0) continue;
                sums.all_workloads.add(sum_with / of, sum_without / of);
                if (is_hit) sums.workload.add(sum_with / of, sum_without / of);
            }
        }
    }
};

TEST_F(StaffingSpiral, IsFeltByTheTeamAndHardlyByOthersOfTheHospital) {
    const Felt felt = lose(4, 4, 24);
    RecordProperty("load", std::to_string(felt.load));
    RecordProperty("workload", std::to_string(felt.workload));
    RecordProperty("of_team", std::to_string(felt.of_team));
    RecordProperty("of_others", std::to_string(felt.of_others));
    EXPECT_GT(felt.load, 1.0);
    EXPECT_GT(felt.workload, 0.3);
    EXPECT_GT(felt.of_team, 0.15);
    EXPECT_LT(std::abs(felt.of_others), 0.05);
}

// Where every post is as hard to fill as the range of `market.search` allows, half a year, workload goes on rising for months.
TEST_F(StaffingSpiral, GoesOnWherePostsAreHardToFill) {
    const Felt felt =
        lose(4, 16, 24, {"market.search.anios=26", "market.search.specialist_temporary=26", "market.search.specialist_permanent=26"});
    RecordProperty("of_team", std::to_string(felt.of_team));
    RecordProperty("of_others", std::to_string(felt.of_others));
    EXPECT_GT(felt.of_team, 0.3);
    EXPECT_LT(std::abs(felt.of_others), 0.05);
}

// The twin: where nobody leaves nothing is felt.
TEST_F(StaffingSpiral, IsNoneWhereNobodyLeaves) {
    const Felt felt = lose(0, 4, 24);
    EXPECT_EQ(felt.load, 0.0);
    EXPECT_EQ(felt.of_team, 0.0);
    EXPECT_EQ(felt.of_others, 0.0);
}

}  // namespace
}  // namespace bevlogen::statistical
