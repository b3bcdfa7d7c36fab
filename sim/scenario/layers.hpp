// A scenario file with all that it extends and uses, as trees, before anything is read out of them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/diagnostic.hpp"
#include "sim/scenario/source_files.hpp"
#include "sim/scenario/toml_value.hpp"

namespace bevlogen {

// One [[intervention]] and, where it names one, its catalogue entry.
struct InterventionLayer {
    TomlValue own;
    std::optional<TomlValue> entry;
    std::string name;   // as written, or the stem of the entry's file; empty where there is neither
    bool uses = false;  // whether it names an entry, found or not
};

// One file of the chain.
struct ScenarioLayer {
    std::string file;  // as shown to the user
    TomlValue tree;
    std::vector<InterventionLayer> interventions;
    std::optional<TomlValue> world;
    std::vector<TomlValue> parameter_files;
};

struct ScenarioLayers {
    std::vector<ScenarioLayer> layers;  // what is extended comes first
    bool is_whole = true;               // false where a file is missing or broken: then what is missing says nothing
};

// From the tree of the last file of the chain. `folder` is where its paths start from; `identity` tells whether it extends itself.
ScenarioLayers load_layers(TomlValue tree, const std::string& file, const std::filesystem::path& folder, const std::string& identity,
                           SourceFiles& files, Diagnostics& diagnostics);

// The same from its text.
ScenarioLayers load_layers(const std::string& text, const std::string& file, const std::filesystem::path& folder,
                           const std::string& identity, SourceFiles& files, Diagnostics& diagnostics);

}  // namespace bevlogen
