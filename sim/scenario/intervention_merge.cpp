// Merges interventions by name.
#include "sim/scenario/intervention_merge.hpp"

#include <algorithm>
#include <set>

#include "sim/scenario/intervention_check.hpp"
#include "sim/scenario/intervention_reader.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/merge.hpp"

namespace bevlogen {
namespace {

class InterventionMerger {
  public:
    InterventionMerger(const Vocabulary& vocabulary, Diagnostics& diagnostics) : vocabulary_(vocabulary), diagnostics_(diagnostics) {}

    void add(const ScenarioLayer& layer) {
        std::set<std::string> names;
        for (const InterventionLayer& part : layer.interventions) {
            check_alone(part);
            if (part.name.empty()) {
                if (!part.own.find("name") && !part.uses) {
                    diagnostics_.error(part.own.place, "\"name\" is missing in [[intervention]]: " +
                                                           std::string(key_named(intervention_keys(), "name").doc));
                }
            } else if (!names.insert(part.name).second) {
                diagnostics_.error(part.own.place,
                                   "two interventions are named \"" + part.name + "\"; give one of them a `name` of its own");
            } else {
                merge(part);
            }
        }
    }

    std::vector<MergedIntervention> take() {
        std::sort(merged_.begin(), merged_.end(), [](const MergedIntervention& a, const MergedIntervention& b) { return a.name < b.name; });
        return std::move(merged_);
    }

  private:
    void check_alone(const InterventionLayer& part) {
        read_intervention(part.own, InterventionSource::scenario, Completeness::part, vocabulary_, diagnostics_);
        if (!part.entry) return;
        const PlacedIntervention entry =
            read_intervention(*part.entry, InterventionSource::catalogue, Completeness::complete, vocabulary_, diagnostics_);
        check_intervention(entry, std::nullopt, diagnostics_);
    }

    void merge(const InterventionLayer& part) {
        auto known = std::find_if(merged_.begin(), merged_.end(), [&](const MergedIntervention& other) { return other.name == part.name; });
        if (known == merged_.end()) known = merged_.insert(known, {part.name, empty_table(part.own.place), true});
        if (part.uses) {
            known->is_whole = part.entry.has_value();
            known->tree = part.entry.value_or(empty_table(part.own.place));
        }
        lay_over_intervention(known->tree, part.own, vocabulary_);
        known->tree.remove("use");
        if (!known->tree.find("name")) known->tree.put({"name", part.own.place, text_value(part.name, part.own.place)});
    }

    const Vocabulary& vocabulary_;
    Diagnostics& diagnostics_;
    std::vector<MergedIntervention> merged_;
};

}  // namespace

std::vector<MergedIntervention> merge_interventions(const ScenarioLayers& layers, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
    InterventionMerger merger(vocabulary, diagnostics);
    for (const ScenarioLayer& layer : layers.layers) merger.add(layer);
    return merger.take();
}

}  // namespace bevlogen
