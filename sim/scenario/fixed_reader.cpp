// Reads title, model, [time], [run] and [population].
#include "sim/scenario/fixed_reader.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "sim/scenario/keys.hpp"

namespace bevlogen {
namespace {

constexpr std::array<std::string_view, 6> kFixedKeys = {"title", "question", "model", "time", "run", "population"};

}  // namespace

FixedPart read_fixed_part(const TomlValue& tree, Completeness completeness, Diagnostics& diagnostics) {
    FixedPart part;
    Scenario& scenario = part.scenario;
    StrictTable top(tree, "", diagnostics, completeness);
    const auto key = [](std::string_view name) -> const KeyDecl& { return key_named(scenario_keys(), name); };
    scenario.title = top.label(key("title")).value_or(Label{});
    scenario.question = top.label(key("question")).value_or(Label{});
    scenario.model = top.text(key("model")).value_or("");
    top.text(key("extends"));
    const TomlValue* world = top.any(key("world"));  // a table holds rows, which the model's words tell how to read
    if (world && !world->is(TomlKind::table)) check_text(*world, key("world"), diagnostics);
    top.texts(key("parameter_files"));
    top.table(key("parameters"));
    top.tables(key("intervention"));

    const TomlValue nothing = empty_table(tree.place);
    const auto section = [&](std::string_view name) {
        const TomlValue* table = top.table(key(name));
        const bool is_wrong = !table && top.has(name);
        return StrictTable(table ? *table : nothing, "[" + std::string(name) + "]", diagnostics,
                           is_wrong ? Completeness::part : completeness);
    };
    const auto whole = [](StrictTable& table, const KeyDecl& declared) -> std::int64_t {
        const auto value = table.whole_number(declared);
        if (value) return *value;
        return declared.need == Need::required ? 0 : static_cast<std::int64_t>(default_number(declared));
    };
    StrictTable time = section("time");
    const KeyDecl& years = key_named(time_keys(), "years");
    part.knows_years = !time.has("years") || time.whole_number(years).has_value();
    scenario.years = static_cast<int>(whole(time, years));
    scenario.burn_in = static_cast<int>(whole(time, key_named(time_keys(), "burn_in")));
    time.finish();

    StrictTable run = section("run");
    scenario.seed = static_cast<std::uint32_t>(whole(run, key_named(run_keys(), "seed")));
    scenario.replicates = static_cast<int>(whole(run, key_named(run_keys(), "replicates")));
    scenario.first_replicate = static_cast<int>(whole(run, key_named(run_keys(), "first_replicate")));
    run.finish();

    StrictTable population = section("population");
    const KeyDecl& scale = key_named(population_keys(), "scale");
    scenario.population_scale = population.number(scale).value_or(default_number(scale));
    population.finish();
    top.finish();
    return part;
}

TomlValue fixed_part_of(const TomlValue& tree) {
    TomlValue part = empty_table(tree.place);
    for (const TomlEntry& entry : tree.entries) {
        if (std::find(kFixedKeys.begin(), kFixedKeys.end(), entry.key) != kFixedKeys.end()) part.put(entry);
    }
    return part;
}

}  // namespace bevlogen
