// Declares the numbers of the theory of eight drivers with units and bounds.
#include "models/wellbeing/shanafelt.hpp"

namespace bevlogen::wellbeing {

using workforce::Demand;
using workforce::factor_of;
using workforce::Resource;

const std::array<DriverParts, kDrivers>& driver_parts() {
    static const std::array<DriverParts, kDrivers> parts = {
        {{"load", {"load", "belasting"}, {factor_of(Demand::workload), factor_of(Demand::emotional_load)}},
         {"control", {"control", "regie"}, {factor_of(Resource::autonomy), factor_of(Demand::evaluation_pressure)}},
         {"work_life",
          {"work-life integration", "werk-privébalans"},
          {factor_of(Demand::work_home_interference), factor_of(Resource::recovery)}},
         {"community",
          {"community at work", "gemeenschap op het werk"},
          {factor_of(Resource::colleague_support), factor_of(Resource::supervisor_support)}},
         {"efficiency", {"efficiency", "doelmatigheid"}, {factor_of(Demand::administration), factor_of(Demand::role_unclarity)}},
         {"meaning",
          {"meaning in work", "betekenis van het werk"},
          {factor_of(Resource::work_content), factor_of(Resource::patient_contact)}},
         {"culture",
          {"culture and values", "cultuur en waarden"},
          {factor_of(Demand::management_friction), factor_of(Resource::development)}},
         {"reward", {"reward", "beloning"}, {factor_of(Resource::recognition), factor_of(Demand::job_insecurity)}}}};
    return parts;
}

ParameterGroup<ShanafeltParameters> declare_shanafelt_parameters() {
    using P = ShanafeltParameters;
    ParameterGroup<P> group;
    group.number({"shanafelt.scale", "1", 0, 10, {"scale of all drivers together", "schaal van alle drijfveren samen"}},
                 [](P& p) -> float& { return p.scale; });
    for (std::size_t k = 0; k < kDrivers; ++k) {
        const DriverParts& parts = driver_parts()[k];
        group.number({std::string("shanafelt.weight.") + parts.name,
                      "1",
                      -2,
                      2,
                      {"weight of the driver " + parts.label.en, "gewicht van de drijfveer " + parts.label.nl}},
                     [k](P& p) -> float& { return p.weight[k]; });
    }
    for (std::size_t k = 0; k < kDrivers; ++k) {
        const DriverParts& parts = driver_parts()[k];
        for (std::size_t part = 0; part < 2; ++part) {
            const workforce::Word& factor = workforce::factor_words()[parts.factor[part]];
            group.number({std::string("shanafelt.") + parts.name + "." + factor.name,
                          "1",
                          -2,
                          2,
                          {factor.label.en + ", on the driver " + parts.label.en, factor.label.nl + ", op de drijfveer " + parts.label.nl}},
                         [k, part](P& p) -> float& { return p.part[k][part]; });
        }
    }
    declare_latent<P>(group, "shanafelt.", [](P& p) -> LatentParameters& { return p.latent; });
    declare_references<P>(group, "shanafelt.", [](P& p) -> ScoreParameters& { return p.scores; });
    return group;
}

}  // namespace bevlogen::wellbeing
