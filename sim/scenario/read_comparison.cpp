// Reads comparison files, and tells what a file of ours is.
#include "sim/scenario/file_kind.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/read.hpp"
#include "sim/scenario/source_files.hpp"
#include "sim/scenario/strict_table.hpp"
#include "sim/scenario/toml_parser.hpp"

namespace bevlogen {
namespace {

namespace fs = std::filesystem;

struct TopFile {
    fs::path path;
    std::string text;
    TomlValue tree;
};

// A file named by the user; throws where it is missing or no TOML.
TopFile read_top_file(const fs::path& file, SourceFiles& files, Diagnostics& diagnostics) {
    const Place place{file.string(), 0, 0};
    const auto path = files.locate(file.string(), {}, place);
    auto text = path ? files.read(*path, place) : std::nullopt;
    auto tree = text ? parse_toml(*text, path->string(), diagnostics) : std::nullopt;
    if (!tree) throw InputError(diagnostics);
    return {*path, std::move(*text), std::move(*tree)};
}

}  // namespace

Comparison read_comparison(const fs::path& file, const fs::path& library) {
    Diagnostics diagnostics;
    SourceFiles files(library, diagnostics);
    TopFile top = read_top_file(file, files, diagnostics);
    if (!expect_comparison(top.tree, diagnostics)) throw InputError(diagnostics);
    const auto key = [](std::string_view name) -> const KeyDecl& { return key_named(comparison_keys(), name); };
    StrictTable table(top.tree, "", diagnostics);
    Comparison comparison;
    comparison.name = top.path.stem().string();
    comparison.title = table.label(key("title")).value_or(Label::same(comparison.name));
    comparison.question = table.label(key("question")).value_or(Label{});
    const fs::path folder = folder_of(top.path);
    if (const auto base = table.text(key("base"))) {
        if (const auto path = files.locate(*base, folder, table.place_of("base"))) comparison.base = *path;
    }
    if (table.texts(key("alternatives"))) {
        const TomlValue& named = *top.tree.find("alternatives");
        if (named.items.empty()) diagnostics.error(named.place, "alternatives = [] compares nothing (name at least one scenario)");
        for (const TomlValue& item : named.items) {
            const auto path = files.locate(item.text, folder, item.place);
            if (!path) continue;
            std::vector<fs::path> others = comparison.alternatives;
            if (!comparison.base.empty()) others.push_back(comparison.base);
            for (const fs::path& other : others) {
                if (file_identity(other) == file_identity(*path)) {
                    diagnostics.error(item.place, "\"" + path->string() + "\" stands twice in the comparison");
                } else if (other.stem() == path->stem()) {
                    diagnostics.error(item.place,
                                      "\"" + path->string() + "\" and \"" + other.string() + "\" have one name, " + path->stem().string());
                }
            }
            comparison.alternatives.push_back(*path);
        }
    }
    table.finish();
    if (!diagnostics.empty()) throw InputError(diagnostics);
    comparison.text = std::move(top.text);
    return comparison;
}

FileKind kind_of_file(const fs::path& file) {
    Diagnostics diagnostics;
    SourceFiles files({}, diagnostics);
    return kind_of_tree(read_top_file(file, files, diagnostics).tree).kind;
}

}  // namespace bevlogen
