// Reads trials strictly, and makes two scenarios of one file.
#include "sim/study/trial_plan.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/core/nearest_name.hpp"
#include "sim/scenario/file_kind.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/moment_reader.hpp"
#include "sim/scenario/scope_reader.hpp"
#include "sim/scenario/settings.hpp"
#include "sim/scenario/source_files.hpp"
#include "sim/scenario/strict_table.hpp"
#include "sim/scenario/top_file.hpp"

namespace bevlogen {
namespace {

const KeyDecl& key(std::string_view name) { return key_named(trial_keys(), name); }
const KeyDecl& recruit_key(std::string_view name) { return key_named(recruit_keys(), name); }
const KeyDecl& criterion_key(std::string_view name) { return key_named(criterion_keys(), name); }
const KeyDecl& arm_key(std::string_view name) { return key_named(arm_keys(), name); }
const KeyDecl& analysis_key(std::string_view name) { return key_named(analysis_keys(), name); }
const KeyDecl& published_key(std::string_view name) { return key_named(published_keys(), name); }

class TrialReader {
  public:
    TrialReader(const TomlValue& tree, TrialPlan& plan, Diagnostics& diagnostics)
        : table_(tree, "", diagnostics), plan_(plan), diagnostics_(diagnostics) {}

    // What needs no model; the rest against the scenario's.
    void read_head() {
        plan_.title = table_.label(key("title")).value_or(Label::same(plan_.name));
        plan_.question = table_.label(key("question")).value_or(Label{});
        plan_.source = table_.text(key("source")).value_or("");
        if (const TomlValue* set = table_.table(key("set"))) settings = read_settings(*set, diagnostics_);
        read_waves();
        scenario = table_.text(key("scenario"));
        table_.tables(key("intervention"));  // read with the scenario
    }
    const Place& scenario_place() const { return table_.place_of("scenario"); }

    void read_rest(const Model& model) {
        model_ = &model;
        read_recruit();
        read_arms();
        if (const TomlValue* answers = table_.table(key("answers"))) plan_.design.answers = willingness(*answers);
        plan_.design.stay_away = table_.flag(key("stay_away")).value_or(true);
        const auto analyses = table_.tables(key("analysis"));
        for (const TomlValue* one : analyses) read_analysis(*one);
        if (analyses.empty() && table_.has("analysis")) diagnostics_.error(table_.place_of("analysis"), "analysis = [] publishes nothing");
        table_.finish();
    }
    // Where there is no model to read the rest against: unknown keys are told all the same.
    void pass_over_rest() {
        table_.table(key("recruit")), table_.tables(key("arm")), table_.table(key("answers"));
        table_.flag(key("stay_away")), table_.tables(key("analysis"));
        table_.finish();
    }

    std::optional<std::string> scenario;
    std::vector<Override> settings;

  private:
    void read_waves() {
        const TomlValue* waves = table_.any(key("waves"));
        if (!waves) return;
        const auto fail = [&](const Place& place) {
            diagnostics_.error(place, "waves are weeks after recruitment: multiples of 4, ascending, the first is 0, e.g. [0, 20, 52]");
        };
        if (!waves->is(TomlKind::array) || waves->items.size() < 2) return fail(waves->place);
        for (const TomlValue& item : waves->items) {
            const bool is_first = plan_.design.waves.empty();
            const bool is_right = item.is(TomlKind::whole_number) && item.whole % kWeeksPerEpoch == 0 && item.whole < 10000 &&
                                  (is_first ? item.whole == 0 : item.whole > plan_.design.waves.back());
            if (!is_right) return fail(item.place);
            plan_.design.waves.push_back(static_cast<int>(item.whole));
        }
    }

    // Its place among the quantities that are asked; 0 after an error.
    std::size_t quantity(const std::string& name, const Place& place) {
        const auto found = find_quantity(*model_, name);
        if (!found) {
            diagnostics_.error(place, fmt::format("unknown quantity \"{}\"{}", name, suggestion(name, quantity_names(*model_))));
            return 0;
        }
        auto& all = plan_.design.quantities;
        const auto at = std::find(all.begin(), all.end(), *found);
        if (at != all.end()) return static_cast<std::size_t>(at - all.begin());
        all.push_back(*found);
        return all.size() - 1;
    }

    Willingness willingness(const TomlValue& table) {
        Willingness willing;
        for (const TomlEntry& entry : table.entries) {
            if (!entry.value.is(TomlKind::number) && !entry.value.is(TomlKind::whole_number)) {
                diagnostics_.error(entry.value.place,
                                   fmt::format("{} is {}, not a number of log odds", entry.key, in_words(entry.value.kind)));
            } else if (entry.key == "base") {
                willing.base = entry.value.number;
            } else {
                willing.terms.push_back({quantity(entry.key, entry.place), entry.value.number});
            }
        }
        return willing;
    }

    void read_recruit() {
        const TomlValue* tree = table_.table(key("recruit"));
        RecruitmentPlan& recruitment = plan_.design.recruitment;
        recruitment.name = "trial " + plan_.name;
        recruitment.scope = scope_of_everybody(model_->vocabulary());
        if (!tree) return;
        StrictTable table(*tree, "[recruit]", diagnostics_);
        if (const auto at = read_moment(table, recruit_key("at"), diagnostics_)) {
            plan_.design.start = at->value;
            if (at->value < 0 || at->value % kWeeksPerEpoch != 0)
                diagnostics_.error(table.place_of("at"),
                                   fmt::format("week {} is not a clearing: a multiple of {} weeks", at->value, kWeeksPerEpoch));
        }
        if (const TomlValue* scope = table.table(recruit_key("scope"))) {
            recruitment.scope = read_scope(*scope, model_->vocabulary(), diagnostics_);
            for (const char* word : {"team_share", "coverage", "arm", "where"}) {
                if (const TomlEntry* entry = scope->find_entry(word))
                    diagnostics_.error(entry->place,
                                       fmt::format("`{}` says nothing of who is eligible; name axes here, and use criteria", word));
            }
        }
        for (const TomlValue* one : table.tables(recruit_key("criteria"))) read_criterion(*one);
        if (const TomlValue* willing = table.table(recruit_key("willing"))) recruitment.willing = willingness(*willing);
        const auto& words = recruit_key("allocation").words;  // in the order of Allocation
        if (const auto word = table.word(recruit_key("allocation")))
            recruitment.allocation = static_cast<Allocation>(std::find(words.begin(), words.end(), *word) - words.begin());
        if (const auto most = table.whole_number(recruit_key("team_persons"))) {
            recruitment.team_persons = static_cast<std::size_t>(*most);
            if (recruitment.allocation != Allocation::teams)
                diagnostics_.error(table.place_of("team_persons"), "`team_persons` is of allocation = \"teams\"");
        }
        recruitment.most_trials = static_cast<std::size_t>(
            table.whole_number(recruit_key("most_trials")).value_or(static_cast<std::int64_t>(default_number(recruit_key("most_trials")))));
        recruitment.most_of_eligible = table.number(recruit_key("most_of_eligible")).value_or(1.0);
        table.finish();
    }

    void read_criterion(const TomlValue& tree) {
        StrictTable table(tree, "[[recruit.criteria]]", diagnostics_);
        Criterion criterion;
        if (const auto name = table.text(criterion_key("quantity"))) criterion.quantity = quantity(*name, table.place_of("quantity"));
        criterion.at_least = table.number(criterion_key("at_least"));
        criterion.at_most = table.number(criterion_key("at_most"));
        criterion.highest_share = table.number(criterion_key("highest_share"));
        if (!criterion.at_least && !criterion.at_most && !criterion.highest_share)
            diagnostics_.error(table.place(), "a criterion needs `at_least`, `at_most` or `highest_share`");
        table.finish();
        plan_.design.recruitment.criteria.push_back(criterion);
    }

    void read_arms() {
        for (const TomlValue* tree : table_.tables(key("arm"))) {
            StrictTable table(*tree, "[[arm]]", diagnostics_);
            TrialArm arm;
            arm.name = table.text(arm_key("name")).value_or("");
            arm.label = table.label(arm_key("label")).value_or(Label::same(arm.name));
            if (std::ranges::find(plan_.arms, arm.name, &TrialArm::name) != plan_.arms.end())
                diagnostics_.error(table.place_of("name"), fmt::format("two arms are called \"{}\"", arm.name));
            const auto persons = table.whole_number(arm_key("persons"));
            const bool are_volunteers = table.flag(arm_key("volunteers")).value_or(true);
            plan_.design.recruitment.arms.push_back({static_cast<std::size_t>(persons.value_or(1)), are_volunteers});
            plan_.arms.push_back(std::move(arm));
            table.finish();
        }
        if (table_.has("arm") && plan_.arms.size() < 2) diagnostics_.error(table_.place_of("arm"), "a trial compares two arms at least");
    }

    std::uint8_t arm_named(const StrictTable& table, std::string_view which, const std::optional<std::string>& name,
                           std::size_t otherwise) {
        if (!name) return static_cast<std::uint8_t>(otherwise + 1);
        const auto found = std::ranges::find(plan_.arms, *name, &TrialArm::name);
        if (found == plan_.arms.end()) {
            std::vector<std::string> names;
            for (const TrialArm& arm : plan_.arms) names.push_back(arm.name);
            diagnostics_.error(table.place_of(which), fmt::format("unknown arm \"{}\"{}", *name, suggestion(*name, names)));
        }
        return static_cast<std::uint8_t>(found - plan_.arms.begin() + 1);
    }

    void read_analysis(const TomlValue& tree) {
        StrictTable table(tree, "[[analysis]]", diagnostics_);
        TrialAnalysis analysis;
        analysis.name = table.text(analysis_key("name")).value_or("");
        analysis.label = table.label(analysis_key("label")).value_or(Label::same(analysis.name));
        if (const auto word = table.word(analysis_key("kind"))) analysis.rule.kind = analysis_kind(*word).value();
        if (const auto of = table.text(analysis_key("of"))) analysis.quantity = quantity(*of, table.place_of("of"));
        analysis.wave = plan_.design.waves.empty() ? 0 : plan_.design.waves.size() - 1;
        if (const auto week = table.whole_number(analysis_key("wave"))) {
            const auto found = std::ranges::find(plan_.design.waves, static_cast<int>(*week));
            if (found == plan_.design.waves.end() && !plan_.design.waves.empty())
                diagnostics_.error(table.place_of("wave"), fmt::format("{} is none of the waves", *week));
            analysis.wave = static_cast<std::size_t>(found - plan_.design.waves.begin());
        }
        read_rule(table, analysis.rule);
        const std::size_t arms = std::max<std::size_t>(plan_.arms.size(), 2);
        analysis.arm = arm_named(table, "arm", table.text(analysis_key("arm")), 0);
        analysis.control = arm_named(table, "control", table.text(analysis_key("control")), arms - 1);
        if (analysis.arm == analysis.control) diagnostics_.error(table.place(), "an arm is not compared with itself");
        if (const auto took_part = table.text(analysis_key("took_part")))
            analysis.took_part = quantity(*took_part, table.place_of("took_part"));
        if (const TomlValue* published = table.table(analysis_key("published"))) analysis.published = read_published(*published);
        table.finish();
        plan_.analyses.push_back(std::move(analysis));
    }

    void read_rule(StrictTable& table, AnalysisRule& rule) {
        const auto cutoff = table.number(analysis_key("cutoff")), margin = table.number(analysis_key("margin"));
        const auto good = table.word(analysis_key("good"));
        rule.lower_is_better = good.value_or("lower") == "lower";
        const auto check = [&](const char* name, bool is_needed, bool is_there) {
            if (is_needed && !is_there)
                diagnostics_.error(table.place(), fmt::format("kind = \"{}\" needs `{}`", word_of(rule.kind), name));
            if (!is_needed && is_there)
                diagnostics_.error(table.place_of(name), fmt::format("`{}` says nothing of kind = \"{}\"", name, word_of(rule.kind)));
        };
        check("cutoff", has_cutoff(rule.kind), cutoff.has_value());
        const TomlValue* categories = table.any(analysis_key("categories"));
        if (rule.kind == AnalysisKind::improved && categories) {
            if (margin)
                diagnostics_.error(table.place_of("margin"),
                                   "a change counts from a `margin` on or from one of `categories` to another, not both");
            read_categories(*categories, rule.categories);
        } else {
            check("categories", false, categories != nullptr);
            check("margin", rule.kind == AnalysisKind::improved, margin.has_value());
        }
        rule.cutoff = cutoff.value_or(0.0);
        rule.margin = margin.value_or(0.0);
    }

    void read_categories(const TomlValue& tree, std::vector<double>& categories) {
        const bool is_array = tree.is(TomlKind::array) && !tree.items.empty();
        for (const TomlValue& item : tree.items) {
            const bool is_right = is_array && (item.is(TomlKind::number) || item.is(TomlKind::whole_number)) &&
                                  (categories.empty() || item.number > categories.back());
            if (is_right) {
                categories.push_back(item.number);
                continue;
            }
            diagnostics_.error(item.place,
                               "categories name where the second begins, the third, and so on: ascending numbers, e.g. [1, 3, 4]");
            return;
        }
        if (!is_array) diagnostics_.error(tree.place, "categories name where the second begins, the third, and so on, e.g. [1, 3, 4]");
    }

    PublishedValue read_published(const TomlValue& tree) {
        StrictTable table(tree, "published", diagnostics_);
        PublishedValue published;
        published.value = table.number(published_key("value"));
        published.low = table.number(published_key("low"));
        published.high = table.number(published_key("high"));
        published.words = table.text(published_key("words")).value_or("");
        if (published.low && published.high && *published.low > *published.high)
            diagnostics_.error(table.place_of("high"), "the interval ends before it begins");
        if (!table.has("value") && (!table.has("low") || !table.has("high")))
            diagnostics_.error(table.place(), "a published value needs `value`, or `low` and `high` where none between them was published");
        table.finish();
        return published;
    }

    StrictTable table_;
    TrialPlan& plan_;
    Diagnostics& diagnostics_;
    const Model* model_ = nullptr;
};

// A scenario as one would write it in the trial's folder: the world, and the trial's interventions on top.
PolicyAlone as_scenario(const TomlValue& trial, const std::filesystem::path& path, bool has_interventions) {
    PolicyAlone scenario{path.stem().string(), path.string(), folder_of(path), {}, empty_table(trial.place)};
    scenario.tree.put({"title", trial.place, text_value(scenario.name, trial.place)});
    if (const TomlValue* world = trial.find("scenario"); world && world->is(TomlKind::text))
        scenario.tree.put({"extends", world->place, *world});
    if (const TomlEntry* interventions = trial.find_entry("intervention"); interventions && has_interventions)
        scenario.tree.put(*interventions);
    scenario.text = fmt::format("# Written by the trial {}: its world{}.\n", path.filename().string(),
                                has_interventions ? " with the interventions of its arms" : "");
    return scenario;
}

void check_world(const TrialPlan& plan, const Place& place, Diagnostics& diagnostics) {
    const int needed = plan.design.start + (plan.design.waves.empty() ? 0 : plan.design.waves.back());
    if (needed > plan.with.recorded_weeks().value) {
        diagnostics.error(
            place, fmt::format("the last wave is in week {}, and the scenario lasts {} weeks; set = {{ \"time.years\" = {} }}", needed,
                               plan.with.recorded_weeks().value, (needed + kWeeksPerYear - 1) / kWeeksPerYear));
    }
}

}  // namespace

TrialPlan read_trial(const std::filesystem::path& file, const ModelShelf& shelf, std::span<const Override> overrides,
                     const std::filesystem::path& library) {
    Diagnostics diagnostics;
    SourceFiles files(library, diagnostics);
    TopFile top = read_top_file(file, files, diagnostics);
    if (!expect_trial(top.tree, diagnostics)) throw InputError(diagnostics);
    TrialPlan plan;
    plan.name = top.path.stem().string();
    plan.text = std::move(top.text);
    TrialReader reader(top.tree, plan, diagnostics);
    reader.read_head();
    bool is_read = false;
    if (reader.scenario) {
        std::vector<Override> all = reader.settings;
        all.insert(all.end(), overrides.begin(), overrides.end());
        try {
            const auto read = [&](bool has_interventions) {
                SharedScenario shared =
                    read_policy_alone(as_scenario(top.tree, top.path, has_interventions), vocabularies_of(shelf), all, library);
                return std::pair(std::move(shared.scenario), std::move(shared.takes));
            };
            auto [with, takes] = read(true);
            const SharedScenario taken{with, takes};
            check_overrides_taken(all, {&taken, 1}, diagnostics);
            plan.with = std::move(with);
            plan.without = read(false).first;
            is_read = true;
        } catch (const InputError& error) {
            for (const Diagnostic& d : error.diagnostics().sorted()) diagnostics.error(d.place, d.message);
        }
    }
    if (is_read) {
        reader.read_rest(*shelf.find(plan.with.model));
        check_world(plan, reader.scenario_place(), diagnostics);
    } else {
        reader.pass_over_rest();
    }
    if (!diagnostics.empty()) throw InputError(diagnostics);
    plan.with.title = plan.without.title = plan.title;
    return plan;
}

}  // namespace bevlogen
