// Draws of parameters are read strictly, and hide nothing that a scenario sets.
#include "sim/scenario/parameter_draws.hpp"

#include <gmock/gmock.h>

#include <set>

namespace bevlogen {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Vocabulary two_parameters() {
    Vocabulary vocabulary;
    vocabulary.model = "fake";
    vocabulary.parameters.add({"jdr.contagion", "1", 0.0, 1.0, {"contagion", "besmetting"}});
    vocabulary.parameters.add({"jdr.recovery", "weeks", 1.0, 100.0, {"recovery", "herstel"}});
    return vocabulary;
}

class Draws : public ::testing::Test {
  protected:
    ParameterDraws parse(const std::string& text) const { return parse_parameter_draws(text, "posterior", "posterior.toml", vocabulary); }
    std::string refusal(const std::string& text) const {
        try {
            parse(text);
            return "";
        } catch (const InputError& error) {
            return error.diagnostics().report();
        }
    }
    const Vocabulary vocabulary = two_parameters();
};

TEST_F(Draws, GiveTheSameParametersValues) {
    const ParameterDraws draws = parse(
        "title = \"by hand\"\n[[draw]]\n\"jdr.contagion\" = 0.1\njdr.recovery = 8\n[[draw]]\njdr = { recovery = 9, contagion = 0.2 }\n");
    EXPECT_EQ(draws.name, "posterior");
    EXPECT_THAT(draws.parameters, ElementsAre(0u, 1u));
    EXPECT_THAT(draws.values, ElementsAre(ElementsAre(0.1, 8.0), ElementsAre(0.2, 9.0)));
}

// Each draw once in so many replicates, and the first few from all over the list.
TEST_F(Draws, AreSpreadOverReplicates) {
    for (const std::size_t n : {2u, 3u, 4u, 10u, 12u, 50u, 100u}) {
        const ParameterDraws draws{"n", {}, {0}, std::vector<std::vector<double>>(n, {0.0})};
        std::set<std::size_t> seen;
        for (std::size_t r = 0; r < n; ++r) seen.insert(draws.draw_of(r));
        EXPECT_EQ(seen.size(), n);
        EXPECT_EQ(*seen.rbegin(), n - 1);
        EXPECT_EQ(draws.draw_of(n + 1), draws.draw_of(1));
        if (n < 10) continue;
        std::set<std::size_t> fifths;
        for (std::size_t r = 0; r < 8; ++r) fifths.insert(draws.draw_of(r) * 5 / n);
        EXPECT_EQ(fifths.size(), 5u) << n;
    }
}

TEST_F(Draws, ArePutOverAScenario) {
    const ParameterDraws draws = parse("[[draw]]\njdr.recovery = 8\n[[draw]]\njdr.recovery = 9\n");
    Scenario scenario;
    scenario.parameters.values = {0.3, 5.0};
    EXPECT_THAT(draws.applied(scenario, 1).parameters.values, ElementsAre(0.3, 9.0));
}

TEST_F(Draws, AreRefusedWithEveryMistakeInItsPlace) {
    const std::string report = refusal("[[draw]]\njdr.contagon = 0.1\n[[draw]]\njdr.contagion = 3\n");
    EXPECT_THAT(report, HasSubstr("posterior.toml:2"));
    EXPECT_THAT(report, HasSubstr("did you mean \"jdr.contagion\"?"));
    EXPECT_THAT(report, HasSubstr("posterior.toml:4"));
    EXPECT_THAT(refusal("[[draw]]\njdr.contagion = 0.1\n[[draw]]\njdr.recovery = 3\n"), HasSubstr("every draw gives the same parameters"));
    EXPECT_THAT(refusal("[[draw]]\njdr.contagion = 0.1\n"), HasSubstr("holds one draw"));
    EXPECT_THAT(refusal("[[draw]]\n[[draw]]\n"), HasSubstr("gives nothing"));
    EXPECT_THAT(refusal("[[drow]]\njdr.contagion = 0.1\n"), HasSubstr("draw"));
}

TEST_F(Draws, HideNothingThatAScenarioSets) {
    const ParameterDraws draws = parse("[[draw]]\njdr.recovery = 8\n[[draw]]\njdr.recovery = 9\n");
    Scenario base, same, other;
    base.parameters.values = same.parameters.values = {0.3, 5.0};
    other.parameters.values = {0.3, 6.0};
    other.name = "slower";
    Diagnostics none, some;
    check_draws_hide_nothing(draws, {base, same}, vocabulary, none);
    EXPECT_TRUE(none.empty());
    check_draws_hide_nothing(draws, {base, same, other}, vocabulary, some);
    EXPECT_THAT(some.report(), HasSubstr("slower: error: sets jdr.recovery"));
}

}  // namespace
}  // namespace bevlogen
