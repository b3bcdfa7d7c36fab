// Declares the umc model over the workforce model.
#include "models/catalog/umc_model.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "models/catalog/umc_words.hpp"
#include "models/catalog/workforce_dynamics.hpp"
#include "models/catalog/workforce_model.hpp"
#include "models/catalog/workforce_outcomes.hpp"
#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kMostTraces = 64;

// Which columns of the workforce model this one shows, in order.
struct Kept {
    std::vector<std::size_t> outcomes, traces;
    std::size_t all_outcomes = 0, all_traces = 0;
};

// The workforce's arithmetic; outcomes and traces of careers are left out.
class UmcDynamics final : public Dynamics {
  public:
    UmcDynamics(std::unique_ptr<Dynamics> workforce, const Kept& kept) : of_(std::move(workforce)), kept_(kept) {}

    std::vector<TeamPlan> plan_teams(const Chance& world) const override { return of_->plan_teams(world); }
    void populate(Block& block, const Chance& chance) const override { of_->populate(block, chance); }
    std::size_t scratch_columns() const override { return of_->scratch_columns(); }
    std::size_t scratch_team_columns() const override { return of_->scratch_team_columns(); }
    void enact(Block& block, const Now& now) const override { of_->enact(block, now); }
    void set_targets(const Block& block, const Now& now, Scratch& scratch) const override { of_->set_targets(block, now, scratch); }
    void step(Block& block, const Now& now, Scratch& scratch) const noexcept override { of_->step(block, now, scratch); }
    void clear_block(Block& block, const Now& now) const override { of_->clear_block(block, now); }
    void clear_nation(std::span<Block> blocks, const Now& now) const override { of_->clear_nation(blocks, now); }
    void categorise(const Block& block, std::span<std::uint8_t> category) const override { of_->categorise(block, category); }
    void axis_values(std::size_t axis, const Block& block, std::span<std::uint8_t> value) const override {
        of_->axis_values(axis, block, value);
    }
    void keep_reachable(const Block& block, std::span<std::uint8_t> can_be_reached) const override {
        of_->keep_reachable(block, can_be_reached);
    }
    void scale_reach(std::size_t i, const Block& block, std::span<float> reach) const override { of_->scale_reach(i, block, reach); }
    void select(std::size_t predicate, const Block& block, std::span<std::uint8_t> holds) const override {
        of_->select(predicate, block, holds);
    }
    // None of careers is weekly.
    void measure_weekly(const Block& block, OutcomeColumns& columns) const override { of_->measure_weekly(block, columns); }
    void measure(const Block& block, Week week, const Chance& chance, OutcomeColumns& columns) const override {
        columns.prepare(kept_.all_outcomes, columns.stride());
        of_->measure(block, week, chance, columns);
        columns.keep(kept_.outcomes);
    }
    void trace(const Block& block, std::size_t post, std::span<float> values) const override {
        std::array<float, kMostTraces> all;
        of_->trace(block, post, std::span(all).first(kept_.all_traces));
        for (std::size_t k = 0; k < values.size(); ++k) values[k] = all[kept_.traces[k]];
    }
    void read_variable(std::size_t variable, const Block& block, std::span<float> values) const override {
        of_->read_variable(variable, block, values);
    }
    void read_instrument(std::size_t instrument, const Block& block, Week week, std::uint32_t wave, const Chance& chance,
                         std::span<float> readings) const override {
        of_->read_instrument(instrument, block, week, wave, chance, readings);
    }

  private:
    std::unique_ptr<Dynamics> of_;
    const Kept& kept_;
};

ScopeAxis of_professions(const ScopeAxis& phases) {
    ScopeAxis axis{"professions", umc::renamed(phases.label), {}, {}};
    for (const workforce::Word& word : umc::profession_words()) {
        axis.values.push_back(word.name);
        axis.labels.push_back(word.label);
    }
    return axis;
}

std::vector<Label> umc_limits() {
    return {{"Doctors are not in this world: they have one of their own, by career phase.",
             "Artsen horen niet bij deze wereld: zij hebben een eigen wereld, naar loopbaanfase."},
            {"Levels of demands and resources by profession are assumed. What is told of them is a consequence of these assumptions, no "
             "finding "
             "about nurses, researchers or others.",
             "Niveaus van taakeisen en hulpbronnen per beroep zijn aangenomen. Wat over beroepen wordt verteld volgt uit die aannamen en "
             "is geen "
             "bevinding over verpleegkundigen, onderzoekers of anderen."},
            {"How demands and resources act, and the reference scores, are those of doctors.",
             "Hoe taakeisen en hulpbronnen werken, en de referentiescores, zijn die van artsen."},
            {"Everybody keeps profession, age and post: there are no careers, no departure and no job market.",
             "Iedereen houdt beroep, leeftijd en plaats: er zijn geen loopbanen, geen vertrek en geen arbeidsmarkt."},
            {"Burnt out means complaints above the cut-offs of a questionnaire (UBOS), not a diagnosis.",
             "Opgebrand betekent klachten boven de afkappunten van een vragenlijst (UBOS), geen diagnose."}};
}

class UmcModel final : public Model {
  public:
    UmcModel() : of_(make_workforce_model()), limits_(umc_limits()), phases_(rows_of(of_->phases())) {
        declare_words();
        declare_parameters();
        declare_outcomes();
        declare_traces();
        declare_strata();
    }

    const Vocabulary& vocabulary() const override { return vocabulary_; }
    const Fields& fields() const override { return of_->fields(); }
    const std::vector<OutcomeDecl>& outcomes() const override { return outcomes_; }
    const std::vector<InstrumentDecl>& instruments() const override { return of_->instruments(); }
    const std::vector<PatternDecl>& patterns() const override { return patterns_; }
    const std::vector<Label>& limits() const override { return limits_; }
    const std::vector<TraceDecl>& traces() const override { return traces_; }
    const std::vector<VariableDecl>& variables() const override { return of_->variables(); }
    const std::vector<CostLineDecl>& cost_lines() const override { return cost_lines_; }
    Prices prices(const Scenario& scenario) const override { return of_->prices(translated(scenario)); }
    std::size_t category_count() const override { return of_->category_count(); }
    const Grouping& phases() const override { return phases_; }
    const Grouping& strata() const override { return strata_; }
    std::unique_ptr<Dynamics> make_dynamics(const Scenario& scenario) const override {
        return std::make_unique<UmcDynamics>(of_->make_dynamics(translated(scenario)), kept_);
    }

  private:
    // Everybody, then the professions.
    static Grouping rows_of(const Grouping& phases) {
        Grouping rows = phases;
        rows.kind = {"profession", "beroep"};
        for (std::size_t k = 0; k < workforce::kPhases; ++k) {
            rows.names[k + 1] = umc::profession_words()[k].name;
            rows.labels[k + 1] = umc::profession_words()[k].label;
        }
        return rows;
    }

    void declare_words() {
        const Vocabulary& words = of_->vocabulary();
        vocabulary_.model = "umc";
        vocabulary_.baseline = "umc-all.toml";
        vocabulary_.title = {"staff of the Dutch university medical centres but the doctors, by profession",
                             "medewerkers van de Nederlandse umc's behalve de artsen, naar beroep"};
        vocabulary_.levers = words.levers;
        for (LeverDecl& lever : vocabulary_.levers) {
            lever.label = umc::renamed(lever.label);
            for (LeverKey& key : lever.keys) key.meaning = umc::renamed(key.meaning);
        }
        vocabulary_.scope_axes = words.scope_axes;
        vocabulary_.scope_axes[kAxisPhases] = of_professions(words.scope_axes[kAxisPhases]);
        vocabulary_.predicates = words.predicates;
        vocabulary_.payers = words.payers;
        for (PayerDecl& payer : vocabulary_.payers) payer.label = umc::renamed(payer.label);
    }

    void declare_parameters() {
        for (const ParameterDecl& decl : of_->vocabulary().parameters.decls()) {
            const std::optional<ParameterDecl> own = umc::renamed(decl);
            sources_.push_back(own ? std::optional(vocabulary_.parameters.add(*own)) : std::nullopt);
            if (!own || own->path != decl.path) vocabulary_.paths_elsewhere.push_back(decl.path);
        }
        std::sort(vocabulary_.paths_elsewhere.begin(), vocabulary_.paths_elsewhere.end());
    }

    void declare_outcomes() {
        const auto& all = of_->outcomes();
        std::vector<std::optional<std::size_t>> place(all.size());
        for (std::size_t k = 0; k < all.size(); ++k) {
            if (umc::is_of_careers(all[k].name)) {
                expect(!all[k].weekly, "outcomes of careers are looked at when the market is cleared");
                continue;
            }
            place[k] = outcomes_.size();
            outcomes_.push_back(all[k]);
            kept_.outcomes.push_back(k);
        }
        kept_.all_outcomes = all.size();
        cost_lines_ = of_->cost_lines();
        for (CostLineDecl& line : cost_lines_) {
            if (line.outcome) line.outcome = place[*line.outcome];
        }
        // Of what the workforce is held to, only that nothing drifts is asked of every world.
        for (const PatternDecl& pattern : of_->patterns()) {
            if (pattern.kind == PatternKind::drift && !umc::is_of_careers(pattern.outcome)) patterns_.push_back(pattern);
        }
    }

    void declare_traces() {
        const auto& all = of_->traces();
        expect(all.size() <= kMostTraces, "there is room for the traces of a person");
        kept_.all_traces = all.size();
        for (std::size_t k = 0; k < all.size(); ++k) {
            if (umc::is_trace_of_careers(all[k].name)) continue;
            kept_.traces.push_back(k);
            TraceDecl trace = all[k];
            trace.label = umc::renamed(trace.label);
            trace.description = umc::renamed(Label::same(trace.description)).en;
            for (Label& word : trace.words) word = umc::renamed(word);
            traces_.push_back(std::move(trace));
        }
    }

    void declare_strata() {
        const auto members = [this](std::initializer_list<const char*> names) {
            std::uint64_t bits = 0;
            for (const char* name : names) {
                const auto row = std::find(phases_.names.begin(), phases_.names.end(), name);
                expect(row != phases_.names.end(), "a stratum is made of professions");
                bits |= phases_.members[static_cast<std::size_t>(row - phases_.names.begin())];
            }
            return bits;
        };
        strata_.add("in_care", {"in care", "in de zorg"}, members({"nurse", "co_practitioner"}));
        strata_.add("in_science", {"in science and teaching", "in onderzoek en onderwijs"}, members({"researcher", "lecturer"}));
        strata_.add("in_organisation", {"in the organisation", "in de organisatie"}, members({"support", "manager"}));
        const Grouping& all = of_->strata();
        for (std::size_t row = 0; row < all.size(); ++row) {
            const bool is_of_sex =
                std::ranges::any_of(workforce::sex_words(), [&](const auto& word) { return word.name == all.names[row]; });
            if (is_of_sex) strata_.add(all.names[row], all.labels[row], all.members[row]);
        }
    }

    // The same scenario in the words of the workforce model. Axes, levers and their slots stand in the same order in both.
    Scenario translated(const Scenario& scenario) const {
        Scenario result = scenario;
        const auto& decls = of_->vocabulary().parameters.decls();
        result.model = of_->vocabulary().model;
        result.parameters.values.clear();
        for (std::size_t p = 0; p < decls.size(); ++p) {
            result.parameters.values.push_back(sources_[p] ? scenario.parameters.values[*sources_[p]] : umc::fixed_value(decls[p]));
        }
        result.parameters.origins.assign(decls.size(), {});
        result.rows.clear();
        return result;
    }

    std::unique_ptr<Model> of_;
    Vocabulary vocabulary_;
    std::vector<std::optional<std::size_t>> sources_;  // of each parameter of the workforce: which of this model's it is
    Kept kept_;
    std::vector<OutcomeDecl> outcomes_;
    std::vector<PatternDecl> patterns_;
    std::vector<Label> limits_;
    std::vector<TraceDecl> traces_;
    std::vector<CostLineDecl> cost_lines_;
    Grouping phases_;
    Grouping strata_;
};

}  // namespace

std::unique_ptr<Model> make_umc_model() { return std::make_unique<UmcModel>(); }

}  // namespace bevlogen
