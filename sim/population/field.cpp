// The engine's own fields.
#include "sim/population/field.hpp"

namespace bevlogen {

Fields::Fields() {
    engine.id_low = person.add<std::uint32_t>("id_low", "1", {"identity, low half", "identiteit, lage helft"});
    engine.id_high = person.add<std::uint32_t>("id_high", "1", {"identity, high half", "identiteit, hoge helft"});
    engine.filled = person.add<std::uint8_t>("filled", "1", {"post is filled", "post is bezet"});
    engine.arm = person.add<std::uint8_t>("arm", "1", {"arm of a trial", "arm van een onderzoek"});
}

}  // namespace bevlogen
