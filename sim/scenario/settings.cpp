// Turns values into overrides.
#include "sim/scenario/settings.hpp"

#include <fmt/format.h>

#include "sim/scenario/toml_text.hpp"

namespace bevlogen {
namespace {

void read_below(const TomlValue& table, const std::string& start, std::vector<Override>& settings, Diagnostics& diagnostics) {
    for (const TomlEntry& entry : table.entries) {
        const std::string path = start.empty() ? entry.key : start + "." + entry.key;
        switch (entry.value.kind) {
            case TomlKind::table: read_below(entry.value, path, settings, diagnostics); break;
            case TomlKind::text: settings.push_back({path, toml_string(entry.value.text)}); break;
            case TomlKind::whole_number: settings.push_back({path, std::to_string(entry.value.whole)}); break;
            case TomlKind::number: settings.push_back({path, toml_number(entry.value.number)}); break;
            case TomlKind::truth: settings.push_back({path, entry.value.truth ? "true" : "false"}); break;
            default:
                diagnostics.error(entry.value.place, fmt::format("{} is set to {}; a number, a word, true or false can be set here", path,
                                                                 in_words(entry.value.kind)));
        }
    }
}

}  // namespace

std::vector<Override> read_settings(const TomlValue& table, Diagnostics& diagnostics) {
    std::vector<Override> settings;
    read_below(table, "", settings, diagnostics);
    return settings;
}

}  // namespace bevlogen
