// A hospital of one's own has the posts that its departments say, and every lever of the nation works in it.
#include <cmath>
#include <map>

#include "models/workforce/departments.hpp"
#include "tests/statistical/error_rate.hpp"
#include "tests/statistical/national/national_run.hpp"

namespace bevlogen::statistical {
namespace {

using Posts = std::array<int, workforce::kPostKinds>;

// What is there of one department.
struct Department {
    Posts posts{}, added{}, persons{};  // persons on posts of the world and on added ones
};

using Hospital = std::map<std::string, Department>;

// With one lever of each kind, from the first recorded week on.
std::string with_all_levers() {
    const auto one = [](const std::string& name, const std::string& keys) {
        return "\n[[intervention]]\nname = \"" + name + "\"\ntitle = \"Test\"\nlevel = \"organisational\"\nsource = \"test\"\n" +
               "decides = [\"hospital\"]\npays = [\"hospital\"]\nmust_agree = [\"hospital\"]\nstart = { weeks = 0 }\n" + keys + "\n";
    };
    return "title = \"test\"\nextends = \"one-hospital.toml\"\n" +
           one("coaching", "coaching = { sessions = 6, window = 8, kickoff = true, released = true }") +
           one("schedule",
               "schedule = { hours_shift = 6.0, shifts_day = 4.0, breaks = 0.5, self_roster = true, duties = 0.9 }\n"
               "scope = { phases = [\"anios\", \"aios\"] }") +
           one("staffing", "staffing = { posts = { aios = 2.0 }, fill = \"at_once\", replacement = 0.8 }") +
           one("administration", "administration = { share = 0.2 }") + one("shift", "shift = { workload = -0.2 }") +
           one("culture", "culture = { stigma = -0.6, safety = 0.2 }");
}

class OneHospital : public NationalRun {
  protected:
    static Hospital look(const Model& model, const Simulation& simulation) {
        std::map<TeamId, std::string> names;
        for (const TeamPlan& plan : simulation.dynamics().plan_teams(simulation.chance().world())) names[plan.id] = plan.name;
        Hospital hospital;
        for (const Block& block : simulation.population().blocks()) {
            const auto filled = block.person(model.fields().engine.filled);
            for (std::size_t t = 0; t < block.teams(); ++t) {
                Department& department = hospital[names.at(block.team_ids()[t])];
                for (std::size_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
                    const std::uint8_t raw = block.post_kinds()[i];
                    const std::size_t kind = workforce::index_of(workforce::post_kind_of(raw));
                    ++(workforce::is_added(raw) ? department.added : department.posts)[kind];
                    department.persons[kind] += filled[i];
                }
            }
        }
        return hospital;
    }

    static Hospital at_week(const Scenario& scenario, std::uint32_t replicate, Week week) {
        const Model& model = testing::model_of(scenario);
        Parallel parallel(2);
        Simulation simulation(model, scenario, Chance{scenario.seed, replicate}, parallel);
        simulation.advance(week);
        return look(model, simulation);
    }

    static std::vector<workforce::Department> written(const Scenario& scenario) { return workforce::departments_of(scenario.rows.front()); }
};

TEST_F(OneHospital, HasExactlyThePostsThatItsDepartmentsSayByName) {
    const Scenario scenario = testing::house_scenario("one-hospital.toml");
    const auto departments = written(scenario);
    const Hospital hospital = at_week(scenario, 1, Week{0});
    EXPECT_EQ(departments.size(), 12u);
    EXPECT_EQ(hospital.size(), departments.size());
    for (const workforce::Department& wanted : departments) {
        SCOPED_TRACE(wanted.name);
        ASSERT_TRUE(hospital.contains(wanted.name));
        EXPECT_EQ(hospital.at(wanted.name).posts, wanted.posts);
        EXPECT_EQ(hospital.at(wanted.name).added, Posts{});
    }
}

// Persons: filled posts of 256 hospitals are binomial with the share that world.filled gives, one check in a million a kind of post.
TEST_F(OneHospital, HasPersonsOnTheShareOfPostsThatIsFilled) {
    const Scenario scenario = testing::house_scenario("one-hospital.toml");
    std::array<double, workforce::kPostKinds> posts{}, persons{};
    constexpr std::uint32_t kHospitals = 256;
    for (std::uint32_t n = 0; n < kHospitals; ++n) {
        Scenario other = scenario;
        other.seed += n;  // who sits where at the start follows from the seed alone
        for (const auto& [name, department] : at_week(other, 1, Week{0})) {
            for (std::size_t k = 0; k < posts.size(); ++k) posts[k] += department.posts[k], persons[k] += department.persons[k];
        }
    }
    const ParameterValues& parameters = scenario.parameters;
    const Vocabulary& vocabulary = testing::model_of(scenario).vocabulary();
    for (std::size_t k = 0; k < posts.size(); ++k) {
        const std::string& kind = workforce::post_words()[k].name;
        const auto index = vocabulary.parameters.find("world.filled." + kind);
        ASSERT_TRUE(index.has_value());
        const double share = parameters.values[*index], observed = persons[k] / posts[k];
        // The leader's post is always filled: 12 departments, one permanent specialist each.
        const double certain = k == 0 ? 12.0 * kHospitals / posts[k] : 0.0;
        const double expected = certain + (1.0 - certain) * share;
        const double error = std::sqrt((1.0 - certain) * share * (1.0 - share) / posts[k]);
        EXPECT_TRUE(agrees(observed, expected, error)) << kind << ": " << observed << ", expected " << expected;
        EXPECT_FALSE(agrees(observed, expected - 0.03, error)) << kind << ": the check cannot fail";
    }
}

TEST_F(OneHospital, WorksTheSameWayWithLeversOfAllKinds) {
    const Sets sets = {"time.years=2", "run.replicates=8"};
    Scenario policy = testing::scenario_of_text(with_all_levers(), sets);
    EXPECT_EQ(policy.interventions.size(), 6u);
    const Carried carried = carry_out({testing::house_scenario("one-hospital.toml", sets), policy});
    // Each lever is seen in what it moves; directions are certain at these sizes, under the same chance.
    EXPECT_LT(carried.difference(1, "administration").high, 0.0);
    EXPECT_LT(carried.difference(1, "workload").high, 0.0);
    EXPECT_LT(carried.difference(1, "hours_worked", "aios").high, -5.0);
    EXPECT_LT(carried.difference(1, "burnt_out").mean, 0.0);
    EXPECT_GT(carried.level(1, "coaching_taken_part").mean, 0.02);
    EXPECT_EQ(carried.level(0, "coaching_taken_part").mean, 0.0);

    const Hospital hospital = at_week(policy, 1, policy.total_weeks());
    for (const workforce::Department& wanted : written(policy)) {
        SCOPED_TRACE(wanted.name);
        const Department& found = hospital.at(wanted.name);
        EXPECT_EQ(found.posts, wanted.posts);
        Posts twice{};  // as many again of residents in training, and of nobody else
        const std::size_t aios = workforce::index_of(workforce::PostKind::aios);
        twice[aios] = wanted.posts[aios];
        EXPECT_EQ(found.added, twice);
        // Added posts are filled at once, and stay so.
        EXPECT_GE(found.persons[aios], twice[aios]);
        for (std::size_t k = 0; k < twice.size(); ++k) EXPECT_LE(found.persons[k], wanted.posts[k] + twice[k]);
    }
}

}  // namespace
}  // namespace bevlogen::statistical
