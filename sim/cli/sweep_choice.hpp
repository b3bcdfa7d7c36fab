// Which outcomes, phases and year of a sweep are asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/cli/context.hpp"
#include "sim/sweep/sensitivity.hpp"

namespace bevlogen {

struct SweepChoice {
    std::vector<std::string> outcomes, phases;
    std::optional<std::int64_t> year{};  // the last otherwise

    // --outcome and --phase; --year is the command's own.
    void add_to(CLI::App& command);
    bool is_given() const { return !outcomes.empty() || !phases.empty(); }
    // One an outcome. Throws InputError for names that the file does not have.
    std::vector<SensitivityQuestion> questions(const SweepTable& sweep) const;
};

}  // namespace bevlogen
