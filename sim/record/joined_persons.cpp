// Finds everybody at the clearings that count, and nowhere else.
#include "sim/record/joined_persons.hpp"

#include <algorithm>
#include <limits>

namespace bevlogen {
namespace {

bool is_last_year(const RecordPlan& plan, Week week) { return week.value > plan.weeks - kWeeksPerYear; }

// For each category the first row of phases that has it and is not everybody (else that row), as it is stored.
std::vector<std::int16_t> rows_of_categories(const Model& model) {
    std::vector<std::int16_t> rows(model.category_count(), stored_value(0.0f));
    for (std::size_t category = 0; category < rows.size(); ++category) {
        for (std::size_t row = model.phases().size(); row-- > 1;) {
            if (model.phases().members[row] >> category & 1u) rows[category] = stored_value(static_cast<float>(row));
        }
    }
    return rows;
}

std::uint32_t clearings_of_last_year(const RecordPlan& plan) {
    return static_cast<std::uint32_t>(std::min(plan.clearings, kWeeksPerYear / kWeeksPerEpoch));
}

}  // namespace

JoinedPersons::JoinedPersons(const RecordPlan& plan, const Population& population, RunRecord& record) : plan_(plan) {
    if (plan.joined.empty() && plan.twin.empty()) return;
    row_of_category_ = rows_of_categories(*plan.model);
    blocks_ = population.blocks().size();
    const EngineFields& engine = plan.model->fields().engine;
    std::vector<std::uint64_t> persons;
    for (const Block& block : population.blocks()) {
        const auto filled = block.person(engine.filled);
        for (std::size_t post = 0; post < block.posts(); ++post) {
            if (filled[post]) persons.push_back(block.person_at(post, engine).value);
        }
    }
    if (!std::is_sorted(persons.begin(), persons.end())) std::sort(persons.begin(), persons.end());
    record.joined_persons = persons;
    last_year_.sums.assign(plan.joined.size() * persons.size(), 0.0);
    last_year_.clearings.assign(persons.size(), 0);
    record.twin.assign(plan.twin.size() * plan.twin_moments() * persons.size(), kNoValue);
    record.joined_phase.assign(persons.size(), kNoValue);
    seats_ = PersonSeats(std::move(persons), population.blocks().size());
}

void JoinedPersons::go_on(const RunRecord& record, LastYear last_year) {
    last_year_ = std::move(last_year);
    seats_ = PersonSeats(record.joined_persons, blocks_);
}

bool JoinedPersons::looks_at(Week week) const {
    const auto& twins = plan_.options.twin_weeks;
    return seats_.size() > 0 && (is_last_year(plan_, week) || std::find(twins.begin(), twins.end(), week.value) != twins.end());
}

void JoinedPersons::look_at(const BlockNow& now, std::span<const float* const> outcomes, std::span<const std::uint8_t> categories,
                            RunRecord& record) {
    if (!looks_at(now.week)) return;
    const auto& weeks = plan_.options.twin_weeks;
    const auto twin_week = std::find(weeks.begin(), weeks.end(), now.week.value);
    const bool counts_in_last_year = is_last_year(plan_, now.week);
    const std::size_t persons = seats_.size();
    const std::span<const Seat> seats = seats_.look_at(now.block, now.block_index, plan_.model->fields().engine);
    if (counts_in_last_year) {
        for (const Seat& seat : seats) ++last_year_.clearings[seat.index];
        for (std::size_t k = 0; k < plan_.joined.size(); ++k) {
            const float* column = outcomes[plan_.joined[k]];
            double* sums = last_year_.sums.data() + k * persons;
            for (const Seat& seat : seats) sums[seat.index] += static_cast<double>(column[seat.post]);
        }
    }
    if (now.week.value == plan_.clearings * kWeeksPerEpoch) {
        for (const Seat& seat : seats) record.joined_phase[seat.index] = row_of_category_[categories[seat.post]];
    }
    if (twin_week == weeks.end()) return;
    const auto moment = static_cast<std::size_t>(twin_week - weeks.begin());
    for (std::size_t k = 0; k < plan_.twin.size(); ++k) {
        const float* column = outcomes[plan_.twin[k]];
        std::int16_t* values = record.twin.data() + (k * weeks.size() + moment) * persons;
        for (const Seat& seat : seats) values[seat.index] = stored_value(column[seat.post]);
    }
}

void JoinedPersons::finish(RunRecord& record) const {
    const std::uint32_t whole = clearings_of_last_year(plan_);
    const std::size_t persons = last_year_.clearings.size();
    record.joined.assign(last_year_.sums.size(), kNoValue);
    for (std::size_t i = 0; i < record.joined.size(); ++i) {
        if (last_year_.clearings[i % persons] == whole && whole > 0)
            record.joined[i] = stored_value(static_cast<float>(last_year_.sums[i] / whole));
    }
}

}  // namespace bevlogen
