// Looks for the words in the source.
#include "sim/report/source_kind.hpp"

namespace bevlogen {

SourceKind kind_of_source(std::string_view source) {
    if (source.starts_with("set in ") || source.starts_with("set on ")) return SourceKind::set;
    if (source.starts_with("assumed")) return SourceKind::assumed;
    if (source.find("assumed") != std::string_view::npos) return SourceKind::partly_assumed;
    if (source.find("recalled") != std::string_view::npos) return SourceKind::recalled;
    return SourceKind::published;
}

const char* word_of(SourceKind kind) {
    switch (kind) {
        case SourceKind::partly_assumed: return "partly";
        case SourceKind::assumed: return "assumed";
        case SourceKind::recalled: return "recalled";
        case SourceKind::set: return "set";
        case SourceKind::drawn: return "drawn";
        default: return "published";
    }
}

}  // namespace bevlogen
