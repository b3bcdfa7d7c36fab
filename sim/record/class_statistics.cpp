// Sums by cell and class; statistics of rows when all blocks have been added.
#include "sim/record/class_statistics.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <utility>

#include "sim/population/population.hpp"

namespace bevlogen {

ClassStatistics::ClassStatistics(const RecordPlan& plan, const Grouping& grouping, std::size_t cells, unsigned slots)
    : plan_(plan),
      grouping_(grouping),
      classes_(plan.model->category_count(), grouping),
      length_(padded_outcomes(plan.outcomes())),
      sums_(cells, classes_.count * 2 * length_),
      slots_(slots) {
    for (Slot& slot : slots_) slot.persons.assign(classes_.count, 0);
}

void ClassStatistics::prepare(StoredMoments stored) const {
    stored.values.assign(plan_.outcomes() * stored.moments * grouping_.size() * kMeasures.size(), std::numeric_limits<float>::quiet_NaN());
    stored.counts.assign(stored.moments * grouping_.size(), 0);
}

// Outcomes that nobody has anything of are left out of the sums, the others stand in them without gaps.
void ClassStatistics::add(const BlockNow& now, const OutcomeColumns& outcomes, const ClassSeats& seats) {
    constexpr std::size_t kPartsPerCell = kTeamsPerCell / kTeamsAtOnce;
    Slot& slot = slots_[now.slot];
    slot.summed.clear();
    slot.columns.clear();
    slot.flagged.clear();
    for (std::size_t o = 0; o < outcomes.size(); ++o) {
        if (outcomes.flags(o).flag != nullptr) {
            slot.flagged.push_back(o);
        } else if (!outcomes.is_none(o)) {
            slot.summed.push_back(o);
            slot.columns.push_back(outcomes[o]);
        }
    }
    const std::span<const ClassOrder> parts = seats.orders();
    const auto begins = now.block.team_begin();
    const std::size_t first_cell = now.block.first_team() / kTeamsPerCell;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        if (part % kPartsPerCell == 0) slot.sums.assign(classes_.count * 2 * padded_outcomes(slot.columns.size()), 0.0f);
        sum_by_class(slot.columns, parts[part], classes_.count, slot.rows, slot.sums.data());
        for (std::size_t k = 0; k < classes_.count; ++k) slot.persons[k] += static_cast<std::uint32_t>(parts[part].of(k).size());
        if (part + 1 < parts.size() && (part + 1) % kPartsPerCell != 0) continue;
        const std::size_t cell = part / kPartsPerCell;
        const std::span<float> row = sums_.row(first_cell + cell);
        place(slot, row);
        count_flags(outcomes, seats.members(), begins[cell * kTeamsPerCell],
                    begins[std::min((cell + 1) * kTeamsPerCell, now.block.teams())], slot, row);
    }
}

void ClassStatistics::count_flags(const OutcomeColumns& outcomes, const ClassBits& members, std::size_t begin, std::size_t end, Slot& slot,
                                  std::span<float> row) const {
    static_assert(OutcomeColumns::kFlagGroup % kWordPosts == 0);
    if (begin == end) return;
    const std::size_t first = begin / kWordPosts, words = (end + kWordPosts - 1) / kWordPosts - first;
    slot.flags.resize(words);
    for (const std::size_t o : slot.flagged) {
        const OutcomeColumns::Flags flags = outcomes.flags(o);
        for (std::size_t w = 0; w < words; ++w) slot.flags[w] = bits_where(flags.flag + (first + w) * kWordPosts, 1);
        slot.flags.front() &= ~std::uint64_t{0} << begin % kWordPosts;
        if (end % kWordPosts != 0) slot.flags.back() &= ~(~std::uint64_t{0} << end % kWordPosts);
        for (std::size_t k = 0; k < classes_.count; ++k) {
            const std::uint64_t* of_class = members.of(k).data() + first;
            int count = 0;
            for (std::size_t w = 0; w < words; ++w) count += std::popcount(slot.flags[w] & of_class[w]);
            const float sum = static_cast<float>(count) * flags.value;
            row[2 * k * length_ + o] = sum;
            row[(2 * k + 1) * length_ + o] = sum * flags.value;
        }
    }
}

void ClassStatistics::place(const Slot& slot, std::span<float> row) const {
    const std::size_t length = padded_outcomes(slot.columns.size());
    std::fill(row.begin(), row.end(), 0.0f);
    for (std::size_t sum = 0; sum < 2 * classes_.count; ++sum) {
        const float* from = slot.sums.data() + sum * length;
        float* to = row.data() + sum * length_;
        for (std::size_t i = 0; i < slot.summed.size(); ++i) to[slot.summed[i]] = from[i];
    }
}

void ClassStatistics::close(std::size_t moment, StoredMoments stored) {
    std::vector<std::uint32_t> persons(classes_.count, 0);
    for (Slot& slot : slots_) {
        for (std::size_t k = 0; k < persons.size(); ++k) persons[k] += std::exchange(slot.persons[k], 0);
    }
    const std::vector<double> sums = sums_.total();
    for (std::size_t row = 0; row < grouping_.size(); ++row) {
        const std::vector<std::size_t> classes = classes_.classes_in(grouping_, row);
        std::uint32_t n = 0;
        for (const std::size_t k : classes) n += persons[k];
        stored.counts[moment * grouping_.size() + row] = static_cast<std::int32_t>(n);
        if (n == 0) continue;
        for (std::size_t o = 0; o < plan_.outcomes(); ++o) {
            double sum = 0.0;
            double squares = 0.0;
            for (const std::size_t k : classes) {
                sum += sums[2 * k * length_ + o];
                squares += sums[(2 * k + 1) * length_ + o];
            }
            const double mean = sum / n;
            const std::size_t at = ((o * stored.moments + moment) * grouping_.size() + row) * kMeasures.size();
            stored.values[at] = static_cast<float>(mean);
            if (plan_.model->outcomes()[o].shape == Shape::share) continue;
            stored.values[at + 1] = static_cast<float>(std::sqrt(std::max(0.0, squares / n - mean * mean)));
        }
    }
}

}  // namespace bevlogen
