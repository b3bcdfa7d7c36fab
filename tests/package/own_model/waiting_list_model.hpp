// People who leave a waiting list week by week, each with the same probability: the share that still waits is known exactly.
#pragma once

#include <memory>

#include "sim/engine/model.hpp"

std::unique_ptr<bevlogen::Model> make_waiting_list_model();
