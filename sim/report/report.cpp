// Puts the parts of a report together.
#include "sim/report/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/report/answer.hpp"
#include "sim/report/certainty.hpp"
#include "sim/report/html_page.hpp"
#include "sim/report/json.hpp"
#include "sim/report/wording.hpp"

namespace bevlogen {
namespace {

Json scenarios_json(const Facts& facts) {
    Json all = Json::array();
    for (std::size_t s = 0; s < facts.scenarios(); ++s) {
        const Scenario& scenario = facts.experiment().scenarios[s];
        all.push_back({{"name", scenario.name},
                       {"title", text_json(scenario.title.empty() ? both(scenario.name) : scenario.title)},
                       {"answer", texts_json(answer(facts, s))},
                       {"details", texts_json(details_of_answer(facts, s))},
                       {"text", scenario.text}});
    }
    return all;
}

Json phases_json(const Facts& facts) {
    Json all = Json::array();
    const Grouping& phases = facts.model().phases();
    for (std::size_t p = 0; p < phases.size(); ++p) all.push_back({{"name", phases.names[p]}, {"label", text_json(phases.labels[p])}});
    return all;
}

Json repeat_json(const StoredExperiment& stored, const ReportChoice& choice) {
    std::vector<std::string> commands;
    std::vector<Label> notes;
    const auto add = [&](const std::string& command) {
        if (!command.empty() && std::find(commands.begin(), commands.end(), command) == commands.end()) commands.push_back(command);
    };
    for (const auto& file : stored.files()) {
        const std::string name = file->path().string();
        add(file->provenance("command_line"));
        const std::string repeats = fmt::format("bevlogen {} --from {}", file->attribute("kind") == "run" ? "run" : "compare", name);
        notes.push_back({fmt::format("{} holds its scenarios completely: {} repeats it, to the bit, with the same version of the program.",
                                     name, repeats),
                         fmt::format("{} bevat zijn scenario's volledig: {} herhaalt het, tot op de bit, met dezelfde versie van het "
                                     "programma.",
                                     name, repeats)});
    }
    for (const std::string& command : choice.commands) add(command);
    return {{"commands", commands}, {"notes", texts_json(notes)}};
}

Json notices_json(const Facts& facts) {
    Json all = Json::array();
    for (const Notice& notice : notices(facts)) all.push_back({{"kind", notice.kind}, {"text", text_json(notice.text)}});
    return all;
}

Label title_of(const StoredExperiment& stored) {
    const Label& title = stored.experiment().title;
    return title.empty() ? both(stored.experiment().scenarios.front().name) : title;
}

Json draws_json(const Facts& facts) {
    const auto& draws = facts.experiment().draws;
    if (!draws) return nullptr;
    return {{"name", draws->name}, {"number", draws->size()}, {"replicates", facts.unit().replicates()}, {"text", draws->text}};
}

}  // namespace

std::string report_json(const StoredExperiment& stored, const ReportChoice& choice, std::span<const StoredExperiment* const> others) {
    const int years = stored.experiment().scenarios.front().years;
    const std::string file = stored.first_file().path().string();
    if (years < 1) throw InputError({file, 0, 0}, "holds no whole year, so there is nothing to report");
    const int year = choice.year.value_or(years);
    if (year < 1 || year > years) throw InputError({file, 0, 0}, fmt::format("has the years 1 to {}, not {}", years, year));
    const Facts facts(stored, year, others);
    const Json whole = {{"contract", 1},
                        {"language", choice.language == Language::dutch ? "nl" : "en"},
                        {"kind", stored.experiment().kind},
                        {"title", text_json(title_of(stored))},
                        {"question", text_json(stored.experiment().question)},
                        {"made", made_json(stored.first_file(), stored.model())},
                        {"replicates", facts.replicates()},
                        {"draws", draws_json(facts)},
                        {"years", years},
                        {"year", year},
                        {"notices", notices_json(facts)},
                        {"scenarios", scenarios_json(facts)},
                        {"kind_of_phases", text_json(facts.model().phases().kind)},
                        {"phases", phases_json(facts)},
                        {"outcomes", outcomes_json(facts)},
                        {"levels", levels_by_phase_json(facts)},
                        {"differences", differences_by_phase_json(facts)},
                        {"key", key_json(facts)},
                        {"over_time", over_time_json(facts)},
                        {"gains", gains_json(facts)},
                        {"programmes", programmes_json(facts)},
                        {"costs", costs_json(facts)},
                        {"choice", choice_effects_json(facts)},
                        {"interventions", interventions_json(facts)},
                        {"changes", changes_json(facts)},
                        {"assumptions", assumptions_json(facts)},
                        {"patterns", patterns_json(facts)},
                        {"certainty", texts_json(certainty(facts))},
                        {"limits", texts_json(limits(facts.model()))},
                        {"repeat", repeat_json(stored, choice)}};
    return whole.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string report_page(const StoredExperiment& stored, const ReportChoice& choice, std::span<const StoredExperiment* const> others) {
    const std::string title = title_of(stored).in(choice.language);
    return html_page(report_json(stored, choice, others), {title, choice.language == Language::dutch ? "nl" : "en"});
}

}  // namespace bevlogen
