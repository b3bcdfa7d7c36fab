// What a model need not do: the defaults of the model concept.
#include "sim/engine/model.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"

namespace bevlogen {

void Dynamics::clear_block(Block&, Week, const Chance&) const {}

void Dynamics::clear_nation(std::span<Block>, Week, const Chance&) const {}

void Dynamics::axis_values(std::size_t, const Block&, std::span<std::uint8_t>) const {
    expect(false, "a model with scope axes says which value each person has");
}

void Dynamics::select(std::size_t, const Block&, std::span<std::uint8_t>) const { expect(false, "a model with predicates evaluates them"); }

void Dynamics::read_instrument(std::size_t, const Block&, Week, std::uint32_t, const Chance&, std::span<float>) const {
    expect(false, "a model with instruments reads them");
}

}  // namespace bevlogen
