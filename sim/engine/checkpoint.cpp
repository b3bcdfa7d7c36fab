// The state of a run as bytes: column by column over all posts in order, so that blocks leave no trace.
#include <stdexcept>
#include <string>

#include "sim/core/bytes.hpp"
#include "sim/core/name_hash.hpp"
#include "sim/engine/simulation.hpp"

namespace bevlogen {
namespace {

constexpr std::uint32_t kFormat = 1;
constexpr std::size_t kHeadBytes = 4 * sizeof(std::uint32_t) + 3 * sizeof(std::uint64_t);  // all before the columns

// Changes when a field is added, removed, renamed or retyped.
std::uint64_t layout_hash(const Model& model) {
    std::string layout = model.vocabulary().model;
    for (const FieldTable* table : {&model.fields().person, &model.fields().team}) {
        for (const FieldDecl& field : table->decls()) layout += "/" + field.name + ":" + std::to_string(static_cast<int>(field.type));
    }
    return name_hash(layout);
}

[[noreturn]] void refuse(const std::string& what) { throw std::runtime_error("the checkpoint is of another " + what); }

}  // namespace

std::vector<std::byte> Simulation::checkpoint() const {
    ByteWriter out;
    out.value(kFormat);
    out.value(layout_hash(model_));
    out.value(chance_.seed);
    out.value(chance_.replicate);
    out.value(week_.value);
    out.value<std::uint64_t>(population_.teams());
    out.value<std::uint64_t>(population_.posts());
    for (std::size_t f = 0; f < model_.fields().person.size(); ++f) {
        for (const Block& block : population_.blocks()) out.raw(block.person_bytes(f));
    }
    for (std::size_t f = 0; f < model_.fields().team.size(); ++f) {
        for (const Block& block : population_.blocks()) out.raw(block.team_bytes(f));
    }
    return out.take();
}

void Simulation::restore(std::span<const std::byte> bytes) {
    ByteReader in(bytes);
    if (in.value<std::uint32_t>() != kFormat) refuse("version");
    if (in.value<std::uint64_t>() != layout_hash(model_)) refuse("model");
    if (in.value<std::uint32_t>() != chance_.seed) refuse("seed");
    if (in.value<std::uint32_t>() != chance_.replicate) refuse("replicate");
    const Week week{in.value<std::int32_t>()};
    if (in.value<std::uint64_t>() != population_.teams()) refuse("population");
    if (in.value<std::uint64_t>() != population_.posts()) refuse("population");
    std::size_t expected = kHeadBytes;
    for (const FieldDecl& field : model_.fields().person.decls()) expected += population_.posts() * size_of(field.type);
    for (const FieldDecl& field : model_.fields().team.decls()) expected += population_.teams() * size_of(field.type);
    if (bytes.size() != expected) throw std::runtime_error("the checkpoint is damaged: it has another length than it should");
    for (std::size_t f = 0; f < model_.fields().person.size(); ++f) {
        for (Block& block : population_.blocks()) in.raw(block.person_bytes(f));
    }
    for (std::size_t f = 0; f < model_.fields().team.size(); ++f) {
        for (Block& block : population_.blocks()) in.raw(block.team_bytes(f));
    }
    week_ = week;
}

}  // namespace bevlogen
