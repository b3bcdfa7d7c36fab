// Finds, reads and parses.
#include "sim/scenario/top_file.hpp"

#include "sim/scenario/toml_parser.hpp"

namespace bevlogen {

TopFile read_top_file(const std::filesystem::path& file, SourceFiles& files, Diagnostics& diagnostics) {
    const Place place{file.string(), 0, 0};
    const auto path = files.locate(file.string(), {}, place);
    auto text = path ? files.read(*path, place) : std::nullopt;
    auto tree = text ? parse_toml(*text, path->string(), diagnostics) : std::nullopt;
    if (!tree) throw InputError(diagnostics);
    return {*path, std::move(*text), std::move(*tree)};
}

}  // namespace bevlogen
