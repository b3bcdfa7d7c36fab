// Levers on processes, volume, contracts, leaders, newcomers, tasks, training and part-time work: what each moves, and by how much.
#include <gtest/gtest.h>

#include <cmath>

#include "models/interventions/contract.hpp"
#include "models/interventions/leadership.hpp"
#include "models/interventions/lever_slots.hpp"
#include "models/interventions/onboarding.hpp"
#include "models/interventions/part_time.hpp"
#include "models/interventions/process.hpp"
#include "models/interventions/tasks.hpp"
#include "models/interventions/training.hpp"
#include "models/interventions/volume.hpp"
#include "tests/unit/models/work_world.hpp"

namespace bevlogen::testing {
namespace {

using workforce::Demand;
using workforce::Phase;
using workforce::Resource;
using namespace workforce::columns;

constexpr std::size_t kLever = 3;  // as setting_of says
constexpr interventions::TaskParameters kTasks{0.5f, 0.8f, 0.3f, -0.3f, 0.1f, 26.0f};

void start_targets(WorkWorld& w) {
    for (std::size_t j = 0; j < workforce::kFactors; ++j) std::fill_n(w.scratch.column(kBaseTarget + j), w.block.padded_posts(), 0.0f);
}
float target(WorkWorld& w, std::size_t factor, std::size_t i) { return w.condition(kBaseTarget + factor, i); }

void change_process(WorkWorld& w, const LeverSetting& setting, float dose = 1.0f, float reached = 1.0f) {
    const Acting acting(w.block, {setting}, reached);
    const InterventionNow now = acting.now(dose);
    interventions::change_process({2.0f}, w.setup.work, {&now, 1}, kLever, w.block, w.fields, w.scratch);
}

TEST(ProcessLever, MovesLossesAndHoursBesideTheRoster) {
    WorkWorld w;
    const LeverSetting setting = setting_of(interventions::process_lever(), {{"consult_loss", 0.02}, {"prep_hours_unpaid", -2.0}});
    change_process(w, setting, 0.5f);
    for (std::size_t i = 0; i < w.block.posts(); ++i) {
        const float today = w.setup.work.loss_share[w.block.person(w.fields.phase)[i]];
        EXPECT_FLOAT_EQ(w.condition(kLossShare, i), today + 0.5f * (0.02f - today));
        EXPECT_FLOAT_EQ(w.condition(kExtraHours, i), -1.0f);
    }
}

TEST(ProcessLever, MeetingsWithinTheRosterTakeCareAndGiveTime) {
    WorkWorld w;
    const float side_tasks = w.condition(kSideTaskShare, 0), administration = w.condition(kAdministrationShare, 0);
    change_process(w, setting_of(interventions::process_lever(), {{"meetings_in_hours", 1.0}}));
    EXPECT_FLOAT_EQ(w.condition(kExtraHours, 0), -2.0f);
    const float contract = w.setup.work.contract_hours[w.block.person(w.fields.phase)[0]];
    EXPECT_FLOAT_EQ(w.condition(kSideTaskShare, 0), side_tasks + 2.0f / (contract * (1.0f - administration)));
}

TEST(ProcessLever, FewerVisitsLowerDemandAsFarAsTheTeamIsReached) {
    WorkWorld w;
    change_process(w, setting_of(interventions::process_lever(), {{"visit_limit", -0.05}}), 1.0f, 0.5f);
    EXPECT_NEAR(w.scratch.team_column(kTeamVolume)[0], std::log(1.0 - 0.025), 1e-6);
}

void change_volume(WorkWorld& w, const LeverSetting& setting, std::int32_t running, std::int32_t week) {
    const Acting acting(w.block, {setting});
    InterventionNow now = acting.now();
    now.running = Week{running};
    interventions::change_volume(w.setup.work, {&now, 1}, kLever, Week{week}, w.block, w.fields, w.scratch);
}

TEST(VolumeLever, GrowthCountsInWholeEpochsFromTheStart) {
    const LeverSetting setting = setting_of(interventions::volume_lever(), {{"growth", 0.03}});
    for (const auto& [running, week, years] : {std::tuple{104, 200, 2.0}, {107, 203, 2.0}, {108, 204, 108.0 / 52}, {1, 203, 0.0}}) {
        WorkWorld w;
        change_volume(w, setting, running, week);
        EXPECT_NEAR(w.scratch.team_column(kTeamVolume)[0], years * std::log(1.03), 1e-6) << running;
    }
}

TEST(VolumeLever, PsiIsMovedAndChangedAndStaysAShare) {
    WorkWorld w;
    const float academic = w.scratch.team_column(kTeamPsi)[0], general = w.scratch.team_column(kTeamPsi)[1];
    EXPECT_FLOAT_EQ(academic, w.setup.work.volume_follows[0]);
    EXPECT_FLOAT_EQ(general, w.setup.work.volume_follows[1]);
    change_volume(w, setting_of(interventions::volume_lever(), {{"psi_change", -0.15}, {"shock_spread", 0.025}}), 0, 0);
    EXPECT_NEAR(w.scratch.team_column(kTeamPsi)[1], general - 0.15f, 1e-6f);
    EXPECT_NEAR(w.scratch.team_column(kTeamShock)[1], 0.025f / w.setup.work.shock_spread, 1e-6f);
    change_volume(w, setting_of(interventions::volume_lever(), {{"psi_change", -1.0}}), 0, 0);
    EXPECT_EQ(w.scratch.team_column(kTeamPsi)[1], 0.0f);
}

TEST(VolumeLever, MoreDemandIsMoreLoad) {
    WorkWorld calm, busy;
    calm.everybody_at_work();
    busy.everybody_at_work();
    change_volume(busy, setting_of(interventions::volume_lever(), {{"demand", 0.05}}), 0, 0);
    calm.step(Week{0});
    busy.step(Week{0});
    EXPECT_NEAR(busy.block.team(busy.fields.log_load)[3] - calm.block.team(calm.fields.log_load)[3], std::log(1.05), 1e-5);
}

TEST(ContractLever, SalariesMakeDemandFollowAsInAcademicHospitals) {
    WorkWorld w;
    const Acting acting(w.block, {setting_of(interventions::contract_lever(), {{"salaried", 1.0}})});
    const InterventionNow now = acting.now();
    interventions::pay_salaries(w.setup.work, {&now, 1}, kLever, w.block, w.fields, w.scratch);
    for (std::size_t t = 0; t < w.block.teams(); ++t) EXPECT_FLOAT_EQ(w.scratch.team_column(kTeamPsi)[t], w.setup.work.volume_follows[0]);
}

TEST(ContractLever, AShareOfTemporarySpecialistsBecomesPermanentAndNobodyElse) {
    WorkWorld w;
    const auto contract = w.block.person(w.fields.contract);
    for (std::size_t i = 0; i < w.block.posts(); ++i)
        contract[i] = static_cast<std::uint8_t>(workforce::contract_on(workforce::post_kind_of(w.block.post_kinds()[i])));
    const std::vector<std::uint8_t> before(contract.begin(), contract.end());
    const Acting acting(w.block, {setting_of(interventions::contract_lever(), {{"to_permanent", 0.5}})});
    const InterventionNow now = acting.now();
    interventions::make_permanent({&now, 1}, kLever, w.chance, w.fields, w.block);
    std::size_t temporary = 0, changed = 0;
    for (std::size_t i = 0; i < w.block.posts(); ++i) {
        const bool is_young =
            w.block.person(w.fields.phase)[i] == index_of(Phase::jonge_klare) && w.block.person(w.fields.engine.filled)[i];
        temporary += is_young;
        changed += contract[i] != before[i];
        EXPECT_TRUE(contract[i] == before[i] || is_young);
    }
    EXPECT_GT(changed, temporary / 5);
    EXPECT_LT(changed, temporary * 4 / 5);
    const std::vector<std::uint8_t> once(contract.begin(), contract.end());
    interventions::make_permanent({&now, 1}, kLever, w.chance, w.fields, w.block);  // the same draw: nobody more
    EXPECT_TRUE(std::equal(once.begin(), once.end(), contract.begin()));
}

TEST(ContractLever, ContractsAreLongerForWhoIsReached) {
    WorkWorld w;
    const Acting acting(w.block, {setting_of(interventions::contract_lever(), {{"weeks", 156.0}})});
    const InterventionNow now = acting.now(0.5f);
    workforce::CareerTerms terms;
    interventions::set_contract_weeks(52, 156, {&now, 1}, kLever, w.block, terms);
    EXPECT_FLOAT_EQ(terms.contract_weeks[3], 104.0f);
    EXPECT_TRUE(terms.longest_weeks.empty());
}

TEST(LeadersLever, HoldsQualityAndFadesWithTheLongestHalfLife) {
    WorkWorld w;
    const LeverSetting setting = setting_of(interventions::leaders_lever(), {{"quality", 0.4}, {"half_life", 104.0}, {"span", 15.0}});
    const Acting acting(w.block, {setting});
    const InterventionNow now = acting.now(0.5f), over = acting.now(0.0f);
    const auto held = interventions::support_of_leader({&now, 1}, kLever, 0);
    EXPECT_FLOAT_EQ(held.quality, 0.2f);
    EXPECT_FLOAT_EQ(held.span_share, 0.5f);
    EXPECT_FLOAT_EQ(held.most_persons, 15.0f);
    const auto after = interventions::support_of_leader({&over, 1}, kLever, 0);
    EXPECT_EQ(after.quality, 0.0f);
    EXPECT_EQ(after.span_share, 0.0f);
    EXPECT_NEAR(after.left, std::pow(0.5, 4.0 / 104.0), 1e-6);
}

TEST(OnboardingLever, GuidesWhoCameLately) {
    WorkWorld w;
    start_targets(w);
    w.block.person(w.fields.weeks_in_team)[0] = 12;
    w.block.person(w.fields.weeks_in_team)[1] = 13;
    const Acting acting(w.block,
                        {setting_of(interventions::onboarding_lever(), {{"weeks", 13.0}, {"role_unclarity", -0.4}, {"mentor", 1.0}})});
    const InterventionNow now = acting.now(0.5f);
    interventions::guide_newcomers({0.1f, 0.2f}, {&now, 1}, kLever, w.block, w.fields, w.scratch);
    EXPECT_NEAR(target(w, factor_of(Demand::role_unclarity), 0), -0.2f, 1e-6f);
    EXPECT_NEAR(target(w, factor_of(Resource::colleague_support), 0), 0.05f, 1e-6f);
    EXPECT_NEAR(target(w, factor_of(Resource::supervisor_support), 0), 0.10f, 1e-6f);
    EXPECT_EQ(target(w, factor_of(Demand::role_unclarity), 1), 0.0f);
}

void change_tasks(WorkWorld& w, const LeverSetting& setting, std::int32_t running = 0, float dose = 1.0f) {
    const Acting acting(w.block, {setting});
    InterventionNow now = acting.now(dose);
    now.running = Week{running};
    interventions::change_tasks(kTasks, {&now, 1}, kLever, w.block.posts(), w.scratch);
    interventions::add_task_shifts(kTasks, {&now, 1}, kLever, Week{running}, w.block.posts(), w.scratch);
}

TEST(TasksLever, AMatchPleasesTheOneAndAnUnagreedOneVexesTheOthers) {
    for (const double agreed : {0.0, 1.0}) {
        WorkWorld w;
        start_targets(w);
        change_tasks(w, setting_of(interventions::tasks_lever(), {{"match", 0.7}, {"agreed", agreed}}), 0, 0.5f);
        EXPECT_NEAR(target(w, factor_of(Resource::work_content), 0), 0.5f * 0.8f * 0.2f, 1e-6f);
        EXPECT_NEAR(target(w, factor_of(Resource::autonomy), 0), 0.5f * 0.3f * 0.2f, 1e-6f);
        EXPECT_NEAR(target(w, factor_of(Resource::colleague_support), 0), agreed != 0.0 ? 0.0f : -0.5f * 0.3f * 0.2f, 1e-6f);
    }
}

TEST(TasksLever, SideTasksFallInProportionAndSupportStaffDoesItsShare) {
    WorkWorld w;
    start_targets(w);
    const float today = w.condition(kSideTaskShare, 0);
    const LeverSetting setting = setting_of(interventions::tasks_lever(), {{"side_tasks", -0.25}, {"to_posts", 0.5}, {"mobility", 2.0}});
    change_tasks(w, setting);
    EXPECT_FLOAT_EQ(w.condition(kSideTaskShare, 0), 0.75f * today);
    EXPECT_FLOAT_EQ(w.condition(kSeeksTimes, 0), 2.0f);
    EXPECT_DOUBLE_EQ(interventions::support_share(setting.values), 0.125);
    EXPECT_EQ(target(w, factor_of(Resource::work_content), 0), 0.0f);
}

TEST(TasksLever, VarietyUnsettlesAtFirst) {
    for (const auto& [running, unclarity] : {std::pair{0, 0.1f}, {24, 0.1f}, {28, 0.0f}}) {
        WorkWorld w;
        start_targets(w);
        change_tasks(w, setting_of(interventions::tasks_lever(), {{"variety", 0.2}}), running);
        EXPECT_NEAR(target(w, factor_of(Resource::work_content), 0), 0.2f, 1e-6f);
        EXPECT_NEAR(target(w, factor_of(Demand::role_unclarity), 0), unclarity, 1e-6f) << running;
    }
}

TEST(TrainingLever, ABroaderTrainingIsOfWhoRegisteredSinceTheStart) {
    WorkWorld w;
    start_targets(w);
    const auto phase = w.block.person(w.fields.phase);
    const auto in_phase = w.block.person(w.fields.weeks_in_phase);
    phase[0] = phase[1] = static_cast<std::uint8_t>(Phase::jonge_klare);
    in_phase[0] = 100, in_phase[1] = 104;
    phase[2] = phase[3] = static_cast<std::uint8_t>(Phase::specialist_mid);
    in_phase[2] = 0, in_phase[3] = 52;
    const Acting acting(w.block, {setting_of(interventions::training_lever(), {{"broader", 1.0}})});
    InterventionNow now = acting.now();
    const auto shifted = [&](std::int32_t running) {
        start_targets(w);
        now.running = Week{running};
        interventions::add_broader_training({-0.2f, 0.15f}, 260.0f, {&now, 1}, kLever, Week{running}, w.block, w.fields, w.scratch);
    };
    shifted(104);
    EXPECT_FLOAT_EQ(target(w, factor_of(Demand::management_friction), 0), -0.2f);
    EXPECT_FLOAT_EQ(target(w, factor_of(Resource::autonomy), 0), 0.15f);
    for (const std::size_t i : {1u, 2u, 3u}) EXPECT_EQ(target(w, factor_of(Resource::autonomy), i), 0.0f);
    shifted(264);
    EXPECT_FLOAT_EQ(target(w, factor_of(Resource::autonomy), 2), 0.15f);
    EXPECT_EQ(target(w, factor_of(Resource::autonomy), 3), 0.0f);
}

TEST(TrainingLever, SaysWhatItAsksForAndNothingElse) {
    const auto change = interventions::training_change(setting_of(interventions::training_lever(), {{"intake", 0.5}}));
    EXPECT_TRUE(change.has_intake);
    EXPECT_FALSE(change.has_length);
    EXPECT_EQ(change.intake, 0.5);
}

TEST(PartTime, AShareWorksFewerHoursAndTheTeamIsFragmented) {
    WorkWorld w;
    start_targets(w);
    w.everybody_at_work();
    w.setup.schedule.part_time_hours = 0.8f;
    const Acting acting(w.block, {setting_of(interventions::schedule_lever(), {{"part_time_share", 0.3}})});
    const InterventionNow now = acting.now();
    const Now week{Week{0}, w.chance, {&now, 1}};
    interventions::change_part_time(w.setup.schedule, week, kLever, w.block, w.fields, w.scratch);
    std::size_t fewer = 0;
    for (std::size_t i = 0; i < w.block.posts(); ++i) {
        EXPECT_TRUE(w.condition(kHoursRatio, i) == 1.0f || std::abs(w.condition(kHoursRatio, i) - 0.8f) < 1e-6f);
        fewer += w.condition(kHoursRatio, i) < 0.9f;
    }
    EXPECT_NEAR(static_cast<double>(fewer) / static_cast<double>(w.block.posts()), 0.3, 0.06);
    wellbeing::FactorParameters factors{};
    factors.fragmentation_effect = 0.1f;
    factors.fragmentation_of_contracts = 10.0f;
    interventions::fragment_part_time(w.setup.schedule, factors, week, kLever, w.block, w.fields, w.scratch);
    std::size_t of_team = 0, members = 0;
    for (std::size_t i = w.block.team_begin()[4]; i < w.block.team_begin()[5]; ++i) {
        if (w.block.person(w.fields.phase)[i] == index_of(Phase::coassistent)) continue;
        ++members;
        of_team += w.condition(kHoursRatio, i) < 0.9f;
    }
    const float fall = 0.2f * static_cast<float>(of_team) / static_cast<float>(members);
    EXPECT_NEAR(target(w, factor_of(Demand::role_unclarity), w.block.team_begin()[4]), 0.1f * 10.0f * fall, 1e-5f);
}

TEST(PartTime, ShorterShiftsLengthenTrainingUnlessItIsProtected) {
    for (const double is_protected : {0.0, 1.0}) {
        WorkWorld w;
        const Acting acting(w.block,
                            {setting_of(interventions::schedule_lever(), {{"hours_shift", 6.0}, {"training_protected", is_protected}})});
        const InterventionNow now = acting.now();
        workforce::CareerTerms terms;
        interventions::set_training_pace(w.setup.schedule, {Week{0}, w.chance, {&now, 1}}, kLever, w.block, w.fields, terms);
        EXPECT_EQ(terms.training_pace.empty(), is_protected != 0.0);
        for (std::size_t i = 0; !terms.training_pace.empty() && i < w.block.posts(); ++i)
            EXPECT_FLOAT_EQ(terms.training_pace[i], w.block.person(w.fields.phase)[i] == index_of(Phase::aios) ? 0.75f : 1.0f);
    }
}

}  // namespace
}  // namespace bevlogen::testing
