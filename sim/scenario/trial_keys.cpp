// The declarations of the keys of trials.
#include "sim/scenario/key_makers.hpp"
#include "sim/scenario/keys.hpp"

namespace bevlogen {

using namespace key_makers;

std::span<const KeyDecl> trial_keys() {
    static const std::vector<KeyDecl> keys = {
        of_type(KeyType::title, "title", "the trial, in a line, in one or both languages; the file's name where it is not given"),
        of_type(KeyType::title, "question", "what it asks, in one or both languages"),
        text("source", "the publication, author and year"),
        of_type(KeyType::path, "scenario", "the world in which it is held", Need::required),
        of_type(KeyType::table, "set", "values of that scenario, by path, as after --set"),
        of_type(KeyType::table, "recruit", "who takes part", Need::required),
        of_type(KeyType::tables, "arm", "the arms, the first is arm 1; one without interventions is the control", Need::required),
        of_type(KeyType::any, "waves", "weeks after recruitment at which participants are asked; the first is 0", Need::required),
        of_type(KeyType::table, "answers", "log odds that somebody answers a wave after the first: base, and a weight by quantity"),
        flag("stay_away", true, "who has missed a wave answers no later one"),
        of_type(KeyType::tables, "intervention", "as in a scenario; scope = { arm = 1 } is for the first arm"),
        of_type(KeyType::tables, "analysis", "what is published", Need::required),
    };
    return keys;
}

std::span<const KeyDecl> recruit_keys() {
    static const std::vector<KeyDecl> keys = [] {
        KeyDecl allocation =
            text_with_default("allocation", "persons",
                              "at random by person or by team; or departments: not at random, arms are other teams, and only "
                              "volunteers' arms are asked who wants to");
        allocation.type = KeyType::word;
        allocation.words = {"persons", "teams", "departments"};
        return std::vector<KeyDecl>{
            of_type(KeyType::moment, "at", "when, from the end of the burn-in: a clearing, every fourth week"),
            of_type(KeyType::table, "scope", "who is eligible; what is not named is everybody"),
            of_type(KeyType::tables, "criteria", "who of them is eligible, by a quantity"),
            of_type(KeyType::table, "willing", "log odds of taking part when asked: base, and a weight by quantity"),
            allocation,
            whole("team_persons", 1, 1000, 1000, "persons", "of allocation by teams: at most so many of each team"),
            whole("most_trials", 1, kMostRuns, 50, "", "at most so many trials in one world, each with other persons"),
            share("most_of_eligible", "at most this share of those eligible are in a trial"),
        };
    }();
    return keys;
}

std::span<const KeyDecl> criterion_keys() {
    static const std::vector<KeyDecl> keys = {
        text("quantity", "an outcome, instrument or variable", Need::required),
        number("at_least", -kLarge, kLarge, "", "its smallest value"),
        number("at_most", -kLarge, kLarge, "", "its largest value"),
        {.name = "highest_share",
         .type = KeyType::number,
         .doc = "among the highest of those in scope",
         .min = 0.0,
         .max = 1.0,
         .is_min_open = true},
    };
    return keys;
}

std::span<const KeyDecl> arm_keys() {
    static const std::vector<KeyDecl> keys = {
        text("name", "of the arm", Need::required),
        of_type(KeyType::title, "label", "what it is called, in one or both languages"),
        {.name = "persons",
         .type = KeyType::whole_number,
         .doc = "in each trial; of allocation by teams: teams",
         .need = Need::required,
         .min = 1,
         .max = 1e6},
        flag("volunteers", true, "of allocation by departments: whether its persons are asked who wants to take part"),
    };
    return keys;
}

std::span<const KeyDecl> analysis_keys() {
    static const std::vector<KeyDecl> keys = [] {
        KeyDecl kind = text("kind", "the statistic, arm less control", Need::required);
        kind.type = KeyType::word;
        kind.words = {"change", "standardised_change", "change_in_baseline_sd", "share_change", "improved", "level", "share", "odds_ratio"};
        KeyDecl good = text_with_default("good", "lower", "which direction of the quantity is good");
        good.type = KeyType::word;
        good.words = {"lower", "higher"};
        return std::vector<KeyDecl>{
            text("name", "of the analysis", Need::required),
            of_type(KeyType::title, "label", "what it is called, in one or both languages"),
            kind,
            text("of", "an outcome, instrument or variable", Need::required),
            {.name = "wave",
             .type = KeyType::whole_number,
             .doc = "of the end: weeks after recruitment, one of the waves; the last where it is not given",
             .min = 4,
             .max = 1e4},
            number("cutoff", -kLarge, kLarge, "", "of shares: at or above it"),
            {.name = "margin",
             .type = KeyType::number,
             .doc = "of improved: a change of at least so much; `categories` stand in its place",
             .min = 0.0,
             .max = kLarge,
             .is_min_open = true},
            of_type(KeyType::any, "categories",
                    "of improved: at which values of the quantity the second category begins, the third, and so on; who is in a "
                    "better one counts"),
            good,
            text("arm", "name of the arm; the first where it is not given"),
            text("control", "name of the arm that it is compared with; the last where it is not given"),
            text("took_part", "a share: 1 of who took part; the true effect is then told of them too"),
            of_type(KeyType::table, "published", "the published value"),
        };
    }();
    return keys;
}

std::span<const KeyDecl> published_keys() {
    static const std::vector<KeyDecl> keys = {
        {.name = "value",
         .type = KeyType::number,
         .doc = "arm less control, in the unit of the analysis; without it `low` and `high` are the range that it lies in",
         .min = -kLarge,
         .max = kLarge},
        number("low", -kLarge, kLarge, "", "of its 95 % interval"),
        number("high", -kLarge, kLarge, "", "of its 95 % interval"),
        text("words", "as the publication says it"),
    };
    return keys;
}

}  // namespace bevlogen
