// A person of the panel is found by number or id, and what was written of the person is read.
#include "sim/cli/panel_life.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/core/diagnostic.hpp"
#include "tests/unit/cli/small_panel.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

float counted(const TraceDecl& trace, std::size_t scenario, int week, std::size_t person) {
    if (person == 2 && week > 8) return std::nanf("");
    return static_cast<float>(trace.name.size()) + static_cast<float>(scenario) * 20.0f + static_cast<float>(person) * 0.25f +
           static_cast<float>(week) * 0.5f;
}

class PanelLifeTest : public ::testing::Test {
  protected:
    PanelLifeTest() { write_panel(folder / "a.h5", 16, 4, counted); }
    template <class Work>
    static std::string mistake_of(const Work& work) {
        try {
            work();
        } catch (const InputError& error) {
            return error.diagnostics().report();
        }
        return "nothing was thrown";
    }

    Folder folder;
    TellingShelf shelf;
};

TEST_F(PanelLifeTest, TracesComeInTheOrderOfTheModelWithWhatItSaysOfThem) {
    const StoredResults results(folder / "a.h5");
    const StoredPanel panel(results, shelf);
    const Life life = panel.life(panel.person("first"), 0);
    std::vector<std::string> names;
    for (const LifeTrace& trace : life.traces) names.push_back(trace.decl.name);
    EXPECT_THAT(names, ElementsAre("workload", "burnout", "engagement", "newcomer", "leave", "complaint", "conflict", "phase", "mood"));
    EXPECT_EQ(life.traces[4].decl.words[2].en, "burnout leave");
    EXPECT_EQ(life.traces[8].decl.unit, "SD");
    EXPECT_EQ(panel.replicate(), "7");
}

TEST_F(PanelLifeTest, ValuesAreOfThePersonScenarioAndWeek) {
    const StoredResults results(folder / "a.h5");
    const StoredPanel panel(results, shelf);
    for (std::size_t scenario = 0; scenario < 2; ++scenario) {
        for (std::size_t person = 0; person < 2; ++person) {
            const Life life = panel.life(panel.person(std::to_string(person + 1)), scenario);
            EXPECT_THAT(life.weeks, ElementsAre(4, 8, 12, 16));
            EXPECT_EQ(life.every, 4);
            for (const LifeTrace& trace : life.traces) {
                for (std::size_t look = 0; look < 4; ++look) {
                    EXPECT_EQ(trace.values[look], counted(trace.decl, scenario, life.weeks[look], person));
                }
            }
        }
    }
    const Life gone = panel.life(panel.person("3"), 1);
    EXPECT_FALSE(std::isnan(gone.traces[0].values[1]));
    EXPECT_TRUE(std::isnan(gone.traces[0].values[2]));
}

TEST_F(PanelLifeTest, APersonIsNamedByNumberOrByIdWithOrWithoutSign) {
    const StoredResults results(folder / "a.h5");
    const StoredPanel panel(results, shelf);
    EXPECT_EQ(panel.person("first").index, 0u);
    EXPECT_EQ(panel.person("4").index, 3u);
    EXPECT_EQ(panel.person("17592186044418").index, 1u);
    EXPECT_EQ(panel.person("18446726481523507200").index, 3u);
    EXPECT_EQ(panel.person("-17592186044416").index, 3u);
}

TEST_F(PanelLifeTest, SomebodyElseIsAnsweredWithTheNearestIdsAndTheNumberOfPersons) {
    const StoredResults results(folder / "a.h5");
    const StoredPanel panel(results, shelf);
    const std::string mistake = mistake_of([&] { panel.person("17592186044420"); });
    EXPECT_THAT(mistake, HasSubstr("has 4 persons: say a number from 1 to 4"));
    EXPECT_THAT(mistake, HasSubstr("nearest: 17592186044418, 17592186044417, 35184372088832"));
    for (const char* word : {"0", "5", "-1"}) EXPECT_THAT(mistake_of([&] { panel.person(word); }), HasSubstr("is not in the panel"));
    for (const char* word : {"", "last", "1x", "1.5"}) {
        EXPECT_THAT(mistake_of([&] { panel.person(word); }), HasSubstr("neither first, nor a number from 1 to 4"));
    }
}

TEST_F(PanelLifeTest, AnUnknownScenarioIsAnsweredWithTheNearest) {
    const StoredResults results(folder / "a.h5");
    const StoredPanel panel(results, shelf);
    EXPECT_EQ(panel.scenario("coaching"), 1u);
    EXPECT_THAT(mistake_of([&] { panel.scenario("caoching"); }), HasSubstr("did you mean \"coaching\"?"));
}

TEST_F(PanelLifeTest, AFileWithoutAPanelIsRefused) {
    {
        DatasetWriter writer(folder / "b.h5");
        h5::write_attribute(writer.root(), "format", kResultsFormat);
        h5::write_attribute(writer.root(), "format_version", kResultsFormatVersion);
        writer.add_dimension({"scenario", StoredAs::text, {}, {"baseline"}});
        writer.close();
    }
    const StoredResults results(folder / "b.h5");
    EXPECT_THAT(mistake_of([&] { StoredPanel(results, shelf); }), HasSubstr("b.h5: error: follows no panel"));
}

}  // namespace
}  // namespace bevlogen::testing
