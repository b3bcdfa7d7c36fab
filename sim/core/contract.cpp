// Words a broken contract with its place in the source.
#include "sim/core/contract.hpp"

#include <string>

namespace bevlogen {

void report_broken_contract(const char* promise, const std::source_location& where) {
    throw ContractViolation(std::string(where.file_name()) + ":" + std::to_string(where.line()) + ": " + where.function_name() +
                            ": broken contract: " + promise);
}

}  // namespace bevlogen
