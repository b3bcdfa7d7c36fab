// Declares the workforce model: its words, parameters, fields, outcomes and levers.
#include "models/catalog/workforce_model.hpp"

#include "models/catalog/workforce_amounts.hpp"
#include "models/catalog/workforce_costs.hpp"
#include "models/catalog/workforce_dynamics.hpp"
#include "models/catalog/workforce_limits.hpp"
#include "models/catalog/workforce_outcomes.hpp"
#include "models/catalog/workforce_patterns.hpp"
#include "models/catalog/workforce_traces.hpp"
#include "models/catalog/workforce_variables.hpp"
#include "models/instruments/questionnaires.hpp"
#include "models/workforce/departments.hpp"

namespace bevlogen {
namespace {

ScopeAxis axis_of(std::string key, Label label, std::span<const workforce::Word> words) {
    ScopeAxis axis{std::move(key), std::move(label), {}, {}};
    for (const workforce::Word& word : words) {
        axis.values.push_back(word.name);
        axis.labels.push_back(word.label);
    }
    return axis;
}

class WorkforceModel final : public Model {
  public:
    WorkforceModel()
        : outcomes_(workforce_outcomes()),
          patterns_(workforce_patterns(outcomes_)),
          cost_lines_(workforce_cost_lines(outcomes_.size() - kAmounts)),
          traces_(workforce_traces()),
          variables_(workforce_variables()),
          instrument_decls_(instruments::instrument_decls()),
          phases_(workforce_phases()),
          strata_(workforce_strata()) {
        vocabulary_.model = "workforce";
        vocabulary_.title = {"Dutch hospital doctors by career phase", "Nederlandse ziekenhuisartsen naar loopbaanfase"};
        vocabulary_.baseline = "baseline.toml";
        ledgers_.coaching = fields_.ledgers.add<interventions::Trajectory>("coaching");
        ledgers_.peer_groups = fields_.ledgers.add<interventions::Membership>("peer_groups");
        ledgers_.services = fields_.ledgers.add<interventions::ServiceStay>("services");
        parameters_.declare(vocabulary_.parameters);
        vocabulary_.rows = {workforce::department_rows()};
        vocabulary_.levers = workforce_lever_decls();
        vocabulary_.payers = workforce::payer_decls();
        vocabulary_.scope_axes = {axis_of("phases", {"career phases", "loopbaanfasen"}, workforce::phase_words()),
                                  axis_of("hospitals", {"kinds of hospitals", "soorten ziekenhuizen"}, workforce::site_words()),
                                  axis_of("sexes", {"sexes", "geslachten"}, workforce::sex_words())};
        vocabulary_.predicates = {{"high_burnout", {"burnout above one SD", "burn-out boven één SD"}},
                                  {"low_engagement", {"engagement below minus one SD", "bevlogenheid onder min één SD"}}};
    }

    const Vocabulary& vocabulary() const override { return vocabulary_; }
    const Fields& fields() const override { return fields_; }
    const std::vector<OutcomeDecl>& outcomes() const override { return outcomes_; }
    const std::vector<InstrumentDecl>& instruments() const override { return instrument_decls_; }
    const std::vector<PatternDecl>& patterns() const override { return patterns_; }
    const std::vector<Label>& limits() const override { return limits_; }
    const std::vector<TraceDecl>& traces() const override { return traces_; }
    const std::vector<VariableDecl>& variables() const override { return variables_; }
    const std::vector<CostLineDecl>& cost_lines() const override { return cost_lines_; }
    Prices prices(const Scenario& scenario) const override { return workforce_prices(parts_of(scenario), scenario, kCoaching, kPeerGroup); }
    std::size_t category_count() const override { return kWorkforceCategories; }
    const Grouping& phases() const override { return phases_; }
    const Grouping& strata() const override { return strata_; }
    std::unique_ptr<Dynamics> make_dynamics(const Scenario& scenario) const override {
        return make_workforce_dynamics(fields_, ledgers_, parts_of(scenario), scenario);
    }

  private:
    WorkforceParts parts_of(const Scenario& scenario) const {
        WorkforceParts parts = parameters_.read(scenario.parameters.values);
        if (!scenario.rows.empty()) parts.departments = workforce::departments_of(scenario.rows.front());
        return parts;
    }

    PartParameters parameters_;
    workforce::WorkforceFields fields_;
    WorkforceLedgers ledgers_;
    Vocabulary vocabulary_;
    std::vector<OutcomeDecl> outcomes_;
    std::vector<PatternDecl> patterns_;
    std::vector<Label> limits_ = workforce_limits();
    std::vector<CostLineDecl> cost_lines_;
    std::vector<TraceDecl> traces_;
    std::vector<VariableDecl> variables_;
    std::vector<InstrumentDecl> instrument_decls_;
    Grouping phases_;
    Grouping strata_;
};

}  // namespace

std::unique_ptr<Model> make_workforce_model() { return std::make_unique<WorkforceModel>(); }

}  // namespace bevlogen
