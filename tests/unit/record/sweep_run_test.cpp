// What a sweep keeps of a run: yearly means as the record has them, and bytes that give them back.
#include "sim/record/sweep_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <stdexcept>

#include "tests/unit/record/fake_run.hpp"

namespace bevlogen::testing {
namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

bool same_bits(const std::vector<float>& a, const std::vector<float>& b) {
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0);
}

SweepRun some_run() { return {{1.5f, kNaN, -0.0f, 1e-40f}, {12.0f, 0.0f}, {-1234.5f}, {}}; }

TEST(SweepRun, IsReadBackFromItsBytesToTheBit) {
    SweepRun failed;
    failed.failure = "level is not a finite number \"in\" week 64\n";
    for (const SweepRun& run : {some_run(), failed, SweepRun{}}) {
        const SweepRun again = SweepRun::from_bytes(run.to_bytes());
        EXPECT_TRUE(same_bits(again.values, run.values));
        EXPECT_TRUE(same_bits(again.persons, run.persons));
        EXPECT_TRUE(same_bits(again.euros, run.euros));
        EXPECT_EQ(again.failure, run.failure);
        EXPECT_EQ(again.has_failed(), !run.failure.empty());
    }
}

TEST(SweepRun, IsNotReadFromOtherBytes) {
    const std::vector<std::byte> whole = some_run().to_bytes();
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_THROW(SweepRun::from_bytes(std::span(whole).first(size)), std::runtime_error) << size;
    std::vector<std::byte> longer = whole;
    longer.push_back(std::byte{0});
    EXPECT_THROW(SweepRun::from_bytes(longer), std::runtime_error);
    std::vector<std::byte> huge = whole;
    for (std::size_t i = 0; i < 8; ++i) huge[i] = std::byte{0xff};  // of values, more than there can be
    EXPECT_THROW(SweepRun::from_bytes(huge), std::runtime_error);
}

TEST(SweepRun, HasTheShapeOfItsSweepOrHasFailed) {
    const SweepShape shape{.outcomes = 2, .years = 1, .phases = 2, .payers = 1};
    EXPECT_TRUE(some_run().has_shape(shape));
    for (const SweepShape& other : {SweepShape{1, 1, 2, 1}, SweepShape{2, 2, 2, 1}, SweepShape{2, 1, 1, 1}, SweepShape{2, 1, 2, 0}})
        EXPECT_FALSE(some_run().has_shape(other));
    SweepRun failed;
    failed.failure = "why";
    EXPECT_TRUE(failed.has_shape(shape));
    failed.persons = {1.0f, 2.0f};
    EXPECT_FALSE(failed.has_shape(shape));
    EXPECT_EQ(shape.bytes(), (4u + 2u + 1u) * 4u);
}

TEST(SweepRun, IsTheYearlyMeansOfTheOutcomesThatAreKept) {
    const FakeModel model;
    const RecordPlan plan(model, scenario_of_years(2), small_panel(false));
    const RunRecord record = fake_record(plan, 0, 1, false);
    const std::vector<std::size_t> kept = {1, 3};
    const SweepRun run = SweepRun::of(plan, record, kept);
    ASSERT_TRUE(run.has_shape({.outcomes = 2, .years = 2, .phases = 3, .payers = 0}));
    std::size_t at = 0;
    for (const std::size_t outcome : kept) {
        for (const int year : {1, 2}) {
            for (const std::size_t phase : {0u, 1u, 2u})
                EXPECT_EQ(run.values[at++], static_cast<float>(record.year_mean(plan, outcome, phase, year)));
        }
    }
    at = 0;
    for (const std::size_t year : {0u, 1u}) {
        for (const std::size_t phase : {0u, 1u, 2u}) {
            double persons = 0.0;
            for (std::size_t c = year * 13; c < (year + 1) * 13; ++c) persons += record.persons_by_phase[c * 3 + phase];
            EXPECT_FLOAT_EQ(run.persons[at++], static_cast<float>(persons / 13.0));
        }
    }
}

}  // namespace
}  // namespace bevlogen::testing
