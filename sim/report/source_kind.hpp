// How well a parameter's value is founded, by what its source says.
#pragma once

#include <cstddef>
#include <string_view>

namespace bevlogen {

enum class SourceKind {
    published,       // an author and year, a document, a definition, or derived from such
    partly_assumed,  // published in part: the direction, say, and the size assumed
    assumed,
    recalled,  // published, and given from memory
    set,       // by the user, in a scenario file or on the command line
    drawn,     // from a file of draws
};
inline constexpr std::size_t kSourceKinds = 6;

// Sources say so themselves: "assumed: ...", "Westman 2011 (sign); size assumed", "... (recalled)", "set in my-policy.toml".
SourceKind kind_of_source(std::string_view source);
// "published", "partly", "assumed", "recalled", "set", "drawn".
const char* word_of(SourceKind kind);

}  // namespace bevlogen
