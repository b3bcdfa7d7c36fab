// Mean squares within draws and between them.
#include "sim/experiment/variance_split.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "sim/core/contract.hpp"
#include "sim/experiment/observation_unit.hpp"

namespace bevlogen {

VarianceSplit split_variance(std::span<const double> values, std::size_t a_draw) {
    expect(a_draw > 0 && values.size() % a_draw == 0, "every draw has as many replicates");
    const double none = std::numeric_limits<double>::quiet_NaN();
    const auto n = static_cast<double>(a_draw);
    const std::vector<double> means = ObservationUnit(a_draw).values(values);
    double draws = 0.0, sum = 0.0, within = 0.0;
    for (std::size_t d = 0; d < means.size(); ++d) {
        if (!std::isfinite(means[d])) continue;
        draws += 1.0;
        sum += means[d];
        for (const double value : values.subspan(d * a_draw, a_draw)) within += (value - means[d]) * (value - means[d]);
    }
    if (draws < 2.0 || a_draw < 2) return {none, none};
    double between = 0.0;
    for (const double mean : means) {
        if (std::isfinite(mean)) between += (mean - sum / draws) * (mean - sum / draws);
    }
    const double of_chance = within / (draws * (n - 1.0)) / n;
    const double of_both = between / (draws - 1.0);
    if (of_chance == 0.0 && of_both == 0.0) return {none, none};
    return {std::max(0.0, of_both - of_chance), of_chance};
}

}  // namespace bevlogen
