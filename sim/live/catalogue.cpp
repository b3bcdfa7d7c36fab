// Reads every entry alone; where a knob stands at the start is looked up in what the entry sets.
#include "sim/live/catalogue.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "sim/scenario/first_comment.hpp"
#include "sim/scenario/intervention_paths.hpp"
#include "sim/scenario/lever_slots.hpp"
#include "sim/scenario/read.hpp"

namespace bevlogen {
namespace {

namespace fs = std::filesystem;

// Of "lever.key" or "lever.key.value"; nothing where it is not set.
std::optional<double> lever_value(const Intervention& it, const Vocabulary& vocabulary, const std::string& path) {
    for (const LeverSetting& setting : it.levers) {
        const LeverDecl& lever = vocabulary.levers[setting.lever];
        for (std::size_t k = 0; k < lever.keys.size(); ++k) {
            const LeverKey& key = lever.keys[k];
            const std::string start = lever.name + "." + key.name;
            const std::size_t slot = lever_slot(vocabulary.scope_axes, lever, k);
            const auto value = [&](std::size_t place) {
                return is_set(setting.values[place]) ? std::optional(setting.values[place]) : std::nullopt;
            };
            if (path == start) return value(slot);
            if (!key.axis || !path.starts_with(start + ".")) continue;
            const std::vector<std::string>& words = vocabulary.scope_axes[*key.axis].values;
            const auto word = std::find(words.begin(), words.end(), path.substr(start.size() + 1));
            if (word != words.end()) return value(slot + static_cast<std::size_t>(word - words.begin()));
        }
    }
    return std::nullopt;
}

std::optional<double> value_of(const Intervention& it, const Vocabulary& vocabulary, const std::string& path) {
    if (path == "uptake") return it.uptake;
    if (path == "scope.coverage") return it.scope.coverage;
    if (path == "scope.team_share") return it.scope.team_share;
    if (path == "costs.one_off_euro") return it.catalogue.costs.one_off_euro;
    if (path == "costs.euro_per_year") return it.catalogue.costs.euro_per_year;
    if (path == "costs.euro_per_person_year") return it.catalogue.costs.euro_per_person_year;
    return lever_value(it, vocabulary, path);
}

CatalogueMeasure measure_of(const fs::path& file, const Vocabulary& vocabulary) {
    CatalogueMeasure measure{
        "interventions/" + file.filename().string(), first_comment(file), read_intervention_file(file, vocabulary), {}};
    const std::vector<KeyPath> paths = intervention_paths(vocabulary);
    for (const Knob& knob : measure.intervention.catalogue.knobs) {
        MeasureKnob turned{knob};
        turned.start = std::clamp(value_of(measure.intervention, vocabulary, knob.path).value_or(knob.min), knob.min, knob.max);
        const std::string first = knob.path.substr(0, knob.path.find('.'));
        turned.turns_while_on =
            std::any_of(vocabulary.levers.begin(), vocabulary.levers.end(), [&](const LeverDecl& lever) { return lever.name == first; });
        const auto path = std::find_if(paths.begin(), paths.end(), [&](const KeyPath& one) { return one.path == knob.path; });
        turned.is_whole_number = path != paths.end() && path->key.type == KeyType::whole_number;
        measure.knobs.push_back(std::move(turned));
    }
    return measure;
}

}  // namespace

std::vector<CatalogueMeasure> catalogue_measures(const fs::path& library, const Vocabulary& vocabulary) {
    std::vector<fs::path> files;
    std::error_code none;
    for (const fs::directory_entry& entry : fs::directory_iterator(library / "interventions", none)) {
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<CatalogueMeasure> measures;
    for (const fs::path& file : files) {
        try {
            measures.push_back(measure_of(file, vocabulary));
        } catch (const InputError&) {
            continue;  // of another model; `bevlogen check` says what is wrong with a file
        }
    }
    return measures;
}

}  // namespace bevlogen
