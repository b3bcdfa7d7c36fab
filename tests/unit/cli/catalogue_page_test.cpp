// The page of the catalogue: what an entry is, for whom, with what, and where its numbers come from.
#include "sim/cli/catalogue_page.hpp"

#include <array>

#include "tests/unit/scenario/scenario_files.hpp"

namespace bevlogen::testing {
namespace {

constexpr const char* kFirst = R"(# Hours for who | asks.
title = { en = "Hours", nl = "Uren" }
level = "national"
source = "A. Author, 2020"
decides = ["board"]
pays = ["fund", "hospital"]
must_agree = ["staff"]
costs = { one_off_euro = 1500, euro_per_year = 1234567, payer = "hospital" }
scope = { phases = ["anios", "aios"], team_share = 0.5 }
ramp = { weeks = 26 }
guidance = { hours = 2.5, meetings = 4, released = false, opt_out = true, choice = "video", price = { anios = 10, aios = 20, specialist = 10 } }
numbers = [
  { path = "guidance.hours", from = "source" },
  { path = "guidance.price", from = "assumed", range = [0, 20], note = "a guess" },
]
)";

class CataloguePage : public ScenarioFiles {
  protected:
    CataloguePage() {
        vocabulary_.payers = {{"hospital", {"hospital", "ziekenhuis"}}};
        other_.levers.push_back({"mirth", {"Mirth", "Vrolijkheid"}, {{"more", "1", 0.0, 1.0, {"more", "meer"}}}});
    }
    void SetUp() override {
        ScenarioFiles::SetUp();
        write("interventions/hours.toml", kFirst);
        write("interventions/mirth.toml",
              "# Mirth.\ntitle = { en = \"M\", nl = \"M\" }\nlevel = \"individual\"\nsource = \"s\"\nmirth = { more = 0 }\n");
    }
    std::vector<CatalogueFile> read_all() const {
        const std::array<const Vocabulary*, 2> both = {&vocabulary_, &other_};
        return read_catalogue("interventions", both);
    }
    Vocabulary other_ = small_vocabulary();
};

TEST_F(CataloguePage, HasATableOfEntriesAndOneOfNumbersForEachLevel) {
    const std::string page = catalogue_markdown(read_all());
    EXPECT_EQ(page.substr(page.find("## National level")),
              "## National level\n\n"
              "| entry | what it is | for whom | levers and values | who | fixed costs; payer | source |\n"
              "| --- | --- | --- | --- | --- | --- | --- |\n"
              "| `hours` | Hours for who \\| asks. | phases anios, aios; 0.5 of the teams | `guidance`: hours 2.5, meetings 4, no "
              "released, opt_out, "
              "choice video, price 10 (anios, specialist), 20 (aios); in full after 26 weeks | decides: board; pays: fund, hospital; must "
              "agree: staff | EUR 1,500 once, EUR 1,234,567 a year; hospital | A. Author, 2020 |\n\n"
              "### Numbers of the national level\n\n"
              "| entry | number | value | from | plausible range | note |\n"
              "| --- | --- | --- | --- | --- | --- |\n"
              "| hours | `guidance.hours` | 2.5 | source | | |\n"
              "| hours | `guidance.price` | 10 to 20 | assumed | 0 to 20 | a guess |\n");
}

TEST_F(CataloguePage, ReadsAnEntryWithTheWordsOfTheModelThatKnowsThem) {
    const std::string page = catalogue_markdown(read_all());
    EXPECT_EQ(page.find("## Individual level"), 0u);
    EXPECT_NE(page.find("| `mirth` | Mirth. | everybody | `mirth`: as usual | | none beside those of what it does | s |"),
              std::string::npos)
        << page;
}

TEST_F(CataloguePage, MistakesOfAllEntriesAreReportedTogether) {
    for (const char* name : {"a", "b"})
        write("interventions/" + std::string(name) + ".toml",
              "title = { en = \"M\", nl = \"M\" }\nlevel = \"individual\"\nsource = \"s\"\nmirht = { more = 0 }\n");
    EXPECT_EQ(report_of([&] { read_all(); }),
              "interventions/a.toml:4:1: error: unknown key \"mirht\" in the catalogue entry\n"
              "interventions/b.toml:4:1: error: unknown key \"mirht\" in the catalogue entry\n2 errors, nothing was run.\n");
}

}  // namespace
}  // namespace bevlogen::testing
