// The few widgets that panels share: each says where it stands.
#pragma once

#include <string>

#include "viewer/scene/scene.hpp"

namespace bevlogen {

// Of the item just drawn.
void note_place(Frame& frame, const std::string& name);

enum class Emphasis { plain, strong };
bool button(Frame& frame, const std::string& name, const Label& words, Emphasis emphasis = Emphasis::plain);
// One of several that exclude each other.
bool choice_button(Frame& frame, const std::string& name, const Label& words, bool is_chosen);
void quiet_text(const std::string& text);
// Broken into lines at the width that there is.
void wrapped_text(const std::string& text);
void tooltip(const std::string& text);

}  // namespace bevlogen
