// Pointers to the columns of a block that the theory of well-being steps.
#pragma once

#include <array>

#include "models/wellbeing/factor_parameters.hpp"
#include "models/wellbeing/outcomes.hpp"
#include "models/workforce/fields.hpp"
#include "sim/population/block.hpp"

namespace bevlogen::wellbeing {

// Columns of a block, as the kernel wants them.
struct BlockColumns {
    const std::uint8_t* filled;
    const std::uint8_t* leave_kind;
    const std::uint32_t* id_low;
    const std::uint32_t* id_high;
    const float* t_strain;
    const float* t_zest;
    const float* programme_gain;
    const float* lasting_evaluation;
    const float* lasting_conflict;
    float* newcomer;
    std::array<float*, kFactors> factor;
    std::array<const float*, kPersonalResources> personal_base;
    std::array<float*, kPersonalResources> personal_slow;
    std::array<float*, kNeeds> need;
    std::array<float*, kOutcomes> outcome;
};

inline BlockColumns columns_of(Block& block, const workforce::WorkforceFields& f) {
    BlockColumns c{};
    c.filled = block.person(f.engine.filled).data();
    c.leave_kind = block.person(f.leave_kind).data();
    c.id_low = block.person(f.engine.id_low).data();
    c.id_high = block.person(f.engine.id_high).data();
    c.t_strain = block.person(f.t_strain).data();
    c.t_zest = block.person(f.t_zest).data();
    c.programme_gain = block.person(f.programme_gain).data();
    c.lasting_evaluation = block.person(f.lasting_evaluation).data();
    c.lasting_conflict = block.person(f.lasting_conflict).data();
    c.newcomer = block.person(f.newcomer).data();
    for (std::size_t j = 0; j < kFactors; ++j) c.factor[j] = block.person(f.factor[j]).data();
    for (std::size_t k = 0; k < kPersonalResources; ++k) {
        c.personal_base[k] = block.person(f.personal_base[k]).data();
        c.personal_slow[k] = block.person(f.personal_slow[k]).data();
    }
    for (std::size_t k = 0; k < kNeeds; ++k) c.need[k] = block.person(f.need[k]).data();
    c.outcome = {block.person(f.exhaustion).data(), block.person(f.distance).data(), block.person(f.vigour).data(),
                 block.person(f.dedication).data(), block.person(f.absorption).data()};
    return c;
}

}  // namespace bevlogen::wellbeing
