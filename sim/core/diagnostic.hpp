// A user's mistakes, collected with their places, so that all of a file are shown at once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bevlogen {

// Where something stands: file, line and column, both from 1; line 0 means the whole file (or the command line).
struct Place {
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

struct Diagnostic {
    Place place;
    std::string message;
};

class Diagnostics {
  public:
    void error(const Place& place, std::string message);

    bool empty() const { return errors_.empty(); }
    std::size_t size() const { return errors_.size(); }
    // Sorted by file (in order of first mention), line and column.
    std::vector<Diagnostic> sorted() const;
    // One line each, `file:line:column: error: message`, then the count: "2 errors, nothing was run."
    std::string report() const;

  private:
    std::vector<Diagnostic> errors_;
};

// Carries the report of a user's mistakes up to main, which prints it and leaves with exit code 2.
class InputError {
  public:
    explicit InputError(Diagnostics diagnostics) : diagnostics_(std::move(diagnostics)) {}
    InputError(const Place& place, std::string message) { diagnostics_.error(place, std::move(message)); }
    const Diagnostics& diagnostics() const { return diagnostics_; }

  private:
    Diagnostics diagnostics_;
};

}  // namespace bevlogen
