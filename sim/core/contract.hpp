// Checks of our own promises: a failure is a bug in the program, never a user's mistake.
#pragma once

#include <source_location>
#include <stdexcept>

namespace bevlogen {

// Thrown by a broken contract; caught in main only, which reports it as a bug.
class ContractViolation : public std::logic_error {
  public:
    using std::logic_error::logic_error;
};

[[noreturn]] void report_broken_contract(const char* promise, const std::source_location& where);

inline void expect(bool holds, const char* promise, const std::source_location& where = std::source_location::current()) {
    if (!holds) [[unlikely]]
        report_broken_contract(promise, where);
}

}  // namespace bevlogen
