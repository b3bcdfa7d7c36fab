// Declares the columns with units and labels.
#include "models/workforce/fields.hpp"

namespace bevlogen::workforce {

WorkforceFields::WorkforceFields() {
    phase = person.add<std::uint8_t>("phase", "1", {"career phase", "loopbaanfase"});
    sex = person.add<std::uint8_t>("sex", "1", {"sex", "geslacht"});
    contract = person.add<std::uint8_t>("contract", "1", {"contract", "contract"});
    leave_kind = person.add<std::uint8_t>("leave_kind", "1", {"kind of leave (0: at work)", "soort verlof (0: aan het werk)"});
    is_replaced = person.add<std::uint8_t>("is_replaced", "1", {"somebody stands in", "wordt vervangen"});
    care_at_home = person.add<std::uint8_t>("care_at_home", "1", {"care at home", "zorg thuis"});
    events = person.add<std::uint8_t>("events", "bits", {"events of the week", "gebeurtenissen van de week"}, Lasts::until_the_next_week);
    coaching_stage = person.add<std::uint8_t>("coaching_stage", "1", {"stage of coaching", "stap in het coachtraject"});
    peer_group_stage = person.add<std::uint8_t>("peer_group_stage", "1", {"stage of peer groups", "stap in intervisie"});
    is_open = person.add<std::uint8_t>("is_open", "1", {"post is open", "plaats is open"}, Lasts::as_long_as_the_post);
    notice = person.add<std::uint8_t>("notice", "1", {"notice", "opzegging"}, Lasts::until_the_next_week);
    hours_change = person.add<std::uint8_t>("hours_change", "1", {"change of hours", "verandering van uren"}, Lasts::until_the_next_week);
    arrival = person.add<std::uint8_t>("arrival", "1", {"how one came to the post", "hoe men op de plaats kwam"});
    has_fewer_hours = person.add<std::uint8_t>("has_fewer_hours", "1", {"works fewer hours", "werkt minder uren"});
    weeks_disengaged = person.add<std::uint8_t>("weeks_disengaged", "weeks", {"time without engagement", "tijd zonder bevlogenheid"});
    settling_weeks_left =
        person.add<std::uint8_t>("settling_weeks_left", "weeks", {"settling in a new region", "wennen in een nieuwe regio"});
    was_burnt_out = person.add<std::uint8_t>("was_burnt_out", "1", {"ever on burnout leave", "ooit met burn-outverlof"});
    age_weeks = person.add<std::uint16_t>("age_weeks", "weeks", {"age", "leeftijd"});
    weeks_in_phase = person.add<std::uint16_t>("weeks_in_phase", "weeks", {"time in phase", "tijd in fase"});
    weeks_in_team = person.add<std::uint16_t>("weeks_in_team", "weeks", {"time in team", "tijd in team"});
    weeks_in_post = person.add<std::uint16_t>("weeks_in_post", "weeks", {"time in post", "tijd op plaats"});
    leave_weeks = person.add<std::uint16_t>("leave_weeks", "weeks", {"length of the leave", "duur van het verlof"});
    leave_weeks_left = person.add<std::uint16_t>("leave_weeks_left", "weeks", {"leave left", "resterend verlof"});
    raised_risk_weeks_left =
        person.add<std::uint16_t>("raised_risk_weeks_left", "weeks", {"raised risk left", "resterend verhoogd risico"});
    weeks_to_rotation = person.add<std::uint16_t>("weeks_to_rotation", "weeks", {"time to the next team", "tijd tot het volgende team"});
    weeks_with_employer = person.add<std::uint16_t>("weeks_with_employer", "weeks", {"time with the employer", "tijd bij de werkgever"});
    care_threshold = person.add<std::uint16_t>("care_threshold", "1", {"threshold of care at home", "drempel van zorg thuis"});
    intention = person.add<float>("intention", "1", {"considers to leave", "overweegt vertrek"}, Lasts::until_the_next_week);
    training_weeks_left = person.add<float>("training_weeks_left", "weeks", {"training left", "resterende opleiding"});
    fte = person.add<float>("fte", "FTE", {"contract size", "contractomvang"});
    t_strain = person.add<float>("t_strain", "1", {"proneness to strain", "gevoeligheid voor uitputting"});
    t_zest = person.add<float>("t_zest", "1", {"proneness to zest", "gevoeligheid voor bevlogenheid"});
    motivation = person.add<float>("motivation", "SD", {"motivation for programmes", "motivatie voor programma's"});
    usual_hours_z = person.add<float>("usual_hours_z", "SD", {"usual hours, against the phase", "gewone uren, ten opzichte van de fase"});
    for (std::size_t j = 0; j < kFactors; ++j) factor[j] = person.add<float>(factor_words()[j].name, "SD", factor_words()[j].label);
    for (std::size_t k = 0; k < kPersonalResources; ++k) {
        const Word& word = personal_resource_words()[k];
        personal_base[k] =
            person.add<float>(word.name + "_base", "SD", {word.label.en + ", lifelong level", word.label.nl + ", levenslang niveau"});
        personal_slow[k] = person.add<float>(word.name + "_slow", "SD", {word.label.en + ", slow part", word.label.nl + ", traag deel"});
    }
    exhaustion = person.add<float>("exhaustion", "1", {"exhaustion", "uitputting"});
    distance = person.add<float>("mental_distance", "1", {"mental distance", "mentale distantie"});
    vigour = person.add<float>("vigour", "1", {"vigour", "vitaliteit"});
    dedication = person.add<float>("dedication", "1", {"dedication", "toewijding"});
    absorption = person.add<float>("absorption", "1", {"absorption", "absorptie"});
    for (std::size_t k = 0; k < kNeeds; ++k)
        need[k] = person.add<float>(need_words()[k].name, "1", need_words()[k].label, Lasts::until_the_next_week);
    programme_gain = person.add<float>("programme_gain", "SD", {"gain from programmes", "winst uit programma's"});
    newcomer = person.add<float>("newcomer", "1", {"new in the team (fades)", "nieuw in het team (dooft uit)"});
    lasting_evaluation =
        person.add<float>("lasting_evaluation", "SD", {"judged: what is left of events", "beoordeeld: wat van gebeurtenissen rest"});
    lasting_conflict = person.add<float>("lasting_conflict", "SD", {"conflict: what is left of it", "conflict: wat ervan rest"});
    hours_worked = person.add<float>("hours_worked", "hours per week", {"hours worked", "gewerkte uren"}, Lasts::until_the_next_week);

    for (std::size_t j = 0; j < kFactors; ++j) {
        const Word& word = factor_words()[j];
        team_effect[j] =
            team.add<float>(word.name + "_effect", "SD", {word.label.en + ", effect of the team", word.label.nl + ", effect van het team"});
    }
    leader_quality = team.add<float>("leader_quality", "SD", {"quality of the leader", "kwaliteit van de leidinggevende"});
    leader_now = team.add<float>("leader_now", "SD", {"quality of the leader, now", "kwaliteit van de leidinggevende, nu"});
    leader_gain =
        team.add<float>("leader_gain", "SD", {"gain of the leader from programmes", "winst van de leidinggevende uit programma's"});
    safety = team.add<float>("safety", "SD", {"psychological safety", "psychologische veiligheid"});
    stigma = team.add<float>("stigma", "1", {"change of the stigma of asking help", "verandering van stigma op hulp vragen"});
    formation = team.add<float>("formation", "FTE", {"posts", "formatie"});
    reference_capacity = team.add<float>("reference_capacity", "hours per week", {"reference capacity", "referentiecapaciteit"});
    capacity_trend =
        team.add<float>("capacity_trend", "1", {"26-week mean of relative capacity", "26-weeks gemiddelde van de relatieve capaciteit"});
    volume_shock = team.add<float>("volume_shock", "log", {"shock of care demand", "schok in de zorgvraag"});
    log_load = team.add<float>("log_load", "log", {"load", "belasting"});
    backlog = team.add<float>("backlog", "weeks of care", {"backlog", "achterstand"});
    leader_low = team.add<std::uint32_t>("leader_low", "1", {"leader, low half", "leidinggevende, lage helft"});
    leader_high = team.add<std::uint32_t>("leader_high", "1", {"leader, high half", "leidinggevende, hoge helft"});
    training_competition =
        team.add<float>("training_competition", "log", {"competition for training", "concurrentie om opleidingsplaatsen"});
    specialist_competition =
        team.add<float>("specialist_competition", "log", {"competition for specialist posts", "concurrentie om specialistenplaatsen"});
    training_places_left = team.add<float>("training_places_left", "1", {"training places left", "resterende opleidingsplaatsen"});
    students_waiting = team.add<float>("students_waiting", "1", {"students who wait for a place", "studenten die op een plaats wachten"});
    adopted[0] =
        team.add<std::uint32_t>("adopted", "bits", {"policies that the hospital has adopted", "beleid dat het ziekenhuis heeft ingevoerd"});
    adopted[1] = team.add<std::uint32_t>("adopted_more", "bits", {"further policies, likewise", "meer beleid, evenzo"});
    ownership = team.add<float>("ownership", "1", {"ownership of policies", "eigenaarschap van beleid"});
    redesign_weeks_left =
        team.add<std::uint16_t>("redesign_weeks_left", "weeks", {"redesign of work left", "resterende herinrichting van het werk"});
    redesigned_by =
        team.add<std::uint16_t>("redesigned_by", "1", {"intervention that redesigned work", "interventie die werk herinrichtte"});
    care_not_delivered = team.add<float>("care_not_delivered", "hours per week", {"care not delivered", "niet geleverde zorg"});
}

const std::array<Label, kLeaves>& leave_labels() {
    static const std::array<Label, kLeaves> labels = {{{"at work", "aan het werk"},
                                                       {"short illness", "kort ziek"},
                                                       {"long illness", "lang ziek"},
                                                       {"burnout leave", "burn-outverlof"},
                                                       {"back at half hours after burnout", "halve uren na burn-out"},
                                                       {"maternity leave", "zwangerschapsverlof"},
                                                       {"without a post", "zonder plaats"}}};
    return labels;
}

const std::array<Label, kNotices>& notice_labels() {
    static const std::array<Label, kNotices> labels = {
        {{"none", "geen"},
         {"leaves the hospitals", "verlaat de ziekenhuizen"},
         {"retires", "gaat met pensioen"},
         {"employment ends after two years of illness", "dienstverband eindigt na twee jaar ziekte"},
         {"stops training", "stopt met de opleiding"},
         {"looks for another employer", "zoekt een andere werkgever"},
         {"applies for training", "solliciteert naar een opleidingsplaats"},
         {"graduates", "studeert af"},
         {"registers as a specialist", "registreert als specialist"},
         {"contract ends", "contract loopt af"}}};
    return labels;
}

const std::array<Label, kArrivals>& arrival_labels() {
    static const std::array<Label, kArrivals> labels = {{{"there from the start", "vanaf het begin"},
                                                         {"entered the clerkships", "begonnen aan de coschappen"},
                                                         {"graduated", "afgestudeerd"},
                                                         {"next team of the training", "volgend team van de opleiding"},
                                                         {"began training", "begonnen aan de opleiding"},
                                                         {"stopped training", "gestopt met de opleiding"},
                                                         {"registered as a specialist", "geregistreerd als specialist"},
                                                         {"changed employer", "van werkgever gewisseld"},
                                                         {"found a post", "plaats gevonden"},
                                                         {"got a permanent post", "vaste plaats gekregen"},
                                                         {"lost the post", "plaats verloren"}}};
    return labels;
}

const std::array<Label, kCoachingStages>& coaching_stage_labels() {
    static const std::array<Label, kCoachingStages> labels = {{{"not offered", "niet aangeboden"},
                                                               {"offered, did not ask", "aangeboden, niet gevraagd"},
                                                               {"waiting for a coach", "wacht op een coach"},
                                                               {"has sessions", "heeft gesprekken"},
                                                               {"finished", "afgerond"},
                                                               {"stopped early", "voortijdig gestopt"},
                                                               {"referred", "doorverwezen"},
                                                               {"answered the evaluation", "evaluatie ingevuld"},
                                                               {"time not released", "niet vrijgeroosterd"}}};
    return labels;
}

const std::array<Label, kPeerGroupStages>& peer_group_stage_labels() {
    static const std::array<Label, kPeerGroupStages> labels = {{{"not offered", "niet aangeboden"},
                                                                {"offered, did not join", "aangeboden, deed niet mee"},
                                                                {"waiting for a group", "wacht op een groep"},
                                                                {"in a group", "zit in een groep"},
                                                                {"finished", "afgerond"},
                                                                {"stopped early", "voortijdig gestopt"}}};
    return labels;
}

}  // namespace bevlogen::workforce
