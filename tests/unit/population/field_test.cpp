// Fields are declared once: unique names, the engine's own first, types with their sizes.
#include "sim/population/field.hpp"

#include <gtest/gtest.h>

namespace bevlogen {
namespace {

TEST(FieldTable, HandsOutColumnsInOrderOfDeclaration) {
    FieldTable table;
    EXPECT_EQ(table.add<float>("mood", "1", {"mood", "stemming"}).index, 0);
    EXPECT_EQ(table.add<std::uint16_t>("age", "weeks", {"age", "leeftijd"}).index, 1);
    ASSERT_EQ(table.size(), 2u);
    EXPECT_EQ(table.decls()[1].name, "age");
    EXPECT_EQ(table.decls()[1].unit, "weeks");
    EXPECT_EQ(table.decls()[1].label.nl, "leeftijd");
    EXPECT_EQ(table.decls()[1].type, FieldType::u16);
}

TEST(FieldTable, RefusesASecondFieldOfOneName) {
    FieldTable table;
    table.add<float>("mood", "1", {});
    EXPECT_THROW(table.add<float>("mood", "1", {}), ContractViolation);
    EXPECT_THROW(table.add<std::uint8_t>("mood", "1", {}), ContractViolation);
    EXPECT_NO_THROW(table.add<float>("moods", "1", {}));
}

TEST(Fields, StartWithTheFourOfTheEngine) {
    Fields fields;
    ASSERT_EQ(fields.person.size(), 4u);
    EXPECT_EQ(fields.person.decls()[fields.engine.id_low.index].name, "id_low");
    EXPECT_EQ(fields.person.decls()[fields.engine.id_high.index].name, "id_high");
    EXPECT_EQ(fields.person.decls()[fields.engine.filled.index].name, "filled");
    EXPECT_EQ(fields.person.decls()[fields.engine.arm.index].name, "arm");
    EXPECT_EQ(fields.team.size(), 0u);
    EXPECT_THROW(fields.person.add<float>("arm", "1", {}), ContractViolation);
}

TEST(FieldType, HasTheSizeOfItsType) {
    EXPECT_EQ(size_of(field_type_of<float>()), sizeof(float));
    EXPECT_EQ(size_of(field_type_of<std::uint8_t>()), sizeof(std::uint8_t));
    EXPECT_EQ(size_of(field_type_of<std::uint16_t>()), sizeof(std::uint16_t));
    EXPECT_EQ(size_of(field_type_of<std::uint32_t>()), sizeof(std::uint32_t));
}

}  // namespace
}  // namespace bevlogen
