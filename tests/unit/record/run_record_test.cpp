// Yearly means leave out what is missing; bytes that are no record are refused.
#include "sim/record/run_record.hpp"

#include <gtest/gtest.h>

#include "tests/unit/record/fake_run.hpp"

namespace bevlogen::testing {
namespace {

class RunRecordTest : public ::testing::Test {
  protected:
    float& mean(std::size_t outcome, int clearing, std::size_t phase) {
        const std::size_t row = outcome * static_cast<std::size_t>(plan.clearings) + static_cast<std::size_t>(clearing);
        return record.by_phase[(row * plan.phases() + phase) * kMeasures.size()];
    }
    FakeModel model;
    RecordPlan plan{model, scenario_of_years(2), small_panel(true)};
    RunRecord record = fake_record(plan, 1, 1, true);
};

TEST_F(RunRecordTest, TheMeanOfAYearIsThatOfItsThirteenClearings) {
    for (int clearing = 0; clearing < 26; ++clearing) mean(2, clearing, 1) = static_cast<float>(clearing);
    EXPECT_DOUBLE_EQ(record.year_mean(plan, 2, 1, 1), 6.0);
    EXPECT_DOUBLE_EQ(record.year_mean(plan, 2, 1, 2), 19.0);
}

TEST_F(RunRecordTest, TheMeanOfAYearLeavesOutMissingClearings) {
    const float missing = std::numeric_limits<float>::quiet_NaN();
    for (int clearing = 0; clearing < 13; ++clearing) mean(0, clearing, 0) = clearing < 2 ? 1.0f + static_cast<float>(clearing) : missing;
    EXPECT_DOUBLE_EQ(record.year_mean(plan, 0, 0, 1), 1.5);
    mean(0, 0, 0) = mean(0, 1, 0) = missing;
    EXPECT_TRUE(std::isnan(record.year_mean(plan, 0, 0, 1)));
}

TEST_F(RunRecordTest, RefusesAYearThatWasNotRecorded) {
    EXPECT_THROW(record.year_mean(plan, 0, 0, 0), ContractViolation);
    EXPECT_THROW(record.year_mean(plan, 0, 0, 3), ContractViolation);
}

TEST_F(RunRecordTest, IsEqualToTheBit) {
    RunRecord other = record;
    other.weekly[3] = record.weekly[3] = std::numeric_limits<float>::quiet_NaN();
    EXPECT_EQ(other, record);
    other.weekly[3] = -other.weekly[3];
    EXPECT_NE(other, record);
}

TEST_F(RunRecordTest, RefusesBytesThatEndEarlyGoOnOrAreOfAnotherKind) {
    std::vector<std::byte> bytes = record.to_bytes();
    for (std::size_t size = 0; size < bytes.size(); size += 97) {
        EXPECT_THROW(RunRecord::from_bytes(std::span(bytes).first(size)), std::runtime_error);
    }
    bytes.push_back(std::byte{0});
    EXPECT_THROW(RunRecord::from_bytes(bytes), std::runtime_error);
    bytes.pop_back();
    bytes[0] ^= std::byte{1};
    EXPECT_THROW(RunRecord::from_bytes(bytes), std::runtime_error);
}

}  // namespace
}  // namespace bevlogen::testing
