// Opens results files, reads their resolved scenarios, and hands their runs out in one order.
#include "sim/experiment/stored_experiment.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/core/build_info.hpp"
#include "sim/experiment/with_draws.hpp"
#include "sim/record/stored_runs.hpp"
#include "sim/scenario/resolved_text.hpp"

namespace bevlogen {
namespace {

std::string written_by(const StoredResults& file) {
    return fmt::format("bevlogen {} ({})", file.attribute("version"), file.attribute("commit"));
}

// A scenario of an older version may lack what this one asks.
Scenario read_stored(const std::string& resolved, const StoredResults& file, const Readers& readers) {
    try {
        return read_scenario_text(resolved, file.path().string(), readers.vocabularies, readers.overrides, readers.library);
    } catch (const InputError& error) {
        Diagnostics diagnostics;
        if (file.attribute("version") != build_info().version || file.attribute("commit") != build_info().commit) {
            diagnostics.error(
                {file.path().string(), 0, 0},
                fmt::format("was written by {}, whose scenarios this version ({}) does not read: use that one, or run it anew",
                            written_by(file), build_info().commit));
        }
        for (const Diagnostic& d : error.diagnostics().sorted()) diagnostics.error(d.place, d.message);
        throw InputError(diagnostics);
    }
}

}  // namespace

void add_sources(Scenario& scenario, const Scenario& baseline) {
    for (std::size_t p = 0; p < scenario.parameters.values.size(); ++p) {
        if (scenario.parameters.values[p] == baseline.parameters.values[p]) scenario.parameters.origins[p] = baseline.parameters.origins[p];
    }
}

namespace {

Label called(const Scenario& scenario) { return scenario.title.empty() ? Label::same(scenario.name) : scenario.title; }

bool same_but_replicates(Scenario a, Scenario b, const Vocabulary& vocabulary) {
    a.replicates = b.replicates = 1;
    return resolved_text(a, vocabulary) == resolved_text(b, vocabulary);
}

std::vector<std::unique_ptr<StoredResults>> opened(const std::vector<std::filesystem::path>& files) {
    std::vector<std::unique_ptr<StoredResults>> results;
    for (const std::filesystem::path& file : files) results.push_back(std::make_unique<StoredResults>(file));
    return results;
}

bool is_missing(const RunRecord& record) {
    return std::all_of(record.persons_by_phase.begin(), record.persons_by_phase.end(), [](std::int32_t persons) { return persons < 0; });
}

}  // namespace

StoredExperiment::StoredExperiment(const std::vector<std::filesystem::path>& files, const Readers& readers, bool force)
    : StoredExperiment(opened(files), readers, force) {}

StoredExperiment::StoredExperiment(std::vector<std::unique_ptr<StoredResults>> files, const Readers& readers, bool force)
    : files_(std::move(files)) {
    for (const auto& file : files_) {
        const std::string name = file->attribute("model"), path = file->path().string();
        const Model* model = readers.models.find(name);
        if (!model) throw InputError({path, 0, 0}, fmt::format("is of the model \"{}\", which this program does not have", name));
        if (model_ && model != model_) {
            throw InputError({path, 0, 0}, fmt::format("is of the model \"{}\"; {} is of \"{}\"", name, files_.front()->path().string(),
                                                       model_->vocabulary().model));
        }
        model_ = model;
        read_scenarios(*file, readers);
    }
    experiment_.kind = experiment_.scenarios.size() > 1 ? "comparison" : "run";
    experiment_.title = files_.front()->label("title");
    experiment_.question = files_.front()->label("question");
    if (files_.size() > 1 && experiment_.scenarios.size() > 1) {
        const Scenario& base = experiment_.scenarios.front();
        const std::size_t alternatives = experiment_.scenarios.size() - 1;
        experiment_.question = alternatives == 1 ? experiment_.scenarios[1].question : Label{};
        const Label several = alternatives == 1 ? called(experiment_.scenarios[1]) : Label::same(fmt::format("{} scenarios", alternatives));
        experiment_.title = {several.en + " against " + called(base).en, several.nl + " tegenover " + called(base).nl};
    }
    refuse_unlike(force);
    take_draws();
    plan_for_all();
}

StoredExperiment::~StoredExperiment() = default;

const StoredResults& StoredExperiment::first_file() const { return *files_.front(); }

void StoredExperiment::read_scenarios(const StoredResults& file, const Readers& readers) {
    const std::vector<std::string> names = file.texts("scenario"), resolved = file.texts("resolved_scenario"),
                                   texts = file.texts("scenario_text");
    const bool has_nameless = std::ranges::any_of(names, &std::string::empty);
    if (names.empty() || has_nameless || resolved.size() != names.size() || texts.size() != names.size())
        throw InputError({file.path().string(), 0, 0}, "does not say of which scenarios it is");
    const std::optional<Scenario> baseline = readers.baseline ? readers.baseline(model_->vocabulary().model) : std::nullopt;
    for (std::size_t s = 0; s < names.size(); ++s) {
        Scenario scenario = read_stored(resolved[s], file, readers);
        const StoredVariable* replicates = file.find("replicate");
        if (!replicates || replicates->values() < static_cast<std::size_t>(scenario.replicates))
            throw InputError({file.path().string(), 0, 0},
                             fmt::format("does not hold the {} replicates of {}", scenario.replicates, names[s]));
        if (baseline) add_sources(scenario, *baseline);
        scenario.name = names[s];
        scenario.text = texts[s];
        const bool is_base_again = !experiment_.scenarios.empty() && &file != files_.front().get() &&
                                   same_but_replicates(scenario, experiment_.scenarios.front(), model_->vocabulary()) &&
                                   scenario.name == experiment_.scenarios.front().name;
        if (is_base_again) continue;
        experiment_.scenarios.push_back(std::move(scenario));
        stored_.push_back({&file, s});
    }
}

void StoredExperiment::refuse_unlike(bool force) {
    Diagnostics diagnostics;
    for (const auto& file : files_) {
        if (written_by(*file) != written_by(*files_.front())) {
            diagnostics.error({file->path().string(), 0, 0}, fmt::format("was written by {}, {} by {}", written_by(*file),
                                                                         files_.front()->path().string(), written_by(*files_.front())));
        }
    }
    try {
        check_comparable(experiment_.scenarios, model_->vocabulary());
    } catch (const InputError& error) {
        for (const Diagnostic& d : error.diagnostics().sorted()) diagnostics.error(d.place, d.message);
    }
    if (diagnostics.empty()) return;
    if (!force) {
        diagnostics.error({files_.front()->path().string(), 0, 0}, "is not compared with what is unlike it; --force compares, and says so");
        throw InputError(diagnostics);
    }
    for (const Diagnostic& d : diagnostics.sorted()) unlike_.push_back(d.place.file + ": " + d.message);
}

void StoredExperiment::take_draws() {
    const StoredResults& first = first_file();
    for (const auto& file : files_) {
        for (const char* what : {"parameter_draws_text", "replicates_a_draw"}) {
            if (file->attribute(what) != first.attribute(what))
                throw InputError({file->path().string(), 0, 0}, "was run under other draws of parameters than " + first.path().string());
        }
    }
    experiment_ = with_stored_draws(std::move(experiment_), first, model_->vocabulary());
    const auto is_unlike = [&](const Scenario& s) { return s.replicates != experiment_.scenarios.front().replicates; };
    if (experiment_.draws && std::any_of(experiment_.scenarios.begin(), experiment_.scenarios.end(), is_unlike))
        throw InputError({first.path().string(), 0, 0}, "was run under draws of parameters, and the others under fewer or more of them");
    Diagnostics hidden;
    if (experiment_.draws) check_draws_hide_nothing(*experiment_.draws, experiment_.scenarios, model_->vocabulary(), hidden);
    if (!hidden.empty()) throw InputError(hidden);
}

void StoredExperiment::plan_for_all() {
    const auto smallest = [&](auto of) {
        const auto& all = experiment_.scenarios;
        return of(*std::min_element(all.begin(), all.end(), [&](const Scenario& a, const Scenario& b) { return of(a) < of(b); }));
    };
    const int years = smallest([](const Scenario& s) { return s.years; });
    const int replicates = smallest([](const Scenario& s) { return s.replicates; });
    const bool same_years =
        std::all_of(experiment_.scenarios.begin(), experiment_.scenarios.end(), [&](const Scenario& s) { return s.years == years; });
    const auto replicates_a_draw = experiment_.record.replicates_a_draw;
    experiment_.record = stored_options(*files_.front());
    experiment_.record.replicates_a_draw = replicates_a_draw;
    for (const auto& file : files_) {
        const RecordOptions options = stored_options(*file);
        if (!options.joined || !same_years || files_.size() > 1) experiment_.record.joined = false;
        if (!experiment_.record.joined) experiment_.record.twin_weeks.clear();
    }
    for (Scenario& scenario : experiment_.scenarios) {
        scenario.years = years;
        scenario.replicates = replicates;
    }
    plan_ = std::make_unique<RecordPlan>(*model_, experiment_.scenarios.front(), experiment_.record);
}

void StoredExperiment::visit_runs(const Read& read, const Visit& visit) const {
    for (std::size_t replicate = 0; replicate < replicates(); ++replicate) {
        for (std::size_t s = 0; s < stored_.size(); ++s) {
            const RunRecord record = read(stored_[s], replicate);
            if (!is_missing(record)) visit(s, replicate, record);
        }
    }
}

void StoredExperiment::for_each_run(const Visit& visit) const {
    visit_runs([&](const StoredScenario& of, std::size_t replicate) { return read_run(*of.file, *plan_, of.place, replicate); }, visit);
}

void StoredExperiment::for_each_run(const std::vector<std::size_t>& outcomes, const Visit& visit) const {
    visit_runs(
        [&](const StoredScenario& of, std::size_t replicate) { return read_curves(*of.file, *plan_, of.place, replicate, outcomes); },
        visit);
}

ExperimentResult StoredExperiment::result() const {
    ExperimentResult result(*plan_, scenarios(), replicates());
    result.finished = true;
    for_each_run(
        [&](std::size_t scenario, std::size_t replicate, const RunRecord& record) { result.take_from(scenario, replicate, record); });
    return result;
}

}  // namespace bevlogen
