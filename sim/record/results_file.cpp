// Creates the file with its dimensions and variables, writes each run into its place, and gives the whole its final name.
#include "sim/record/results_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "sim/core/build_info.hpp"
#include "sim/core/contract.hpp"
#include "sim/record/dataset_writer.hpp"
#include "sim/record/digest.hpp"
#include "sim/record/h5.hpp"
#include "sim/record/part_file.hpp"
#include "sim/record/results_layout.hpp"

namespace bevlogen {

struct ResultsWriter::File {
    File(std::filesystem::path path, ResultsDescription about, RecordPlan of_plan);

    void write_root();
    void add_variable(std::vector<RunVariable>& variables, const VariableLayout& layout);
    void add_outcomes(std::vector<RunVariable>& variables, const std::vector<std::size_t>& outcomes,
                      VariableLayout (*layout)(const OutcomeDecl&));
    template <class Id>
    bool settle(std::optional<std::vector<Id>>& known, const std::vector<Id>& ids, const char* what, std::size_t scenario,
                std::size_t replicate) const;
    template <class T>
    void write(const std::vector<RunVariable>& variables, std::size_t scenario, std::size_t replicate, const std::vector<T>& values);

    std::filesystem::path final_path;
    PartFile part;  // outlives what writes into it
    ResultsDescription description;
    RecordPlan plan;
    bool finished = false;
    std::optional<DatasetWriter> datasets;
    std::vector<RunVariable> by_phase, by_stratum, quantiles, weekly, persons_by_phase, persons_by_stratum, team_map, panel, joined,
        joined_phase, twin;
    std::optional<std::vector<std::uint32_t>> teams;
    std::optional<std::vector<std::uint64_t>> panel_persons;
    std::optional<std::vector<std::uint64_t>> joined_persons;
    std::vector<bool> added;
    h5::MemoryReserve reserve;
};

ResultsWriter::File::File(std::filesystem::path path, ResultsDescription about, RecordPlan of_plan)
    : final_path(std::move(path)), part(final_path), description(std::move(about)), plan(std::move(of_plan)) {
    expect(!description.scenarios.empty() && description.replicates > 0, "a results file holds a scenario and a replicate at least");
    added.assign(description.scenarios.size() * static_cast<std::size_t>(description.replicates), false);
    datasets.emplace(part.path());
    write_root();
    for (const DimensionLayout& layout : fixed_dimensions(plan, description)) datasets->add_dimension(layout);
    for (const VariableLayout& layout : fixed_texts(plan, description)) datasets->add_text(layout);
    std::vector<std::size_t> all(plan.outcomes());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    add_outcomes(by_phase, all, by_phase_variable);
    add_outcomes(by_stratum, all, by_stratum_variable);
    add_outcomes(quantiles, plan.levels, quantiles_variable);
    add_outcomes(weekly, plan.weekly, weekly_variable);
    add_variable(persons_by_phase, persons_by_phase_variable());
    add_variable(persons_by_stratum, persons_by_stratum_variable());
}

void ResultsWriter::File::write_root() {
    const hid_t root = datasets->root();
    h5::write_attribute(root, "format", kResultsFormat);
    h5::write_attribute(root, "format_version", kResultsFormatVersion);
    h5::write_attribute(root, "Conventions", "CF-1.8");
    h5::write_attribute(root, "kind", description.kind);
    h5::write_attribute(root, "title", description.title.en);
    h5::write_attribute(root, "title_nl", description.title.nl);
    h5::write_attribute(root, "question", description.question.en);
    h5::write_attribute(root, "question_nl", description.question.nl);
    h5::write_attribute(root, "model", plan.model->vocabulary().model);
    h5::write_attribute(root, "program", "bevlogen");
    h5::write_attribute(root, "version", build_info().version);
    h5::write_attribute(root, "commit", build_info().commit);
    h5::write_attribute(root, "seed", std::to_string(description.seed));
    if (!description.draws) return;
    h5::write_attribute(root, "parameter_draws", description.draws->name);
    h5::write_attribute(root, "parameter_draws_text", description.draws->text);
    h5::write_attribute(root, "replicates_a_draw", std::to_string(description.draws->replicates_a_draw));
}

void ResultsWriter::File::add_variable(std::vector<RunVariable>& variables, const VariableLayout& layout) {
    if (datasets->has_dimensions_of(layout)) variables.push_back(datasets->add_run_variable(layout));
}

void ResultsWriter::File::add_outcomes(std::vector<RunVariable>& variables, const std::vector<std::size_t>& outcomes,
                                       VariableLayout (*layout)(const OutcomeDecl&)) {
    for (const std::size_t i : outcomes) add_variable(variables, layout(plan.model->outcomes()[i]));
}

// True if these identities are the first of their kind. Throws if they are others than the first.
template <class Id>
bool ResultsWriter::File::settle(std::optional<std::vector<Id>>& known, const std::vector<Id>& ids, const char* what, std::size_t scenario,
                                 std::size_t replicate) const {
    if (!known) {
        known = ids;
        return true;
    }
    if (*known != ids) {
        throw std::runtime_error(fmt::format("cannot add scenario \"{}\", replicate {} to {}: its {} are not those of the run added first",
                                             description.scenarios[scenario].name,
                                             description.first_replicate + static_cast<int>(replicate), final_path.string(), what));
    }
    return false;
}

// `values` holds the variables' parts one after the other.
template <class T>
void ResultsWriter::File::write(const std::vector<RunVariable>& variables, std::size_t scenario, std::size_t replicate,
                                const std::vector<T>& values) {
    std::size_t expected = 0;
    for (const RunVariable& variable : variables) expected += variable.values_a_run;
    expect(values.size() == expected, "a run's record has the shape of its plan");
    const T* from = values.data();
    for (const RunVariable& variable : variables) {
        datasets->write_run(variable, scenario, replicate, from);
        from += variable.values_a_run;
    }
}

ResultsWriter::ResultsWriter(std::filesystem::path path, ResultsDescription description, RecordPlan plan)
    : file_(std::make_unique<File>(std::move(path), std::move(description), std::move(plan))) {}

ResultsWriter::~ResultsWriter() = default;

namespace {

// What a run has of these persons, in their order. With other parameters others are there when recording begins: then some are missing.
std::vector<std::int16_t> panel_of(const std::vector<std::uint64_t>& persons, const RunRecord& record) {
    if (record.panel_persons == persons || record.panel_persons.empty()) return record.panel;
    const std::size_t followed = record.panel_persons.size(), lines = record.panel.size() / followed;
    std::vector<std::int16_t> panel(lines * persons.size(), kNoValue);
    for (std::size_t i = 0; i < persons.size(); ++i) {
        const auto found = std::lower_bound(record.panel_persons.begin(), record.panel_persons.end(), persons[i]);
        if (found == record.panel_persons.end() || *found != persons[i]) continue;
        const auto at = static_cast<std::size_t>(found - record.panel_persons.begin());
        for (std::size_t line = 0; line < lines; ++line) panel[line * persons.size() + i] = record.panel[line * followed + at];
    }
    return panel;
}

}  // namespace

void ResultsWriter::add(std::size_t scenario, std::size_t replicate, const RunRecord& record) {
    File& to = *file_;
    expect(!to.finished, "a finished file takes no runs");
    expect(scenario < to.description.scenarios.size() && replicate < static_cast<std::size_t>(to.description.replicates),
           "the run has a place in the file");
    const std::size_t place = scenario * static_cast<std::size_t>(to.description.replicates) + replicate;
    expect(!to.added[place], "a run is added once");
    expect(replicate == 0 || record.panel_persons.empty(), "the panel is followed in the first replicate only");

    if (to.settle(to.teams, record.teams, "teams", scenario, replicate)) {
        if (to.datasets->add_dimension(team_dimension(record.teams))) {
            to.add_outcomes(to.team_map, to.plan.team_map, team_variable);
            if (!to.description.team_names.empty()) to.datasets->add_text(team_names(record.teams, to.description.team_names));
        }
    }
    if (to.settle(to.joined_persons, record.joined_persons, "persons", scenario, replicate)) {
        if (to.datasets->add_dimension(person_dimension(record.joined_persons))) {
            to.add_outcomes(to.joined, to.plan.joined, last_year_variable);
            to.add_variable(to.joined_phase, person_phase_variable(to.plan.model->phases()));
            to.add_outcomes(to.twin, to.plan.twin, twin_variable);
        }
    }
    if (replicate == 0 && !to.panel_persons) {
        to.panel_persons = record.panel_persons;
        if (to.datasets->add_dimension(panel_dimension(record.panel_persons))) {
            for (const TraceDecl& trace : to.plan.model->traces()) to.add_variable(to.panel, panel_variable(trace));
        }
        for (const RunVariable& variable : to.panel) h5::write_attribute(variable.data, "replicate", to.description.first_replicate);
    }

    to.write(to.by_phase, scenario, replicate, record.by_phase);
    to.write(to.by_stratum, scenario, replicate, record.by_stratum);
    to.write(to.quantiles, scenario, replicate, record.quantiles);
    to.write(to.weekly, scenario, replicate, record.weekly);
    to.write(to.persons_by_phase, scenario, replicate, record.persons_by_phase);
    to.write(to.persons_by_stratum, scenario, replicate, record.persons_by_stratum);
    to.write(to.team_map, scenario, replicate, record.team_map);
    to.write(to.joined, scenario, replicate, record.joined);
    to.write(to.joined_phase, scenario, replicate, record.joined_phase);
    to.write(to.twin, scenario, replicate, record.twin);
    if (replicate == 0) to.write(to.panel, scenario, replicate, panel_of(*to.panel_persons, record));
    to.added[place] = true;
}

void ResultsWriter::finish(const Provenance& provenance) {
    File& to = *file_;
    expect(!to.finished, "a file is finished once");
    const std::string attempt = "close " + to.part.path().string();
    {
        h5::Group group = h5::create_group(to.datasets->root(), "provenance");
        for (const auto& [name, text] : provenance) h5::write_attribute(group, name, text);
        group.close(attempt);
    }
    for (auto* variables : {&to.by_phase, &to.by_stratum, &to.quantiles, &to.weekly, &to.persons_by_phase, &to.persons_by_stratum,
                            &to.team_map, &to.panel, &to.joined, &to.joined_phase, &to.twin}) {
        for (RunVariable& variable : *variables) variable.data.close(attempt);
    }
    to.datasets->close();
    append_digest(to.part.path());
    to.part.finish();
    to.finished = true;
}

}  // namespace bevlogen
