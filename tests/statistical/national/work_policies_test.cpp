// Less administration and a six-hour day over ten years: who takes up the time decides what they do.
#include "sim/record/stored_results.hpp"
#include "tests/statistical/national/national_run.hpp"

#include <cstring>

namespace bevlogen::statistical {
namespace {

// Differences under the same chance, means of four replicates of some 8,700 persons.
const Sets kFifth = {"population.scale=0.2", "run.replicates=4"};

class NationalWork : public NationalRun {
  protected:
    Carried against_baseline(const std::string& file, const Sets& more = {}) const {
        Sets sets = kFifth;
        sets.insert(sets.end(), more.begin(), more.end());
        return carry_out({"baseline.toml", file}, sets);
    }

    // Persons of a phase of the second scenario over those of the first, in the last year, all replicates together.
    double persons_ratio(const Carried& carried, const std::string& phase) const {
        const StoredResults stored(file());
        const StoredVariable* persons = stored.find("persons");
        EXPECT_TRUE(persons && persons->dimensions.size() == 4) << "scenario, replicate, clearing, phase";
        const std::size_t replicates = persons->dimensions[1].size, clearings = persons->dimensions[2].size;
        const std::size_t year = kWeeksPerYear / kWeeksPerEpoch;
        std::array<double, 2> sum{};
        for (std::size_t s = 0; s < 2; ++s) {
            const std::vector<std::size_t> first = {s, 0, clearings - year, carried.phase(phase)}, count = {1, replicates, year, 1};
            const StoredValues values = stored.read(*persons, first, count);
            std::vector<std::int32_t> numbers(replicates * year);
            EXPECT_EQ(values.bytes.size(), numbers.size() * sizeof(std::int32_t));
            std::memcpy(numbers.data(), values.bytes.data(), values.bytes.size());
            for (const std::int32_t number : numbers) sum[s] += number;
        }
        return sum[1] / sum[0];
    }
};

constexpr std::array<const char*, 5> kDoctors = {"anios", "aios", "jonge_klare", "specialist_mid", "specialist_late"};

// Frees .30 of working time of .61 for care: log((1 - .10 - .11) / (1 - .40 - .11)) is about .44. What of it is left as rest is what care
// demanded does not fill (work.volume_follows, here the same in all hospitals).
struct Volume {
    const char* follows;
    double burnt_out_low, burnt_out_high, load_low, load_high;
};
class NationalAdministration : public NationalWork, public ::testing::WithParamInterface<Volume> {};

TEST_P(NationalAdministration, LessOfItHelpsLessWhereCareFollowsCapacity) {
    const Volume& v = GetParam();
    const std::string follows = v.follows;
    const Carried carried = against_baseline("administration-40-to-10.toml",
                                             {"work.volume_follows.academic=" + follows, "work.volume_follows.general=" + follows});
    const Estimate burnt_out = carried.difference("burnt_out"), load = carried.difference("log_load");
    RecordProperty("burnt_out", std::to_string(burnt_out.mean) + " " + std::to_string(burnt_out.high - burnt_out.mean));
    RecordProperty("log_load", std::to_string(load.mean) + " " + std::to_string(load.high - load.mean));
    EXPECT_TRUE(lies_within(-100.0 * burnt_out.mean, v.burnt_out_low, v.burnt_out_high)) << "percentage points less";
    EXPECT_TRUE(lies_within(-load.mean, v.load_low, v.load_high));
}

// The three rows exclude each other, so each is the planted defect of the others: a wrong share of capacity that is filled is seen.
INSTANTIATE_TEST_SUITE_P(NationalRun, NationalAdministration,
                         ::testing::Values(Volume{"0", 8.5, 11.5, 0.38, 0.50}, Volume{"0.5", 5.5, 8.0, 0.18, 0.27},
                                           Volume{"1", 1.8, 3.8, -0.04, 0.04}));

TEST_F(NationalWork, SixHourDayWithTheSameStaffIsWorseThanWithNewPosts) {
    const Carried same = against_baseline("six-hour-day-same-staff.toml");
    for (const char* phase : {"all", "coassistent", "anios", "aios", "jonge_klare", "specialist_mid", "specialist_late"})
        EXPECT_TRUE(lies_within(persons_ratio(same, phase), 0.97, 1.03)) << phase;
    const Carried posts = against_baseline("six-hour-day-posts-at-once.toml");
    for (const char* phase : kDoctors) EXPECT_TRUE(lies_within(persons_ratio(posts, phase), 1.30, 1.37)) << phase;
    EXPECT_TRUE(lies_within(persons_ratio(posts, "coassistent"), 0.99, 1.01));

    const double sd = same.result.levels.base_sd(same.outcome("workload"), same.phase("all"), same.last_year());
    EXPECT_GT((same.level(1, "workload").mean - posts.level(1, "workload").mean) / sd, 0.4);  // seen: .80
    EXPECT_GT(same.difference("burnt_out").mean, 0.04);                                       // seen: .076
    EXPECT_LT(posts.difference("burnt_out").mean, 0.0);                                       // seen: -.012
    for (const char* phase : kDoctors) {
        const auto fall = [&](const Carried& c) {
            return 1.0 - c.level(1, "hours_worked", phase).mean / c.level(0, "hours_worked", phase).mean;
        };
        // A quarter where others fill the hours. With the same staff half of the load that comes of it is met by overtime (work.overtime):
        // hours fall to about .75 exp(.5 x .32) = .88.
        EXPECT_TRUE(lies_within(fall(posts), 0.23, 0.27)) << phase;
        EXPECT_TRUE(lies_within(fall(same), 0.10, 0.18)) << phase;
    }
}

}  // namespace
}  // namespace bevlogen::statistical
