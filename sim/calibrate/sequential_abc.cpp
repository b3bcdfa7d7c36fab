// Draws around points by normal kernels cut off at the cube, and weighs what was drawn by how likely that was.
#include "sim/calibrate/sequential_abc.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/contract.hpp"
#include "sim/random/distributions.hpp"
#include "sim/random/stream.hpp"

namespace bevlogen {
namespace {

constexpr Week kProposals{1};      // designs draw in week 0
constexpr double kLeastSd = 1e-3;  // a population that has shrunk to a point still moves
constexpr double kRootOfTwoPi = 2.5066282746310002;
constexpr double kFailed = std::numeric_limits<double>::infinity();
constexpr double kSteps = 0x1p24;  // coordinates are odd multiples of half of one over this: never 0 or 1

double normal_cdf(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

// How much of a normal distribution round `from` lies in (0, 1).
double inside(double from, double sd) { return normal_cdf((1.0 - from) / sd) - normal_cdf(-from / sd); }

double inside_step(double coordinate) { return (std::floor(coordinate * kSteps) + 0.5) / kSteps; }

double sum_of_weights(const std::vector<AbcPoint>& points) {
    double sum = 0.0;
    for (const AbcPoint& point : points) sum += point.weight;
    return sum;
}

double effective(const std::vector<AbcPoint>& points) {
    double squares = 0.0;
    for (const AbcPoint& point : points) squares += point.weight * point.weight;
    const double sum = sum_of_weights(points);
    return sum * sum / squares;
}

}  // namespace

SequentialAbc::SequentialAbc(const AbcSettings& settings, std::size_t axes, const Chance& chance)
    : settings_(settings), axes_(axes), chance_(chance), points_(latin_hypercube(settings.start, axes, chance)), proposals_(1) {
    expect(settings.keep >= 2 && settings.start >= settings.keep && settings.generation >= 1 && settings.most_generations >= 1,
           "a population has two points at least, and no more than it starts from");
    proposals_.front().points = settings.start;
}

void SequentialAbc::take(const std::vector<double>& distances) {
    expect(!is_finished_ && distances.size() == points_.size(), "every point of a generation has a distance");
    const std::size_t generation = history_.size();
    const double before = kept_.empty() ? kFailed : kept_.back().distance;
    std::size_t accepted = 0;
    for (std::size_t i = 0; i < points_.size(); ++i) {
        const double distance = std::isfinite(distances[i]) ? distances[i] : kFailed;
        if (distance < before) ++accepted;
        kept_.push_back({points_[i], distance, 1.0, generation, i});
    }
    std::ranges::stable_sort(kept_, {}, &AbcPoint::distance);
    kept_.resize(settings_.keep);
    while (kept_.size() > 2 && std::isinf(kept_.back().distance)) kept_.pop_back();
    weigh();
    const double share = static_cast<double>(accepted) / static_cast<double>(points_.size());
    history_.push_back({points_.size(), kept_.back().distance, share, effective(kept_)});
    is_finished_ = history_.size() == settings_.most_generations || (generation > 0 && share < settings_.least_accepted) ||
                   std::isinf(kept_.front().distance);
    points_.clear();
    if (!is_finished_) draw_points();
}

// Kernels with twice the weighted variance (Beaumont et al., 2009).
SequentialAbc::Proposal SequentialAbc::proposal_now() const {
    const double sum = sum_of_weights(kept_);
    Proposal proposal;
    proposal.points = settings_.generation;
    for (std::size_t k = 0; k < axes_; ++k) {
        double mean = 0.0, variance = 0.0;
        for (const AbcPoint& point : kept_) mean += point.weight * point.at[k] / sum;
        for (const AbcPoint& point : kept_) variance += point.weight * (point.at[k] - mean) * (point.at[k] - mean) / sum;
        proposal.sd.push_back(std::max(kLeastSd, std::sqrt(2.0 * variance)));
    }
    for (const AbcPoint& point : kept_) {
        double volume = 1.0;
        for (std::size_t k = 0; k < axes_; ++k) volume *= proposal.sd[k] * kRootOfTwoPi * inside(point.at[k], proposal.sd[k]);
        proposal.from.push_back(point.at);
        proposal.height.push_back(point.weight / sum / volume);
    }
    return proposal;
}

double SequentialAbc::Proposal::density(const UnitPoint& at) const {
    if (from.empty()) return 1.0;
    double density = 0.0;
    for (std::size_t j = 0; j < from.size(); ++j) {
        double squares = 0.0;
        for (std::size_t k = 0; k < sd.size(); ++k) {
            const double z = (at[k] - from[j][k]) / sd[k];
            squares += z * z;
        }
        density += height[j] * std::exp(-0.5 * squares);
    }
    return density;
}

void SequentialAbc::draw_points() {
    proposals_.push_back(proposal_now());
    const std::vector<double>& sd = proposals_.back().sd;
    const double sum = sum_of_weights(kept_);
    for (std::size_t i = 0; i < settings_.generation; ++i) {
        Stream stream(chance_, std::uint64_t{history_.size()} << 32 | i, kProposals, Purpose::design);
        double left = draw_uniform(stream) * sum;
        std::size_t from = 0;
        while (from + 1 < kept_.size() && left >= kept_[from].weight) left -= kept_[from++].weight;
        UnitPoint point;
        for (std::size_t k = 0; k < axes_; ++k) {
            double coordinate = -1.0;
            while (!(coordinate > 0.0 && coordinate < 1.0)) coordinate = draw_normal(stream, 0.0, 1.0) * sd[k] + kept_[from].at[k];
            point.push_back(inside_step(coordinate));
        }
        points_.push_back(std::move(point));
    }
}

// The prior is 1 everywhere; what all generations drew together has this density.
void SequentialAbc::weigh() {
    double drawn = 0.0;
    for (const Proposal& proposal : proposals_) drawn += static_cast<double>(proposal.points);
    for (AbcPoint& point : kept_) {
        double density = 0.0;
        for (const Proposal& proposal : proposals_) density += static_cast<double>(proposal.points) / drawn * proposal.density(point.at);
        point.weight = 1.0 / density;
    }
}

}  // namespace bevlogen
