// Events: which factors they kick, how what is left fades, to whom they happen; and what the weekly step may not depend on.
#include <gtest/gtest.h>

#include "models/workforce/absence_equations.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/random/bulk.hpp"
#include "sim/random/distributions.hpp"
#include "tests/unit/models/absence_bed.hpp"

namespace bevlogen::testing {
namespace {

using workforce::Demand;
using workforce::Event;
using workforce::factor_of;
using workforce::Leave;
using workforce::Resource;

AbsenceNumbers everybody_has(Event event) {
    AbsenceNumbers n = AbsenceNumbers::quiet();
    (event == Event::complaint     ? n.events.complaint_hazard
     : event == Event::severe_case ? n.events.severe_hazard
                                   : n.events.conflict_hazard) = 1.0f;
    return n;
}

struct Kick {
    Event event;
    float emotional_load, evaluation, colleagues;
};
const std::vector<Kick> kKicks = {
    {Event::complaint, 0.8f, 0.6f, 0.0f}, {Event::severe_case, 0.6f, 0.2f, 0.0f}, {Event::conflict, 0.0f, 0.1f, -0.6f}};

TEST(Events, KickTheirFactorsAndNoOthers) {
    for (const Kick& kick : kKicks) {
        AbsenceBed bed({3});
        bed.step(everybody_has(kick.event), 0);
        for (std::size_t j = 0; j < workforce::kFactors; ++j) {
            const float expected = j == factor_of(Demand::emotional_load)        ? kick.emotional_load
                                   : j == factor_of(Demand::evaluation_pressure) ? kick.evaluation
                                   : j == factor_of(Resource::colleague_support) ? kick.colleagues
                                                                                 : 0.0f;
            EXPECT_EQ(bed.block.person(bed.fields.factor[j])[1], expected) << "event " << static_cast<int>(kick.event) << ", factor " << j;
        }
        EXPECT_EQ(bed.block.person(bed.fields.lasting_evaluation)[1], kick.evaluation);
        EXPECT_EQ(bed.block.person(bed.fields.lasting_conflict)[1], -kick.colleagues);
        EXPECT_EQ(bed.block.person(bed.fields.events)[1], 1 << static_cast<int>(kick.event));
    }
}

TEST(Events, OfOneWeekAddUpAndThoseOfTheNextComeOnTopOfWhatIsLeft) {
    AbsenceNumbers all = everybody_has(Event::complaint);
    all.events.severe_hazard = all.events.conflict_hazard = 1.0f;
    AbsenceBed bed({1});
    bed.step(all, 0);
    EXPECT_EQ(bed.block.person(bed.fields.events)[0], 7);
    EXPECT_NEAR(bed.block.person(bed.fields.lasting_evaluation)[0], 0.9f, 1e-6f);  // .6 + .2 + .1
    EXPECT_NEAR(bed.block.person(bed.fields.factor[factor_of(Demand::emotional_load)])[0], 1.4f, 1e-6f);
    bed.step(AbsenceNumbers::quiet(), 1);
    EXPECT_EQ(bed.block.person(bed.fields.events)[0], 0);
    EXPECT_NEAR(bed.block.person(bed.fields.lasting_evaluation)[0], 0.8333650f, 1e-6f);                        // .9 e^(-1/13)
    EXPECT_NEAR(bed.block.person(bed.fields.lasting_conflict)[0], 0.5555767f, 1e-6f);                          // .6 e^(-1/13)
    EXPECT_NEAR(bed.block.person(bed.fields.factor[factor_of(Demand::evaluation_pressure)])[0], 0.9f, 1e-6f);  // the theory's to move
    bed.step(everybody_has(Event::conflict), 2);
    EXPECT_NEAR(bed.block.person(bed.fields.lasting_conflict)[0], 1.1144424f, 1e-6f);  // .6 e^(-2/13) + .6
}

TEST(Events, HappenOnlyToWhoIsAtWorkAndFadeForEverybody) {
    AbsenceNumbers all = everybody_has(Event::complaint);
    all.events.severe_hazard = all.events.conflict_hazard = 1.0f;
    AbsenceBed bed({12});
    for (std::size_t i = 0; i < 12; i += 2) {
        bed.block.person(bed.fields.leave_kind)[i] = static_cast<std::uint8_t>(1 + i % 5);  // half hours among them
        bed.block.person(bed.fields.leave_weeks)[i] = bed.block.person(bed.fields.leave_weeks_left)[i] = 9;
        bed.block.person(bed.fields.lasting_evaluation)[i] = 1.0f;
    }
    bed.step(all, 0);
    for (std::size_t i = 0; i < 12; ++i) {
        EXPECT_EQ(bed.block.person(bed.fields.events)[i], i % 2 == 0 ? 0 : 7);
        EXPECT_NEAR(bed.block.person(bed.fields.lasting_evaluation)[i], i % 2 == 0 ? 0.9259611f : 0.9f, 1e-6f);
    }
}

TEST(Events, ComplaintsComeMoreOftenToWhoIsBurntOut) {
    AbsenceNumbers half = everybody_has(Event::complaint);
    half.events.complaint_hazard = 0.5f, half.events.complaint_if_burnt_out = 2.0f;
    AbsenceBed bed({200, 200});
    for (std::size_t i = 0; i < 200; ++i) bed.z_burnout(i) = 1.01f;
    bed.step(half, 0);
    std::size_t burnt_out = 0, others = 0;
    for (std::size_t i = 0; i < 200; ++i) {
        burnt_out += bed.block.person(bed.fields.events)[i] != 0;
        others += bed.block.person(bed.fields.events)[200 + i] != 0;
    }
    EXPECT_EQ(burnt_out, 200u);
    EXPECT_LT(others, 150u);
}

TEST(Events, SafetyPreventsConflicts) {
    AbsenceBed bed({40});
    for (std::size_t i = 0; i < 40; ++i) bed.safety(i) = i % 2 == 0 ? 80.0f : 0.0f;  // e^-80
    bed.step(everybody_has(Event::conflict), 0);
    for (std::size_t i = 0; i < 40; ++i) EXPECT_EQ(bed.block.person(bed.fields.events)[i], i % 2 == 0 ? 0 : 4);
}

// A population in which everything happens often, for comparison of bits.
AbsenceNumbers busy() {
    AbsenceNumbers n = AbsenceNumbers::shipped();
    n.absence.burnout_hazard = 0.01f, n.absence.burnout_weeks = 12.0f, n.absence.long_illness_hazard = 0.02f;
    n.events.complaint_hazard = n.events.severe_hazard = n.events.conflict_hazard = 0.05f;
    return n;
}

void vary(AbsenceBed& bed) {
    for (std::size_t i = 0; i < bed.block.posts(); ++i) {
        Stream draws(bed.chance, bed.block.person_at(i, bed.fields.engine).value, Week{0}, Purpose{0x7003});
        bed.z_exhaustion(i) = static_cast<float>(draw_normal(draws, 0.0, 1.0));
        bed.z_burnout(i) = static_cast<float>(draw_normal(draws, 0.0, 1.0));
        bed.safety(i) = static_cast<float>(draw_normal(draws, 0.0, 0.5));
        bed.block.person(bed.fields.sex)[i] = draw_uniform(draws) < 0.5 ? 0 : 1;
        bed.block.person(bed.fields.age_weeks)[i] = static_cast<std::uint16_t>(52.0 * (24.0 + 40.0 * draw_uniform(draws)));
        bed.block.person(bed.fields.engine.filled)[i] = draw_uniform(draws) < 0.95 ? 1 : 0;
    }
}

struct NarrowVectors {
    NarrowVectors() { restrict_to_narrow_vectors(true), restrict_bulk_to_avx2(true); }
    ~NarrowVectors() { restrict_to_narrow_vectors(false), restrict_bulk_to_avx2(false); }
};

const std::vector<std::size_t> kTeams = {14, 7, 1, 230, 40, 3, 128};

TEST(AbsenceStep, WideAndNarrowVectorsGiveTheSameBits) {  // on a machine without AVX-512 both are narrow
    AbsenceBed wide(kTeams), narrow(kTeams), another(kTeams);
    vary(wide), vary(narrow), vary(another);
    another.chance.seed = 12;
    for (int week = 0; week < 104; ++week) {
        wide.step(busy(), week), another.step(busy(), week);
        const NarrowVectors restricted;
        narrow.step(busy(), week);
    }
    std::size_t differ = 0;
    for (std::size_t i = 0; i < wide.block.posts(); ++i) {
        EXPECT_EQ(wide.bytes_of(i), narrow.bytes_of(i)) << "post " << i;
        differ += wide.bytes_of(i) != another.bytes_of(i);
    }
    EXPECT_GT(differ, wide.block.posts() / 2);  // the twin: with other chance they would differ
}

TEST(AbsenceStep, ThePersonsOfATeamAreTheSameInAnyBlock) {
    AbsenceBed together(kTeams);
    vary(together);
    for (int week = 0; week < 104; ++week) together.step(busy(), week);
    std::size_t first = 0, away = 0;
    for (std::uint32_t t = 0; t < kTeams.size(); ++t) {
        AbsenceBed alone({kTeams[t]}, t);
        vary(alone);
        for (int week = 0; week < 104; ++week) alone.step(busy(), week);
        for (std::size_t i = 0; i < kTeams[t]; ++i) {
            EXPECT_EQ(alone.bytes_of(i), together.bytes_of(first + i)) << "team " << t << ", post " << i;
            away += alone.leave(i) != Leave::none;
        }
        first += kTeams[t];
    }
    EXPECT_GT(away, 20u);
}

}  // namespace
}  // namespace bevlogen::testing
