// The dimensions and variables of a results file and what is said about each: follows from plan and description; knows no HDF5.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "sim/record/record_plan.hpp"
#include "sim/record/results_file.hpp"

namespace bevlogen {

// A stored value of 16 bits is decoded by `scale_factor`; missing values are NaN, kNoValue, or -1 persons.
enum class StoredAs { float32, float64, scaled16, count32, whole32, whole64, text };

using TextAttributes = std::vector<std::pair<std::string, std::string>>;

// A dimension and its coordinates: whole numbers, or texts where it is made of names.
struct DimensionLayout {
    std::string name;
    StoredAs stored_as = StoredAs::whole32;
    std::vector<std::int64_t> numbers{};
    std::vector<std::string> texts{};
    TextAttributes attributes{};

    std::size_t size() const { return stored_as == StoredAs::text ? texts.size() : numbers.size(); }
};

struct VariableLayout {
    std::string name;
    StoredAs stored_as = StoredAs::float32;
    std::vector<std::string> dimensions{};
    TextAttributes attributes{};
    std::vector<std::string> texts{};         // of a text variable
    std::vector<std::int16_t> flag_values{};  // of codes, as they are stored: each stands for one of the words in flag_meanings
};

// What is known before the first run. Dimensions of size 0, and variables over them, are left out by the writer.
std::vector<DimensionLayout> fixed_dimensions(const RecordPlan& plan, const ResultsDescription& description);
// Names of teams, where any has one.
VariableLayout team_names(std::span<const std::uint32_t> teams, const std::map<std::uint32_t, std::string>& names);
std::vector<VariableLayout> fixed_texts(const RecordPlan& plan, const ResultsDescription& description);

// Whole numbers from `first` on, in steps; and names.
DimensionLayout whole_numbers(std::string name, int first, int step, int count, TextAttributes attributes);
DimensionLayout names_dimension(std::string name, std::vector<std::string> texts, TextAttributes attributes);
// What the names of a dimension are called: DIMENSION_label_en and DIMENSION_label_nl.
void add_labels(std::vector<VariableLayout>& variables, const std::string& dimension, const std::vector<Label>& labels);

DimensionLayout team_dimension(std::span<const std::uint32_t> teams);
DimensionLayout panel_dimension(std::span<const std::uint64_t> persons);
DimensionLayout person_dimension(std::span<const std::uint64_t> persons);

VariableLayout by_phase_variable(const OutcomeDecl& outcome);
VariableLayout by_stratum_variable(const OutcomeDecl& outcome);
VariableLayout weekly_variable(const OutcomeDecl& outcome);
VariableLayout team_variable(const OutcomeDecl& outcome);
VariableLayout quantiles_variable(const OutcomeDecl& outcome);
VariableLayout last_year_variable(const OutcomeDecl& outcome);
VariableLayout person_phase_variable(const Grouping& phases);
VariableLayout twin_variable(const OutcomeDecl& outcome);
VariableLayout panel_variable(const TraceDecl& trace);
VariableLayout persons_by_phase_variable();
VariableLayout persons_by_stratum_variable();

}  // namespace bevlogen
