// Makes the JSON Schema of scenario files from the declared keys and a model's vocabulary.
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/scenario/intervention_paths.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/parameter_reader.hpp"
#include "sim/scenario/read.hpp"
#include "sim/scenario/rows_reader.hpp"

namespace bevlogen {
namespace {

using Json = nlohmann::ordered_json;

Json closed_object() { return {{"type", "object"}, {"additionalProperties", false}, {"properties", Json::object()}}; }

// "time that is recorded; in [0, 200] years; 10 where it is not given"
std::string description(const KeyDecl& key) {
    std::string text(key.doc);
    const bool is_number = key.type == KeyType::number || key.type == KeyType::whole_number;
    if (is_number && std::isfinite(key.min) && std::isfinite(key.max)) text += "; in " + bounds_text(key);
    return text;
}

// A whole number stays one in the schema, so that an editor proposes 10 and not 10.0.
Json number_json(double value, KeyType type) {
    if (type == KeyType::whole_number) return static_cast<std::int64_t>(value);
    if (type == KeyType::flag) return value != 0.0;
    return value;
}

class SchemaWriter {
  public:
    explicit SchemaWriter(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

    Json scenario() {
        Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", "Scenario of the model " + vocabulary_.model}};
        schema.update(object(scenario_keys()));
        Json& properties = schema["properties"];
        properties["model"]["const"] = vocabulary_.model;
        properties["parameters"] = parameters();
        if (!vocabulary_.rows.empty()) properties["world"] = world();
        properties["time"].update(object(time_keys()));
        properties["run"].update(object(run_keys()));
        properties["population"].update(object(population_keys()));
        properties["intervention"]["items"] = intervention();
        return schema;
    }

  private:
    static Json property(const KeyDecl& key) {
        Json json = {{"description", description(key)}};
        switch (key.type) {
            case KeyType::text:
            case KeyType::path: json["type"] = "string"; break;
            case KeyType::flag: json["type"] = "boolean"; break;
            case KeyType::word: add_word(json, key); break;
            case KeyType::words: add_words(json, key); break;
            case KeyType::number:
            case KeyType::whole_number: add_number(json, key); break;
            case KeyType::texts:
            case KeyType::paths:
                json["type"] = "array";
                json["items"] = {{"type", "string"}};
                json["uniqueItems"] = true;
                break;
            case KeyType::label: json.update(object(label_keys(), true)); break;
            case KeyType::title: json["anyOf"] = Json::array({Json{{"type", "string"}}, object(label_keys(), true)}); break;
            case KeyType::moment:
                json.update(object(moment_keys()));
                json["minProperties"] = json["maxProperties"] = 1;
                break;
            case KeyType::range:
                json["type"] = "array";
                json["items"] = {{"type", "number"}};
                json["minItems"] = json["maxItems"] = 2;
                break;
            case KeyType::table: json["type"] = "object"; break;
            case KeyType::tables:
                json["type"] = "array";
                json["items"] = {{"type", "object"}};
                break;
            case KeyType::any: break;
        }
        add_default(json, key);
        return json;
    }

    static void add_word(Json& json, const KeyDecl& key) {
        json["type"] = "string";
        json["enum"] = key.words;
    }

    static void add_words(Json& json, const KeyDecl& key) {
        std::vector<std::string_view> single = key.words;
        single.push_back(kEverybody);
        json["anyOf"] = Json::array(
            {Json{{"type", "string"}, {"enum", single}},
             Json{{"type", "array"}, {"minItems", 1}, {"uniqueItems", true}, {"items", {{"type", "string"}, {"enum", key.words}}}}});
    }

    static void add_number(Json& json, const KeyDecl& key) {
        json["type"] = key.type == KeyType::number ? "number" : "integer";
        if (std::isfinite(key.min)) json[key.is_min_open ? "exclusiveMinimum" : "minimum"] = number_json(key.min, key.type);
        if (std::isfinite(key.max)) json["maximum"] = number_json(key.max, key.type);
    }

    static void add_default(Json& json, const KeyDecl& key) {
        if (const double* number = std::get_if<double>(&key.fallback)) json["default"] = number_json(*number, key.type);
        if (const auto* text = std::get_if<std::string_view>(&key.fallback)) json["default"] = *text;
    }

    // Files that extend another need not repeat what is required, so only labels and items of lists say `required`.
    static Json object(std::span<const KeyDecl> keys, bool says_required = false) {
        Json json = closed_object();
        for (const KeyDecl& key : keys) {
            json["properties"][std::string(key.name)] = property(key);
            if (says_required && key.need == Need::required) json["required"].push_back(key.name);
        }
        return json;
    }

    Json intervention() {
        Json json = object(intervention_keys());
        json["anyOf"] = Json::array({Json{{"required", {"name"}}}, Json{{"required", {"use"}}}});
        Json& properties = json["properties"];
        properties["costs"].update(object(cost_decls(vocabulary_)));
        properties["knobs"]["items"] = object(knob_keys(), true);
        properties["numbers"]["items"] = object(number_keys(), true);
        properties["scope"].update(scope());
        properties["change"]["items"] = object(change_keys(), true);
        add_levers(properties["change"]["items"]["properties"]);
        add_levers(properties);
        return json;
    }

    Json scope() const {
        Json json = object(scope_keys());
        json["properties"]["where"] = property(predicate_decl(vocabulary_));
        for (const ScopeAxis& axis : vocabulary_.scope_axes) json["properties"][axis.key] = property(scope_axis_decl(axis));
        return json;
    }

    // The path of a world file, or the rows themselves.
    Json world() const {
        Json path = property(key_named(scenario_keys(), kWorld));
        Json json = {{"description", path["description"]}};
        path.erase("description");
        Json tables = closed_object();
        for (const RowsDecl& decl : vocabulary_.rows) {
            std::vector<KeyDecl> keys(row_keys().begin(), row_keys().end());
            for (const LeverKey& key : decl.keys) keys.push_back(row_key_decl(key));
            tables["properties"][decl.path.substr(kWorld.size() + 1)] = {
                {"description", decl.label.en}, {"type", "array"}, {"items", object(keys, true)}};
        }
        json["anyOf"] = Json::array({path, tables});
        return json;
    }

    // One value, or with an axis also a table by its names.
    Json lever_key(const LeverKey& key) const {
        Json one = property(lever_key_decl(key));
        if (!key.axis) return one;
        Json json = {{"description", one["description"]}};
        if (one.contains("default")) json["default"] = one["default"];
        one.erase("description");
        one.erase("default");
        Json by_name = closed_object();
        by_name["minProperties"] = 1;
        for (const std::string& value : vocabulary_.scope_axes[*key.axis].values) by_name["properties"][value] = one;
        json["anyOf"] = Json::array({one, by_name});
        return json;
    }

    void add_levers(Json& properties) const {
        for (const LeverDecl& lever : vocabulary_.levers) {
            Json json = {{"description", lever.label.en}};
            json.update(closed_object());
            for (const LeverKey& key : lever.keys) json["properties"][key.name] = lever_key(key);
            properties[lever.name] = std::move(json);
        }
    }

    // Every path once flat ("jdr.contagion") and once nested, as editors see a dotted key.
    Json parameters() const {
        Json json = closed_object();
        for (const ParameterDecl& decl : vocabulary_.parameters.decls()) {
            const Json value = property(parameter_key_decl(decl));
            json["properties"][decl.path] = value;
            Json* level = &json;
            std::string_view rest = decl.path;
            for (std::size_t dot = rest.find('.'); dot != std::string_view::npos; dot = rest.find('.')) {
                Json& inner = (*level)["properties"][std::string(rest.substr(0, dot))];
                if (inner.is_null()) inner = closed_object();
                level = &inner;
                rest.remove_prefix(dot + 1);
            }
            (*level)["properties"][std::string(rest)] = value;
        }
        return json;
    }

    const Vocabulary& vocabulary_;
};

}  // namespace

std::string scenario_schema(const Vocabulary& vocabulary) { return SchemaWriter(vocabulary).scenario().dump(2) + "\n"; }

}  // namespace bevlogen
