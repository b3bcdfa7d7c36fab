// Pairs runs by replicate.
#include "sim/sweep/point_effects.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kPointsRead = 60;  // more of them are for a file
constexpr std::size_t kAxesRead = 4;

std::vector<double> of_point(const std::vector<double>& all, std::size_t point, std::size_t replicates) {
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(point * replicates);
    return {begin, begin + static_cast<std::ptrdiff_t>(replicates)};
}

std::vector<double> minus(const std::vector<double>& a, const std::vector<double>& b) {
    std::vector<double> differences;
    for (std::size_t i = 0; i < a.size(); ++i) differences.push_back(a[i] - b[i]);
    return differences;
}

}  // namespace

bool is_read_point_by_point(const SweepTable& table) {
    const bool is_listed = table.design() == "grid" || table.design() == "list";
    return is_listed && table.file().points() <= kPointsRead && table.axes() <= kAxesRead;
}

std::vector<PointEffect> point_effects(const SweepTable& table, const SensitivityQuestion& question) {
    const std::size_t replicates = table.file().replicates();
    const std::vector<double> levels = table.values_of(question), euros = table.euros();
    const std::vector<double> averted = table.is_averted(question.outcome) ? table.averted(question) : std::vector<double>{};
    std::vector<PointEffect> effects;
    for (std::size_t p = 0; p < table.file().points(); ++p) {
        PointEffect effect;
        effect.point = p;
        const std::vector<double> here = of_point(levels, p, replicates);
        effect.level = estimate_mean(here);
        effect.from_first = estimate_mean(minus(here, of_point(levels, 0, replicates)));
        effect.from_before = estimate_mean(minus(here, of_point(levels, p == 0 ? 0 : p - 1, replicates)));
        std::vector<double> costs;
        if (!euros.empty()) costs = minus(of_point(euros, p, replicates), of_point(euros, 0, replicates));
        if (!costs.empty()) effect.euros = estimate_mean(costs);
        if (!averted.empty()) effect.averted = estimate_mean(of_point(averted, p, replicates));
        if (p > 0 && !costs.empty() && !averted.empty() && effect.averted.replicates == replicates)
            effect.per_averted = cost_per_averted(costs, of_point(averted, p, replicates));
        effects.push_back(effect);
    }
    return effects;
}

}  // namespace bevlogen
