// Measures the outcomes of the workforce model, in the order in which they are declared.
#pragma once

#include <array>

#include "models/catalog/care_measures.hpp"
#include "models/catalog/career_measures.hpp"
#include "models/catalog/programme_measures.hpp"
#include "models/catalog/workforce_amounts.hpp"
#include "models/instruments/questionnaires.hpp"
#include "models/interventions/adoption.hpp"
#include "models/wellbeing/scores.hpp"
#include "sim/engine/outcome_columns.hpp"

namespace bevlogen {

class WorkforceMeasures {
  public:
    // All must outlive it.
    WorkforceMeasures(const workforce::WorkforceFields& fields, const wellbeing::Scores& scores,
                      const instruments::Questionnaires& questionnaires, const CareerMeasures& careers, const ProgrammeMeasures& programmes,
                      const CareMeasures& care, const WorkforceAmounts& amounts, const interventions::Adoption& adoption)
        : fields_(fields),
          scores_(scores),
          questionnaires_(questionnaires),
          careers_(careers),
          programmes_(programmes),
          care_(care),
          amounts_(amounts),
          adoption_(adoption) {}

    void measure_weekly(const Block& block, OutcomeColumns& columns) const;
    void measure(const Block& block, Week week, const Chance& chance, OutcomeColumns& columns) const;

  private:
    void measure_personal(const Block& block, OutcomeColumns& columns, std::size_t first) const;
    // Burnt out, highly engaged, workload too high, dissatisfied with work-life balance.
    void measure_shares(const Block& block, const float* readings, OutcomeColumns& columns, std::size_t first) const;
    // The BAT-12, its two cut-offs, who answers; `z_burnout`: the outcome.
    void measure_survey(const Block& block, Week week, const Chance& chance, const float* z_burnout, OutcomeColumns& columns,
                        std::size_t first) const;
    // Offered coaching, took part, waits, has sessions.
    void measure_coaching(const Block& block, OutcomeColumns& columns, std::size_t first) const;
    // Offered a peer group, took part, is in one.
    void measure_peer_groups(const Block& block, OutcomeColumns& columns, std::size_t first) const;
    // Sick leave, burnout leave and its onset, load, hours, backlog.
    void measure_work(const Block& block, OutcomeColumns& columns, std::size_t first) const;
    // Of what is left to hospitals, the share that the person's has adopted.
    void measure_adoption(const Block& block, OutcomeColumns& columns, std::size_t which) const;
    // What follows from burnout for care; `burnt_out`, `z_engagement`: the outcomes.
    void measure_care(const Block& block, Week week, const Chance& chance, const std::uint8_t* burnt_out, const float* z_engagement,
                      OutcomeColumns& columns, std::size_t first) const;
    std::array<Field<float>, 10> weekly_fields() const;

    const workforce::WorkforceFields& fields_;
    const wellbeing::Scores& scores_;
    const instruments::Questionnaires& questionnaires_;
    const CareerMeasures& careers_;
    const ProgrammeMeasures& programmes_;
    const CareMeasures& care_;
    const WorkforceAmounts& amounts_;
    const interventions::Adoption& adoption_;
};

}  // namespace bevlogen
