// Chooses the panel by a draw that depends on the person alone, and follows it.
#include "sim/record/person_traces.hpp"

#include <algorithm>
#include <cmath>

#include "sim/engine/lane_sum.hpp"

namespace bevlogen {
namespace {

struct Candidate {
    std::uint64_t draw;
    PersonId person;
    std::size_t block;
    std::uint32_t post;
};

bool is_last_year(const RecordPlan& plan, Week week) { return week.value > plan.weeks - kWeeksPerYear; }

int clearings_of_last_year(const RecordPlan& plan) { return std::min(plan.clearings, kWeeksPerYear / kWeeksPerEpoch); }

}  // namespace

std::int16_t stored_value(float value) {
    if (!std::isfinite(value)) return kNoValue;
    const float steps = std::nearbyint(value / kStoredStep);
    return static_cast<std::int16_t>(std::clamp(steps, -32767.0f, 32767.0f));
}

PersonTraces::PersonTraces(const RecordPlan& plan, const Population& population, const Chance& chance, bool keeps_panel, RunRecord& record)
    : plan_(plan), panel_seats_(population.blocks().size()), joined_seats_(population.blocks().size()) {
    const EngineFields& engine = plan.model->fields().engine;
    std::vector<Candidate> candidates;
    for (std::size_t b = 0; b < population.blocks().size(); ++b) {
        const Block& block = population.blocks()[b];
        for (const TeamId team : block.team_ids()) record.teams.push_back(team.value);
        const auto filled = block.person(engine.filled);
        for (std::uint32_t post = 0; post < block.posts(); ++post) {
            if (!filled[post]) continue;
            const PersonId person = block.person_at(post, engine);
            const PhiloxWords words = chance.world().words(person.value, Week{0}, Purpose::panel);
            candidates.push_back({std::uint64_t{words[1]} << 32 | words[0], person, b, post});
        }
    }
    const auto by_person = [](const Candidate& a, const Candidate& b) { return a.person < b.person; };
    if (!plan.joined.empty()) {
        std::sort(candidates.begin(), candidates.end(), by_person);
        for (const Candidate& c : candidates) {
            joined_seats_[c.block].push_back({c.post, static_cast<std::uint32_t>(record.joined_persons.size()), c.person});
            record.joined_persons.push_back(c.person.value);
        }
        joined_size_ = candidates.size();
        joined_sums_.assign(plan.joined.size() * joined_size_, 0.0);
    }
    if (keeps_panel && !plan.panel.empty() && plan.panel_looks > 0) {
        panel_size_ = std::min(plan.options.panel_persons, candidates.size());
        const auto by_draw = [](const Candidate& a, const Candidate& b) {
            return a.draw != b.draw ? a.draw < b.draw : a.person < b.person;
        };
        std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(panel_size_), candidates.end(), by_draw);
        candidates.resize(panel_size_);
        std::sort(candidates.begin(), candidates.end(), by_person);
        for (const Candidate& c : candidates) {
            panel_seats_[c.block].push_back({c.post, static_cast<std::uint32_t>(record.panel_persons.size()), c.person});
            record.panel_persons.push_back(c.person.value);
        }
        record.panel.assign(plan.panel.size() * static_cast<std::size_t>(plan.panel_looks) * panel_size_, kNoValue);
    }
    record.team_map.assign(plan.team_map.size() * static_cast<std::size_t>(plan.quarters) * record.teams.size(), kNoValue);
}

void PersonTraces::trace_week(const BlockNow& now, const float* weekly, std::size_t stride, const float* counted, RunRecord& record) {
    const EngineFields& engine = plan_.model->fields().engine;
    const auto week = static_cast<std::size_t>(now.week.value);
    const auto every = static_cast<std::size_t>(plan_.options.panel_every);
    if (panel_size_ > 0 && week % every == 0) {
        const std::size_t look = week / every - 1;
        const auto looks = static_cast<std::size_t>(plan_.panel_looks);
        for (const Seat& seat : panel_seats_[now.block_index]) {
            if (now.block.person_at(seat.post, engine) != seat.person) continue;
            for (std::size_t k = 0; k < plan_.panel.size(); ++k) {
                const float value = weekly[plan_.weekly_columns_of_panel[k] * stride + seat.post];
                record.panel[(k * looks + look) * panel_size_ + seat.index] = stored_value(value);
            }
        }
    }
    if (week % kWeeksPerQuarter == 0) {
        const std::size_t quarter = week / kWeeksPerQuarter - 1;
        const auto begins = now.block.team_begin();
        for (std::size_t t = 0; t < now.block.teams(); ++t) {
            const double count = lane_sum(counted, counted, begins[t], begins[t + 1]);
            for (std::size_t k = 0; k < plan_.team_map.size(); ++k) {
                const float* column = weekly + plan_.weekly_columns_of_team_map[k] * stride;
                const double mean = count > 0.0 ? lane_sum(column, counted, begins[t], begins[t + 1]) / count : std::nan("");
                const std::size_t row = k * static_cast<std::size_t>(plan_.quarters) + quarter;
                record.team_map[row * record.teams.size() + now.block.first_team() + t] = stored_value(static_cast<float>(mean));
            }
        }
    }
}

void PersonTraces::trace_clearing(const BlockNow& now, const float* all, std::size_t stride) {
    if (joined_size_ == 0 || !is_last_year(plan_, now.week)) return;
    const EngineFields& engine = plan_.model->fields().engine;
    for (const Seat& seat : joined_seats_[now.block_index]) {
        const bool is_there = now.block.person_at(seat.post, engine) == seat.person;
        for (std::size_t k = 0; k < plan_.joined.size(); ++k) {
            const double value = is_there ? static_cast<double>(all[plan_.joined[k] * stride + seat.post]) : std::nan("");
            joined_sums_[k * joined_size_ + seat.index] += value;
        }
    }
}

void PersonTraces::finish(RunRecord& record) const {
    record.joined.resize(joined_sums_.size());
    for (std::size_t i = 0; i < joined_sums_.size(); ++i) {
        record.joined[i] = stored_value(static_cast<float>(joined_sums_[i] / clearings_of_last_year(plan_)));
    }
}

}  // namespace bevlogen
