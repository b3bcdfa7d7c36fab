// Adds up hours of side tasks by phase.
#include "models/catalog/support_staff_costs.hpp"

#include <algorithm>

#include "models/interventions/tasks.hpp"

namespace bevlogen {

using workforce::index_of;
using workforce::kPhases;
using workforce::kPostKinds;
using workforce::Phase;
using workforce::PostKind;

namespace {

bool has_site(std::uint32_t sites, std::size_t site) { return ((sites >> site) & 1u) != 0; }

std::array<double, kPostKinds> posts_of(const workforce::World& world, std::span<const workforce::Department> departments,
                                        std::uint32_t sites) {
    std::array<double, kPostKinds> posts{};
    if (!departments.empty() && !has_site(sites, static_cast<std::size_t>(world.departments_site))) return posts;
    for (std::size_t kind = 0; kind < kPostKinds; ++kind) {
        for (std::size_t s = 0; departments.empty() && s < workforce::kSites; ++s) {
            if (has_site(sites, s)) posts[kind] += workforce::usual_posts_of_site(world, static_cast<PostKind>(kind), s);
        }
        for (const workforce::Department& department : departments) posts[kind] += department.posts[kind];
        posts[kind] *= static_cast<double>(world.filled[kind]);
    }
    return posts;
}

// Hours a week of side tasks of somebody in the phase, today.
double side_task_hours(const WorkforceParts& parts, std::size_t phase) {
    const workforce::WorkParameters& work = parts.work;
    return static_cast<double>(work.contract_hours[phase]) * static_cast<double>(parts.world.fte_mean[phase]) *
           (1.0 - static_cast<double>(work.administration_share[phase])) * static_cast<double>(work.side_task_share);
}

}  // namespace

std::array<double, kPhases> expected_persons(const workforce::World& world, std::span<const workforce::Department> departments,
                                             std::uint32_t sites) {
    const std::array<double, kPostKinds> persons = posts_of(world, departments, sites);
    std::array<double, kPhases> all{};
    all[index_of(Phase::coassistent)] = persons[index_of(PostKind::coassistent)];
    all[index_of(Phase::anios)] = persons[index_of(PostKind::anios)];
    all[index_of(Phase::aios)] = persons[index_of(PostKind::aios)];
    all[index_of(Phase::jonge_klare)] = persons[index_of(PostKind::specialist_temporary)];
    for (std::size_t k = 0; k < world.permanent_specialists.size(); ++k) {
        all[index_of(Phase::jonge_klare) + k] +=
            persons[index_of(PostKind::specialist_permanent)] * static_cast<double>(world.permanent_specialists[k]);
    }
    return all;
}

std::vector<ScheduledCost> support_staff_costs(const WorkforceParts& parts, const Scenario& scenario, std::size_t tasks, std::size_t line,
                                               double scale) {
    std::vector<ScheduledCost> costs;
    const Week last = scenario.recorded_weeks();
    for (const Intervention& it : scenario.interventions) {
        const std::uint32_t phases = it.scope.axes.empty() ? ~std::uint32_t{0} : it.scope.axes[0];
        const std::uint32_t sites = it.scope.axes.size() > 1 ? it.scope.axes[1] : ~std::uint32_t{0};
        const std::array<double, kPhases> persons = expected_persons(parts.world, parts.departments, sites);
        double hours = 0.0;
        for (std::size_t k = 0; k < kPhases; ++k) {
            if (((phases >> k) & 1u) != 0) hours += persons[k] * side_task_hours(parts, k);
        }
        const double meant = it.scope.team_share * it.scope.coverage * it.uptake * scale;
        const Week end = it.schedule.end ? std::min(*it.schedule.end, last) : last;
        std::vector<Week> moments = {it.schedule.start};
        for (const InterventionChange& change : it.changes) moments.push_back(change.at);
        moments.push_back(end);
        for (std::size_t m = 0; m + 1 < moments.size(); ++m) {
            for (const LeverSetting& setting : it.levers_at(moments[m])) {
                if (setting.lever != tasks) continue;
                const double euro = hours * meant * interventions::support_share(setting.values) * parts.costs.support_hour;
                const Week full = std::clamp(it.schedule.start + it.schedule.ramp, moments[m], moments[m + 1]);
                if (euro > 0.0 && moments[m] < full) costs.push_back({line, it.catalogue.costs.payer, 0.5 * euro, moments[m], full});
                if (euro > 0.0 && full < moments[m + 1]) costs.push_back({line, it.catalogue.costs.payer, euro, full, moments[m + 1]});
            }
        }
    }
    return costs;
}

}  // namespace bevlogen
