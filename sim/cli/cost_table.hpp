// The tables of what policies cost: differences from the base, by payer and by line, and for an averted year.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sim/experiment/cost_effect.hpp"
#include "sim/experiment/costs.hpp"
#include "sim/experiment/experiment.hpp"

namespace bevlogen {

// One line of costs of one payer.
struct CostOfLine {
    std::string line;  // its name
    std::string label;
    std::string payer;  // its name
    Estimate euro;
};

// What an alternative costs more than the base, EUR over all years, discounted unless it says otherwise.
struct CostRow {
    std::string name;      // of the scenario
    std::string scenario;  // as tables call it
    std::string level;     // of its interventions
    Estimate total;
    Estimate undiscounted;
    std::vector<Estimate> by_payer;  // as many as CostSummary::payers
    std::vector<CostOfLine> lines;   // those in which anything differs
    Estimate averted;                // years
    CostPerAverted per_averted;
    bool has_unpriced_measure = false;
};

struct CostSummary {
    int years = 0;
    int price_year = 0;
    double discount_of_costs = 0.0;
    double discount_of_effects = 0.0;
    std::vector<PayerDecl> payers;
    std::string intervals_are;       // "of chance only"
    std::string averted_label;       // empty where nothing is to be averted
    std::vector<CostRow> rows;       // a row for each alternative; none where the model knows no costs
    std::vector<std::string> notes;  // each once
};

CostSummary cost_summary(const Model& model, const Experiment& experiment, const ExperimentResult& result);

// Total and payers in which anything differs; what averted years cost; lines, if `detail`. Nothing without rows.
std::string cost_table(const CostSummary& costs, bool detail);

}  // namespace bevlogen
