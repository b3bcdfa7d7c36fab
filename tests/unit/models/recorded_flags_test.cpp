// Outcomes that are flags are recorded to the bit as columns of the same values are, whatever cells share a word of 64 posts.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "sim/record/class_statistics.hpp"
#include "tests/unit/engine/house_runs.hpp"

namespace bevlogen::testing {
namespace {

// All outcomes once more, none of them as flags.
void copy_as_values(OutcomeColumns& from, std::size_t posts, OutcomeColumns& to) {
    from.work_out(posts);
    to.prepare(from.size(), from.stride());
    for (std::size_t o = 0; o < from.size(); ++o) std::copy_n(from[o], posts, to.fill(o));
}

// Feeds one grouping with flags, and once more with values.
class Both final : public Observer {
  public:
    Both(const RecordPlan& plan, const Grouping& grouping, std::size_t cells)
        : plan_(plan), statistics_{ClassStatistics{plan, grouping, cells, 1}, ClassStatistics{plan, grouping, cells, 1}} {
        for (std::size_t k = 0; k < 2; ++k) statistics_[k].prepare(stored(k));
    }
    void observe_week(const BlockNow&) override {}
    void observe_clearing(const BlockNow& now) override {
        std::vector<std::uint8_t> categories(now.block.posts());
        now.dynamics.categorise(now.block, categories);
        ClassSeats seats;
        seats.look_at(now.block, statistics_[0].classes(), categories);
        OutcomeColumns measured, values;
        measured.prepare(plan_.outcomes(), now.block.padded_posts());
        now.dynamics.measure(now.block, now.week_from_burn_in, now.chance, measured);
        for (std::size_t o = 0; o < measured.size(); ++o) flags += measured.flags(o).flag != nullptr ? 1 : 0;
        statistics_[0].add(now, measured, seats);
        copy_as_values(measured, now.block.posts(), values);
        statistics_[1].add(now, values, seats);
    }
    void close_epoch(Week week, std::span<const Block>) override {
        for (std::size_t k = 0; k < 2; ++k) statistics_[k].close(static_cast<std::size_t>(week.value / kWeeksPerEpoch) - 1, stored(k));
    }
    bool are_the_same() const {
        return values_[0].size() == values_[1].size() &&
               std::memcmp(values_[0].data(), values_[1].data(), values_[0].size() * sizeof(float)) == 0 && counts_[0] == counts_[1];
    }
    std::size_t numbers() const { return values_[0].size(); }

    std::size_t flags = 0;

  private:
    StoredMoments stored(std::size_t k) { return {static_cast<std::size_t>(plan_.clearings), values_[k], counts_[k]}; }

    const RecordPlan& plan_;
    std::array<ClassStatistics, 2> statistics_;
    std::array<std::vector<float>, 2> values_;
    std::array<std::vector<std::int32_t>, 2> counts_;
};

TEST(RecordedFlags, AreSumsOfTheirValues) {
    const Scenario scenario =
        scenario_of_text("title = \"small\"\nextends = \"baseline.toml\"\n", {"population.scale=0.02", "time.years=1", "time.burn_in=0"});
    const Model& model = *shelf().find(scenario.model);
    const RecordPlan plan(model, scenario, {});
    for (const Grouping* grouping : {&model.phases(), &model.strata()}) {
        Parallel one(1);
        constexpr std::size_t kBlockPosts = 300;  // some cells each, and ends within a word
        Simulation simulation(model, scenario, {scenario.seed, 1}, one, kBlockPosts);
        ASSERT_GT(simulation.population().blocks().size(), 1u);
        Both both(plan, *grouping, simulation.population().cells());
        simulation.advance(scenario.total_weeks(), &both);
        EXPECT_GT(both.flags, 100u);
        EXPECT_GT(both.numbers(), 1000u);
        EXPECT_TRUE(both.are_the_same());
    }
}

}  // namespace
}  // namespace bevlogen::testing
