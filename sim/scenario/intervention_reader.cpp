// Reads the keys of an intervention: levers, scope, schedule, uptake and what the catalogue says of it.
#include "sim/scenario/intervention_reader.hpp"

#include <algorithm>

#include "sim/scenario/intervention_paths.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/lever_reader.hpp"
#include "sim/scenario/lever_slots.hpp"
#include "sim/scenario/moment_reader.hpp"
#include "sim/scenario/number_origins.hpp"
#include "sim/scenario/path_suggestion.hpp"
#include "sim/scenario/scope_reader.hpp"
#include "sim/scenario/toml_text.hpp"

namespace bevlogen {
namespace {

bool is_letter_of_name(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') || letter == '-' ||
           letter == '_';
}

class InterventionReader {
  public:
    InterventionReader(const TomlValue& table, InterventionSource source, Completeness completeness, const Vocabulary& vocabulary,
                       Diagnostics& diagnostics)
        : keys_(source == InterventionSource::catalogue ? catalogue_keys() : intervention_keys()),
          reader_(table, source == InterventionSource::catalogue ? "the catalogue entry" : "[[intervention]]", diagnostics, completeness),
          source_(source),
          vocabulary_(vocabulary),
          diagnostics_(diagnostics) {}

    PlacedIntervention read() {
        Intervention& it = result_.intervention;
        it.place = reader_.place();
        if (source_ == InterventionSource::scenario) {
            read_name();
            reader_.text(key("use"));
        }
        if (const auto title = reader_.label(key("title"))) it.title = *title;
        it.level = reader_.word(key("level")).value_or("organisational");
        it.source = reader_.text(key("source")).value_or("");
        if (source_ == InterventionSource::catalogue && it.source.empty() && reader_.has("source")) {
            diagnostics_.error(reader_.place_of("source"), "source is empty: " + std::string(key("source").doc));
        }
        read_catalogue(it.catalogue);
        it.scope_place = reader_.place_of("scope");
        const TomlValue* scope = reader_.table(key("scope"));
        it.scope = scope ? read_scope(*scope, vocabulary_, diagnostics_) : scope_of_everybody(vocabulary_);
        it.uptake = reader_.number(key("uptake")).value_or(default_number(key("uptake")));
        it.is_mandated = reader_.flag(key("mandate")).value_or(default_number(key("mandate")) != 0.0);
        read_schedule();
        for (const LeverDecl& lever : vocabulary_.levers) result_.has_levers |= reader_.has(lever.name);
        it.levers = read_levers(reader_, {});
        read_changes();
        const std::vector<const TomlValue*> numbers = reader_.tables(key("numbers"));
        it.catalogue.numbers = read_number_origins(numbers, vocabulary_, diagnostics_);
        if (source_ == InterventionSource::catalogue) check_number_origins(it, numbers, vocabulary_, diagnostics_);
        result_.has_unknown_keys = !reader_.finish();
        return std::move(result_);
    }

  private:
    const KeyDecl& key(std::string_view name) const { return key_named(keys_, name); }

    void read_name() {
        const auto name = reader_.text(key("name"));
        if (!name) return;
        result_.intervention.name = *name;
        if (name->empty() || !std::all_of(name->begin(), name->end(), is_letter_of_name)) {
            diagnostics_.error(reader_.place_of("name"),
                               "name = " + toml_string(*name) + " (must be letters, digits, - and _, since paths contain it)");
        }
    }

    void read_catalogue(CatalogueEntry& entry) {
        entry.decides = reader_.texts(key("decides")).value_or(std::vector<std::string>{});
        entry.pays = reader_.texts(key("pays")).value_or(std::vector<std::string>{});
        entry.must_agree = reader_.texts(key("must_agree")).value_or(std::vector<std::string>{});
        entry.costs.payer = payer_among(entry.pays);
        if (const TomlValue* costs = reader_.table(key("costs"))) read_costs(*costs, entry.costs);
        for (const TomlValue* knob : reader_.tables(key("knobs"))) read_knob(*knob, entry.knobs);
    }

    void read_costs(const TomlValue& value, FixedCosts& costs) {
        const std::vector<KeyDecl> keys = cost_decls(vocabulary_);
        StrictTable table(value, "costs", diagnostics_);
        costs.one_off_euro = table.number(key_named(keys, "one_off_euro")).value_or(0.0);
        costs.euro_per_year = table.number(key_named(keys, "euro_per_year")).value_or(0.0);
        costs.euro_per_person_year = table.number(key_named(keys, "euro_per_person_year")).value_or(0.0);
        if (!vocabulary_.payers.empty()) {
            if (const auto payer = table.word(key_named(keys, "payer"))) costs.payer = payer_named(*payer).value_or(costs.payer);
        }
        table.finish();
    }

    // By its name or its English label.
    std::optional<std::size_t> payer_named(const std::string& name) const {
        for (std::size_t p = 0; p < vocabulary_.payers.size(); ++p) {
            if (vocabulary_.payers[p].name == name || vocabulary_.payers[p].label.en == name) return p;
        }
        return std::nullopt;
    }

    // The first of them that is a payer, else the first payer there is.
    std::size_t payer_among(const std::vector<std::string>& pays) const {
        for (const std::string& name : pays) {
            if (const auto payer = payer_named(name)) return *payer;
        }
        return 0;
    }

    void read_knob(const TomlValue& value, std::vector<Knob>& knobs) {
        StrictTable table(value, "knobs", diagnostics_);
        const auto path = table.text(key_named(knob_keys(), "path"));
        const auto min = table.number(key_named(knob_keys(), "min"));
        const auto max = table.number(key_named(knob_keys(), "max"));
        const auto step = table.number(key_named(knob_keys(), "step"));
        const auto label = table.label(key_named(knob_keys(), "label"));
        table.finish();
        if (path) check_knob(table, *path, min, max);
        if (!path || !min || !max || !step || !label) return;
        const bool is_new = std::none_of(knobs.begin(), knobs.end(), [&](const Knob& knob) { return knob.path == *path; });
        if (!is_new) diagnostics_.error(table.place_of("path"), "two knobs turn " + *path);
        knobs.push_back({*path, *min, *max, *step, *label});
    }

    void check_knob(const StrictTable& table, const std::string& path, std::optional<double> min, std::optional<double> max) {
        std::vector<std::string> valid;
        std::optional<KeyDecl> turned;
        for (const KeyPath& candidate : intervention_paths(vocabulary_)) {
            if (!candidate.is_number()) continue;
            valid.push_back(candidate.path);
            if (candidate.path == path) turned = candidate.key;
        }
        if (!turned) {
            diagnostics_.error(table.place_of("path"), "a knob turns the unknown path " + toml_string(path) + path_suggestion(path, valid));
        }
        if (!min || !max) return;
        const std::string own = "[" + shortest_number(*min) + ", " + shortest_number(*max) + "]";
        if (*min >= *max) {
            diagnostics_.error(table.place_of("min"), "the knob of " + path + " goes from " + shortest_number(*min) + " to " +
                                                          shortest_number(*max) + " (min must be below max)");
        } else if (turned && (!turned->holds(*min) || !turned->holds(*max))) {
            diagnostics_.error(table.place_of("min"),
                               "the knob of " + path + " turns in " + own + " (must lie within " + bounds_text(*turned) + ")");
        }
    }

    void read_schedule() {
        Schedule& schedule = result_.intervention.schedule;
        const auto start = read_moment(reader_, key("start"), diagnostics_);
        schedule.start = start.value_or(Week{0});
        schedule.end = read_moment(reader_, key("end"), diagnostics_);
        schedule.ramp = read_moment(reader_, key("ramp"), diagnostics_).value_or(Week{0});
        result_.start = {reader_.place_of("start"), start || !reader_.has("start")};
        result_.end = reader_.place_of("end");
    }

    // The levers written in `owner` on top of those that hold before it.
    std::vector<LeverSetting> read_levers(StrictTable& owner, const std::vector<LeverSetting>& before) {
        std::vector<LeverSetting> levers;
        for (std::size_t i = 0; i < vocabulary_.levers.size(); ++i) {
            const LeverDecl& lever = vocabulary_.levers[i];
            const auto inherited = std::find_if(before.begin(), before.end(), [&](const LeverSetting& other) { return other.lever == i; });
            const TomlValue* value = owner.table({.name = lever.name, .type = KeyType::table, .doc = lever.label.en});
            if (!value && inherited == before.end()) continue;
            LeverSetting setting =
                inherited != before.end() ? *inherited : LeverSetting{i, unwritten_values(vocabulary_.scope_axes, lever)};
            if (value) read_lever(*value, lever, vocabulary_.scope_axes, setting, diagnostics_);
            levers.push_back(std::move(setting));
        }
        return levers;
    }

    void read_changes() {
        const std::vector<LeverSetting>* before = &result_.intervention.levers;
        auto& changes = result_.intervention.changes;
        const std::vector<const TomlValue*> tables = reader_.tables(key("change"));
        changes.reserve(tables.size());  // `before` points into it
        for (const TomlValue* value : tables) {
            StrictTable table(*value, "[[intervention.change]]", diagnostics_);
            const auto at = read_moment(table, key_named(change_keys(), "at"), diagnostics_);
            const bool has_levers = std::any_of(vocabulary_.levers.begin(), vocabulary_.levers.end(),
                                                [&](const LeverDecl& lever) { return table.has(lever.name); });
            changes.push_back({at.value_or(Week{0}), read_levers(table, *before)});
            before = &changes.back().levers;
            result_.changes.push_back({table.place_of("at"), at.has_value()});
            const bool knows_its_keys = table.finish();
            if (!has_levers && knows_its_keys) {
                diagnostics_.error(table.place(), "[[intervention.change]] sets no lever, so that nothing changes");
            }
        }
    }

    std::span<const KeyDecl> keys_;
    StrictTable reader_;
    InterventionSource source_;
    const Vocabulary& vocabulary_;
    Diagnostics& diagnostics_;
    PlacedIntervention result_;
};

}  // namespace

PlacedIntervention read_intervention(const TomlValue& table, InterventionSource source, Completeness completeness,
                                     const Vocabulary& vocabulary, Diagnostics& diagnostics) {
    return InterventionReader(table, source, completeness, vocabulary, diagnostics).read();
}

}  // namespace bevlogen
