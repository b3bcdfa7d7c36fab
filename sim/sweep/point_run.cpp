// Runs a point, takes its yearly means and prices what it used.
#include "sim/sweep/point_run.hpp"

#include <new>
#include <stdexcept>

#include "sim/experiment/costs.hpp"
#include "sim/experiment/resource_use.hpp"

namespace bevlogen {
namespace {

std::vector<float> euros_of(const Model& model, const Scenario& scenario, const RecordPlan& plan, const RunRecord& record) {
    std::vector<float> euros;
    if (model.vocabulary().payers.empty()) return euros;
    ResourceUse used(plan, 1, 1);
    used.take_from(plan, 0, 0, record);
    const Costs costs(model, {&scenario, 1}, used);
    for (std::size_t payer = 0; payer < costs.payers(); ++payer) {
        for (int year = 1; year <= plan.years; ++year)
            euros.push_back(static_cast<float>(costs.euros(0, {{}, payer, year}, Discounting::none).front()));
    }
    return euros;
}

std::string first_mistake(const InputError& error) {
    const std::vector<Diagnostic> mistakes = error.diagnostics().sorted();
    return mistakes.empty() ? "the values of this point do not go together" : mistakes.front().message;
}

}  // namespace

RecordPlan record_plan_of(const SweepPlan& plan, const Model& model) {
    RecordOptions options;
    options.panel_persons = 0;
    return RecordPlan(model, plan.base, options);
}

PointRunner::PointRunner(const SweepPlan& plan, const Model& model, const ModelShelf& shelf, const RecordPlan& record_plan,
                         std::size_t block_posts)
    : plan_(&plan),
      model_(&model),
      record_plan_(&record_plan),
      block_posts_(block_posts),
      scenarios_(plan, shelf),
      burn_ins_(PointScenarios::share_burn_in(plan) ? 1 : 0) {}

PointRunEnd PointRunner::run(std::size_t point, std::size_t replicate, std::span<const std::byte> checkpoint,
                             const std::function<bool()>& should_stop, Parallel& parallel) {
    SweepRun failed;
    try {
        const Scenario& of_point = scenarios_.at(point);
        const Scenario scenario = plan_->draws ? plan_->draws->applied(of_point, plan_->draw_of(replicate)) : of_point;
        SingleRun run{*model_,
                      scenario,
                      {scenario.seed, static_cast<std::uint32_t>(scenario.first_replicate) + static_cast<std::uint32_t>(replicate)},
                      *record_plan_,
                      block_posts_};
        run.checkpoint = checkpoint;
        run.should_stop = should_stop;
        RunEnd end = run_single(run, parallel, burn_ins_, [](int) {});
        if (end.record) {
            SweepRun done = SweepRun::of(*record_plan_, *end.record, plan_->outcomes);
            done.euros = euros_of(*model_, scenario, *record_plan_, *end.record);
            return {std::move(done), {}};
        }
        if (end.failure.empty()) return {std::nullopt, std::move(end.checkpoint)};
        failed.failure = end.failure;
    } catch (const InputError& error) {
        failed.failure = first_mistake(error);
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& error) {  // whatever is wrong with one run, the others go on
        failed.failure = error.what();
    }
    return {std::move(failed), {}};
}

}  // namespace bevlogen
