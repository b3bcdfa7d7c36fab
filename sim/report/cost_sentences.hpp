// What an alternative costs and what that buys, in sentences.
#pragma once

#include <optional>
#include <vector>

#include "sim/core/label.hpp"
#include "sim/experiment/cost_effect.hpp"
#include "sim/report/facts.hpp"

namespace bevlogen {

// An alternative against the base, all years together, discounted.
struct CostFinding {
    Estimate more;  // EUR
    int years = 1;
    std::optional<Estimate> averted{};  // years; where the model says what is to be averted
    CostPerAverted per_averted{};
    Label averted_label{};  // "burnout-years averted"
    bool has_unpriced_measure = false;
};

// Nothing where no run is there. Costs whose interval contains zero are never called more or less, nor years that way averted.
std::vector<Label> cost_sentences(const CostFinding& finding);
std::vector<Label> cost_sentences(const Facts& facts, std::size_t s);

}  // namespace bevlogen
