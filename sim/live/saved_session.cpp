// Writes under other names first, so that what has a final name is whole.
#include "sim/live/saved_session.hpp"

#include <fmt/format.h>

#include "sim/experiment/experiment.hpp"
#include "sim/record/final_name.hpp"
#include "sim/scenario/read.hpp"

namespace bevlogen {
namespace {

namespace fs = std::filesystem;

void require_place(const fs::path& path) {
    std::error_code none;
    const auto status = fs::symlink_status(path, none);
    if (fs::exists(status) && !fs::is_regular_file(status))
        throw InputError({path.string(), 0, 0}, "is not an ordinary file and is not replaced; save under another name");
}

// As `bevlogen run` of the saved file describes itself, but for the other line beside it.
Scenario named(Scenario scenario, const std::string& name, const Label& title, const std::string& text) {
    scenario.name = name;
    scenario.title = title;
    scenario.text = text;
    return scenario;
}

}  // namespace

std::vector<fs::path> save_session(const Session& session, const SavePlace& place) {
    require_folder(place.folder / place.name);
    const fs::path scenario_file = place.folder / (place.name + ".toml"), results_file = place.folder / (place.name + ".h5");
    require_place(scenario_file);
    require_place(results_file);
    const SessionLine& base = session.line(Session::kBase);
    const SessionLine& line = session.line(session.chosen());
    const std::string text = line.policy->text(place.title);
    const std::string base_name = line.policy->base_name() == place.name ? "base" : line.policy->base_name();
    const Experiment experiment{"comparison",
                                place.title,
                                {},
                                {named(base.run->scenario(), base_name, base.policy->base().title, base.policy->base().text),
                                 named(line.run->scenario(), place.name, place.title, text)},
                                line.run->plan().options};
    {
        ResultsDescription description = description_of(session.model(), experiment);
        description.replicates = 1;
        ResultsWriter results(results_file, std::move(description), line.run->plan());
        results.add(0, 0, base.run->record());
        results.add(1, 0, line.run->record());
        results.finish(place.provenance);
    }
    write_whole(scenario_file, text);
    return {scenario_file, results_file};
}

}  // namespace bevlogen
