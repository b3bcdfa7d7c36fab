// Leaves out dominated scenarios, then those that lie above the line between their neighbours.
#include "sim/experiment/efficiency_frontier.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

struct Means {
    std::vector<double> cost, averted;
};

std::vector<std::size_t> whole_observations(std::span<const std::vector<double>> costs, std::span<const std::vector<double>> averted) {
    std::vector<std::size_t> whole;
    for (std::size_t r = 0; r < costs.front().size(); ++r) {
        bool is_whole = true;
        for (std::size_t s = 0; s < costs.size(); ++s) is_whole = is_whole && std::isfinite(costs[s][r]) && std::isfinite(averted[s][r]);
        if (is_whole) whole.push_back(r);
    }
    return whole;
}

double mean_of(const std::vector<double>& values, const std::vector<std::size_t>& observations) {
    double sum = 0.0;
    for (const std::size_t r : observations) sum += values[r];
    return sum / static_cast<double>(observations.size());
}

CostPerAverted step_between(std::span<const std::vector<double>> costs, std::span<const std::vector<double>> averted, std::size_t from,
                            std::size_t to, const std::vector<std::size_t>& observations, IntervalOf of) {
    std::vector<double> more, gained;
    for (const std::size_t r : observations) {
        more.push_back(costs[to][r] - costs[from][r]);
        gained.push_back(averted[to][r] - averted[from][r]);
    }
    return cost_per_averted(more, gained, of);
}

// Of those that cost no more and avert no less, the one that averts most; of equals the first.
std::optional<std::size_t> dominator(const Means& means, std::size_t s) {
    std::optional<std::size_t> found;
    for (std::size_t other = 0; other < means.cost.size(); ++other) {
        const bool is_as_good = means.cost[other] <= means.cost[s] && means.averted[other] >= means.averted[s];
        const bool is_equal = means.cost[other] == means.cost[s] && means.averted[other] == means.averted[s];
        if (!is_as_good || (is_equal && other >= s)) continue;
        if (!found || means.averted[other] > means.averted[*found]) found = other;
    }
    return found;
}

double slope(const Means& means, std::size_t from, std::size_t to) {
    return (means.cost[to] - means.cost[from]) / (means.averted[to] - means.averted[from]);
}

}  // namespace

std::vector<FrontierStep> efficiency_frontier(std::span<const std::vector<double>> costs, std::span<const std::vector<double>> averted,
                                              IntervalOf of) {
    expect(!costs.empty() && costs.size() == averted.size(), "costs and averted years are of the same scenarios");
    const std::vector<std::size_t> observations = whole_observations(costs, averted);
    if (observations.empty()) return {};
    Means means;
    for (std::size_t s = 0; s < costs.size(); ++s) {
        means.cost.push_back(mean_of(costs[s], observations));
        means.averted.push_back(mean_of(averted[s], observations));
    }
    std::vector<FrontierStep> steps(costs.size());
    std::vector<std::size_t> left;
    for (std::size_t s = 0; s < costs.size(); ++s) {
        if (const auto by = dominator(means, s)) {
            steps[s] = {FrontierPlace::dominated, by, {}};
        } else {
            left.push_back(s);
        }
    }
    std::sort(left.begin(), left.end(), [&](std::size_t a, std::size_t b) { return means.cost[a] < means.cost[b]; });
    std::vector<std::size_t> frontier;  // slopes rise along it
    for (const std::size_t s : left) {
        while (frontier.size() >= 2 && slope(means, frontier[frontier.size() - 2], frontier.back()) >= slope(means, frontier.back(), s)) {
            steps[frontier.back()] = {FrontierPlace::dominated_by_mixing, s, {}};
            frontier.pop_back();
        }
        frontier.push_back(s);
    }
    for (std::size_t i = 1; i < frontier.size(); ++i) {
        const std::size_t before = frontier[i - 1], s = frontier[i];
        steps[s] = {FrontierPlace::on_it, before, step_between(costs, averted, before, s, observations, of)};
    }
    return steps;
}

}  // namespace bevlogen
