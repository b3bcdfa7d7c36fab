// What keys and the pointer do, over everything else.
#pragma once

#include "viewer/scene/scene.hpp"

namespace bevlogen {

void show_help(Frame& frame);

}  // namespace bevlogen
