// Means of neighbouring replicates.
#include "sim/experiment/observation_unit.hpp"

#include "sim/core/contract.hpp"

namespace bevlogen {

ObservationUnit::ObservationUnit(std::optional<std::size_t> replicates_a_draw) : replicates_a_draw_(replicates_a_draw) {
    expect(replicates_a_draw.value_or(1) > 0, "a draw has replicates");
}

std::vector<double> ObservationUnit::values(std::span<const double> by_replicate) const {
    const std::size_t of_one = replicates();
    expect(by_replicate.size() % of_one == 0, "every draw has as many replicates");
    if (of_one == 1) return {by_replicate.begin(), by_replicate.end()};
    std::vector<double> means;
    for (std::size_t first = 0; first < by_replicate.size(); first += of_one) {
        double sum = 0.0;
        for (const double value : by_replicate.subspan(first, of_one)) sum += value;
        means.push_back(sum / static_cast<double>(of_one));
    }
    return means;
}

}  // namespace bevlogen
