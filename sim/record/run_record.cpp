// Yearly means of a run's record, and its bytes for the journal.
#include "sim/record/run_record.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

#include "sim/core/bytes.hpp"
#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

constexpr std::uint32_t kBytesVersion = 0x52524234;  // "4BRR": a change of RunRecord changes it

// Every field in the order of the bytes, once for writing and reading.
template <class Record, class Visit>
void visit_fields(Record& record, Visit visit) {
    visit(record.weekly);
    visit(record.by_phase);
    visit(record.by_stratum);
    visit(record.quantiles);
    visit(record.persons_by_phase);
    visit(record.persons_by_stratum);
    visit(record.panel_persons);
    visit(record.panel);
    visit(record.teams);
    visit(record.team_map);
    visit(record.joined_persons);
    visit(record.joined);
    visit(record.joined_phase);
    visit(record.twin);
}

}  // namespace

bool RunRecord::operator==(const RunRecord& other) const { return to_bytes() == other.to_bytes(); }

double RunRecord::year_measure(const RecordPlan& plan, std::size_t measure, std::size_t outcome, std::size_t phase, int year) const {
    constexpr int kClearingsPerYear = kWeeksPerYear / kWeeksPerEpoch;
    expect(year >= 1 && year * kClearingsPerYear <= plan.clearings, "the year is one of those recorded");
    expect(outcome < plan.outcomes() && phase < plan.phases(), "outcome and phase are the model's");
    double sum = 0.0;
    int present = 0;
    for (int clearing = (year - 1) * kClearingsPerYear; clearing < year * kClearingsPerYear; ++clearing) {
        const std::size_t row = outcome * static_cast<std::size_t>(plan.clearings) + static_cast<std::size_t>(clearing);
        const float value = by_phase[(row * plan.phases() + phase) * kMeasures.size() + measure];
        if (std::isnan(value)) continue;
        sum += static_cast<double>(value);
        ++present;
    }
    return present > 0 ? sum / present : std::numeric_limits<double>::quiet_NaN();
}

double RunRecord::year_mean(const RecordPlan& plan, std::size_t outcome, std::size_t phase, int year) const {
    return year_measure(plan, measure_index("mean"), outcome, phase, year);
}

double RunRecord::year_sd(const RecordPlan& plan, std::size_t outcome, std::size_t phase, int year) const {
    if (plan.model->outcomes()[outcome].shape == Shape::level) return year_measure(plan, measure_index("sd"), outcome, phase, year);
    const double share = year_mean(plan, outcome, phase, year);
    return std::sqrt(share * (1.0 - share));
}

std::vector<std::byte> RunRecord::to_bytes() const {
    ByteWriter writer;
    writer.value(kBytesVersion);
    visit_fields(*this, [&](const auto& field) { writer.array(field); });
    return writer.take();
}

RunRecord RunRecord::from_bytes(std::span<const std::byte> bytes) {
    ByteReader reader(bytes);
    if (reader.value<std::uint32_t>() != kBytesVersion)
        throw std::runtime_error("the bytes are not those of a run's record of this version");
    RunRecord record;
    visit_fields(record, [&]<class T>(std::vector<T>& field) { field = reader.array<T>(); });
    if (!reader.is_at_end()) throw std::runtime_error("more bytes than a run's record has");
    return record;
}

}  // namespace bevlogen
