// Puts strengths, steps and their intervals into sentences.
#include "sim/report/sweep_answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "sim/report/axis_words.hpp"
#include "sim/report/certainty.hpp"
#include "sim/report/shown_number.hpp"
#include "sim/report/wording.hpp"

namespace bevlogen {
namespace {

// How sentences are cut, assumed: what a reader keeps in mind, and what is worth a word.
constexpr std::size_t kNamed = 4;    // parameters behind the first
constexpr double kMost = 0.9;        // of what all clear steps bring together
constexpr double kLittle = 0.1;      // of the strongest: less is called little
constexpr double kStraight = 0.995;  // of the variance: what a straight line explains so well needs no word about the rest

// So that the ends of the interval can be told from the middle.
int digits_for(const Estimate& e) {
    const double half = has_interval(e) ? (e.high - e.low) / 2.0 : std::abs(e.mean) / 100.0;
    if (!(half > 0.0)) return 1;
    return std::clamp(-static_cast<int>(std::floor(std::log10(half / 2.0))), 0, 4);
}

Label bracketed(const Estimate& e, int digits) {
    if (!has_interval(e)) return {" (no interval)", " (geen interval)"};
    return Label{" (95% interval ", " (95%-interval "} + worded_range(e.low, e.high, digits) + both(")");
}

// "1.05 percentage points (95% interval 1.01 to 1.09)".
Label measured(const Estimate& e, const Label& unit) {
    return with_unit(worded(e.mean, digits_for(e)), unit) + bracketed(e, digits_for(e));
}

// "1.05 percentage points lower (95% interval 1.01 to 1.09)".
Label changed(const Estimate& e, const Label& unit) {
    const Estimate size = e.mean < 0.0 ? Estimate{-e.mean, -e.high, -e.low, e.replicates} : e;
    const Label direction = e.mean < 0.0 ? Label{" lower", " lager"} : Label{" higher", " hoger"};
    return with_unit(worded(size.mean, digits_for(e)), unit) + direction + bracketed(size, digits_for(e));
}

// At the head of a sentence; a path stays as it is typed.
Label at_head(const Axis& axis) {
    if (axis.label.en == axis.path) return axis.label;
    const Label told = sentence(axis.label);  // with a full stop, which is taken off again
    return {told.en.substr(0, told.en.size() - 1), told.nl.substr(0, told.nl.size() - 1)};
}

// "1 of the 3 matters", "2 of the 3 matter".
Label counted(std::size_t count, const Label& one, const Label& several) {
    return both(std::to_string(count)) + (count == 1 ? one : several);
}

// ---- which parameters count

Label meaning_of_strength(SensitivityMethod method) {
    switch (method) {
        case SensitivityMethod::morris:
            return {" on average from one end of its range to the other", " gemiddeld van het ene eind van zijn bereik naar het andere"};
        case SensitivityMethod::sobol: return {", interactions included", ", wisselwerkingen inbegrepen"};
        case SensitivityMethod::ranking: break;
    }
    return {" of the parameter, the others held still", " van de parameter, terwijl de andere gelijk blijven"};
}

Label direction_words(const AxisStrength& axis) {
    if (axis.direction > 0.0) return {"; the outcome rises with it.", "; de uitkomst stijgt ermee."};
    if (axis.direction < 0.0) return {"; the outcome falls with it.", "; de uitkomst daalt ermee."};
    return both(".");
}

Label no_strength(const Sensitivity& found) {
    if (found.low == found.high)
        return {"No parameter moves it: it is the same at all points.",
                "Geen parameter verandert er iets aan: in alle punten is het gelijk."};
    return {"No strength can be told: there are too few points, or parameters change together.",
            "Er is geen sterkte te geven: er zijn te weinig punten, of parameters veranderen samen."};
}

// Whose intervals reach into that of the first.
std::size_t count_overlapping(const std::vector<AxisStrength>& ranked) {
    return static_cast<std::size_t>(std::count_if(ranked.begin() + 1, ranked.end(), [&](const AxisStrength& axis) {
        return std::isfinite(axis.interval.high) && axis.interval.high >= ranked.front().interval.low;
    }));
}

std::size_t count_weak(const std::vector<AxisStrength>& ranked) {
    return static_cast<std::size_t>(std::count_if(ranked.begin() + 1, ranked.end(), [&](const AxisStrength& axis) {
        const double most = std::isfinite(axis.interval.high) ? axis.interval.high : axis.strength;
        return most < kLittle * ranked.front().strength;  // of what is not known this is not so
    }));
}

std::vector<Label> answer_by_strength(const SweepFindings& findings, const SweepFinding& finding) {
    const std::vector<AxisStrength>& ranked = finding.ranking.ranked;
    if (!(ranked.front().strength > 0.0)) return {no_strength(finding.ranking)};
    const auto label = [&](std::size_t i) { return findings.plan().axes[ranked[i].axis].label; };
    const Estimate strongest = shown_strength(finding, ranked.front());
    const Label first = ranked.size() == 1 ? at_head(findings.plan().axes[ranked.front().axis]) + both(": ")
                                           : Label{fmt::format("Of {} parameters “", ranked.size()),
                                                   fmt::format("Van de {} parameters telt “", ranked.size())} +
                                                 label(0) + Label{"” matters most: ", "” het meest: "};
    std::vector<Label> sentences = {first + measured(strongest, strength_unit(finding)) + meaning_of_strength(finding.ranking.method) +
                                    direction_words(ranked.front())};
    std::vector<Label> next;
    for (std::size_t i = 1; i < ranked.size() && next.size() < kNamed && std::isfinite(ranked[i].strength); ++i) {
        const Estimate strength = shown_strength(finding, ranked[i]);
        next.push_back(label(i) + both(" (") + worded(strength.mean, digits_for(strength)) +
                       (has_interval(strength) ? both(", ") + worded_range(strength.low, strength.high, digits_for(strength)) : Label{}) +
                       both(")"));
    }
    if (!next.empty())
        sentences.push_back((next.size() == 1 ? Label{"Next comes ", "Daarna komt "} : Label{"Next come ", "Daarna komen "}) +
                            listed(next) + both("."));
    if (const std::size_t overlapping = count_overlapping(ranked); overlapping > 0) {
        sentences.push_back({fmt::format("Which is the strongest is not certain: the interval of the first overlaps {}.",
                                         overlapping == 1 ? "that of one other" : fmt::format("those of {} others", overlapping)),
                             fmt::format("Welke de sterkste is, staat niet vast: het interval van de eerste overlapt {}.",
                                         overlapping == 1 ? "dat van één andere" : fmt::format("die van {} andere", overlapping))});
    }
    if (const std::size_t weak = count_weak(ranked); weak > 0) {
        const std::string all = std::to_string(ranked.size());
        sentences.push_back(counted(weak, {" of the " + all + " matters", " van de " + all + " telt"},
                                    {" of the " + all + " matter", " van de " + all + " tellen"}) +
                            Label{" less than a tenth as much.", " voor minder dan een tiende daarvan mee."});
    }
    if (finding.ranking.method == SensitivityMethod::ranking && finding.ranking.ranking.r_squared < kStraight) {
        const Label percent = worded(100.0 * finding.ranking.ranking.r_squared, 0);
        sentences.push_back(Label{"A straight line in all parameters explains ", "Een rechte lijn in alle parameters verklaart "} +
                            percent +
                            Label{"% of the differences between points; the rest is interactions, what is not straight, and chance.",
                                  "% van de verschillen tussen punten; de rest is wisselwerking, wat niet recht is, en toeval."});
    }
    return sentences;
}

// ---- how far more of something helps

// The last point up to which each step moves the outcome the same way, beyond chance; 0 where the first does not.
std::size_t last_clear_step(const std::vector<PointEffect>& effects) {
    std::size_t last = 0;
    for (std::size_t p = 1; p < effects.size(); ++p) {
        const Estimate& step = effects[p].from_before;
        if (!has_interval(step) || !step.excludes_zero() || (step.mean > 0.0) != (effects[1].from_before.mean > 0.0)) break;
        last = p;
    }
    return last;
}

// "€ 1.2 million more (95% interval € 0.9 million to € 1.5 million)".
Label euros_more(const Estimate& euros) {
    const Estimate size = euros.mean < 0.0 ? Estimate{-euros.mean, -euros.high, -euros.low, euros.replicates} : euros;
    return worded_euros(size.mean) + (euros.mean < 0.0 ? Label{" less", " minder"} : Label{" more", " meer"}) +
           Label{" (95% interval ", " (95%-interval "} + worded_euros(size.low) + Label{" to ", " tot "} + worded_euros(size.high) +
           both(")");
}

// Years averted and money of a point against the first; nothing where neither is known.
std::vector<Label> gains_of(const SweepFindings& findings, const SweepFinding& finding, const PointEffect& effect) {
    const Estimate &averted = effect.averted, &euros = effect.euros;
    std::vector<Label> parts;
    if (has_interval(averted))
        parts.push_back(worded(std::round(averted.mean), 0) + both(" ± ") + worded((averted.high - averted.low) / 2.0, 0) + both(" ") +
                        finding.outcome.averted);
    if (has_interval(euros)) {
        parts.push_back((euros.excludes_zero() ? Label{"costs ", "kosten "}
                                               : Label{"costs that cannot be told apart, ", "kosten die niet te onderscheiden zijn, "}) +
                        euros_more(euros));
    }
    // What a year costs is a price only where both are clear: else it would look cheap or dear by chance.
    if (effect.per_averted.verdict == CostVerdict::dearer_and_better) {
        const Estimate& ratio = effect.per_averted.ratio;
        parts.push_back(worded_euros(ratio.mean) +
                        Label{" for each of these years (95% interval ", " voor elk van deze jaren (95%-interval "} +
                        worded_euros(ratio.low) + Label{" to ", " tot "} + worded_euros(ratio.high) + both(")"));
    }
    if (parts.empty()) return {};
    const int years = findings.plan().base.years;
    Label text = Label{years == 1 ? "Over one year, with " : fmt::format("Over {} years, with ", years),
                       years == 1 ? "In één jaar, met " : fmt::format("In {} jaar samen, met ", years)} +
                 worded_point(findings.plan(), effect.point) + Label{" against the first point: ", " vergeleken met het eerste punt: "};
    for (std::size_t i = 0; i < parts.size(); ++i) text = text + both(i == 0 ? "" : "; ") + parts[i];
    return {text + both(".")};
}

// Numbers in rising order: then a further step means more of it.
bool is_ordered(const SweepPlan& plan) {
    if (plan.axes.size() != 1 || (plan.axes[0].key.type != KeyType::number && plan.axes[0].key.type != KeyType::whole_number)) return false;
    return std::adjacent_find(plan.values.begin(), plan.values.end(), [](double a, double b) { return a >= b; }) == plan.values.end();
}

// What becomes of the steps behind the last clear one. `direction` of these: 1 upward, -1 downward.
Label beyond(const std::vector<PointEffect>& effects, std::size_t last, double direction, const Label& here, const Label& end) {
    const auto behind = effects.begin() + static_cast<std::ptrdiff_t>(last) + 1;
    const Label from = Label{"Beyond ", "Voorbij "} + here, up_to = Label{", up to ", ", tot "} + end;
    if (std::all_of(behind, effects.end(), [](const PointEffect& e) { return e.from_before.low == 0.0 && e.from_before.high == 0.0; }))
        return from + up_to +
               Label{", nothing changes: it is the same in every replicate.", ", verandert er niets: in elke herhaling is het gelijk."};
    if (std::none_of(behind, effects.end(), [](const PointEffect& e) { return e.from_before.excludes_zero(); }))
        return from + up_to + Label{", no further step can be told from chance.", ", is geen stap meer van toeval te onderscheiden."};
    if (std::any_of(behind, effects.end(),
                    [&](const PointEffect& e) { return e.from_before.excludes_zero() && direction * e.from_before.mean < 0.0; }))
        return from + Label{" it goes back: not every step goes the same way.", " gaat het terug: niet elke stap gaat dezelfde kant op."};
    return from + Label{" not every step can be told from chance, but a later one still counts.",
                        " is niet elke stap van toeval te onderscheiden, maar een latere telt nog mee."};
}

// Where no step can be told: why.
Label no_step(const SweepFindings& findings, const SweepFinding& finding, const Label& first_step) {
    const Estimate& step = finding.effects[1].from_before;
    if (findings.plan().replicates() < 2)
        return {"With one replicate no step can be told from chance.", "Met één herhaling is geen stap van toeval te onderscheiden."};
    if (!has_interval(step))
        return {"Runs of the first points are missing, so no step can be told.",
                "Runs van de eerste punten ontbreken: geen stap is te geven."};
    if (step.low == 0.0 && step.high == 0.0) return first_step + Label{": no difference at all.", ": geen enkel verschil."};
    return first_step + Label{": no difference that can be told from chance, ", ": geen verschil dat van toeval te onderscheiden is, "} +
           changed(shown_estimate(finding.outcome, step), difference_unit(finding.outcome)) + both(".");
}

std::vector<Label> answer_along_axis(const SweepFindings& findings, const SweepFinding& finding) {
    const std::vector<PointEffect>& effects = finding.effects;
    const Axis& axis = findings.plan().axes[0];
    const auto value = [&](std::size_t p) { return worded_axis_value(axis, findings.plan().at(p)[0]); };
    const auto range = [&](std::size_t from, std::size_t to) {
        return at_head(axis) + Label{" from ", " van "} + value(from) + Label{" to ", " tot "} + value(to);
    };
    const std::size_t last = last_clear_step(effects);
    if (last == 0) return {no_step(findings, finding, range(0, 1))};
    const Label steps = last == 1 ? Label{": one step, ", ": één stap, "}
                                  : Label{fmt::format(": each of {} steps counts, together ", last),
                                          fmt::format(": elk van {} stappen telt, samen ", last)};
    std::vector<Label> sentences = {range(0, last) + steps +
                                    changed(shown_estimate(finding.outcome, effects[last].from_first), difference_unit(finding.outcome)) +
                                    both(".")};
    std::size_t most = 1;
    while (std::abs(effects[most].from_first.mean) < kMost * std::abs(effects[last].from_first.mean)) ++most;
    if (most < last) {
        sentences.push_back(Label{"Up to ", "Tot "} + value(most) + Label{" it is ", " is het "} +
                            worded(100.0 * effects[most].from_first.mean / effects[last].from_first.mean, 0) +
                            Label{"% of that.", "% daarvan."});
    }
    if (last + 1 < effects.size()) {
        const double direction = effects[1].from_before.mean > 0.0 ? 1.0 : -1.0;
        sentences.push_back(beyond(effects, last, direction, value(last), value(effects.size() - 1)));
    }
    for (const Label& gain : gains_of(findings, finding, effects[last])) sentences.push_back(gain);
    return sentences;
}

std::vector<Label> answer_among_points(const SweepFindings& findings, const SweepFinding& finding) {
    const std::vector<PointEffect>& effects = finding.effects;
    const Direction good = finding.outcome.good;
    const double sign = good == Direction::higher_is_better ? -1.0 : 1.0;
    const auto rank = [&](const PointEffect& e) {
        return std::isfinite(e.level.mean) ? sign * e.level.mean : std::numeric_limits<double>::infinity();
    };
    const auto best =
        std::min_element(effects.begin(), effects.end(), [&](const PointEffect& a, const PointEffect& b) { return rank(a) < rank(b); });
    const Label word = sign > 0.0 ? Label{"lowest", "laagst"} : Label{"highest", "hoogst"};
    std::vector<Label> sentences = {
        Label{fmt::format("Of {} points it is ", effects.size()), fmt::format("Van {} punten is het het ", effects.size())} + word +
        Label{" with ", " bij "} + worded_point(findings.plan(), best->point) + both(": ") +
        measured(shown_estimate(finding.outcome, best->level), level_unit(finding.outcome)) + both(".")};
    if (best->point == 0 || !std::isfinite(best->from_first.mean)) return sentences;
    const Label warning = good == Direction::neutral ? both(".")
                                                     : Label{"; as the best of several it may look a little better than it is.",
                                                             "; als beste van meerdere kan het iets beter lijken dan het is."};
    sentences.push_back(Label{"Against the first point that is ", "Vergeleken met het eerste punt is dat "} +
                        changed(shown_estimate(finding.outcome, best->from_first), difference_unit(finding.outcome)) + warning);
    for (const Label& gain : gains_of(findings, finding, *best)) sentences.push_back(gain);
    return sentences;
}

Label how_strengths_are_measured(const SweepFinding& finding) {
    const std::size_t parts = finding.ranking.parts_used;
    switch (finding.ranking.method) {
        case SensitivityMethod::morris:
            return {
                fmt::format("Strength is mu* (Morris, 1991; Campolongo and others, 2007): the mean size of the change when one parameter "
                            "goes over its whole range, at {} places of the space of the others. Intervals are bootstrap intervals over "
                            "these places.",
                            parts),
                fmt::format("Sterkte is mu* (Morris, 1991; Campolongo en anderen, 2007): de gemiddelde grootte van de verandering als één "
                            "parameter zijn hele bereik doorloopt, op {} plaatsen in de ruimte van de andere. Intervallen zijn "
                            "bootstrapintervallen over deze plaatsen.",
                            parts)};
        case SensitivityMethod::sobol:
            return {
                fmt::format("Strength is the total index of Sobol' (Jansen, 1999): the share of the variance that goes with a parameter, "
                            "interactions included; the first index is what it explains alone (Saltelli and others, 2010). {} rows, "
                            "bootstrap intervals over rows.",
                            parts),
                fmt::format("Sterkte is de totale index van Sobol' (Jansen, 1999): het deel van de variantie dat met een parameter "
                            "samenhangt, wisselwerkingen inbegrepen; de eerste index is wat hij alleen verklaart (Saltelli en anderen, "
                            "2010). {} rijen, bootstrapintervallen over rijen.",
                            parts)};
        case SensitivityMethod::ranking: break;
    }
    return {fmt::format("Strength is the coefficient of a linear regression on all parameters, in SD of the outcome for an SD of the "
                        "parameter, over {} points; bootstrap intervals over points.",
                        parts),
            fmt::format("Sterkte is de coëfficiënt van een lineaire regressie op alle parameters, in SD van de uitkomst per SD van de "
                        "parameter, over {} punten; bootstrapintervallen over punten.",
                        parts)};
}

bool tells_money(const SweepFindings& findings) {
    return std::any_of(findings.all().begin(), findings.all().end(), [](const SweepFinding& finding) {
        return std::any_of(finding.effects.begin(), finding.effects.end(),
                           [](const PointEffect& effect) { return has_interval(effect.euros); });
    });
}

}  // namespace

std::vector<Label> answer(const SweepFindings& findings, const SweepFinding& finding) {
    if (finding.effects.empty()) return answer_by_strength(findings, finding);
    return is_ordered(findings.plan()) ? answer_along_axis(findings, finding) : answer_among_points(findings, finding);
}

std::vector<Label> certainty(const SweepFindings& findings) {
    const std::size_t replicates = findings.plan().replicates();
    std::vector<Label> all;
    if (const auto& draws = findings.plan().draws) {
        all.push_back(
            {fmt::format("Parameters: each replicate runs under one of the {} draws in {}, all points under the same. Intervals over "
                         "replicates are of chance and of these parameters; not of the theory, nor of what was not drawn.",
                         draws->size(), draws->name),
             fmt::format(
                 "Parameters: elke herhaling loopt onder een van de {} trekkingen in {}, alle punten onder dezelfde. "
                 "Intervallen over herhalingen gaan over toeval en over deze parameters; niet over de theorie, en niet over wat niet "
                 "getrokken is.",
                 draws->size(), draws->name)});
    }
    if (findings.is_point_by_point()) {
        all.push_back(
            replicates < 2
                ? Label{"Chance: one replicate, so there are no intervals.", "Toeval: één herhaling, dus er zijn geen intervallen."}
                : Label{fmt::format("Chance: {} replicates. In each, every point has the same random numbers, person by person, so "
                                    "that differences come from what was varied. Intervals are 95% (Student's t over replicates).",
                                    replicates),
                        fmt::format("Toeval: {} herhalingen. In elke herhaling heeft elk punt dezelfde toevalsgetallen, persoon voor "
                                    "persoon, zodat verschillen komen door wat is gevarieerd. Intervallen zijn 95% (Student's t over "
                                    "herhalingen).",
                                    replicates)});
        if (tells_money(findings)) {
            all.push_back(Label{"Money is what all payers together pay more for everybody, of the prices of one year and not discounted; "
                                "averted years are of ",
                                "Geld is wat alle betalers samen voor iedereen meer betalen, in prijzen van één jaar en niet "
                                "verdisconteerd; vermeden jaren "
                                "zijn van: "} +
                          findings.all().front().who + both("."));
        }
    } else {
        all.push_back(how_strengths_are_measured(findings.all().front()));
        all.push_back(
            {replicates == 1
                 ? "Chance: the value at a point is one replicate; every point has the same random numbers."
                 : fmt::format("Chance: the value at a point is the mean of {} replicates; every point has the same random numbers.",
                               replicates),
             replicates == 1
                 ? "Toeval: de waarde in een punt is één herhaling; elk punt heeft dezelfde toevalsgetallen."
                 : fmt::format(
                       "Toeval: de waarde in een punt is het gemiddelde van {} herhalingen; elk punt heeft dezelfde toevalsgetallen.",
                       replicates)});
        all.push_back(
            {"A strength is of a range: a parameter that is given a wider one looks stronger. The ranges are those that the plan names, or "
             "what the parameter's file calls plausible; most of these are assumed.",
             "Een sterkte hoort bij een bereik: een parameter met een breder bereik lijkt sterker. De bereiken zijn die van het plan, of "
             "wat het parameterbestand aannemelijk noemt; de meeste daarvan zijn aangenomen."});
    }
    all.push_back(theory_words());
    return all;
}

}  // namespace bevlogen
