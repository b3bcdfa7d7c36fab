// Who gains and who loses: each person's last year beside the own twin's in the base run, by the phase in which the twin ended.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "sim/experiment/observation_unit.hpp"
#include "sim/record/run_record.hpp"

namespace bevlogen {

// A person gains whose last year is better by more than kGainSd of the SD between persons in the base (assumed: half of what Cohen, 1988,
// calls small); smaller changes are no gain and no loss. Persons who are not there all of the last year, in either run, are left out.
inline constexpr double kGainSd = 0.1;

struct GainShares {
    Estimate better, same, worse;  // of the persons, in [0, 1]
};

class PersonGains {
  public:
    PersonGains(const RecordPlan& plan, std::size_t scenarios, std::size_t replicates);

    // Runs in any order; scenario 0 is the base. Its persons are held until all scenarios of its replicate are there.
    void take_from(const RecordPlan& plan, std::size_t scenario, std::size_t replicate, const RunRecord& record);

    // The joined outcomes of which one direction is good: indices into Model::outcomes(). Empty where persons are not joined.
    const std::vector<std::size_t>& outcomes() const { return outcomes_; }
    // `g` counts outcomes(). Phase 0 is everybody. Not numbers where nobody is.
    GainShares shares(std::size_t scenario, std::size_t g, std::size_t phase) const;

  private:
    struct Persons {
        std::vector<std::int16_t> values;  // RunRecord::joined
        std::vector<std::int16_t> phases;  // RunRecord::joined_phase
    };
    struct Held {
        std::optional<Persons> base;
        std::map<std::size_t, Persons> waiting;  // alternatives that came before the base
        std::size_t taken = 0;
    };
    enum Change : std::size_t { kBetter, kSame, kWorse, kChanges };

    void compare(std::size_t scenario, std::size_t replicate, const Persons& base, const Persons& alternative);
    std::size_t at(std::size_t scenario, std::size_t g, std::size_t phase, std::size_t change) const;

    ObservationUnit unit_;
    std::size_t scenarios_, replicates_, phases_;
    std::vector<std::size_t> outcomes_;
    std::vector<std::size_t> places_;   // of those among the joined outcomes
    std::vector<double> signs_;         // 1 where higher is better, else -1
    std::map<std::size_t, Held> held_;  // by replicate
    std::vector<double> shares_;        // [scenario][g][phase][change][replicate]
};

}  // namespace bevlogen
