// Fuzzes what is made of results files, whatever stands in them, without HDF5 below: thousands of inputs a second.
#include "tests/fuzz/fuzz_input.hpp"
#include "tests/fuzz/results_reading.hpp"
#include "tests/fuzz/told_results.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace bevlogen;
    const auto bytes = std::as_bytes(std::span(data, size));
    fuzz::read_in_all_ways([&] { return std::make_unique<StoredResults>("told.h5", std::make_unique<fuzz::ToldResults>(bytes)); });
    return 0;
}
