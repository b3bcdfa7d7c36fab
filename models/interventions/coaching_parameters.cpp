// Declares the parameters of coaching with units and bounds.
#include "models/interventions/coaching_parameters.hpp"

namespace bevlogen::interventions {
namespace {

using workforce::kPhases;
using workforce::phase_words;
using P = CoachingParameters;

// Declares the members of one part of the parameters under "coaching.<part>.".
template <class Part>
class PartOf {
  public:
    PartOf(ParameterGroup<P>& group, std::string prefix, Part P::*part) : group_(group), prefix_(std::move(prefix)), part_(part) {}

    void number(const std::string& name, const char* unit, double min, double max, Label meaning, float Part::*place) {
        group_.number({prefix_ + name, unit, min, max, std::move(meaning)},
                      [part = part_, place](P& p) -> float& { return (p.*part).*place; });
    }
    void by_phase(const std::string& name, const char* unit, double min, double max, const Label& meaning,
                  std::array<float, kPhases> Part::*place) {
        for (std::size_t k = 0; k < kPhases; ++k) {
            const auto& phase = phase_words()[k];
            group_.number({prefix_ + name + "." + phase.name,
                           unit,
                           min,
                           max,
                           {meaning.en + ": " + phase.label.en, meaning.nl + ": " + phase.label.nl}},
                          [part = part_, place, k](P& p) -> float& { return ((p.*part).*place)[k]; });
        }
    }

  private:
    ParameterGroup<P>& group_;
    std::string prefix_;
    Part P::*part_;
};

void declare_enrolment(ParameterGroup<P>& group) {
    using E = EnrolmentParameters;
    PartOf<E> part(group, "coaching.enrolment.", &P::enrolment);
    part.number("base", "log odds", -15, 0, {"asking in a week, all else 0", "aanvragen in een week, al het andere 0"}, &E::base);
    part.number("on_mail", "log odds", 0, 10, {"targeted mail", "gerichte mail"}, &E::on_mail);
    part.number("on_kickoff", "log odds", 0, 10,
                {"window with a kick-off where a role model speaks", "inschrijfperiode met een startbijeenkomst met rolmodel"},
                &E::on_kickoff);
    part.number("on_exhaustion", "log odds", 0, 5, {"each z of exhaustion above 0", "elke z uitputting boven 0"}, &E::on_exhaustion);
    part.number("on_motivation", "log odds", 0, 5, {"each SD of motivation", "elke SD motivatie"}, &E::on_motivation);
    part.number("on_workload", "log odds", -5, 5, {"each SD of workload", "elke SD werkdruk"}, &E::on_workload);
    part.number("on_supervisor_support", "log odds", 0, 5,
                {"each SD of support by an informed supervisor", "elke SD steun van een geïnformeerde leidinggevende"},
                &E::on_supervisor_support);
    part.number("price_scale", "EUR", 1, 10000,
                {"own contribution that lowers the log odds by 1", "eigen bijdrage die de log odds met 1 verlaagt"}, &E::price_scale);
    part.number("on_team_mates", "log odds", 0, 5, {"all team mates took part", "alle teamgenoten deden mee"}, &E::on_team_mates);
    part.number("of_women", "log odds", -2, 2, {"women", "vrouwen"}, &E::of_women);
    part.number("quiet_months", "log odds", -5, 5, {"July, August and December", "juli, augustus en december"}, &E::quiet_months);
    part.number("start_of_year", "log odds", -5, 5, {"January to March", "januari tot en met maart"}, &E::start_of_year);
    part.by_phase("stigma", "log odds", 0, 5, {"stigma of asking help", "stigma op hulp vragen"}, &E::stigma);
    part.by_phase("dependence", "log odds", 0, 5,
                  {"dependence on a supervisor who is informed", "afhankelijkheid van een geïnformeerde leidinggevende"}, &E::dependence);
    part.number("stigma_of_leader", "log odds", 0, 5, {"stigma of asking help: leaders", "stigma op hulp vragen: leidinggevenden"},
                &E::stigma_of_leader);
    part.number("stigma_if_burnt_out", "log odds", 0, 5, {"more stigma if burnt out", "extra stigma bij burn-out"},
                &E::stigma_if_burnt_out);
    part.number("burnt_out_above", "SD", -5, 5, {"burnt out: z of burnout above", "burn-out: z boven"}, &E::burnt_out_above);
    part.number("opt_out_uptake", "1", 0, 1, {"share who take part unless they decline", "aandeel dat meedoet tenzij men weigert"},
                &E::opt_out_uptake);
    part.number(
        "refusal", "1", 0, 1,
        {"chance that an informed supervisor does not release the time", "kans dat een geïnformeerde leidinggevende niet vrijroostert"},
        &E::refusal);
    part.number("refusal_on_support", "1 per SD", 0, 2,
                {"less of it per SD of the supervisor's support", "minder daarvan per SD steun van de leidinggevende"},
                &E::refusal_on_support);
    part.number("refusal_on_load", "1", 0, 10, {"more of it per log load of the team", "extra daarvan per log belasting van het team"},
                &E::refusal_on_load);
    part.number("refused_goes_on", "1", 0, 1,
                {"share of the refused who go on in unreleased time", "deel van wie niet is vrijgeroosterd dat in eigen tijd doorgaat"},
                &E::refused_goes_on);
}

void declare_match(ParameterGroup<P>& group) {
    using M = MatchParameters;
    PartOf<M> part(group, "coaching.match.", &P::match);
    part.number("alpha", "1", 0.1, 100,
                {"match with the coach: first shape of the beta distribution", "klik met de coach: eerste vorm van de bètaverdeling"},
                &M::alpha);
    part.number("beta", "1", 0.1, 100,
                {"match with the coach: second shape of the beta distribution", "klik met de coach: tweede vorm van de bètaverdeling"},
                &M::beta);
    part.number("on_profiles", "1", 0, 1,
                {"better match: chosen from profiles or videos", "betere klik: gekozen uit profielen of filmpjes"}, &M::on_profiles);
    part.number("on_intake", "1", 0, 1, {"better match: chosen at an intake", "betere klik: gekozen bij een intake"}, &M::on_intake);
    part.number("on_medical", "1", 0, 1,
                {"better match on questions of workload: coach knows medicine", "betere klik bij werkdrukvragen: coach kent de zorg"},
                &M::on_medical);
    part.number("on_start_talk", "1", 0, 1,
                {"better match: start talk with a supportive supervisor", "betere klik: startgesprek met een steunende leidinggevende"},
                &M::on_start_talk);
    part.number("rematch_below", "1", 0, 1, {"another coach is possible below this match", "andere coach mogelijk onder deze klik"},
                &M::rematch_below);
    part.number("rematch_share", "1", 0, 1, {"share who then take another coach", "aandeel dat dan een andere coach neemt"},
                &M::rematch_share);
    part.number("ends_below", "1", 0, 1, {"ends early below this match", "stopt voortijdig onder deze klik"}, &M::ends_below);
}

void declare_sessions(ParameterGroup<P>& group) {
    using S = SessionParameters;
    PartOf<S> part(group, "coaching.session.", &P::session);
    part.number("intake_weeks", "weeks", 0, 52, {"from asking to the intake", "van aanvraag tot intake"}, &S::intake_weeks);
    part.number("lost", "1", 0, 1, {"chance that a session is lost", "kans dat een gesprek vervalt"}, &S::lost);
    part.number("lost_on_load", "1", 0, 10, {"more of it per log load of the team", "extra daarvan per log belasting van het team"},
                &S::lost_on_load);
    part.number("drop_out", "1", 0, 1, {"chance of dropping out after a session", "kans op uitval na een gesprek"}, &S::drop_out);
    part.number("drop_out_price_scale", "EUR", 1, 100000, {"own contribution that divides it by e", "eigen bijdrage die haar door e deelt"},
                &S::drop_out_price_scale);
    part.number("extension_share", "1", 0, 1, {"share who take the extra sessions", "aandeel dat de extra gesprekken neemt"},
                &S::extension_share);
    part.number("question_workload", "1", 0, 1, {"share of questions about workload", "aandeel vragen over werkdruk"},
                &S::question_workload);
    part.number("question_balance", "1", 0, 1, {"share of questions about work-life balance", "aandeel vragen over werk-privébalans"},
                &S::question_balance);
    part.number("travel_at_work", "minutes", 0, 600, {"travel to a session at work", "reistijd naar een gesprek op het werk"},
                &S::travel_at_work);
    part.number("travel_away", "minutes", 0, 600, {"travel to a session elsewhere", "reistijd naar een gesprek elders"}, &S::travel_away);
    part.number("travel_online", "minutes", 0, 600, {"travel to a session online", "reistijd naar een online gesprek"}, &S::travel_online);
    part.number("replaced_share", "1", 0, 1,
                {"share of released hours that hired hours replace", "deel van de vrijgeroosterde uren dat wordt vervangen"},
                &S::replaced_share);
    part.number("intakes_a_year", "intakes per year", 1, 10000, {"intakes of a coordinator", "intakes van een coördinator"},
                &S::intakes_a_year);
    part.number("to_social_work", "1", 0, 1,
                {"share of those sent on who go to social work", "deel van de doorverwezenen dat naar bedrijfsmaatschappelijk werk gaat"},
                &S::to_social_work);
    part.number("to_career_centre", "1", 0, 1,
                {"share of those sent on who go to the career centre", "deel van de doorverwezenen dat naar het loopbaancentrum gaat"},
                &S::to_career_centre);
    part.number("clinical_referral", "1", 0, 1,
                {"share of finished coachees in need of treatment who go to the occupational physician",
                 "deel van wie na coaching behandeling nodig heeft dat naar de bedrijfsarts gaat"},
                &S::clinical_referral);
    part.number("evaluated_share", "1", 0, 1, {"share of the finished who answer", "deel van wie afrondde dat antwoordt"},
                &S::evaluated_share);
    part.number("evaluation_weeks", "weeks", 1, 520,
                {"from the last session to the evaluation", "van het laatste gesprek tot de evaluatie"}, &S::evaluation_weeks);
}

void declare_gain(ParameterGroup<P>& group) {
    using G = GainParameters;
    PartOf<G> part(group, "coaching.gain.", &P::gain);
    part.number("size", "SD", 0, 5,
                {"gain of personal resources at a perfect match", "winst aan persoonlijke hulpbronnen bij een volmaakte klik"}, &G::size);
    part.number("sessions_scale", "sessions", 0.1, 100, {"sessions in which 63 % is gained", "gesprekken waarin 63 % gewonnen is"},
                &G::sessions_scale);
    part.number("on_motivation", "log", -5, 5, {"each SD of motivation", "elke SD motivatie"}, &G::on_motivation);
    part.number("motivation_level", "log", -5, 5, {"at motivation 0", "bij motivatie 0"}, &G::motivation_level);
    part.number("on_exhaustion", "1", 0, 5, {"each z of exhaustion above 0", "elke z uitputting boven 0"}, &G::on_exhaustion);
    part.number(
        "clinical_share", "1", 0, 1,
        {"share of the gain on burnout leave or if clinically exhausted", "deel van de winst bij burn-outverlof of klinische uitputting"},
        &G::clinical_share);
    part.number("clinical_above", "SD", 0, 10, {"clinically exhausted: z above", "klinisch uitgeput: z boven"}, &G::clinical_above);
    part.number("half_life", "weeks", 1, 1000, {"half-life after the last session", "halfwaardetijd na het laatste gesprek"},
                &G::half_life);
}

void declare_shifts(ParameterGroup<P>& group) {
    using S = CoachingShiftParameters;
    PartOf<S> part(group, "coaching.shift.", &P::shift);
    part.number("autonomy", "SD", 0, 5, {"autonomy per SD of gain", "autonomie per SD winst"}, &S::autonomy);
    part.number("recovery", "SD", 0, 5, {"recovery per SD of gain, question of balance", "herstel per SD winst, balansvraag"},
                &S::recovery);
    part.number(
        "work_home", "SD", 0, 5,
        {"less work-home interference per SD of gain, question of balance", "minder werk-thuisinterferentie per SD winst, balansvraag"},
        &S::work_home);
    part.number("friction", "SD", 0, 5,
                {"friction with management per SD of gain and SD of missing autonomy",
                 "wrijving met het management per SD winst en SD ontbrekende autonomie"},
                &S::friction);
    part.number("friction_below", "SD", -5, 5, {"autonomy is missing below", "autonomie ontbreekt onder"}, &S::friction_below);
    part.number("friction_weeks", "weeks", 0, 520,
                {"friction goes on after the last session", "wrijving duurt voort na het laatste gesprek"}, &S::friction_weeks);
    part.number("unreleased", "SD per hour", 0, 5,
                {"workload per hour a week that is not released", "werkdruk per niet vrijgeroosterd uur per week"}, &S::unreleased);
    part.number("unreleased_on_load", "log", 0, 20, {"more of it per log load of the team", "extra daarvan per log belasting van het team"},
                &S::unreleased_on_load);
    part.number("stigma_per_participant", "log odds", 0, 1,
                {"stigma falls in the team with each participant", "stigma daalt in het team per deelnemer"}, &S::stigma_per_participant);
    part.number("stigma_returns_weeks", "weeks", 1, 5200, {"time constant with which it returns", "tijdconstante waarmee het terugkeert"},
                &S::stigma_returns_weeks);
}

}  // namespace

ParameterGroup<CoachingParameters> declare_coaching_parameters() {
    ParameterGroup<CoachingParameters> group;
    declare_enrolment(group);
    declare_match(group);
    declare_sessions(group);
    declare_gain(group);
    declare_shifts(group);
    return group;
}

}  // namespace bevlogen::interventions
