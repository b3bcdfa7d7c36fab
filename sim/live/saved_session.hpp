// Saves what a session has become: the chosen line as a scenario file, and the record of all lines that share its length as a results file.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/core/label.hpp"
#include "sim/live/session.hpp"
#include "sim/record/results_file.hpp"

namespace bevlogen {

struct SavePlace {
    std::filesystem::path folder;
    std::string name;  // of both files, without ending; the scenario is called so too
    Label title;
    Provenance provenance;
};

// NAME.toml, and NAME.h5 with the base and the chosen line as far as they have come: `bevlogen run NAME.toml` records the same bits. What
// stood under these names is replaced, unless it is no ordinary file. Throws InputError or std::runtime_error; then no file of that name is
// half written.
std::vector<std::filesystem::path> save_session(const Session& session, const SavePlace& place);

}  // namespace bevlogen
