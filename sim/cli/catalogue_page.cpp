// Words each entry of the catalogue, and lists its numbers.
#include "sim/cli/catalogue_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>

#include "sim/cli/terminal.hpp"
#include "sim/scenario/first_comment.hpp"
#include "sim/scenario/lever_slots.hpp"
#include "sim/scenario/number_origins.hpp"
#include "sim/scenario/read.hpp"

namespace bevlogen {
namespace {

namespace fs = std::filesystem;

// "350,000"
std::string euros(double amount) {
    std::string digits = fmt::format("{:.0f}", amount);
    for (std::size_t place = digits.size(); place > 3;) digits.insert(place -= 3, ",");
    return digits;
}

std::string costs_of(const CatalogueFile& entry) {
    const Intervention& it = entry.intervention;
    const FixedCosts& costs = it.catalogue.costs;
    std::vector<std::string> parts;
    if (costs.one_off_euro > 0) parts.push_back("EUR " + euros(costs.one_off_euro) + " once");
    if (costs.euro_per_year > 0) parts.push_back("EUR " + euros(costs.euro_per_year) + " a year");
    if (costs.euro_per_person_year > 0) parts.push_back("EUR " + euros(costs.euro_per_person_year) + " a person and year");
    if (parts.empty()) return "none beside those of what it does";
    std::string text = fmt::format("{}", fmt::join(parts, ", "));
    const std::vector<PayerDecl>& payers = entry.vocabulary->payers;
    if (!payers.empty()) text += "; " + payers[costs.payer].label.en;
    return text;
}

// "hospital decides; department pays; department, hospital must agree"
std::string who_of(const Intervention& it) {
    std::vector<std::string> parts;
    const auto add = [&](const std::vector<std::string>& who, const char* does) {
        if (!who.empty()) parts.push_back(fmt::format("{}: {}", does, fmt::join(who, ", ")));
    };
    add(it.catalogue.decides, "decides");
    add(it.catalogue.pays, "pays");
    add(it.catalogue.must_agree, "must agree");
    return fmt::format("{}", fmt::join(parts, "; "));
}

std::string value_text(const LeverKey& key, double value) {
    return key.kind == LeverKeyKind::word ? key.words[static_cast<std::size_t>(value)] : fmt::format("{}", value);
}

// "sessions 6", "released", "no rematch", "price_person 0 (coassistent), 150 (anios, aios)"; nothing where it is not set.
std::string setting_text(const LeverKey& key, std::span<const double> values, std::span<const ScopeAxis> axes) {
    if (std::none_of(values.begin(), values.end(), is_set)) return {};
    const bool is_one = std::all_of(values.begin(), values.end(), [&](double value) { return value == values.front(); });
    if (is_one && key.kind == LeverKeyKind::flag) return values.front() != 0.0 ? key.name : "no " + key.name;
    if (is_one) return key.name + " " + value_text(key, values.front());
    std::vector<std::string> parts;
    for (std::size_t v = 0; v < values.size(); ++v) {
        const bool is_new = std::find(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(v), values[v]) ==
                            values.begin() + static_cast<std::ptrdiff_t>(v);
        if (!is_new || !is_set(values[v])) continue;
        std::vector<std::string> names;
        for (std::size_t other = v; other < values.size(); ++other) {
            if (values[other] == values[v]) names.push_back(axes[*key.axis].values[other]);
        }
        parts.push_back(fmt::format("{} ({})", value_text(key, values[v]), fmt::join(names, ", ")));
    }
    return fmt::format("{} {}", key.name, fmt::join(parts, ", "));
}

// Whether one of the entry's numbers is this key, or one value of it.
bool is_named(const Intervention& it, const std::string& path) {
    return std::any_of(it.catalogue.numbers.begin(), it.catalogue.numbers.end(),
                       [&](const NumberOrigin& number) { return number.path == path || number.path.starts_with(path + "."); });
}

// What it sets otherwise than usual, and the numbers whose origin it tells: "`coaching`: sessions 6, released".
std::string lever_text(const LeverSetting& setting, const CatalogueFile& entry) {
    const Vocabulary& vocabulary = *entry.vocabulary;
    const LeverDecl& lever = vocabulary.levers[setting.lever];
    std::vector<std::string> keys;
    for (std::size_t k = 0; k < lever.keys.size(); ++k) {
        const LeverKey& key = lever.keys[k];
        const auto values =
            std::span(setting.values).subspan(lever_slot(vocabulary.scope_axes, lever, k), key_slots(vocabulary.scope_axes, key));
        const bool is_usual = std::all_of(values.begin(), values.end(), [&](double value) { return value == key.fallback; });
        if (is_usual && !is_named(entry.intervention, lever.name + "." + key.name)) continue;
        if (std::string text = setting_text(key, values, vocabulary.scope_axes); !text.empty()) keys.push_back(std::move(text));
    }
    return fmt::format("`{}`: {}", lever.name, keys.empty() ? std::string("as usual") : fmt::format("{}", fmt::join(keys, ", ")));
}

std::string levers_of(const CatalogueFile& entry) {
    const Intervention& it = entry.intervention;
    std::vector<std::string> parts;
    for (const LeverSetting& setting : it.levers) parts.push_back(lever_text(setting, entry));
    for (const InterventionChange& change : it.changes) {
        for (const LeverSetting& setting : change.levers)
            parts.push_back(fmt::format("from week {} {}", change.at.value, lever_text(setting, entry)));
    }
    if (it.schedule.ramp > Week{0}) parts.push_back(fmt::format("in full after {} weeks", it.schedule.ramp.value));
    return fmt::format("{}", fmt::join(parts, "; "));
}

// "phases anios, aios; hospitals academic"
std::string scope_of(const CatalogueFile& entry) {
    const Intervention& it = entry.intervention;
    std::vector<std::string> parts;
    for (std::size_t a = 0; a < it.scope.axes.size(); ++a) {
        const ScopeAxis& axis = entry.vocabulary->scope_axes[a];
        std::vector<std::string> in;
        for (std::size_t v = 0; v < axis.values.size(); ++v) {
            if (it.scope.axes[a] >> v & 1u) in.push_back(axis.values[v]);
        }
        if (in.size() < axis.values.size()) parts.push_back(fmt::format("{} {}", axis.key, fmt::join(in, ", ")));
    }
    if (it.scope.where) parts.push_back(entry.vocabulary->predicates[*it.scope.where].label.en);
    const auto add_share = [&](double share, const char* of) {
        if (share < 1.0) parts.push_back(fmt::format("{} {}", share, of));
    };
    add_share(it.scope.team_share, "of the teams");
    add_share(it.scope.coverage, "of the persons");
    add_share(it.uptake, "take part");
    return parts.empty() ? "everybody" : fmt::format("{}", fmt::join(parts, "; "));
}

// One value, or those that differ by the names of an axis from the lowest to the highest.
std::string value_of(const CatalogueFile& entry, const NumberOrigin& number) {
    const std::vector<double> values = values_at(entry.intervention, number.path, *entry.vocabulary);
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    if (low == values.end()) return {};
    return *low == *high ? fmt::format("{}", *low) : fmt::format("{} to {}", *low, *high);
}

std::string row(const std::vector<std::string>& cells) {
    std::string text = "|";
    for (std::string cell : cells) {
        for (std::size_t bar = cell.find('|'); bar != std::string::npos; bar = cell.find('|', bar + 2)) cell.insert(bar, "\\");
        text += " " + cell + (cell.empty() ? "|" : " |");
    }
    return text + "\n";
}

std::string head(const std::vector<std::string>& columns) { return row(columns) + row(std::vector<std::string>(columns.size(), "---")); }

struct Level {
    const char* name;
    const char* heading;
};
constexpr Level kLevels[] = {
    {"individual", "Individual level"}, {"organisational", "Organisational level"}, {"national", "National level"}};

// Those of a level, if there are any.
void for_each_level(std::span<const CatalogueFile> entries,
                    const std::function<void(const Level&, const std::vector<const CatalogueFile*>&)>& tell) {
    for (const Level& level : kLevels) {
        std::vector<const CatalogueFile*> of_level;
        for (const CatalogueFile& entry : entries) {
            if (entry.intervention.level == level.name) of_level.push_back(&entry);
        }
        if (!of_level.empty()) tell(level, of_level);
    }
}

std::string numbers_table(const std::vector<const CatalogueFile*>& entries) {
    std::string text = head({"entry", "number", "value", "from", "plausible range", "note"});
    for (const CatalogueFile* entry : entries) {
        const Intervention& it = entry->intervention;
        for (const NumberOrigin& number : it.catalogue.numbers) {
            const std::string range = number.range ? fmt::format("{} to {}", number.range->low, number.range->high) : std::string();
            text +=
                row({it.name, "`" + number.path + "`", value_of(*entry, number), std::string(word_of(number.from)), range, number.note});
        }
    }
    return text;
}

// Read with the first vocabulary that knows its words.
CatalogueFile read_entry(const fs::path& file, std::span<const Vocabulary* const> vocabularies) {
    std::optional<InputError> as_first;
    for (const Vocabulary* vocabulary : vocabularies) {
        try {
            return {first_comment(file), read_intervention_file(file, *vocabulary), vocabulary};
        } catch (const InputError& error) {
            if (!as_first) as_first = error;
        }
    }
    throw *as_first;
}

}  // namespace

std::vector<CatalogueFile> read_catalogue(const fs::path& folder, std::span<const Vocabulary* const> vocabularies) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<CatalogueFile> entries;
    Diagnostics diagnostics;
    for (const fs::path& file : files) {
        try {
            entries.push_back(read_entry(file, vocabularies));
        } catch (const InputError& error) {
            for (const Diagnostic& d : error.diagnostics().sorted()) diagnostics.error(d.place, d.message);
        }
    }
    if (!diagnostics.empty()) throw InputError(diagnostics);
    return entries;
}

std::string catalogue_text(std::span<const CatalogueFile> entries) {
    std::string text;
    for_each_level(entries, [&](const Level& level, const std::vector<const CatalogueFile*>& of_level) {
        text += bold(level.heading) + "\n";
        for (const CatalogueFile* entry : of_level) {
            const Intervention& it = entry->intervention;
            text += fmt::format("  {}\n    {}\n    for {}: {}\n    {}\n    {}\n", bold(it.name), entry->about, scope_of(*entry),
                                levers_of(*entry), who_of(it), costs_of(*entry));
        }
    });
    std::erase(text, '`');  // marks of the page
    return text;
}

std::string catalogue_markdown(std::span<const CatalogueFile> entries) {
    std::string text;
    for_each_level(entries, [&](const Level& level, const std::vector<const CatalogueFile*>& of_level) {
        text += fmt::format("## {}\n\n", level.heading);
        text += head({"entry", "what it is", "for whom", "levers and values", "who", "fixed costs; payer", "source"});
        for (const CatalogueFile* entry : of_level) {
            const Intervention& it = entry->intervention;
            text += row({"`" + it.name + "`", entry->about, scope_of(*entry), levers_of(*entry), who_of(it), costs_of(*entry), it.source});
        }
        text += fmt::format("\n### Numbers of the {}\n\n", std::string(level.name) + " level") + numbers_table(of_level) + "\n";
    });
    if (text.ends_with("\n\n")) text.pop_back();
    return text;
}

}  // namespace bevlogen
