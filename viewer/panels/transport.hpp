// The bar at the top: what runs, how far it is, and the buttons of a player.
#pragma once

#include "viewer/scene/scene.hpp"

namespace bevlogen {

void show_transport(Scene& scene);

}  // namespace bevlogen
