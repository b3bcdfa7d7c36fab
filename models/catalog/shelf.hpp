// The models of this program, by name.
#pragma once

#include <memory>

#include "sim/engine/model.hpp"

namespace bevlogen {

std::unique_ptr<ModelShelf> make_shelf();

}  // namespace bevlogen
