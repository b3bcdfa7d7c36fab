// What money goes out for: lines that a model declares, and their prices in one scenario. Runs record amounts, never money.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/label.hpp"
#include "sim/core/week.hpp"

namespace bevlogen {

// Declared once for all scenarios. Payers are those of the vocabulary.
struct CostLineDecl {
    std::string name;  // "paid_absence"
    Label label;
    // Of the model's outcomes (Role::cost, an amount per person and week), what the line is an amount of; none: its costs follow from the
    // scenario alone.
    std::optional<std::size_t> outcome;
    // A cost to who pays and an income to who receives: nothing in the total.
    bool is_transfer = false;
    std::string description;
};

// What a unit of a line's outcome costs.
struct UnitPrice {
    double euro = 0.0;
    std::size_t payer = 0;     // index into Vocabulary::payers
    std::size_t receiver = 0;  // of a transfer; must differ from the payer
};

// A cost that follows from the scenario alone, even over its weeks. Weeks count from the end of the burn-in.
struct ScheduledCost {
    std::size_t line = 0;  // index into Model::cost_lines()
    std::size_t payer = 0;
    double euro_per_week = 0.0;
    Week from;
    Week until;  // the first week without it
};

// The prices of one scenario. Discounting is by year: an amount of year y (from 1) counts (1 + rate)^-(y - 1).
struct Prices {
    int price_year = 0;  // of all amounts in EUR
    double discount_of_costs = 0.0;
    double discount_of_effects = 0.0;
    // Part of the whole that the scenario simulates: what an intervention costs whatever it does is for the whole.
    double scale = 1.0;
    // For each of Model::cost_lines() a price for each row of Model::phases(); empty where the line has no outcome.
    std::vector<std::vector<UnitPrice>> lines;
    std::vector<ScheduledCost> scheduled;
    std::vector<Label> notes;  // what a reader of the costs must know about them
};

// The line of what interventions cost whatever they do (FixedCosts of the catalogue); it stands behind those of the model.
const CostLineDecl& intervention_cost_line();

}  // namespace bevlogen
