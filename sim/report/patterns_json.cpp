// What the model is held to, as measured in the base; what this experiment did not record is said to be missing.
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/experiment/patterns.hpp"
#include "sim/report/json.hpp"
#include "sim/report/wording.hpp"

namespace bevlogen {
namespace {

Label yes_or_no(bool is_so) { return is_so ? Label{"yes", "ja"} : Label{"no", "nee"}; }

bool is_in_percent(const PatternDecl& pattern) { return pattern.unit == "%"; }

Label shown(const PatternDecl& pattern, double value) {
    if (pattern.kind == PatternKind::largest_row_of && (value == 0.0 || value == 1.0)) return yes_or_no(value == 1.0);
    return is_in_percent(pattern) ? worded(100.0 * value, 1) + both("%") : worded(value, 2);
}

Label aimed_at(const PatternDecl& pattern) {
    if (pattern.kind == PatternKind::largest_row_of) return yes_or_no(pattern.low > 0.0);
    return is_in_percent(pattern) ? worded_range(100.0 * pattern.low, 100.0 * pattern.high, 1) + both("%")
                                  : worded_range(pattern.low, pattern.high, 2);
}

}  // namespace

Json patterns_json(const Facts& facts) {
    const Scenario& base = facts.experiment().scenarios.front();
    Json all = Json::array();
    for (const PatternValue& found : measure_patterns(facts.stored().first_file().path(), facts.model(), base)) {
        const bool is_measured = found.is_measured() && std::isfinite(found.value.mean);
        // Of the drifts, of which there is one an outcome, only those that are missed.
        if (found.pattern.kind == PatternKind::drift && (found.is_met() || !is_measured)) continue;
        all.push_back({{"label", text_json(found.pattern.label)},
                       {"published", text_json(aimed_at(found.pattern))},
                       {"simulated", text_json(is_measured ? shown(found.pattern, found.value.mean) : both("\u2013"))},
                       {"is_met", is_measured ? Json(found.is_met()) : Json(nullptr)},
                       {"source", found.pattern.source}});
    }
    if (all.empty()) return nullptr;
    return all;
}

}  // namespace bevlogen
