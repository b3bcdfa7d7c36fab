// Declares the parameters of peer groups with units and bounds.
#include "models/interventions/peer_group_parameters.hpp"

namespace bevlogen::interventions {

ParameterGroup<PeerGroupParameters> declare_peer_group_parameters() {
    using P = PeerGroupParameters;
    ParameterGroup<P> group;
    const auto number = [&](const char* name, const char* unit, double min, double max, Label meaning, float P::*place) {
        group.number({std::string("peer_group.") + name, unit, min, max, std::move(meaning)}, [place](P& p) -> float& { return p.*place; });
    };
    number("enrolment.stigma_share", "1", 0, 2,
           {"stigma of joining, relative to that of asking for coaching", "stigma op meedoen, ten opzichte van coaching aanvragen"},
           &P::stigma_share);
    number("group.smallest", "persons", 1, 20,
           {"persons with whom a group that is not full begins", "personen waarmee een onvolledige groep begint"}, &P::smallest);
    number("group.wait_weeks", "weeks", 0, 520, {"weeks that somebody waits before it does", "weken dat iemand wacht voordat dat gebeurt"},
           &P::wait_weeks);
    number("session.support", "SD", 0, 1, {"support of colleagues, gain of a session", "steun van collega's, winst van een bijeenkomst"},
           &P::support);
    number("session.emotional_load", "SD", 0, 1,
           {"less emotional load, gain of a session", "minder emotionele belasting, winst van een bijeenkomst"}, &P::emotional_load);
    number("session.safety", "SD", 0, 1,
           {"psychological safety, gain of a session", "psychologische veiligheid, winst van een bijeenkomst"}, &P::safety);
    number(
        "session.reversed_share", "1", 0, 2,
        {"share of the gain that is lost where the group is not safe", "deel van de winst dat verloren gaat waar de groep niet veilig is"},
        &P::reversed_share);
    number("session.self_led_share", "1", 0, 2, {"effect of a session that nobody leads", "effect van een bijeenkomst die niemand leidt"},
           &P::self_led_share);
    number("session.lost", "1", 0, 1, {"chance to miss a session", "kans een bijeenkomst te missen"}, &P::lost);
    number("session.lost_on_load", "1", 0, 10, {"more of it per log load of the team", "extra daarvan per log belasting van het team"},
           &P::lost_on_load);
    number("session.drop_out", "1", 0, 1,
           {"chance of dropping out after a session, of the own will there", "kans op uitval na een bijeenkomst, bij vrijwillige deelname"},
           &P::drop_out);
    number("safety.professional", "SD", -3, 3,
           {"safety in the group: a professional leads", "veiligheid in de groep: een professional leidt"}, &P::of_professional);
    number("safety.trained_peer", "SD", -3, 3,
           {"safety in the group: a trained peer leads", "veiligheid in de groep: een getrainde collega leidt"}, &P::of_trained_peer);
    number("safety.own_supervisor", "SD", -3, 3,
           {"safety in the group: the own supervisor leads", "veiligheid in de groep: de eigen leidinggevende leidt"},
           &P::of_own_supervisor);
    number("safety.mixed_ranks", "SD", -3, 3,
           {"safety in the group: seniors and juniors", "veiligheid in de groep: ervaren en jonge collega's"}, &P::of_mixed_ranks);
    number("balint.on_support", "1", 0, 5, {"Balint group: support of colleagues, factor", "Balintgroep: steun van collega's, factor"},
           &P::balint_on_support);
    number("balint.on_emotional_load", "1", 0, 5, {"Balint group: emotional load, factor", "Balintgroep: emotionele belasting, factor"},
           &P::balint_on_emotional_load);
    number("team.evaluation_pressure", "SD", -3, 3,
           {"shift of evaluation pressure while a team's sessions go on", "verschuiving van beoordelingsdruk zolang een team bijeenkomt"},
           &P::evaluation_in_team);
    number("decay_weeks", "weeks", 1, 2000, {"time constant with which gains fade", "tijdconstante waarmee winst vervaagt"},
           &P::decay_weeks);
    number("workload.unreleased", "SD per hour", 0, 5,
           {"workload per hour a week that is not released", "werkdruk per niet vrijgeroosterd uur per week"}, &P::unreleased);
    number("workload.unreleased_on_load", "log", 0, 20,
           {"more of it per log load of the team", "extra daarvan per log belasting van het team"}, &P::unreleased_on_load);
    return group;
}

}  // namespace bevlogen::interventions
