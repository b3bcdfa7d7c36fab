// Calls the levers one after another.
#include "models/catalog/workforce_levers.hpp"

#include "models/interventions/administration.hpp"
#include "models/interventions/coaching_settings.hpp"
#include "models/interventions/contract.hpp"
#include "models/interventions/culture.hpp"
#include "models/interventions/leadership.hpp"
#include "models/interventions/monitoring.hpp"
#include "models/interventions/onboarding.hpp"
#include "models/interventions/part_time.hpp"
#include "models/interventions/peer_group_settings.hpp"
#include "models/interventions/process.hpp"
#include "models/interventions/schedule.hpp"
#include "models/interventions/shift.hpp"
#include "models/interventions/tasks.hpp"
#include "models/interventions/training.hpp"
#include "models/interventions/volume.hpp"

namespace bevlogen {

std::vector<LeverDecl> workforce_lever_decls() {
    return {interventions::shift_lever(),     interventions::administration_lever(), interventions::schedule_lever(),
            interventions::staffing_lever(),  interventions::culture_lever(),        interventions::coaching_lever(),
            interventions::process_lever(),   interventions::contract_lever(),       interventions::volume_lever(),
            interventions::leaders_lever(),   interventions::onboarding_lever(),     interventions::tasks_lever(),
            interventions::training_lever(),  interventions::adoption_lever(),       interventions::peer_group_lever(),
            interventions::monitoring_lever()};
}

WorkforceLevers::WorkforceLevers(const WorkforceParts& parts, const workforce::WorkforceFields& fields, const Scenario& scenario)
    : parts_(parts),
      fields_(fields),
      added_posts_(interventions::added_posts(
          scenario.interventions, national_levers_,
          parts.market.has_market() ? interventions::Vacancies::market_fills : interventions::Vacancies::nobody_fills)),
      national_reach_(interventions::national_reach(scenario.interventions, national_levers_, parts.world)),
      adoption_(parts.adoption, fields, parts.world, scenario, kAdoption) {}

void WorkforceLevers::change_conditions(const Block& block, const Now& now, Scratch& scratch) const {
    const std::size_t n = block.posts();
    const auto acting = now.interventions;
    if (acting.empty()) return;
    interventions::change_administration(acting, kAdministration, block, fields_, scratch);
    interventions::change_schedule(parts_.schedule, acting, kSchedule, block, fields_, scratch);
    interventions::change_part_time(parts_.schedule, now, kSchedule, block, fields_, scratch);
    interventions::change_process(parts_.work_levers.process, parts_.work, acting, kProcess, block, fields_, scratch);
    interventions::change_tasks(parts_.work_levers.tasks, acting, kTasks, n, scratch);
    interventions::change_replacement(acting, kStaffing, n, scratch);
    interventions::change_culture(acting, kCulture, n, scratch);
    interventions::pay_salaries(parts_.work, acting, kContract, block, fields_, scratch);
    interventions::change_volume(parts_.work, acting, kVolume, now.week, block, fields_, scratch);
}

void WorkforceLevers::add_shifts(const Block& block, const Now& now, Scratch& scratch) const {
    const std::size_t n = block.posts();
    const auto acting = now.interventions;
    if (acting.empty()) return;
    interventions::add_schedule_shifts(parts_.schedule, acting, kSchedule, n, scratch);
    interventions::fragment_part_time(parts_.schedule, parts_.factors, now, kSchedule, block, fields_, scratch);
    interventions::guide_newcomers(parts_.work_levers.onboarding, acting, kOnboarding, block, fields_, scratch);
    interventions::add_task_shifts(parts_.work_levers.tasks, acting, kTasks, now.week, n, scratch);
    if (parts_.market.has_market())
        interventions::add_broader_training(parts_.work_levers.training, parts_.careers.jonge_klare_weeks, acting, kTraining, now.week,
                                            block, fields_, scratch);
    interventions::add_shifts(acting, kShift, parts_.work_levers.physical_weight, n, scratch);
}

workforce::CareerTerms WorkforceLevers::clear_block(Block& block, const Now& now) const {
    workforce::CareerTerms terms;
    if (now.interventions.empty()) return terms;
    interventions::make_permanent(now.interventions, kContract, now.chance, fields_, block);
    interventions::set_contract_weeks(parts_.market.contract_weeks, parts_.market.longest_contract_weeks, now.interventions, kContract,
                                      block, terms);
    interventions::set_training_pace(parts_.schedule, now, kSchedule, block, fields_, terms);
    return terms;
}

workforce::SupportOfLeader WorkforceLevers::support_of_leaders(const Now& now) const {
    if (now.interventions.empty()) return {};
    return [&now](std::size_t post) { return interventions::support_of_leader(now.interventions, kLeaders, post); };
}

workforce::NationalTerms WorkforceLevers::clear_nation(std::span<Block> blocks, const Now& now) const {
    workforce::NationalTerms terms;
    if (!national_reach_.empty() && !now.interventions.empty())
        terms = interventions::national_terms(national_reach_, now.interventions, national_levers_, adoption_.carried_out(blocks));
    adoption_.clear_nation(blocks, now);
    return terms;
}

}  // namespace bevlogen
