// Fuzzes the bytes of results files, with HDF5 below: whatever it makes of them stays in the process that reads. What is made of contents
// is fuzzed by results_contents, many times as fast.
#include "sim/record/stored_results.hpp"
#include "tests/fuzz/fuzz_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace bevlogen;
    static const fuzz::Folder folder;
    const std::filesystem::path file = folder.with("input.h5", {data, size});
    fuzz::is_accepted([&] {
        const StoredResults results(file);
        for (const StoredVariable& variable : results.variables()) fuzz::is_accepted([&] { results.read(variable); });
    });
    return 0;
}
