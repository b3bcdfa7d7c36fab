// Monitoring: what is read when, who is referred, and which teams redesign their work.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <map>
#include <set>

#include "models/interventions/monitoring.hpp"
#include "sim/random/box_muller.hpp"
#include "tests/unit/engine/workforce_levers.hpp"
#include "tests/unit/models/services_world.hpp"

namespace bevlogen::testing {
namespace {

using interventions::Monitoring;
using interventions::MonitoringInstrument;
using interventions::MonitoringReading;
using workforce::Demand;
using workforce::factor_of;
using workforce::Leave;
using workforce::Resource;

// What a scenario that writes these keys would hold.
LeverSetting monitoring_setting(const std::map<std::string, double>& written) {
    LeverSetting setting;
    std::size_t found = 0;
    for (const LeverKey& key : interventions::monitoring_lever().keys) {
        const auto it = written.find(key.name);
        setting.values.push_back(it == written.end() ? key.fallback : it->second);
        found += it == written.end() ? 0 : 1;
    }
    expect(found == written.size(), "every key that a test writes is one of the lever");
    return setting;
}

MonitoringReading shipped_reading() { return interventions::monitoring_reading(WorkforceParameters::read().instruments); }

// Teams of one hospital of which a lever reads; burnout differs from person to person.
class MonitoredWorld : public ServicesWorld {
  public:
    MonitoredWorld(const std::map<std::string, double>& written, std::size_t teams, std::size_t team_size)
        : ServicesWorld(service_parameters(), 1, teams, team_size),
          setting(monitoring_setting(written)),
          reading(shipped_reading()),
          monitoring(reading, fields, 0),
          z(block().padded_posts()),
          reach(block().padded_posts(), 1.0f) {
        for (std::size_t i = 0; i < block().posts(); ++i) {
            const PhiloxWords words = chance.words(i, Week{0}, Purpose{0x7005});
            z[i] = box_muller(words[0], words[1])[0];
        }
    }
    // The clearing after so many weeks of the intervention; whom it refers.
    std::vector<ServiceStay> clear_after(int weeks, float dose = 1.0f) {
        const InterventionNow now{{&setting, 1}, dose, reach.data(), kPurpose, Week{weeks - 1}};
        std::vector<ServiceStay> referred;
        monitoring.clear_block(block(), {Week{weeks - 1}, chance, {&now, 1}}, {z.data(), z.data()}, referred);
        return referred;
    }
    float expected_reading(std::size_t i, int weeks, MonitoringInstrument instrument) {
        const PhiloxWords words = chance.words(person(i), Week{weeks - 1}, kPurpose, interventions::kDrawReading);
        return reading.read(instrument, z[i], z[i], box_muller(words[0], words[1])[0]);
    }
    std::uint64_t person(std::size_t i) { return block().person_at(i, fields.engine).value; }
    std::span<const std::uint16_t> weeks_left() { return block().team(fields.redesign_weeks_left); }

    static constexpr Purpose kPurpose{0x8123};
    LeverSetting setting;
    MonitoringReading reading;
    Monitoring monitoring;
    std::vector<float> z, reach;
};

TEST(MonitoringReading, IsTwelveWholeNumberedItemsOfBurnoutOrAScaleOfExhaustion) {
    const MonitoringReading reading = shipped_reading();
    // 2.0 + .55 (sqrt(.9) 1 + sqrt(.1) 2) = 2.8696, of twelve items 34.435: 34 / 12.
    EXPECT_FLOAT_EQ(reading.read(MonitoringInstrument::bat, -9.0f, 1.0f, 2.0f), 34.0f / 12.0f);
    EXPECT_FLOAT_EQ(reading.read(MonitoringInstrument::bat, 0.0f, -9.0f, 0.0f), 1.0f);
    EXPECT_FLOAT_EQ(reading.read(MonitoringInstrument::bat, 0.0f, 9.0f, 0.0f), 5.0f);
    // 1.8 + 1.1 sqrt(.88) 1 = 2.8319, of eight items 22.655: 23 / 8.
    EXPECT_FLOAT_EQ(reading.read(MonitoringInstrument::ubos, 1.0f, -9.0f, 0.0f), 23.0f / 8.0f);
    EXPECT_EQ(reading.cut_off(MonitoringInstrument::bat), 2.54f);
    EXPECT_EQ(reading.cut_off(MonitoringInstrument::ubos), 2.5f);
}

TEST(MonitoringSettings, EachKeyIsReadFromItsOwnPlace) {
    const auto settings = [](const std::map<std::string, double>& written) {
        return interventions::monitoring_settings(monitoring_setting(written).values);
    };
    EXPECT_EQ(settings({{"instrument", 1}}).instrument, MonitoringInstrument::ubos);
    EXPECT_EQ(settings({{"interval", 9}}).interval, 9);
    EXPECT_EQ(settings({{"cut_off", 3}}).cut_off, 3.0);
    EXPECT_EQ(settings({{"referral", 0.5}}).referral, 0.5f);
    EXPECT_EQ(settings({{"service", 2}}).service, Service::career_centre);
    EXPECT_EQ(settings({{"trigger", 0.25}}).trigger, 0.25);
    EXPECT_EQ(settings({{"redesign_workload", -0.5}}).redesign_workload, -0.5f);
    EXPECT_EQ(settings({{"redesign_autonomy", 0.25}}).redesign_autonomy, 0.25f);
    EXPECT_EQ(settings({{"redesign_recovery", 0.125}}).redesign_recovery, 0.125f);
    EXPECT_EQ(settings({{"redesign_weeks", 40}}).redesign_weeks, 40);
    EXPECT_EQ(settings({}).cut_off, kNotSet);
    EXPECT_EQ(settings({}).trigger, kNotSet);
    EXPECT_EQ(settings({}).interval, 26);
}

TEST(Monitoring, RefersWhoReadsAtOrAboveTheCutOffWithItsShare) {
    for (const MonitoringInstrument instrument : {MonitoringInstrument::bat, MonitoringInstrument::ubos}) {
        MonitoredWorld w({{"instrument", instrument == MonitoringInstrument::bat ? 0 : 1}, {"referral", 1}, {"service", 1}}, 20, 40);
        w.reach[7] = 0.0f;
        w.block().person(w.fields.engine.filled)[8] = 0;
        w.block().person(w.fields.leave_kind)[9] = static_cast<std::uint8_t>(Leave::short_illness);
        w.z[7] = w.z[8] = w.z[9] = 9.0f;
        std::set<std::uint32_t> expected, found;
        for (std::uint32_t i = 0; i < w.block().posts(); ++i) {
            if (i >= 7 && i <= 9) continue;
            if (w.expected_reading(i, 4, instrument) >= w.reading.cut_off(instrument)) expected.insert(i);
        }
        for (const ServiceStay& stay : w.clear_after(4)) {
            found.insert(stay.post);
            EXPECT_EQ(stay.service, Service::social_work);
            EXPECT_EQ(stay.referred, 3);
        }
        EXPECT_GT(found.size(), 100u);
        EXPECT_LT(found.size(), 400u);
        EXPECT_EQ(found, expected);
    }
}

TEST(Monitoring, TheReferredAreAShareAndTheSameOnesWhereTheShareIsLarger) {
    std::vector<std::set<std::uint32_t>> referred;
    for (const double share : {0.0, 0.2, 0.6, 1.0}) {
        MonitoredWorld w({{"referral", share}, {"cut_off", 1}}, 30, 50);
        std::set<std::uint32_t> posts;
        for (const ServiceStay& stay : w.clear_after(4)) posts.insert(stay.post);
        EXPECT_NEAR(static_cast<double>(posts.size()), 1500 * share, 5 * std::sqrt(1500 * share * (1 - share))) << share;
        if (!referred.empty()) {
            EXPECT_TRUE(std::ranges::includes(posts, referred.back()));
        }
        referred.push_back(posts);
    }
    EXPECT_TRUE(referred[0].empty());
}

TEST(Monitoring, AWaveComesEveryIntervalFromTheStartAndReadsAnew) {
    MonitoredWorld w({{"referral", 1}, {"interval", 26}}, 10, 40);
    std::vector<int> waves;
    std::vector<std::set<std::uint32_t>> read;
    for (int weeks = 4; weeks <= 104; weeks += 4) {
        std::set<std::uint32_t> posts;
        for (const ServiceStay& stay : w.clear_after(weeks)) posts.insert(stay.post);
        if (posts.empty()) continue;
        waves.push_back(weeks);
        read.push_back(posts);
    }
    EXPECT_EQ(waves, (std::vector<int>{4, 28, 56, 80}));  // due in weeks 0, 26, 52 and 78
    EXPECT_NE(read[0], read[1]);                          // an error of its own each time
    EXPECT_TRUE(w.clear_after(0).empty());
    EXPECT_TRUE(w.clear_after(4, 0.0f).empty());
    const auto half = w.clear_after(4, 0.5f).size();
    EXPECT_GT(half, read[0].size() / 4);
    EXPECT_LT(half, read[0].size() * 3 / 4);
}

TEST(Monitoring, OnlyTeamsAboveTheTriggerRedesignAndForSoLong) {
    MonitoredWorld w({{"trigger", 0.5},
                      {"interval", 104},
                      {"redesign_weeks", 12},
                      {"redesign_workload", -0.15},
                      {"redesign_autonomy", 0.3},
                      {"redesign_recovery", 0.1}},
                     3, 8);
    // Four of eight are no more than half; five are. Nobody of the third team is in reach.
    for (std::size_t i = 0; i < 24; ++i) w.z[i] = (i < 4 || (i >= 8 && i < 13) || i >= 16) ? 9.0f : -9.0f;
    for (std::size_t i = 16; i < 24; ++i) w.reach[i] = 0.0f;
    w.reach[15] = 0.0f;  // five of seven
    EXPECT_TRUE(w.clear_after(4).empty());
    EXPECT_EQ(std::vector<std::uint16_t>(w.weeks_left().begin(), w.weeks_left().end()), (std::vector<std::uint16_t>{0, 12, 0}));

    Scratch scratch;
    const auto target = [&](std::size_t factor, std::size_t i, float dose) {
        scratch.prepare(w.block(), workforce::columns::kScratchColumns, 0);
        for (std::size_t j = 0; j < workforce::kFactors; ++j) std::fill_n(scratch.column(j), w.block().padded_posts(), 0.0f);
        const InterventionNow now{{&w.setting, 1}, dose, w.reach.data(), MonitoredWorld::kPurpose, Week{4}};
        w.monitoring.add_redesign({&now, 1}, w.block(), scratch);
        return scratch.column(factor)[i];
    };
    for (std::size_t i = 0; i < 24; ++i) {
        const float in = i >= 8 && i < 15 ? 1.0f : 0.0f;
        EXPECT_FLOAT_EQ(target(factor_of(Demand::workload), i, 1.0f), -0.15f * in) << i;
        EXPECT_FLOAT_EQ(target(factor_of(Resource::autonomy), i, 0.5f), 0.15f * in) << i;
        EXPECT_FLOAT_EQ(target(factor_of(Resource::recovery), i, 1.0f), 0.1f * in) << i;
    }
    w.clear_after(8);
    w.clear_after(12);
    EXPECT_EQ(w.weeks_left()[1], 4);
    w.clear_after(16);
    EXPECT_EQ(w.weeks_left()[1], 0);
    EXPECT_EQ(target(factor_of(Demand::workload), 9, 1.0f), 0.0f);
}

TEST(Monitoring, ARedesignOfAnotherInterventionIsLeftToEnd) {
    MonitoredWorld w({{"trigger", 0.0}, {"redesign_weeks", 40}, {"interval", 4}}, 1, 8);
    std::ranges::fill(w.z, 9.0f);
    w.block().team(w.fields.redesign_weeks_left)[0] = 8;
    w.block().team(w.fields.redesigned_by)[0] = 77;
    w.clear_after(4);
    EXPECT_EQ(w.weeks_left()[0], 4);
    EXPECT_EQ(w.block().team(w.fields.redesigned_by)[0], 77);
    w.clear_after(8);
    EXPECT_EQ(w.weeks_left()[0], 40);
    EXPECT_EQ(w.block().team(w.fields.redesigned_by)[0], 0x8123);
    w.clear_after(12);
    EXPECT_EQ(w.weeks_left()[0], 40);  // triggered again
}

// Data alone do nothing (Linzer 2015): not one bit of the world differs, though everybody is read every four weeks.
TEST(Monitoring, DataAloneAreTheSameAsNone) {
    const std::string alone = "[[intervention]]\nname = \"data\"\nstart = { week = 3 }\nmonitoring = { interval = 4, cut_off = 1 }\n";
    const std::vector<std::string> one_year = {"time.years=1"};
    const auto without = state_at_end(lively("", one_year));
    EXPECT_TRUE(state_at_end(lively(alone, one_year)) == without);
    const std::string with_referral = alone.substr(0, alone.size() - 3) + ", referral = 0.2 }\n";
    EXPECT_FALSE(state_at_end(lively(with_referral, one_year)) == without);
}

}  // namespace
}  // namespace bevlogen::testing
