// Makes seeds of results_contents: tell_results RESULTS.h5 SEED.
#include <cstdio>
#include <fstream>

#include "sim/core/diagnostic.hpp"
#include "tests/fuzz/told_results.hpp"

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    try {
        const std::vector<std::byte> bytes = bevlogen::fuzz::told(bevlogen::StoredResults(argv[1]));
        std::ofstream out(argv[2], std::ios::binary | std::ios::trunc);
        out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        return out.good() ? 0 : 3;
    } catch (const bevlogen::InputError& error) {
        std::fputs(error.diagnostics().report().c_str(), stderr);
        return 2;
    }
}
