// Follows `extends`, `use`, `world` and `parameter_files` from file to file.
#include "sim/scenario/layers.hpp"

#include <algorithm>

#include "sim/scenario/file_kind.hpp"
#include "sim/scenario/toml_parser.hpp"

namespace bevlogen {
namespace {

namespace fs = std::filesystem;

// Strings that are file names; what has another type is reported when the table is read.
const TomlValue* path_in(const TomlValue& table, std::string_view key) {
    const TomlValue* value = table.find(key);
    return value && value->is(TomlKind::text) ? value : nullptr;
}

class LayerLoader {
  public:
    LayerLoader(SourceFiles& files, Diagnostics& diagnostics) : files_(files), diagnostics_(diagnostics) {}

    // `named_at` is where another file extends this one; null for the first. No tree where the file is broken.
    void load(std::optional<TomlValue> tree, const std::string& file, const fs::path& folder, const std::string& identity,
              const Place* named_at) {
        chain_.push_back({file, identity});
        if (!tree || !expect_scenario(*tree, named_at, diagnostics_)) {
            result_.is_whole = false;
            return;
        }
        if (const TomlValue* extends = path_in(*tree, "extends")) load_base(*extends, folder);
        result_.layers.push_back(read_layer(std::move(*tree), file, folder));
    }

    ScenarioLayers take() { return std::move(result_); }

  private:
    struct Link {
        std::string file;
        std::string identity;
    };

    void load_base(const TomlValue& extends, const fs::path& folder) {
        const auto path = files_.locate(extends.text, folder, extends.place);
        if (!path) {
            result_.is_whole = false;
            return;
        }
        const std::string identity = file_identity(*path);
        const auto seen = std::find_if(chain_.begin(), chain_.end(), [&](const Link& link) { return link.identity == identity; });
        if (seen != chain_.end()) {
            std::string names;
            for (auto link = seen; link != chain_.end(); ++link) names += link->file + " -> ";
            diagnostics_.error(extends.place, "the file extends itself: " + names + path->string());
            result_.is_whole = false;
            return;
        }
        const auto text = files_.read(*path, extends.place);
        if (!text) {
            result_.is_whole = false;
            return;
        }
        load(parse_toml(*text, path->string(), diagnostics_), path->string(), folder_of(*path), identity, &extends.place);
    }

    ScenarioLayer read_layer(TomlValue tree, const std::string& file, const fs::path& folder) {
        ScenarioLayer layer;
        layer.file = file;
        if (const TomlValue* world = path_in(tree, "world")) layer.world = parse(*world, folder);
        if (const TomlValue* named = tree.find("parameter_files"); named && named->is(TomlKind::array)) {
            for (const TomlValue& item : named->items) {
                if (!item.is(TomlKind::text)) continue;
                if (auto parsed = parse(item, folder)) layer.parameter_files.push_back(std::move(*parsed));
            }
        }
        if (const TomlValue* interventions = tree.find("intervention"); interventions && interventions->is(TomlKind::array)) {
            for (const TomlValue& own : interventions->items) {
                if (own.is(TomlKind::table)) layer.interventions.push_back(read_intervention_layer(own, folder));
            }
        }
        layer.tree = std::move(tree);
        return layer;
    }

    InterventionLayer read_intervention_layer(const TomlValue& own, const fs::path& folder) {
        InterventionLayer layer;
        layer.own = own;
        layer.uses = own.find("use") != nullptr;
        if (const TomlValue* use = path_in(own, "use")) {
            layer.entry = parse(*use, folder);
            layer.name = fs::path(use->text).stem().string();
        }
        if (const TomlValue* name = own.find("name")) layer.name = name->is(TomlKind::text) ? name->text : std::string();
        return layer;
    }

    std::optional<TomlValue> parse(const TomlValue& named, const fs::path& folder) {
        auto parsed = files_.parse(named.text, folder, named.place);
        if (!parsed) {
            result_.is_whole = false;
            return std::nullopt;
        }
        return std::move(parsed->tree);
    }

    SourceFiles& files_;
    Diagnostics& diagnostics_;
    std::vector<Link> chain_;
    ScenarioLayers result_;
};

}  // namespace

ScenarioLayers load_layers(TomlValue tree, const std::string& file, const fs::path& folder, const std::string& identity, SourceFiles& files,
                           Diagnostics& diagnostics) {
    LayerLoader loader(files, diagnostics);
    loader.load(std::move(tree), file, folder, identity, nullptr);
    return loader.take();
}

ScenarioLayers load_layers(const std::string& text, const std::string& file, const fs::path& folder, const std::string& identity,
                           SourceFiles& files, Diagnostics& diagnostics) {
    LayerLoader loader(files, diagnostics);
    loader.load(parse_toml(text, file, diagnostics), file, folder, identity, nullptr);
    return loader.take();
}

}  // namespace bevlogen
