// Declares the parameters of the work factors with units and bounds.
#include "models/wellbeing/factor_parameters.hpp"

namespace bevlogen::wellbeing {

using workforce::factor_words;
using workforce::kDemands;
using workforce::need_words;
using workforce::personal_resource_words;
using workforce::phase_words;

float centred_offset(const FactorParameters& parameters, std::size_t factor, std::size_t phase) {
    double sum = 0.0;
    double shares = 0.0;
    for (std::size_t k = 0; k < kPhases; ++k) {
        sum += static_cast<double>(parameters.phase_share[k]) * static_cast<double>(parameters.offset[factor][k]);
        shares += static_cast<double>(parameters.phase_share[k]);
    }
    return static_cast<float>(static_cast<double>(parameters.offset[factor][phase]) - (shares > 0.0 ? sum / shares : 0.0));
}

ParameterGroup<FactorParameters> declare_factor_parameters() {
    ParameterGroup<FactorParameters> group;
    for (std::size_t k = 0; k < kPhases; ++k) {
        const auto& phase = phase_words()[k];
        group.number({"factors.phase_share." + phase.name,
                      "1",
                      0,
                      1,
                      {"share of the reference population: " + phase.label.en, "aandeel in de referentiepopulatie: " + phase.label.nl}},
                     [k](FactorParameters& p) -> float& { return p.phase_share[k]; });
    }
    for (std::size_t j = 0; j < kFactors; ++j) {
        const auto& factor = factor_words()[j];
        const std::string path = "factors." + factor.name;
        for (std::size_t k = 0; k < kPhases; ++k) {
            const auto& phase = phase_words()[k];
            group.number({path + ".offset." + phase.name,
                          "SD",
                          -4,
                          4,
                          {"level of " + factor.label.en + ": " + phase.label.en, "niveau van " + factor.label.nl + ": " + phase.label.nl}},
                         [j, k](FactorParameters& p) -> float& { return p.offset[j][k]; });
        }
        for (std::size_t n = 0; n < kNeeds; ++n) {
            const bool demand = j < kDemands;
            group.number(
                {path + ".need." + need_words()[n].name.substr(5),
                 "1",
                 0,
                 3,
                 {std::string(demand ? "how far it frustrates: " : "how far it feeds: ") + need_words()[n].label.en,
                  std::string(demand ? "in welke mate het frustreert: " : "in welke mate het voedt: ") + need_words()[n].label.nl}},
                [j, n](FactorParameters& p) -> float& { return p.need[j][n]; });
        }
        group.number({path + ".strain_weight",
                      "1",
                      0,
                      3,
                      {"weight of " + factor.label.en + " on exhaustion", "gewicht van " + factor.label.nl + " op uitputting"}},
                     [j](FactorParameters& p) -> float& { return p.strain_weight[j]; });
        group.number(
            {path + ".relaxation", "weeks", 0.5, 520, {"time constant of " + factor.label.en, "tijdconstante van " + factor.label.nl}},
            [j](FactorParameters& p) -> float& { return p.relaxation[j]; });
    }
    for (std::size_t k = 0; k < kPersonalResources; ++k) {
        const auto& word = personal_resource_words()[k];
        group.number({"factors." + word.name + ".strain_weight",
                      "1",
                      0,
                      3,
                      {"weight of " + word.label.en + " on exhaustion", "gewicht van " + word.label.nl + " op uitputting"}},
                     [k](FactorParameters& p) -> float& { return p.personal_strain_weight[k]; });
    }
    const auto number = [&](const char* path, const char* unit, double min, double max, Label meaning, float FactorParameters::*member) {
        group.number({path, unit, min, max, std::move(meaning)}, [member](FactorParameters& p) -> float& { return p.*member; });
    };
    using P = FactorParameters;
    number("factors.spread", "SD", 0, 3, {"SD of a factor within a person", "SD van een factor binnen een persoon"}, &P::spread);
    number("factors.shared_noise", "1", 0, 1,
           {"share of a factor's variance that all factors of a person share in a week",
            "deel van de variantie dat alle factoren van een persoon in een week delen"},
           &P::shared_noise);
    number("factors.strain_cap", "z", 0, 20,
           {"z of exhaustion above which it raises workload and work-home interference no further",
            "z van uitputting waarboven die werkdruk en werk-thuisinterferentie niet verder verhoogt"},
           &P::strain_cap);
    number("personal.spread", "SD", 0, 3, {"SD between persons of a personal resource", "SD tussen personen van een persoonlijke hulpbron"},
           &P::personal_spread);
    number("personal.slow_spread", "SD", 0, 3,
           {"SD within a person of a personal resource", "SD binnen een persoon van een persoonlijke hulpbron"}, &P::personal_slow_spread);
    number("personal.relaxation", "weeks", 0.5, 1040,
           {"time constant of a personal resource", "tijdconstante van een persoonlijke hulpbron"}, &P::personal_relaxation);
    number("feedback.strain_on_workload", "SD per z", -2, 2, {"strain on perceived workload", "uitputting op ervaren werkdruk"},
           &P::strain_on_workload);
    number("feedback.damping", "1", 0, 1, {"how far control and support damp it", "in welke mate regelruimte en steun dempen"},
           &P::damping);
    number("feedback.load_on_workload", "SD per log", 0, 20, {"log load on workload", "log belasting op werkdruk"}, &P::load_on_workload);
    number("feedback.workload_on_home", "1", -2, 2, {"workload on work-home interference", "werkdruk op werk-thuisinterferentie"},
           &P::workload_on_home);
    number("feedback.strain_on_home", "SD per z", -2, 2, {"strain on work-home interference", "uitputting op werk-thuisinterferentie"},
           &P::strain_on_home);
    number("feedback.hours_on_home", "SD per log", 0, 20,
           {"log hours ratio on work-home interference", "log urenverhouding op werk-thuisinterferentie"}, &P::hours_on_home);
    number("feedback.duties_on_home", "SD per shift", 0, 2, {"duties on work-home interference", "diensten op werk-thuisinterferentie"},
           &P::duties_on_home);
    number("feedback.share_on_administration", "SD per share", 0, 20, {"share of time on administration", "tijdsdeel op administratie"},
           &P::share_on_administration);
    number("feedback.workload_on_recovery", "1", -2, 2, {"workload on lost recovery", "werkdruk op verloren herstel"},
           &P::workload_on_recovery);
    number("feedback.duties_on_recovery", "SD per shift", -2, 2, {"duties on lost recovery", "diensten op verloren herstel"},
           &P::duties_on_recovery);
    number("feedback.age_on_duties", "per year", 0, 1,
           {"extra weight of duties for each year of age above 50", "extra gewicht van diensten per jaar boven 50"}, &P::age_on_duties);
    number("feedback.slack_on_patients", "SD per log", 0, 20, {"slack on contact with patients", "ruimte op patiëntencontact"},
           &P::slack_on_patients);
    number("feedback.care_on_content", "SD per share", 0, 20,
           {"share of time for care on work content", "tijdsdeel voor zorg op werkinhoud"}, &P::care_on_content);
    number("feedback.wear_of_content", "SD per year", 0, 1,
           {"wear of work content in the same post", "slijtage van werkinhoud op dezelfde plaats"}, &P::wear_of_content);
    number("feedback.wear_grace", "years", 0, 60, {"years in a post before it wears", "jaren op een plaats voordat die slijt"},
           &P::wear_grace);
    number("feedback.crafting", "SD per z", -2, 2,
           {"engagement on autonomy, work content and development (job crafting)",
            "bevlogenheid op autonomie, werkinhoud en ontwikkeling (job crafting)"},
           &P::crafting);
    number("feedback.on_leave_target", "SD", -5, 5,
           {"what all demands tend to during leave", "waar alle taakeisen tijdens verlof naartoe gaan"}, &P::on_leave_target);
    number("feedback.household", "SD", 0, 3, {"care at home on work-home interference", "zorg thuis op werk-thuisinterferentie"},
           &P::household);
    number("feedback.late_duties", "SD per year per shift", 0, 1,
           {"duties on lost recovery for each year of age above 55, late specialists",
            "diensten op verloren herstel per jaar boven 55, late specialisten"},
           &P::late_duties);
    number("feedback.temporary_contract", "SD", 0, 3, {"temporary contract on job insecurity", "tijdelijk contract op baanonzekerheid"},
           &P::temporary_contract);
    number("fragmentation.shifts", "1 per shift a day", 0, 5,
           {"fragmentation by a shift more a day", "versnippering door een dienst meer per etmaal"}, &P::fragmentation_of_shifts);
    number("fragmentation.contracts", "1 per FTE", 0, 50, {"fragmentation by smaller contracts", "versnippering door kleinere contracten"},
           &P::fragmentation_of_contracts);
    number("fragmentation.effect", "SD", 0, 3,
           {"fragmentation on role unclarity and on support of colleagues", "versnippering op rolonduidelijkheid en steun van collega's"},
           &P::fragmentation_effect);
    return group;
}

}  // namespace bevlogen::wellbeing
