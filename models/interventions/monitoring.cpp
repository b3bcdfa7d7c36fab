// Declares the keys of monitoring, takes its waves and adds what teams redesigned.
#include "models/interventions/monitoring.hpp"

#include <algorithm>

#include "models/interventions/change_conditions.hpp"
#include "models/interventions/lever_slots.hpp"
#include "models/interventions/services_equations.hpp"
#include "sim/random/box_muller.hpp"

namespace bevlogen::interventions {

using workforce::Demand;
using workforce::factor_of;
using workforce::Leave;
using workforce::Resource;

LeverDecl monitoring_lever() {
    LeverKey instrument{"instrument", "1", 0, 1, {"questionnaire", "vragenlijst"}, LeverKeyKind::word, 0.0, {"bat", "ubos"}};
    LeverKey interval{"interval", "weeks", 4, 1040, {"from one wave to the next", "van de ene meting tot de volgende"}};
    interval.kind = LeverKeyKind::whole_number;
    interval.fallback = 26;
    LeverKey cut_off{"cut_off", "points", 0, 6, {"cut-off; unwritten: that of the questionnaire", "grens; leeg: die van de vragenlijst"}};
    cut_off.fallback = kNotSet;
    const LeverKey referral{
        "referral", "1", 0, 1, {"share of those above it who are referred", "deel van wie erboven zit dat wordt verwezen"}};
    LeverKey service{"service",         "1", 0, kServices - 1, {"service they are referred to", "voorziening waarnaar zij gaan"},
                     LeverKeyKind::word};
    for (const workforce::Word& word : service_words()) service.words.push_back(word.name);
    LeverKey trigger{
        "trigger",
        "1",
        0,
        1,
        {"a team with a larger share above it redesigns its work", "een team met een groter deel erboven richt het werk anders in"}};
    trigger.fallback = kNotSet;
    LeverKey weeks{"redesign_weeks", "weeks", 4, 1040, {"for how long from the wave on", "hoe lang vanaf de meting"}};
    weeks.kind = LeverKeyKind::whole_number;
    weeks.fallback = 104;
    return {"monitoring",
            {"monitoring", "monitoring"},
            {instrument,
             interval,
             cut_off,
             referral,
             service,
             trigger,
             {"redesign_workload", "SD", -3, 3, {"workload in a team that redesigns", "werkdruk in een team dat herinricht"}},
             {"redesign_autonomy", "SD", -3, 3, {"autonomy in a team that redesigns", "autonomie in een team dat herinricht"}},
             {"redesign_recovery", "SD", -3, 3, {"recovery in a team that redesigns", "herstel in een team dat herinricht"}},
             weeks}};
}

MonitoringSettings monitoring_settings(std::span<const double> values) {
    struct Slots {
        std::size_t instrument, interval, cut_off, referral, service, trigger, workload, autonomy, recovery, weeks;
    };
    static const Slots slots = [] {
        const LeverDecl decl = monitoring_lever();
        const auto slot = [&](const char* name) { return slot_of(decl, name); };
        return Slots{slot("instrument"),        slot("interval"),      slot("cut_off"),           slot("referral"),
                     slot("service"),           slot("trigger"),       slot("redesign_workload"), slot("redesign_autonomy"),
                     slot("redesign_recovery"), slot("redesign_weeks")};
    }();
    MonitoringSettings s;
    s.instrument = static_cast<MonitoringInstrument>(static_cast<int>(values[slots.instrument]));
    s.interval = static_cast<int>(values[slots.interval]);
    s.cut_off = values[slots.cut_off];
    s.referral = static_cast<float>(values[slots.referral]);
    s.service = static_cast<Service>(static_cast<int>(values[slots.service]));
    s.trigger = values[slots.trigger];
    s.redesign_workload = static_cast<float>(values[slots.workload]);
    s.redesign_autonomy = static_cast<float>(values[slots.autonomy]);
    s.redesign_recovery = static_cast<float>(values[slots.recovery]);
    s.redesign_weeks = static_cast<int>(values[slots.weeks]);
    return s;
}

void Monitoring::add_redesign(std::span<const InterventionNow> interventions, const Block& block, Scratch& scratch) const {
    for_each_setting(interventions, lever_, [&](const InterventionNow& intervention, std::span<const double> values) {
        const MonitoringSettings settings = monitoring_settings(values);
        const auto weeks_left = block.team(fields_.redesign_weeks_left);
        const auto by = block.team(fields_.redesigned_by);
        for (std::size_t t = 0; t < block.teams(); ++t) {
            if (weeks_left[t] == 0 || by[t] != static_cast<std::uint16_t>(intervention.purpose)) continue;
            const auto add = [&](std::size_t factor, float change) {
                float* target = scratch.column(workforce::columns::kBaseTarget + factor);
                for (std::size_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i)
                    target[i] += intervention.dose * intervention.reach[i] * change;
            };
            add(factor_of(Demand::workload), settings.redesign_workload);
            add(factor_of(Resource::autonomy), settings.redesign_autonomy);
            add(factor_of(Resource::recovery), settings.redesign_recovery);
        }
    });
}

bool Monitoring::has_wave(const Now& now) const {
    bool any = false;
    for_each_setting(now.interventions, lever_, [&](const InterventionNow& intervention, std::span<const double> values) {
        any |= is_wave(intervention.running.value + 1, monitoring_settings(values).interval);
    });
    return any;
}

void Monitoring::clear_block(Block& block, const Now& now, const Scores& scores, std::vector<ServiceStay>& referred) const {
    const auto weeks_left = block.team(fields_.redesign_weeks_left);
    const auto by = block.team(fields_.redesigned_by);
    for (std::size_t t = 0; t < block.teams(); ++t) {
        weeks_left[t] = static_cast<std::uint16_t>(std::max(weeks_left[t] - kWeeksPerEpoch, 0));
        by[t] = weeks_left[t] == 0 ? std::uint16_t{0} : by[t];
    }
    for_each_setting(now.interventions, lever_, [&](const InterventionNow& intervention, std::span<const double> values) {
        const MonitoringSettings settings = monitoring_settings(values);
        if (!is_wave(intervention.running.value + 1, settings.interval)) return;
        const auto purpose = static_cast<std::uint16_t>(intervention.purpose);
        for (std::size_t t = 0; t < block.teams(); ++t) {
            const TeamReadings team = read_team(block, t, now, intervention, settings, scores, referred);
            if (settings.trigger == kNotSet || !triggers(team.above, team.readings, settings.trigger)) continue;
            if (weeks_left[t] > 0 && by[t] != purpose) continue;
            weeks_left[t] = static_cast<std::uint16_t>(whole_epochs(settings.redesign_weeks));
            by[t] = purpose;
        }
    });
}

Monitoring::TeamReadings Monitoring::read_team(const Block& block, std::size_t team, const Now& now, const InterventionNow& intervention,
                                               const MonitoringSettings& settings, const Scores& scores,
                                               std::vector<ServiceStay>& referred) const {
    constexpr auto uniform_of = [](std::uint32_t word) { return static_cast<float>(word >> 8) * 0x1p-24f; };
    const auto filled = block.person(fields_.engine.filled);
    const auto leave = block.person(fields_.leave_kind);
    const float cut_off = settings.cut_off == kNotSet ? reading_.cut_off(settings.instrument) : static_cast<float>(settings.cut_off);
    TeamReadings found;
    for (std::uint32_t i = block.team_begin()[team]; i < block.team_begin()[team + 1]; ++i) {
        if (intervention.reach[i] == 0.0f || filled[i] == 0 || leave[i] != static_cast<std::uint8_t>(Leave::none)) continue;
        const std::uint64_t who = block.person_at(i, fields_.engine).value;
        const float monitored = intervention.dose * intervention.reach[i];
        if (monitored < 1.0f && now.chance.uniform(who, Week{0}, intervention.purpose, kDrawMonitored) >= monitored) continue;
        const PhiloxWords words = now.chance.words(who, now.week, intervention.purpose, kDrawReading);
        const float error = box_muller(words[0], words[1])[0];
        ++found.readings;
        if (reading_.read(settings.instrument, scores.z_exhaustion[i], scores.z_burnout[i], error) < cut_off) continue;
        ++found.above;
        if (uniform_of(words[2]) >= settings.referral) continue;
        ServiceStay stay;
        stay.post = i;
        stay.referred = now.week.value;
        stay.service = settings.service;
        referred.push_back(stay);
    }
    return found;
}

}  // namespace bevlogen::interventions
