// Puts the models on the shelf.
#include "models/catalog/shelf.hpp"

#include "models/catalog/umc_model.hpp"
#include "models/catalog/workforce_model.hpp"
#include "models/example/example_model.hpp"

namespace bevlogen {
namespace {

class Shelf final : public ModelShelf {
  public:
    Shelf() {
        models_.push_back(make_workforce_model());
        models_.push_back(make_umc_model());
        models_.push_back(example::make_example_model());
    }
    std::vector<std::string> names() const override {
        std::vector<std::string> all;
        for (const auto& model : models_) all.push_back(model->vocabulary().model);
        return all;
    }
    const Model* find(const std::string& name) const override {
        for (const auto& model : models_) {
            if (model->vocabulary().model == name) return model.get();
        }
        return nullptr;
    }

  private:
    std::vector<std::unique_ptr<Model>> models_;
};

}  // namespace

std::unique_ptr<ModelShelf> make_shelf() { return std::make_unique<Shelf>(); }

}  // namespace bevlogen
