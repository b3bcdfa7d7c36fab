// Fuzzes trials.
#include "sim/study/trial_plan.hpp"
#include "tests/fuzz/fuzz_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace bevlogen::fuzz;
    static const Folder folder;
    const std::filesystem::path file = folder.with("input.toml", {data, size});
    is_accepted([&] {
        const bevlogen::TrialPlan plan = bevlogen::read_trial(file, shelf(), {}, library());
        require(plan.arms.size() >= 2, "an accepted trial has two arms at least");
        for (const bevlogen::TrialAnalysis& analysis : plan.analyses) {
            require(analysis.quantity < plan.design.quantities.size(), "an analysis is of a quantity that is asked");
            require(analysis.wave < plan.design.waves.size(), "an analysis is of a wave");
        }
    });
    return 0;
}
