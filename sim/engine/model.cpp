// What a model need not do: the defaults of the model concept.
#include "sim/engine/model.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"

namespace bevlogen {

void Dynamics::enact(Block&, const Now&) const {}

void Dynamics::clear_block(Block&, const Now&) const {}

void Dynamics::keep_reachable(const Block&, std::span<std::uint8_t>) const {}

void Dynamics::scale_reach(std::size_t, const Block&, std::span<float>) const {}

void Dynamics::clear_nation(std::span<Block>, const Now&) const {}

void Dynamics::trace(const Block&, std::size_t, std::span<float>) const { expect(false, "a model with traces follows persons"); }

const std::vector<TraceDecl>& Model::traces() const {
    static const std::vector<TraceDecl> none;
    return none;
}

const std::vector<VariableDecl>& Model::variables() const {
    static const std::vector<VariableDecl> none;
    return none;
}

void Dynamics::read_variable(std::size_t, const Block&, std::span<float>) const {
    expect(false, "a model with variables says which value each person has");
}

const std::vector<Label>& Model::limits() const {
    static const std::vector<Label> none;
    return none;
}

const std::vector<PatternDecl>& Model::patterns() const {
    static const std::vector<PatternDecl> none;
    return none;
}

const std::vector<CostLineDecl>& Model::cost_lines() const {
    static const std::vector<CostLineDecl> none;
    return none;
}

Prices Model::prices(const Scenario&) const { return {}; }

void Dynamics::axis_values(std::size_t, const Block&, std::span<std::uint8_t>) const {
    expect(false, "a model with scope axes says which value each person has");
}

void Dynamics::select(std::size_t, const Block&, std::span<std::uint8_t>) const { expect(false, "a model with predicates evaluates them"); }

void Dynamics::read_instrument(std::size_t, const Block&, Week, std::uint32_t, const Chance&, std::span<float>) const {
    expect(false, "a model with instruments reads them");
}

}  // namespace bevlogen
