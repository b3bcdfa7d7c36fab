// Results files seen as a session that has been: its scenarios are lines, and any week of them can be looked at.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "sim/experiment/stored_experiment.hpp"
#include "sim/live/file_state.hpp"
#include "sim/live/snapshot.hpp"
#include "sim/record/panel_lives.hpp"
#include "sim/record/stored_runs.hpp"

namespace bevlogen {

// What check_comparable() refuses, and files of other versions of the program; where it is shown, StoredExperiment::unlike() says why not.
enum class UnlikeFiles { are_refused, are_shown };

// What has been read stays in memory, so that going through the weeks reads nothing. For one thread at a time, which must be the one that
// uses HDF5. HDF5 takes a file that is open for the same as before, so whoever opens one again, because it has changed, ends this first.
class StoredSession {
  public:
    // Files of runs and comparisons of one model, one at least. Throws InputError as StoredExperiment does; so do all that read.
    StoredSession(const std::vector<std::filesystem::path>& files, const Readers& readers, UnlikeFiles unlike = UnlikeFiles::are_refused);

    const Model& model() const { return experiment_.model(); }
    const StoredExperiment& experiment() const { return experiment_; }
    std::size_t lines() const { return experiment_.scenarios(); }
    Week end() const { return {experiment_.plan().weeks}; }

    // Scenarios up to `week`, which is brought between 0 and end(). Curves are means over the runs that are there (under draws of
    // parameters the mean of those of the draws), `half_widths` as the tables have them, and those of differences from the base, paired by
    // replicate: empty with fewer than two replicates or draws, not a number where fewer than two have a value. Everybody is no more than
    // the last team map at or before the week, of the first replicate: persons are not known, nor how many posts a team has, which are 0;
    // null before the first map, and where the file has none of what is wanted. Of the same the same comes back.
    std::shared_ptr<const Snapshot> snapshot(const SnapshotWants& wants, Week week, std::size_t chosen,
                                             std::shared_ptr<const TwoLives> lives = nullptr) const;

    // The panel of the base, of the first replicate; nobody where its file follows nobody.
    std::size_t panel_size() const { return panel_.persons().size(); }
    PersonId panel_person(std::size_t index) const { return panel_.persons()[index]; }
    // A life has a row for every week, which is not a number between looks: those of a comparison are four weeks apart, at weeks 4, 8, ...
    // Where another file does not follow the person, none of that life is a number.
    std::shared_ptr<const TwoLives> lives(std::size_t panel_index, std::size_t chosen) const;

    // Of the files as they were when they were opened the worst: one that is gone, else one that has changed. What is gone goes on being
    // read; what has changed may be another file. To be asked now and then, not in every frame.
    FileState state() const;
    bool has_changed() const { return state() != FileState::as_opened; }

  private:
    // Of one outcome in one scenario, [phase][clearing].
    struct Course {
        std::vector<float> means, half_widths, difference_half_widths;
    };

    void load(const std::vector<std::size_t>& outcomes) const;
    Curves curves(std::size_t scenario, const std::vector<std::size_t>& outcomes, std::size_t clearings) const;
    const StoredTeamMap& team_map(std::size_t scenario, std::size_t outcome) const;
    std::shared_ptr<const EverybodyNow> everybody(const std::vector<std::size_t>& outcomes, Week week, std::size_t chosen) const;
    LifeNow life(PersonId person, std::size_t scenario) const;

    std::vector<FileWatch> files_;  // before they are opened
    StoredExperiment experiment_;
    PanelLives panel_;

    // What has been read: by outcome a course a scenario; by scenario persons, [phase][clearing]; by scenario and outcome.
    mutable std::map<std::size_t, std::vector<Course>> courses_;
    mutable std::vector<std::vector<float>> persons_;
    mutable std::map<std::pair<std::size_t, std::size_t>, StoredTeamMap> team_maps_;
    // What was made last.
    mutable std::vector<std::size_t> everybody_wants_;
    mutable std::shared_ptr<const EverybodyNow> everybody_;
    mutable std::shared_ptr<const TwoLives> lives_;
    mutable std::shared_ptr<const Snapshot> snapshot_;
};

}  // namespace bevlogen
