// Leaves out what has no price, what cannot be told apart, what is dominated, and what lies above the line between its neighbours.
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

// Of those that cost no more and avert no less, the one that averts most; of these the cheapest.
std::optional<std::size_t> dominator(const Means& means, const std::vector<std::size_t>& candidates, std::size_t s) {
    std::optional<std::size_t> found;
    for (const std::size_t other : candidates) {
        if (other == s || means.cost[other] > means.cost[s] || means.averted[other] < means.averted[s]) continue;
        const bool is_equal = means.cost[other] == means.cost[s] && means.averted[other] == means.averted[s];
        if (is_equal && other > s) continue;
        const bool is_better = !found || means.averted[other] > means.averted[*found] ||
                               (means.averted[other] == means.averted[*found] && means.cost[other] < means.cost[*found]);
        if (is_better) found = other;
    }
    return found;
}

double slope(const Means& means, std::size_t from, std::size_t to) {
    return (means.cost[to] - means.cost[from]) / (means.averted[to] - means.averted[from]);
}

}  // namespace

std::vector<FrontierStep> efficiency_frontier(std::span<const std::vector<double>> costs, std::span<const std::vector<double>> averted,
                                              const std::vector<bool>& is_unpriced, IntervalOf of) {
    expect(!costs.empty() && costs.size() == averted.size() && costs.size() == is_unpriced.size(), "all of them are of the same scenarios");
    const std::vector<std::size_t> observations = whole_observations(costs, averted);
    if (observations.size() < 2) return {};
    const auto against = [&](std::size_t other, std::size_t s) { return step_between(costs, averted, other, s, observations, of); };
    Means means;
    std::vector<FrontierStep> steps(costs.size());
    std::vector<std::size_t> distinct;
    for (std::size_t s = 0; s < costs.size(); ++s) {
        means.cost.push_back(mean_of(costs[s], observations));
        means.averted.push_back(mean_of(averted[s], observations));
        const auto twin = std::find_if(distinct.begin(), distinct.end(),
                                       [&](std::size_t other) { return against(other, s).verdict == CostVerdict::unclear; });
        if (is_unpriced[s]) {
            steps[s].place = FrontierPlace::unpriced;
        } else if (twin != distinct.end()) {
            steps[s] = {FrontierPlace::same, *twin, {}};
        } else {
            distinct.push_back(s);
        }
    }
    std::vector<std::size_t> left;
    for (const std::size_t s : distinct) {
        if (const auto by = dominator(means, distinct, s)) {
            steps[s] = {FrontierPlace::dominated, by, against(*by, s)};
        } else {
            left.push_back(s);
        }
    }
    std::sort(left.begin(), left.end(), [&](std::size_t a, std::size_t b) { return means.cost[a] < means.cost[b]; });
    std::vector<std::size_t> frontier;  // slopes rise along it
    for (const std::size_t s : left) {
        while (frontier.size() >= 2 && slope(means, frontier[frontier.size() - 2], frontier.back()) >= slope(means, frontier.back(), s))
            frontier.pop_back();
        frontier.push_back(s);
    }
    for (const std::size_t s : left) {
        const auto next = std::find_if(frontier.begin(), frontier.end(), [&](std::size_t on) { return means.cost[on] >= means.cost[s]; });
        if (*next != s) {
            steps[s] = {FrontierPlace::mixed, *next, against(*next, s)};
        } else if (next != frontier.begin()) {
            steps[s] = {FrontierPlace::step, *(next - 1), against(*(next - 1), s)};
        }
    }
    return steps;
}

}  // namespace bevlogen
