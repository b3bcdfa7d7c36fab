// What the draws are for that levers make under the purpose of their intervention: apart from those of scope (0 to 2) and coaching (16 on).
#pragma once

#include <cstdint>

namespace bevlogen::interventions {

enum LeverDraw : std::uint32_t { kDrawPermanent = 64, kDrawPartTime, kDrawAdoption };

}  // namespace bevlogen::interventions
