// Asks models for their words.
#include "sim/engine/vocabularies.hpp"

namespace bevlogen {

VocabularyShelf vocabularies_of(const ModelShelf& shelf) {
    return {[&shelf](const std::string& name) -> const Vocabulary* {
                const Model* model = shelf.find(name);
                return model ? &model->vocabulary() : nullptr;
            },
            shelf.names()};
}

}  // namespace bevlogen
