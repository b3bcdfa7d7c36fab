// The numbers of all parts of the workforce model, as one scenario has them.
#pragma once

#include <span>
#include <tuple>
#include <vector>

#include "models/careers/departure_parameters.hpp"
#include "models/careers/market_parameters.hpp"
#include "models/catalog/outcome_parameters.hpp"
#include "models/instruments/instrument_parameters.hpp"
#include "models/instruments/yes_no_items.hpp"
#include "models/interventions/adoption.hpp"
#include "models/interventions/coaching_parameters.hpp"
#include "models/interventions/peer_group_parameters.hpp"
#include "models/interventions/schedule.hpp"
#include "models/interventions/services_parameters.hpp"
#include "models/interventions/work_lever_parameters.hpp"
#include "models/wellbeing/factor_targets.hpp"
#include "models/wellbeing/theories.hpp"
#include "models/workforce/absence_parameters.hpp"
#include "models/workforce/cost_parameters.hpp"
#include "models/workforce/event_parameters.hpp"
#include "models/workforce/rotation.hpp"
#include "models/workforce/stationary.hpp"
#include "models/workforce/work_parameters.hpp"
#include "models/workforce/world.hpp"

namespace bevlogen {

struct WorkforceParts {
    workforce::World world;
    std::vector<workforce::Department> departments;
    workforce::CareerParameters careers;
    workforce::HouseholdParameters household;
    workforce::RotationParameters rotation;
    workforce::WorkParameters work;
    workforce::AbsenceParameters absence;
    workforce::EventParameters events;
    wellbeing::FactorParameters factors;
    wellbeing::TheoryChoice theory;
    wellbeing::JdrParameters jdr;
    wellbeing::ShanafeltParameters shanafelt;
    wellbeing::WellmdParameters wellmd;
    instruments::InstrumentParameters instruments;
    interventions::ScheduleParameters schedule;
    interventions::CoachingParameters coaching;
    workforce::CostParameters costs;
    careers::DepartureParameters departure;
    careers::MarketParameters market;
    instruments::YesNoParameters yes_no_items;
    interventions::WorkLeverParameters work_levers;
    interventions::AdoptionParameters adoption;
    interventions::PeerGroupParameters peer_groups;
    interventions::ServiceParameters services;
    OutcomeParameters outcomes;
};

// The declarations of all parts.
class PartParameters {
  public:
    void declare(ParameterTable& table) {
        std::apply([&](auto&... group) { (group.declare(table), ...); }, groups_);
    }
    WorkforceParts read(std::span<const double> values) const {
        return std::apply(
            [&](const auto& world, const auto&... group) {
                return WorkforceParts{world.read(values), {}, group.read(values)...};
            },
            groups_);
    }

  private:
    template <class... Parts>
    using Groups = std::tuple<ParameterGroup<Parts>...>;
    // In the order of WorkforceParts.
    Groups<workforce::World, workforce::CareerParameters, workforce::HouseholdParameters, workforce::RotationParameters,
           workforce::WorkParameters, workforce::AbsenceParameters, workforce::EventParameters, wellbeing::FactorParameters,
           wellbeing::TheoryChoice, wellbeing::JdrParameters, wellbeing::ShanafeltParameters, wellbeing::WellmdParameters,
           instruments::InstrumentParameters, interventions::ScheduleParameters, interventions::CoachingParameters,
           workforce::CostParameters, careers::DepartureParameters, careers::MarketParameters, instruments::YesNoParameters,
           interventions::WorkLeverParameters, interventions::AdoptionParameters, interventions::PeerGroupParameters,
           interventions::ServiceParameters, OutcomeParameters>
        groups_{workforce::declare_world(),
                workforce::declare_career_parameters(),
                workforce::declare_household_parameters(),
                workforce::declare_rotation_parameters(),
                workforce::declare_work_parameters(),
                workforce::declare_absence_parameters(),
                workforce::declare_event_parameters(),
                wellbeing::declare_factor_parameters(),
                wellbeing::declare_theory(),
                wellbeing::declare_jdr_parameters(),
                wellbeing::declare_shanafelt_parameters(),
                wellbeing::declare_wellmd_parameters(),
                instruments::declare_instrument_parameters(),
                interventions::declare_schedule_parameters(),
                interventions::declare_coaching_parameters(),
                workforce::declare_cost_parameters(),
                careers::declare_departure_parameters(),
                careers::declare_market_parameters(),
                instruments::declare_yes_no_parameters(),
                interventions::declare_work_lever_parameters(),
                interventions::declare_adoption_parameters(),
                interventions::declare_peer_group_parameters(),
                interventions::declare_service_parameters(),
                declare_outcome_parameters()};
};

// What factor targets are centred on and compared with, worked out from the other parts.
wellbeing::TargetReferences references_of(const WorkforceParts& parts, const workforce::StationaryCareers& careers);

}  // namespace bevlogen
