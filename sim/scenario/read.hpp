// Reads scenario and comparison files: strictly, with all mistakes of a file at once.
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "sim/core/diagnostic.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/toml_value.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen {

// Finds a model's vocabulary by its name; null where there is none. `names` lists the models for suggestions.
struct VocabularyShelf {
    std::function<const Vocabulary*(const std::string& name)> find;
    std::vector<std::string> names;
};

// A `--set path=value`: any path of the resolved scenario. Applied last, in order.
struct Override {
    std::string path;
    std::string value;  // as TOML: 0.2, 3, "jdr", true; a bare word is a string
};

// Splits "path=value"; throws InputError where there is no "=".
Override parse_override(const std::string& text);

// Reads and resolves `file` (extends, use, parameter files; paths relative to the file that names them; a file that is not there
// is looked for in `library`, the scenarios beside the program). Throws InputError with every mistake.
// What counts for a parameter, from weak to strong: the world (of the last file of the chain that names one); then file by file, what is
// extended first, its parameter files in order and its [parameters]; then overrides. Title and question are not inherited.
// All rows of a table count as one value; a scenario may hold them itself, as the resolved text does.
// An intervention with the name of one in the base changes that one key by key; with `use` it takes its place.
Scenario read_scenario(const std::filesystem::path& file, const VocabularyShelf& shelf, std::span<const Override> overrides,
                       const std::filesystem::path& library);

// The same from text, as carried by a results file. `name` stands in diagnostics.
Scenario read_scenario_text(const std::string& text, const std::string& name, const VocabularyShelf& shelf,
                            std::span<const Override> overrides, const std::filesystem::path& library);

// A scenario read as one of several under the same overrides, and which of those it took, in their order.
struct SharedScenario {
    Scenario scenario;
    std::vector<bool> takes;
};

// The same as read_scenario, but overrides of `intervention.NAME...` are passed over where the scenario has no intervention of that name.
SharedScenario read_shared_scenario(const std::filesystem::path& file, const VocabularyShelf& shelf, std::span<const Override> overrides,
                                    const std::filesystem::path& library);

// Each override that none of the scenarios took is an error that names the interventions they have.
void check_overrides_taken(std::span<const Override> overrides, std::span<const SharedScenario> scenarios, Diagnostics& diagnostics);

// A scenario that a comparison writes itself: its base and, on top, one catalogue entry alone.
struct PolicyAlone {
    std::string name;              // of the scenario and of its intervention: the entry's stem
    std::string comparison;        // the file that names it
    std::filesystem::path folder;  // where the paths of the text start from
    std::string text;              // as one would write it there
    TomlValue tree;                // the same, with the places of the comparison
};

// A comparison file names a base, and scenarios or catalogue entries as alternatives.
struct Comparison {
    std::string name;
    Label title;
    Label question;
    std::filesystem::path base;
    std::vector<std::filesystem::path> alternatives;
    std::vector<PolicyAlone> policies;  // from `interventions`; they come after the alternatives
    std::string text;
};
Comparison read_comparison(const std::filesystem::path& file, const std::filesystem::path& library);

// A policy of a comparison as a scenario like any other; overrides as in read_shared_scenario.
SharedScenario read_policy_alone(const PolicyAlone& policy, const VocabularyShelf& shelf, std::span<const Override> overrides,
                                 const std::filesystem::path& library);

// What a TOML file of ours is, by what stands in it.
enum class FileKind { scenario, comparison, intervention, parameters, draws, sweep, trial, calibration };
FileKind kind_of_file(const std::filesystem::path& file);

// A catalogue entry alone; its name is the file's stem. Throws InputError with every mistake.
Intervention read_intervention_file(const std::filesystem::path& file, const Vocabulary& vocabulary);

// Checks a catalogue entry or a parameter file alone against a vocabulary. Throws InputError with every mistake.
void check_intervention_file(const std::filesystem::path& file, const Vocabulary& vocabulary);
void check_parameter_file(const std::filesystem::path& file, const Vocabulary& vocabulary);

// JSON Schema (draft-07) of scenario files for one model, for completion in editors.
std::string scenario_schema(const Vocabulary& vocabulary);

}  // namespace bevlogen
