// A complete scenario: every default filled in. This is what runs, and what a results file carries.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/core/label.hpp"
#include "sim/core/week.hpp"
#include "sim/scenario/intervention.hpp"
#include "sim/scenario/parameter.hpp"

namespace bevlogen {

// A row of a table such as `[[world.departments]]`.
struct NamedRow {
    std::string name;
    std::vector<double> values;  // in the order of RowsDecl::keys
    Place place;

    bool operator==(const NamedRow& other) const { return name == other.name && values == other.values; }
};

struct Scenario {
    std::string name;  // the file's stem: "less-administration"
    Label title;
    Label question;
    std::string model;  // "workforce", "example"

    int years = 10;   // after the burn-in
    int burn_in = 3;  // years that are simulated and not recorded
    std::uint32_t seed = 0;
    int first_replicate = 1;
    int replicates = 1;
    double population_scale = 1.0;  // of teams, hospitals and flows; team sizes stay

    ParameterValues parameters;
    std::vector<std::vector<NamedRow>> rows;  // for each declared table of rows, in order of the file; empty where none is written
    std::vector<Intervention> interventions;  // in order of their names

    std::string text;      // the file as read
    std::string resolved;  // the whole scenario as TOML, itself a valid scenario

    Week burn_in_weeks() const { return Week::years(burn_in); }
    Week recorded_weeks() const { return Week::years(years); }
    Week total_weeks() const { return burn_in_weeks() + recorded_weeks(); }
};

}  // namespace bevlogen
