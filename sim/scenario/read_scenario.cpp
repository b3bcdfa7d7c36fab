// Resolves a scenario: files, differences, parameters and overrides become one complete value.
#include <algorithm>
#include <set>
#include <tuple>

#include "sim/core/nearest_name.hpp"
#include "sim/scenario/fixed_reader.hpp"
#include "sim/scenario/intervention_check.hpp"
#include "sim/scenario/intervention_merge.hpp"
#include "sim/scenario/intervention_reader.hpp"
#include "sim/scenario/merge.hpp"
#include "sim/scenario/overrides.hpp"
#include "sim/scenario/parameter_reader.hpp"
#include "sim/scenario/read.hpp"
#include "sim/scenario/resolved_text.hpp"
#include "sim/scenario/rows_reader.hpp"
#include "sim/scenario/source_files.hpp"

namespace bevlogen {
namespace {

namespace fs = std::filesystem;

class ScenarioResolver {
  public:
    ScenarioResolver(ScenarioLayers loaded, const std::string& file, const VocabularyShelf& shelf, std::span<const Override> overrides,
                     AbsentIntervention absent, Diagnostics& diagnostics)
        : loaded_(std::move(loaded)),
          shelf_(shelf),
          overrides_(overrides),
          absent_(absent),
          takes_(overrides.size()),
          diagnostics_(diagnostics),
          top_{file, 0, 0},
          fixed_(empty_table(top_)) {}

    // The scenario without its name and text; mistakes are in the diagnostics.
    Scenario resolve() {
        merge_fixed_parts();
        find_vocabulary();
        std::vector<MergedIntervention> merged;
        if (vocabulary_) merged = merge_interventions(loaded_, *vocabulary_, diagnostics_);
        apply_overrides(merged);

        Diagnostics whole;  // of what the parts give together
        const bool is_complete = loaded_.is_whole;
        FixedPart fixed = read_fixed_part(fixed_, is_complete ? Completeness::complete : Completeness::part, whole);
        Scenario scenario = std::move(fixed.scenario);
        if (vocabulary_) {
            read_values(scenario, whole);
            scenario.interventions =
                read_interventions(merged, fixed.knows_years ? std::optional(scenario.recorded_weeks()) : std::nullopt, whole);
        }
        add_new(whole);
        return scenario;
    }

    const Vocabulary* vocabulary() const { return vocabulary_; }
    // By override, whether it reached something.
    const std::vector<bool>& takes() const { return takes_; }

  private:
    void merge_fixed_parts() {
        for (const ScenarioLayer& layer : loaded_.layers) {
            read_fixed_part(layer.tree, Completeness::part, diagnostics_);
            fixed_.remove("title");
            fixed_.remove("question");
            lay_over_scenario(fixed_, fixed_part_of(layer.tree));
        }
    }

    void find_vocabulary() {
        const TomlValue* model = fixed_.find("model");
        if (!model || !model->is(TomlKind::text)) return;
        vocabulary_ = shelf_.find(model->text);
        if (!vocabulary_) diagnostics_.error(model->place, "unknown model \"" + model->text + "\"" + suggestion(model->text, shelf_.names));
    }

    void apply_overrides(std::vector<MergedIntervention>& merged) {
        std::vector<std::string> names;
        for (const MergedIntervention& intervention : merged) names.push_back(intervention.name);
        for (PlacedOverride& placed : place_overrides(overrides_, vocabulary_, names, absent_, diagnostics_)) {
            takes_[placed.index] = true;
            switch (placed.target) {
                case PlacedOverride::Target::fixed: lay_over_scenario(fixed_, placed.tree); break;
                case PlacedOverride::Target::parameter: parameter_overrides_.push_back(std::move(placed)); break;
                case PlacedOverride::Target::intervention: {
                    const auto it = std::find(names.begin(), names.end(), placed.intervention);
                    lay_over_intervention(merged[static_cast<std::size_t>(it - names.begin())].tree, placed.tree, *vocabulary_);
                    break;
                }
            }
        }
    }

    // Parameters and rows: the world, then file by file.
    void read_values(Scenario& scenario, Diagnostics& diagnostics) const {
        ParameterReader parameters(*vocabulary_, SharedFiles::passed_over, diagnostics);
        RowsReader rows(vocabulary_->rows, diagnostics);
        const auto read_file = [&](const TomlValue& tree) {
            parameters.read_file(tree);
            rows.read_file(tree);
        };
        const auto& layers = loaded_.layers;
        const auto world = std::find_if(layers.rbegin(), layers.rend(), [](const ScenarioLayer& layer) { return layer.world.has_value(); });
        if (world != layers.rend()) read_file(*world->world);
        for (const ScenarioLayer& layer : layers) {
            for (const TomlValue& file : layer.parameter_files) read_file(file);
            const TomlValue* settings = layer.tree.find("parameters");
            if (settings && settings->is(TomlKind::table)) parameters.read_settings(*settings, "set in " + layer.file);
            const TomlValue* own_rows = layer.tree.find(kWorld);
            if (own_rows && own_rows->is(TomlKind::table)) rows.read_world(*own_rows);
        }
        for (const PlacedOverride& placed : parameter_overrides_) {
            parameters.set(*vocabulary_->parameters.find(placed.path), placed.tree, "set on the command line");
        }
        if (loaded_.is_whole) parameters.report_missing(top_);
        scenario.parameters = parameters.take();
        scenario.rows = rows.take();
    }

    std::vector<Intervention> read_interventions(const std::vector<MergedIntervention>& merged, std::optional<Week> recorded,
                                                 Diagnostics& diagnostics) const {
        std::vector<PlacedIntervention> placed;
        for (const MergedIntervention& part : merged) {
            PlacedIntervention read =
                read_intervention(part.tree, InterventionSource::scenario, Completeness::complete, *vocabulary_, diagnostics);
            read.intervention.name = part.name;
            if (read.intervention.title.en.empty()) read.intervention.title = {part.name, part.name};
            if (part.is_whole) check_intervention(read, recorded, diagnostics);
            placed.push_back(std::move(read));
        }
        check_names(placed, diagnostics);
        std::vector<Intervention> interventions;
        for (PlacedIntervention& one : placed) interventions.push_back(std::move(one.intervention));
        return interventions;
    }

    // Where a part was wrong already, the whole is wrong for the same reason: one mistake is shown once.
    void add_new(const Diagnostics& whole) {
        std::set<std::tuple<std::string, std::uint32_t, std::uint32_t>> known;
        const auto key = [](const Place& place) { return std::tuple(place.file, place.line, place.column); };
        for (const Diagnostic& error : diagnostics_.sorted()) known.insert(key(error.place));
        for (const Diagnostic& error : whole.sorted()) {
            if (error.place.line == 0 || !known.contains(key(error.place))) diagnostics_.error(error.place, error.message);
        }
    }

    ScenarioLayers loaded_;
    const VocabularyShelf& shelf_;
    std::span<const Override> overrides_;
    AbsentIntervention absent_;
    std::vector<bool> takes_;
    Diagnostics& diagnostics_;
    Place top_;
    TomlValue fixed_;
    const Vocabulary* vocabulary_ = nullptr;
    std::vector<PlacedOverride> parameter_overrides_;
};

struct Origin {
    std::string file;  // in diagnostics
    std::string name;  // of the scenario
    fs::path folder;   // where its paths start from
    std::string identity;
};

SharedScenario resolve(ScenarioLayers loaded, const std::string& text, const Origin& origin, const VocabularyShelf& shelf,
                       std::span<const Override> overrides, AbsentIntervention absent, Diagnostics& diagnostics) {
    ScenarioResolver resolver(std::move(loaded), origin.file, shelf, overrides, absent, diagnostics);
    Scenario scenario = resolver.resolve();
    if (!diagnostics.empty()) throw InputError(diagnostics);
    scenario.name = origin.name;
    if (scenario.title.empty()) scenario.title = Label::same(scenario.name);
    scenario.text = text;
    scenario.resolved = resolved_text(scenario, *resolver.vocabulary());
    return {std::move(scenario), resolver.takes()};
}

SharedScenario resolve(const std::string& text, const Origin& origin, const VocabularyShelf& shelf, std::span<const Override> overrides,
                       AbsentIntervention absent, SourceFiles& files, Diagnostics& diagnostics) {
    ScenarioLayers loaded = load_layers(text, origin.file, origin.folder, origin.identity, files, diagnostics);
    return resolve(std::move(loaded), text, origin, shelf, overrides, absent, diagnostics);
}

SharedScenario read_file(const fs::path& file, const VocabularyShelf& shelf, std::span<const Override> overrides, AbsentIntervention absent,
                         const fs::path& library) {
    Diagnostics diagnostics;
    SourceFiles files(library, diagnostics);
    const Place place{file.string(), 0, 0};
    const auto path = files.locate(file.string(), {}, place);
    const auto text = path ? files.read(*path, place) : std::nullopt;
    if (!text) throw InputError(diagnostics);
    return resolve(*text, {path->string(), path->stem().string(), folder_of(*path), file_identity(*path)}, shelf, overrides, absent, files,
                   diagnostics);
}

}  // namespace

Scenario read_scenario(const fs::path& file, const VocabularyShelf& shelf, std::span<const Override> overrides, const fs::path& library) {
    return read_file(file, shelf, overrides, AbsentIntervention::is_a_mistake, library).scenario;
}

SharedScenario read_shared_scenario(const fs::path& file, const VocabularyShelf& shelf, std::span<const Override> overrides,
                                    const fs::path& library) {
    return read_file(file, shelf, overrides, AbsentIntervention::is_passed_over, library);
}

SharedScenario read_policy_alone(const PolicyAlone& policy, const VocabularyShelf& shelf, std::span<const Override> overrides,
                                 const fs::path& library) {
    Diagnostics diagnostics;
    SourceFiles files(library, diagnostics);
    const Origin origin{policy.comparison, policy.name, policy.folder, file_identity(policy.comparison)};
    ScenarioLayers loaded = load_layers(policy.tree, origin.file, origin.folder, origin.identity, files, diagnostics);
    return resolve(std::move(loaded), policy.text, origin, shelf, overrides, AbsentIntervention::is_passed_over, diagnostics);
}

Scenario read_scenario_text(const std::string& text, const std::string& name, const VocabularyShelf& shelf,
                            std::span<const Override> overrides, const fs::path& library) {
    Diagnostics diagnostics;
    SourceFiles files(library, diagnostics);
    const std::string scenario = name.ends_with(".toml") ? fs::path(name).stem().string() : name;
    return resolve(text, {name, scenario, ".", "text: " + name}, shelf, overrides, AbsentIntervention::is_a_mistake, files, diagnostics)
        .scenario;
}

}  // namespace bevlogen
