// Declares prices and payers with units and bounds.
#include "models/workforce/cost_parameters.hpp"

namespace bevlogen::workforce {
namespace {

using P = CostParameters;

std::vector<std::string> payer_words() {
    std::vector<std::string> words;
    for (const PayerDecl& payer : payer_decls()) words.push_back(payer.name);
    return words;
}

ParameterDecl number(const std::string& path, const char* unit, double min, double max, Label meaning) {
    return {"costs." + path, unit, min, max, std::move(meaning)};
}

void declare_wages(ParameterGroup<P>& group) {
    for (std::size_t k = 0; k < kPhases; ++k) {
        const Word& phase = phase_words()[k];
        const auto of_phase = [&](const char* en, const char* nl) {
            return Label{std::string(en) + ": " + phase.label.en, std::string(nl) + ": " + phase.label.nl};
        };
        group.exact_number(number("wage." + phase.name, "EUR per hour", 0, 1000,
                                  of_phase("an hour of the contract, with employer's charges", "een contractuur, met werkgeverslasten")),
                           [k](P& p) -> double& { return p.wage[k]; });
        ParameterDecl payer = number("wage_payer." + phase.name, "1", 0, 0, of_phase("who pays the wages", "wie het loon betaalt"));
        payer.kind = ParameterKind::choice;
        payer.choices = payer_words();
        group.choice(std::move(payer), [k](P& p) -> int& { return p.wage_payer[k]; });
    }
}

}  // namespace

const std::vector<PayerDecl>& payer_decls() {
    static const std::vector<PayerDecl> payers = {
        {"hospital", {"hospital", "ziekenhuis"}}, {"department", {"department or partnership", "afdeling of vakgroep"}},
        {"person", {"person", "de arts zelf"}},   {"training_fund", {"training fund", "opleidingsfonds"}},
        {"insurer", {"insurer", "verzekeraar"}},  {"subsidy", {"subsidy", "subsidie"}}};
    return payers;
}

ParameterGroup<CostParameters> declare_cost_parameters() {
    ParameterGroup<P> group;
    group.whole_number(
        number("price_year", "year", 1990, 2100, {"all prices are in EUR of this year", "alle prijzen zijn in euro's van dit jaar"}),
        [](P& p) -> int& { return p.price_year; });
    group.exact_number(number("discount.costs", "per year", 0, 0.2, {"discount rate of costs", "discontovoet van kosten"}),
                       [](P& p) -> double& { return p.discount_of_costs; });
    group.exact_number(number("discount.effects", "per year", 0, 0.2, {"discount rate of effects", "discontovoet van effecten"}),
                       [](P& p) -> double& { return p.discount_of_effects; });
    declare_wages(group);
    group.exact_number(number("hired_hour", "1", 0, 10,
                              {"an hour of somebody who stands in, relative to the wage of the phase",
                               "een uur van een vervanger, ten opzichte van het loon van de fase"}),
                       [](P& p) -> double& { return p.hired_hour; });
    group.exact_number(
        number("session_external", "EUR per session", 0, 10000, {"a session with an external coach", "een gesprek met een externe coach"}),
        [](P& p) -> double& { return p.session_external; });
    group.exact_number(number("session_internal", "EUR per session", 0, 10000,
                              {"a session with an internal coach who is paid by the session",
                               "een gesprek met een interne coach die per gesprek wordt betaald"}),
                       [](P& p) -> double& { return p.session_internal; });
    group.exact_number(number("employed_coach", "EUR per year", 0, 1e6,
                              {"an employed coach, where their number is set", "een coach in dienst, waar hun aantal vaststaat"}),
                       [](P& p) -> double& { return p.employed_coach; });
    group.exact_number(number("facilitator_professional", "EUR per session", 0, 10000,
                              {"a session of a peer group with a professional facilitator",
                               "een bijeenkomst van een intervisiegroep met een professionele begeleider"}),
                       [](P& p) -> double& { return p.facilitator_professional; });
    group.exact_number(number("service", "EUR per person", 0, 1e5,
                              {"a stay in a service of the hospital", "een verblijf bij een voorziening van het ziekenhuis"}),
                       [](P& p) -> double& { return p.service; });
    group.exact_number(number("support_hour", "EUR per hour", 0, 1000, {"an hour of support staff", "een uur van een ondersteuner"}),
                       [](P& p) -> double& { return p.support_hour; });
    for (std::size_t k = 0; k < kPhases; ++k) {
        const Word& phase = phase_words()[k];
        group.exact_number(number("replacement_of_leaver." + phase.name, "EUR", 0, 1e6,
                                  {"replacing somebody who leaves: " + phase.label.en, "vervangen van wie vertrekt: " + phase.label.nl}),
                           [k](P& p) -> double& { return p.replacement_of_leaver[k]; });
    }
    group.exact_number(number("care_not_delivered", "EUR per hour", 0, 10000,
                              {"an hour of care that is asked and not given; 0: no price",
                               "een uur zorg dat wordt gevraagd en niet gegeven; 0: geen prijs"}),
                       [](P& p) -> double& { return p.care_not_delivered; });
    return group;
}

}  // namespace bevlogen::workforce
