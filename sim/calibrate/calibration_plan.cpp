// Reads calibrations strictly, and makes a scenario of each condition.
#include "sim/calibrate/calibration_plan.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/calibrate/target_reader.hpp"
#include "sim/core/build_info.hpp"
#include "sim/experiment/reference_place.hpp"
#include "sim/scenario/file_kind.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/parameter_draws.hpp"
#include "sim/scenario/resolved_text.hpp"
#include "sim/scenario/settings.hpp"
#include "sim/scenario/source_files.hpp"
#include "sim/scenario/strict_table.hpp"
#include "sim/scenario/top_file.hpp"
#include "sim/sweep/axis_reader.hpp"

namespace bevlogen {
namespace {

const KeyDecl& key(std::string_view name) { return key_named(calibration_keys(), name); }
const KeyDecl& condition_key(std::string_view name) { return key_named(condition_keys(), name); }

class CalibrationReader {
  public:
    CalibrationReader(const TopFile& top, const ModelShelf& shelf, std::span<const Override> overrides,
                      const std::filesystem::path& library, CalibrationPlan& plan, Diagnostics& diagnostics)
        : top_(top),
          shelf_(shelf),
          overrides_(overrides),
          library_(library),
          table_(top.tree, "", diagnostics),
          plan_(plan),
          diagnostics_(diagnostics) {}

    void read() {
        plan_.title = table_.label(key("title")).value_or(Label::same(plan_.name));
        plan_.question = table_.label(key("question")).value_or(Label{});
        table_.text(key("like"));      // has been followed
        table_.text(key("scenario"));  // read with the conditions
        if (const TomlValue* set = table_.table(key("set"))) settings_ = read_settings(*set, diagnostics_);
        plan_.settle = whole("settle");
        if (plan_.settle % kWeeksPerEpoch != 0) diagnostics_.error(table_.place_of("settle"), "is no multiple of 4 weeks");
        years_ = whole("years");
        plan_.starts = static_cast<std::size_t>(whole("starts"));
        is_standardised_ = table_.flag(key("standardise")).value_or(true);
        read_search();
        const auto conditions = table_.tables(key("condition"));
        const auto free = table_.tables(key("free")), targets = table_.tables(key("target"));
        table_.finish();
        for (const TomlValue* condition : conditions) read_condition(*condition);
        if (plan_.conditions.empty() || plan_.conditions.size() < conditions.size()) return;  // wrong, and reported
        const Model& model = *shelf_.find(plan_.base().model);
        read_targets(targets, model, plan_, diagnostics_);
        read_free(free, model.vocabulary());
        if (is_standardised_) add_references(model);
        check_weeks();
    }

  private:
    int whole(std::string_view name) {
        return static_cast<int>(table_.whole_number(key(name)).value_or(static_cast<std::int64_t>(default_number(key(name)))));
    }

    void read_search() {
        static const TomlValue kNothing = empty_table({});
        const TomlValue* tree = table_.table(key("search"));
        StrictTable table(tree ? *tree : kNothing, "[search]", diagnostics_);
        const auto number = [&](std::string_view name) {
            const KeyDecl& decl = key_named(search_keys(), name);
            return static_cast<std::size_t>(table.whole_number(decl).value_or(static_cast<std::int64_t>(default_number(decl))));
        };
        AbcSettings& search = plan_.search;
        search.start = number("start"), search.keep = number("keep"), search.generation = number("generation");
        search.most_generations = number("most_generations");
        const KeyDecl& least = key_named(search_keys(), "least_accepted");
        search.least_accepted = table.number(least).value_or(default_number(least));
        plan_.search_seed = static_cast<std::uint32_t>(number("seed"));
        if (search.keep > search.start)
            diagnostics_.error(table.place_of("keep"), fmt::format("keeps {} of {} points of the start", search.keep, search.start));
        table.finish();
    }

    void read_condition(const TomlValue& tree) {
        StrictTable table(tree, "[[condition]]", diagnostics_);
        CalibrationCondition condition;
        condition.name = table.text(condition_key("name")).value_or("");
        condition.label = table.label(condition_key("label")).value_or(Label::same(condition.name));
        if (std::ranges::find(plan_.conditions, condition.name, &CalibrationCondition::name) != plan_.conditions.end())
            diagnostics_.error(table.place_of("name"), fmt::format("two conditions are called \"{}\"", condition.name));
        std::vector<Override> all = settings_;
        if (const TomlValue* set = table.table(condition_key("set"))) {
            const std::vector<Override> own = read_settings(*set, diagnostics_);
            all.insert(all.end(), own.begin(), own.end());
        }
        all.push_back({"time.years", std::to_string((plan_.settle + kWeeksPerYear - 1) / kWeeksPerYear + years_)});
        all.insert(all.end(), overrides_.begin(), overrides_.end());
        table.tables(condition_key("intervention"));  // read with the scenario
        condition.weeks = years_ * kWeeksPerYear;
        if (const auto weeks = table.whole_number(condition_key("weeks"))) {
            condition.weeks = static_cast<int>(*weeks);
            if (*weeks % kWeeksPerEpoch != 0 || *weeks > std::int64_t{years_} * kWeeksPerYear)
                diagnostics_.error(table.place_of("weeks"),
                                   fmt::format("is no multiple of 4 up to the {} weeks that are measured", years_ * kWeeksPerYear));
        }
        table.finish();
        try {
            condition.scenario = read_policy_alone(as_scenario(condition.name, tree), vocabularies_of(shelf_), all, library_).scenario;
            plan_.conditions.push_back(std::move(condition));
        } catch (const InputError& error) {
            for (const Diagnostic& d : error.diagnostics().sorted()) diagnostics_.error(d.place, d.message);
        }
    }

    // As one would write it in the calibration's folder: the world, and the condition's interventions on top.
    PolicyAlone as_scenario(const std::string& name, const TomlValue& condition) const {
        const Place& place = condition.place;
        PolicyAlone scenario{name, top_.path.string(), folder_of(top_.path), {}, empty_table(place)};
        scenario.tree.put({"title", place, text_value(name, place)});
        if (const TomlValue* world = top_.tree.find("scenario"); world && world->is(TomlKind::text))
            scenario.tree.put({"extends", world->place, *world});
        if (const TomlEntry* interventions = condition.find_entry("intervention")) scenario.tree.put(*interventions);
        scenario.text = fmt::format("# Written by the calibration {}: its condition {}.\n", top_.path.filename().string(), name);
        return scenario;
    }

    void read_free(const std::vector<const TomlValue*>& tables, const Vocabulary& vocabulary) {
        for (const TomlValue* table : tables) {
            for (Axis& axis : read_axis(*table, plan_.base(), vocabulary, diagnostics_)) {
                const TomlValue* path = table->find("path");
                const Place& place = path ? path->place : table->place;
                if (!axis.parameter)
                    diagnostics_.error(place, fmt::format("{} is no parameter of the model; only parameters are fitted", axis.path));
                if (axis.spread == Spread::values)
                    diagnostics_.error(place, fmt::format("{} has no prior: a range or a distribution", axis.path));
                if (std::ranges::find(plan_.free, axis.path, &Axis::path) != plan_.free.end())
                    diagnostics_.error(place, fmt::format("{} is free twice", axis.path));
                plan_.free.push_back(std::move(axis));
            }
        }
        if (diagnostics_.empty()) check_free(vocabulary);
    }

    void check_free(const Vocabulary& vocabulary) {
        ParameterDraws free;
        free.name = top_.path.string();
        for (const Axis& axis : plan_.free) free.parameters.push_back(axis.parameter.value());
        check_drawable(free, vocabulary, diagnostics_);
        std::vector<Scenario> scenarios;
        for (const CalibrationCondition& condition : plan_.conditions) scenarios.push_back(condition.scenario);
        check_draws_hide_nothing(free, scenarios, vocabulary, diagnostics_);
    }

    void add_references(const Model& model) {
        const std::vector<OutcomeDecl>& outcomes = model.outcomes();
        for (std::size_t o = 0; o < outcomes.size(); ++o) {
            const auto place = reference_of(outcomes[o].name, model.vocabulary(), plan_.base());
            if (!place) continue;
            const ParameterTable& parameters = model.vocabulary().parameters;
            plan_.references.push_back({plan_.standardised.size(), parameters.find(place->path + ".mean").value(),
                                        parameters.find(place->path + ".sd").value(), place->path, outcomes[o].unit == "z"});
            plan_.standardised.push_back({Quantity::Kind::outcome, o});
        }
        if (!plan_.references.empty() && plan_.settle < kWeeksPerYear)
            diagnostics_.error(table_.place_of("settle"), "reference scores are measured while a population settles: at least 52 weeks");
    }

    // What needs a year later, or a wave of another condition.
    void check_weeks() {
        for (std::size_t t = 0; t < plan_.targets.size(); ++t) {
            for (const TargetPart& part : plan_.targets[t].parts) {
                const Place place{top_.path.string(), 0, 0};
                const auto fail = [&](const std::string& what) {
                    diagnostics_.error(place, fmt::format("target \"{}\" {}", plan_.targets[t].name, what));
                };
                const int weeks = plan_.conditions.at(part.condition).weeks;
                const bool is_later = part.kind == StatisticKind::stability || part.kind == StatisticKind::later_odds_ratio ||
                                      part.kind == StatisticKind::quarter_ratio || part.kind == StatisticKind::rate_ratio;
                const bool is_of_a_year = part.kind == StatisticKind::slope || part.is_typical;
                if (is_later && weeks < kWeeksPerYear + kWeeksPerEpoch) fail("needs more than 52 measured weeks in its condition");
                if (is_of_a_year && weeks < kWeeksPerYear) fail("needs 52 measured weeks in its condition");
                if (part.against && weeks > plan_.conditions.at(*part.against).weeks)
                    fail("compares with a condition that is measured for less long");
            }
        }
    }

    const TopFile& top_;
    const ModelShelf& shelf_;
    std::span<const Override> overrides_;
    const std::filesystem::path& library_;
    StrictTable table_;
    CalibrationPlan& plan_;
    Diagnostics& diagnostics_;
    std::vector<Override> settings_;
    int years_ = 1;
    bool is_standardised_ = true;
};

// Follows `like` once: that file may name no other.
void add_what_is_left_out(TopFile& top, SourceFiles& files, Diagnostics& diagnostics) {
    const TomlValue* like = top.tree.find("like");
    if (!like || !like->is(TomlKind::text)) return;
    const auto path = files.locate(like->text, folder_of(top.path), like->place);
    if (!path) throw InputError(diagnostics);
    const TopFile other = read_top_file(*path, files, diagnostics);
    if (!expect_calibration(other.tree, diagnostics)) throw InputError(diagnostics);
    if (const TomlEntry* again = other.tree.find_entry("like"))
        throw InputError(again->place, "names a third calibration; name that one instead");
    for (const TomlEntry& entry : other.tree.entries) {
        const bool is_of_file = entry.key == "title" || entry.key == "question";
        if (!is_of_file && !top.tree.find(entry.key)) top.tree.put(entry);
    }
    top.text += "\n# ---- " + other.path.filename().string() + "\n" + other.text;
}

}  // namespace

std::size_t CalibrationPlan::parts() const {
    std::size_t count = 0;
    for (const Target& target : targets) count += target.parts.size();
    return count;
}

std::vector<std::size_t> CalibrationPlan::parameters() const {
    std::vector<std::size_t> all;
    for (const Axis& axis : free) all.push_back(axis.parameter.value());
    for (const DerivedReference& reference : references) all.push_back(reference.mean), all.push_back(reference.sd);
    return all;
}

Scenario CalibrationPlan::under(std::size_t condition, std::span<const double> values) const {
    Scenario scenario = conditions[condition].scenario;
    const std::vector<std::size_t> all = parameters();
    for (std::size_t k = 0; k < values.size(); ++k) scenario.parameters.values[all[k]] = values[k];
    return scenario;
}

std::vector<double> CalibrationPlan::values_at(std::span<const double> point) const {
    std::vector<double> values;
    for (std::size_t k = 0; k < free.size(); ++k) values.push_back(free[k].value_at(point[k]));
    return values;
}

std::vector<double> CalibrationPlan::own_values() const {
    std::vector<double> values;
    for (const std::size_t parameter : parameters()) values.push_back(base().parameters.values[parameter]);
    return values;
}

CalibrationPlan read_calibration(const std::filesystem::path& file, const ModelShelf& shelf, std::span<const Override> overrides,
                                 const std::filesystem::path& library) {
    Diagnostics diagnostics;
    SourceFiles files(library, diagnostics);
    TopFile top = read_top_file(file, files, diagnostics);
    if (!expect_calibration(top.tree, diagnostics)) throw InputError(diagnostics);
    CalibrationPlan plan;
    plan.name = top.path.stem().string();
    add_what_is_left_out(top, files, diagnostics);
    plan.text = top.text;
    CalibrationReader(top, shelf, overrides, library, plan, diagnostics).read();
    if (!diagnostics.empty()) throw InputError(diagnostics);
    return plan;
}

std::string calibration_identity(const CalibrationPlan& plan, const Vocabulary& vocabulary) {
    std::string identity = fmt::format("{} {} calibration\n{}\n", build_info().version, build_info().commit, plan.text);
    for (const CalibrationCondition& condition : plan.conditions) identity += resolved_text(condition.scenario, vocabulary);
    return identity;
}

}  // namespace bevlogen
