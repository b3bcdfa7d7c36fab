// A session in its own thread, led by the clock of the window: to play is to move its target.
#pragma once

#include <filesystem>

#include "sim/record/results_file.hpp"
#include "viewer/source/source.hpp"

namespace bevlogen {

class LiveSource final : public Source {
  public:
    struct Start {
        unsigned threads = 1;
        Week week{0};                         // run to at once, before anything is shown
        std::vector<std::string> measures{};  // entries that are on from the start
        std::filesystem::path folder;         // where sessions are saved
        Provenance provenance{};
    };
    // The model must outlive it. Throws InputError for an entry that is not in the catalogue.
    LiveSource(const Model& model, SessionPolicy policy, const std::filesystem::path& library, Start start);

    const Model& model() const override { return model_; }
    const Scenario& base() const override { return base_; }
    bool is_live() const override { return true; }
    const std::vector<CatalogueMeasure>& measures() const override { return measures_; }
    std::shared_ptr<const Snapshot> look(const SnapshotWants& wants, const ViewState& view, double seconds) override;
    void carry_out(const ViewCommand& command) override;
    bool is_waiting() const override { return seen_acts_ < posted_acts_; }
    std::vector<Notice> take_notices() override { return running_.take_notices(); }
    std::string failure() const override { return running_.failure(); }

  private:
    void act(const SessionAct& act);
    void lead(const Snapshot& now, const ViewState& view, double seconds);

    const Model& model_;
    Scenario base_;
    std::string base_name_;  // of its file
    std::vector<CatalogueMeasure> measures_;
    Start start_;
    std::vector<std::string> entries_;  // of the start, as the catalogue names them
    Running running_;
    double target_ = 0.0;  // weeks
    std::size_t posted_acts_ = 0, seen_acts_ = 0;
    bool takes_up_another_ = false;   // line: the target is that line's week, once it is seen
    std::vector<std::string> names_;  // under which sessions are being saved
    double since_everybody_ = 1e9;    // seconds
    Week everybody_at_{-1};
    bool is_there_ = false;  // at the week of the start
};

}  // namespace bevlogen
