// Reads columns of a block, in the units in which people speak of them.
#include "models/catalog/workforce_variables.hpp"

#include <algorithm>

#include "models/workforce/work_factors.hpp"
#include "sim/core/contract.hpp"
#include "sim/core/week.hpp"

namespace bevlogen {
namespace {

using workforce::Resource;

enum : std::size_t {
    kMotivation,
    kExhaustionZ,
    kAge,
    kWeeksInPhase,
    kFte,
    kOnLeave,
    kLearningClimate,
    kOvertime,
    kAdministrationHours,
    kVariables
};

// Points of the SPEED (1 to 5), which asks for content, atmosphere and organisation of a training place: mean and SD of about its reports
// among Dutch residents, assumed. The mean of four factors has an SD of about kClimateSd.
constexpr float kSpeedMean = 3.9f, kSpeedSd = 0.5f, kClimateSd = 0.62f;

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
    add("learning_climate", {"learning climate", "leerklimaat"}, "points",
        "development, supervisor, colleagues and work content in points of the SPEED, 1 to 5; without error of the questionnaire");
    add("overtime", {"overtime", "overwerk"}, "hours per week", "hours worked this week beyond those of the contract");
    add("administration_hours", {"hours of administration", "uren administratie"}, "hours per week",
        "hours worked this week times the usual share of administration in the phase");
    expect(all.size() == kVariables, "every variable is declared");
    return all;
}

void read_workforce_variable(const wellbeing::Scores& scores, const workforce::WorkParameters& work, std::size_t variable,
                             const Block& block, std::span<float> values) {
    const workforce::WorkforceFields& f = scores.fields();
    const std::size_t n = block.posts();
    const auto copy = [&](auto field, float unit) {
        const auto column = block.person(field);
        for (std::size_t i = 0; i < n; ++i) values[i] = static_cast<float>(column[i]) / unit;
    };
    const auto hours = block.person(f.hours_worked);
    const auto phase = block.person(f.phase);
    switch (variable) {
        case kMotivation: copy(f.motivation, 1.0f); return;
        case kExhaustionZ: scores.exhaustion_z(block, values.data(), n); return;
        case kAge: copy(f.age_weeks, static_cast<float>(kWeeksPerYear)); return;
        case kWeeksInPhase: copy(f.weeks_in_phase, 1.0f); return;
        case kFte: copy(f.fte, 1.0f); return;
        case kOnLeave: {
            const auto leave = block.person(f.leave_kind);
            for (std::size_t i = 0; i < n; ++i) values[i] = leave[i] != static_cast<std::uint8_t>(workforce::Leave::none) ? 1.0f : 0.0f;
            return;
        }
        case kLearningClimate: {
            std::fill_n(values.begin(), n, 0.0f);
            for (const Resource one :
                 {Resource::development, Resource::supervisor_support, Resource::colleague_support, Resource::work_content}) {
                const auto factor = block.person(f.factor[workforce::factor_of(one)]);
                for (std::size_t i = 0; i < n; ++i) values[i] += factor[i] * (kSpeedSd / kClimateSd / 4.0f);
            }
            for (std::size_t i = 0; i < n; ++i) values[i] = std::clamp(kSpeedMean + values[i], 1.0f, 5.0f);
            return;
        }
        case kOvertime: {
            const auto fte = block.person(f.fte);
            for (std::size_t i = 0; i < n; ++i) values[i] = hours[i] - work.contract_hours[phase[i]] * fte[i];
            return;
        }
        case kAdministrationHours:
            for (std::size_t i = 0; i < n; ++i) values[i] = hours[i] * work.administration_share[phase[i]];
            return;
        default: expect(false, "a variable of the workforce");
    }
}

}  // namespace bevlogen
