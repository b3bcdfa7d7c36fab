// Catalogue entries: what they must say, knobs, and how a scenario uses and overrides them.
#include "tests/unit/scenario/scenario_files.hpp"

namespace bevlogen::testing {
namespace {

constexpr const char* kEntry = R"(title = { en = "Coaching", nl = "Coaching" }
level = "individual"
source = "A. Author, 2020, section 3"
decides = ["hospital"]
pays = ["training fund"]
must_agree = ["department", "resident"]
costs = { one_off_euro = 1000, euro_per_year = 70000 }
knobs = [
  { path = "coaching.sessions", min = 2, max = 12, step = 1, label = { en = "sessions", nl = "gesprekken" } },
  { path = "scope.coverage", min = 0, max = 1, step = 0.05, label = { en = "coverage", nl = "bereik" } },
]
scope = { phases = ["anios", "aios"] }
uptake = 0.4
ramp = { weeks = 26 }
coaching = { sessions = 6, coaches = 20 }
)";

class Catalogue : public ScenarioFiles {
  protected:
    std::string report_of_entry(const std::string& text) const {
        write("entry.toml", text);
        return report_of([&] { check_intervention_file("entry.toml", vocabulary_); });
    }
    std::string report_of_change(const std::string& from, const std::string& to) const {
        std::string text = kEntry;
        text.replace(text.find(from), from.size(), to);
        return report_of_entry(text);
    }
};

TEST_F(Catalogue, ACompleteEntryHasNoMistakes) { EXPECT_EQ(report_of_entry(kEntry), ""); }

TEST_F(Catalogue, AScenarioTakesAllOfItAndOverridesKeyByKey) {
    write("interventions/coaching-6.toml", kEntry);
    const Scenario scenario = read_text(small_scenario() +
                                        "[[intervention]]\nuse = \"interventions/coaching-6.toml\"\nscope = { hospitals = \"academic\" }\n"
                                        "start = { year = 1 }\ncoaching = { sessions = 8 }\n");
    const Intervention& it = scenario.interventions.at(0);
    EXPECT_EQ(it.name, "coaching-6");
    EXPECT_EQ(it.title.nl, "Coaching");
    EXPECT_EQ(it.level, "individual");
    EXPECT_EQ(it.source, "A. Author, 2020, section 3");
    EXPECT_EQ(it.catalogue.must_agree, (std::vector<std::string>{"department", "resident"}));
    EXPECT_EQ(it.catalogue.costs, (FixedCosts{1000.0, 70000.0}));
    ASSERT_EQ(it.catalogue.knobs.size(), 2u);
    EXPECT_EQ(it.catalogue.knobs[1].path, "scope.coverage");
    EXPECT_EQ(it.catalogue.knobs[1].step, 0.05);
    EXPECT_EQ(it.scope.axes, (std::vector<std::uint32_t>{0b011u, 0b01u}));
    EXPECT_EQ(it.uptake, 0.4);
    EXPECT_EQ(it.schedule.start, Week{52});
    EXPECT_EQ(it.schedule.ramp, Week{26});
    EXPECT_EQ(it.levers.at(0).values, (std::vector<double>{8.0, 20.0}));
    EXPECT_EQ(it.place.file, "scenario.toml");
}

// Payers of a model: what an intervention buys is paid by the one it names, else by the first of `pays` that is one, else by the first.
class PayersOfCosts : public Catalogue {
  protected:
    PayersOfCosts() {
        vocabulary_.payers = {{"hospital", {"hospital", "ziekenhuis"}}, {"training_fund", {"training fund", "opleidingsfonds"}}};
    }
    std::size_t payer_of(const std::string& keys) {
        return read_text(small_scenario() + "[[intervention]]\nname = \"a\"\nshift = { autonomy = 0.1 }\n" + keys)
            .interventions.at(0)
            .catalogue.costs.payer;
    }
};

TEST_F(PayersOfCosts, AreNamedOrFollowFromWhoPays) {
    EXPECT_EQ(payer_of(""), 0u);
    EXPECT_EQ(payer_of("pays = [\"somebody\"]\n"), 0u);
    EXPECT_EQ(payer_of("pays = [\"somebody\", \"training fund\", \"hospital\"]\n"), 1u);
    EXPECT_EQ(payer_of("pays = [\"training_fund\"]\n"), 1u);
    EXPECT_EQ(payer_of("pays = [\"training_fund\"]\ncosts = { payer = \"hospital\" }\n"), 0u);
}

TEST_F(PayersOfCosts, WithAnotherNameAreAMistakeWithTheNearestOne) {
    const std::string report = report_of_change("euro_per_year = 70000", "payer = \"trainingfund\"");
    EXPECT_NE(report.find("payer = \"trainingfund\" (must be one of hospital, training_fund)"), std::string::npos) << report;
    EXPECT_NE(report.find("did you mean \"training_fund\"?"), std::string::npos) << report;
    EXPECT_NE(report_of_change("70000", "-1").find("euro_per_year"), std::string::npos);
    EXPECT_NE(report_of_change("euro_per_year = 70000", "euro_per_person_yaer = 1").find("euro_per_person_year"), std::string::npos);
}

TEST_F(PayersOfCosts, StandInTheResolvedScenario) {
    const Scenario scenario = read_text(small_scenario() +
                                        "[[intervention]]\nname = \"a\"\nshift = { autonomy = 0.1 }\npays = [\"training fund\"]\n"
                                        "costs = { euro_per_person_year = 12.5 }\n");
    EXPECT_EQ(scenario.interventions.at(0).catalogue.costs, (FixedCosts{0.0, 0.0, 12.5, 1}));
    EXPECT_NE(scenario.resolved.find("euro_per_person_year = 12.5, payer = \"training_fund\" }"), std::string::npos) << scenario.resolved;
    EXPECT_EQ(read_text(scenario.resolved).interventions.at(0).catalogue.costs, scenario.interventions.at(0).catalogue.costs);
}

TEST_F(Catalogue, OfAModelWithoutPayersHaveNone) {
    EXPECT_NE(report_of_change("euro_per_year = 70000", "payer = \"hospital\"").find("payer"), std::string::npos);
}

TEST_F(Catalogue, AnEntryIsUsedTwiceUnderTwoNames) {
    write("c.toml", kEntry);
    const Scenario scenario =
        read_text(small_scenario() + "[[intervention]]\nuse = \"c.toml\"\n[[intervention]]\nuse = \"c.toml\"\nname = \"b\"\n");
    ASSERT_EQ(scenario.interventions.size(), 2u);
    EXPECT_EQ(scenario.interventions[0].name, "b");
    EXPECT_EQ(scenario.interventions[1].name, "c");
}

TEST_F(Catalogue, TitleInBothLanguagesLevelAndSourceAreRequired) {
    EXPECT_EQ(report_of_entry("title = { en = \"A\" }\ncoaching = { sessions = 6 }\nname = \"x\"\n"),
              "entry.toml: error: \"level\" is missing in the catalogue entry: who has to act for it\n"
              "entry.toml: error: \"source\" is missing in the catalogue entry: where it was described: document and section, or author "
              "and year\n"
              "entry.toml:1:9: error: \"nl\" is missing in title: in Dutch\n"
              "entry.toml:3:1: error: unknown key \"name\" in the catalogue entry; did you mean \"ramp\"?\n4 errors, nothing was run.\n");
    EXPECT_EQ(report_of_change("{ en = \"Coaching\", nl = \"Coaching\" }", "\"Coaching\""),
              "entry.toml:1:9: error: title must be a table, not a string\n1 error, nothing was run.\n");
    EXPECT_EQ(report_of_change("coaching = { sessions = 6, coaches = 20 }", ""),
              "entry.toml: error: the intervention sets no lever, so that it does nothing\n1 error, nothing was run.\n");
}

TEST_F(Catalogue, KnobsTurnKnownNumbersWithinTheirBounds) {
    EXPECT_EQ(report_of_change("\"coaching.sessions\"", "\"coaching.session\""),
              "entry.toml:9:12: error: a knob turns the unknown path \"coaching.session\"; did you mean \"coaching.sessions\"?\n1 error, "
              "nothing was run.\n");
    EXPECT_EQ(
        report_of_change("min = 2, max = 12", "min = 0, max = 12"),
        "entry.toml:9:39: error: the knob of coaching.sessions turns in [0, 12] (must lie within [1, 30])\n1 error, nothing was run.\n");
    EXPECT_EQ(
        report_of_change("min = 2, max = 12", "min = 12, max = 12"),
        "entry.toml:9:39: error: the knob of coaching.sessions goes from 12 to 12 (min must be below max)\n1 error, nothing was run.\n");
    std::string both = kEntry;
    both.replace(both.find("coaching.sessions\", min = 2"), 27, "coaching.session\", min = 13");
    EXPECT_EQ(
        report_of_entry(both),
        "entry.toml:9:12: error: a knob turns the unknown path \"coaching.session\"; did you mean \"coaching.sessions\"?\n"
        "entry.toml:9:38: error: the knob of coaching.session goes from 13 to 12 (min must be below max)\n2 errors, nothing was run.\n");
    EXPECT_EQ(
        report_of_change("step = 0.05", "step = 0"),
        "entry.toml:10:55: error: step = 0 (must lie in (0, 1000000000000]: difference between two settings)\n1 error, nothing was run.\n");
    EXPECT_EQ(
        report_of_change("\"scope.coverage\"", "\"coaching.sessions\""),
        "entry.toml:10:12: error: two knobs turn coaching.sessions\n"
        "entry.toml:10:39: error: the knob of coaching.sessions turns in [0, 1] (must lie within [1, 30])\n2 errors, nothing was run.\n");
}

// Which numbers come from the source, and which are assumed.
class NumbersOfAnEntry : public Catalogue {
  protected:
    std::string mistakes_of(const std::string& number) const {
        std::string report = report_of_entry(std::string(kEntry) + "[[numbers]]\n" + number + "\n");
        return report.substr(0, report.find('\n'));
    }
};

TEST_F(NumbersOfAnEntry, SayWhereEachComesFrom) {
    write("c.toml", std::string(kEntry) +
                        "guidance = { share = { anios = 0.3 } }\n"
                        "[[numbers]]\npath = \"coaching.sessions\"\nfrom = \"source\"\n"
                        "[[numbers]]\npath = \"uptake\"\nfrom = \"assumed\"\nrange = [0, 0.5]\nnote = \"a pilot\"\n"
                        "[[numbers]]\npath = \"guidance.share.anios\"\nfrom = \"assumed\"\nrange = [0.2, 0.3]\n"
                        "[[numbers]]\npath = \"ramp.years\"\nfrom = \"assumed\"\nrange = [0.5, 0.5]\n"
                        "[[numbers]]\npath = \"costs.euro_per_year\"\nfrom = \"assumed\"\nrange = [0, 1e5]\n");
    const Intervention entry = read_intervention_file("c.toml", vocabulary_);
    EXPECT_EQ(entry.name, "c");
    ASSERT_EQ(entry.catalogue.numbers.size(), 5u);
    EXPECT_EQ(entry.catalogue.numbers[0], (NumberOrigin{"coaching.sessions", NumberFrom::source, std::nullopt, ""}));
    EXPECT_EQ(entry.catalogue.numbers[1], (NumberOrigin{"uptake", NumberFrom::assumed, PlausibleRange{0.0, 0.5}, "a pilot"}));
    const Scenario scenario = read_text(small_scenario() + "[[intervention]]\nuse = \"c.toml\"\n");
    EXPECT_EQ(scenario.interventions.at(0).catalogue.numbers, entry.catalogue.numbers);
}

// What if it were more than plausible: that is for a scenario to ask.
TEST_F(NumbersOfAnEntry, DoNotBindAScenario) {
    write("c.toml", std::string(kEntry) + "[[numbers]]\npath = \"uptake\"\nfrom = \"assumed\"\nrange = [0, 0.5]\n");
    const Scenario scenario = read_text(small_scenario() + "[[intervention]]\nuse = \"c.toml\"\nuptake = 0.9\n");
    EXPECT_EQ(scenario.interventions.at(0).uptake, 0.9);
    EXPECT_EQ(read_text(scenario.resolved).resolved, scenario.resolved);
}

TEST_F(NumbersOfAnEntry, AreThoseThatItSetsWithinTheirRange) {
    EXPECT_EQ(mistakes_of("path = \"coaching.session\"\nfrom = \"source\""),
              "entry.toml:17:8: error: numbers name the unknown path \"coaching.session\"; did you mean \"coaching.sessions\"?");
    EXPECT_EQ(mistakes_of("path = \"shift.autonomy\"\nfrom = \"source\""),
              "entry.toml:17:8: error: numbers name shift.autonomy, which the entry does not set");
    EXPECT_EQ(mistakes_of("path = \"coaching.sessions\"\nfrom = \"assumed\"\nrange = [7, 9]"),
              "entry.toml:19:9: error: coaching.sessions = 6 lies outside its range [7, 9]");
    EXPECT_EQ(mistakes_of("path = \"coaching.sessions\"\nfrom = \"source\"\nrange = [0, 9]"),
              "entry.toml:19:9: error: the range of coaching.sessions is [0, 9] (must lie within [1, 30])");
    EXPECT_EQ(mistakes_of("path = \"coaching.sessions\"\nfrom = \"assumed\""),
              "entry.toml:16:1: error: the range of coaching.sessions is missing (what is assumed has one: [low, high])");
    EXPECT_EQ(mistakes_of("path = \"uptake\"\nfrom = \"asumed\""),
              "entry.toml:18:8: error: from = \"asumed\" (must be one of source, assumed); did you mean \"assumed\"?");
    EXPECT_EQ(mistakes_of("path = \"uptake\"\nfrom = \"source\"\n[[numbers]]\npath = \"uptake\"\nfrom = \"source\""),
              "entry.toml:20:8: error: numbers name uptake twice");
}

TEST_F(Catalogue, AMistakeInAnEntryIsShownOnceAtTheEntry) {
    write("c.toml", std::string(kEntry) + "uptaek = 3\n");
    EXPECT_EQ(report_of_added("[[intervention]]\nuse = \"c.toml\"\n"),
              "c.toml:16:1: error: unknown key \"uptaek\" in the catalogue entry; did you mean \"uptake\"?\n1 error, nothing was run.\n");
}

}  // namespace
}  // namespace bevlogen::testing
