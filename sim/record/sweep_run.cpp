// Takes yearly means out of the record of a run.
#include "sim/record/sweep_run.hpp"

#include "sim/core/bytes.hpp"
#include "sim/core/contract.hpp"

namespace bevlogen {

SweepRun SweepRun::of(const RecordPlan& plan, const RunRecord& record, std::span<const std::size_t> kept) {
    constexpr int kClearingsAYear = kWeeksPerYear / kWeeksPerEpoch;
    SweepRun run;
    for (const std::size_t outcome : kept) {
        for (int year = 1; year <= plan.years; ++year) {
            for (std::size_t phase = 0; phase < plan.phases(); ++phase)
                run.values.push_back(static_cast<float>(record.year_mean(plan, outcome, phase, year)));
        }
    }
    for (int year = 1; year <= plan.years; ++year) {
        for (std::size_t phase = 0; phase < plan.phases(); ++phase) {
            double sum = 0.0;
            for (int c = (year - 1) * kClearingsAYear; c < year * kClearingsAYear; ++c)
                sum += record.persons_by_phase[static_cast<std::size_t>(c) * plan.phases() + phase];
            run.persons.push_back(static_cast<float>(sum / kClearingsAYear));
        }
    }
    return run;
}

bool SweepRun::has_shape(const SweepShape& shape) const {
    if (has_failed()) return values.empty() && persons.empty() && euros.empty();
    return values.size() == shape.values() && persons.size() == shape.persons() && euros.size() == shape.euros();
}

std::vector<std::byte> SweepRun::to_bytes() const {
    ByteWriter out;
    out.array(values);
    out.array(persons);
    out.array(euros);
    out.text(failure);
    return out.take();
}

SweepRun SweepRun::from_bytes(std::span<const std::byte> bytes) {
    ByteReader in(bytes);
    SweepRun run;
    run.values = in.array<float>();
    run.persons = in.array<float>();
    run.euros = in.array<float>();
    run.failure = in.text();
    if (!in.is_at_end()) throw std::runtime_error("the bytes of a run of a sweep go on behind its end");
    return run;
}

}  // namespace bevlogen
