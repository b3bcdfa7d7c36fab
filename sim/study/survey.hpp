// Asks persons of a running simulation at some clearings, and keeps what they said: the raw material of targets and trials.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "sim/engine/observer.hpp"
#include "sim/scenario/intervention.hpp"
#include "sim/study/quantity.hpp"

namespace bevlogen {

// Everybody who is there at one clearing, a row a person, in the order of teams and posts, which no block and no thread changes.
struct SurveyWave {
    int week = 0;                                 // recorded weeks that have passed
    std::vector<std::uint64_t> person;            // PersonId
    std::vector<std::uint32_t> team;              // TeamId
    std::vector<std::uint8_t> arm;                // of a trial; 0: in none
    std::vector<std::uint8_t> is_reachable;       // 1: interventions can reach the person (Dynamics::keep_reachable)
    std::vector<std::vector<std::uint8_t>> axis;  // [scope axis][row]: index of its value
    std::vector<std::vector<float>> value;        // [quantity][row]

    std::size_t size() const { return person.size(); }
};

struct SurveyPlan {
    std::vector<Quantity> quantities;
    std::vector<int> weeks;  // clearings, in recorded weeks: multiples of 4, ascending
};

class Survey final : public Observer {
  public:
    // `blocks`: of the population that is asked.
    Survey(const Model& model, SurveyPlan plan, std::size_t blocks);

    const SurveyPlan& plan() const { return plan_; }
    // In the order of the plan's weeks; those that have passed.
    const std::vector<SurveyWave>& waves() const { return waves_; }
    std::vector<SurveyWave> take() { return std::move(waves_); }

    void observe_week(const BlockNow&) override {}
    void observe_clearing(const BlockNow& now) override;
    void close_epoch(Week week, std::span<const Block> blocks) override;

  private:
    bool is_asked_in(Week week) const;

    const Model& model_;
    SurveyPlan plan_;
    std::vector<SurveyWave> of_block_;  // of the clearing in hand
    std::vector<SurveyWave> waves_;
};

// When somebody is asked: weeks that have passed, of those that are recorded and since the start of the burn-in, under which readings draw.
struct SurveyMoment {
    Week recorded;
    Week from_burn_in;
};

// Everybody who is there at this instant, between two weeks.
SurveyWave ask_everybody(const Model& model, const Dynamics& dynamics, std::span<const Block> blocks, SurveyMoment moment,
                         const Chance& chance, std::span<const Quantity> quantities);

// Rows of who is in the scope: its axes and its arm. Shares and predicates have no meaning here.
std::vector<std::uint32_t> rows_in(const SurveyWave& wave, const Scope& scope);

inline constexpr std::uint32_t kNotThere = std::numeric_limits<std::uint32_t>::max();
// For each row of `from`, the row of the same person in `to`, or kNotThere.
std::vector<std::uint32_t> rows_of_same_persons(const SurveyWave& from, const SurveyWave& to);

}  // namespace bevlogen
