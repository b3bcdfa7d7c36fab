// What an outcome of a sweep depends on: the analysis that belongs to its design, over the points of its file.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/core/label.hpp"
#include "sim/record/sweep_file.hpp"
#include "sim/sweep/morris_effects.hpp"
#include "sim/sweep/rank_effects.hpp"
#include "sim/sweep/sobol_indices.hpp"

namespace bevlogen {

enum class SensitivityMethod { morris, sobol, ranking };

// One outcome in some phases together, weighed by persons, in one year.
struct SensitivityQuestion {
    std::size_t outcome = 0;          // rows of the file's dimensions
    std::vector<std::size_t> phases;  // one at least
    std::size_t year = 1;
};

// By what axes are ranked, the same for all designs: mu* of Morris, the total index of Sobol', the size of the regression coefficient.
struct AxisStrength {
    std::size_t axis = 0;
    double strength = 0.0;
    Interval interval;
    double direction = 0.0;  // 1 where the outcome rises with the axis, -1 where it falls, 0 where it does both or that is not known
};

struct Sensitivity {
    SensitivityMethod method = SensitivityMethod::ranking;
    SensitivityQuestion question;
    std::vector<AxisStrength> ranked;  // the strongest first; axes without a number last
    // The one that belongs to the method is filled, an axis each.
    std::vector<MorrisEffect> morris;
    SobolResult sobol;
    RankResult ranking;
    std::vector<double> values;  // one a point: mean over its replicates; NaN where one of them is missing or failed
    double mean = 0.0;           // over points
    double low = 0.0;            // least and greatest of a point
    double high = 0.0;
    std::size_t points_missing = 0;  // of which a run is missing or failed
    std::size_t parts_used = 0;      // trajectories, rows or points
    std::size_t parts = 0;
};

// What a sweep's file says of its axes, outcomes and phases, read once.
class SweepTable {
  public:
    // Throws InputError where the file lacks something.
    explicit SweepTable(const std::filesystem::path& file);

    const StoredSweep& file() const { return file_; }
    SensitivityMethod method() const { return method_; }
    const std::string& design() const { return design_; }
    std::size_t axes() const { return paths_.size(); }
    const std::vector<std::string>& paths() const { return paths_; }
    const std::vector<Label>& labels() const { return labels_; }
    const std::vector<std::string>& spreads() const { return spreads_; }
    const std::vector<std::string>& units() const { return units_; }
    const std::vector<std::string>& outcomes() const { return outcomes_; }
    const std::vector<Label>& outcome_labels() const { return outcome_labels_; }
    const std::vector<std::string>& outcome_units() const { return outcome_units_; }
    const std::vector<std::string>& phases() const { return phases_; }
    const std::vector<Label>& phase_labels() const { return phase_labels_; }
    std::size_t years() const { return file_.shape().years; }
    const std::vector<double>& parameter_values() const { return values_; }  // [point][axis]
    const std::vector<double>& coordinates() const { return coordinates_; }  // [point][axis]

    // One value a point and replicate, [point][replicate]; NaN where the run is missing or failed.
    std::vector<double> values_of(const SensitivityQuestion& question) const;
    // Whether it is the share in a state that measures avert.
    bool is_averted(std::size_t outcome) const { return !averted_[outcome].empty(); }
    const std::string& averted_words(std::size_t outcome) const { return averted_[outcome]; }
    // Person-years over all years that the first point has more in the state, for its persons, [point][replicate]; NaN where a run is
    // missing.
    std::vector<double> averted(const SensitivityQuestion& question) const;
    // EUR that all payers pay in the years together, [point][replicate]; empty where no costs are known.
    std::vector<double> euros() const;

  private:
    // Mean over phases weighed by persons, and how many these are.
    struct Weighed {
        double value, persons;
    };
    Weighed weighed(const SweepRun& run, const SensitivityQuestion& question, std::size_t year) const;

    StoredSweep file_;
    std::string design_;
    SensitivityMethod method_ = SensitivityMethod::ranking;
    std::vector<std::string> paths_, spreads_, units_, outcomes_, outcome_units_, averted_, phases_;
    std::vector<Label> labels_, outcome_labels_, phase_labels_;
    std::vector<double> values_, coordinates_;
};

// Throws InputError where no part of the design is complete enough to say anything.
Sensitivity analyse_sweep(const SweepTable& table, const SensitivityQuestion& question);

// "Morris", "Sobol'", "regression and rank correlation".
Label method_words(SensitivityMethod method);

}  // namespace bevlogen
