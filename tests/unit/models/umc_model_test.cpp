// The umc model: the workforce in the words of professions, its world, and that nobody there has a career.
#include "models/catalog/umc_model.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <regex>

#include "models/catalog/umc_words.hpp"
#include "models/catalog/workforce_model.hpp"
#include "models/workforce/fields.hpp"
#include "tests/unit/engine/house_runs.hpp"

namespace bevlogen::testing {
namespace {

// In the order of slots.
enum Profession : std::size_t { kSupport, kNurse, kCoPractitioner, kResearcher, kLecturer, kManager };

const Model& umc() { return *shelf().find("umc"); }
const workforce::WorkforceFields& fields_of(const Model& model) { return static_cast<const workforce::WorkforceFields&>(model.fields()); }

const std::vector<std::string> kSmall = {"population.scale=0.01", "time.years=1", "time.burn_in=0"};

Scenario small(const std::string& interventions = {}) {
    return scenario_of_text("title = \"small\"\nextends = \"umc-all.toml\"\n" + interventions, kSmall);
}

// Everything that the model shows under its own words, each text with where it stands.
class Texts {
  public:
    explicit Texts(const Model& model) {
        const Vocabulary& words = model.vocabulary();
        for (const ParameterDecl& decl : words.parameters.decls()) {
            add(decl.path, decl.path);
            add(decl.path, decl.meaning);
            for (const std::string& choice : decl.choices) add(decl.path, choice);
        }
        for (const LeverDecl& lever : words.levers) {
            add(lever.name, lever.label);
            for (const LeverKey& key : lever.keys) {
                add(lever.name + "." + key.name, key.meaning);
                for (const std::string& word : key.words) add(lever.name + "." + key.name, word);
            }
        }
        for (const ScopeAxis& axis : words.scope_axes) {
            add("scope", axis.key);
            add("scope." + axis.key, axis.label);
            for (const std::string& value : axis.values) add("scope." + axis.key, value);
            for (const Label& label : axis.labels) add("scope." + axis.key, label);
        }
        for (const RowsDecl& rows : words.rows) add(rows.path, rows.label);
        for (const PayerDecl& payer : words.payers) add(payer.name, payer.label);
        for (const OutcomeDecl& outcome : model.outcomes()) {
            add(outcome.name, outcome.label);
            add(outcome.name, outcome.description);
        }
        for (const TraceDecl& trace : model.traces()) {
            add(trace.name, trace.label);
            add(trace.name, trace.description);
            for (const Label& word : trace.words) add(trace.name, word);
        }
        for (const CostLineDecl& line : model.cost_lines()) add(line.name, line.label), add(line.name, line.description);
        for (const PatternDecl& pattern : model.patterns()) add(pattern.name, pattern.label);
        for (const Grouping* rows : {&model.phases(), &model.strata()}) {
            for (std::size_t k = 0; k < rows->size(); ++k) add(rows->names[k], rows->names[k]), add(rows->names[k], rows->labels[k]);
        }
    }
    std::vector<std::string> with(const std::regex& word) const {
        std::vector<std::string> found;
        for (const std::string& text : all_) {
            if (std::regex_search(text, word)) found.push_back(text);
        }
        return found;
    }

  private:
    void add(const std::string& where, const std::string& text) { all_.push_back(where + ": " + text); }
    void add(const std::string& where, const Label& label) { add(where, label.en), add(where, label.nl); }
    std::vector<std::string> all_;
};

const std::regex kOfDoctors(
    "coassist|coschap|clerkship|a\\(?n?\\)?ios|jonge.klare|specialist|resident|medical student|studenten|career phase|loopbaanfase|"
    "\\bfase|\\bphase_|vakgroep|partnership|\\barts|\\bdoctor",
    std::regex::icase);

TEST(UmcModel, HasNoWordOfDoctorsLeft) {
    EXPECT_EQ(Texts(umc()).with(kOfDoctors), std::vector<std::string>{});
    EXPECT_GT(Texts(*shelf().find("workforce")).with(kOfDoctors).size(), 100u);  // the twin
}

TEST(UmcModel, RenamesWholeWordsAndTheLongestFirst) {
    EXPECT_EQ(umc::renamed(Label{"level of workload: specialist, first five years", "niveau van werkdruk: jonge klare"}),
              (Label{"level of workload: researcher", "niveau van werkdruk: onderzoeker"}));
    EXPECT_EQ(umc::renamed(Label{"personal: personnel, person", "aios, maios"}),
              (Label{"personal: personnel, person", "klinisch medebehandelaar, maios"}));
    const ParameterDecl offset{"factors.workload.offset.anios", "SD", -4, 4, {"level: resident not in training", "niveau: anios"}};
    const auto own = umc::renamed(offset);
    ASSERT_TRUE(own);
    EXPECT_EQ(own->path, "factors.workload.offset.nurse");
    EXPECT_EQ(own->meaning, (Label{"level: nurse", "niveau: verpleegkundige"}));
    EXPECT_FALSE(umc::renamed(ParameterDecl{"market.kind", "1", 0, 2, {}}));
}

TEST(UmcModel, ParametersWithoutMeaningSwitchCareersOff) {
    const auto fixed = [](const std::string& path) {
        const ParameterTable& table = shelf().find("workforce")->vocabulary().parameters;
        return umc::fixed_value(table.decls()[*table.find(path)]);
    };
    EXPECT_EQ(fixed("market.kind"), 2.0);
    EXPECT_EQ(fixed("rotation.aios_weeks_to"), 0.0);
    EXPECT_EQ(fixed("rotation.coassistent_weeks"), 0.0);
    EXPECT_EQ(fixed("work.supervision.aios"), 0.0);
    EXPECT_EQ(fixed("factors.phase_share.anios"), 0.0);
    EXPECT_EQ(fixed("careers.training_weeks_short"), 52.0);  // its lowest
}

// Posts of a population with somebody on them, by slot.
std::array<double, workforce::kPhases> persons_by_slot(const Model& model, const Scenario& scenario) {
    const auto& f = fields_of(model);
    const Chance chance{scenario.seed, 1};
    const auto dynamics = model.make_dynamics(scenario);
    Population population(model.fields(), dynamics->plan_teams(chance.world()));
    std::array<double, workforce::kPhases> count{};
    for (Block& block : population.blocks()) {
        dynamics->populate(block, chance);
        for (std::size_t t = 0; t < block.teams(); ++t) {
            if (block.team_sites()[t] != static_cast<std::uint8_t>(workforce::Site::academic)) continue;
            for (std::size_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
                if (block.person(f.engine.filled)[i] != 0) ++count[block.person(f.phase)[i]];
            }
        }
    }
    return count;
}

TEST(UmcWorld, HoldsTheEmployeesButTheDoctors) {
    const auto doctors = persons_by_slot(*shelf().find("workforce"), house_scenario("baseline.toml"));
    double employed = 0.0;
    for (std::size_t k = 1; k < workforce::kPhases; ++k) employed += doctors[k];  // coassistenten are not
    const auto colleagues = persons_by_slot(umc(), house_scenario("umc-all.toml"));
    double all = 0.0;
    for (const double persons : colleagues) all += persons;
    EXPECT_NEAR(all + employed, 81475.0, 815.0);
    const std::array<double, workforce::kPhases> expected = {19500, 20500, 14500, 10500, 2530, 2520};
    for (std::size_t k = 0; k < workforce::kPhases; ++k) EXPECT_NEAR(colleagues[k], expected[k], 0.04 * expected[k]) << k;
    EXPECT_EQ(colleagues[kManager], 2520.0);
}

TEST(UmcWorld, EveryTeamIsLedByItsManager) {
    const Scenario scenario = small();
    const auto& f = fields_of(umc());
    const Chance chance{scenario.seed, 1};
    const auto dynamics = umc().make_dynamics(scenario);
    Population population(umc().fields(), dynamics->plan_teams(chance.world()));
    std::size_t teams = 0;
    for (Block& block : population.blocks()) {
        dynamics->populate(block, chance);
        for (std::size_t t = 0; t < block.teams(); ++t, ++teams) {
            const std::size_t first = block.team_begin()[t];
            EXPECT_EQ(block.person(f.phase)[first], kManager);
            EXPECT_EQ(block.team(f.leader_low)[t], block.person(f.engine.id_low)[first]);
            for (std::size_t i = first + 1; i < block.team_begin()[t + 1]; ++i) EXPECT_NE(block.person(f.phase)[i], kManager);
        }
    }
    EXPECT_EQ(teams, 25u);
}

// Columns that a career would change, of all posts.
std::vector<std::uint32_t> who_sits_where(const Simulation& simulation) {
    const auto& f = fields_of(umc());
    std::vector<std::uint32_t> all;
    for (const Block& block : simulation.population().blocks()) {
        for (std::size_t i = 0; i < block.posts(); ++i) {
            all.insert(all.end(), {block.person(f.engine.id_low)[i], block.person(f.engine.id_high)[i], block.person(f.phase)[i],
                                   block.person(f.engine.filled)[i], block.person(f.age_weeks)[i]});
        }
    }
    return all;
}

TEST(UmcWorld, EverybodyKeepsPostProfessionAndAge) {
    const Scenario scenario = small();
    Parallel one(1);
    Simulation simulation(umc(), scenario, {scenario.seed, 1}, one);
    const auto before = who_sits_where(simulation);
    simulation.advance(scenario.total_weeks());
    EXPECT_EQ(who_sits_where(simulation), before);
}

TEST(UmcWorld, HasAgesOfGrownUpsAtWork) {
    const Scenario scenario = small();
    Parallel one(1);
    const Simulation simulation(umc(), scenario, {scenario.seed, 1}, one);
    const auto& f = fields_of(umc());
    std::array<double, workforce::kPhases> sum{}, count{};
    for (const Block& block : simulation.population().blocks()) {
        for (std::size_t i = 0; i < block.posts(); ++i) {
            const double age = block.person(f.age_weeks)[i] / static_cast<double>(kWeeksPerYear);
            EXPECT_GE(age, 16.0);
            EXPECT_LT(age, 75.0);
            sum[block.person(f.phase)[i]] += age;
            ++count[block.person(f.phase)[i]];
        }
    }
    for (const Profession p : {kSupport, kNurse, kCoPractitioner}) EXPECT_NEAR(sum[p] / count[p], 40.0, 4.0) << p;
    EXPECT_LT(sum[kResearcher] / count[kResearcher], 32.0);
    EXPECT_GT(sum[kManager] / count[kManager], 48.0);
}

const std::string kCoaching = "[[intervention]]\nuse = \"interventions/lift-your-talent.toml\"\nstart = { week = 8 }\n";

// The first week at whose end somebody's exhaustion differs, of nurses and of the others; stops when both do.
std::array<int, 2> first_difference(const Scenario& one, const Scenario& other) {
    const auto& f = fields_of(umc());
    Parallel parallel(1);
    Simulation a(umc(), one, {one.seed, 1}, parallel), b(umc(), other, {other.seed, 1}, parallel);
    std::array<int, 2> first = {-1, -1};
    while (a.week() < one.total_weeks() && (first[0] < 0 || first[1] < 0)) {
        const Week next{a.week().value + kWeeksPerEpoch};
        a.advance(next);
        b.advance(next);
        for (std::size_t k = 0; k < a.population().blocks().size(); ++k) {
            const Block& with = a.population().blocks()[k];
            const Block& without = b.population().blocks()[k];
            for (std::size_t i = 0; i < with.posts(); ++i) {
                const bool is_nurse = with.person(f.phase)[i] == kNurse;
                int& week = first[is_nurse ? 0 : 1];
                if (with.person(f.exhaustion)[i] != without.person(f.exhaustion)[i] && week < 0) week = next.value;
                if (!is_nurse) {
                    EXPECT_EQ(with.person(f.coaching_stage)[i], 0);
                }
            }
        }
    }
    return first;
}

TEST(UmcWorld, CoachingOfNursesReachesNursesAndOthersOnlyThroughThem) {
    const auto [nurses, others] = first_difference(small(kCoaching), small());
    EXPECT_GT(nurses, 8);
    EXPECT_GE(others, nurses);
    EXPECT_LE(nurses, 30);
}

TEST(UmcWorld, GivesTheSameBytesHoweverItIsRun) {
    const Scenario scenario = small(kCoaching);
    const auto state = state_at_end(scenario);
    for (const unsigned threads : {2u, 7u}) EXPECT_EQ(state_at_end(scenario, {threads, 64, {}}), state) << threads;
    EXPECT_EQ(state_at_end(scenario, {2, 200, {Week{12}, Week{32}}}), state);
    EXPECT_NE(state_at_end(small()), state);
}

TEST(UmcModel, OutcomesStandInTheirOwnColumnsWithoutThoseOfCareers) {
    const Scenario scenario = small();
    Parallel one(1);
    Simulation simulation(umc(), scenario, {scenario.seed, 1}, one);
    simulation.advance(Week{8});
    const auto& f = fields_of(umc());
    const auto dynamics = umc().make_dynamics(scenario);
    const Block& block = simulation.population().blocks().front();
    OutcomeColumns columns;
    columns.prepare(umc().outcomes().size(), block.padded_posts());
    dynamics->measure(block, Week{8}, {scenario.seed, 1}, columns);
    columns.work_out(block.posts());
    ASSERT_EQ(columns.size(), umc().outcomes().size());
    std::size_t seen = 0;
    for (std::size_t k = 0; k < columns.size(); ++k) {
        ASSERT_NE(columns[k], nullptr) << umc().outcomes()[k].name;
        const std::string& name = umc().outcomes()[k].name;
        EXPECT_NE(name, "resignations");
        for (std::size_t i = 0; i < block.posts(); ++i) {
            if (name == "hours_worked") {
                ASSERT_EQ(columns[k][i], block.person(f.hours_worked)[i]);
            }
            if (name == "exhaustion") {
                ASSERT_EQ(columns[k][i], block.person(f.exhaustion)[i]);
            }
            if (name == "paid_absence") {
                ASSERT_TRUE(columns[k][i] == 0.0f || block.person(f.leave_kind)[i] != 0);
            }
        }
        seen += name == "hours_worked" || name == "exhaustion" || name == "paid_absence" ? 1 : 0;
    }
    EXPECT_EQ(seen, 3u);
    EXPECT_EQ(std::ranges::count_if(umc().cost_lines(),
                                    [](const CostLineDecl& line) {
                                        return line.name == "paid_absence" && umc().outcomes()[*line.outcome].name == "paid_absence";
                                    }),
              1);
}

TEST(UmcModel, TracesFollowAPersonInTheOrderOfTheirNames) {
    const Scenario scenario = small();
    Parallel one(1);
    const Simulation simulation(umc(), scenario, {scenario.seed, 1}, one);
    const auto dynamics = umc().make_dynamics(scenario);
    const Block& block = simulation.population().blocks().front();
    std::vector<float> values(umc().traces().size());
    dynamics->trace(block, 0, values);
    for (std::size_t k = 0; k < values.size(); ++k) {
        const TraceDecl& trace = umc().traces()[k];
        EXPECT_NE(trace.name, "resigns");
        if (trace.name == "phase") {
            EXPECT_EQ(trace.words[static_cast<std::size_t>(values[k])].en, "manager");
        }
        if (trace.name == "exhaustion") {
            EXPECT_EQ(values[k], block.person(fields_of(umc()).exhaustion)[0]);
        }
        if (trace.name == "years_in_post") {
            EXPECT_EQ(values[k], static_cast<float>(block.person(fields_of(umc()).weeks_in_post)[0]) / kWeeksPerYear);
        }
    }
}

TEST(UmcModel, IsHeldToNothingThatIsPublishedOfDoctors) {
    EXPECT_FALSE(umc().patterns().empty());
    for (const PatternDecl& pattern : umc().patterns()) EXPECT_EQ(pattern.kind, PatternKind::drift) << pattern.name;
}

TEST(UmcModel, ReadsTheDoctorsFilesButNoValueOfCareerPhases) {
    const Scenario scenario = small();
    EXPECT_THROW(scenario_of_text("title = \"x\"\nextends = \"umc-all.toml\"\n[parameters]\n\"market.kind\" = \"open\"\n"),
                 std::runtime_error);
    EXPECT_THROW(scenario_of_text("title = \"x\"\nextends = \"umc-all.toml\"\n", {"factors.workload.offset.anios=1"}), std::runtime_error);
    const ParameterTable& table = umc().vocabulary().parameters;
    const ParameterTable& of_doctors = shelf().find("workforce")->vocabulary().parameters;
    const Scenario doctors = house_scenario("baseline.toml");
    for (const char* path : {"jdr.contagion", "factors.workload.strain_weight", "reference.exhaustion.sd"})
        EXPECT_EQ(scenario.parameters.values[*table.find(path)], doctors.parameters.values[*of_doctors.find(path)]) << path;
}

}  // namespace
}  // namespace bevlogen::testing
