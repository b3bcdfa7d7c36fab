// What a programme did to those who took part: each person beside the same person in the base, where chance is the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "sim/experiment/observation_unit.hpp"
#include "sim/record/run_record.hpp"

namespace bevlogen {

// Recorded weeks in which twins are compared: for every intervention of a scenario with a lever in which persons enrol, the first clearing
// nine months (39 weeks) after it starts, if it is recorded. Ascending, each once.
std::vector<int> twin_weeks(const std::vector<Scenario>& scenarios, const Vocabulary& vocabulary);

// Differences are alternative minus base, averaged over persons who are there in both runs. Who was offered something and who took part is
// what the alternative's record says (outcomes of these roles, at least 0.5). Estimates are over replicates; a replicate in which there is
// nobody has no difference, but a count of 0.
class TwinEffects {
  public:
    TwinEffects(const RecordPlan& plan, std::size_t scenarios, std::size_t replicates);

    // Runs in any order; scenario 0 is the base. Its values are held until all scenarios of its replicate are there.
    void take_from(const RecordPlan& plan, std::size_t scenario, std::size_t replicate, const RunRecord& record);

    const std::vector<int>& weeks() const { return weeks_; }
    // The outcomes that are compared: indices into Model::outcomes().
    const std::vector<std::size_t>& outcomes() const { return outcomes_; }

    // Persons; `moment` counts weeks().
    Estimate offered(std::size_t scenario, std::size_t moment) const;
    Estimate took_part(std::size_t scenario, std::size_t moment) const;
    // Difference to one's own twin; `k` counts outcomes().
    Estimate among_offered(std::size_t scenario, std::size_t moment, std::size_t k) const;
    Estimate among_took_part(std::size_t scenario, std::size_t moment, std::size_t k) const;

  private:
    using Values = std::vector<std::int16_t>;  // RunRecord::twin
    struct Held {
        std::optional<Values> base;
        std::map<std::size_t, Values> waiting;  // alternatives that came before the base
        std::size_t taken = 0;
    };
    // Who is counted: those who were offered something, or those who took part.
    enum Group : std::size_t { kOffered, kTookPart, kGroups };

    void compare(std::size_t scenario, std::size_t replicate, const Values& base, const Values& alternative);
    double& number(std::size_t scenario, std::size_t replicate, std::size_t moment, Group group, std::size_t which);
    Estimate estimate(std::size_t scenario, std::size_t moment, Group group, std::size_t which) const;

    ObservationUnit unit_;
    std::size_t scenarios_, replicates_;
    std::vector<int> weeks_;
    std::vector<std::size_t> outcomes_;
    std::vector<std::size_t> places_;                                   // of the compared outcomes among the twin outcomes
    std::vector<std::size_t> places_of_offered_, places_of_took_part_;  // likewise
    std::map<std::size_t, Held> held_;                                  // by replicate
    std::vector<double> numbers_;  // [scenario][moment][group][count, difference of each outcome][replicate]
};

}  // namespace bevlogen
