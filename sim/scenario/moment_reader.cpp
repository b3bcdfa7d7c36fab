// Turns { week = 26 } or { year = 0.5 } into weeks.
#include "sim/scenario/moment_reader.hpp"

#include <cmath>
#include <string>
#include <vector>

#include "sim/scenario/keys.hpp"
#include "sim/scenario/toml_text.hpp"

namespace bevlogen {
namespace {

// What a bare number was probably meant to be: 52 -> { week = 52 }, and of a ramp { weeks = 52 }.
std::string example_for(const TomlValue& written, std::string_view name) {
    const std::string unit = name == "ramp" ? "weeks" : "week";
    const bool is_week = written.is(TomlKind::whole_number) && written.whole >= 0;
    return "{ " + unit + " = " + (is_week ? std::to_string(written.whole) : "26") + " }";
}

}  // namespace

std::optional<Week> read_moment(StrictTable& owner, const KeyDecl& moment, Diagnostics& diagnostics) {
    const TomlValue* value = owner.any(moment);
    if (!value) return std::nullopt;
    const std::string name(moment.name);
    if (!value->is(TomlKind::table)) {
        diagnostics.error(value->place, wrong_kind(name, TomlKind::table, *value) + ", such as " + example_for(*value, name));
        return std::nullopt;
    }
    StrictTable table(*value, name, diagnostics);
    std::optional<Week> week;
    std::vector<std::string> named;
    for (const KeyDecl& unit : moment_keys()) {
        if (table.has(unit.name)) named.emplace_back(unit.name);
        if (unit.type == KeyType::whole_number) {
            if (const auto weeks = table.whole_number(unit)) week = Week{static_cast<std::int32_t>(*weeks)};
        } else if (const auto years = table.number(unit)) {
            week = Week{static_cast<std::int32_t>(std::lround(*years * kWeeksPerYear))};
        }
    }
    table.finish();
    if (named.size() > 1) {
        diagnostics.error(value->place, name + " names both " + named[0] + " and " + named[1] + " (one says it)");
        return std::nullopt;
    }
    if (value->entries.empty()) {
        diagnostics.error(value->place, name + " is empty (name weeks or years, such as { week = 26 } or { year = 0.5 })");
    }
    return week;
}

}  // namespace bevlogen
