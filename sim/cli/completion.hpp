// What a shell may offer after the words that stand on the command line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/cli/context.hpp"

namespace bevlogen {

// Words that may stand in place of the last of `words`, which is the beginning of one (or empty); `words` are those after the program's
// name. Empty where the shell should offer files.
std::vector<std::string> completions(const CLI::App& program, const Context& context, const std::vector<std::string>& words);

// The words of `bevlogen completion --words -- WORD...`, by which a shell's script asks; nothing where this is another command line. They
// are looked at before the command line is parsed, since they are the beginning of another.
std::optional<std::vector<std::string>> words_to_complete(int argc, const char* const* argv);

}  // namespace bevlogen
