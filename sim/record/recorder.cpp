// Measures a block once and hands its outcomes to all who keep something of them.
#include "sim/record/recorder.hpp"

#include <utility>

#include "sim/core/bytes.hpp"
#include "sim/record/team_maps.hpp"

namespace bevlogen {
namespace {

bool is_years_end(Week week) { return week.value % kWeeksPerYear == 0; }

}  // namespace

Recorder::Recorder(const RecordPlan& plan, const Population& population, const Chance& chance, unsigned slots, bool keeps_panel)
    : plan_(plan),
      slots_(slots),
      weekly_(plan, population.cells(), slots, record_),
      phases_of_block_(population.blocks().size()),
      phases_(plan, plan.model->phases(), population.cells(), slots),
      strata_(plan, plan.model->strata(), population.cells(), slots),
      quantiles_(plan, slots, record_),
      joined_(plan, population, record_) {
    phases_.prepare(by_phase());
    strata_.prepare(by_stratum());
    if (keeps_panel) panel_.emplace(plan, population, chance, record_);
    prepare_team_maps(plan, population, record_);
}

void Recorder::draw_panel(const Population& population, const Chance& chance) {
    if (panel_) panel_.emplace(plan_, population, chance, record_);
}

ClassSeats& Recorder::look_at_phases(const BlockNow& now, Slot& slot) {
    slot.categories.resize(now.block.posts());
    now.dynamics.categorise(now.block, slot.categories);
    ClassSeats& seats = phases_of_block_[now.block_index];
    seats.look_at(now.block, phases_.classes(), slot.categories);
    return seats;
}

void Recorder::observe_week(const BlockNow& now) {
    Slot& slot = slots_[now.slot];
    if (now.week.value % kWeeksPerEpoch == 1) weekly_.start_epoch(now, look_at_phases(now, slot).orders());
    if (WeeklyMeans::sums_up(now.week) || maps_teams(now.week)) {
        slot.measured.prepare(plan_.weekly.size(), now.block.padded_posts());
        now.dynamics.measure_weekly(now.block, slot.measured);
    }
    if (WeeklyMeans::sums_up(now.week)) {
        weekly_.add_week(now, slot.measured, phases_of_block_[now.block_index].masks(now.block));
    }
    if (maps_teams(now.week)) {
        slot.measured.work_out(now.block.posts());
        slot.counted.assign(now.block.padded_posts(), 0.0f);
        for (std::size_t i = 0; i < now.block.posts(); ++i) slot.counted[i] = slot.categories[i] == kNoCategory ? 0.0f : 1.0f;
        map_teams(plan_, now, slot.measured.all(), slot.counted.data(), record_);
    }
    if (panel_) panel_->trace_week(now, record_);
}

void Recorder::observe_clearing(const BlockNow& now) {
    Slot& slot = slots_[now.slot];
    slot.measured.prepare(plan_.outcomes(), now.block.padded_posts());
    now.dynamics.measure(now.block, now.week_from_burn_in, now.chance, slot.measured);
    phases_.add(now, slot.measured, look_at_phases(now, slot));
    if (is_years_end(now.week) || joined_.looks_at(now.week)) slot.measured.work_out(now.block.posts());
    if (is_years_end(now.week)) {
        ClassSeats strata;
        strata.look_at(now.block, strata_.classes(), slot.categories);
        strata_.add(now, slot.measured, strata);
    }
    quantiles_.add(now, slot.measured.all(), slot.categories);
    joined_.look_at(now, slot.measured.all(), slot.categories, record_);
}

void Recorder::close_epoch(Week week, std::span<const Block>) {
    phases_.close(static_cast<std::size_t>(week.value / kWeeksPerEpoch) - 1, by_phase());
    if (is_years_end(week)) strata_.close(static_cast<std::size_t>(week.value / kWeeksPerYear) - 1, by_stratum());
    weekly_.close_epoch(week, record_);  // after the statistics by phase, of which it takes the last week
    quantiles_.close(week, record_);
}

RunRecord Recorder::take() {
    joined_.finish(record_);
    return std::move(record_);
}

std::vector<std::byte> Recorder::to_bytes() const {
    ByteWriter out;
    const std::vector<std::byte> record = record_.to_bytes();
    out.array(record);
    out.array(joined_.last_year().sums);
    out.array(joined_.last_year().clearings);
    return out.take();
}

void Recorder::restore(std::span<const std::byte> bytes) {
    ByteReader in(bytes);
    const auto record = in.array<std::byte>();
    record_ = RunRecord::from_bytes(record);
    JoinedPersons::LastYear last_year{in.array<double>(), {}};
    last_year.clearings = in.array<std::uint32_t>();
    joined_.go_on(record_, std::move(last_year));
    if (panel_) panel_->go_on(record_);
}

}  // namespace bevlogen
