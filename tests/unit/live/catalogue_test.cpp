// The measures of a window are the catalogue's, and their sliders begin where the entries stand.
#include "sim/live/catalogue.hpp"

#include <gmock/gmock.h>

#include "tests/unit/live/live_sessions.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::Gt;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// Each reads the whole scenario some times: sanitizers take a few.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t kEvery = 18;
#else
constexpr std::size_t kEvery = 1;
#endif

class CatalogueMeasuresTest : public LiveSessions {
  protected:
    static std::vector<CatalogueMeasure> measures_of(const char* model) {
        return catalogue_measures(scenario_folder(), shelf().find(model)->vocabulary());
    }
};

TEST_F(CatalogueMeasuresTest, AreAllThatTheModelCanDo) {
    const auto measures = measures_of("workforce");
    EXPECT_THAT(measures, SizeIs(Gt(50u)));
    EXPECT_THAT(measures_of("umc"), SizeIs(Gt(20u)));
    EXPECT_THAT(catalogue_measures("/nowhere", shelf().find("workforce")->vocabulary()), IsEmpty());
}

TEST_F(CatalogueMeasuresTest, HaveKnobsThatStartWhereTheEntryStands) {
    for (const CatalogueMeasure& measure : measures_of("workforce")) {
        EXPECT_FALSE(measure.about.empty()) << measure.entry;
        EXPECT_THAT(measure.knobs, SizeIs(Gt(0u))) << measure.entry;
        for (const MeasureKnob& knob : measure.knobs) {
            EXPECT_LE(knob.knob.min, knob.start) << measure.entry;
            EXPECT_GE(knob.knob.max, knob.start) << measure.entry;
        }
    }
}

TEST_F(CatalogueMeasuresTest, CanAllBeSwitchedOnAndTurned) {
    const auto measures = measures_of("workforce");
    for (std::size_t m = 0; m < measures.size(); m += kEvery) {
        const CatalogueMeasure& measure = measures[m];
        SessionPolicy changed = policy();
        const std::string name = changed.switch_on(measure.entry, Week{8});
        for (const MeasureKnob& knob : measure.knobs) {
            if (knob.turns_while_on)
                changed.turn(name, {knob.knob.path, knob.knob.max}, Week{20});
            else
                EXPECT_THROW(changed.turn(name, {knob.knob.path, knob.knob.max}, Week{20}), InputError) << knob.knob.path;
        }
    }
}

TEST_F(CatalogueMeasuresTest, KnowWhichNumbersAreWhole) {
    for (const CatalogueMeasure& measure : measures_of("workforce")) {
        for (const MeasureKnob& knob : measure.knobs) {
            if (knob.knob.path == "coaching.sessions") {
                EXPECT_TRUE(knob.is_whole_number);
            }
            if (knob.knob.path == "scope.team_share") {
                EXPECT_FALSE(knob.is_whole_number);
            }
        }
    }
}

}  // namespace
}  // namespace bevlogen::testing
