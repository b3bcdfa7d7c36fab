// The workforce model: phases, teams and hospitals, well-being, interventions and instruments, put together.
#pragma once

#include <memory>

#include "sim/engine/model.hpp"

namespace bevlogen {

std::unique_ptr<Model> make_workforce_model();

}  // namespace bevlogen
