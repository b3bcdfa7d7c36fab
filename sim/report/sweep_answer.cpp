// Puts strengths, steps and their intervals into sentences.
#include "sim/report/sweep_answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/report/axis_words.hpp"
#include "sim/report/shown_number.hpp"
#include "sim/report/wording.hpp"

namespace bevlogen {
namespace {

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

Label capital(const Label& words) {
    const Label sentenced = sentence(words);  // with a full stop, which is taken off again
    return {sentenced.en.substr(0, sentenced.en.size() - 1), sentenced.nl.substr(0, sentenced.nl.size() - 1)};
}

// ---- which parameters count

Label meaning_of_strength(SensitivityMethod method) {
    switch (method) {
        case SensitivityMethod::morris:
            return {" on average from one end of its range to the other", " gemiddeld van het ene eind van zijn bereik naar het andere"};
        case SensitivityMethod::sobol: return {" goes with it, interactions included", " hangt ermee samen, wisselwerkingen inbegrepen"};
        case SensitivityMethod::ranking: break;
    }
    return {" of the parameter, the others held still", " van de parameter, terwijl de andere gelijk blijven"};
}

Label direction_words(const AxisStrength& axis) {
    if (axis.direction > 0.0) return {"rises with", "stijgt met"};
    if (axis.direction < 0.0) return {"falls with", "daalt met"};
    return {"depends on", "hangt af van"};
}

std::vector<Label> answer_by_strength(const SweepFindings& findings, const SweepFinding& finding) {
    const std::vector<AxisStrength>& ranked = finding.ranking.ranked;
    const auto axes = static_cast<std::size_t>(
        std::count_if(ranked.begin(), ranked.end(), [](const AxisStrength& axis) { return std::isfinite(axis.strength); }));
    if (axes == 0 || !(ranked.front().strength > 0.0))
        return {{"No parameter moved it: it is the same at all points.",
                 "Geen parameter veranderde er iets aan: het is in alle punten gelijk."}};
    const auto label = [&](std::size_t i) { return findings.plan().axes[ranked[i].axis].label; };
    const Estimate strongest = shown_strength(finding, ranked.front());
    std::vector<Label> sentences;
    sentences.push_back(Label{fmt::format("Of {} parameters, it depends most on ", ranked.size()),
                              fmt::format("Van {} parameters hangt het het meest af van ", ranked.size())} +
                        label(0) + both(": ") + measured(strongest, strength_unit(finding)) + meaning_of_strength(finding.ranking.method) +
                        Label{"; it ", "; het "} + direction_words(ranked.front()) + Label{" it.", " die parameter."});
    std::vector<Label> next;
    for (std::size_t i = 1; i < axes && next.size() < kNamed; ++i) {
        const Estimate strength = shown_strength(finding, ranked[i]);
        next.push_back(label(i) + both(" (") + worded(strength.mean, digits_for(strength)) +
                       (has_interval(strength) ? both(", ") + worded_range(strength.low, strength.high, digits_for(strength)) : Label{}) +
                       both(")"));
    }
    if (!next.empty()) sentences.push_back(Label{"Next come ", "Daarna komen "} + listed(next) + both("."));
    const auto overlapping = static_cast<std::size_t>(std::count_if(ranked.begin() + 1, ranked.end(), [&](const AxisStrength& axis) {
        return std::isfinite(axis.interval.high) && axis.interval.high >= ranked.front().interval.low;
    }));
    if (overlapping > 0) {
        sentences.push_back({fmt::format("Which is the strongest is not certain: the interval of the first overlaps {}.",
                                         overlapping == 1 ? "that of one other" : fmt::format("those of {} others", overlapping)),
                             fmt::format("Welke de sterkste is, staat niet vast: het interval van de eerste overlapt {}.",
                                         overlapping == 1 ? "dat van één andere" : fmt::format("die van {} andere", overlapping))});
    }
    const auto weak = static_cast<std::size_t>(
        std::count_if(ranked.begin() + 1, ranked.begin() + static_cast<std::ptrdiff_t>(axes), [&](const AxisStrength& axis) {
            const double most = std::isfinite(axis.interval.high) ? axis.interval.high : axis.strength;
            return most < kLittle * ranked.front().strength;
        }));
    if (weak > 0) {
        sentences.push_back({fmt::format("{} of the {} matter less than a tenth as much.", weak, ranked.size()),
                             fmt::format("{} van de {} doen er minder dan een tiende zoveel toe.", weak, ranked.size())});
    }
    if (finding.ranking.method == SensitivityMethod::ranking && finding.ranking.ranking.r_squared < kStraight) {
        const Label percent = worded(100.0 * finding.ranking.ranking.r_squared, 0);
        sentences.push_back(Label{"A straight line in all parameters explains ", "Een rechte lijn in alle parameters verklaart "} +
                            percent +
                            Label{" % of the differences between points; the rest is interactions, what is not straight, and chance.",
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

Label euros_words(const Estimate& euros) {
    const Estimate size = euros.mean < 0.0 ? Estimate{-euros.mean, -euros.high, -euros.low, euros.replicates} : euros;
    const Label more = euros.mean < 0.0 ? Label{" less", " minder"} : Label{" more", " meer"};
    const Label amount = worded_euros(size.mean) + more + Label{" (95% interval ", " (95%-interval "} + worded_euros(size.low) +
                         Label{" to ", " tot "} + worded_euros(size.high) + both(")");
    if (euros.excludes_zero()) return Label{"it costs ", "het kost "} + amount;
    return Label{"what it costs cannot be told from nothing: ", "wat het kost is niet van niets te onderscheiden: "} + amount;
}

// Costs and averted years of a point against the first.
std::vector<Label> gains_of(const SweepFindings& findings, const SweepFinding& finding, const PointEffect& effect, const Label& there) {
    std::vector<Label> parts;
    if (has_interval(effect.averted) && effect.averted.replicates > 0)
        parts.push_back(worded(std::round(effect.averted.mean), 0) + both(" ± ") +
                        worded((effect.averted.high - effect.averted.low) / 2.0, 0) + both(" ") + finding.outcome.averted);
    if (has_interval(effect.euros) && effect.euros.replicates > 0) parts.push_back(euros_words(effect.euros));
    if (parts.empty()) return {};
    Label text = there +
                 Label{fmt::format(" that is, over {} years and against the first point, ", findings.plan().base.years),
                       fmt::format(" is dat, over {} jaar en tegenover het eerste punt, ", findings.plan().base.years)} +
                 parts.front();
    if (parts.size() > 1) text = text + both("; ") + parts.back();
    std::vector<Label> sentences = {text + both(".")};
    const Estimate& ratio = effect.per_averted.ratio;
    if (std::isfinite(ratio.mean) && std::isfinite(ratio.low))
        sentences.push_back(Label{"For one of them: ", "Voor één ervan: "} + worded_euros(ratio.mean) +
                            Label{" (95% interval ", " (95%-interval "} + worded_euros(ratio.low) + Label{" to ", " tot "} +
                            worded_euros(ratio.high) + both(")."));
    return sentences;
}

// What becomes of the steps behind the last clear one.
template <class Value>
Label beyond(const std::vector<PointEffect>& effects, std::size_t last, const Value& value) {
    const auto all = [&](const auto& is_so) {
        return std::all_of(effects.begin() + static_cast<std::ptrdiff_t>(last) + 1, effects.end(),
                           [&](const PointEffect& effect) { return is_so(effect.from_before); });
    };
    const Label from = Label{"Beyond ", "Voorbij "} + value(last);
    const Label up_to = Label{", up to ", ", tot "} + value(effects.size() - 1);
    if (all([](const Estimate& step) { return step.low == 0.0 && step.high == 0.0; }))
        return from + up_to + Label{", nothing changes: every replicate is the same.", ", verandert er niets: elke herhaling is gelijk."};
    if (all([](const Estimate& step) { return !step.excludes_zero(); }))
        return from + up_to + Label{", no further step can be told from chance.", ", is geen stap meer van toeval te onderscheiden."};
    return from + Label{" not every step goes the same way.", " gaat niet elke stap dezelfde kant op."};
}

std::vector<Label> answer_along_axis(const SweepFindings& findings, const SweepFinding& finding) {
    const std::vector<PointEffect>& effects = finding.effects;
    const SweepPlan& plan = findings.plan();
    const auto value = [&](std::size_t p) { return worded_axis_value(plan.axes[0], plan.at(p)[0]); };
    const auto range = [&](std::size_t from, std::size_t to) { return value(from) + Label{" to ", " tot "} + value(to); };
    const Label& axis = plan.axes[0].label;
    const std::size_t last = last_clear_step(effects);
    if (effects.size() < 2 || !has_interval(effects[1].from_before))
        return {{"With one replicate no step can be told from chance.", "Met één herhaling is geen stap van toeval te onderscheiden."}};
    if (last == 0) {
        return {capital(axis) + both(" ") + range(0, 1) +
                Label{": no difference that can be told from chance: ", ": geen verschil dat van toeval te onderscheiden is: "} +
                changed(shown_estimate(finding.outcome, effects[1].from_before), difference_unit(finding.outcome)) + both(".")};
    }
    std::vector<Label> sentences;
    const Label steps = last == 1 ? Label{": one step, ", ": één stap, "}
                                  : Label{fmt::format(": each of {} steps counts, together ", last),
                                          fmt::format(": elk van {} stappen telt, samen ", last)};
    sentences.push_back(capital(axis) + Label{" from ", " van "} + range(0, last) + steps +
                        changed(shown_estimate(finding.outcome, effects[last].from_first), difference_unit(finding.outcome)) + both("."));
    std::size_t most = 1;
    while (std::abs(effects[most].from_first.mean) < kMost * std::abs(effects[last].from_first.mean)) ++most;
    if (most < last) {
        sentences.push_back(Label{"Up to ", "Tot "} + value(most) + Label{" it is ", " is het "} +
                            worded(100.0 * effects[most].from_first.mean / effects[last].from_first.mean, 0) +
                            Label{"% of that.", "% daarvan."});
    }
    if (last + 1 < effects.size()) sentences.push_back(beyond(effects, last, value));
    for (const Label& gain : gains_of(findings, finding, effects[last], Label{"With ", "Met "} + value(last))) sentences.push_back(gain);
    return sentences;
}

std::vector<Label> answer_among_points(const SweepFindings& findings, const SweepFinding& finding) {
    const std::vector<PointEffect>& effects = finding.effects;
    const double sign = finding.outcome.good == Direction::higher_is_better ? -1.0 : 1.0;
    const auto best = std::min_element(effects.begin(), effects.end(), [&](const PointEffect& a, const PointEffect& b) {
        return sign * a.level.mean < sign * b.level.mean;
    });
    const Label word = sign > 0.0 ? Label{"lowest", "laagst"} : Label{"highest", "hoogst"};
    std::vector<Label> sentences;
    sentences.push_back(Label{fmt::format("Of {} points it is ", effects.size()), fmt::format("Van {} punten is het ", effects.size())} +
                        word + Label{" with ", " met "} + worded_point(findings.plan(), best->point) + both(": ") +
                        measured(shown_estimate(finding.outcome, best->level), level_unit(finding.outcome)) + both("."));
    if (best->point > 0) {
        sentences.push_back(Label{"Against the first point that is ", "Tegenover het eerste punt is dat "} +
                            changed(shown_estimate(finding.outcome, best->from_first), difference_unit(finding.outcome)) +
                            Label{"; as the best of several it may look a little better than it is.",
                                  "; als beste van meer kan het iets beter lijken dan het is."});
        for (const Label& gain : gains_of(findings, finding, *best, {"There", "Daar"})) sentences.push_back(gain);
    }
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

}  // namespace

std::vector<Label> answer(const SweepFindings& findings, const SweepFinding& finding) {
    if (finding.effects.empty()) return answer_by_strength(findings, finding);
    return findings.plan().axes.size() == 1 ? answer_along_axis(findings, finding) : answer_among_points(findings, finding);
}

std::vector<Label> certainty(const SweepFindings& findings) {
    const std::size_t replicates = findings.plan().replicates();
    std::vector<Label> all;
    if (findings.is_point_by_point()) {
        all.push_back(
            {fmt::format("Chance: {} replicates. In each, every point has the same random numbers, person by person, so that "
                         "differences are those of what was varied. Intervals are 95% (Student's t over replicates).",
                         replicates),
             fmt::format("Toeval: {} herhalingen. In elke herhaling heeft elk punt dezelfde toevalsgetallen, persoon voor persoon, "
                         "zodat verschillen die van het gevarieerde zijn. Intervallen zijn 95% (Student's t over herhalingen).",
                         replicates)});
    } else {
        all.push_back(how_strengths_are_measured(findings.all().front()));
        all.push_back(
            {fmt::format("Chance: the value at a point is the mean of {} replicates; every point has the same random numbers.", replicates),
             fmt::format("Toeval: de waarde in een punt is het gemiddelde van {} herhalingen; elk punt heeft dezelfde toevalsgetallen.",
                         replicates)});
        all.push_back(
            {"A strength is of a range: a parameter that is given a wider one looks stronger. The ranges are those that the plan "
             "names, or what the parameter's file calls plausible; most of these are assumed.",
             "Een sterkte hoort bij een bereik: een parameter met een breder bereik lijkt sterker. Het bereik is dat van het plan, of "
             "wat het parameterbestand aannemelijk noemt; de meeste daarvan zijn aangenomen."});
    }
    all.push_back({"Theory: the model holds one theory of well-being at work. Another could answer otherwise.",
                   "Theorie: het model bevat één theorie over welzijn in het werk. Een andere kan anders antwoorden."});
    return all;
}

}  // namespace bevlogen
