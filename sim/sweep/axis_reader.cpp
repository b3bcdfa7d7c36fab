// Finds what a path leads to, and says in which values it is swept.
#include "sim/sweep/axis_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "sim/scenario/keys.hpp"
#include "sim/scenario/overrides.hpp"
#include "sim/scenario/path_suggestion.hpp"
#include "sim/scenario/scenario_paths.hpp"
#include "sim/scenario/strict_table.hpp"
#include "sim/scenario/toml_text.hpp"

namespace bevlogen {
namespace {

const KeyDecl& key(std::string_view name) { return key_named(axis_keys(), name); }
const KeyDecl& distribution_key(std::string_view name) { return key_named(distribution_keys(), name); }

// Where nobody says where a distribution ends: in SDs, or in powers of the factor. Beyond are six of 100,000 values.
constexpr double kEnds = 4.0;

bool is_sweepable(const KeyDecl& decl) {
    return decl.type == KeyType::number || decl.type == KeyType::whole_number || decl.type == KeyType::flag || decl.type == KeyType::word;
}

bool is_countable(const KeyDecl& decl) { return decl.type == KeyType::number || decl.type == KeyType::whole_number; }

// All points of a sweep record the same weeks under the same chance, so that their runs can be told apart by the axes alone.
bool is_common_to_all(std::string_view path) {
    return path.starts_with("time.") || path.starts_with("run.") || path == "title" || path == "question";
}

// A star stands for any letters, dots too.
bool matches(std::string_view path, std::string_view pattern) {
    const std::size_t star = pattern.find('*');
    if (star == std::string_view::npos) return path == pattern;
    if (!path.starts_with(pattern.substr(0, star))) return false;
    for (std::size_t skipped = star; skipped <= path.size(); ++skipped) {
        if (matches(path.substr(skipped), pattern.substr(star + 1))) return true;
    }
    return false;
}

class AxisReader {
  public:
    AxisReader(const TomlValue& tree, const Scenario& base, const Vocabulary& vocabulary, Diagnostics& diagnostics)
        : table_(tree, "[[axis]]", diagnostics), base_(base), vocabulary_(vocabulary), diagnostics_(diagnostics) {}

    std::vector<Axis> read() {
        std::vector<Axis> axes;
        const auto path = table_.text(key("path"));
        const auto label = table_.label(key("label"));
        const std::size_t mistakes = diagnostics_.size();
        if (path) axes = axes_of(*path);
        if (label && axes.size() == 1) axes.front().label = *label;
        if (label && axes.size() > 1)
            diagnostics_.error(table_.place_of("label"), "one label does not fit several axes; name their paths one by one");
        read_spread(axes);
        table_.finish();
        if (diagnostics_.size() > mistakes) axes.clear();
        return axes;
    }

  private:
    std::vector<Axis> axes_of(const std::string& path) {
        const Place& place = table_.place_of("path");
        if (path.find('*') != std::string::npos) return matching(path, place);
        std::vector<std::string> names;
        for (const Intervention& intervention : base_.interventions) names.push_back(intervention.name);
        std::vector<std::string> valid;
        for (const KeyPath& known : scenario_paths(vocabulary_, names)) {
            if (is_common_to_all(known.path)) continue;
            if (known.path != path) {
                valid.push_back(known.path);
            } else if (!is_sweepable(known.key)) {
                diagnostics_.error(place, fmt::format("\"{}\" is neither a number, nor true or false, nor one of a few words", path));
                return {};
            } else {
                return {axis_of(known)};
            }
        }
        if (is_common_to_all(path)) {
            diagnostics_.error(place,
                               fmt::format("\"{}\" is the same for all points of a sweep; set it in the scenario or with --set", path));
        } else {
            diagnostics_.error(place, fmt::format("unknown path \"{}\"{}", path, path_suggestion(path, valid)));
        }
        return {};
    }

    // Parameters that are numbers with a plausible range of some width.
    std::vector<Axis> matching(const std::string& pattern, const Place& place) {
        std::vector<Axis> axes;
        for (const KeyPath& known : parameter_paths(vocabulary_)) {
            if (!matches(known.path, pattern) || !is_countable(known.key)) continue;
            Axis axis = axis_of(known);
            const auto range = plausible(axis);
            if (range && range->first < range->second) axes.push_back(std::move(axis));
        }
        if (axes.empty()) {
            std::vector<std::string> valid;
            for (const KeyPath& known : parameter_paths(vocabulary_)) valid.push_back(known.path);
            const std::string start = pattern.substr(0, pattern.find('*'));
            diagnostics_.error(place, fmt::format("no parameter with a plausible range is called \"{}\"{}", pattern,
                                                  path_suggestion(start.substr(0, start.find_last_of('.')), valid)));
        }
        return axes;
    }

    Axis axis_of(const KeyPath& known) const {
        Axis axis;
        axis.path = known.path;
        axis.description = std::string(known.key.doc);
        axis.key = known.key;
        axis.parameter = vocabulary_.parameters.find(known.path);
        axis.label = axis.parameter ? vocabulary_.parameters.decls()[*axis.parameter].meaning : Label::same(known.path);
        return axis;
    }

    // Of a parameter from its file, of a number of an intervention from its catalogue entry.
    std::optional<std::pair<double, double>> plausible(const Axis& axis) const {
        if (axis.parameter) {
            const ParameterOrigin& origin = base_.parameters.origins[*axis.parameter];
            if (origin.low < origin.high) return std::pair{origin.low, origin.high};
            return std::nullopt;
        }
        for (const Intervention& intervention : base_.interventions) {
            const std::string start = "intervention." + intervention.name + ".";
            if (!axis.path.starts_with(start)) continue;
            const std::string path = axis.path.substr(start.size());
            for (const NumberOrigin& number : intervention.catalogue.numbers) {
                if (number.path == path && number.range) return std::pair{number.range->low, number.range->high};
            }
            for (const Knob& knob : intervention.catalogue.knobs) {
                if (knob.path == path) return std::pair{knob.min, knob.max};
            }
        }
        return std::nullopt;
    }

    void read_spread(std::vector<Axis>& axes) {
        const TomlValue* values = table_.any(key("values"));
        const auto range = table_.range(key("range"));
        const auto scale = table_.word(key("scale"));
        const TomlValue* distribution = table_.table(key("distribution"));
        if (values && (range || distribution || table_.has("scale"))) {
            diagnostics_.error(table_.place(), "an axis has either `values`, or a `range` with its `scale` or `distribution`");
            return;
        }
        if (distribution && table_.has("scale"))
            diagnostics_.error(table_.place_of("scale"), "`scale` is for a range without a distribution");
        for (Axis& axis : axes) {
            if (values) {
                read_values(*values, axis);
            } else {
                read_range(range, axis);
                if (scale && *scale == "log") axis.spread = Spread::log;
                if (distribution) read_distribution(*distribution, range.has_value(), axis);
                check_spread(axis);
            }
        }
    }

    void read_values(const TomlValue& values, Axis& axis) {
        if (!check_kind(values, TomlKind::array, "values", diagnostics_)) return;
        if (values.items.empty()) diagnostics_.error(values.place, "values = [] leaves nothing to run");
        axis.spread = Spread::values;
        for (const TomlValue& item : values.items) {
            const auto value = check_as_number(item, axis.key, diagnostics_);
            if (value) axis.values.push_back(*value);
        }
    }

    void read_range(const std::optional<NumberRange>& range, Axis& axis) {
        if (!is_countable(axis.key)) {
            diagnostics_.error(table_.place_of("path"), fmt::format("\"{}\" takes no range; name its `values`", axis.path));
            return;
        }
        if (range) {
            axis.low = range->low;
            axis.high = range->high;
            return;
        }
        if (table_.has("range")) return;  // wrong, and reported
        if (const auto found = plausible(axis)) {
            axis.low = found->first;
            axis.high = found->second;
        } else if (table_.has("distribution")) {
            axis.low = axis.key.min;
            axis.high = axis.key.max;
        } else {
            diagnostics_.error(
                table_.place_of("path"),
                fmt::format("\"{}\" has no plausible range of its own; name `values`, a `range` or a `distribution`", axis.path));
        }
    }

    void check_spread(const Axis& axis) {
        if (!is_countable(axis.key)) return;
        const Place& place = table_.place_of(table_.has("range") ? "range" : "path");
        for (const double end : {axis.low, axis.high}) {
            if (axis.key.type == KeyType::whole_number && end != std::floor(end)) {
                diagnostics_.error(place, fmt::format("{} = {} (must be a whole number)", axis.path, shortest_number(end)));
            } else if (!axis.key.holds(end))
                diagnostics_.error(place, fmt::format("{} = {} (must lie in {})", axis.path, shortest_number(end), bounds_text(axis.key)));
        }
        if (axis.low >= axis.high && table_.has("range")) diagnostics_.error(place, "a range has some width; `values` takes a single one");
        const bool needs_positive = axis.spread == Spread::log || axis.spread == Spread::lognormal;
        if (needs_positive && axis.low <= 0.0) diagnostics_.error(place, "a logarithm needs a range above 0");
        if (axis.spread == Spread::triangular && (axis.first < axis.low || axis.first > axis.high))
            diagnostics_.error(place, "the mode lies outside of the range");
    }

    void read_distribution(const TomlValue& tree, bool has_range, Axis& axis) {
        StrictTable table(tree, "distribution", diagnostics_);
        const auto kind = table.word(distribution_key("kind"));
        if (!kind) {
            for (const KeyDecl& other : distribution_keys()) {
                if (other.name != "kind") table.number(other);
            }
            table.finish();
            return;
        }
        const auto number = [&](const char* name, double& to) {
            if (!table.has(name)) diagnostics_.error(table.place(), fmt::format("a {} distribution needs `{}`", *kind, name));
            if (const auto value = table.number(distribution_key(name))) to = *value;
        };
        if (*kind == "normal") {
            axis.spread = Spread::normal;
            number("mean", axis.first);
            number("sd", axis.second);
            if (!has_range && axis.second > 0.0) {
                axis.low = std::max(axis.low, axis.first - kEnds * axis.second);
                axis.high = std::min(axis.high, axis.first + kEnds * axis.second);
            }
        } else if (*kind == "lognormal") {
            axis.spread = Spread::lognormal;
            number("median", axis.first);
            number("factor", axis.second);
            if (!has_range && axis.first > 0.0 && axis.second > 1.0) {
                const double four = std::pow(axis.second, kEnds);
                axis.low = std::max(axis.low, axis.first / four);
                axis.high = std::min(axis.high, axis.first * four);
            }
        } else if (*kind == "triangular") {
            axis.spread = Spread::triangular;
            number("mode", axis.first);
        } else {
            axis.spread = Spread::beta;
            number("alpha", axis.first);
            number("beta", axis.second);
        }
        table.finish();
    }

    StrictTable table_;
    const Scenario& base_;
    const Vocabulary& vocabulary_;
    Diagnostics& diagnostics_;
};

std::string distribution_text(const Axis& axis) {
    switch (axis.spread) {
        case Spread::normal:
            return fmt::format("{{ kind = \"normal\", mean = {}, sd = {} }}", toml_number(axis.first), toml_number(axis.second));
        case Spread::lognormal:
            return fmt::format("{{ kind = \"lognormal\", median = {}, factor = {} }}", toml_number(axis.first), toml_number(axis.second));
        case Spread::triangular: return fmt::format("{{ kind = \"triangular\", mode = {} }}", toml_number(axis.first));
        case Spread::beta:
            return fmt::format("{{ kind = \"beta\", alpha = {}, beta = {} }}", toml_number(axis.first), toml_number(axis.second));
        default: return {};
    }
}

}  // namespace

std::vector<Axis> read_axis(const TomlValue& table, const Scenario& base, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
    return AxisReader(table, base, vocabulary, diagnostics).read();
}

std::string axis_text(const Axis& axis) {
    std::string text = fmt::format("[[axis]]\npath = {}\nlabel = {{ en = {}, nl = {} }}\n", toml_string(axis.path),
                                   toml_string(axis.label.en), toml_string(axis.label.nl));
    if (axis.spread == Spread::values) {
        std::vector<std::string> values;
        for (const double value : axis.values) values.push_back(axis.written(value));
        return text + fmt::format("values = [{}]\n", fmt::join(values, ", "));
    }
    text += fmt::format("range = [{}, {}]\n", toml_number(axis.low), toml_number(axis.high));
    if (axis.spread == Spread::log) text += "scale = \"log\"\n";
    const std::string distribution = distribution_text(axis);
    if (!distribution.empty()) text += "distribution = " + distribution + "\n";
    return text;
}

}  // namespace bevlogen
