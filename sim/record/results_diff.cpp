// Compares two results files to the bit and words the first difference: outcomes, then panel and persons, then texts, then attributes.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <tuple>
#include <utility>

#include "sim/record/results_match.hpp"
#include "sim/record/results_reader.hpp"
#include "sim/record/stored_results.hpp"

namespace bevlogen {
namespace {

// With DiffOptions::common these differ by the nature of the thing: a comparison is not a run.
constexpr std::array<std::string_view, 7> kSkippedIfCommon = {"kind",        "title",         "title_nl",         "question",
                                                              "question_nl", "scenario_text", "resolved_scenario"};

// About this many values of a variable are held in memory at a time.
constexpr std::size_t kValuesAtATime = std::size_t{1} << 22;

std::string with_thousands(std::size_t number) {
    std::string text = std::to_string(number);
    for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) text.insert(static_cast<std::size_t>(at), ",");
    return text;
}

std::string counted(std::size_t values) { return with_thousands(values) + (values == 1 ? " value" : " values"); }

// A long text differs somewhere: the first line that does.
std::string shown_texts(const std::string& a, const std::string& b) {
    if (a.find('\n') == std::string::npos && b.find('\n') == std::string::npos) return fmt::format("\"{}\" against \"{}\"", a, b);
    std::size_t line = 1;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()) && a[i] == b[i]; ++i) {
        if (a[i] != '\n') continue;
        begin = i + 1;
        ++line;
    }
    const auto line_of = [&](const std::string& text) { return text.substr(begin, text.find('\n', begin) - begin); };
    return fmt::format("line {}: \"{}\" against \"{}\"", line, line_of(a), line_of(b));
}

// The bits of a number, as one hexadecimal number.
std::string shown_bits(const StoredValues& values, std::size_t index, std::size_t size) {
    std::string bits = "bits ";
    for (std::size_t byte = size; byte-- > 0;) bits += fmt::format("{:02x}", std::to_integer<unsigned>(values.bytes[index * size + byte]));
    return bits;
}

// Identities that follow from chance: two runs of other seeds need not have the same, nor the same number.
constexpr std::array<std::string_view, 3> kIdentities = {"team", "panel_person", "person"};

bool is_over_identities(const StoredVariable& variable) {
    return std::ranges::any_of(variable.dimensions, [](const StoredDimension& dimension) {
        return std::find(kIdentities.begin(), kIdentities.end(), dimension.name) != kIdentities.end();
    });
}

// The order in which variables are compared: what all else stands at, outcomes, who is in panel and persons, their values, texts.
constexpr int kTurns = 5;
int turn_of(const StoredVariable& variable) {
    const bool of_identities = is_over_identities(variable);
    if (variable.is_coordinate) return of_identities ? 2 : 0;
    if (variable.kind == StoredKind::text) return 4;
    return of_identities ? 3 : 1;
}

using Dimensions = std::vector<const MatchedDimension*>;

// A part of a variable: first index and number along each dimension, and the values there.
struct Box {
    std::vector<std::size_t> first;
    std::vector<std::size_t> count;
    StoredValues values;
};

// Moves `at` (an index into the pairs of each dimension) to the next place along dimensions [begin, end); false after the last.
bool advance(std::vector<std::size_t>& at, const Dimensions& dimensions, std::size_t begin, std::size_t end) {
    for (std::size_t d = end; d-- > begin;) {
        if (++at[d] < dimensions[d]->pairs.size()) return true;
        at[d] = 0;
    }
    return false;
}

class Comparison {
  public:
    Comparison(const StoredResults& a, const StoredResults& b, const DiffOptions& options)
        : a_(a), b_(b), options_(options), match_(a, b, options) {}

    ResultsDifference result() {
        compare_lists();
        for (int turn = 0; turn < kTurns; ++turn) {
            for_each_shared([&](const StoredVariable& a, const StoredVariable& b) {
                if (turn_of(a) == turn) compare_values(a, b);
            });
        }
        compare_attributes("", a_.attributes(), b_.attributes());
        for_each_shared(
            [&](const StoredVariable& a, const StoredVariable& b) { compare_attributes(a.name + ": ", a.attributes, b.attributes); });
        return worded();
    }

  private:
    bool is_skipped(std::string_view name) const {
        return options_.common && std::find(kSkippedIfCommon.begin(), kSkippedIfCommon.end(), name) != kSkippedIfCommon.end();
    }
    // A panel says in its attribute `replicate` whose it is; panels of two replicates have nothing in common.
    bool is_of_other_replicate(const StoredVariable& a, const StoredVariable& b) const {
        const StoredAttribute* left = a.find_attribute("replicate");
        const StoredAttribute* right = b.find_attribute("replicate");
        return options_.common && left != nullptr && right != nullptr && *left != *right;
    }
    template <class Visit>
    void for_each_shared(Visit visit) {
        for (const StoredVariable& a : a_.variables()) {
            const StoredVariable* b = b_.find(a.name);
            if (b != nullptr && !is_skipped(a.name) && !is_of_other_replicate(a, *b)) visit(a, *b);
        }
    }
    void note(std::string& first, std::string sentence) {
        if (first.empty()) first = std::move(sentence);
    }

    void compare_lists();
    void compare_values(const StoredVariable& a, const StoredVariable& b);
    void compare_boxes(const StoredVariable& a, const StoredVariable& b, const Dimensions& dimensions);
    void compare_at(const StoredVariable& a, const StoredVariable& b, const Box& box_a, const Box& box_b, const Dimensions& dimensions,
                    const std::vector<std::size_t>& at);
    void compare_attributes(const std::string& owner, const std::vector<StoredAttribute>& a, const std::vector<StoredAttribute>& b);
    std::string place_of(const StoredVariable& a, const Dimensions& dimensions, const std::vector<std::size_t>& at) const;
    ResultsDifference worded() const;

    const StoredResults& a_;
    const StoredResults& b_;
    DiffOptions options_;
    ResultsMatch match_;
    std::string first_in_lists_;
    std::string first_in_identities_;  // their numbers: they matter where no value differs
    std::string first_value_;
    std::string first_attribute_;
    std::size_t compared_ = 0;
    std::size_t compared_data_ = 0;  // numbers that are not coordinates
    std::size_t different_ = 0;
};

void Comparison::compare_lists() {
    if (options_.common) return;
    const auto only_in = [&](const StoredResults& here, const StoredResults& there, const char* which) {
        for (const StoredVariable& variable : here.variables()) {
            if (there.find(variable.name) == nullptr) note(first_in_lists_, fmt::format("only the {} file has {}", which, variable.name));
        }
    };
    only_in(a_, b_, "first");
    only_in(b_, a_, "second");
}

void Comparison::compare_values(const StoredVariable& a, const StoredVariable& b) {
    if (a.is_coordinate && options_.common && ResultsMatch::may_be_restricted(a.name)) return;
    if (a.type != b.type) return note(first_in_lists_, fmt::format("{}: stored as {} against {}", a.name, a.type, b.type));
    if (!match_.has_same_shape(a, b)) {
        std::string& first = is_over_identities(a) ? first_in_identities_ : first_in_lists_;
        if (a.is_coordinate) return note(first, fmt::format("{}: {} against {}", a.name, counted(a.values()), with_thousands(b.values())));
        return note(first, fmt::format("{}: the two have different shapes", a.name));
    }
    Dimensions dimensions;
    std::size_t values = 1;
    for (const StoredDimension& dimension : a.dimensions) {
        dimensions.push_back(&match_.dimension(dimension.name, dimension.size));
        values *= dimensions.back()->pairs.size();
    }
    if (values == 0) return;
    compared_ += values;
    if (a.kind != StoredKind::text && !a.is_coordinate) compared_data_ += values;
    compare_boxes(a, b, dimensions);
}

// Walks the leading dimensions one by one and reads the others whole.
void Comparison::compare_boxes(const StoredVariable& a, const StoredVariable& b, const Dimensions& dimensions) {
    const std::size_t rank = dimensions.size();
    std::size_t leading = 0;
    for (std::size_t size = std::max(a.values(), b.values()); leading < rank && size > kValuesAtATime; ++leading) {
        size /= std::max<std::size_t>(1, std::min(a.dimensions[leading].size, b.dimensions[leading].size));
    }
    Box box_a{std::vector<std::size_t>(rank, 0), std::vector<std::size_t>(rank, 1), {}};
    Box box_b = box_a;
    bool is_whole = true;
    for (std::size_t d = leading; d < rank; ++d) {
        box_a.count[d] = a.dimensions[d].size;
        box_b.count[d] = b.dimensions[d].size;
        is_whole = is_whole && dimensions[d]->is_whole;
    }
    std::vector<std::size_t> at(rank, 0);
    do {
        for (std::size_t d = 0; d < leading; ++d) std::tie(box_a.first[d], box_b.first[d]) = dimensions[d]->pairs[at[d]];
        box_a.values = a_.read(a, box_a.first, box_a.count);
        box_b.values = b_.read(b, box_b.first, box_b.count);
        if (is_whole && box_a.values.bytes == box_b.values.bytes && box_a.values.texts == box_b.values.texts) continue;
        do {
            compare_at(a, b, box_a, box_b, dimensions, at);
        } while (advance(at, dimensions, leading, rank));
    } while (advance(at, dimensions, 0, leading));
}

void Comparison::compare_at(const StoredVariable& a, const StoredVariable& b, const Box& box_a, const Box& box_b,
                            const Dimensions& dimensions, const std::vector<std::size_t>& at) {
    std::size_t index_a = 0;
    std::size_t index_b = 0;
    for (std::size_t d = 0; d < dimensions.size(); ++d) {
        index_a = index_a * box_a.count[d] + dimensions[d]->pairs[at[d]].first - box_a.first[d];
        index_b = index_b * box_b.count[d] + dimensions[d]->pairs[at[d]].second - box_b.first[d];
    }
    const bool is_text = a.kind == StoredKind::text;
    const std::size_t size = a.value_size;
    if (is_text ? box_a.values.texts[index_a] == box_b.values.texts[index_b]
                : std::memcmp(box_a.values.bytes.data() + index_a * size, box_b.values.bytes.data() + index_b * size, size) == 0) {
        return;
    }
    ++different_;
    if (!first_value_.empty()) return;
    std::string both;
    if (is_text) {
        both = shown_texts(box_a.values.texts[index_a], box_b.values.texts[index_b]);
    } else {
        std::string left = shown_value(a, box_a.values, index_a);
        std::string right = shown_value(b, box_b.values, index_b);
        if (left == right) {  // numbers that read alike, such as two kinds of NaN
            left += " (" + shown_bits(box_a.values, index_a, size) + ")";
            right += " (" + shown_bits(box_b.values, index_b, size) + ")";
        }
        both = left + " against " + right;
    }
    first_value_ = fmt::format("{}: {}{}", a.name, place_of(a, dimensions, at), both);
}

// `scenario "baseline", replicate 3, week 17: `; of a coordinate its place alone.
std::string Comparison::place_of(const StoredVariable& a, const Dimensions& dimensions, const std::vector<std::size_t>& at) const {
    if (a.is_coordinate) return fmt::format("value {} of {}: ", at[0] + 1, a.values());
    std::string place;
    for (std::size_t d = 0; d < dimensions.size(); ++d) {
        const std::size_t index = dimensions[d]->pairs[at[d]].first;
        const std::vector<std::string>& shown = dimensions[d]->shown;
        place += fmt::format("{}{} {}", d > 0 ? ", " : "", a.dimensions[d].name,
                             index < shown.size() ? shown[index] : std::to_string(index + 1));
    }
    return place.empty() ? place : place + ": ";
}

void Comparison::compare_attributes(const std::string& owner, const std::vector<StoredAttribute>& a,
                                    const std::vector<StoredAttribute>& b) {
    const auto named = [](const std::vector<StoredAttribute>& attributes, const std::string& name) {
        return std::find_if(attributes.begin(), attributes.end(), [&](const StoredAttribute& attribute) { return attribute.name == name; });
    };
    for (const StoredAttribute& left : a) {
        if (owner.empty() && is_skipped(left.name)) continue;
        const auto right = named(b, left.name);
        if (right == b.end()) {
            note(first_attribute_, fmt::format("{}only the first file has the attribute {}", owner, left.name));
        } else if (left.type != right->type) {
            note(first_attribute_, fmt::format("{}attribute {}: stored as {} against {}", owner, left.name, left.type, right->type));
        } else if (left != *right) {
            note(first_attribute_, fmt::format("{}attribute {}: {}", owner, left.name, shown_texts(left.text, right->text)));
        }
    }
    for (const StoredAttribute& right : b) {
        if (owner.empty() && is_skipped(right.name)) continue;
        if (named(a, right.name) == a.end())
            note(first_attribute_, fmt::format("{}only the second file has the attribute {}", owner, right.name));
    }
}

ResultsDifference Comparison::worded() const {
    ResultsDifference difference{false, "", compared_, different_};
    if (options_.common && compared_data_ == 0) {
        difference.first = "the files have no values in common";
        for (std::size_t i = 0; i < match_.disjoint().size(); ++i)
            difference.first += (i == 0 ? ": they share no " : ", no ") + match_.disjoint()[i];
    } else if (!first_in_lists_.empty()) {
        difference.first = first_in_lists_;
    } else if (!first_value_.empty()) {
        const std::string which =
            different_ == 1 ? "the only value that differs" : fmt::format("first of {} values that differ", with_thousands(different_));
        difference.first = fmt::format("{} ({} in {})", first_value_, which, with_thousands(compared_));
        if (!first_attribute_.empty()) difference.first += "; also " + first_attribute_;
    } else if (!first_in_identities_.empty()) {
        difference.first = first_in_identities_;
    } else if (!first_attribute_.empty()) {
        difference.first = compared_ == 1 ? fmt::format("{} (the only value is the same)", first_attribute_)
                                          : fmt::format("{} (all {} values are the same)", first_attribute_, with_thousands(compared_));
    }
    difference.identical = difference.first.empty();
    return difference;
}

}  // namespace

ResultsDifference diff_results(const std::filesystem::path& a, const std::filesystem::path& b, const DiffOptions& options) {
    const StoredResults first(a);
    const StoredResults second(b);
    return difference_of(first, second, options);
}

ResultsDifference difference_of(const StoredResults& a, const StoredResults& b, const DiffOptions& options) {
    return Comparison(a, b, options).result();
}

}  // namespace bevlogen
