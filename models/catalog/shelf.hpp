// The models of this program, by name.
#pragma once

#include <memory>
#include <vector>

#include "sim/engine/model.hpp"

namespace bevlogen {

std::unique_ptr<ModelShelf> make_shelf();
// And after those that ship, models of one's own, whose names must be new.
std::unique_ptr<ModelShelf> make_shelf_with(std::vector<std::unique_ptr<Model>> more);

}  // namespace bevlogen
