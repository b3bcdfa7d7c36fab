// One sentence for costs and what they avert, one for what has no price.
#include "sim/report/cost_sentences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/report/wording.hpp"

namespace bevlogen {
namespace {

// With as many digits as tell the two apart.
Label euro_range(double low, double high) {
    int digits = 3;
    while (digits < 6 && worded_euros(low, digits).en == worded_euros(high, digits).en) ++digits;
    return worded_euros(low, digits) + Label{" to ", " tot "} + worded_euros(high, digits);
}

// " over 10 years (95% interval € 1 to € 2)".
Label over_years(int years, double low, double high) {
    const Label span = years == 1 ? Label{" over one year", " in één jaar"}
                                  : Label{fmt::format(" over {} years", years), fmt::format(" over {} jaar", years)};
    return span + Label{" (95% interval ", " (95%-interval "} + euro_range(low, high) + both(")");
}

// "914 burnout-years averted".
Label averted_years(const CostFinding& finding) {
    const double mean = finding.averted->mean;
    return worded(mean, std::abs(mean) < 10.0 ? 1 : 0) + both(" ") + finding.averted_label;
}

}  // namespace

std::vector<Label> cost_sentences(const CostFinding& finding) {
    const Estimate& more = finding.more;
    if (!std::isfinite(more.mean)) return {};
    const double least = std::min(std::abs(more.low), std::abs(more.high)), most = std::max(std::abs(more.low), std::abs(more.high));
    Label text;
    if (!std::isfinite(more.low)) {
        text = Label{"costs: one replicate, in which they differ by ", "kosten: één herhaling, waarin zij verschillen met "} +
               worded_euros(more.mean);
    } else if (more.low == 0.0 && more.high == 0.0) {
        text = {"costs are those of the base", "de kosten zijn die van de basis"};
    } else if (!more.excludes_zero()) {
        text = Label{"costs cannot be told apart from those of the base", "de kosten zijn niet te onderscheiden van die van de basis"} +
               over_years(finding.years, more.low, more.high);
    } else if (more.low > 0.0) {
        text = Label{"costs ", "kost "} + worded_euros(more.mean) + Label{" more than the base", " meer dan de basis"} +
               over_years(finding.years, least, most);
    } else {
        text = Label{"costs ", "kost "} + worded_euros(-more.mean) + Label{" less than the base", " minder dan de basis"} +
               over_years(finding.years, least, most);
    }
    const CostPerAverted& per = finding.per_averted;
    switch (finding.averted ? per.verdict : CostVerdict::unclear) {
        case CostVerdict::dearer_and_better:
            text = text + both(": ") + worded_euros(per.ratio.mean) + Label{" for each of ", " voor elk van "} + averted_years(finding) +
                   both(" (") + euro_range(per.ratio.low, per.ratio.high) + both(")");
            break;
        case CostVerdict::cheaper_and_better:
        case CostVerdict::better: text = text + Label{", with ", ", met "} + averted_years(finding); break;
        case CostVerdict::cheaper_and_worse:
        case CostVerdict::dearer_and_worse:
        case CostVerdict::worse: text = text + Label{"; the outcome is worse", "; de uitkomst is slechter"}; break;
        default: break;
    }
    std::vector<Label> sentences = {sentence(text)};
    if (finding.has_unpriced_measure) {
        sentences.push_back({"What the measure itself costs is not stated in this scenario and not counted here.",
                             "Wat de maatregel zelf kost, staat niet in dit scenario en is hier niet meegeteld."});
    }
    return sentences;
}

std::vector<Label> cost_sentences(const Facts& facts, std::size_t s) {
    const Costs& costs = facts.costs();
    if (!costs.are_known() || s == 0) return {};
    CostFinding finding{.more = costs.difference(s, {}, Discounting::by_year), .years = facts.years()};
    if (costs.has_averted()) {
        finding.averted = costs.averted_estimate(s);
        finding.per_averted = costs.per_averted(s);
        finding.averted_label = facts.outcome(facts.foremost()).averted;
    }
    finding.has_unpriced_measure = costs.has_unpriced_measure(s);
    return cost_sentences(finding);
}

}  // namespace bevlogen
