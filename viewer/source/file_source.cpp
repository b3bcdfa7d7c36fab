// Looks once in a while whether the files are still those that were opened.
#include "viewer/source/file_source.hpp"

#include <algorithm>

#include "viewer/words.hpp"

namespace bevlogen {
namespace {

constexpr double kBetweenFiles = 1.0;  // seconds

}  // namespace

FileSource::FileSource(std::vector<std::filesystem::path> files, Readers readers) : files_(std::move(files)), readers_(std::move(readers)) {
    open();
    week_ = session_->end();
    chosen_ = session_->lines() > 1 ? 1 : 0;
    if (session_->panel_size() > 0) panel_index_ = 0;
    follow();
}

void FileSource::open() {
    session_.reset();  // HDF5 takes a file that is open for the same as before
    session_ = std::make_unique<StoredSession>(files_, readers_);
    if (model_ && model_ != &session_->model()) {
        session_.reset();
        throw InputError({files_.front().string(), 0, 0}, "is now a file of another model; start the viewer again to see it");
    }
    model_ = &session_->model();
    base_ = session_->experiment().experiment().scenarios.front();
}

std::shared_ptr<const Snapshot> FileSource::look(const SnapshotWants& wants, const ViewState& view, double seconds) {
    since_files_ += seconds;
    if (since_files_ >= kBetweenFiles) look_at_files(view.language);
    try {
        if (session_) last_ = session_->snapshot(wants, week_, chosen_, lives_);
    } catch (const InputError& error) {
        session_.reset();
        notices_.push_back({true, error.diagnostics().report()});
    }
    return last_;
}

void FileSource::look_at_files(Language language) {
    since_files_ = 0.0;
    const FileState state = session_ ? session_->state() : FileState::changed;
    std::string trouble;
    if (state == FileState::gone) trouble = words::kGone.in(language);
    if (state == FileState::changed) {
        try {
            open();
            chosen_ = std::min(chosen_, session_->lines() - 1);
            week_ = std::min(week_, session_->end());
            lives_.reset();
            follow();
            notices_.push_back({false, words::kChanged.in(language)});
        } catch (const InputError& error) {
            trouble = error.diagnostics().report();
        }
    }
    if (trouble != trouble_ && !trouble.empty()) notices_.push_back({true, trouble});
    trouble_ = trouble;
}

void FileSource::follow() {
    if (session_ && panel_index_ && *panel_index_ < session_->panel_size()) lives_ = session_->lives(*panel_index_, chosen_);
}

void FileSource::carry_out(const ViewCommand& command) {
    if (!session_) return;
    if (const auto* scrub = std::get_if<ScrubTo>(&command)) week_ = std::clamp(scrub->week, Week{0}, session_->end());
    if (const auto* choose = std::get_if<ChooseScenario>(&command)) chosen_ = std::min(choose->line, session_->lines() - 1);
    if (const auto* person = std::get_if<FollowPanelPerson>(&command)) panel_index_ = person->index;
    try {
        follow();
    } catch (const InputError& error) {
        notices_.push_back({true, error.diagnostics().report()});
    }
}

}  // namespace bevlogen
