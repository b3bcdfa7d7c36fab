// A life is read as it was traced, in the order of the model's traces.
#include "sim/record/panel_lives.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "sim/core/diagnostic.hpp"
#include "tests/unit/record/fake_run.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::NanSensitiveFloatEq;
using ::testing::SizeIs;

constexpr std::size_t kPersons = 5;

class PanelLivesTest : public ::testing::Test {
  protected:
    PanelLivesTest() { write("a.h5", true); }
    // Two scenarios of a year; looks are four weeks apart.
    void write(const std::string& name, bool has_panel) const {
        ResultsWriter writer(folder / name, described({"base", "other"}, 1), plan);
        for (unsigned scenario = 0; scenario < 2; ++scenario) writer.add(scenario, 0, fake_record(plan, scenario + 1, 1, has_panel));
        writer.finish(kProvenance);
    }

    const FakeModel model;
    const RecordPlan plan{model, scenario_of_years(1), small_panel(false, 4)};
    const Folder folder;
};

TEST_F(PanelLivesTest, AreThoseOfTheRecord) {
    const StoredResults results(folder / "a.h5");
    const PanelLives lives(results, model);
    EXPECT_THAT(lives.weeks(), ElementsAre(4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52));
    ASSERT_THAT(lives.persons(), SizeIs(kPersons));
    EXPECT_EQ(lives.persons().back(), PersonId{0xfffff00000000000ull});
    for (std::size_t scenario = 0; scenario < 2; ++scenario) {
        const RunRecord record = fake_record(plan, static_cast<unsigned>(scenario) + 1, 1, true);
        for (std::size_t person = 0; person < kPersons; ++person) {
            const std::vector<float> life = lives.life(scenario, person);
            ASSERT_THAT(life, SizeIs(13 * 2));
            for (std::size_t look = 0; look < 13; ++look) {
                for (std::size_t trace = 0; trace < 2; ++trace) {
                    const float traced = read_stored(record.panel[(trace * 13 + look) * kPersons + person]);
                    EXPECT_THAT(life[look * 2 + trace], NanSensitiveFloatEq(traced));
                }
            }
        }
    }
}

TEST_F(PanelLivesTest, LackTracesThatTheFileDoesNotHaveAndKeepTheOrderOfTheModel) {
    FakeModel newer;
    std::reverse(newer.followed.begin(), newer.followed.end());
    newer.followed.insert(newer.followed.begin(), TraceDecl{"hope", {"hope", "hoop"}, "1", {}, ""});
    const StoredResults results(folder / "a.h5");
    const std::vector<float> life = PanelLives(results, model).life(1, 2), again = PanelLives(results, newer).life(1, 2);
    ASSERT_THAT(again, SizeIs(13 * 3));
    for (std::size_t look = 0; look < 13; ++look) {
        EXPECT_TRUE(std::isnan(again[look * 3]));
        EXPECT_THAT(again[look * 3 + 1], NanSensitiveFloatEq(life[look * 2 + 1]));
        EXPECT_THAT(again[look * 3 + 2], NanSensitiveFloatEq(life[look * 2]));
    }
}

TEST_F(PanelLivesTest, AreNobodysWhereNobodyIsFollowed) {
    write("b.h5", false);
    const StoredResults results(folder / "b.h5");
    EXPECT_THAT(PanelLives(results, model).persons(), IsEmpty());
}

}  // namespace
}  // namespace bevlogen::testing
