// Draws the panel and writes what is followed of each person.
#include "sim/record/panel.hpp"

#include <algorithm>
#include <array>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kMostTraces = 64;

struct Candidate {
    std::uint64_t draw;
    std::uint64_t person;

    bool operator<(const Candidate& other) const { return draw != other.draw ? draw < other.draw : person < other.person; }
};

// The persons whose draws are smallest, in ascending order.
std::vector<std::uint64_t> draw_panel(const RecordPlan& plan, const Population& population, const Chance& chance) {
    const EngineFields& engine = plan.model->fields().engine;
    std::vector<Candidate> candidates;
    for (const Block& block : population.blocks()) {
        const auto filled = block.person(engine.filled);
        for (std::size_t post = 0; post < block.posts(); ++post) {
            if (!filled[post]) continue;
            const std::uint64_t person = block.person_at(post, engine).value;
            const PhiloxWords words = chance.world().words(person, Week{0}, Purpose::panel);
            candidates.push_back({std::uint64_t{words[1]} << 32 | words[0], person});
        }
    }
    const std::size_t size = std::min(plan.options.panel_persons, candidates.size());
    std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(size), candidates.end());
    std::vector<std::uint64_t> persons;
    for (std::size_t i = 0; i < size; ++i) persons.push_back(candidates[i].person);
    std::sort(persons.begin(), persons.end());
    return persons;
}

}  // namespace

Panel::Panel(const RecordPlan& plan, const Population& population, const Chance& chance, RunRecord& record)
    : plan_(plan), blocks_(population.blocks().size()) {
    expect(plan.traces() <= kMostTraces, "a model has at most 64 traces");
    if (plan.traces() == 0 || plan.panel_looks == 0) return;
    seats_ = PersonSeats(draw_panel(plan, population, chance), population.blocks().size());
    record.panel_persons = seats_.persons();
    record.panel.assign(plan.traces() * static_cast<std::size_t>(plan.panel_looks) * seats_.size(), kNoValue);
}

void Panel::go_on(const RunRecord& record) { seats_ = PersonSeats(record.panel_persons, blocks_); }

void Panel::trace_week(const BlockNow& now, RunRecord& record) {
    if (seats_.size() == 0) return;
    const EngineFields& engine = plan_.model->fields().engine;
    const bool is_epoch_start = now.week.value % kWeeksPerEpoch == 1;
    if (is_epoch_start) seats_.look_at(now.block, now.block_index, engine);
    if (now.week.value % plan_.options.panel_every != 0) return;
    const std::size_t look = static_cast<std::size_t>(now.week.value / plan_.options.panel_every) - 1;
    const auto looks = static_cast<std::size_t>(plan_.panel_looks);
    std::array<float, kMostTraces> values{};
    const std::span<float> traced = std::span(values).first(plan_.traces());
    const auto is_still_there = [&](const Block& block, const Seat& seat) {  // a post may be closed within an epoch
        return block.person(engine.filled)[seat.post] != 0 && block.person_at(seat.post, engine).value == seats_.persons()[seat.index];
    };
    for (const Seat& seat : seats_.seats(now.block_index)) {
        if (!is_still_there(now.block, seat)) continue;
        now.dynamics.trace(now.block, seat.post, traced);
        for (std::size_t k = 0; k < traced.size(); ++k)
            record.panel[(k * looks + look) * seats_.size() + seat.index] = stored_value(traced[k]);
    }
}

}  // namespace bevlogen
