// Fuzzes the command line, a line an argument; what only prints is carried out.
#include <algorithm>
#include <array>
#include <sstream>

#include "sim/cli/program.hpp"
#include "tests/fuzz/fuzz_input.hpp"

namespace bevlogen::fuzz {
namespace {

constexpr std::array<std::string_view, 4> kPrints = {"list", "describe", "schema", "completion"};
constexpr std::size_t kMostArguments = 64;

std::vector<std::string> arguments_in(std::span<const std::uint8_t> input) {
    std::vector<std::string> arguments = {"bevlogen"};
    std::istringstream lines(std::string(input.begin(), input.end()));
    for (std::string line; arguments.size() < kMostArguments && std::getline(lines, line);)
        arguments.push_back(line.substr(0, line.find('\0')));
    return arguments;
}

// Without a file to read: what stands in files is for the other fuzzers.
bool only_prints(const std::vector<std::string>& arguments) {
    const auto names_file = [](const std::string& argument) {
        return argument.find('/') != std::string::npos || argument.starts_with("--s") || argument.starts_with("--r");
    };
    return arguments.size() > 1 && std::find(kPrints.begin(), kPrints.end(), arguments[1]) != kPrints.end() &&
           std::none_of(arguments.begin(), arguments.end(), names_file);
}

}  // namespace
}  // namespace bevlogen::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace bevlogen;
    const std::vector<std::string> arguments = fuzz::arguments_in({data, size});
    std::vector<const char*> words;
    for (const std::string& argument : arguments) words.push_back(argument.c_str());
    const int count = static_cast<int>(words.size());
    const int checked = check_arguments(count, words.data(), fuzz::shelf());
    fuzz::require(checked == kExitDone || checked == kExitUserInput, "arguments are right or wrong");
    if (checked != kExitDone || !fuzz::only_prints(arguments)) return 0;
    const int done = run_program(count, words.data(), [] {
        return std::shared_ptr<const ModelShelf>(std::shared_ptr<void>(), &fuzz::shelf());  // which lives on
    });
    fuzz::require(done == kExitDone || done == kExitUserInput, "what only prints does not fail");
    return 0;
}
