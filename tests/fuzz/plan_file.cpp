// Fuzzes comparisons and plans of sweeps: an accepted plan is read again, from its resolved text, as the same.
#include "sim/sweep/plan.hpp"
#include "sim/sweep/runner.hpp"
#include "tests/fuzz/fuzz_input.hpp"

namespace bevlogen::fuzz {
namespace {

void read_as_comparison(const std::filesystem::path& file) {
    Comparison comparison;
    if (!is_accepted([&] { comparison = read_comparison(file, library()); })) return;
    for (const PolicyAlone& policy : comparison.policies) is_accepted([&] { read_policy_alone(policy, vocabularies(), {}, library()); });
}

void read_as_sweep(const std::filesystem::path& file) {
    SweepPlan plan;
    if (!is_accepted([&] { plan = read_sweep_plan(file, shelf(), {}, library()); })) return;
    if (!is_accepted([&] { check_sweep(plan, shelf()); })) return;
    const Model& model = *shelf().find(plan.base.model);
    const std::string text = resolved_plan_text(plan, model);
    std::string again;
    require(is_accepted([&] { again = resolved_plan_text(parse_sweep_plan(text, plan.base.resolved, "resolved", shelf()), model); }),
            "a resolved plan is a plan");
    require(text == again, "a resolved plan is read as what it was made of");
}

}  // namespace
}  // namespace bevlogen::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace bevlogen::fuzz;
    static const Folder folder;
    const std::filesystem::path file = folder.with("input.toml", {data, size});
    read_as_comparison(file);
    read_as_sweep(file);
    return 0;
}
