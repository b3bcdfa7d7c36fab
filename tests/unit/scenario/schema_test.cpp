// The JSON Schema says what the reader says.
#include <nlohmann/json.hpp>

#include "sim/scenario/keys.hpp"
#include "tests/unit/scenario/scenario_files.hpp"

namespace bevlogen::testing {
namespace {

class ScenarioSchema : public ScenarioFiles {
  protected:
    nlohmann::json schema_ = nlohmann::json::parse(scenario_schema(vocabulary_));
    const nlohmann::json& properties_ = schema_["properties"];
    const nlohmann::json& intervention_ = properties_["intervention"]["items"];
};

TEST_F(ScenarioSchema, EveryKeyIsAPropertyAndNothingElseIs) {
    EXPECT_EQ(schema_["$schema"], "http://json-schema.org/draft-07/schema#");
    EXPECT_EQ(schema_["additionalProperties"], false);
    for (const KeyDecl& key : scenario_keys()) EXPECT_TRUE(properties_.contains(key.name)) << key.name;
    EXPECT_EQ(properties_.size(), scenario_keys().size());
    for (const KeyDecl& key : intervention_keys()) EXPECT_TRUE(intervention_["properties"].contains(key.name)) << key.name;
    EXPECT_EQ(intervention_["properties"].size(), intervention_keys().size() + vocabulary_.levers.size());
    EXPECT_EQ(intervention_["additionalProperties"], false);
}

TEST_F(ScenarioSchema, NumbersCarryBoundsUnitAndDefault) {
    const nlohmann::json& years = properties_["time"]["properties"]["years"];
    EXPECT_EQ(years["type"], "integer");
    EXPECT_EQ(years["minimum"], 0);
    EXPECT_EQ(years["maximum"], 200);
    EXPECT_EQ(years["default"].dump(), "10");
    EXPECT_EQ(years["description"], "recorded time, after the burn-in; in [0, 200] years");
    EXPECT_EQ(properties_["population"]["properties"]["scale"]["exclusiveMinimum"], 0.0);
    EXPECT_FALSE(properties_["run"]["properties"]["seed"].contains("default")) << "there is no default seed";
}

TEST_F(ScenarioSchema, ParametersAreThereFlatAndNested) {
    const nlohmann::json& parameters = properties_["parameters"];
    EXPECT_EQ(parameters["additionalProperties"], false);
    EXPECT_EQ(parameters["properties"]["jdr.contagion"]["maximum"], 0.1);
    EXPECT_EQ(parameters["properties"]["offset"]["properties"]["workload"]["properties"]["aios"]["minimum"], -3.0);
    EXPECT_EQ(parameters["properties"]["theory"]["enum"], (std::vector<std::string>{"jdr", "shanafelt"}));
    EXPECT_EQ(parameters["properties"]["team"]["properties"]["posts"]["type"], "integer");
}

TEST_F(ScenarioSchema, InterventionsHaveLeversScopeAndMoments) {
    const nlohmann::json& keys = intervention_["properties"];
    EXPECT_EQ(keys["shift"]["properties"]["autonomy"]["maximum"], 3.0);
    EXPECT_EQ(keys["shift"]["additionalProperties"], false);
    EXPECT_EQ(keys["change"]["items"]["properties"]["coaching"], keys["coaching"]);
    EXPECT_EQ(keys["change"]["items"]["required"], std::vector<std::string>{"at"});
    EXPECT_EQ(keys["scope"]["properties"]["phases"]["anyOf"][0]["enum"], (std::vector<std::string>{"anios", "aios", "specialist", "all"}));
    EXPECT_EQ(keys["scope"]["properties"]["where"]["enum"], (std::vector<std::string>{"burnt_out", "willing"}));
    EXPECT_EQ(keys["start"]["maxProperties"], 1);
    EXPECT_EQ(keys["mandate"]["type"], "boolean");
    EXPECT_EQ(keys["mandate"]["default"], true);
    EXPECT_EQ(keys["numbers"]["items"]["required"], (std::vector<std::string>{"path", "from"}));
    EXPECT_EQ(intervention_["anyOf"].dump(), R"([{"required":["name"]},{"required":["use"]}])");
}

}  // namespace
}  // namespace bevlogen::testing
