// Services: who gets a place when, how long a stay lasts, and what it does.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "models/interventions/services_equations.hpp"
#include "models/workforce/relocation.hpp"
#include "tests/unit/models/services_world.hpp"

namespace bevlogen::testing {
namespace {

using workforce::Demand;
using workforce::factor_of;
using workforce::Resource;

TEST(ServiceEquations, ByHand) {
    EXPECT_EQ(interventions::whole_epochs(13), 12);
    EXPECT_EQ(interventions::whole_epochs(26), 28);
    EXPECT_EQ(interventions::whole_epochs(1), 4);
    EXPECT_EQ(interventions::whole_epochs(104), 104);
    // 1,300 persons, 20 a year per 1,000: 26 a year, 2 a clearing.
    EXPECT_EQ(interventions::places_of_clearing(20.0, 1300.0, 0.001), 2);
    EXPECT_EQ(interventions::places_of_clearing(20.0, 1300.0, 0.999), 2);
    EXPECT_EQ(interventions::places_of_clearing(10.0, 325.0, 0.74), 0);  // a quarter
    EXPECT_EQ(interventions::places_of_clearing(10.0, 325.0, 0.76), 1);
    EXPECT_EQ(interventions::places_of_clearing(0.0, 1300.0, 0.999), 0);
    // Waves in weeks 0, 10, 20: of the epochs that end after so many weeks.
    const std::map<int, bool> waves = {{-2, false}, {0, false},  {1, true},  {4, true},  {8, false},  {10, false}, {11, true}, {12, true},
                                       {16, false}, {20, false}, {21, true}, {24, true}, {25, false}, {28, false}, {32, true}};
    for (const auto& [running, is_due] : waves) EXPECT_EQ(interventions::is_wave(running, 10), is_due) << running;
    for (int running = 4; running < 100; running += 4) EXPECT_TRUE(interventions::is_wave(running, 4));
    EXPECT_FALSE(interventions::triggers(3, 10, 0.3));
    EXPECT_TRUE(interventions::triggers(4, 10, 0.3));
    EXPECT_FALSE(interventions::triggers(0, 0, 0.0));
}

TEST(Services, TakeSoManyAYearOfEachHospitalAndRoundAtRandom) {
    ServiceParameters p = service_parameters();
    const double a_year = 50.0;
    p.places.fill(static_cast<float>(a_year));
    p.weeks.fill(4);
    ServicesWorld w(p, 6, 10, 30);  // 300 persons each: 15 places a year, 1.154 a clearing
    w.refer_everybody(Service::social_work);
    std::map<std::uint32_t, int> begun;
    for (int clearing = 1; clearing <= 130; ++clearing) {
        w.clear(4 * clearing);
        std::map<std::uint32_t, int> now;
        for (Block& b : w.population.blocks()) {
            for (const ServiceStay& stay : std::as_const(b).rows(w.fields.stays)) {
                if (stay.began == 4 * clearing) ++now[b.person_at(stay.post, w.fields.engine).first_team().hospital()];
            }
        }
        for (std::uint32_t h = 0; h < 6; ++h) {
            EXPECT_GE(now[h], 1);
            EXPECT_LE(now[h], 2);
            begun[h] += now[h];
        }
    }
    std::set<int> of_hospitals;
    for (const auto& [hospital, number] : begun) {
        EXPECT_NEAR(number, 150, 20) << hospital;  // 4.9 SD of 130 draws
        of_hospitals.insert(number);
    }
    EXPECT_GT(of_hospitals.size(), 1u);  // each has draws of its own
}

TEST(Services, NobodyWaitsForEverWhereThereIsRoom) {
    ServiceParameters p = service_parameters();
    p.places[index_of(Service::career_centre)] = 400.0f;
    p.places[index_of(Service::social_work)] = 0.0f;
    ServicesWorld w(p, 2, 4, 25);
    w.services.refer(w.block(), {ServicesWorld::referral(3, Service::social_work)});
    w.refer_everybody(Service::career_centre);
    for (int clearing = 1; clearing <= 80; ++clearing) w.clear(4 * clearing);  // 400 of 1,000 a year, six years
    EXPECT_EQ(w.count(true), 1u);                                              // where there is no room one waits
    EXPECT_EQ(w.count(false), 0u);
    EXPECT_EQ(w.stays()[0].post, 3u);
}

TEST(Services, GiveAPlaceToWhoWaitedLongestAndDrawAmongThoseOfOneWeek) {
    ServiceParameters p = service_parameters();
    p.places.fill(195.0f);  // of 1,000 a year: 15 a clearing
    ServicesWorld w(p, 1, 20, 50);
    std::vector<ServiceStay> referred;
    for (std::uint32_t i = 0; i < 40; ++i) referred.push_back(ServicesWorld::referral(i, Service::social_work, i % 4 == 3 ? 1 : 2));
    w.services.refer(w.block(), referred);
    w.clear(4);
    std::vector<std::uint32_t> served;
    for (const ServiceStay& stay : w.stays()) {
        if (stay.referred == 1) {
            EXPECT_FALSE(is_waiting(stay));
        }  // ten
        if (stay.referred == 2 && !is_waiting(stay)) served.push_back(stay.post);
    }
    EXPECT_EQ(served.size(), 5u);
    EXPECT_GT(served.back(), 12u);  // by chance, not by place
    w.clear(8);
    EXPECT_EQ(w.count(true), 10u);
}

TEST(Services, AStayLastsWholeEpochsAndThenIsOver) {
    ServiceParameters p = service_parameters();
    p.places.fill(1000.0f);
    ServicesWorld w(p, 1, 10, 30);
    w.services.refer(
        w.block(), {ServicesWorld::referral(5, Service::occupational_physician, 2), ServicesWorld::referral(9, Service::career_centre, 3)});
    w.clear(4);
    ASSERT_EQ(w.count(false), 2u);
    EXPECT_EQ(w.stays()[0].began, 4);
    for (const int weeks : {8, 12}) {
        w.clear(weeks);
        EXPECT_EQ(w.count(false), 2u) << weeks;
    }
    w.clear(16);  // 13 weeks are three epochs
    ASSERT_EQ(w.stays().size(), 1u);
    EXPECT_EQ(w.stays()[0].service, Service::career_centre);
    for (const int weeks : {20, 24, 28}) w.clear(weeks);
    EXPECT_EQ(w.stays().size(), 1u);
    w.clear(32);
    EXPECT_TRUE(w.stays().empty());
}

TEST(Services, ShiftWhatFactorsTendToOfWhoIsInThem) {
    ServiceParameters p = service_parameters();
    ServicesWorld w(p, 1, 2, 8);
    std::vector<ServiceStay> stays = {
        ServicesWorld::referral(0, Service::leadership_centre),      ServicesWorld::referral(1, Service::social_work),
        ServicesWorld::referral(2, Service::occupational_physician), ServicesWorld::referral(3, Service::career_centre),
        ServicesWorld::referral(4, Service::leadership_centre),      ServicesWorld::referral(5, Service::social_work)};
    for (ServiceStay& stay : stays) stay.began = stay.post == 5 ? -1 : 0, stay.weeks_left = 8;
    w.block().put_rows(w.fields.stays, std::span<const ServiceStay>(stays));
    Scratch scratch;
    scratch.prepare(w.block(), workforce::columns::kScratchColumns, 0);
    for (std::size_t j = 0; j < workforce::kFactors; ++j) std::fill_n(scratch.column(j), w.block().padded_posts(), 1.0f);
    w.services.add_shifts(w.block(), scratch);
    const std::map<std::pair<std::size_t, std::size_t>, float> expected = {
        {{1, factor_of(Demand::emotional_load)}, -0.3f}, {{2, factor_of(Demand::workload)}, -0.2f},
        {{2, factor_of(Resource::recovery)}, 0.2f},      {{3, factor_of(Resource::development)}, 0.3f},
        {{3, factor_of(Demand::job_insecurity)}, -0.2f}, {{4, factor_of(Resource::development)}, 0.2f}};
    for (std::size_t i = 0; i < w.block().posts(); ++i) {
        for (std::size_t j = 0; j < workforce::kFactors; ++j) {
            const auto shift = expected.find({i, j});
            EXPECT_FLOAT_EQ(scratch.column(j)[i], 1.0f + (shift == expected.end() ? 0.0f : shift->second)) << i << " " << j;
        }
    }
}

TEST(Services, ALeaderInTheLeadershipCentreLeadsBetterMeanwhile) {
    ServiceParameters p = service_parameters();
    p.places.fill(1000.0f);
    p.weeks[index_of(Service::leadership_centre)] = 8;
    ServicesWorld w(p, 1, 4, 75);
    w.services.refer(w.block(),
                     {ServicesWorld::referral(75, Service::leadership_centre), ServicesWorld::referral(151, Service::leadership_centre)});
    const auto quality = [&](int weeks) {  // leaders are set anew at each clearing
        std::ranges::fill(w.block().team(w.fields.leader_now), 0.5f);
        w.clear(weeks);
        const auto now = w.block().team(w.fields.leader_now);
        return std::vector<float>(now.begin(), now.end());
    };
    const std::vector<float> better = {0.5f, 0.7f, 0.5f, 0.5f}, as_they_were(4, 0.5f);
    EXPECT_EQ(quality(4), better);
    EXPECT_EQ(quality(8), better);
    EXPECT_EQ(quality(12), as_they_were);
}

TEST(Services, WhoWaitsOrIsInOneStaysThereAndOfTwoReferralsTheFirstCounts) {
    ServicesWorld w(service_parameters(), 1, 2, 8);
    w.services.refer(w.block(), {ServicesWorld::referral(6, Service::social_work), ServicesWorld::referral(2, Service::career_centre),
                                 ServicesWorld::referral(6, Service::career_centre)});
    w.services.refer(w.block(), {ServicesWorld::referral(2, Service::social_work), ServicesWorld::referral(3, Service::social_work)});
    const std::map<std::uint32_t, Service> expected = {{2, Service::career_centre}, {3, Service::social_work}, {6, Service::social_work}};
    std::map<std::uint32_t, Service> found;
    for (const ServiceStay& stay : w.stays()) found[stay.post] = stay.service;
    EXPECT_EQ(found, expected);
    EXPECT_EQ(w.stays().size(), 3u);
}

TEST(Services, GoWithThePersonAndEndWithWhoLeaves) {
    ServicesWorld w(service_parameters(), 2, 2, 8);
    w.services.refer(w.block(), {ServicesWorld::referral(1, Service::social_work), ServicesWorld::referral(4, Service::career_centre)});
    const std::vector<workforce::Seat> seats = {{0, 1}, {0, 20}};
    const std::vector<std::uint32_t> from = {1, 0};
    workforce::relocate(w.fields, w.population.blocks(), seats, from);
    ASSERT_EQ(w.stays().size(), 2u);
    EXPECT_EQ(w.stays()[1].post, 20u);
    EXPECT_EQ(w.stays()[1].service, Service::social_work);
    const std::vector<workforce::Seat> leaving = {{0, 4}};
    workforce::remove_persons(w.fields, w.population.blocks(), leaving);
    ASSERT_EQ(w.stays().size(), 1u);
    EXPECT_EQ(w.stays()[0].post, 20u);
}

TEST(Services, GoAlongToAVacantPostAndLeaveNothingBehind) {
    ServicesWorld w(service_parameters(), 2, 2, 8);
    const std::vector<workforce::Seat> vacated = {{0, 20}};
    workforce::remove_persons(w.fields, w.population.blocks(), vacated);
    w.services.refer(w.block(), {ServicesWorld::referral(1, Service::social_work), ServicesWorld::referral(4, Service::career_centre)});
    const std::uint64_t person = w.block().person_at(1, w.fields.engine).value;
    const std::vector<workforce::Seat> seats = {{0, 1}, {0, 20}};
    const std::vector<std::uint32_t> from = {workforce::kNobody, 0};
    workforce::relocate(w.fields, w.population.blocks(), seats, from);
    EXPECT_EQ(w.block().person(w.fields.engine.filled)[1], 0);
    EXPECT_EQ(w.block().person(w.fields.engine.filled)[20], 1);
    EXPECT_EQ(w.block().person_at(20, w.fields.engine).value, person);
    ASSERT_EQ(w.stays().size(), 2u);
    EXPECT_EQ(w.stays()[0].post, 4u);
    EXPECT_EQ(w.stays()[0].service, Service::career_centre);
    EXPECT_EQ(w.stays()[1].post, 20u);
    EXPECT_EQ(w.stays()[1].service, Service::social_work);
}

TEST(Services, ThePlacesOfAHospitalDoNotDependOnBlocks) {
    const auto begun = [](std::size_t block_posts) {
        ServicesWorld w(service_parameters(), 5, 6, 20, block_posts);
        w.refer_everybody(Service::social_work);
        std::map<std::uint64_t, int> weeks;
        for (int clearing = 1; clearing <= 20; ++clearing) w.clear(4 * clearing);
        for (Block& b : w.population.blocks()) {
            for (const ServiceStay& stay : std::as_const(b).rows(w.fields.stays))
                weeks[b.person_at(stay.post, w.fields.engine).value] = stay.began;
        }
        return weeks;
    };
    const auto whole = begun(kDefaultBlockPosts);
    EXPECT_LT(whole.size(), 600u);
    EXPECT_EQ(begun(1), whole);
    EXPECT_EQ(begun(130), whole);
}

}  // namespace
}  // namespace bevlogen::testing
