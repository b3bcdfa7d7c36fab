// Fuzzes calibrations with their targets.
#include "sim/calibrate/calibration_plan.hpp"
#include "tests/fuzz/fuzz_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace bevlogen::fuzz;
    static const Folder folder;
    const std::filesystem::path file = folder.with("input.toml", {data, size});
    is_accepted([&] {
        const bevlogen::CalibrationPlan plan = bevlogen::read_calibration(file, shelf(), {}, library());
        require(plan.parts() > 0 && !plan.parameters().empty(), "an accepted calibration fits something to something");
    });
    return 0;
}
