// Finds names in the file.
#include "sim/cli/sweep_choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "sim/cli/carry_out.hpp"
#include "sim/core/nearest_name.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kEverybody = 0;  // the first row of Model::phases()

std::size_t index_of(const std::string& name, const std::vector<std::string>& valid, const char* option) {
    const auto found = std::find(valid.begin(), valid.end(), name);
    if (found == valid.end())
        throw InputError({fmt::format("{} {}", option, name), 0, 0}, fmt::format("is not in the file{}", suggestion(name, valid)));
    return static_cast<std::size_t>(found - valid.begin());
}

}  // namespace

void SweepChoice::add_to(CLI::App& command) {
    command.add_option("--outcome", outcomes, "Outcomes of a sweep, by name (default: all that it kept)")->delimiter(',');
    command.add_option("--phase", phases, "Phases of a sweep taken together, e.g. anios,aios (default: everybody)")->delimiter(',');
}

std::vector<SensitivityQuestion> SweepChoice::questions(const SweepTable& sweep) const {
    std::vector<std::size_t> chosen(sweep.outcomes().size()), of_phases;
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    if (!outcomes.empty()) chosen.clear();
    for (const std::string& name : outcomes) chosen.push_back(index_of(name, sweep.outcomes(), "--outcome"));
    for (const std::string& name : phases) {
        const std::size_t phase = index_of(name, sweep.phases(), "--phase");
        if (std::find(of_phases.begin(), of_phases.end(), phase) != of_phases.end())
            throw InputError({"--phase " + name, 0, 0}, "is named twice");
        of_phases.push_back(phase);
    }
    if (of_phases.size() > 1 && std::find(of_phases.begin(), of_phases.end(), kEverybody) != of_phases.end())
        throw InputError({"--phase " + sweep.phases()[kEverybody], 0, 0}, "has the others in it; name it alone");
    if (of_phases.empty()) of_phases.push_back(kEverybody);
    const auto years = static_cast<std::int64_t>(sweep.years());
    const auto in_year = static_cast<std::size_t>(bounded_option("--year", year, 1, years, years));
    std::vector<SensitivityQuestion> questions;
    for (const std::size_t outcome : chosen) questions.push_back({outcome, of_phases, in_year});
    return questions;
}

}  // namespace bevlogen
