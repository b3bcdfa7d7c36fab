// UBOS (Dutch MBI) and UBES (Dutch UWES): readings of burnout and engagement, each with draws of its own.
#pragma once

#include <vector>

#include "models/instruments/instrument_parameters.hpp"
#include "models/wellbeing/jdr.hpp"
#include "sim/engine/outcome.hpp"

namespace bevlogen::instruments {

// In the order of Model::instruments().
enum class Instrument : std::uint8_t { ubos_exhaustion, ubos_distance, ubos_accomplishment, ubes };
inline constexpr std::size_t kInstruments = 4;

std::vector<InstrumentDecl> instrument_decls();

class Questionnaires {
  public:
    Questionnaires(const InstrumentParameters& parameters, const wellbeing::Jdr& theory);

    // Readings of one UBOS and UBES for each post: four columns (in the order of Instrument) at out[k stride + i]. `wave` tells several
    // readings of one week apart. Columns hold padded_posts() values.
    void read(const Block& block, Week week, std::uint32_t wave, const Chance& chance, float* out, std::size_t stride) const;

    // The clinical rule of the UBOS-C: high exhaustion with high distance or low accomplishment.
    bool is_burnt_out(float exhaustion, float distance, float accomplishment) const {
        return exhaustion >= p_.exhaustion_cutoff && (distance >= p_.distance_cutoff || accomplishment <= p_.accomplishment_cutoff);
    }
    bool is_highly_engaged(float ubes) const { return ubes >= p_.engagement_cutoff; }
    // The two rules over the readings of n posts (as of read()): 1 or 0 each.
    void judge(const float* readings, std::size_t stride, std::size_t n, float* burnt_out, float* highly_engaged) const;
    const InstrumentParameters& parameters() const { return p_; }

  private:
    InstrumentParameters p_;
    const wellbeing::Jdr& theory_;
    Scale exhaustion_, distance_, accomplishment_, ubes_;
};

}  // namespace bevlogen::instruments
