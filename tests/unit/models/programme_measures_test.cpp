// What is recorded of coaching and services is what stands in columns and ledgers, person by person.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "models/interventions/service.hpp"
#include "models/workforce/fields.hpp"
#include "tests/unit/engine/workforce_levers.hpp"

namespace bevlogen::testing {
namespace {

using interventions::ServiceStay;
using workforce::CoachingStage;

std::size_t outcome_named(const Model& model, const std::string& name) {
    const auto found = std::ranges::find(model.outcomes(), name, &OutcomeDecl::name);
    expect(found != model.outcomes().end(), "the model has the outcome");
    return static_cast<std::size_t>(found - model.outcomes().begin());
}

// Compares at each clearing, and counts what there was to compare.
class Comparing final : public Observer {
  public:
    explicit Comparing(const Model& model) : model_(model), fields_(static_cast<const workforce::WorkforceFields&>(model.fields())) {}
    void observe_week(const BlockNow&) override {}
    void close_epoch(Week, std::span<const Block>) override {}

    void observe_clearing(const BlockNow& now) override {
        const Block& block = now.block;
        OutcomeColumns columns;
        columns.prepare(model_.outcomes().size(), block.padded_posts());
        now.dynamics.measure(block, now.week_from_burn_in, now.chance, columns);
        columns.work_out(block.posts());
        std::map<std::uint32_t, ServiceStay> stays;
        for (const ServiceStay& stay : block.rows(Ledger<ServiceStay>{2})) stays[stay.post] = stay;
        const auto stages = block.person(fields_.coaching_stage);
        for (std::uint32_t i = 0; i < block.posts(); ++i) {
            if (block.person(fields_.engine.filled)[i] == 0) continue;
            const auto stage = static_cast<CoachingStage>(stages[i]);
            const auto expect_share = [&](const char* name, bool is_in) {
                EXPECT_EQ(columns[outcome_named(model_, name)][i], is_in ? 1.0f : 0.0f) << name << " of " << i;
                found[name] += is_in ? 1 : 0;
            };
            expect_share("coaching_taken_part", stage >= CoachingStage::waiting && stage != CoachingStage::refused);
            expect_share("coaching_offered", stage != CoachingStage::none);
            expect_share("coaching_finished", stage == CoachingStage::finished || stage == CoachingStage::evaluated);
            expect_share("coaching_stopped", stage == CoachingStage::stopped);
            expect_share("coaching_referred", stage == CoachingStage::referred);
            expect_share("coaching_refused", stage == CoachingStage::refused);
            expect_share("coaching_evaluated", stage == CoachingStage::evaluated);
            const auto stay = stays.find(i);
            const bool waits = stay != stays.end() && is_waiting(stay->second), is_in = stay != stays.end() && !waits;
            expect_share("service_waiting", waits);
            expect_share("in_service", is_in);
            const bool began = is_in && stay->second.began >= now.week_from_burn_in.value - kWeeksPerEpoch;
            EXPECT_EQ(columns[outcome_named(model_, "service_places")][i], began ? 0.25f : 0.0f);
            found["begun"] += began ? 1 : 0;
            if (stay != stays.end()) compare_trace(now, i, stay->second);
        }
    }

    std::map<std::string, int> found;

  private:
    void compare_trace(const BlockNow& now, std::size_t i, const ServiceStay& stay) {
        std::vector<float> values(model_.traces().size());
        now.dynamics.trace(now.block, i, values);
        const auto trace = std::ranges::find(model_.traces(), std::string("service"), &TraceDecl::name);
        const Label& word = trace->words[static_cast<std::size_t>(values[static_cast<std::size_t>(trace - model_.traces().begin())])];
        const std::string service = interventions::service_words()[workforce::index_of(stay.service)].label.en;
        EXPECT_EQ(word.en, is_waiting(stay) ? "waits: " + service : service);
    }

    const Model& model_;
    const workforce::WorkforceFields& fields_;
};

TEST(ProgrammeMeasures, AreWhatStandsInColumnsAndLedgers) {
    const Scenario scenario = lively(
        "[[intervention]]\nname = \"coaching\"\nstart = { week = 0 }\n"
        "coaching = { sessions = 4, spacing = 2, mail = true, window = 8, kickoff = true, intake = true, refer_share = 0.3, released = "
        "true, "
        "supervisor = \"invited\" }\n"
        "[[intervention]]\nname = \"monitoring\"\nstart = { week = 2 }\nmonitoring = { referral = 0.5, service = \"social_work\" }\n",
        {"services.occupational_physician.places=20", "coaching.session.drop_out=0.1"});
    const Model& model = model_of(scenario);
    Parallel one(1);
    Simulation simulation(model, scenario, {scenario.seed, 1}, one);
    Comparing comparing(model);
    simulation.advance(scenario.total_weeks(), &comparing);
    for (const auto& [name, count] : comparing.found) EXPECT_GT(count, 0) << name;
    EXPECT_EQ(comparing.found.size(), 10u);
}

}  // namespace
}  // namespace bevlogen::testing
