// Amounts of a block: of the few who are on leave, in coaching or on posts that were added.
#include "models/catalog/workforce_amounts.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "models/workforce/capacity_equations.hpp"
#include "sim/population/team_count.hpp"
#include "sim/population/team_spread.hpp"

namespace bevlogen {

using interventions::Membership;
using interventions::SessionsBy;
using interventions::Trajectory;
using workforce::CoachingStage;
using workforce::Leave;
using workforce::PeerGroupStage;

namespace {

// All bits that any of the bytes has: without branches, so that it becomes a vector loop.
std::uint8_t bits_in(std::span<const std::uint8_t> bytes) {
    std::uint8_t any = 0;
    for (const std::uint8_t byte : bytes) any |= byte;
    return any;
}

}  // namespace

std::vector<OutcomeDecl> amount_outcomes() {
    std::vector<OutcomeDecl> all;
    const auto amount = [&](const char* name, Label label, const char* unit, float most, Direction good, const char* description) {
        all.push_back({.name = name,
                       .label = std::move(label),
                       .unit = unit,
                       .good = good,
                       .role = Role::cost,
                       .low = 0.0f,
                       .high = most,
                       .description = description});
    };
    amount("paid_absence", {"paid absence", "betaald verzuim"}, "hours per week", 60.0f, Direction::lower_is_better,
           "contract hours paid and not worked because of illness or burnout; maternity leave is paid by the state and left out");
    amount("hired_hours", {"hired hours", "ingehuurde uren"}, "hours per week", 60.0f, Direction::neutral,
           "contract hours in which somebody stands in for a person on leave, of whatever kind");
    amount("coaching_sessions_external", {"sessions with external coaches", "gesprekken met externe coaches"}, "sessions per week", 1.0f,
           Direction::neutral, "coaching sessions held, the mean of the four weeks since the last clearing; counted, not sampled");
    amount("coaching_sessions_internal", {"sessions with internal coaches", "gesprekken met interne coaches"}, "sessions per week", 1.0f,
           Direction::neutral, "likewise, with internal coaches who are paid by the session");
    amount("coaching_sessions_employed", {"sessions with employed coaches", "gesprekken met coaches in dienst"}, "sessions per week", 1.0f,
           Direction::neutral, "likewise, with internal coaches whose number is set and who are paid by the year");
    amount("own_contribution", {"own contribution", "eigen bijdrage"}, "EUR per week", 1000.0f, Direction::neutral,
           "what persons pay to coaching that begins, the mean of the four weeks since the last clearing");
    amount("released_hours", {"released hours", "vrijgeroosterde uren"}, "hours per week", 10.0f, Direction::neutral,
           "working hours released for sessions and the way there");
    amount("added_hours", {"hours on added posts", "uren op toegevoegde plaatsen"}, "hours per week", 60.0f, Direction::neutral,
           "contract hours worked on posts that an intervention added; absence on these posts is in paid absence");
    amount("peer_group_sessions", {"sessions of peer groups", "bijeenkomsten van intervisie"}, "sessions per week", 1.0f,
           Direction::neutral, "peer group sessions attended, the mean of the four weeks since the last clearing; counted, not sampled");
    amount("facilitator_sessions", {"sessions that professionals lead", "bijeenkomsten onder leiding van een professional"},
           "sessions per week", 1.0f, Direction::neutral,
           "group sessions that professional facilitators held, likewise; each member has an equal share of one, attended or not");
    amount("service_places", {"begun services", "begonnen voorzieningen"}, "persons per week", 1.0f, Direction::neutral,
           "stays in services of the hospital that begin, the mean of the four weeks since the last clearing; counted, not sampled");
    amount("replacements", {"leavers to be replaced", "te vervangen vertrekkers"}, "per week", 1.0f, Direction::lower_is_better,
           "who leaves the hospitals or the training of their own will or changes employer; counted, as a mean over four weeks; "
           "without retirement, and without those who had no post");
    amount("care_not_delivered", {"care not delivered", "niet geleverde zorg"}, "hours per week", 60.0f, Direction::lower_is_better,
           "hours of care that are asked of the person's team beyond what it does with overtime, over the persons of the team");
    return all;
}

void WorkforceAmounts::measure(const Block& block, Week week, const MeasuredBefore& before, OutcomeColumns& columns,
                               std::size_t first) const {
    measure_hours(block, before.sick_leave, columns, first);
    measure_coaching(block, week, columns, first);
    measure_peer_groups(block, columns, first);
    measure_released_hours(block, columns, first);
    measure_services(block, week, columns, first);
    measure_replacements(block, before.resignations, columns, first);
    measure_care_not_delivered(block, columns, first);
}

void WorkforceAmounts::measure_replacements(const Block& block, const std::uint8_t* resignations, OutcomeColumns& columns,
                                            std::size_t first) const {
    if (resignations == nullptr) {
        columns.none(first + kReplacements);
        return;
    }
    constexpr auto kWithoutPost = static_cast<std::uint8_t>(Leave::without_post);
    const std::uint8_t* __restrict leave_kind = block.person(fields_.leave_kind).data();
    const std::uint8_t* __restrict resigns = resignations;
    std::uint8_t* __restrict replaced = columns.flag(first + kReplacements, 1.0f / kWeeksPerEpoch);
    for (std::size_t i = 0; i < block.posts(); ++i)
        replaced[i] = static_cast<std::uint8_t>(static_cast<int>(resigns[i]) & static_cast<int>(leave_kind[i] != kWithoutPost));
}

void WorkforceAmounts::measure_care_not_delivered(const Block& block, OutcomeColumns& columns, std::size_t first) const {
    const std::uint8_t* filled = block.person(fields_.engine.filled).data();
    const auto hours = block.team(fields_.care_not_delivered);
    float* out = columns.fill(first + kCareNotDelivered);
    for (std::size_t t = 0; t < block.teams(); ++t) {
        const std::uint32_t begin = block.team_begin()[t], end = block.team_begin()[t + 1];
        const int persons = count_of_team(filled, begin, end, block.padded_posts());
        spread_over_team(out, persons > 0 ? hours[t] / static_cast<float>(persons) : 0.0f, begin, end, columns.stride());
    }
}

// Few are on leave, so eight posts at a time are passed over.
void WorkforceAmounts::measure_hours(const Block& block, const float* sick_leave, OutcomeColumns& columns, std::size_t first) const {
    static_assert(kColumnPadding % sizeof(std::uint64_t) == 0 && std::endian::native == std::endian::little);
    const auto phase = block.person(fields_.phase);
    const auto filled = block.person(fields_.engine.filled);
    const auto leave_kind = block.person(fields_.leave_kind);
    const auto is_replaced = block.person(fields_.is_replaced);
    const auto fte = block.person(fields_.fte);
    float* paid_absence = columns.fill(first + kPaidAbsence);
    std::fill_n(paid_absence, block.padded_posts(), 0.0f);
    float* hired = nullptr;
    if (bits_in(is_replaced) != 0) {
        hired = columns.fill(first + kHiredHours);
        std::fill_n(hired, block.padded_posts(), 0.0f);
    } else {
        columns.none(first + kHiredHours);
    }
    for (std::size_t at = 0; at < block.posts(); at += sizeof(std::uint64_t)) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, leave_kind.data() + at, sizeof eight);
        while (eight != 0) {
            const auto k = static_cast<std::size_t>(std::countr_zero(eight)) / 8;
            eight &= ~(std::uint64_t{0xff} << (8 * k));
            const std::size_t i = at + k;
            const float hours = work_.contract_hours[phase[i]] * fte[i];
            paid_absence[i] = hours * sick_leave[i];
            if (hired == nullptr) continue;
            hired[i] =
                hours * (workforce::staffed(filled[i], leave_kind[i], is_replaced[i]) - workforce::presence(filled[i], leave_kind[i]));
        }
    }
    const auto kinds = block.post_kinds();
    if (!workforce::is_added(bits_in(kinds))) {
        columns.none(first + kAddedHours);
        return;
    }
    float* added = columns.fill(first + kAddedHours);
    for (std::size_t i = 0; i < block.posts(); ++i) {
        const float worked = workforce::is_added(kinds[i]) ? workforce::presence(filled[i], leave_kind[i]) : 0.0f;
        added[i] = work_.contract_hours[phase[i]] * fte[i] * worked;
    }
}

void WorkforceAmounts::measure_coaching(const Block& block, Week week, OutcomeColumns& columns, std::size_t first) const {
    constexpr float kWeek = 1.0f / kWeeksPerEpoch;
    const auto rows = block.rows(trajectories_);
    if (rows.empty()) {
        for (const Amount amount : {kSessionsExternal, kSessionsInternal, kSessionsEmployed, kOwnContribution})
            columns.none(first + amount);
        return;
    }
    std::array<float*, kAmounts> to{};
    for (const Amount amount : {kSessionsExternal, kSessionsInternal, kSessionsEmployed, kOwnContribution}) {
        to[amount] = columns.fill(first + amount);
        std::fill_n(to[amount], block.padded_posts(), 0.0f);
    }
    for (const Trajectory& row : rows) {
        to[kSessionsExternal + workforce::index_of(row.sessions_by)][row.post] += kWeek * row.sessions_of_epoch;
        // Coaches that are given out at a clearing are there from the week after.
        const std::int32_t first_week = row.started + row.is_queued;
        if (row.started >= 0 && first_week >= week.value - kWeeksPerEpoch && first_week < week.value)
            to[kOwnContribution][row.post] += kWeek * row.own_contribution;
    }
}

void WorkforceAmounts::measure_peer_groups(const Block& block, OutcomeColumns& columns, std::size_t first) const {
    constexpr float kWeek = 1.0f / kWeeksPerEpoch;
    const auto rows = block.rows(memberships_);
    if (rows.empty()) {
        columns.none(first + kPeerGroupSessions);
        columns.none(first + kFacilitatorSessions);
        return;
    }
    float* attended = columns.fill(first + kPeerGroupSessions);
    float* led = columns.fill(first + kFacilitatorSessions);
    std::fill_n(attended, block.padded_posts(), 0.0f);
    std::fill_n(led, block.padded_posts(), 0.0f);
    for (const Membership& row : rows) {
        attended[row.post] += kWeek * row.attended_of_epoch;
        if (row.led_of_epoch > 0) led[row.post] += kWeek * row.led_of_epoch / static_cast<float>(row.members);
    }
}

// Of whoever is at work and has sessions, of whatever programme.
void WorkforceAmounts::measure_released_hours(const Block& block, OutcomeColumns& columns, std::size_t first) const {
    const auto trajectories = block.rows(trajectories_);
    const auto memberships = block.rows(memberships_);
    if (trajectories.empty() && memberships.empty()) {
        columns.none(first + kReleasedHours);
        return;
    }
    float* released = columns.fill(first + kReleasedHours);
    std::fill_n(released, block.padded_posts(), 0.0f);
    const auto leave = block.person(fields_.leave_kind);
    const auto is_at_work = [&](std::uint32_t post) { return leave[post] == static_cast<std::uint8_t>(Leave::none); };
    for (const Trajectory& row : trajectories) {
        if (row.stage == CoachingStage::busy && row.is_released && is_at_work(row.post)) released[row.post] += row.hours;
    }
    for (const Membership& row : memberships) {
        if (row.stage == PeerGroupStage::busy && row.is_released && is_at_work(row.post))
            released[row.post] += row.hours / static_cast<float>(row.interval);
    }
}

// Stays begin at a clearing and are seen at the end of the epoch after it.
void WorkforceAmounts::measure_services(const Block& block, Week week, OutcomeColumns& columns, std::size_t first) const {
    const auto rows = block.rows(services_);
    if (rows.empty()) {
        columns.none(first + kServicePlaces);
        return;
    }
    float* places = columns.fill(first + kServicePlaces);
    std::fill_n(places, block.padded_posts(), 0.0f);
    for (const interventions::ServiceStay& stay : rows) {
        if (stay.began >= 0 && stay.began >= week.value - kWeeksPerEpoch) places[stay.post] = 1.0f / kWeeksPerEpoch;
    }
}

}  // namespace bevlogen
