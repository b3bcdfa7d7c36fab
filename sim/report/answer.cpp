// Puts verdicts and numbers into sentences.
#include "sim/report/answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/report/cost_sentences.hpp"
#include "sim/report/shown_number.hpp"
#include "sim/report/wording.hpp"

namespace bevlogen {
namespace {

// To two digits that count, as one says "about".
double counting(double number) {
    const double step = number < 100.0 ? 1.0 : std::pow(10.0, std::floor(std::log10(number)) - 1.0);
    return std::round(number / step) * step;
}

// As many digits as a clear difference needs to be seen.
int digits_to_see(const Estimate& shown, int digits) {
    const double smallest = std::min(std::abs(shown.low), std::abs(shown.high));
    while (digits < 4 && smallest > 0.0 && std::round(smallest * std::pow(10.0, digits)) == 0.0) ++digits;
    return digits;
}

Label in_year(int year) { return {fmt::format(" in year {}", year), fmt::format(" in jaar {}", year)}; }

Label interval_of(double low, double high, int digits) {
    return Label{" (95% interval ", " (95%-interval "} + worded_range(low, high, digits) + both(")");
}

Label direction_of(bool rises) { return rises ? Label{"higher", "hoger"} : Label{"lower", "lager"}; }

// "sick leave (+0.2 percentage points)".
Label named_difference(const Facts& facts, std::size_t s, std::size_t o) {
    const OutcomeDecl& outcome = facts.outcome(o);
    const Estimate shown = shown_estimate(outcome, facts.difference(s, o, 0));
    const int digits = digits_to_see(shown, facts.difference_digits(o));
    const Label sign = both(shown.mean > 0.0 ? "+" : "");
    return outcome.label + both(" (") + sign + with_unit(worded(shown.mean, digits), difference_unit(outcome)) + both(")");
}

// "better: ...; worse: ...": outcomes or phases by their verdict, in the order of the words.
struct Verdicts {
    std::vector<Label> better, worse, different, unclear, none;

    std::vector<Label>& of(Verdict verdict) {
        switch (verdict) {
            case Verdict::better: return better;
            case Verdict::worse: return worse;
            case Verdict::different: return different;
            case Verdict::none: return none;
            default: return unclear;
        }
    }
    Label words(const Label& better_word, const Label& worse_word, const Label& unclear_word, const Label& none_word) const {
        std::vector<Label> parts;
        const auto add = [&](const std::vector<Label>& items, const Label& word) {
            if (!items.empty()) parts.push_back(word + both(" ") + listed(items));
        };
        add(better, better_word);
        add(worse, worse_word);
        add(different, {"different:", "anders:"});
        add(unclear, unclear_word);
        add(none, none_word);
        Label text;
        for (const Label& part : parts) text = text + both(text.en.empty() ? "" : "; ") + part;
        return text;
    }
};

constexpr double kSmallEffect = 0.05;  // in SD between persons; assumed: a quarter of what Cohen (1988) calls small

// Outcomes beside the foremost by what can be said of them: clear ones with their difference. Clear means more than chance; what is less
// than a twentieth of the SD between persons is called small.
struct Others {
    Verdicts large, small;
};

Others others_of(const Facts& facts, std::size_t s) {
    Others others;
    for (std::size_t o = 0; o < facts.model().outcomes().size(); ++o) {
        const Verdict verdict = facts.verdict(s, o, 0);
        const bool is_harm = facts.outcome(o).role == Role::harm && verdict == Verdict::worse;
        if (o == facts.foremost() || !(facts.outcome(o).headline || is_harm)) continue;
        const bool is_clear = verdict == Verdict::better || verdict == Verdict::worse || verdict == Verdict::different;
        const bool is_small = std::abs(facts.effect(s, o, 0)) < kSmallEffect;
        (is_small ? others.small : others.large).of(verdict).push_back(is_clear ? named_difference(facts, s, o) : facts.outcome(o).label);
    }
    return others;
}

// On the first screen: what else is better and what is worse.
Label others_sentence(const Facts& facts, std::size_t s) {
    Verdicts clear = others_of(facts, s).large;
    clear.unclear.clear();
    clear.none.clear();
    return clear.words({"better:", "beter:"}, {"worse:", "slechter:"}, {}, {});
}

// Folded: small differences, and what is no difference.
std::vector<Label> small_sentences(const Facts& facts, std::size_t s) {
    Others others = others_of(facts, s);
    Verdicts rest;
    for (const std::vector<Label>* some : {&others.large.unclear, &others.small.unclear})
        rest.unclear.insert(rest.unclear.end(), some->begin(), some->end());
    for (const std::vector<Label>* some : {&others.large.none, &others.small.none})
        rest.none.insert(rest.none.end(), some->begin(), some->end());
    others.small.unclear.clear();
    others.small.none.clear();
    return {others.small.words(
                {"a little better (less than 0.05 SD, but more than chance):", "iets beter (minder dan 0,05 SD, maar meer dan toeval):"},
                {"a little worse:", "iets slechter:"}, {}, {}),
            rest.words({}, {}, {"not distinguishable from the base:", "niet te onderscheiden van de basis:"},
                       {"equal to the base:", "gelijk aan de basis:"})};
}

Label phases_sentence(const Facts& facts, std::size_t s) {
    if (facts.phases() < 2 || facts.verdict(s, facts.foremost(), 0) == Verdict::none) return {};
    Verdicts verdicts;
    const Label& kind = facts.model().phases().kind;
    std::size_t phases = 0;
    for (std::size_t phase = 1; phase < facts.phases(); ++phase) {
        if (!std::isfinite(facts.difference(s, facts.foremost(), phase).mean)) continue;
        verdicts.of(facts.verdict(s, facts.foremost(), phase)).push_back(facts.model().phases().labels[phase]);
        ++phases;
    }
    for (std::vector<Label>* same : {&verdicts.better, &verdicts.worse, &verdicts.different, &verdicts.unclear, &verdicts.none}) {
        if (same->size() == phases && phases > 1) *same = {{"the mean of every group", "het gemiddelde van elke groep"}};
    }
    const Label words = verdicts.words({"better for", "beter voor"}, {"worse for", "slechter voor"},
                                       {"not distinguishable for", "niet te onderscheiden voor"}, {"equal for", "gelijk voor"});
    if (words.en.empty()) return words;
    return facts.outcome(facts.foremost()).label + Label{", by ", ", per "} + kind + Label{": ", ": "} + words;
}

Label times_sentence(const Facts& facts, std::size_t s) {
    const auto k = static_cast<std::size_t>(std::find(facts.key().begin(), facts.key().end(), facts.foremost()) - facts.key().begin());
    const EffectTimes times = facts.times(s, k);
    if (!times.first_week) return {};
    Label text = facts.outcome(facts.foremost()).label + Label{": the difference is clear from ", ": het verschil is duidelijk vanaf "} +
                 worded_week(*times.first_week) + Label{" on", ""};
    if (times.faded_week) {
        text = text + Label{", and no longer from ", ", en niet meer vanaf "} + worded_week(*times.faded_week) + Label{" on", ""};
    }
    return text;
}

}  // namespace

Label difference_sentence(const Facts& facts, std::size_t s, std::size_t o) {
    const OutcomeDecl& outcome = facts.outcome(o);
    const Estimate shown = shown_estimate(outcome, facts.difference(s, o, 0));
    const Label unit = difference_unit(outcome), subject = outcome.label + both(": ");
    int digits = facts.difference_digits(o);
    if (!std::isfinite(shown.mean)) return sentence(subject + Label{"no run has it", "geen enkele run heeft het"});
    if (!has_interval(shown)) {
        return sentence(subject +
                        Label{"one replicate, from which no effect can be told (difference ",
                              "één herhaling, waaruit geen effect is af te leiden (verschil "} +
                        with_unit(worded(shown.mean, digits), unit) + both(")"));
    }
    switch (verdict_of(outcome.good, facts.difference(s, o, 0))) {
        case Verdict::none:
            return sentence(subject + Label{"equal to the base in every replicate", "in elke herhaling gelijk aan de basis"});
        case Verdict::unclear:
            return sentence(subject + Label{"not distinguishable from the base", "niet te onderscheiden van de basis"} +
                            in_year(facts.year()) + Label{" (95% interval of the difference ", " (95%-interval van het verschil "} +
                            with_unit(worded_range(shown.low, shown.high, digits), unit) + both(")"));
        default: break;
    }
    digits = digits_to_see(shown, digits);
    const bool rises = shown.low > 0.0;
    const double least = std::min(std::abs(shown.low), std::abs(shown.high)), most = std::max(std::abs(shown.low), std::abs(shown.high));
    const double level = shown_value(outcome, facts.level(s, o, 0).mean);
    const Label now = with_unit(worded(level, level_digits(outcome, level)), level_unit(outcome));
    Label text = subject + now + both(", ") + with_unit(worded(std::abs(shown.mean), digits), unit) + both(" ") + direction_of(rises) +
                 Label{" than in the base", " dan in de basis"} + in_year(facts.year()) + interval_of(least, most, digits);
    if (const auto persons = facts.persons(s, o); persons && has_interval(*persons) && std::abs(persons->mean) >= 0.5) {
        text = text + Label{": about ", ": ongeveer "} + worded(counting(std::abs(persons->mean)), 0) +
               (persons->mean > 0.0 ? Label{" persons more", " personen meer"} : Label{" persons fewer", " personen minder"});
    } else if (outcome.unit != "SD" && outcome.shape == Shape::level && std::isfinite(facts.effect(s, o, 0))) {
        text = text + both(", ") + worded(std::abs(facts.effect(s, o, 0)), 2) + both(" SD");
    }
    return sentence(text);
}

Label level_sentence(const Facts& facts, std::size_t s, std::size_t o) {
    const OutcomeDecl& outcome = facts.outcome(o);
    const Estimate shown = shown_estimate(outcome, facts.level(s, o, 0));
    const int digits = level_digits(outcome, shown.mean);
    Label text = outcome.label + both(": ") + with_unit(worded(shown.mean, digits), level_unit(outcome)) + in_year(facts.year());
    if (has_interval(shown)) text = text + interval_of(shown.low, shown.high, digits);
    return sentence(text);
}

std::vector<Label> answer(const Facts& facts, std::size_t s) {
    std::vector<Label> sentences;
    if (facts.key().empty()) return sentences;
    if (!facts.is_comparison()) {
        for (const std::size_t o : facts.key()) sentences.push_back(level_sentence(facts, s, o));
        return sentences;
    }
    if (s == 0) return {level_sentence(facts, s, facts.foremost())};
    sentences.push_back(difference_sentence(facts, s, facts.foremost()));
    for (const Label& words : cost_sentences(facts, s)) sentences.push_back(words);
    if (facts.observations() < 2) return sentences;
    if (const Label words = others_sentence(facts, s); !words.en.empty()) sentences.push_back(sentence(words));
    return sentences;
}

std::vector<Label> details_of_answer(const Facts& facts, std::size_t s) {
    std::vector<Label> sentences;
    if (facts.key().empty() || s == 0 || facts.observations() < 2) return sentences;
    std::vector<Label> all = small_sentences(facts, s);
    all.push_back(phases_sentence(facts, s));
    all.push_back(times_sentence(facts, s));
    for (const Label& words : all) {
        if (!words.en.empty()) sentences.push_back(sentence(words));
    }
    return sentences;
}

}  // namespace bevlogen
