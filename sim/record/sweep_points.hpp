// What is there of a sweep, finished or not, as one value: for each point the means over the replicates that have been run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sim/core/label.hpp"
#include "sim/engine/outcome.hpp"
#include "sim/record/sweep_file.hpp"
#include "sim/record/sweep_run.hpp"

namespace bevlogen {

struct SweepPoints {
    std::string model;
    Label title;
    Label question;
    std::vector<SweptParameter> parameters;
    std::vector<OutcomeDecl> outcomes;
    Grouping phases;
    std::size_t years = 0;
    std::size_t replicates = 0;         // that there are to be
    std::vector<double> values;         // [point][parameter]
    std::vector<float> means;           // [outcome][year][phase][point]: of yearly means, NaN where nothing is there yet
    std::vector<float> half_widths;     // likewise, of the 95 % interval over replicates; NaN where fewer than two are there
    std::vector<std::uint32_t> done;    // [point]: replicates that are there; points with different ones differ by chance too
    std::vector<std::uint32_t> failed;  // [point]
    std::size_t runs = 0;
    std::size_t runs_done = 0;
    std::size_t runs_failed = 0;
    bool is_complete = false;  // no run is missing: nothing more is to come

    std::size_t points() const { return done.size(); }
    std::size_t cells() const { return outcomes.size() * years * phases.size(); }  // of one point
    double value(std::size_t point, std::size_t parameter) const { return values[point * parameters.size() + parameter]; }
    // One number a point. `outcome` and `phase` are rows of the above; years count from 1.
    std::span<const float> means_of(std::size_t outcome, std::size_t year, std::size_t phase) const {
        return std::span(means).subspan(place(outcome, year, phase), points());
    }
    std::span<const float> half_widths_of(std::size_t outcome, std::size_t year, std::size_t phase) const {
        return std::span(half_widths).subspan(place(outcome, year, phase), points());
    }

  private:
    std::size_t place(std::size_t outcome, std::size_t year, std::size_t phase) const {
        return ((outcome * years + year - 1) * phases.size() + phase) * points();
    }
};

}  // namespace bevlogen
