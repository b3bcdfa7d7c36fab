// Compares memberships row by row.
#include "sim/record/category_classes.hpp"

#include <algorithm>
#include <cstring>

#include "sim/core/contract.hpp"

namespace bevlogen {

CategoryClasses::CategoryClasses(std::size_t categories, const Grouping& grouping) {
    expect(categories <= kMaxCategories, "a model has at most 64 categories");
    class_of.fill(kNoCategory);
    const auto are_alike = [&](std::uint32_t a, std::uint32_t b) {
        return std::all_of(grouping.members.begin(), grouping.members.end(),
                           [&](std::uint64_t members) { return (members >> a & 1u) == (members >> b & 1u); });
    };
    for (std::uint32_t category = 0; category < categories; ++category) {
        std::size_t found = count;
        for (std::size_t k = 0; k < count && found == count; ++k) {
            if (are_alike(first_category[k], category)) found = k;
        }
        if (found == count) {
            first_category.push_back(category);
            ++count;
        }
        class_of[category] = static_cast<std::uint8_t>(found);
    }
}

void CategoryClasses::find(std::span<const std::uint8_t> categories, std::vector<std::uint8_t>& classes) const {
    classes.resize(categories.size());
    std::size_t i = 0;
#if defined(__GNUC__) && !defined(__clang__)  // picks sixteen classes at a time; other compilers one
    using Bytes = std::uint8_t __attribute__((vector_size(16)));
    static_assert(kMaxCategories == 4 * sizeof(Bytes));
    Bytes quarter[4], category;
    std::memcpy(quarter, class_of.data(), sizeof quarter);
    for (; i + sizeof category <= categories.size(); i += sizeof category) {
        std::memcpy(&category, categories.data() + i, sizeof category);
        const Bytes low = __builtin_shuffle(quarter[0], quarter[1], category);  // by the last five bits
        const Bytes high = __builtin_shuffle(quarter[2], quarter[3], category);
        const Bytes found = category < kMaxCategories / 2 ? low : high;
        const Bytes of_class = category < kMaxCategories ? found : Bytes{} + kNoCategory;
        std::memcpy(classes.data() + i, &of_class, sizeof of_class);
    }
#endif
    for (; i < categories.size(); ++i) classes[i] = class_of[categories[i]];
}

std::vector<std::size_t> CategoryClasses::classes_in(const Grouping& grouping, std::size_t row) const {
    std::vector<std::size_t> classes;
    for (std::size_t k = 0; k < count; ++k) {
        if (grouping.members[row] >> first_category[k] & 1u) classes.push_back(k);
    }
    return classes;
}

}  // namespace bevlogen
