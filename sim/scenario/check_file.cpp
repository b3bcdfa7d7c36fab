// Reads a catalogue entry, or checks a parameter file, on its own.
#include "sim/scenario/intervention_check.hpp"
#include "sim/scenario/intervention_reader.hpp"
#include "sim/scenario/parameter_reader.hpp"
#include "sim/scenario/read.hpp"
#include "sim/scenario/rows_reader.hpp"
#include "sim/scenario/source_files.hpp"

namespace bevlogen {
namespace {

// Collects what `check` finds in the file and throws it.
template <class Check>
void check_file(const std::filesystem::path& file, Check check) {
    Diagnostics diagnostics;
    SourceFiles files({}, diagnostics);
    if (const auto parsed = files.parse(file.string(), {}, {file.string(), 0, 0})) check(parsed->tree, diagnostics);
    if (!diagnostics.empty()) throw InputError(diagnostics);
}

}  // namespace

Intervention read_intervention_file(const std::filesystem::path& file, const Vocabulary& vocabulary) {
    Intervention intervention;
    check_file(file, [&](const TomlValue& tree, Diagnostics& diagnostics) {
        PlacedIntervention entry = read_intervention(tree, InterventionSource::catalogue, Completeness::complete, vocabulary, diagnostics);
        check_intervention(entry, std::nullopt, diagnostics);
        intervention = std::move(entry.intervention);
    });
    intervention.name = file.stem().string();
    return intervention;
}

void check_intervention_file(const std::filesystem::path& file, const Vocabulary& vocabulary) { read_intervention_file(file, vocabulary); }

void check_parameter_file(const std::filesystem::path& file, const Vocabulary& vocabulary) {
    check_file(file, [&](const TomlValue& tree, Diagnostics& diagnostics) {
        ParameterReader(vocabulary, SharedFiles::refused, diagnostics).read_file(tree);
        RowsReader(vocabulary.rows, diagnostics).read_file(tree);
    });
}

}  // namespace bevlogen
