// The clearing of intakes: where coordinators are few, who asked first has the intake first.
#include <algorithm>
#include <limits>

#include "models/interventions/coaching.hpp"
#include "models/interventions/coaching_equations.hpp"
#include "models/interventions/coaching_trajectory.hpp"

namespace bevlogen::interventions {
namespace {

struct WaitsForIntake {
    std::uint16_t programme = 0;
    std::int32_t asked = 0;
    std::uint32_t ticket = 0;  // drawn
    PersonId person;
    std::size_t block = 0;
    std::size_t row = 0;

    auto operator<=>(const WaitsForIntake&) const = default;  // no two share programme, week and person
};

}  // namespace

// As for coaches, coordinators are of the whole country, and where the programme has no limit any more, whoever waits is served.
void Coaching::give_out_intakes(std::span<Block> blocks, const Now& now) const {
    std::vector<WaitsForIntake> waiting;
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        const auto rows = std::as_const(blocks[b]).rows(c_.ledger);
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const Trajectory& row = rows[r];
            if (!is_under_way(row) || !row.waits_for_coordinator) continue;
            const PersonId person = blocks[b].person_at(row.post, c_.fields->engine);
            const std::uint32_t ticket = now.chance.words(person.value, Week{row.asked}, Purpose{row.programme}, kDrawPlaceForIntake)[0];
            waiting.push_back({row.programme, row.asked, ticket, person, b, r});
        }
    }
    std::sort(waiting.begin(), waiting.end());
    for (auto first = waiting.begin(); first != waiting.end();) {
        const std::uint16_t programme = first->programme;
        std::int64_t intakes = std::numeric_limits<std::int64_t>::max();
        for (const InterventionNow& intervention : now.interventions) {
            if (static_cast<std::uint16_t>(intervention.purpose) != programme) continue;
            for (const LeverSetting& setting : intervention.levers) {
                if (setting.lever != c_.lever) continue;
                const CoachingSettings settings = settings_of(setting);
                if (!settings.has_limited_intakes()) continue;
                constexpr double kYears = static_cast<double>(kWeeksPerEpoch) / kWeeksPerYear;
                const double u = static_cast<double>(now.chance.uniform(0, now.week, intervention.purpose, kDrawIntakesOpen));
                intakes = intakes_of_clearing(settings.coordinators, static_cast<double>(p_.session.intakes_a_year), c_.population_scale,
                                              kYears, u);
            }
        }
        for (; first != waiting.end() && first->programme == programme; ++first) {
            if (intakes-- <= 0) continue;
            blocks[first->block].rows(c_.ledger)[first->row].waits_for_coordinator = 0;
        }
    }
}

}  // namespace bevlogen::interventions
