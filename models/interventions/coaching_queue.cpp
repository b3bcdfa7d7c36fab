// The clearing of coaching: queues for coaches over the whole country, and what people who begin do to stigma in their teams.
#include <algorithm>
#include <cmath>
#include <limits>

#include "models/interventions/coaching.hpp"
#include "models/interventions/coaching_equations.hpp"
#include "models/interventions/coaching_trajectory.hpp"

namespace bevlogen::interventions {

using workforce::CoachingStage;

namespace {

struct Waiting {
    std::int32_t asked = 0;
    std::uint32_t ticket = 0;  // drawn
    PersonId person;
    std::size_t block = 0;
    std::size_t row = 0;

    auto operator<=>(const Waiting& other) const {
        if (const auto order = asked <=> other.asked; order != 0) return order;
        if (const auto order = ticket <=> other.ticket; order != 0) return order;
        return person <=> other.person;
    }
};

struct Queue {
    std::uint16_t programme = 0;
    CoachingSettings settings;
    std::int64_t busy = 0;             // have sessions now
    std::int64_t began_this_year = 0;  // in the last 52 weeks
    std::vector<Waiting> waiting{};
};

// How many may begin now. Coaches and budgets are of the whole country.
std::int64_t free_places(const Queue& queue, const CoachingContext& context) {
    const CoachingSettings& s = queue.settings;
    std::int64_t places = std::numeric_limits<std::int64_t>::max();
    const auto limit = [&](double whole_country, std::int64_t taken) {
        const auto limited = static_cast<std::int64_t>(std::floor(whole_country * context.population_scale + 0.5));
        places = std::min(places, std::max<std::int64_t>(limited, 1) - taken);
    };
    if (s.coaches > 0) {
        limit(static_cast<double>(s.coaches) * s.caseload, queue.busy);
        limit(static_cast<double>(s.coaches) * s.a_year, queue.began_this_year);
    }
    if (s.budget > 0.0f) {
        const double cost = (s.coach_kind == CoachKind::internal ? context.session_internal : context.session_external) * s.sessions;
        if (cost > 0.0) limit(static_cast<double>(s.budget) / cost, queue.began_this_year);
    }
    return std::max<std::int64_t>(places, 0);
}

Queue& queue_of(std::vector<Queue>& queues, std::uint16_t programme) {
    for (Queue& queue : queues) {
        if (queue.programme == programme) return queue;
    }
    return queues.emplace_back(Queue{.programme = programme, .settings = {}});  // settings without a queue: whoever waits is served
}

}  // namespace

void Coaching::clear_nation(std::span<Block> blocks, const Now& now) const {
    give_out_intakes(blocks, now);
    give_out_coaches(blocks, now);
    for (Block& block : blocks) lower_stigma(block, now.week);
}

void Coaching::give_out_coaches(std::span<Block> blocks, const Now& now) const {
    std::vector<Queue> queues;
    for (const InterventionNow& intervention : now.interventions) {
        for (const LeverSetting& setting : intervention.levers) {
            if (setting.lever == c_.lever)
                queues.push_back({.programme = static_cast<std::uint16_t>(intervention.purpose), .settings = settings_of(setting)});
        }
    }
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        const auto rows = std::as_const(blocks[b]).rows(c_.ledger);
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const Trajectory& row = rows[r];
            const bool waits = row.stage == CoachingStage::waiting && row.is_ready && row.is_queued;
            const bool began = row.started >= 0 && row.started > now.week.value - kWeeksPerYear;
            if (!waits && !began && row.stage != CoachingStage::busy) continue;
            Queue& queue = queue_of(queues, row.programme);
            queue.busy += row.stage == CoachingStage::busy ? 1 : 0;
            queue.began_this_year += began ? 1 : 0;
            if (!waits) continue;
            const PersonId person = blocks[b].person_at(row.post, c_.fields->engine);
            const std::uint32_t ticket = now.chance.words(person.value, Week{row.asked}, Purpose{row.programme}, kDrawPlaceInQueue)[0];
            queue.waiting.push_back({row.asked, ticket, person, b, r});
        }
    }
    for (Queue& queue : queues) {
        std::sort(queue.waiting.begin(), queue.waiting.end());
        const auto served = std::min<std::int64_t>(free_places(queue, c_), static_cast<std::int64_t>(queue.waiting.size()));
        for (const Waiting& next : std::span(queue.waiting).first(static_cast<std::size_t>(served))) {
            Trajectory& row = blocks[next.block].rows(c_.ledger)[next.row];
            take_coach(row, p_, now.chance, next.person, now.week);
            blocks[next.block].person(c_.fields->coaching_stage)[row.post] = static_cast<std::uint8_t>(row.stage);
        }
    }
}

// Who began since the last clearing lowers the stigma of asking help in the team; it returns to what it was.
void Coaching::lower_stigma(Block& block, Week week) const {
    const auto rows = std::as_const(block).rows(c_.ledger);
    const auto stigma = block.team(c_.fields->stigma);
    const float left = portable_exp(-static_cast<float>(kWeeksPerEpoch) / p_.shift.stigma_returns_weeks);
    std::size_t r = 0;
    for (std::size_t t = 0; t < block.teams(); ++t) {
        int began = 0;
        for (; r < rows.size() && rows[r].post < block.team_begin()[t + 1]; ++r) {
            began += rows[r].started >= 0 && rows[r].started > week.value - kWeeksPerEpoch ? 1 : 0;
        }
        if (began == 0 && stigma[t] == 0.0f) continue;
        stigma[t] = stigma_after(stigma[t], left, p_.shift.stigma_per_participant, static_cast<float>(began));
    }
}

}  // namespace bevlogen::interventions
