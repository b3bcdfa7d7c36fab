// Declares the example model and steps it: everything a model must say, in one file.
#include "models/example/example_model.hpp"

#include <algorithm>
#include <cmath>

#include "models/example/equations.hpp"
#include "sim/random/box_muller.hpp"
#include "sim/random/bulk.hpp"
#include "sim/random/stream.hpp"
#include "sim/scenario/parameter_group.hpp"

namespace bevlogen::example {
namespace {

// What each draw is for. Numbers never change meaning, or old results could not be repeated.
enum : std::uint16_t { kPurposeTeam = 0x0100, kPurposeStart = 0x0101, kPurposeWeek = 0x0102, kPurposeScale = 0x0103 };

constexpr Purpose purpose(std::uint16_t number) { return static_cast<Purpose>(number); }

ParameterGroup<Parameters> declare_parameters() {
    ParameterGroup<Parameters> group;
    group.whole_number({"example.teams", "1", 1, 1e6, {"number of teams", "aantal teams"}}, [](Parameters& p) -> int& { return p.teams; });
    group.whole_number({"example.persons_per_team", "1", 1, 4000, {"persons in a team", "personen per team"}},
                       [](Parameters& p) -> int& { return p.persons_per_team; });
    group.number({"example.mean", "1", -10, 10, {"mean mood", "gemiddelde stemming"}}, [](Parameters& p) -> float& { return p.mean; });
    group.number({"example.spread", "1", 0, 10, {"SD of a person's mood around the target", "SD van de stemming rond het doel"}},
                 [](Parameters& p) -> float& { return p.spread; });
    group.number(
        {"example.relaxation", "weeks", 0.5, 520, {"time in which a deviation falls to 1/e", "tijd waarin een afwijking tot 1/e daalt"}},
        [](Parameters& p) -> float& { return p.relaxation; });
    group.number({"example.team_spread", "1", 0, 10, {"SD of the teams' effects", "SD van de teameffecten"}},
                 [](Parameters& p) -> float& { return p.team_spread; });
    group.number({"example.scale_error", "1", 0, 10, {"SD of the error of the mood scale", "SD van de meetfout van de stemmingsschaal"}},
                 [](Parameters& p) -> float& { return p.scale_error; });
    return group;
}

struct ExampleFields : Fields {
    Field<float> mood = person.add<float>("mood", "1", {"mood", "stemming"});
    Field<float> effect = team.add<float>("effect", "1", {"effect of the team on mood", "effect van het team op de stemming"});
};

class ExampleDynamics final : public Dynamics {
  public:
    ExampleDynamics(const ExampleFields& fields, const Parameters& parameters, double scale)
        : fields_(fields),
          p_(parameters),
          teams_(std::max(1, static_cast<int>(std::lround(parameters.teams * scale)))),
          gain_(static_cast<float>(-std::expm1(-1.0 / parameters.relaxation))),
          noise_sd_(static_cast<float>(parameters.spread * std::sqrt(-std::expm1(-2.0 / parameters.relaxation)))) {}

    std::vector<TeamPlan> plan_teams(const Chance&) const override {
        std::vector<TeamPlan> plans;
        for (int t = 0; t < teams_; ++t) {
            plans.push_back({TeamId::of(static_cast<std::uint32_t>(t), 0), 0,
                             std::vector<std::uint8_t>(static_cast<std::size_t>(p_.persons_per_team))});
        }
        return plans;
    }

    void populate(Block& block, const Chance& chance) const override {
        for (std::size_t t = 0; t < block.teams(); ++t) {
            Stream stream(chance, block.team_ids()[t].value, Week{0}, purpose(kPurposeTeam));
            block.team(fields_.effect)[t] = p_.team_spread * box_muller_first(stream);
            for (std::uint32_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
                const PersonId person = PersonId::of(block.team_ids()[t], i - block.team_begin()[t], 0);
                block.person(fields_.engine.id_low)[i] = person.low();
                block.person(fields_.engine.id_high)[i] = person.high();
                block.person(fields_.engine.filled)[i] = 1;
                Stream start(chance, person.value, Week{0}, purpose(kPurposeStart));
                block.person(fields_.mood)[i] = p_.mean + block.team(fields_.effect)[t] + p_.spread * box_muller_first(start);
            }
        }
    }

    std::size_t scratch_columns() const override { return kScratchColumns; }

    void set_targets(const Block& block, const Now& now, Scratch& scratch) const override {
        float* target = scratch.column(kTarget);
        const auto effect = block.team(fields_.effect);
        for (std::size_t t = 0; t < block.teams(); ++t) {
            for (std::uint32_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) target[i] = p_.mean + effect[t];
        }
        for (const InterventionNow& intervention : now.interventions) {
            for (const LeverSetting& lift : intervention.levers) {
                const float shift = intervention.dose * static_cast<float>(lift.values[0]);
                for (std::size_t i = 0; i < block.posts(); ++i) target[i] += shift * intervention.reach[i];
            }
        }
    }

    void step(Block& block, const Now& now, Scratch& scratch) const noexcept override {
        float* z = scratch.column(kNoise);
        fill_normals(now.chance,
                     {block.person(fields_.engine.id_low).data(), block.person(fields_.engine.id_high).data(), block.padded_posts()},
                     {now.week, purpose(kPurposeWeek), 0, 1}, z, scratch.stride());
        float* mood = block.person(fields_.mood).data();
        const float* target = scratch.column(kTarget);
        for (std::size_t i = 0; i < block.posts(); ++i) mood[i] = ou_step(mood[i], target[i], gain_, noise_sd_, z[i]);
    }

    void categorise(const Block& block, std::span<std::uint8_t> category) const override {
        const auto filled = block.person(fields_.engine.filled);
        for (std::size_t i = 0; i < block.posts(); ++i) category[i] = filled[i] ? 0 : kNoCategory;
    }

    void select(std::size_t, const Block& block, std::span<std::uint8_t> holds) const override {
        const auto mood = block.person(fields_.mood);
        for (std::size_t i = 0; i < block.posts(); ++i) holds[i] = mood[i] < p_.mean ? 1 : 0;
    }

    void measure_weekly(const Block& block, OutcomeColumns& columns) const override { columns.show(0, block.person(fields_.mood)); }

    void measure(const Block& block, Week week, const Chance& chance, OutcomeColumns& columns) const override {
        measure_weekly(block, columns);
        read_instrument(0, block, week, 0, chance, {columns.fill(1), block.posts()});
        const auto mood = block.person(fields_.mood);
        float* low = columns.fill(2);
        for (std::size_t i = 0; i < block.posts(); ++i) low[i] = mood[i] < p_.mean ? 1.0f : 0.0f;
    }

    void trace(const Block& block, std::size_t post, std::span<float> values) const override {
        values[0] = block.person(fields_.mood)[post];
    }

    void read_instrument(std::size_t, const Block& block, Week week, std::uint32_t wave, const Chance& chance,
                         std::span<float> readings) const override {
        const auto mood = block.person(fields_.mood);
        for (std::size_t i = 0; i < block.posts(); ++i) {
            const PhiloxWords words = chance.words(block.person_at(i, fields_.engine).value, week, purpose(kPurposeScale), wave);
            readings[i] = mood[i] + p_.scale_error * box_muller(words[0], words[1])[0];
        }
    }

  private:
    enum : std::size_t { kTarget, kNoise, kScratchColumns = kNoise + 4 };  // a call of the bulk generator gives four normals

    static float box_muller_first(Stream& stream) {
        const std::uint32_t radius = stream();
        return box_muller(radius, stream())[0];
    }

    const ExampleFields& fields_;
    Parameters p_;
    int teams_;
    float gain_;
    float noise_sd_;
};

class ExampleModel final : public Model {
  public:
    ExampleModel() : parameters_(declare_parameters()) {
        vocabulary_.model = "example";
        vocabulary_.baseline = "example.toml";
        vocabulary_.title = {"the smallest model: mood in teams", "het kleinste model: stemming in teams"};
        parameters_.declare(vocabulary_.parameters);
        vocabulary_.levers = {{"lift",
                               {"lift of mood", "verhoging van de stemming"},
                               {{"mood", "1", -10, 10, {"change of the target of mood", "verandering van het doel van de stemming"}}}}};
        vocabulary_.predicates = {{"below_mean", {"mood below the mean", "stemming onder het gemiddelde"}}};
        outcomes_ = {{.name = "mood",
                      .label = {"mood", "stemming"},
                      .unit = "1",
                      .good = Direction::higher_is_better,
                      .headline = true,
                      .weekly = true,
                      .team_map = true,
                      .joined = true,
                      .description = "mood, an Ornstein-Uhlenbeck process"},
                     {.name = "mood_reading",
                      .label = {"mood as read", "afgelezen stemming"},
                      .unit = "1",
                      .good = Direction::higher_is_better,
                      .description = "mood with the error of the mood scale"},
                     {.name = "low_mood",
                      .label = {"mood below the mean", "stemming onder het gemiddelde"},
                      .unit = "1",
                      .good = Direction::lower_is_better,
                      .shape = Shape::share,
                      .low = 0.0f,
                      .high = 1.0f,
                      .headline = true,
                      .description = "share of persons whose mood is below the mean of the model"}};
        traces_ = {{"mood", {"mood", "stemming"}, "1", {}, "mood, an Ornstein-Uhlenbeck process"}};
        instruments_ = {
            {"mood_scale", {"mood scale", "stemmingsschaal"}, -10, 10, "1", "made up for this example", "mood plus a normal error"}};
        // Exact at the parameters of scenarios/example.toml: mean .5, SD .89; a year later only the team's share of the variance is left,
        // .2.
        const char* exact = "exact moments of the model";
        patterns_ = {{.name = "mean_of_mood",
                      .label = {"mean mood", "gemiddelde stemming"},
                      .kind = PatternKind::mean,
                      .outcome = "mood",
                      .low = 0.35,
                      .high = 0.65,
                      .source = exact},
                     {.name = "low_mood_in_all",
                      .label = {"mood below the mean", "stemming onder het gemiddelde"},
                      .kind = PatternKind::mean,
                      .outcome = "low_mood",
                      .low = 0.4,
                      .high = 0.6,
                      .unit = "%",
                      .source = exact},
                     {.name = "drift_of_mood",
                      .label = {"drift of mood", "verloop van de stemming"},
                      .kind = PatternKind::drift,
                      .outcome = "mood",
                      .low = -0.05,
                      .high = 0.05,
                      .unit = "SD",
                      .source = exact},
                     {.name = "stability_of_mood",
                      .label = {"mood with mood a year later", "stemming met stemming een jaar later"},
                      .kind = PatternKind::stability,
                      .outcome = "mood",
                      .low = 0.1,
                      .high = 0.3,
                      .source = exact}};
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
        return std::make_unique<ExampleDynamics>(fields_, parameters_.read(scenario.parameters.values), scenario.population_scale);
    }

  private:
    ParameterGroup<Parameters> parameters_;
    ExampleFields fields_;
    Vocabulary vocabulary_;
    std::vector<OutcomeDecl> outcomes_;
    std::vector<TraceDecl> traces_;
    std::vector<InstrumentDecl> instruments_;
    std::vector<PatternDecl> patterns_;
    Grouping everybody_;
};

}  // namespace

double ExactMoments::autocovariance(int lag_weeks) const { return team_variance + own_variance * std::exp(-lag_weeks / relaxation); }

ExactMoments exact_moments(const Parameters& p) {
    const double own = double{p.spread} * double{p.spread};
    const double team = double{p.team_spread} * double{p.team_spread};
    return {.mean = p.mean, .variance = own + team, .own_variance = own, .team_variance = team, .relaxation = p.relaxation};
}

Parameters read_parameters(const Scenario& scenario) {
    ParameterTable table;
    ParameterGroup<Parameters> group = declare_parameters();
    group.declare(table);
    return group.read(scenario.parameters.values);
}

std::unique_ptr<Model> make_example_model() { return std::make_unique<ExampleModel>(); }

}  // namespace bevlogen::example
