// Names, labels and descriptions of everything in a sweep's file.
#include "sim/record/sweep_layout.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace bevlogen {
namespace {

constexpr std::size_t kChunkBytes = 1u << 18;

std::vector<std::string> texts_of(const std::vector<SweptParameter>& parameters, std::string SweptParameter::*text) {
    std::vector<std::string> texts;
    for (const SweptParameter& parameter : parameters) texts.push_back(parameter.*text);
    return texts;
}

}  // namespace

std::size_t points_a_chunk(const SweepShape& shape, std::size_t points) {
    const std::size_t a_run = std::max<std::size_t>(shape.values() * sizeof(float), 1);
    return std::clamp<std::size_t>(kChunkBytes / a_run, 1, std::max<std::size_t>(points, 1));
}

std::vector<DimensionLayout> sweep_dimensions(const SweepDescription& of) {
    std::vector<std::string> outcomes, payers;
    for (const OutcomeDecl& outcome : of.outcomes) outcomes.push_back(outcome.name);
    for (const PayerDecl& payer : of.payers) payers.push_back(payer.name);
    return {
        whole_numbers("point", 1, 1, static_cast<int>(of.points),
                      {{"long_name", "point of the design"},
                       {"long_name_nl", "punt van het ontwerp"},
                       {"description", "One setting of all parameters that were varied: see parameter_value."}}),
        whole_numbers(
            "replicate", of.first_replicate, 1, static_cast<int>(of.replicates),
            {{"long_name", "replicate"}, {"long_name_nl", "herhaling"}, {"description", "Same number, same chance, at every point."}}),
        names_dimension("outcome", outcomes, {{"long_name", "outcome"}, {"long_name_nl", "uitkomst"}}),
        whole_numbers("year", 1, 1, of.years,
                      {{"long_name", "year"}, {"long_name_nl", "jaar"}, {"description", "Years since the end of the burn-in."}}),
        names_dimension("phase", of.phases.names, {{"long_name", of.phases.kind.en}, {"long_name_nl", of.phases.kind.nl}}),
        names_dimension("parameter", texts_of(of.parameters, &SweptParameter::path),
                        {{"long_name", "what is varied, by its path"}, {"long_name_nl", "wat varieert, met zijn pad"}}),
        names_dimension("payer", payers, {{"long_name", "who pays"}, {"long_name_nl", "wie betaalt"}}),
    };
}

std::vector<VariableLayout> sweep_texts(const SweepDescription& of) {
    std::vector<VariableLayout> variables;
    std::vector<Label> outcomes, parameters, payers;
    std::vector<std::string> units, good, shapes, averted, descriptions;
    for (const OutcomeDecl& outcome : of.outcomes) {
        outcomes.push_back(outcome.label);
        units.push_back(outcome.unit);
        good.emplace_back(word_of(outcome.good));
        shapes.emplace_back(outcome.shape == Shape::share ? "share" : "level");
        averted.push_back(outcome.averted.en);
        descriptions.push_back(outcome.description);
    }
    for (const SweptParameter& parameter : of.parameters) parameters.push_back(parameter.label);
    for (const PayerDecl& payer : of.payers) payers.push_back(payer.label);
    add_labels(variables, "outcome", outcomes);
    add_labels(variables, "phase", of.phases.labels);
    add_labels(variables, "parameter", parameters);
    add_labels(variables, "payer", payers);
    const auto add = [&](const char* name, const char* dimension, const char* long_name, std::vector<std::string> texts) {
        VariableLayout variable{name, StoredAs::text, {dimension}, {{"long_name", long_name}}};
        variable.texts = std::move(texts);
        variables.push_back(std::move(variable));
    };
    add("outcome_unit", "outcome", "unit of the outcome", units);
    add("outcome_good", "outcome", "whether higher or lower values are better", good);
    add("outcome_shape", "outcome", "share: of persons, from 0 to 1; level: any number", shapes);
    add("outcome_averted", "outcome", "what a year less in the state of the outcome is called; empty of what is not averted", averted);
    add("outcome_description", "outcome", "what the outcome is", descriptions);
    add("parameter_unit", "parameter", "unit of the parameter", texts_of(of.parameters, &SweptParameter::unit));
    add("parameter_spread", "parameter", "which values the parameter takes", texts_of(of.parameters, &SweptParameter::spread));
    add("parameter_scale", "parameter", "how the values are spread: linear, log, values, or a distribution",
        texts_of(of.parameters, &SweptParameter::scale));
    add("parameter_words", "parameter", "what the values of the parameter stand for", texts_of(of.parameters, &SweptParameter::words));
    add("parameter_description", "parameter", "what the parameter is", texts_of(of.parameters, &SweptParameter::description));
    return variables;
}

VariableLayout sweep_values_variable() {
    return {"value",
            StoredAs::float32,
            {"point", "replicate", "outcome", "year", "phase"},
            {{"long_name", "yearly mean of the outcome"},
             {"long_name_nl", "jaargemiddelde van de uitkomst"},
             {"description",
              "Mean over the clearings of the year, in the unit of the outcome (outcome_unit). Missing where a run is, or "
              "where nobody was in the phase."},
             {"coordinates", "outcome_label_en outcome_label_nl outcome_unit outcome_good outcome_shape phase_label_en phase_label_nl"}}};
}

VariableLayout sweep_persons_variable() {
    return {"persons",
            StoredAs::float32,
            {"point", "replicate", "year", "phase"},
            {{"units", "1"},
             {"long_name", "persons"},
             {"long_name_nl", "personen"},
             {"description", "Mean over the clearings of the year."},
             {"coordinates", "phase_label_en phase_label_nl"}}};
}

VariableLayout sweep_euros_variable(int price_year) {
    return {"euro",
            StoredAs::float32,
            {"point", "replicate", "payer", "year"},
            {{"units", "EUR"},
             {"long_name", "costs"},
             {"long_name_nl", "kosten"},
             {"description", fmt::format("What the payer pays in the year, in prices of {}, not discounted; what it receives counts as "
                                         "negative.",
                                         price_year)},
             {"coordinates", "payer_label_en payer_label_nl"}}};
}

VariableLayout sweep_status_variable() {
    return {"status",
            StoredAs::whole32,
            {"point", "replicate"},
            {{"units", "1"},
             {"long_name", "status of the run"},
             {"long_name_nl", "toestand van de run"},
             {"description", "0: not run; 1: done; 2: failed, see failed_message."}}};
}

VariableLayout parameter_values_variable() {
    return {"parameter_value",
            StoredAs::float64,
            {"point", "parameter"},
            {{"long_name", "value of the parameter"},
             {"long_name_nl", "waarde van de parameter"},
             {"description", "In the unit of the parameter (parameter_unit); words and flags are told in parameter_words."},
             {"coordinates", "parameter_label_en parameter_label_nl parameter_unit"}}};
}

VariableLayout parameter_coordinates_variable() {
    return {"parameter_coordinate",
            StoredAs::float64,
            {"point", "parameter"},
            {{"units", "1"},
             {"long_name", "place of the value among those that the parameter takes"},
             {"long_name_nl", "plaats van de waarde onder die welke de parameter aanneemt"},
             {"description", "From 0, the least, to 1, the greatest; evenly spread by the design."},
             {"coordinates", "parameter_label_en parameter_label_nl parameter_unit"}}};
}

DimensionLayout failed_dimension(std::size_t count) {
    return whole_numbers("failed_run", 1, 1, static_cast<int>(count), {{"long_name", "run that failed"}, {"long_name_nl", "mislukte run"}});
}

VariableLayout failed_point_variable() {
    return {"failed_point", StoredAs::count32, {"failed_run"}, {{"units", "1"}, {"long_name", "point of the run that failed"}}};
}

VariableLayout failed_replicate_variable() {
    return {"failed_replicate", StoredAs::count32, {"failed_run"}, {{"units", "1"}, {"long_name", "replicate of the run that failed"}}};
}

VariableLayout failed_message_variable(const std::vector<FailedSweepRun>& failed) {
    VariableLayout variable{"failed_message", StoredAs::text, {"failed_run"}, {{"long_name", "why the run failed"}}};
    for (const FailedSweepRun& run : failed) variable.texts.push_back(run.message);
    return variable;
}

}  // namespace bevlogen
