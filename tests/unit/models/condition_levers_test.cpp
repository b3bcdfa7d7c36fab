// Levers that change working conditions: what they move, by how much, and that nobody in reach means no bit changed.
#include <gtest/gtest.h>

#include <cstring>

#include "models/interventions/administration.hpp"
#include "models/interventions/culture.hpp"
#include "models/interventions/lever_slots.hpp"
#include "models/interventions/schedule.hpp"
#include "models/interventions/staffing.hpp"
#include "tests/unit/models/work_world.hpp"

namespace bevlogen::testing {
namespace {

using workforce::Demand;
using workforce::Phase;
using workforce::Resource;
using namespace workforce::columns;

constexpr std::size_t kLever = 3;  // as setting_of says

void change_all(WorkWorld& w, std::span<const InterventionNow> now) {
    interventions::change_administration(now, kLever, w.block, w.fields, w.scratch);
}
void schedule_all(WorkWorld& w, std::span<const InterventionNow> now) {
    interventions::change_schedule(w.setup.schedule, now, kLever, w.block, w.fields, w.scratch);
    interventions::add_schedule_shifts(w.setup.schedule, now, kLever, w.block.posts(), w.scratch);
}
void culture_all(WorkWorld& w, std::span<const InterventionNow> now) {
    interventions::change_culture(now, kLever, w.block.posts(), w.scratch);
}
void staffing_all(WorkWorld& w, std::span<const InterventionNow> now) {
    interventions::change_replacement(now, kLever, w.block.posts(), w.scratch);
}
using Change = void (*)(WorkWorld&, std::span<const InterventionNow>);

void act(WorkWorld& w, Change change, const LeverSetting& setting, float dose = 1.0f) {
    const Acting acting(w.block, {setting});
    const InterventionNow now = acting.now(dose);
    change(w, {&now, 1});
}

// Targets start somewhere, as set_targets leaves them.
void start_targets(WorkWorld& w) {
    for (std::size_t j = 0; j < workforce::kFactors; ++j) std::fill_n(w.scratch.column(kBaseTarget + j), w.block.padded_posts(), 0.125f);
}

float target(WorkWorld& w, std::size_t factor, std::size_t i) { return w.condition(kBaseTarget + factor, i); }

TEST(LeverSlots, AKeyWithAnAxisTakesASlotForEachPhase) {
    const LeverDecl staffing = interventions::staffing_lever();
    EXPECT_EQ(interventions::slot_of(staffing, "posts"), 0u);
    EXPECT_EQ(interventions::slot_of(staffing, "fill"), 6u);
    EXPECT_EQ(interventions::slot_of(staffing, "replacement"), 7u);
    EXPECT_THROW(interventions::slot_of(staffing, "psots"), ContractViolation);
}

TEST(AdministrationLever, MovesTheShareByDose) {
    WorkWorld w;
    act(w, change_all, setting_of(interventions::administration_lever(), {{"share", 0.10}}), 0.25f);
    EXPECT_NEAR(w.condition(kAdministrationShare, 2), 0.42f + 0.25f * (0.10f - 0.42f), 1e-6f);
    EXPECT_NEAR(w.condition(kAdministrationShare, 0), 0.39f + 0.25f * (0.10f - 0.39f), 1e-6f);
}

TEST(AdministrationLever, LeavesAPhaseThatIsNotSet) {
    WorkWorld w;
    LeverSetting setting = setting_of(interventions::administration_lever(), {});
    setting.values[index_of(Phase::anios)] = 0.10;
    act(w, change_all, setting);
    for (std::size_t i = 0; i < w.block.posts(); ++i) {
        const std::size_t k = w.block.person(w.fields.phase)[i];
        EXPECT_FLOAT_EQ(w.condition(kAdministrationShare, i), k == index_of(Phase::anios) ? 0.10f : w.setup.work.administration_share[k]);
    }
}

TEST(AdministrationLever, TwoThatAskForTheSameGiveTheSame) {
    WorkWorld w;
    const Acting acting(w.block, {setting_of(interventions::administration_lever(), {{"share", 0.10}})});
    const std::array<InterventionNow, 2> both = {acting.now(1.0f, "a"), acting.now(1.0f, "b")};
    change_all(w, both);
    for (std::size_t i = 0; i < w.block.posts(); ++i) EXPECT_FLOAT_EQ(w.condition(kAdministrationShare, i), 0.10f);
}

TEST(ScheduleLever, ShorterShiftsShortenTheRosterInProportion) {
    WorkWorld w;
    act(w, schedule_all, setting_of(interventions::schedule_lever(), {{"hours_shift", 6.0}, {"shifts_day", 4.0}, {"unpaid_hours", -2.0}}));
    w.load.set_hours(w.block, w.scratch);
    for (std::size_t i = 0; i < w.block.posts(); ++i) {
        const std::size_t k = w.block.person(w.fields.phase)[i];
        const float fte = w.block.person(w.fields.fte)[i];
        EXPECT_FLOAT_EQ(w.condition(kHoursRatio, i), 0.75f);
        EXPECT_FLOAT_EQ(w.condition(kShiftsADay, i), 4.0f);
        EXPECT_NEAR(w.condition(kRosterHours, i), 0.75f * w.setup.work.contract_hours[k] * fte, 1e-4f);
        EXPECT_NEAR(w.condition(kUsualHours, i), 0.75f * w.setup.work.reference_hours[k] * fte - 2.0f, 1e-4f);
    }
}

TEST(ScheduleLever, AFlexibleStartAndADayOffHalveTheHouseholdTogetherAsEachDoes) {
    for (const auto& flags : {std::vector<std::pair<std::string, double>>{{"flexible_start", 1.0}},
                              {{"fixed_day_off", 1.0}},
                              {{"flexible_start", 1.0}, {"fixed_day_off", 1.0}}}) {
        WorkWorld w;
        act(w, schedule_all, setting_of(interventions::schedule_lever(), flags));
        EXPECT_EQ(w.condition(kHouseholdShare, 0), 0.5f);
    }
}

TEST(ScheduleLever, DutiesAreARatioAndAgeExempts) {
    WorkWorld w;
    act(w, schedule_all, setting_of(interventions::schedule_lever(), {{"duties", 0.5}, {"exempt_from_age", 55.0}}));
    std::size_t exempt = 0;
    for (std::size_t i = 0; i < w.block.posts(); ++i) {
        EXPECT_FLOAT_EQ(w.condition(kDuties, i), 0.5f * w.setup.work.duties[w.block.person(w.fields.phase)[i]]);
        const bool old = w.block.person(w.fields.age_weeks)[i] >= 55 * 52;
        EXPECT_EQ(w.condition(kIsExempt, i), old ? 1.0f : 0.0f);
        exempt += old;
    }
    EXPECT_GT(exempt, 50u);
}

TEST(ScheduleLever, BreaksAndRostersMoveTargets) {
    WorkWorld w;
    start_targets(w);
    act(w, schedule_all, setting_of(interventions::schedule_lever(), {{"breaks", 0.5}, {"self_roster", 1.0}, {"roster_notice", 9.0}}),
        0.5f);
    EXPECT_NEAR(target(w, factor_of(Resource::recovery), 0), 0.125f + 0.5f * 0.5f * 0.20f, 1e-6f);
    EXPECT_NEAR(target(w, factor_of(Resource::autonomy), 0), 0.125f + 0.5f * 0.25f, 1e-6f);
    EXPECT_NEAR(target(w, factor_of(Demand::work_home_interference), 0), 0.125f - 0.5f * (0.15f + 0.02f * 5.0f), 1e-6f);
    EXPECT_EQ(target(w, factor_of(Demand::workload), 0), 0.125f);
}

TEST(ScheduleLever, NoticeCountsFromTodaysToTheLongest) {
    for (const auto& [weeks, effect] : {std::pair{2.0, 0.0f}, {4.0, 0.0f}, {12.0, -0.16f}, {52.0, -0.16f}}) {
        WorkWorld w;
        start_targets(w);
        act(w, schedule_all, setting_of(interventions::schedule_lever(), {{"roster_notice", weeks}}));
        EXPECT_NEAR(target(w, factor_of(Demand::work_home_interference), 0), 0.125f + effect, 1e-6f) << weeks;
    }
}

TEST(CultureLever, AddsItsChanges) {
    WorkWorld w;
    act(w, culture_all, setting_of(interventions::culture_lever(), {{"stigma", -0.6}, {"visibility", 0.5}, {"safety", 0.2}}), 0.5f);
    EXPECT_NEAR(w.condition(kStigmaShift, 7), -0.3f, 1e-6f);
    EXPECT_NEAR(w.condition(kVisibility, 7), 0.25f, 1e-6f);
    EXPECT_NEAR(w.condition(kSafetyShift, 7), 0.1f, 1e-6f);
}

TEST(StaffingLever, MovesTheShareOfAbsencesThatIsReplaced) {
    WorkWorld w;
    act(w, staffing_all, setting_of(interventions::staffing_lever(), {{"replacement", 0.8}}), 0.5f);
    EXPECT_NEAR(w.condition(kReplacedShare, 7), 0.55f, 1e-6f);
}

// A setting of each lever that changes all it can.
std::vector<std::pair<Change, LeverSetting>> all_levers() {
    const LeverDecl schedule = interventions::schedule_lever();
    std::vector<std::pair<std::string, double>> everything;
    for (const LeverKey& key : schedule.keys) everything.emplace_back(key.name, key.max);
    return {{change_all, setting_of(interventions::administration_lever(), {{"share", 0.1}})},
            {schedule_all, setting_of(schedule, everything)},
            {culture_all, setting_of(interventions::culture_lever(), {{"stigma", 1.0}, {"visibility", 1.0}, {"safety", 1.0}})},
            {staffing_all, setting_of(interventions::staffing_lever(), {{"replacement", 1.0}})}};
}

TEST(ConditionLevers, WhoIsOutOfReachKeepsEveryBit) {
    for (const auto& [change, setting] : all_levers()) {
        WorkWorld as_is, w, reached;
        for (WorkWorld* world : {&as_is, &w, &reached}) start_targets(*world);
        const Acting nobody(w.block, {setting}, 0.0f), everybody(w.block, {setting});
        const std::array<InterventionNow, 2> both = {nobody.now(), everybody.now(0.0f, "not yet")};
        change(w, both);
        const InterventionNow now = everybody.now();
        change(reached, {&now, 1});
        std::size_t moved = 0;
        for (std::size_t column = 0; column <= kReplacedShare; ++column) {
            if (column >= kBaseTarget + workforce::kFactors && column < kAdministrationShare) continue;  // no lever's
            const std::size_t bytes = w.block.posts() * sizeof(float);
            EXPECT_EQ(std::memcmp(w.scratch.column(column), as_is.scratch.column(column), bytes), 0) << "column " << column;
            moved += std::memcmp(reached.scratch.column(column), as_is.scratch.column(column), bytes) != 0;
        }
        EXPECT_GT(moved, 0u);  // the twin: in reach it acts
    }
}

TEST(ConditionLevers, AnotherLeversSettingDoesNothing) {
    for (const auto& [change, setting] : all_levers()) {
        WorkWorld as_is, w;
        LeverSetting other = setting;
        other.lever = kLever + 1;
        act(w, change, other);
        for (std::size_t column = kAdministrationShare; column <= kReplacedShare; ++column) {
            EXPECT_EQ(std::memcmp(w.scratch.column(column), as_is.scratch.column(column), w.block.posts() * sizeof(float)), 0);
        }
    }
}

}  // namespace
}  // namespace bevlogen::testing
