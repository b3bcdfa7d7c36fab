// Decodes by the attributes that netCDF and CF define.
#include "sim/record/number_cells.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "sim/record/h5_read.hpp"

namespace bevlogen {
namespace {

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        std::string word(text.substr(0, end));
        std::replace(word.begin(), word.end(), '_', ' ');
        if (!word.empty()) words.push_back(std::move(word));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

}  // namespace

std::string text_of(const StoredVariable& variable, std::string_view attribute) {
    const StoredAttribute* found = variable.find_attribute(attribute);
    return found == nullptr ? std::string() : found->text;
}

std::string label_of(const StoredVariable& variable, Language language) {
    return text_of(variable, language == Language::dutch ? "long_name_nl" : "long_name");
}

NumberCells::NumberCells(const StoredVariable& variable) : kind_(variable.kind) {
    if (const StoredAttribute* fill = variable.find_attribute("_FillValue"); fill != nullptr && fill->type == variable.type)
        fill_ = fill->bytes;
    scale_ = variable.scale();
}

std::string_view NumberCells::characters(std::span<const std::byte> value) {
    if (!fill_.empty() && std::ranges::equal(fill_, value)) return {};
    const double number = h5::number_of(kind_, value);
    if (std::isnan(number)) return {};
    char* const start = buffer_.data();
    char* const end = start + buffer_.size();
    const auto written = [&](std::to_chars_result result) { return std::string_view(start, result.ptr); };
    if (kind_ == StoredKind::whole && !scale_) return written(std::to_chars(start, end, h5::whole_of(value)));
    const double decoded = scale_ ? number * *scale_ : number;
    const bool is_float32 = kind_ == StoredKind::floating ? value.size() == sizeof(float) : value.size() <= sizeof(std::int16_t);
    return is_float32 ? written(std::to_chars(start, end, static_cast<float>(decoded))) : written(std::to_chars(start, end, decoded));
}

CodeWords::CodeWords(const StoredVariable& variable, Language language) : kind_(variable.kind) {
    const StoredAttribute* codes = variable.find_attribute("flag_values");
    if (codes == nullptr || codes->type != variable.type) return;
    words_ = words_in(text_of(variable, language == Language::dutch ? "flag_meanings_nl" : "flag_meanings"));
    for (std::size_t at = 0; at + variable.value_size <= codes->bytes.size(); at += variable.value_size)
        codes_.push_back(h5::number_of(kind_, std::span(codes->bytes).subspan(at, variable.value_size)));
    if (words_.size() != codes_.size()) words_.clear(), codes_.clear();
}

std::string_view CodeWords::word(std::span<const std::byte> value) const {
    const auto found = std::find(codes_.begin(), codes_.end(), h5::number_of(kind_, value));
    return found == codes_.end() ? std::string_view() : words_[static_cast<std::size_t>(found - codes_.begin())];
}

}  // namespace bevlogen
