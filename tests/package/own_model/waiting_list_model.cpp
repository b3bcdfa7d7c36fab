// Who waits, leaves the list in a week with a fixed probability, which an intervention raises.
#include "waiting_list_model.hpp"

#include <algorithm>

#include "sim/random/bulk.hpp"
#include "sim/scenario/parameter_group.hpp"

namespace {

using namespace bevlogen;

constexpr Purpose kPurposeWeek{0x0100};

struct Parameters {
    int lists = 0;
    float called_a_week = 0.0f;
};

ParameterGroup<Parameters> declare_parameters() {
    ParameterGroup<Parameters> group;
    group.whole_number({"waiting.lists", "1", 1, 1e5, {"number of lists", "aantal lijsten"}},
                       [](Parameters& p) -> int& { return p.lists; });
    group.number({"waiting.called_a_week", "per week", 0, 1, {"probability of being called", "kans om opgeroepen te worden"}},
                 [](Parameters& p) -> float& { return p.called_a_week; });
    return group;
}

struct WaitingFields : Fields {
    Field<float> waits = person.add<float>("waits", "1", {"still waits", "wacht nog"});
};

class WaitingDynamics final : public Dynamics {
  public:
    WaitingDynamics(const WaitingFields& fields, const Parameters& parameters) : fields_(fields), p_(parameters) {}

    std::vector<TeamPlan> plan_teams(const Chance&) const override {
        std::vector<TeamPlan> plans;
        for (int list = 0; list < p_.lists; ++list)
            plans.push_back({TeamId::of(static_cast<std::uint32_t>(list), 0), 0, std::vector<std::uint8_t>(kPersons)});
        return plans;
    }
    void populate(Block& block, const Chance&) const override {
        for (std::size_t t = 0; t < block.teams(); ++t) {
            for (std::uint32_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
                const PersonId person = PersonId::of(block.team_ids()[t], i - block.team_begin()[t], 0);
                block.person(fields_.engine.id_low)[i] = person.low();
                block.person(fields_.engine.id_high)[i] = person.high();
                block.person(fields_.engine.filled)[i] = 1;
                block.person(fields_.waits)[i] = 1.0f;
            }
        }
    }
    std::size_t scratch_columns() const override { return kScratchColumns; }
    void set_targets(const Block& block, const Now& now, Scratch& scratch) const override {
        float* called = scratch.column(kCalled);
        std::fill_n(called, block.padded_posts(), p_.called_a_week);
        for (const InterventionNow& intervention : now.interventions) {
            for (const LeverSetting& more : intervention.levers) {
                const float by = intervention.dose * static_cast<float>(more.values[0]);
                for (std::size_t i = 0; i < block.posts(); ++i) called[i] += by * intervention.reach[i];
            }
        }
    }
    void step(Block& block, const Now& now, Scratch& scratch) const noexcept override {
        float* u = scratch.column(kUniform);
        fill_uniforms(now.chance,
                      {block.person(fields_.engine.id_low).data(), block.person(fields_.engine.id_high).data(), block.padded_posts()},
                      {now.week, kPurposeWeek, 0, 1}, u, scratch.stride());
        const float* called = scratch.column(kCalled);
        float* waits = block.person(fields_.waits).data();
        for (std::size_t i = 0; i < block.posts(); ++i) waits[i] = u[i] < called[i] ? 0.0f : waits[i];
    }
    void categorise(const Block&, std::span<std::uint8_t> category) const override { std::ranges::fill(category, std::uint8_t{0}); }
    void select(std::size_t, const Block&, std::span<std::uint8_t> holds) const override { std::ranges::fill(holds, std::uint8_t{1}); }
    void measure_weekly(const Block& block, OutcomeColumns& columns) const override { columns.show(0, block.person(fields_.waits)); }
    void measure(const Block& block, Week, const Chance&, OutcomeColumns& columns) const override { measure_weekly(block, columns); }
    void trace(const Block& block, std::size_t post, std::span<float> values) const override {
        values[0] = block.person(fields_.waits)[post];
    }
    void read_instrument(std::size_t, const Block&, Week, std::uint32_t, const Chance&, std::span<float>) const override {}

  private:
    enum : std::size_t { kCalled, kUniform, kScratchColumns = kUniform + 4 };
    static constexpr std::size_t kPersons = 30;

    const WaitingFields& fields_;
    Parameters p_;
};

class WaitingListModel final : public Model {
  public:
    WaitingListModel() : parameters_(declare_parameters()) {
        vocabulary_.model = "waiting-list";
        vocabulary_.title = {"people on waiting lists", "mensen op wachtlijsten"};
        parameters_.declare(vocabulary_.parameters);
        vocabulary_.levers = {{"call_more",
                               {"more calls", "meer oproepen"},
                               {{"by", "per week", 0, 1, {"added to the probability", "bij de kans opgeteld"}}}}};
        outcomes_ = {{.name = "waits",
                      .label = {"still waits", "wacht nog"},
                      .unit = "1",
                      .good = Direction::lower_is_better,
                      .shape = Shape::share,
                      .low = 0.0f,
                      .high = 1.0f,
                      .headline = true,
                      .weekly = true,
                      .description = "share of persons who are still on the list"}};
        traces_ = {{"waits", {"still waits", "wacht nog"}, "1", {}, "1: still on the list"}};
        everybody_.add("all", {"all", "allen"}, 1u);
    }
    const Vocabulary& vocabulary() const override { return vocabulary_; }
    const Fields& fields() const override { return fields_; }
    const std::vector<OutcomeDecl>& outcomes() const override { return outcomes_; }
    const std::vector<InstrumentDecl>& instruments() const override { return instruments_; }
    const std::vector<PatternDecl>& patterns() const override { return patterns_; }
    const std::vector<TraceDecl>& traces() const override { return traces_; }
    std::size_t category_count() const override { return 1; }
    const Grouping& phases() const override { return everybody_; }
    const Grouping& strata() const override { return everybody_; }
    std::unique_ptr<Dynamics> make_dynamics(const Scenario& scenario) const override {
        return std::make_unique<WaitingDynamics>(fields_, parameters_.read(scenario.parameters.values));
    }

  private:
    ParameterGroup<Parameters> parameters_;
    WaitingFields fields_;
    Vocabulary vocabulary_;
    std::vector<OutcomeDecl> outcomes_;
    std::vector<InstrumentDecl> instruments_;
    std::vector<PatternDecl> patterns_;
    std::vector<TraceDecl> traces_;
    Grouping everybody_;
};

}  // namespace

std::unique_ptr<bevlogen::Model> make_waiting_list_model() { return std::make_unique<WaitingListModel>(); }
