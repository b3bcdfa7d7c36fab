// Numbers with the digits that count.
#include "sim/report/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "sim/report/shown_number.hpp"

namespace bevlogen {

Json number_json(double value) {
    if (!std::isfinite(value)) return nullptr;
    const double rounded = std::strtod(fmt::format("{:.5g}", value).c_str(), nullptr);
    // 0 and not 0.0: most numbers of a large report are whole, and a page should be small.
    if (std::abs(rounded) < 1e6 && rounded == std::trunc(rounded)) return static_cast<int>(rounded);
    return rounded;
}

double to_decimals(double value, int decimals) {
    if (!std::isfinite(value)) return value;
    return std::strtod(fmt::format("{:.{}f}", value, decimals).c_str(), nullptr) + 0.0;  // no -0
}

Estimate rounded_estimate(const Estimate& e) {
    double largest = std::abs(e.mean);
    for (const double limit : {e.low, e.high})
        if (std::isfinite(limit)) largest = std::max(largest, std::abs(limit));
    if (!std::isfinite(largest) || largest == 0.0) return e;
    const int decimals = 3 - static_cast<int>(std::floor(std::log10(largest)));
    if (decimals < 0) return e;
    return {to_decimals(e.mean, decimals), to_decimals(e.low, decimals), to_decimals(e.high, decimals), e.replicates};
}

Json estimate_json(const Estimate& estimate) {
    if (!std::isfinite(estimate.mean)) return nullptr;
    const Estimate shown = rounded_estimate(estimate);
    return Json::array({number_json(shown.mean), number_json(shown.low), number_json(shown.high)});
}

Json outcome_json(const OutcomeDecl& outcome, const Estimate& estimate) {
    return estimate_json(is_logarithm(outcome) ? shown_estimate(outcome, estimate) : estimate);
}

Json text_json(const Label& text) { return {{"en", text.en}, {"nl", text.nl}}; }

Json texts_json(const std::vector<Label>& texts) {
    Json all = Json::array();
    for (const Label& text : texts) all.push_back(text_json(text));
    return all;
}

Json made_json(const StoredResults& file, const Model& model) {
    return {{"program", file.attribute("program") + " " + file.attribute("version")},
            {"commit", file.attribute("commit")},
            {"model", model.vocabulary().model},
            {"file", file.path().filename().string()},
            {"time", file.provenance("time")},
            {"seed", file.attribute("seed")}};
}

}  // namespace bevlogen
