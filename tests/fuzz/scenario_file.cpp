// Fuzzes scenarios, catalogue entries, parameter files and draws: what is accepted is read again, from its resolved text, as the same.
#include "sim/scenario/parameter_draws.hpp"
#include "sim/scenario/resolved_text.hpp"
#include "tests/fuzz/fuzz_input.hpp"

namespace bevlogen::fuzz {
namespace {

void read_as_scenario(const std::filesystem::path& file) {
    Scenario scenario;
    if (!is_accepted([&] { scenario = read_scenario(file, vocabularies(), {}, library()); })) return;
    const Vocabulary& vocabulary = *vocabularies().find(scenario.model);
    const std::string text = resolved_text(scenario, vocabulary);
    std::string again;
    require(is_accepted([&] { again = resolved_text(read_scenario_text(text, "resolved", vocabularies(), {}, library()), vocabulary); }),
            "a resolved text is a scenario");
    require(text == again, "a resolved text is read as what it was made of");
}

void read_as_it_is(const std::filesystem::path& file) {
    FileKind kind = FileKind::scenario;
    if (!is_accepted([&] { kind = kind_of_file(file); })) return;
    for (const std::string& model : vocabularies().names) {
        const Vocabulary& vocabulary = *vocabularies().find(model);
        is_accepted([&] {
            if (kind == FileKind::intervention) check_intervention_file(file, vocabulary);
            if (kind == FileKind::parameters) check_parameter_file(file, vocabulary);
            if (kind == FileKind::draws) {
                Diagnostics diagnostics;
                check_drawable(read_parameter_draws(file, vocabulary), vocabulary, diagnostics);
                if (!diagnostics.empty()) throw InputError(diagnostics);
            }
        });
    }
}

}  // namespace
}  // namespace bevlogen::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace bevlogen::fuzz;
    static const Folder folder;
    const std::filesystem::path file = folder.with("input.toml", {data, size});
    read_as_scenario(file);
    read_as_it_is(file);
    return 0;
}
