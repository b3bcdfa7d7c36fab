// The models of this program, by name.
#pragma once

#include <memory>

#include "sim/engine/model.hpp"

namespace bevlogen {

// `more`: models of one's own, after those that ship; their names must be new.
std::unique_ptr<ModelShelf> make_shelf(std::vector<std::unique_ptr<Model>> more = {});

}  // namespace bevlogen
