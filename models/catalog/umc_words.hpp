// The words of the umc model: which profession is in the slot of which career phase, and what of the workforce model has no meaning there.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "models/workforce/phases.hpp"
#include "sim/core/label.hpp"
#include "sim/scenario/parameter.hpp"

namespace bevlogen::umc {

// In the order of the slots, which are those of workforce::Phase: support in that of coassistent, nurse, co_practitioner, researcher,
// lecturer, manager. Lecturers and managers share a kind of post, of which the first of a team is the manager's.
const std::array<workforce::Word, workforce::kPhases>& profession_words();
// Of the kinds of posts, in the order of workforce::PostKind.
const std::array<workforce::Word, workforce::kPostKinds>& post_words();

// A text about career phases as one about professions: names of phases and posts give way to the words above.
Label renamed(const Label& text);

// What a parameter of the workforce model is in this one: renamed, with bounds of its own where it means something else; nothing where it
// has no meaning in a world of one profession for life.
std::optional<ParameterDecl> renamed(const ParameterDecl& decl);

// The value that a parameter without meaning has for good, such as no job market; what is nearest to 0 where it is read by nobody.
double fixed_value(const ParameterDecl& decl);

// Outcomes and traces of careers, of which nothing happens.
bool is_of_careers(std::string_view outcome);
bool is_trace_of_careers(std::string_view trace);

}  // namespace bevlogen::umc
