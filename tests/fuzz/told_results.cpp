// Takes boxes out of variables that are in memory.
#include "tests/fuzz/told_results.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "sim/core/bytes.hpp"
#include "sim/core/diagnostic.hpp"

namespace bevlogen::fuzz {

StoredContents ToldResults::contents() {
    try {
        ByteReader in(bytes_);
        const auto told = in.array<std::byte>();
        StoredContents contents = StoredContents::from_bytes(told);
        for (const StoredVariable& variable : contents.variables) {
            names_.push_back(variable.name);
            values_.push_back(in.is_at_end() ? std::vector<std::byte>{} : in.array<std::byte>());
        }
        return contents;
    } catch (const std::runtime_error&) {
        throw InputError({"told", 0, 0}, "makes no sense");
    }
}

StoredValues ToldResults::read(const StoredVariable& variable, const StoredBox& box) {
    const auto found = static_cast<std::size_t>(std::find(names_.begin(), names_.end(), variable.name) - names_.begin());
    const std::vector<std::byte>& all = values_.at(found);
    StoredValues values;
    std::vector<std::string> texts;
    if (variable.kind == StoredKind::text) {
        ByteReader in(all);
        try {
            while (!in.is_at_end()) texts.push_back(in.text());
        } catch (const std::runtime_error&) {
        }
    } else {
        values.bytes.resize(box.values() * variable.value_size);
    }
    std::vector<std::size_t> at(box.count.size(), 0);
    for (std::size_t i = 0; i < box.values(); ++i) {
        std::size_t index = 0;
        for (std::size_t d = 0; d < at.size(); ++d) index = index * variable.dimensions[d].size + box.first[d] + at[d];
        if (variable.kind == StoredKind::text)
            values.texts.push_back(index < texts.size() ? texts[index] : std::string());
        else if (index < all.size() / variable.value_size)
            std::memcpy(values.bytes.data() + i * variable.value_size, all.data() + index * variable.value_size, variable.value_size);
        for (std::size_t d = at.size(); d-- > 0;) {
            if (++at[d] < box.count[d]) break;
            at[d] = 0;
        }
    }
    return values;
}

std::vector<std::byte> told(const StoredResults& results) {
    StoredContents contents{0, results.attributes(), results.provenance(), results.variables()};
    ByteWriter out;
    out.array(contents.to_bytes());
    for (const StoredVariable& variable : results.variables()) {
        const StoredValues values = results.read(variable);
        ByteWriter texts;
        for (const std::string& text : values.texts) texts.text(text);
        out.array(variable.kind == StoredKind::text ? texts.take() : values.bytes);
    }
    return out.take();
}

}  // namespace bevlogen::fuzz
