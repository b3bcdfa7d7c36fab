// Writes draws as the TOML that a hand would write, so that results files carry one kind of draws.
#include "sim/record/posterior_draws.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/core/contract.hpp"
#include "sim/core/diagnostic.hpp"
#include "sim/scenario/toml_text.hpp"

namespace bevlogen {

std::string posterior_draws_text(const CalibrationRecord& record, std::size_t count) {
    expect(count >= 2, "two draws at least say how sure parameters are");
    std::string text =
        fmt::format("title = {}\nsource = {}\n", toml_string(record.about.title.en),
                    toml_string(fmt::format("{} draws of the posterior of a calibration, {}", count, record.about.identity)));
    double total = 0.0;
    for (const CalibrationRun& run : record.runs) total += run.weight;
    double passed = 0.0;
    std::size_t drawn = 0;
    for (const CalibrationRun& run : record.runs) {
        passed += run.weight / total;
        for (; drawn < count && (static_cast<double>(drawn) + 0.5) / static_cast<double>(count) < passed; ++drawn) {
            text += "\n[[draw]]\n";
            for (std::size_t k = 0; k < run.value.size(); ++k)
                text += fmt::format("{} = {}\n", toml_string(record.about.parameters[k].path), toml_number(run.value[k]));
        }
    }
    return text;
}

ParameterDraws read_draws_or_posterior(const std::filesystem::path& file, std::size_t count, const Vocabulary& vocabulary) {
    if (file.extension() != ".h5") return read_parameter_draws(file, vocabulary);
    const CalibrationRecord record = read_calibration_file(file);
    const bool has_posterior = std::ranges::any_of(record.runs, [](const CalibrationRun& run) { return run.weight > 0.0; });
    if (!has_posterior) throw InputError({file.string(), 0, 0}, "holds a calibration without a posterior");
    return parse_parameter_draws(posterior_draws_text(record, count), file.stem().string(), file.string(), vocabulary);
}

}  // namespace bevlogen
