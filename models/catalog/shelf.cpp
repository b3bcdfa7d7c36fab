// Puts the models on the shelf.
#include "models/catalog/shelf.hpp"

#include <utility>

#include "models/catalog/umc_model.hpp"
#include "models/catalog/workforce_model.hpp"
#include "models/example/example_model.hpp"
#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

class Shelf final : public ModelShelf {
  public:
    explicit Shelf(std::vector<std::unique_ptr<Model>> more) {
        models_.push_back(make_workforce_model());
        models_.push_back(make_umc_model());
        models_.push_back(example::make_example_model());
        for (auto& model : more) {
            expect(find(model->vocabulary().model) == nullptr, "a model's name is its own");
            models_.push_back(std::move(model));
        }
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

std::unique_ptr<ModelShelf> make_shelf() { return make_shelf_with({}); }

std::unique_ptr<ModelShelf> make_shelf_with(std::vector<std::unique_ptr<Model>> more) { return std::make_unique<Shelf>(std::move(more)); }

}  // namespace bevlogen
