// A trial as its file says it: a world, who takes part, the arms, the waves, and what is published.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/engine/vocabularies.hpp"
#include "sim/scenario/read.hpp"
#include "sim/study/trial_world.hpp"

namespace bevlogen {

struct TrialArm {
    std::string name;
    Label label;
};

struct PublishedValue {
    std::optional<double> value{};        // nothing where only a range follows from what was published
    std::optional<double> low{}, high{};  // 95 % interval of the value; without one the range
    std::string words;

    // Whether the value, or a part of the range, lies between the two.
    bool is_between(double from, double to) const {
        return value ? *value >= from && *value <= to : low.value_or(from) <= to && high.value_or(to) >= from;
    }
};

struct TrialAnalysis {
    std::string name;
    Label label;
    AnalysisRule rule;
    std::size_t quantity = 0;  // indices into the design's quantities and waves
    std::size_t wave = 0;
    std::uint8_t arm = 1, control = 2;
    std::optional<std::size_t> took_part{};  // index into the design's quantities
    std::optional<PublishedValue> published{};
};

struct TrialPlan {
    std::string name;  // the file's stem
    Label title, question;
    std::string source;
    std::string text;  // the file as read
    Scenario with;     // with the interventions of the arms
    Scenario without;  // the same world without them
    TrialDesign design;
    std::vector<TrialArm> arms;
    std::vector<TrialAnalysis> analyses;
};

// Reads `file` and the scenario that it names; overrides are of the scenario and come last. Throws InputError with every mistake.
TrialPlan read_trial(const std::filesystem::path& file, const ModelShelf& shelf, std::span<const Override> overrides,
                     const std::filesystem::path& library);

}  // namespace bevlogen
