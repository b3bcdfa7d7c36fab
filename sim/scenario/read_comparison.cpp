// Reads comparison files, and tells what a file of ours is.
#include "sim/scenario/file_kind.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/moment_reader.hpp"
#include "sim/scenario/read.hpp"
#include "sim/scenario/source_files.hpp"
#include "sim/scenario/strict_table.hpp"
#include "sim/scenario/toml_text.hpp"
#include "sim/scenario/top_file.hpp"

namespace bevlogen {
namespace {

namespace fs = std::filesystem;

const KeyDecl& key(std::string_view name) { return key_named(comparison_keys(), name); }

class ComparisonReader {
  public:
    ComparisonReader(const TopFile& top, SourceFiles& files, Diagnostics& diagnostics)
        : top_(top), folder_(folder_of(top.path)), table_(top.tree, "", diagnostics), files_(files), diagnostics_(diagnostics) {}

    Comparison read() {
        comparison_.name = top_.path.stem().string();
        comparison_.title = table_.label(key("title")).value_or(Label::same(comparison_.name));
        comparison_.question = table_.label(key("question")).value_or(Label{});
        if (const auto base = table_.text(key("base"))) {
            if (const auto path = files_.locate(*base, folder_, table_.place_of("base"))) {
                comparison_.base = *path;
                named_.push_back(*path);
            }
        }
        const bool has_entries = table_.has("interventions");
        read_alternatives(has_entries);
        start_ = read_moment(table_, key("start"), diagnostics_).value_or(Week{0});
        mandate_ = table_.flag(key("mandate"));
        if (table_.texts(key("interventions"))) read_policies();
        for (const char* of_entries : {"start", "mandate"}) {
            if (!has_entries && table_.has(of_entries)) {
                diagnostics_.error(table_.place_of(of_entries), std::string(of_entries) + " is for `interventions`, and there are none");
            }
        }
        table_.finish();
        return std::move(comparison_);
    }

  private:
    void read_alternatives(bool has_entries) {
        if (!table_.has("alternatives") && !has_entries) {
            diagnostics_.error(table_.place(), "\"alternatives\" is missing: " + std::string(key("alternatives").doc) +
                                                   "; or `interventions`: " + std::string(key("interventions").doc));
        }
        if (!table_.texts(key("alternatives"))) return;
        const TomlValue& named = *top_.tree.find("alternatives");
        if (named.items.empty()) diagnostics_.error(named.place, "alternatives = [] compares nothing (name at least one scenario)");
        for (const TomlValue& item : named.items) {
            if (const auto path = new_file(item)) comparison_.alternatives.push_back(*path);
        }
    }

    void read_policies() {
        const TomlValue& named = *top_.tree.find("interventions");
        if (named.items.empty()) diagnostics_.error(named.place, "interventions = [] compares nothing (name at least one catalogue entry)");
        for (const TomlValue& item : named.items) {
            const auto path = new_file(item);
            if (!path) continue;
            const auto entry = files_.parse(item.text, folder_, item.place);
            if (!entry || !expect_intervention(entry->tree, item.place, diagnostics_)) continue;
            comparison_.policies.push_back(policy_of(item, *path, entry->tree));
        }
    }

    // The file that an item names; nothing, after an error, where there is none, or where it or its name stands in the comparison already.
    std::optional<fs::path> new_file(const TomlValue& item) {
        const auto path = files_.locate(item.text, folder_, item.place);
        if (!path) return std::nullopt;
        for (const fs::path& other : named_) {
            if (file_identity(other) == file_identity(*path)) {
                diagnostics_.error(item.place, "\"" + path->string() + "\" stands twice in the comparison");
            } else if (other.stem() == path->stem()) {
                diagnostics_.error(item.place,
                                   "\"" + path->string() + "\" and \"" + other.string() + "\" have one name, " + path->stem().string());
            }
        }
        named_.push_back(*path);
        return path;
    }

    // What somebody would write for it, in the folder of the comparison.
    PolicyAlone policy_of(const TomlValue& item, const fs::path& path, const TomlValue& entry) const {
        PolicyAlone policy{path.stem().string(), top_.path.string(), folder_, {}, empty_table(item.place)};
        TomlValue intervention = empty_table(item.place);
        std::string text = "[[intervention]]\nuse = " + toml_string(item.text) + "\n";
        intervention.put({"use", item.place, item});
        if (start_ != Week{0}) {
            TomlValue weeks = empty_table(table_.place_of("start"));
            TomlValue number = weeks;
            number.kind = TomlKind::whole_number;
            number.whole = start_.value;
            number.number = static_cast<double>(start_.value);
            weeks.put({"week", weeks.place, std::move(number)});
            intervention.put({"start", weeks.place, std::move(weeks)});
            text += "start = { week = " + std::to_string(start_.value) + " }\n";
        }
        if (mandate_) {
            intervention.put({"mandate", table_.place_of("mandate"), *top_.tree.find("mandate")});
            text += std::string("mandate = ") + (*mandate_ ? "true" : "false") + "\n";
        }
        Diagnostics at_the_entry;  // what is wrong with its title is reported where it is read
        const Label title =
            StrictTable(entry, "", at_the_entry).label(key_named(catalogue_keys(), "title")).value_or(Label::same(policy.name));
        TomlValue titles = empty_table(item.place);
        titles.put({"en", item.place, text_value(title.en, item.place)});
        titles.put({"nl", item.place, text_value(title.nl, item.place)});
        policy.tree.put({"title", item.place, std::move(titles)});
        std::string head = "# Written by the comparison " + top_.path.filename().string() + ": the base with one catalogue entry.\n";
        head += "title = { en = " + toml_string(title.en) + ", nl = " + toml_string(title.nl) + " }\n";
        if (const TomlValue* base = top_.tree.find("base"); base && base->is(TomlKind::text)) {
            policy.tree.put({"extends", base->place, *base});
            head += "extends = " + toml_string(base->text) + "\n";
        }
        TomlValue interventions = empty_table(item.place);
        interventions.kind = TomlKind::array;
        interventions.items.push_back(std::move(intervention));
        policy.tree.put({"intervention", item.place, std::move(interventions)});
        policy.text = head + "\n" + text;
        return policy;
    }

    const TopFile& top_;
    fs::path folder_;
    StrictTable table_;
    SourceFiles& files_;
    Diagnostics& diagnostics_;
    Comparison comparison_;
    std::vector<fs::path> named_;  // base, alternatives and entries so far
    Week start_{0};
    std::optional<bool> mandate_;
};

}  // namespace

Comparison read_comparison(const fs::path& file, const fs::path& library) {
    Diagnostics diagnostics;
    SourceFiles files(library, diagnostics);
    TopFile top = read_top_file(file, files, diagnostics);
    if (!expect_comparison(top.tree, diagnostics)) throw InputError(diagnostics);
    Comparison comparison = ComparisonReader(top, files, diagnostics).read();
    if (!diagnostics.empty()) throw InputError(diagnostics);
    comparison.text = std::move(top.text);
    return comparison;
}

FileKind kind_of_file(const fs::path& file) {
    Diagnostics diagnostics;
    SourceFiles files({}, diagnostics);
    return kind_of_tree(read_top_file(file, files, diagnostics).tree).kind;
}

}  // namespace bevlogen
