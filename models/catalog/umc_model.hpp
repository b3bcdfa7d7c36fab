// The umc model: everybody but the doctors in the university medical centres, by profession. The workforce model in which each slot of a
// career phase is a profession for life: it renames what that declares and translates scenarios into its own.
#pragma once

#include <memory>

#include "sim/engine/model.hpp"

namespace bevlogen {

std::unique_ptr<Model> make_umc_model();

}  // namespace bevlogen
