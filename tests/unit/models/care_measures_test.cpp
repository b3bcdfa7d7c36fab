// Incidents, time of care, vacancies and duties: equations by hand, and columns of a block against a count of its posts.
#include "models/catalog/care_measures.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/workforce/outcome_equations.hpp"
#include "tests/unit/models/work_world.hpp"

namespace bevlogen::testing {
namespace {

using workforce::index_of;
using workforce::Leave;
using workforce::PostKind;

TEST(OutcomeEquations, MatchValuesByHand) {
    EXPECT_NEAR(workforce::times_risk(0.67f, -0.05f, 1.0f, 0.0f), 1.954237f, 1e-5f);
    EXPECT_NEAR(workforce::times_risk(0.67f, -0.05f, 0.0f, 2.0f), 0.904837f, 1e-6f);
    EXPECT_NEAR(workforce::times_risk(0.82f, -0.05f, 1.0f, -1.0f), 2.386911f, 1e-5f);  // e^.87
    EXPECT_FLOAT_EQ(workforce::relative_care(30.0f, 4.0f, 60.0f), 2.0f);
    EXPECT_EQ(workforce::relative_care(0.0f, 4.0f, 0.0f), 0.0f);
    EXPECT_NEAR(workforce::care_per_patient(std::log(1.25f)), 0.8f, 1e-6f);
    EXPECT_EQ(workforce::care_per_patient(0.0f), 1.0f);
    EXPECT_EQ(workforce::vacant_share(1.0f, 8.0f), 0.125f);
    EXPECT_EQ(workforce::vacant_share(0.0f, 0.0f), 0.0f);
    EXPECT_EQ(workforce::uncovered_share(30.0f, 40.0f), 0.25f);
    EXPECT_EQ(workforce::uncovered_share(0.0f, 0.0f), 0.0f);
    EXPECT_NEAR(workforce::care_not_delivered(200.0f, 1.2f, 1.0f, 1.1f), 20.0f, 1e-4f);
    EXPECT_EQ(workforce::care_not_delivered(200.0f, 1.0f, 1.0f, 1.0f), 0.0f);
    EXPECT_EQ(workforce::care_not_delivered(0.0f, 1.2f, 0.0f, 1.1f), 0.0f);
}

// Forty teams with posts that an intervention added, of which every other one has opened.
struct Cared {
    explicit Cared(const OutcomeParameters& outcomes = {{0.67f, -0.05f, 1.17f}, {0.82f, -0.05f, 1.2f}})
        : world({}, 0, 40, 4), measures(world.fields, world.setup.work, outcomes) {
        for (std::size_t i = 0; i < world.block.posts(); ++i) {
            const bool is_closed = workforce::is_added(world.block.post_kinds()[i]) && i % 2 == 0;
            world.block.person(world.fields.is_open)[i] = is_closed ? workforce::kClosed : workforce::kFilledByMarket;
        }
        world.step(Week{0});
        measure();
    }
    void measure() {
        burnt_out.resize(world.block.padded_posts());
        for (std::size_t i = 0; i < world.block.posts(); ++i) burnt_out[i] = i % 3 == 0 ? 1 : 0;
        columns.prepare(kCareOutcomes, world.block.padded_posts());
        measures.measure(world.block, burnt_out.data(), world.z_engagement.data(), columns, 0);
    }
    bool is_filled(std::size_t i) const { return world.block.person(world.fields.engine.filled)[i] != 0; }
    bool is_of_doctors(std::size_t i) const {
        return workforce::post_kind_of(world.block.post_kinds()[i]) != PostKind::coassistent &&
               world.block.person(world.fields.is_open)[i] != workforce::kClosed;
    }
    // Hours of care of a person this week, without what only cancels within a team.
    double care(std::size_t i) const {
        const auto& w = world.setup.work;
        const std::size_t k = world.block.person(world.fields.phase)[i];
        const double share = (1.0 - static_cast<double>(w.administration_share[k])) *
                             (1.0 - static_cast<double>(w.side_task_share) - static_cast<double>(w.loss_share[k]));
        return static_cast<double>(world.block.person(world.fields.hours_worked)[i]) * share * static_cast<double>(w.contribution[k]);
    }
    template <class Value>
    double sum(std::size_t team, const Value& value) const {
        double all = 0.0;
        for (std::size_t i = world.block.team_begin()[team]; i < world.block.team_begin()[team + 1]; ++i) all += value(i);
        return all;
    }
    double persons(std::size_t team) const {
        return sum(team, [&](std::size_t i) { return is_filled(i) ? 1.0 : 0.0; });
    }

    WorkWorld world;
    CareMeasures measures;
    std::vector<std::uint8_t> burnt_out;
    OutcomeColumns columns;
};

TEST(CareMeasures, RiskIsAMeanOverHoursOfCareWithinTheTeam) {
    const Cared c;
    for (std::size_t t = 0; t < c.world.block.teams(); ++t) {
        const double all = c.sum(t, [&](std::size_t i) { return c.care(i); });
        for (std::size_t i = c.world.block.team_begin()[t]; i < c.world.block.team_begin()[t + 1]; ++i) {
            const double weight = all > 0.0 ? c.care(i) * c.persons(t) / all : 0.0;
            const double z = static_cast<double>(c.world.z_engagement[i]), b = static_cast<double>(c.burnt_out[i]);
            EXPECT_NEAR(static_cast<double>(c.columns[kIncidentIndex][i]), weight * std::exp(0.67 * b - 0.05 * z) / 1.17, 1e-4);
            EXPECT_NEAR(static_cast<double>(c.columns[kPatientDissatisfaction][i]), weight * std::exp(0.82 * b - 0.05 * z) / 1.2, 1e-4);
        }
    }
    EXPECT_EQ(c.sum(WorkWorld::kStudentsOnly, [&](std::size_t i) { return static_cast<double>(c.columns[kIncidentIndex][i]); }), 0.0);
}

TEST(CareMeasures, WithoutAnyoneAtRiskTheMeanOverPersonsIsOne) {
    const Cared c({{0.0f, 0.0f, 1.0f}, {0.0f, 0.0f, 1.0f}});
    for (std::size_t t = 0; t < c.world.block.teams(); ++t) {
        const double all = c.sum(t, [&](std::size_t i) { return c.care(i); });
        const double mean = c.sum(t, [&](std::size_t i) { return static_cast<double>(c.columns[kIncidentIndex][i]); }) / c.persons(t);
        EXPECT_NEAR(mean, all > 0.0 ? 1.0 : 0.0, 1e-5) << t;
    }
}

// Shorter weeks for all give up care and look no safer for it.
TEST(CareMeasures, RiskDoesNotFallWithHours) {
    Cared c;
    const std::vector<float> before(c.columns[kIncidentIndex], c.columns[kIncidentIndex] + c.world.block.posts());
    for (float& hours : c.world.block.person(c.world.fields.hours_worked)) hours *= 0.75f;
    c.measure();
    for (std::size_t i = 0; i < before.size(); ++i) EXPECT_NEAR(c.columns[kIncidentIndex][i], before[i], 1e-5f);
}

TEST(CareMeasures, WhoIsAwayHasNoIncidents) {
    const Cared c;
    std::size_t away = 0;
    for (std::size_t i = 0; i < c.world.block.posts(); ++i) {
        const auto leave = static_cast<Leave>(c.world.block.person(c.world.fields.leave_kind)[i]);
        if (leave == Leave::none || leave == Leave::burnout_half_hours) continue;
        EXPECT_EQ(c.columns[kIncidentIndex][i], 0.0f);
        EXPECT_EQ(c.columns[kPatientDissatisfaction][i], 0.0f);
        ++away;
    }
    EXPECT_GT(away, 20u);
}

TEST(CareMeasures, TimeOfCareFallsWithLoad) {
    const Cared c;
    for (std::size_t t = 0; t < c.world.block.teams(); ++t) {
        const auto load = static_cast<double>(c.world.block.team(c.world.fields.log_load)[t]);
        EXPECT_NEAR(static_cast<double>(c.columns[kCarePerPatient][c.world.block.team_begin()[t]]), std::exp(-load), 1e-5);
    }
}

TEST(CareMeasures, VacanciesAreOfPostsOfDoctorsThatExist) {
    const Cared c;
    double vacant_in_all = 0.0;
    for (std::size_t t = 0; t < c.world.block.teams(); ++t) {
        const double posts = c.sum(t, [&](std::size_t i) { return c.is_of_doctors(i) ? 1.0 : 0.0; });
        const double vacant = c.sum(t, [&](std::size_t i) { return c.is_of_doctors(i) && !c.is_filled(i) ? 1.0 : 0.0; });
        for (std::size_t i = c.world.block.team_begin()[t]; i < c.world.block.team_begin()[t + 1]; ++i)
            EXPECT_NEAR(static_cast<double>(c.columns[kVacantPosts][i]), posts > 0.0 ? vacant / posts : 0.0, 1e-6) << t;
        vacant_in_all += vacant;
    }
    EXPECT_GT(vacant_in_all, 40.0);
}

TEST(CareMeasures, DutiesAreUncoveredByVacanciesAndByLeaveWithoutAStandIn) {
    const Cared c;
    const auto& work = c.world.setup.work;
    const auto duty = [&](std::size_t i) {
        if (!c.is_of_doctors(i)) return 0.0;
        switch (workforce::post_kind_of(c.world.block.post_kinds()[i])) {
            case PostKind::aios: return static_cast<double>(work.duties[index_of(workforce::Phase::aios)]);
            case PostKind::anios: return static_cast<double>(work.duties[index_of(workforce::Phase::anios)]);
            case PostKind::specialist_temporary: return static_cast<double>(work.duties[index_of(workforce::Phase::jonge_klare)]);
            default: return static_cast<double>(work.duties[index_of(workforce::Phase::specialist_mid)]);
        }
    };
    const auto open = [&](std::size_t i) {
        const auto leave = static_cast<Leave>(c.world.block.person(c.world.fields.leave_kind)[i]);
        if (!c.is_filled(i)) return 1.0;
        if (leave == Leave::none || c.world.block.person(c.world.fields.is_replaced)[i] != 0) return 0.0;
        return leave == Leave::burnout_half_hours ? 0.5 : 1.0;
    };
    for (std::size_t t = 0; t < c.world.block.teams(); ++t) {
        const double all = c.sum(t, duty), uncovered = c.sum(t, [&](std::size_t i) { return duty(i) * open(i); });
        for (std::size_t i = c.world.block.team_begin()[t]; i < c.world.block.team_begin()[t + 1]; ++i)
            EXPECT_NEAR(static_cast<double>(c.columns[kDutiesUncovered][i]), all > 0.0 ? uncovered / all : 0.0, 1e-6) << t;
    }
}

TEST(CareMeasures, NothingIsVacantOrUncoveredWhereEverybodyIsAtWork) {
    Cared c;
    c.world.everybody_at_work();
    c.measure();
    for (std::size_t i = 0; i < c.world.block.posts(); ++i) {
        EXPECT_EQ(c.columns[kVacantPosts][i], 0.0f);
        EXPECT_EQ(c.columns[kDutiesUncovered][i], 0.0f);
    }
}

// What is not delivered follows from load and capacity of the week: 0 without load, and within a band of it otherwise.
TEST(CareNotDelivered, IsWhatLoadLeavesBeyondOvertime) {
    WorkWorld w;
    w.step(Week{0});
    double some = 0.0;
    for (std::size_t t = 0; t < w.block.teams(); ++t) {
        const auto load = static_cast<double>(w.block.team(w.fields.log_load)[t]);
        const auto hours = static_cast<double>(w.block.team(w.fields.care_not_delivered)[t]);
        const auto reference = static_cast<double>(w.block.team(w.fields.reference_capacity)[t]);
        if (load <= 0.0) {
            EXPECT_EQ(hours, 0.0) << t;
            continue;
        }
        // V = K e^L: K (e^L - e^(overtime L)), with K = V e^-L and V / K0 from the shock, the season and a trend of 1.
        const double volume = std::exp(static_cast<double>(w.block.team(w.fields.volume_shock)[t]) +
                                       static_cast<double>(workforce::season(w.setup.work.season_amplitude, 0, w.setup.work.season_peak)));
        const double capacity = volume * std::exp(-load);
        const double beyond = volume - capacity * std::exp(static_cast<double>(w.setup.work.overtime) * load);
        if (load < static_cast<double>(w.setup.work.load_limit)) {
            EXPECT_NEAR(hours, reference * beyond, 1e-3 * reference) << t;
        }
        some += hours;
    }
    EXPECT_GT(some, 1.0);
}

}  // namespace
}  // namespace bevlogen::testing
