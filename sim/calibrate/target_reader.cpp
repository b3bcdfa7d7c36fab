// Says of each statistic which keys it needs and which mean nothing to it.
#include "sim/calibrate/target_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/core/nearest_name.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/path_suggestion.hpp"
#include "sim/scenario/scope_reader.hpp"
#include "sim/scenario/strict_table.hpp"

namespace bevlogen {
namespace {

const KeyDecl& target_key(std::string_view name) { return key_named(target_keys(), name); }
const KeyDecl& part_key(std::string_view name) { return key_named(part_keys(), name); }

// Which keys a statistic takes beside those that all take.
struct Takes {
    bool of = true, with = false, beside = false, less = false, groups = false, against = false;
    bool needs_groups = false, typical = true;
};

Takes takes_of(StatisticKind kind) {
    switch (kind) {
        case StatisticKind::mean: return {};
        case StatisticKind::difference: return {.less = true};
        case StatisticKind::correlation: return {.with = true, .typical = false};
        case StatisticKind::stability: return {.typical = false};
        case StatisticKind::slope: return {.with = true, .typical = false};
        case StatisticKind::coefficient: return {.with = true, .beside = true};
        case StatisticKind::odds_ratio: return {.with = true, .beside = true, .groups = true};
        case StatisticKind::later_odds_ratio: return {.with = true, .groups = true, .needs_groups = true, .typical = false};
        case StatisticKind::quarter_ratio:
        case StatisticKind::rate_ratio:
        case StatisticKind::ratio: return {.with = true, .typical = false};
        case StatisticKind::stay: return {.typical = false};
        case StatisticKind::persons: return {.of = false, .typical = false};
        case StatisticKind::effect: return {.against = true, .typical = false};
    }
    return {};
}

class TargetReader {
  public:
    TargetReader(const Model& model, CalibrationPlan& plan, Diagnostics& diagnostics)
        : model_(model), plan_(plan), diagnostics_(diagnostics), names_(quantity_names(model)) {}

    void read(const TomlValue& tree) {
        StrictTable table(tree, "[[target]]", diagnostics_);
        Target target;
        target.name = table.text(target_key("name")).value_or("");
        target.label = table.label(target_key("label")).value_or(Label::same(target.name));
        target.source = table.text(target_key("source")).value_or("");
        target.weight = table.number(target_key("weight")).value_or(default_number(target_key("weight")));
        if (std::ranges::find(plan_.targets, target.name, &Target::name) != plan_.targets.end())
            diagnostics_.error(table.place_of("name"), fmt::format("two targets are called \"{}\"", target.name));
        if (const auto paths = table.texts(target_key("set_by"))) {
            for (std::size_t i = 0; i < paths->size(); ++i) check_path((*paths)[i], tree.find("set_by")->items[i].place);
            target.set_by = *paths;
        }
        const auto parts = table.tables(target_key("part"));
        if (parts.empty() && table.has("part")) diagnostics_.error(table.place_of("part"), "part = [] measures nothing");
        for (const TomlValue* part : parts) target.parts.push_back(read_part(*part));
        table.finish();
        plan_.targets.push_back(std::move(target));
    }

  private:
    void check_path(const std::string& path, const Place& place) {
        const ParameterTable& parameters = model_.vocabulary().parameters;
        if (parameters.find(path)) return;
        std::vector<std::string> valid;
        for (const ParameterDecl& decl : parameters.decls()) valid.push_back(decl.path);
        diagnostics_.error(place, fmt::format("unknown parameter \"{}\"{}", path, path_suggestion(path, valid)));
    }

    // Its place among the quantities that are asked; 0 after an error.
    std::size_t quantity(const std::string& name, const Place& place) {
        const auto found = find_quantity(model_, name);
        if (!found) {
            diagnostics_.error(place, fmt::format("unknown quantity \"{}\"{}", name, suggestion(name, names_)));
            return 0;
        }
        const auto at = std::ranges::find(plan_.quantities, *found);
        if (at != plan_.quantities.end()) return static_cast<std::size_t>(at - plan_.quantities.begin());
        plan_.quantities.push_back(*found);
        return plan_.quantities.size() - 1;
    }

    std::optional<std::size_t> quantity_under(StrictTable& table, std::string_view name) {
        const auto text = table.text(part_key(name));
        if (!text) return std::nullopt;
        return quantity(*text, table.place_of(name));
    }

    std::optional<NumberBand> band_under(StrictTable& table, const KeyDecl& key) {
        const auto range = table.range(key);
        if (!range) return std::nullopt;
        return NumberBand{range->low, range->high};
    }

    std::optional<std::size_t> condition_under(StrictTable& table, std::string_view name) {
        const auto text = table.text(part_key(name));
        if (!text) return std::nullopt;
        const auto found = std::ranges::find(plan_.conditions, *text, &CalibrationCondition::name);
        if (found == plan_.conditions.end()) {
            std::vector<std::string> names;
            for (const CalibrationCondition& condition : plan_.conditions) names.push_back(condition.name);
            diagnostics_.error(table.place_of(name), fmt::format("unknown condition \"{}\"{}", *text, suggestion(*text, names)));
            return 0;
        }
        return static_cast<std::size_t>(found - plan_.conditions.begin());
    }

    Scope scope(const TomlValue* tree) {
        if (!tree) return scope_of_everybody(model_.vocabulary());
        for (const char* word : {"team_share", "coverage", "arm", "where"}) {
            if (const TomlEntry* entry = tree->find_entry(word))
                diagnostics_.error(entry->place,
                                   fmt::format("`{}` says nothing of who is measured; name axes here, and use `where`", word));
        }
        return read_scope(*tree, model_.vocabulary(), diagnostics_);
    }

    TargetPart read_part(const TomlValue& tree) {
        StrictTable table(tree, "[[target.part]]", diagnostics_);
        TargetPart part;
        part.scope = scope_of_everybody(model_.vocabulary());
        const auto word = table.word(part_key("statistic"));
        if (word) part.kind = statistic_kind(*word).value();
        part.condition = condition_under(table, "condition").value_or(0);
        const auto of = quantity_under(table, "of");
        part.of = of.value_or(0);
        part.at_least = table.number(part_key("at_least"));
        part.is_typical = table.flag(part_key("typical")).value_or(false);
        part.with = quantity_under(table, "with");
        if (const auto names = table.texts(part_key("beside"))) {
            for (std::size_t i = 0; i < names->size(); ++i)
                part.beside.push_back(quantity((*names)[i], tree.find("beside")->items[i].place));
        }
        if (const TomlValue* of_whom = table.table(part_key("scope"))) part.scope = scope(of_whom);
        if (const TomlValue* less = table.table(part_key("less"))) part.less = scope(less);
        for (const TomlValue* one : table.tables(part_key("where"))) part.where.push_back(read_criterion(*one));
        part.exposed = band_under(table, part_key("exposed"));
        part.others = band_under(table, part_key("others"));
        part.exposed_lowest = table.number(part_key("exposed_lowest"));
        part.within_axis = axis_under(table);
        part.against = condition_under(table, "against");
        part.took_part = quantity_under(table, "took_part");
        part.value = table.number(part_key("value")).value_or(0.0);
        if (const auto tolerance = band_under(table, part_key("tolerance"))) {
            part.tolerance = *tolerance;
            if (!(tolerance->low < part.value && part.value < tolerance->high))
                diagnostics_.error(table.place_of("tolerance"), fmt::format("the value {} lies not inside its tolerance of {} to {}",
                                                                            part.value, tolerance->low, tolerance->high));
        }
        part.words = table.text(part_key("words")).value_or("");
        if (word) check(table, part, of.has_value());
        table.finish();
        return part;
    }

    std::optional<std::size_t> axis_under(StrictTable& table) {
        const auto text = table.text(part_key("within"));
        if (!text) return std::nullopt;
        std::vector<std::string> names;
        for (const auto& axis : model_.vocabulary().scope_axes) names.push_back(axis.key);
        const auto found = std::ranges::find(names, *text);
        if (found == names.end())
            diagnostics_.error(table.place_of("within"), fmt::format("unknown axis \"{}\"{}", *text, suggestion(*text, names)));
        return static_cast<std::size_t>(found - names.begin());
    }

    TargetCriterion read_criterion(const TomlValue& tree) {
        StrictTable table(tree, "where", diagnostics_);
        TargetCriterion criterion;
        if (const auto name = table.text(key_named(where_keys(), "quantity")))
            criterion.quantity = quantity(*name, table.place_of("quantity"));
        criterion.band = band_under(table, key_named(where_keys(), "band")).value_or(NumberBand{});
        table.finish();
        return criterion;
    }

    void check(const StrictTable& table, const TargetPart& part, bool has_of) {
        const Takes takes = takes_of(part.kind);
        const bool has_groups = part.exposed || part.exposed_lowest;
        const auto look = [&](const char* name, bool is_needed, bool is_taken, bool is_there) {
            if (is_needed && !is_there)
                diagnostics_.error(table.place(), fmt::format("statistic = \"{}\" needs `{}`", word_of(part.kind), name));
            if (!is_taken && is_there)
                diagnostics_.error(table.place_of(name), fmt::format("`{}` says nothing of statistic = \"{}\"", name, word_of(part.kind)));
        };
        look("of", takes.of, takes.of, has_of);
        look("with", takes.with, takes.with, part.with.has_value());
        look("beside", false, takes.beside, !part.beside.empty());
        look("less", takes.less, takes.less, part.less.has_value());
        look("typical", false, takes.typical, part.is_typical);
        look("against", takes.against, takes.against, part.against.has_value());
        look("took_part", false, takes.against, part.took_part.has_value());
        look("exposed", takes.needs_groups && !part.exposed_lowest, takes.groups, part.exposed.has_value());
        look("exposed_lowest", false, takes.groups, part.exposed_lowest.has_value());
        look("others", false, takes.groups && has_groups, part.others.has_value());
        look("within", false, takes.groups && has_groups, part.within_axis.has_value());
        if (part.exposed && part.exposed_lowest)
            diagnostics_.error(table.place_of("exposed_lowest"), "`exposed` and `exposed_lowest` say the same twice");
        if (has_groups && !part.beside.empty())
            diagnostics_.error(table.place_of("beside"), "odds of groups are compared within an axis (`within`), not beside quantities");
    }

    const Model& model_;
    CalibrationPlan& plan_;
    Diagnostics& diagnostics_;
    std::vector<std::string> names_;
};

}  // namespace

void read_targets(const std::vector<const TomlValue*>& tables, const Model& model, CalibrationPlan& plan, Diagnostics& diagnostics) {
    TargetReader reader(model, plan, diagnostics);
    for (const TomlValue* table : tables) reader.read(*table);
}

}  // namespace bevlogen
