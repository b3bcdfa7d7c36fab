// What a study asks of a person: an outcome, a reading of an instrument or a variable, by its name.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/engine/model.hpp"

namespace bevlogen {

struct Quantity {
    enum class Kind { outcome, instrument, variable } kind = Kind::outcome;
    std::size_t index = 0;  // among Model::outcomes(), instruments() or variables()

    bool operator==(const Quantity&) const = default;
};

// Outcomes count first, then instruments, then variables. A name that only an outcome and an instrument share means the outcome: what the
// results files hold.
std::optional<Quantity> find_quantity(const Model& model, std::string_view name);
// Every name that find_quantity() knows, each once.
std::vector<std::string> quantity_names(const Model& model);

struct QuantityWords {
    std::string name;
    Label label;
    std::string unit;
};
QuantityWords words_of(const Model& model, const Quantity& quantity);

}  // namespace bevlogen
