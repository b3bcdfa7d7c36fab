// An intervention as a reader would say it: when, for whom, with which settings.
#include "sim/report/intervention_words.hpp"

#include <gmock/gmock.h>

#include "tests/unit/scenario/small_vocabulary.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::Contains;
using ::testing::Field;
using ::testing::HasSubstr;

class InterventionWords : public ::testing::Test {
  protected:
    // The first intervention of a scenario with this text in its table.
    Intervention read(const std::string& lines) const {
        const VocabularyShelf shelf{[this](const std::string&) { return &vocabulary; }, {"small"}};
        std::string text = "model = \"small\"\n[run]\nseed = 1\n[parameters]\n";
        for (const ParameterDecl& decl : vocabulary.parameters.decls())
            text += "\"" + decl.path + "\" = " + (decl.choices.empty() ? "1" : "\"" + decl.choices[0] + "\"") + "\n";
        text += "[[intervention]]\nname = \"it\"\nlevel = \"individual\"\nsource = \"here\"\nstart = { year = 1 }\n" + lines;
        const auto maxed = [](std::string s) {
            const std::string wrong = "\"jdr.contagion\" = 1\n";
            return s.replace(s.find(wrong), wrong.size(), "\"jdr.contagion\" = 0.1\n");
        };
        return read_scenario_text(maxed(text), "test", shelf, {}, {}).interventions.at(0);
    }
    const Vocabulary vocabulary = small_vocabulary();
};

TEST_F(InterventionWords, SayFromWhenToWhenAndHowFast) {
    EXPECT_EQ(when_words(read("shift = { autonomy = 0.5 }\n")), (Label{"after one year, without end", "na één jaar, zonder einde"}));
    const Label told = when_words(read("end = { year = 3 }\nramp = { weeks = 26 }\nshift = { autonomy = 0.5 }\n"));
    EXPECT_THAT(told.en, HasSubstr("it ends after 3 years"));
    EXPECT_THAT(told.en, HasSubstr("at full strength after 26 weeks"));
    EXPECT_THAT(told.nl, HasSubstr("na 26 weken op volle sterkte"));
    EXPECT_EQ(when_words(read("mandate = false\nshift = { autonomy = 0.5 }\n")).en,
              "after one year, without end; each hospital adopts it in its own time");
}

TEST_F(InterventionWords, SayForWhom) {
    EXPECT_EQ(whom_words(read("shift = { autonomy = 0.5 }\n"), vocabulary), (Label{"everybody", "iedereen"}));
    const Label told = whom_words(
        read("scope = { phases = [\"anios\", \"aios\"], coverage = 0.5 }\nuptake = 0.25\nshift = { autonomy = 0.5 }\n"), vocabulary);
    EXPECT_EQ(told.en, "Phase: anios and aios; offered to 50% of these persons; 25% take part");
    EXPECT_EQ(told.nl, "Fase: anios en aios; aangeboden aan 50% van deze personen; 25% doen mee");
}

TEST_F(InterventionWords, GiveSettingsInTheLanguageOfTheReaderAndSayWhichAreUsual) {
    const auto words = settings_of(read("guidance = { hours = 4.5, released = true }\n"), vocabulary);
    EXPECT_THAT(words, Contains(AllOf(Field(&SettingWords::path, "guidance.hours"), Field(&SettingWords::value, (Label{"4.5", "4,5"})),
                                      Field(&SettingWords::unit, (Label{"hours", "uur"})), Field(&SettingWords::is_usual, false))));
    EXPECT_THAT(words, Contains(AllOf(Field(&SettingWords::path, "guidance.released"), Field(&SettingWords::value, (Label{"yes", "ja"})),
                                      Field(&SettingWords::is_usual, true))));
    EXPECT_THAT(words, Contains(AllOf(Field(&SettingWords::path, "guidance.meetings"), Field(&SettingWords::value, Label::same("6")))));
}

TEST_F(InterventionWords, NameWhatDiffersByGroup) {
    const auto words = settings_of(read("guidance = { price = { anios = 10, aios = 20 } }\n"), vocabulary);
    EXPECT_THAT(words, Contains(AllOf(Field(&SettingWords::path, "guidance.price"),
                                      Field(&SettingWords::value, Label::same("anios 10; aios 20")))));
}

}  // namespace
}  // namespace bevlogen::testing
