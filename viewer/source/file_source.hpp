// Results files: their scenarios are lines, any week of which can be looked at.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include "sim/live/stored_session.hpp"
#include "viewer/source/source.hpp"

namespace bevlogen {

class FileSource final : public Source {
  public:
    // Throws InputError.
    FileSource(std::vector<std::filesystem::path> files, Readers readers);

    const Model& model() const override { return *model_; }
    const Scenario& base() const override { return base_; }
    bool is_live() const override { return false; }
    const std::vector<CatalogueMeasure>& measures() const override { return measures_; }
    std::size_t panel_persons() const override { return session_ ? session_->panel_size() : 0; }
    std::shared_ptr<const Snapshot> look(const SnapshotWants& wants, const ViewState& view, double seconds) override;
    void carry_out(const ViewCommand& command) override;
    std::vector<Notice> take_notices() override { return std::exchange(notices_, {}); }

  private:
    void open();
    void look_at_files(Language language);
    void follow();

    std::vector<std::filesystem::path> files_;
    Readers readers_;
    std::unique_ptr<StoredSession> session_;  // null while the files cannot be read: the last snapshot stays
    const Model* model_ = nullptr;
    Scenario base_;
    std::shared_ptr<const Snapshot> last_;
    std::vector<CatalogueMeasure> measures_;  // none: what has been run cannot be acted on
    std::vector<Notice> notices_;
    Week week_{0};
    std::size_t chosen_ = 0;
    std::shared_ptr<const TwoLives> lives_;
    std::optional<std::size_t> panel_index_;
    double since_files_ = 0.0;  // seconds since they were looked at
    std::string trouble_;       // that was told last
};

}  // namespace bevlogen
