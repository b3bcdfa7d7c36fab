// A results file as bytes of our own, without HDF5: contents, then the values of each variable as a whole.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "sim/record/stored_contents.hpp"
#include "sim/record/stored_results.hpp"

namespace bevlogen::fuzz {

// What bytes say of a results file; where they have too few values the others are 0, or empty.
class ToldResults : public ResultsSource {
  public:
    explicit ToldResults(std::span<const std::byte> bytes) : bytes_(bytes) {}
    StoredContents contents() override;
    StoredValues read(const StoredVariable& variable, const StoredBox& box) override;

  private:
    std::span<const std::byte> bytes_;
    std::vector<std::string> names_;
    std::vector<std::vector<std::byte>> values_;
};

// The bytes of a healthy file.
std::vector<std::byte> told(const StoredResults& results);

}  // namespace bevlogen::fuzz
