// Names, labels and descriptions of everything in a results file, from the model's declarations.
#include "sim/record/results_layout.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

// xarray turns numbers with these units into spans of time or dates.
constexpr std::array<std::string_view, 7> kTimeUnits = {"days",         "hours",        "minutes",    "seconds",
                                                        "milliseconds", "microseconds", "nanoseconds"};

void expect_plain_unit(const std::string& unit) {
    expect(std::find(kTimeUnits.begin(), kTimeUnits.end(), unit) == kTimeUnits.end() && unit.find("since") == std::string::npos,
           "a unit is no bare unit of time, which xarray would decode: \"days a year\", not \"days\"");
}

VariableLayout variable_of(const OutcomeDecl& outcome, std::string_view suffix, StoredAs stored_as, std::vector<std::string> dimensions,
                           std::string_view what) {
    expect_plain_unit(outcome.unit);
    const bool by_phase = std::find(dimensions.begin(), dimensions.end(), "phase") != dimensions.end();
    const bool by_stratum = std::find(dimensions.begin(), dimensions.end(), "stratum") != dimensions.end();
    VariableLayout variable{outcome.name + std::string(suffix), stored_as, std::move(dimensions)};
    variable.attributes = {{"units", outcome.unit},
                           {"long_name", outcome.label.en},
                           {"long_name_nl", outcome.label.nl},
                           {"description", outcome.description.empty() ? std::string(what) : std::string(what) + " " + outcome.description},
                           {"good", std::string(word_of(outcome.good))},
                           {"role", std::string(word_of(outcome.role))}};
    if (by_phase) variable.attributes.emplace_back("coordinates", "scenario_title scenario_title_nl phase_label_en phase_label_nl");
    if (by_stratum) variable.attributes.emplace_back("coordinates", "scenario_title scenario_title_nl stratum_label_en stratum_label_nl");
    if (!by_phase && !by_stratum) variable.attributes.emplace_back("coordinates", "scenario_title scenario_title_nl");
    return variable;
}

OutcomeDecl head_count() {
    OutcomeDecl count;
    count.name = "persons";
    count.label = {"persons", "personen"};
    count.unit = "1";
    return count;
}

DimensionLayout twin_weeks(const RecordPlan& plan) {
    DimensionLayout dimension{"twin_week", StoredAs::whole32};
    dimension.numbers.assign(plan.options.twin_weeks.begin(), plan.options.twin_weeks.end());
    dimension.attributes = {{"units", "week"},
                            {"long_name", "week in which twins are compared"},
                            {"long_name_nl", "week waarin tweelingen worden vergeleken"},
                            {"description", "Weeks since the end of the burn-in: nine months after a programme starts."}};
    return dimension;
}

// The words of codes as CF writes them: one for each code, blanks between them.
std::string flag_meanings(const std::vector<Label>& words, Language language) {
    std::string meanings;
    for (const Label& label : words) {
        std::string word = label.in(language);
        std::replace(word.begin(), word.end(), ' ', '_');
        meanings += (meanings.empty() ? "" : " ") + word;
    }
    return meanings;
}

// Makes the variable one of codes 0, 1, ..., each with its word.
void add_words(VariableLayout& variable, const std::vector<Label>& words) {
    for (std::size_t code = 0; code < words.size(); ++code) variable.flag_values.push_back(stored_value(static_cast<float>(code)));
    variable.attributes.emplace_back("flag_meanings", flag_meanings(words, Language::english));
    variable.attributes.emplace_back("flag_meanings_nl", flag_meanings(words, Language::dutch));
}

// `since` in a unit would make xarray look for a date, so the start of the count stands in the description.
TextAttributes time_attributes(const std::string& en, const std::string& nl) {
    return {{"units", "week"}, {"long_name", en}, {"long_name_nl", nl}, {"description", "Weeks since the end of the burn-in."}};
}

template <class Id>
DimensionLayout identities(std::string name, std::span<const Id> ids, TextAttributes attributes) {
    DimensionLayout dimension{std::move(name), StoredAs::whole64};
    for (const Id id : ids) dimension.numbers.push_back(static_cast<std::int64_t>(id));
    dimension.attributes = std::move(attributes);
    return dimension;
}

}  // namespace

DimensionLayout whole_numbers(std::string name, int first, int step, int count, TextAttributes attributes) {
    DimensionLayout dimension{std::move(name), StoredAs::whole32};
    for (int i = 0; i < count; ++i) dimension.numbers.push_back(first + i * step);
    dimension.attributes = std::move(attributes);
    return dimension;
}

DimensionLayout names_dimension(std::string name, std::vector<std::string> texts, TextAttributes attributes) {
    return {std::move(name), StoredAs::text, {}, std::move(texts), std::move(attributes)};
}

void add_labels(std::vector<VariableLayout>& variables, const std::string& dimension, const std::vector<Label>& labels) {
    for (const Language language : {Language::english, Language::dutch}) {
        VariableLayout variable{dimension + (language == Language::dutch ? "_label_nl" : "_label_en"), StoredAs::text, {dimension}};
        variable.attributes = {{"long_name", "label of the " + dimension + (language == Language::dutch ? " in Dutch" : " in English")}};
        for (const Label& label : labels) variable.texts.push_back(label.in(language));
        variables.push_back(std::move(variable));
    }
}

std::vector<DimensionLayout> fixed_dimensions(const RecordPlan& plan, const ResultsDescription& description) {
    std::vector<std::string> scenarios;
    for (const ScenarioTexts& scenario : description.scenarios) scenarios.push_back(scenario.name);
    const std::vector<std::string> measures(kMeasures.begin(), kMeasures.end());
    std::vector<std::string> quantiles;
    for (const QuantileWord& quantile : kQuantiles) quantiles.emplace_back(quantile.name);
    return {
        names_dimension("scenario", scenarios, {{"long_name", "scenario"}, {"long_name_nl", "scenario"}}),
        whole_numbers(
            "replicate", description.first_replicate, 1, description.replicates,
            {{"long_name", "replicate"}, {"long_name_nl", "herhaling"}, {"description", "Same number, same chance, in every scenario."}}),
        whole_numbers("week", 1, 1, plan.weeks, time_attributes("week", "week")),
        whole_numbers("clearing", kWeeksPerEpoch, kWeeksPerEpoch, plan.clearings,
                      time_attributes("week of the clearing", "week van het afstemmoment")),
        names_dimension("phase", plan.model->phases().names,
                        {{"long_name", plan.model->phases().kind.en}, {"long_name_nl", plan.model->phases().kind.nl}}),
        names_dimension("stratum", plan.model->strata().names, {{"long_name", "stratum"}, {"long_name_nl", "stratum"}}),
        names_dimension("measure", measures, {{"long_name", "statistic over persons"}, {"long_name_nl", "maat over personen"}}),
        whole_numbers("year", 1, 1, plan.years,
                      {{"long_name", "year"},
                       {"long_name_nl", "jaar"},
                       {"description", "Years since the end of the burn-in; what is given by year is of its last clearing."}}),
        names_dimension("quantile", quantiles, {{"long_name", "quantile over persons"}, {"long_name_nl", "kwantiel over personen"}}),
        whole_numbers("quarter", kWeeksPerQuarter, kWeeksPerQuarter, plan.quarters,
                      time_attributes("week at the end of the quarter", "week aan het eind van het kwartaal")),
        whole_numbers("panel_week", plan.options.panel_every, plan.options.panel_every, plan.panel_looks,
                      time_attributes("week of a look at the panel", "week waarin het panel is gezien")),
        twin_weeks(plan),
    };
}

std::vector<VariableLayout> fixed_texts(const RecordPlan& plan, const ResultsDescription& description) {
    std::vector<VariableLayout> variables;
    add_labels(variables, "phase", plan.model->phases().labels);
    add_labels(variables, "stratum", plan.model->strata().labels);
    VariableLayout titles{"scenario_title", StoredAs::text, {"scenario"}, {{"long_name", "title of the scenario"}}};
    VariableLayout dutch_titles{"scenario_title_nl", StoredAs::text, {"scenario"}, {{"long_name", "title of the scenario in Dutch"}}};
    VariableLayout texts{"scenario_text", StoredAs::text, {"scenario"}, {{"long_name", "scenario file as read"}}};
    VariableLayout resolved{
        "resolved_scenario", StoredAs::text, {"scenario"}, {{"long_name", "complete scenario, itself a valid scenario file"}}};
    for (const ScenarioTexts& scenario : description.scenarios) {
        titles.texts.push_back(scenario.title.en);
        dutch_titles.texts.push_back(scenario.title.nl);
        texts.texts.push_back(scenario.text);
        resolved.texts.push_back(scenario.resolved);
    }
    for (VariableLayout* variable : {&titles, &dutch_titles, &texts, &resolved}) variables.push_back(std::move(*variable));
    return variables;
}

DimensionLayout team_dimension(std::span<const std::uint32_t> teams) {
    return identities(
        "team", teams,
        {{"long_name", "team"}, {"long_name_nl", "team"}, {"description", "TeamId: hospital (upper 20 bits), department (lower 12)."}});
}

VariableLayout team_names(std::span<const std::uint32_t> teams, const std::map<std::uint32_t, std::string>& names) {
    VariableLayout variable{"team_name", StoredAs::text, {"team"}, {{"long_name", "name of the team"}}};
    for (const std::uint32_t team : teams) {
        const auto found = names.find(team);
        variable.texts.push_back(found == names.end() ? std::string() : found->second);
    }
    return variable;
}

DimensionLayout panel_dimension(std::span<const std::uint64_t> persons) {
    return identities("panel_person", persons,
                      {{"long_name", "person of the panel"}, {"long_name_nl", "persoon in het panel"}, {"description", "PersonId."}});
}

DimensionLayout person_dimension(std::span<const std::uint64_t> persons) {
    return identities("person", persons, {{"long_name", "person"}, {"long_name_nl", "persoon"}, {"description", "PersonId."}});
}

VariableLayout by_phase_variable(const OutcomeDecl& outcome) {
    return variable_of(outcome, "", StoredAs::float32, {"scenario", "replicate", "clearing", "phase", "measure"},
                       "Statistics over the persons of a phase at every clearing.");
}

VariableLayout by_stratum_variable(const OutcomeDecl& outcome) {
    return variable_of(outcome, "_by_stratum", StoredAs::float32, {"scenario", "replicate", "year", "stratum", "measure"},
                       "Statistics over the persons of a stratum at the last clearing of each year.");
}

VariableLayout weekly_variable(const OutcomeDecl& outcome) {
    return variable_of(outcome, "_weekly", StoredAs::float32, {"scenario", "replicate", "week", "phase"},
                       "Mean over the persons of a phase in every week.");
}

VariableLayout team_variable(const OutcomeDecl& outcome) {
    return variable_of(outcome, "_team", StoredAs::scaled16, {"scenario", "replicate", "quarter", "team"},
                       "Mean over a team, every quarter.");
}

VariableLayout quantiles_variable(const OutcomeDecl& outcome) {
    return variable_of(outcome, "_quantiles", StoredAs::float32, {"scenario", "replicate", "year", "phase", "quantile"},
                       "Quantiles over the persons of a phase at the last clearing of each year.");
}

VariableLayout twin_variable(const OutcomeDecl& outcome) {
    return variable_of(outcome, "_twin", StoredAs::scaled16, {"scenario", "replicate", "twin_week", "person"},
                       "Value of each person at the clearings in which twins are compared.");
}

VariableLayout panel_variable(const TraceDecl& trace) {
    expect_plain_unit(trace.unit);
    VariableLayout variable{trace.name + "_panel", StoredAs::scaled16, {"scenario", "panel_week", "panel_person"}};
    variable.attributes = {
        {"units", trace.unit},
        {"long_name", trace.label.en},
        {"long_name_nl", trace.label.nl},
        {"description", "Value of each person of the panel in the replicate that the attribute replicate names. " + trace.description},
        {"coordinates", "scenario_title scenario_title_nl"}};
    if (!trace.words.empty()) add_words(variable, trace.words);
    return variable;
}

VariableLayout last_year_variable(const OutcomeDecl& outcome) {
    return variable_of(outcome, "_last_year", StoredAs::scaled16, {"scenario", "replicate", "person"},
                       "Mean of each person over the clearings of the last year.");
}

VariableLayout person_phase_variable(const Grouping& phases) {
    VariableLayout variable{"phase_last_year", StoredAs::scaled16, {"scenario", "replicate", "person"}};
    variable.attributes = {{"units", "1"},
                           {"long_name", phases.kind.en},
                           {"long_name_nl", phases.kind.nl},
                           {"description", "Phase of each person at the last clearing."},
                           {"coordinates", "scenario_title scenario_title_nl"}};
    add_words(variable, phases.labels);
    return variable;
}

VariableLayout persons_by_phase_variable() {
    return variable_of(head_count(), "", StoredAs::count32, {"scenario", "replicate", "clearing", "phase"},
                       "Persons in a phase at every clearing.");
}

VariableLayout persons_by_stratum_variable() {
    return variable_of(head_count(), "_by_stratum", StoredAs::count32, {"scenario", "replicate", "year", "stratum"},
                       "Persons in a stratum at the last clearing of each year.");
}

}  // namespace bevlogen
