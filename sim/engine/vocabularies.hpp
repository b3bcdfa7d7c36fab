// The vocabularies of a program's models, for whoever reads files.
#pragma once

#include "sim/engine/model.hpp"
#include "sim/scenario/read.hpp"

namespace bevlogen {

// The shelf must outlive it.
VocabularyShelf vocabularies_of(const ModelShelf& shelf);

}  // namespace bevlogen
