// An outcome of a sweep against one of its parameters, as far as it has been run.
#pragma once

#include <memory>
#include <optional>

#include "sim/record/sweep_points.hpp"
#include "viewer/figures/figure.hpp"
#include "viewer/plot/point_chart.hpp"

namespace bevlogen {

struct SweepChoice {
    std::size_t outcome = 0, parameter = 0, phase = 0;  // rows of SweepPoints
    std::size_t year = 1;                               // from 1
    std::optional<std::size_t> point{};                 // that is marked
    Language language = Language::english;
};

// In the order of points, those without a run too: they have no value.
PointChart sweep_chart(const SweepPoints& points, const SweepChoice& choice);
Figure sweep_figure(std::shared_ptr<const SweepPoints> points, const SweepChoice& choice, Placed* placed);

}  // namespace bevlogen
