// The declarations of all fixed keys.
#include "sim/scenario/keys.hpp"

#include <cstdint>
#include <limits>

#include "sim/core/week.hpp"
#include "sim/scenario/key_makers.hpp"

namespace bevlogen {

using namespace key_makers;

namespace {

// What an intervention of a scenario and an entry of the catalogue have in common.
std::vector<KeyDecl> with_common_intervention_keys(std::vector<KeyDecl> keys) {
    const std::vector<KeyDecl> common = {
        of_type(KeyType::texts, "decides", "who decides on it"),
        of_type(KeyType::texts, "pays", "who pays for it"),
        of_type(KeyType::texts, "must_agree", "who else has to agree before it can start"),
        of_type(KeyType::table, "costs", "fixed costs of the intervention, beside those of what it does"),
        of_type(KeyType::tables, "knobs", "numbers that are worth turning: sliders in the viewer, first axes of a sweep"),
        of_type(KeyType::tables, "numbers", "which of its numbers come from its source, and which are assumed, with what range"),
        of_type(KeyType::table, "scope", "whom it reaches; what is not named is everybody"),
        share("uptake", "share of those offered who take part"),
        flag("mandate", true, "carried out wherever it is meant to be; false: each hospital adopts it in its own time"),
        of_type(KeyType::moment, "start", "first week with it, from the end of the burn-in"),
        of_type(KeyType::moment, "end", "first week without it, from the end of the burn-in"),
        of_type(KeyType::moment, "ramp", "time from nothing to full strength"),
        of_type(KeyType::tables, "change", "new values for its levers from a week on"),
    };
    keys.insert(keys.end(), common.begin(), common.end());
    return keys;
}

}  // namespace

std::span<const KeyDecl> scenario_keys() {
    static const std::vector<KeyDecl> keys = {
        of_type(KeyType::title, "title",
                "what the scenario is, in a line, in one or both languages; the file's name where it is not given"),
        of_type(KeyType::title, "question", "what one wants to know from it, in one or both languages"),
        text("model", "which model runs", Need::required),
        of_type(KeyType::path, "extends", "a scenario that this one is a difference over"),
        of_type(KeyType::path, "world", "a file of parameters that describes the world: hospitals, departments, flows"),
        of_type(KeyType::paths, "parameter_files",
                "files of parameters, applied in order after the world and those of the scenario it extends"),
        of_type(KeyType::table, "parameters", "values of single parameters, by path"),
        of_type(KeyType::table, "time", "how long it runs"),
        of_type(KeyType::table, "run", "chance: seed and replicates"),
        of_type(KeyType::table, "population", "how large the world is"),
        of_type(KeyType::tables, "intervention", "what is changed, for whom and when"),
    };
    return keys;
}

std::span<const KeyDecl> time_keys() {
    static const std::vector<KeyDecl> keys = {
        whole("years", 0, kMostYears, 10, "years", "recorded time, after the burn-in"),
        whole("burn_in", 0, 50, 3, "years", "time that is simulated first and not recorded"),
    };
    return keys;
}

std::span<const KeyDecl> run_keys() {
    static const std::vector<KeyDecl> keys = [] {
        KeyDecl seed =
            whole("seed", 0, std::numeric_limits<std::uint32_t>::max(), 0, "", "the number that all chance of the runs follows from");
        seed.fallback = {};
        seed.need = Need::required;
        return std::vector<KeyDecl>{
            seed,
            whole("replicates", 1, kMostRuns, 1, "", "number of runs that differ in chance alone"),
            whole("first_replicate", 1, kMostRuns, 1, "", "number of the first of them"),
        };
    }();
    return keys;
}

std::span<const KeyDecl> population_keys() {
    static const std::vector<KeyDecl> keys = [] {
        KeyDecl scale =
            number("scale", 0.0, 1000.0, "", "size of the population, 1 is everybody; teams, hospitals and flows scale, team sizes stay");
        scale.is_min_open = true;
        scale.fallback = 1.0;
        return std::vector<KeyDecl>{scale};
    }();
    return keys;
}

std::span<const KeyDecl> intervention_keys() {
    static const std::vector<KeyDecl> keys = with_common_intervention_keys({
        text("name", "its unique name, by which it draws its chance; the name of the `use` file where that is given"),
        of_type(KeyType::path, "use", "a catalogue entry; the keys here override it"),
        of_type(KeyType::title, "title", "what it is called, in one or both languages"),
        level_key(Need::optional),
        text_with_default("source", "", "where it was described: document and section, or author and year"),
    });
    return keys;
}

std::span<const KeyDecl> catalogue_keys() {
    static const std::vector<KeyDecl> keys = with_common_intervention_keys({
        of_type(KeyType::label, "title", "what it is called, in both languages", Need::required),
        level_key(Need::required),
        text("source", "where it was described: document and section, or author and year", Need::required),
    });
    return keys;
}

std::span<const KeyDecl> scope_keys() {
    static const std::vector<KeyDecl> keys = [] {
        KeyDecl arm = whole("arm", 0, 255, 0, "", "only persons in this arm of a trial");
        arm.fallback = {};
        return std::vector<KeyDecl>{
            share("team_share", "share of the teams that take part"),
            share("coverage", "share of the persons in the scope who are reached"),
            arm,
            of_type(KeyType::word, "where", "only persons for whom this holds"),
        };
    }();
    return keys;
}

std::span<const KeyDecl> change_keys() {
    static const std::vector<KeyDecl> keys = {
        of_type(KeyType::moment, "at", "first week with the new values, from the end of the burn-in", Need::required),
    };
    return keys;
}

std::span<const KeyDecl> cost_keys() {
    static const std::vector<KeyDecl> keys = {
        money("one_off_euro", "euro", "costs in the week of the start, for the whole world"),
        money("euro_per_year", "euro/year", "costs a year while it lasts, for the whole world"),
        money("euro_per_person_year", "euro/year", "costs a year for each person it reaches, while it lasts"),
        of_type(KeyType::word, "payer", "who pays these costs and what it buys; the first of `pays` that is a payer where it is not given"),
    };
    return keys;
}

std::span<const KeyDecl> knob_keys() {
    static const std::vector<KeyDecl> keys = [] {
        std::vector<KeyDecl> all = {
            text("path", "the number that it turns, from the intervention on: \"uptake\", \"scope.coverage\", LEVER.KEY", Need::required),
            number("min", -kNone, kNone, "", "lowest setting"),
            number("max", -kNone, kNone, "", "highest setting"),
            number("step", 0.0, kLarge, "", "difference between two settings"),
            of_type(KeyType::label, "label", "what stands beside it, in both languages", Need::required),
        };
        for (std::size_t i = 1; i < 4; ++i) all[i].need = Need::required;
        all[3].is_min_open = true;
        return all;
    }();
    return keys;
}

std::span<const KeyDecl> number_keys() {
    static const std::vector<KeyDecl> keys = [] {
        KeyDecl from = of_type(KeyType::word, "from", "where it comes from: the source of the intervention, or assumed", Need::required);
        from.words = {"source", "assumed"};
        return std::vector<KeyDecl>{
            text("path", "the number, from the intervention on: \"uptake\", \"costs.euro_per_year\", LEVER.KEY", Need::required),
            from,
            of_type(KeyType::range, "range", "plausible range, [low, high]; required of what is assumed"),
            text("note", "what else one should know, such as why this value"),
        };
    }();
    return keys;
}

std::span<const KeyDecl> label_keys() {
    static const std::vector<KeyDecl> keys = {text("en", "in English", Need::required), text("nl", "in Dutch", Need::required)};
    return keys;
}

std::span<const KeyDecl> moment_keys() {
    static const std::vector<KeyDecl> keys = [] {
        constexpr double kMostWeeks = kMostYears * kWeeksPerYear;
        KeyDecl week = whole("week", 0, kMostWeeks, 0, "weeks", "number of weeks");
        week.fallback = {};
        KeyDecl weeks = week;
        weeks.name = "weeks";
        return std::vector<KeyDecl>{week, weeks, number("year", 0, kMostYears, "years", "number of years, rounded to weeks"),
                                    number("years", 0, kMostYears, "years", "number of years, rounded to weeks")};
    }();
    return keys;
}

std::span<const KeyDecl> parameter_entry_keys() {
    static const std::vector<KeyDecl> keys = {
        of_type(KeyType::any, "value", "a number, a word of a choice, or a table of them for the parameters below this path",
                Need::required),
        text("unit", "the unit that the parameter is declared with", Need::required),
        text("source", "author and year, document and section, or \"assumed: why\"", Need::required),
        of_type(KeyType::range, "range", "plausible range, [low, high]; a choice needs none"),
        text("note", "what else one should know"),
    };
    return keys;
}

std::span<const KeyDecl> row_keys() {
    static const std::vector<KeyDecl> keys = {
        text("name", "its name, of which no two in the table are the same", Need::required),
        text("source", "author and year, document and section, or \"assumed: why\""),
    };
    return keys;
}

std::span<const KeyDecl> comparison_keys() {
    static const std::vector<KeyDecl> keys = {
        of_type(KeyType::title, "title", "what is compared, in a line, in one or both languages; the file's name where it is not given"),
        of_type(KeyType::title, "question", "what one wants to know from it, in one or both languages"),
        of_type(KeyType::path, "base", "the scenario that the others are compared with", Need::required),
        of_type(KeyType::paths, "alternatives", "the scenarios that are compared with the base"),
        of_type(KeyType::paths, "interventions", "catalogue entries; each is compared with the base on its own, on top of it"),
        of_type(KeyType::moment, "start",
                "first week with each of `interventions`, from the end of the burn-in; week 0 where it is not given"),
        of_type(KeyType::flag, "mandate",
                "whether `interventions` are carried out wherever they are meant to be; as the entries say where it is not given"),
    };
    return keys;
}

std::span<const KeyDecl> draws_keys() {
    static const std::vector<KeyDecl> keys = {
        text_with_default("title", "", "what the draws are of, in a line"),
        text_with_default("source", "", "where they come from"),
        of_type(KeyType::tables, "draw", "one draw: values of parameters by their path", Need::required),
    };
    return keys;
}

std::span<const KeyDecl> sweep_keys() {
    static const std::vector<KeyDecl> keys = {
        of_type(KeyType::title, "title", "what is swept, in a line, in one or both languages; the file's name where it is not given"),
        of_type(KeyType::title, "question", "what one wants to know from it, in one or both languages"),
        of_type(KeyType::path, "scenario", "the scenario that every point is a difference over", Need::required),
        of_type(KeyType::table, "set", "values of the scenario for all points, by path, as after --set"),
        {.name = "replicates",
         .type = KeyType::whole_number,
         .doc = "runs of each point that differ in chance alone; those of the scenario where it is not given",
         .min = 1,
         .max = kMostRuns},
        of_type(KeyType::path, "parameters",
                "a file of draws of parameters: each replicate runs under one of them, all points under the same"),
        of_type(KeyType::tables, "draw", "the draws themselves, where they stand in the plan; `parameters` then is what they are called"),
        of_type(KeyType::texts, "outcomes", "outcomes to keep, by name; the headlines of the model where it is not given"),
        of_type(KeyType::table, "design", "which points of the space of the axes are run", Need::required),
        of_type(KeyType::tables, "axis", "what is varied: a path and its values", Need::required),
    };
    return keys;
}

std::span<const KeyDecl> design_keys() {
    static const std::vector<KeyDecl> keys = [] {
        KeyDecl kind = text("kind", "how points are chosen", Need::required);
        kind.type = KeyType::word;
        kind.words = {"grid", "list", "latin_hypercube", "sobol", "morris"};
        const auto count = [](std::string_view name, std::string_view doc) {
            return KeyDecl{.name = name, .type = KeyType::whole_number, .doc = doc, .min = 1, .max = kMostPoints};
        };
        return std::vector<KeyDecl>{
            kind,
            count("points", "of a Latin hypercube: number of points"),
            count("rows",
                  "of a design of Sobol': number of rows, each of one point more than there are axes, and one more; best a power of 2"),
            count("trajectories", "of a design of Morris: number of trajectories, each of one point more than there are axes"),
            whole("levels", 2, 100, 4, "", "of a design of Morris: values that an axis takes, an even number"),
            whole("seed", 0, std::numeric_limits<std::uint32_t>::max(), 1, "", "the number that all chance of the design follows from"),
        };
    }();
    return keys;
}

std::span<const KeyDecl> axis_keys() {
    static const std::vector<KeyDecl> keys = [] {
        KeyDecl scale = text("scale", "how a range is filled: evenly, or evenly in the logarithm");
        scale.type = KeyType::word;
        scale.fallback = std::string_view("linear");
        scale.words = {"linear", "log"};
        return std::vector<KeyDecl>{
            text("path",
                 "what is varied: any parameter or key of an intervention; a star stands for any letters, and then for all parameters that "
                 "it fits",
                 Need::required),
            of_type(KeyType::label, "label", "what figures call it; its path where it is not given"),
            of_type(KeyType::any, "values", "the values that it takes, an array"),
            of_type(
                KeyType::range, "range",
                "least and largest value; where nothing is said of an axis, the plausible range of the parameter, or of the number of the "
                "catalogue entry"),
            scale,
            of_type(KeyType::table, "distribution", "how probable values are; a range beside it cuts it off"),
        };
    }();
    return keys;
}

std::span<const KeyDecl> distribution_keys() {
    static const std::vector<KeyDecl> keys = [] {
        KeyDecl kind = text("kind", "which distribution", Need::required);
        kind.type = KeyType::word;
        kind.words = {"normal", "lognormal", "triangular", "beta"};
        const auto positive = [](std::string_view name, std::string_view doc) {
            return KeyDecl{.name = name, .type = KeyType::number, .doc = doc, .min = 0.0, .max = kLarge, .is_min_open = true};
        };
        return std::vector<KeyDecl>{
            kind,
            number("mean", -kLarge, kLarge, "", "of a normal distribution"),
            positive("sd", "of a normal distribution"),
            positive("median", "of a lognormal distribution"),
            KeyDecl{.name = "factor",
                    .type = KeyType::number,
                    .doc = "of a lognormal distribution: two thirds lie between median / factor and median x factor",
                    .min = 1.0,
                    .max = 1e6,
                    .is_min_open = true},
            number("mode", -kLarge, kLarge, "", "of a triangular distribution, within the range"),
            positive("alpha", "of a beta distribution over the range"),
            positive("beta", "of a beta distribution over the range"),
        };
    }();
    return keys;
}

}  // namespace bevlogen
