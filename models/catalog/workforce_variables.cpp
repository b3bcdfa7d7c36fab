// Reads columns of a block, in the units in which people speak of them.
#include "models/catalog/workforce_variables.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"
#include "sim/core/week.hpp"

namespace bevlogen {
namespace {

enum : std::size_t { kMotivation, kExhaustionZ, kAge, kWeeksInPhase, kFte, kOnLeave, kVariables };

}  // namespace

std::vector<VariableDecl> workforce_variables() {
    std::vector<VariableDecl> all;
    const auto add = [&](const char* name, Label label, const char* unit, const char* description) {
        all.push_back({name, std::move(label), unit, description});
    };
    add("motivation", {"motivation", "motivatie"}, "SD", "to take part in programmes, for life");
    add("exhaustion_z", {"exhaustion", "uitputting"}, "z", "z of exhaustion: the need for help");
    add("age", {"age", "leeftijd"}, "years", "age");
    add("weeks_in_phase", {"weeks in the phase", "weken in de fase"}, "weeks", "time in the career phase");
    add("fte", {"contract", "contract"}, "FTE", "contract hours over those of full time");
    add("on_leave", {"on leave", "met verlof"}, "1", "1 on leave of any kind or without a post, half hours too; else 0");
    expect(all.size() == kVariables, "every variable is declared");
    return all;
}

void read_workforce_variable(const wellbeing::Scores& scores, std::size_t variable, const Block& block, std::span<float> values) {
    const workforce::WorkforceFields& f = scores.fields();
    const std::size_t n = block.posts();
    const auto copy = [&](auto field, float unit) {
        const auto column = block.person(field);
        for (std::size_t i = 0; i < n; ++i) values[i] = static_cast<float>(column[i]) / unit;
    };
    switch (variable) {
        case kMotivation: copy(f.motivation, 1.0f); return;
        case kExhaustionZ: scores.exhaustion_z(block, values.data(), n); return;
        case kAge: copy(f.age_weeks, static_cast<float>(kWeeksPerYear)); return;
        case kWeeksInPhase: copy(f.weeks_in_phase, 1.0f); return;
        case kFte: copy(f.fte, 1.0f); return;
        case kOnLeave: break;
        default: expect(false, "a variable of the workforce"); return;
    }
    const auto leave = block.person(f.leave_kind);
    for (std::size_t i = 0; i < n; ++i) values[i] = leave[i] != static_cast<std::uint8_t>(workforce::Leave::none) ? 1.0f : 0.0f;
}

}  // namespace bevlogen
