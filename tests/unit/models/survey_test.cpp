// Surveys: the BAT-12, who answers, and a response shift that moves what participants report and nothing else.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "models/instruments/questionnaires.hpp"
#include "models/instruments/survey_equations.hpp"
#include "sim/engine/observer.hpp"
#include "sim/engine/outcome_columns.hpp"
#include "tests/unit/engine/workforce_levers.hpp"
#include "tests/unit/models/small_world.hpp"

namespace bevlogen::testing {
namespace {

using instruments::Instrument;
using instruments::Questionnaires;

TEST(SurveyEquations, MatchValuesByHand) {
    EXPECT_EQ(instruments::reported_z(1.0f, 0.25f, true), 0.75f);
    EXPECT_EQ(instruments::reported_z(1.0f, 0.25f, false), 1.0f);
    EXPECT_EQ(instruments::mbi_points(2.5f), 22.5f);
    EXPECT_EQ(instruments::mbi_points(6.0f), 54.0f);
    EXPECT_NEAR(instruments::chance_to_answer(0.0f, -0.2f, 0.0f), 0.5f, 1e-6f);
    EXPECT_NEAR(instruments::chance_to_answer(0.0f, -0.2f, 2.0f), 0.401312f, 1e-6f);   // 1 / (1 + e^.4)
    EXPECT_NEAR(instruments::chance_to_answer(1.0f, -0.5f, -1.0f), 0.817574f, 1e-6f);  // 1 / (1 + e^-1.5)
}

// A small world with questionnaires; readings of one instrument in one wave.
struct Surveyed {
    explicit Surveyed(const std::vector<std::string>& sets = {})
        : world(sets), questionnaires(world.parameters.instruments, world.theory.scores()) {
        const auto coaching = world.block.person(world.fields.coaching_stage), group = world.block.person(world.fields.peer_group_stage);
        for (std::size_t i = 0; i < world.block.posts(); ++i) {
            coaching[i] = static_cast<std::uint8_t>(i % 5 == 0 ? workforce::CoachingStage::finished : workforce::CoachingStage::offered);
            group[i] = static_cast<std::uint8_t>(i % 7 == 0 ? workforce::PeerGroupStage::busy : workforce::PeerGroupStage::none);
        }
    }
    std::vector<float> read(Instrument instrument, std::uint32_t wave = 0) const {
        std::vector<float> readings(world.block.posts());
        questionnaires.read_one(instrument, world.block, Week{8}, wave, world.chance, readings);
        return readings;
    }
    bool is_participant(std::size_t i) const { return i % 5 == 0 || i % 7 == 0; }
    std::vector<float> z_burnout() const {
        std::vector<float> z(world.block.posts());
        world.theory.scores().burnout_z(world.block, z.data(), z.size());
        return z;
    }

    SmallWorld world;
    Questionnaires questionnaires;
};

TEST(Bat, HasTwelveItemsFromOneToFive) {
    const Surveyed s;
    const Questionnaires& q = s.questionnaires;
    EXPECT_EQ(q.bat_reading(0.0f, 0.0f), 2.0f);
    EXPECT_EQ(q.bat_reading(1.0f, 0.0f), 30.0f / 12.0f);   // 2 + .55 sqrt(.9) = 2.5218, 30.26 points over twelve items
    EXPECT_EQ(q.bat_reading(1.0f, 1.0f), 32.0f / 12.0f);   // + .55 sqrt(.1) = 2.6957, 32.35 points
    EXPECT_EQ(q.bat_reading(2.0f, -1.0f), 34.0f / 12.0f);  // 2.8694, 34.43 points
    EXPECT_EQ(q.bat_reading(-9.0f, 0.0f), 1.0f);
    EXPECT_EQ(q.bat_reading(9.0f, 0.0f), 5.0f);
}

// Of week 8.
struct Answers {
    explicit Answers(const Surveyed& s) {
        const std::size_t stride = s.world.block.padded_posts();
        std::vector<float> draws(instruments::kSurveyDraws * stride);
        std::vector<float> z = s.z_burnout();
        z.resize(stride);  // read in whole groups
        bat.resize(stride);
        for (std::vector<std::uint8_t>* flags : {&at_risk, &severe, &responds}) flags->resize(stride);
        s.questionnaires.read_survey(s.world.block, Week{8}, 0, s.world.chance, z.data(), draws.data(), stride,
                                     {bat.data(), at_risk.data(), severe.data(), responds.data()});
    }
    std::vector<float> bat;
    std::vector<std::uint8_t> at_risk, severe, responds;
};

TEST(Bat, SharesAreThoseAtOrAboveTheCutOffs) {
    const Surveyed s;
    const Answers answers(s);
    std::size_t at_risk = 0, severe = 0;
    for (std::size_t i = 0; i < s.world.block.posts(); ++i) {
        EXPECT_EQ(answers.at_risk[i], answers.bat[i] >= 2.54f ? 1 : 0);
        EXPECT_EQ(answers.severe[i], answers.bat[i] >= 2.96f ? 1 : 0);
        at_risk += answers.at_risk[i], severe += answers.severe[i];
    }
    EXPECT_GT(severe, 0u);
    EXPECT_GT(at_risk, severe);
    EXPECT_LT(at_risk, s.world.block.posts());
}

TEST(Instruments, GiveTheReadingsOfTheirOwnColumnAndWave) {
    const Surveyed s;
    const std::size_t stride = s.world.block.padded_posts(), n = s.world.block.posts();
    std::vector<float> columns(instruments::kUbosAndUbes * stride);
    s.questionnaires.read(s.world.block, Week{8}, 0, s.world.chance, columns.data(), stride);
    const Answers answers(s);
    const auto ubes = s.read(Instrument::ubes), exhaustion = s.read(Instrument::ubos_exhaustion), mbi = s.read(Instrument::mbi_exhaustion);
    const auto bat = s.read(Instrument::bat), responds = s.read(Instrument::responds);
    for (std::size_t i = 0; i < n; ++i) {
        EXPECT_EQ(exhaustion[i], columns[i]);
        EXPECT_EQ(ubes[i], columns[3 * stride + i]);
        EXPECT_EQ(mbi[i], 9.0f * columns[i]);
        EXPECT_EQ(bat[i], answers.bat[i]);
        EXPECT_EQ(responds[i], answers.responds[i]);
    }
    for (const Instrument instrument : {Instrument::ubes, Instrument::bat, Instrument::responds})
        EXPECT_NE(s.read(instrument, 1), s.read(instrument)) << "another wave has draws of its own";
}

TEST(Instruments, OneOfThemSaysWhoAnswers) {
    const auto decls = instruments::instrument_decls();
    ASSERT_EQ(decls.size(), instruments::kInstruments);
    for (std::size_t k = 0; k < decls.size(); ++k) EXPECT_EQ(decls[k].is_response, k == workforce::index_of(Instrument::responds));
}

// Share of answers over waves of those with a burnout score above or below 0.
double answered(const Surveyed& s, bool is_burnt_out) {
    const std::vector<float> z = s.z_burnout();
    double yes = 0.0, all = 0.0;
    for (std::uint32_t wave = 0; wave < 200; ++wave) {
        const auto responds = s.read(Instrument::responds, wave);
        for (std::size_t i = 0; i < z.size(); ++i) {
            if ((z[i] > 0.0f) != is_burnt_out) continue;
            yes += static_cast<double>(responds[i]), all += 1.0;
        }
    }
    return yes / all;
}

// Some 20,000 draws a share: standard errors below .004; |difference| < 5 of them has a false-positive rate of 6e-7.
TEST(Response, FallsWithBurnout) {
    const Surveyed falls({"instruments.response.share=0.6"});
    EXPECT_LT(answered(falls, true), answered(falls, false) - 0.05);
    const Surveyed same({"instruments.response.share=0.6", "instruments.response.on_burnout=0"});
    EXPECT_NEAR(answered(same, true), 0.6, 0.02);
    EXPECT_NEAR(answered(same, false), 0.6, 0.02);
}

TEST(ResponseShift, MovesReadingsOfParticipantsOnly) {
    const Surveyed plain, shifted({"instruments.response_shift=0.5"});
    const instruments::InstrumentParameters& p = plain.world.parameters.instruments;
    const auto points_a_z = [](const instruments::ScaleParameters& scale) {
        return static_cast<double>(scale.sd) * std::sqrt(static_cast<double>(scale.alpha));
    };
    const std::vector<std::pair<Instrument, double>> points_better = {{Instrument::ubos_exhaustion, -points_a_z(p.ubos_exhaustion)},
                                                                      {Instrument::mbi_exhaustion, -9.0 * points_a_z(p.ubos_exhaustion)},
                                                                      {Instrument::ubos_distance, -points_a_z(p.ubos_distance)},
                                                                      {Instrument::ubos_accomplishment, points_a_z(p.ubos_accomplishment)},
                                                                      {Instrument::ubes, points_a_z(p.ubes)},
                                                                      {Instrument::bat, -points_a_z(p.bat)}};
    for (const auto& [instrument, points] : points_better) {
        const auto before = plain.read(instrument), after = shifted.read(instrument);
        double better = 0.0, participants = 0.0;
        for (std::size_t i = 0; i < before.size(); ++i) {
            const double change = static_cast<double>(after[i] - before[i]) / (0.5 * points);  // 1 where nothing is clipped or rounded
            if (plain.is_participant(i)) {
                EXPECT_GE(change, 0.0);
                better += change, participants += 1.0;
            } else {
                EXPECT_EQ(change, 0.0);
            }
        }
        ASSERT_GT(participants, 20.0);
        // Less at the ends of the scale, where readings are clipped.
        EXPECT_LT(better / participants, 1.1);
        EXPECT_GT(better / participants, 0.4);
    }
    EXPECT_EQ(plain.read(Instrument::responds), shifted.read(Instrument::responds));
}

// Sessions that run or were, in whichever programme; who only asked, waits or was sent elsewhere knows nothing of one yet.
TEST(ResponseShift, IsOfWhoHadSessions) {
    using workforce::CoachingStage;
    using workforce::PeerGroupStage;
    const auto is_participant = [](CoachingStage coaching, PeerGroupStage group) {
        return workforce::is_participant(static_cast<std::uint8_t>(coaching), static_cast<std::uint8_t>(group));
    };
    for (const auto stage :
         {CoachingStage::none, CoachingStage::offered, CoachingStage::waiting, CoachingStage::referred, CoachingStage::refused})
        EXPECT_FALSE(is_participant(stage, PeerGroupStage::waiting));
    for (const auto stage : {CoachingStage::busy, CoachingStage::finished, CoachingStage::stopped, CoachingStage::evaluated})
        EXPECT_TRUE(is_participant(stage, PeerGroupStage::none));
    for (const auto stage : {PeerGroupStage::busy, PeerGroupStage::finished, PeerGroupStage::stopped})
        EXPECT_TRUE(is_participant(CoachingStage::none, stage));
}

TEST(ResponseShift, CanBeLeftOutOfAReading) {
    const Surveyed plain, shifted({"instruments.response_shift=0.5"});
    const std::size_t stride = plain.world.block.padded_posts(), n = plain.world.block.posts();
    std::vector<float> columns(instruments::kUbosAndUbes * stride);
    shifted.questionnaires.read(shifted.world.block, Week{8}, 0, shifted.world.chance, columns.data(), stride,
                                instruments::Reporting::without_response_shift);
    EXPECT_EQ(std::vector<float>(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(n)),
              plain.read(Instrument::ubos_exhaustion));
}

// What a whole run ends in: every byte of its blocks, and outcomes of everybody.
struct WholeRun {
    std::vector<std::vector<std::byte>> memory;
    std::map<std::string, double> sums;
};

WholeRun run_with_shift(const std::string& shift) {
    const Scenario scenario = lively(acting(workforce_levers()[8], 4), {"instruments.response_shift=" + shift});
    const Model& model = model_of(scenario);
    Parallel parallel(1);
    const Chance chance{scenario.seed, 1};
    Simulation simulation(model, scenario, chance, parallel, kDefaultBlockPosts);
    simulation.advance(scenario.total_weeks());
    const auto dynamics = model.make_dynamics(scenario);
    WholeRun all;
    for (const Block& block : simulation.population().blocks()) {
        all.memory.emplace_back(block.memory().begin(), block.memory().end());
        OutcomeColumns columns;
        columns.prepare(model.outcomes().size(), block.padded_posts());
        dynamics->measure(block, scenario.total_weeks(), chance, columns);
        columns.work_out(block.posts());
        for (std::size_t k = 0; k < model.outcomes().size(); ++k) {
            for (std::size_t i = 0; i < block.posts(); ++i) all.sums[model.outcomes()[k].name] += static_cast<double>(columns[k][i]);
        }
    }
    return all;
}

TEST(ResponseShift, MovesNoStateAndNoIncident) {
    const WholeRun plain = run_with_shift("0"), shifted = run_with_shift("0.3");
    EXPECT_EQ(plain.memory, shifted.memory);
    ASSERT_GT(plain.sums.at("coaching_taken_part"), 10.0);
    for (const auto& [name, sum] : plain.sums) {
        static const std::set<std::string> falling = {"ubos_exhaustion", "ubos_distance", "bat", "burnt_out", "bat_at_risk", "bat_severe"};
        static const std::set<std::string> rising = {"ubos_accomplishment", "ubes", "highly_engaged"};
        if (falling.contains(name)) {
            EXPECT_LE(shifted.sums.at(name), sum) << name;
        } else if (rising.contains(name)) {
            EXPECT_GE(shifted.sums.at(name), sum) << name;
        } else {
            EXPECT_EQ(shifted.sums.at(name), sum) << name;
        }
    }
    EXPECT_LT(shifted.sums.at("ubos_exhaustion"), plain.sums.at("ubos_exhaustion"));
    EXPECT_LT(shifted.sums.at("bat"), plain.sums.at("bat"));
}

}  // namespace
}  // namespace bevlogen::testing
