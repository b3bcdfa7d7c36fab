// The quantities that a person or a team carries, each declared once: name, type, unit, labels.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "sim/core/contract.hpp"
#include "sim/core/label.hpp"

namespace bevlogen {

enum class FieldType : std::uint8_t { f32, u8, u16, u32 };

constexpr std::size_t size_of(FieldType type) {
    switch (type) {
        case FieldType::u8: return 1;
        case FieldType::u16: return 2;
        default: return 4;
    }
}

template <class T>
constexpr FieldType field_type_of();
template <>
constexpr FieldType field_type_of<float>() {
    return FieldType::f32;
}
template <>
constexpr FieldType field_type_of<std::uint8_t>() {
    return FieldType::u8;
}
template <>
constexpr FieldType field_type_of<std::uint16_t>() {
    return FieldType::u16;
}
template <>
constexpr FieldType field_type_of<std::uint32_t>() {
    return FieldType::u32;
}

// Whether a value goes with its person, stays with the post, or is what the week just past left to be looked at: written anew before
// anybody reads it again.
enum class Lasts : std::uint8_t { as_long_as_the_person, as_long_as_the_post, until_the_next_week };

struct FieldDecl {
    std::string name;
    FieldType type = FieldType::f32;
    std::string unit;  // "1" where it has none
    Label label;
    Lasts lasts = Lasts::as_long_as_the_person;
};

// A handle to a declared field: which column, of which type.
template <class T>
struct Field {
    std::uint16_t index = 0;
};

// The columns of one kind of entity (persons at their posts, or teams).
class FieldTable {
  public:
    template <class T>
    Field<T> add(std::string name, std::string unit, Label label, Lasts lasts = Lasts::as_long_as_the_person) {
        for (const FieldDecl& other : decls_) expect(other.name != name, "two fields have one name");
        decls_.push_back({std::move(name), field_type_of<T>(), std::move(unit), std::move(label), lasts});
        return {static_cast<std::uint16_t>(decls_.size() - 1)};
    }
    const std::vector<FieldDecl>& decls() const { return decls_; }
    std::size_t size() const { return decls_.size(); }

  private:
    std::vector<FieldDecl> decls_;
};

// A handle to a declared ledger.
template <class Row>
struct Ledger {
    std::uint16_t index = 0;
};

// Rows that only some posts have, such as those who take part in a programme. A row begins with its post, an std::uint32_t.
struct LedgerDecl {
    std::string name;
    std::size_t row_bytes = 0;
};

class LedgerTable {
  public:
    template <class Row>
    Ledger<Row> add(std::string name) {
        static_assert(std::is_trivially_copyable_v<Row> && std::is_same_v<decltype(Row::post), std::uint32_t>);
        decls_.push_back({std::move(name), sizeof(Row)});
        return {static_cast<std::uint16_t>(decls_.size() - 1)};
    }
    const std::vector<LedgerDecl>& decls() const { return decls_; }
    std::size_t size() const { return decls_.size(); }

  private:
    std::vector<LedgerDecl> decls_;
};

// What the engine itself needs at every post; a model's fields follow.
struct EngineFields {
    Field<std::uint32_t> id_low;
    Field<std::uint32_t> id_high;
    Field<std::uint8_t> filled;  // 1: somebody sits here, 0: vacant
    Field<std::uint8_t> arm;     // of a trial; 0 outside one
};

// All fields of a model: persons' (with the engine's four first) and teams', and its ledgers.
struct Fields {
    FieldTable person;
    FieldTable team;
    LedgerTable ledgers;
    EngineFields engine;

    Fields();
};

}  // namespace bevlogen
