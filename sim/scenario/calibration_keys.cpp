// The declarations of the keys of calibrations.
#include "sim/scenario/key_makers.hpp"
#include "sim/scenario/keys.hpp"

namespace bevlogen {

using namespace key_makers;

namespace {

KeyDecl number_with_default(std::string_view name, double min, double max, double fallback, std::string_view doc) {
    KeyDecl key = number(name, min, max, "", doc);
    key.fallback = fallback;
    return key;
}

}  // namespace

std::span<const KeyDecl> calibration_keys() {
    static const std::vector<KeyDecl> keys = {
        of_type(KeyType::title, "title", "the calibration, in a line, in one or both languages; the file's name where it is not given"),
        of_type(KeyType::title, "question", "what it is for, in one or both languages"),
        of_type(KeyType::path, "like", "another calibration in the same folder, from which comes every key that this one leaves out"),
        of_type(KeyType::path, "scenario", "the world whose parameters are fitted", Need::required),
        of_type(KeyType::table, "set", "values of that scenario, by path, as after --set"),
        whole("settle", 0, 10400, 52, "weeks", "that pass under new parameters before anything is measured; a multiple of 4"),
        whole("years", 1, 50, 2, "years", "that are measured"),
        whole("starts", 1, 1000, 4, "",
              "populations after the burn-in, each under a replicate of its own, from which simulations start in turn"),
        flag("standardise", true,
             "reference scores follow from the free parameters: mean and SD of what is simulated while the population settles"),
        of_type(KeyType::table, "search", "how points are sought"),
        of_type(KeyType::tables, "free", "a parameter that is fitted and its prior, as an axis of a sweep", Need::required),
        of_type(KeyType::tables, "condition", "a world in which something is measured; the first is the base", Need::required),
        of_type(KeyType::tables, "target", "what was published, and how the same is measured", Need::required),
    };
    return keys;
}

std::span<const KeyDecl> search_keys() {
    static const std::vector<KeyDecl> keys = {
        whole("start", 2, 131072, 400, "", "points of the first generation, which fills the space of priors"),
        whole("keep", 2, 131072, 100, "", "points that are kept, the nearest: the posterior"),
        whole("generation", 1, 131072, 100, "", "new points of each later generation"),
        whole("most_generations", 1, 10000, 20, "", "the search ends after so many"),
        number_with_default("least_accepted", 0.0, 1.0, 0.05, "or when fewer of the new points than this share are nearer than those kept"),
        whole("seed", 0, 4294967295.0, 1, "", "of the points"),
    };
    return keys;
}

std::span<const KeyDecl> condition_keys() {
    static const std::vector<KeyDecl> keys = {
        text("name", "of the condition", Need::required),
        of_type(KeyType::title, "label", "what it is called, in one or both languages"),
        of_type(KeyType::table, "set", "values that differ from the base, by path"),
        of_type(KeyType::tables, "intervention", "as in a scenario; weeks count from the end of the burn-in"),
        {.name = "weeks",
         .type = KeyType::whole_number,
         .doc = "measured, where not all years are needed; a multiple of 4",
         .unit = "weeks",
         .min = 4,
         .max = 1e4},
    };
    return keys;
}

std::span<const KeyDecl> target_keys() {
    static const std::vector<KeyDecl> keys = {
        text("name", "of the target", Need::required),
        of_type(KeyType::title, "label", "what it is called, in one or both languages"),
        text("source", "the publication, author and year", Need::required),
        number_with_default("weight", 0.0, 1000.0, 1.0, "in the distance"),
        of_type(KeyType::texts, "set_by", "parameters by which its level is set, free or given: then it does not test the model"),
        of_type(KeyType::tables, "part", "what is measured; a target is met where all its parts are", Need::required),
    };
    return keys;
}

std::span<const KeyDecl> part_keys() {
    static const std::vector<KeyDecl> keys = [] {
        KeyDecl statistic = text("statistic", "what is looked at", Need::required);
        statistic.type = KeyType::word;
        statistic.words = {"mean",        "difference", "correlation",      "stability",     "slope",
                           "coefficient", "odds_ratio", "later_odds_ratio", "quarter_ratio", "rate_ratio",
                           "ratio",       "stay",       "persons",          "effect"};
        return std::vector<KeyDecl>{
            statistic,
            text("condition", "in which it is measured; the first where it is not given"),
            text("of", "an outcome, instrument or variable; of everything but persons"),
            number("at_least", -kLarge, kLarge, "", "whether it is so much, instead of how much it is"),
            flag("typical", false, "the person's mean over a year, not the value of one clearing"),
            text("with", "the other quantity"),
            of_type(KeyType::texts, "beside", "quantities for which a coefficient or odds ratio is adjusted"),
            of_type(KeyType::table, "scope", "of whom; what is not named is everybody"),
            of_type(KeyType::table, "less", "of a difference: a scope, whose mean is taken off"),
            of_type(KeyType::tables, "where", "of whom, by a quantity"),
            of_type(KeyType::range, "exposed", "values of `with`: [low, high]; 1e9 stands for no end"),
            of_type(KeyType::range, "others", "values of `with` of those compared with; the rest where it is not given"),
            {.name = "exposed_lowest",
             .type = KeyType::number,
             .doc = "instead: the share with the lowest values of `with`",
             .min = 0.0,
             .max = 1.0,
             .is_min_open = true},
            text("within", "an axis of a scope, within whose values odds are compared"),
            text("against", "of an effect: the condition without it"),
            text("took_part", "of an effect: a share that is 1 of who took part, and only those count"),
            {.name = "value", .type = KeyType::number, .doc = "as published", .need = Need::required, .min = -kLarge, .max = kLarge},
            of_type(KeyType::range, "tolerance", "[low, high] around the value: the published 95 % interval, or what a survey allows",
                    Need::required),
            text("words", "as the publication says it"),
        };
    }();
    return keys;
}

std::span<const KeyDecl> where_keys() {
    static const std::vector<KeyDecl> keys = {
        text("quantity", "an outcome, instrument or variable", Need::required),
        of_type(KeyType::range, "band", "[low, high], both included", Need::required),
    };
    return keys;
}

}  // namespace bevlogen
