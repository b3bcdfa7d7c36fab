// What the model is held to, as measured in the base.
#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/experiment/patterns.hpp"
#include "sim/report/json.hpp"

namespace bevlogen {
namespace {

std::string shown(const PatternDecl& pattern, double value) {
    return pattern.unit == "%" ? fmt::format("{:.1f}%", 100.0 * value) : fmt::format("{:.3g}", value);
}

}  // namespace

Json patterns_json(const Facts& facts) {
    const Scenario& base = facts.experiment().scenarios.front();
    Json all = Json::array();
    for (const PatternValue& found : measure_patterns(facts.stored().first_file().path(), facts.model(), base)) {
        if (!found.is_measured() || !std::isfinite(found.value.mean)) continue;
        const PatternDecl& pattern = found.pattern;
        all.push_back({{"label", text_json(pattern.label)},
                       {"published", fmt::format("{} \u2013 {}", shown(pattern, pattern.low), shown(pattern, pattern.high))},
                       {"simulated", shown(pattern, found.value.mean)},
                       {"is_met", found.is_met()},
                       {"source", pattern.source}});
    }
    if (all.empty()) return nullptr;
    return all;
}

}  // namespace bevlogen
