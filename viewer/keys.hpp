// What keys do, from anywhere in the window.
#pragma once

#include "viewer/scene/scene.hpp"

namespace bevlogen {

// Nothing while a text is typed, but for those with Ctrl.
enum class KeyWish { none, export_curves, larger_text, smaller_text };
KeyWish press_keys(Scene& scene);
// Quit and the other language, where there is nothing else.
void press_common_keys(Frame& frame);

}  // namespace bevlogen
