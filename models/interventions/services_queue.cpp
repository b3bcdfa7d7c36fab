// The clearing of services: stays end, places open hospital by hospital, leaders who are in the leadership centre lead better.
#include <algorithm>
#include <map>
#include <tuple>

#include "models/interventions/services.hpp"
#include "models/interventions/services_equations.hpp"
#include "models/interventions/team_of_post.hpp"
#include "models/workforce/purposes.hpp"

namespace bevlogen::interventions {
namespace {

struct Waiting {
    std::uint32_t hospital = 0;
    Service service = Service::occupational_physician;
    std::int32_t referred = 0;
    std::uint32_t ticket = 0;  // drawn
    PersonId person;
    std::size_t block = 0;
    std::size_t row = 0;

    bool operator<(const Waiting& other) const {
        const auto order = [](const Waiting& w) { return std::tie(w.hospital, w.service, w.referred, w.ticket, w.person); };
        return order(*this) < order(other);
    }
};

}  // namespace

void Services::clear_nation(std::span<Block> blocks, const Now& now) const {
    const auto has_rows = [&](const Block& block) { return !block.rows(ledger_).empty(); };
    if (std::none_of(blocks.begin(), blocks.end(), has_rows)) return;
    for (Block& block : blocks) end_stays(block);
    give_out_places(blocks, now);
    for (Block& block : blocks) lift_leaders(block);
}

void Services::end_stays(Block& block) const {
    const auto rows = block.rows(ledger_);
    if (rows.empty()) return;
    bool any_ends = false;
    for (ServiceStay& stay : rows) {
        if (is_waiting(stay)) continue;
        stay.weeks_left = static_cast<std::uint16_t>(std::max(stay.weeks_left - kWeeksPerEpoch, 0));
        any_ends |= stay.weeks_left == 0;
    }
    if (!any_ends) return;
    std::vector<ServiceStay> left(rows.begin(), rows.end());
    std::erase_if(left, [](const ServiceStay& stay) { return !is_waiting(stay) && stay.weeks_left == 0; });
    block.put_rows(ledger_, std::span<const ServiceStay>(left));
}

// Who waits without a hospital, in a pool, waits on.
void Services::give_out_places(std::span<Block> blocks, const Now& now) const {
    std::vector<Waiting> waiting;
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        const Block& block = blocks[b];
        const auto rows = block.rows(ledger_);
        if (rows.empty()) continue;
        TeamOfPost team_of(block);
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const std::size_t team = team_of(rows[r].post);
            if (!is_waiting(rows[r]) || workforce::is_pool(block.team_sites()[team])) continue;
            const PersonId person = block.person_at(rows[r].post, fields_.engine);
            const std::uint32_t ticket = now.chance.words(person.value, Week{rows[r].referred}, workforce::kServiceTurn)[0];
            waiting.push_back({block.team_ids()[team].hospital(), rows[r].service, rows[r].referred, ticket, person, b, r});
        }
    }
    if (waiting.empty()) return;
    std::map<std::uint32_t, int> persons;  // of hospitals
    for (const Block& block : blocks) {
        const auto filled = block.person(fields_.engine.filled);
        for (std::size_t t = 0; t < block.teams(); ++t) {
            const auto begin = filled.begin() + block.team_begin()[t], end = filled.begin() + block.team_begin()[t + 1];
            persons[block.team_ids()[t].hospital()] += static_cast<int>(std::count_if(begin, end, [](std::uint8_t is) { return is != 0; }));
        }
    }
    std::sort(waiting.begin(), waiting.end());
    for (auto first = waiting.begin(); first != waiting.end();) {
        const std::size_t service = workforce::index_of(first->service);
        const auto last = std::find_if(first, waiting.end(), [&](const Waiting& other) {
            return other.hospital != first->hospital || other.service != first->service;
        });
        const double u = static_cast<double>(
            now.chance.uniform(first->hospital, now.week, workforce::kServicePlaces, static_cast<std::uint32_t>(service)));
        std::int64_t places = places_of_clearing(static_cast<double>(p_.places[service]), persons[first->hospital], u);
        for (; first != last && places > 0; ++first, --places) {
            ServiceStay& stay = blocks[first->block].rows(ledger_)[first->row];
            stay.began = now.week.value + 1;
            stay.weeks_left = static_cast<std::uint16_t>(whole_epochs(p_.weeks[service]));
        }
        first = last;
    }
}

void Services::lift_leaders(Block& block) const {
    const auto rows = std::as_const(block).rows(ledger_);
    if (rows.empty()) return;
    TeamOfPost team_of(block);
    for (const ServiceStay& stay : rows) {
        const std::size_t team = team_of(stay.post);
        if (stay.service != Service::leadership_centre || is_waiting(stay) || !leads(block, team, stay.post)) continue;
        block.team(fields_.leader_now)[team] += p_.leadership_on_quality;
    }
}

}  // namespace bevlogen::interventions
