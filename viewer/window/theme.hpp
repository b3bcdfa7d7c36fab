// How Dear ImGui's own things look: dark on white, as the report.
#pragma once

namespace bevlogen {

void use_light_theme();

}  // namespace bevlogen
