// JDR-mini as a model in the engine: what a user would write who has read docs/write-your-own-model.md.
#pragma once

#include <memory>

#include "sim/engine/model.hpp"

namespace bevlogen::bench {

// Its one parameter is the number of agents, in teams of twelve.
std::unique_ptr<Model> make_jdr_mini_model();

}  // namespace bevlogen::bench
