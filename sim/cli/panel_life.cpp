// Finds the panel in a results file and reads one person's values from it.
#include "sim/cli/panel_life.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <limits>
#include <optional>
#include <utility>

#include "sim/core/diagnostic.hpp"
#include "sim/core/nearest_name.hpp"
#include "sim/record/record_plan.hpp"

namespace bevlogen {
namespace {

constexpr std::string_view kSuffix = "_panel";

bool is_panel(const StoredVariable& variable) {
    const auto& d = variable.dimensions;
    return variable.name.ends_with(kSuffix) && variable.type == "int16" && d.size() == 3 && d[0].name == "scenario" &&
           d[1].name == "panel_week" && d[2].name == "panel_person";
}

template <class T>
std::vector<T> numbers_of(const StoredValues& values) {
    std::vector<T> numbers(values.bytes.size() / sizeof(T));
    if (!numbers.empty()) std::memcpy(numbers.data(), values.bytes.data(), numbers.size() * sizeof(T));
    return numbers;
}

std::string text_of(const std::vector<StoredAttribute>& attributes, std::string_view name) {
    const auto found = std::find_if(attributes.begin(), attributes.end(), [&](const StoredAttribute& a) { return a.name == name; });
    return found == attributes.end() ? "" : found->text;
}

TraceDecl declared_by_file(const StoredVariable& variable) {
    TraceDecl decl;
    decl.name = variable.name.substr(0, variable.name.size() - kSuffix.size());
    decl.label = {text_of(variable.attributes, "long_name"), text_of(variable.attributes, "long_name_nl")};
    if (decl.label.en.empty()) decl.label.en = decl.name;
    decl.unit = text_of(variable.attributes, "units");
    return decl;
}

// A whole number, of which the bits may be meant: identities are stored as signed numbers.
std::optional<std::int64_t> whole_number(const std::string& word) {
    const char* const end = word.data() + word.size();
    std::int64_t number = 0;
    if (const auto read = std::from_chars(word.data(), end, number); read.ec == std::errc{} && read.ptr == end) return number;
    std::uint64_t large = 0;
    if (const auto read = std::from_chars(word.data(), end, large); read.ec == std::errc{} && read.ptr == end) {
        return static_cast<std::int64_t>(large);
    }
    return std::nullopt;
}

std::uint64_t distance(std::int64_t a, std::int64_t b) {
    const auto x = static_cast<std::uint64_t>(a);
    const auto y = static_cast<std::uint64_t>(b);
    return x > y ? x - y : y - x;
}

}  // namespace

StoredPanel::StoredPanel(const StoredResults& results, const ModelShelf& shelf) : results_(results) {
    std::vector<const StoredVariable*> found;
    for (const StoredVariable& variable : results.variables()) {
        if (is_panel(variable)) found.push_back(&variable);
    }
    if (const Model* model = shelf.find(text_of(results.attributes(), "model"))) {
        for (const TraceDecl& decl : model->traces()) {
            const auto at =
                std::find_if(found.begin(), found.end(), [&](const StoredVariable* v) { return v->name == decl.name + "_panel"; });
            if (at == found.end()) continue;
            followed_.push_back({decl, *at});
            found.erase(at);
        }
    }
    for (const StoredVariable* variable : found) followed_.push_back({declared_by_file(*variable), variable});
    const StoredVariable* weeks = results.find("panel_week");
    const StoredVariable* persons = results.find("panel_person");
    const StoredVariable* scenarios = results.find("scenario");
    if (followed_.empty() || weeks == nullptr || persons == nullptr || scenarios == nullptr) {
        throw InputError({results.path().string(), 0, 0}, "follows no panel of persons (nothing in it is called ..._panel)");
    }
    const std::vector<std::int32_t> looks = numbers_of<std::int32_t>(results.read(*weeks));
    weeks_.assign(looks.begin(), looks.end());
    persons_ = numbers_of<std::int64_t>(results.read(*persons));
    scenarios_ = results.read(*scenarios).texts;
    replicate_ = text_of(followed_.front().variable->attributes, "replicate");
}

PanelPerson StoredPanel::person(const std::string& word) const {
    if (word == "first") return {0, persons_.front()};
    const Place place{"--person", 0, 0};
    const std::optional<std::int64_t> number = whole_number(word);
    if (!number) {
        throw InputError(place,
                         fmt::format("\"{}\" is neither first, nor a number from 1 to {}, nor an id (see panel_person)", word, size()));
    }
    const auto at = std::find(persons_.begin(), persons_.end(), *number);
    if (at != persons_.end()) return {static_cast<std::size_t>(at - persons_.begin()), *at};
    if (*number >= 1 && static_cast<std::uint64_t>(*number) <= size()) {
        const auto index = static_cast<std::size_t>(*number - 1);
        return {index, persons_[index]};
    }
    std::vector<std::int64_t> nearest = persons_;
    const auto shown = static_cast<std::ptrdiff_t>(std::min<std::size_t>(3, size()));
    std::partial_sort(nearest.begin(), nearest.begin() + shown, nearest.end(), [&](std::int64_t a, std::int64_t b) {
        return std::pair(distance(a, *number), a) < std::pair(distance(b, *number), b);
    });
    nearest.resize(static_cast<std::size_t>(shown));
    throw InputError(place, fmt::format("{} is not in the panel, which has {} persons: say a number from 1 to {}, or an id (nearest: {})",
                                        word, size(), size(), fmt::join(nearest, ", ")));
}

std::size_t StoredPanel::scenario(const std::string& name) const {
    const auto found = std::find(scenarios_.begin(), scenarios_.end(), name);
    if (found != scenarios_.end()) return static_cast<std::size_t>(found - scenarios_.begin());
    throw InputError({"--scenario", 0, 0}, fmt::format("the file has no scenario \"{}\"{}", name, suggestion(name, scenarios_)));
}

Life StoredPanel::life(const PanelPerson& person, std::size_t scenario) const {
    Life life{scenarios_[scenario], weeks_, weeks_.front(), {}};  // looks begin one step after the burn-in
    const std::size_t first[] = {scenario, 0, person.index};
    const std::size_t count[] = {1, weeks_.size(), 1};
    for (const Followed& followed : followed_) {
        LifeTrace& trace = life.traces.emplace_back(LifeTrace{followed.decl, {}});
        for (const std::int16_t stored : numbers_of<std::int16_t>(results_.read(*followed.variable, first, count))) {
            trace.values.push_back(stored == kNoValue ? std::numeric_limits<float>::quiet_NaN() : static_cast<float>(stored) * kStoredStep);
        }
    }
    return life;
}

}  // namespace bevlogen
