// UBOS (Dutch MBI), UBES (Dutch UWES) and BAT: readings of burnout and engagement, each with draws of its own; and who answers.
#pragma once

#include <span>
#include <vector>

#include "models/instruments/instrument_parameters.hpp"
#include "models/wellbeing/scores.hpp"
#include "sim/core/week.hpp"
#include "sim/engine/outcome.hpp"
#include "sim/random/chance.hpp"

namespace bevlogen::instruments {

// In the order of Model::instruments().
enum class Instrument : std::uint8_t { ubos_exhaustion, ubos_distance, ubos_accomplishment, ubes, bat, mbi_exhaustion, responds };
inline constexpr std::size_t kInstruments = 7;
inline constexpr std::size_t kUbosAndUbes = 4;  // the first four, which are read together

// Places among the outcomes of a survey.
enum class SurveyColumn : std::uint8_t { bat, at_risk, severe, responds };
inline constexpr std::size_t kSurveyColumns = 4;
// What read_survey() writes of each post: a reading of the BAT-12; 1 or 0: whether it is at or above its two cut-offs, whether the person
// answers.
struct SurveyAnswers {
    float* bat;
    std::uint8_t *at_risk, *severe, *responds;
};
inline constexpr std::size_t kSurveyDraws = 4;  // columns

// Whether readings have the response shift of participants (I3), as in a survey, or what they would be without it.
enum class Reporting { with_response_shift, without_response_shift };

std::vector<InstrumentDecl> instrument_decls();
std::vector<OutcomeDecl> survey_outcomes();  // in the order of SurveyColumn

class Questionnaires {
  public:
    Questionnaires(const InstrumentParameters& parameters, const wellbeing::Scores& scores);

    // Readings of one UBOS and UBES for each post: four columns (in the order of Instrument) at out[k stride + i]. `wave` tells several
    // readings of one week apart. Columns hold padded_posts() values.
    void read(const Block& block, Week week, std::uint32_t wave, const Chance& chance, float* out, std::size_t stride,
              Reporting reporting = Reporting::with_response_shift) const;
    // The answers to a survey, likewise; `z_burnout`: the score of each post; `draws`: memory to work in, kSurveyDraws columns of `stride`.
    // Whole groups of posts are read and written, so each column has padded_posts() values.
    void read_survey(const Block& block, Week week, std::uint32_t wave, const Chance& chance, const float* z_burnout, float* draws,
                     std::size_t stride, const SurveyAnswers& answers) const;
    // Readings of one instrument for each post: of UBOS, UBES and BAT those of read() and read_survey() for the same week and wave. Of
    // `responds` 1 or 0: who wants the readings of a survey alone leaves out those of whom it is 0.
    void read_one(Instrument instrument, const Block& block, Week week, std::uint32_t wave, const Chance& chance,
                  std::span<float> readings) const;
    // A reading of the BAT-12 from a score of burnout and a standard normal.
    float bat_reading(float z_burnout, float normal) const noexcept { return bat_.read(z_burnout, normal); }

    // The clinical rule of the UBOS-C: high exhaustion with high distance or low accomplishment.
    bool is_burnt_out(float exhaustion, float distance, float accomplishment) const {
        return exhaustion >= p_.exhaustion_cutoff && (distance >= p_.distance_cutoff || accomplishment <= p_.accomplishment_cutoff);
    }
    bool is_highly_engaged(float ubes) const { return ubes >= p_.engagement_cutoff; }
    // The two rules over the readings of n posts (as of read()), in whole groups: 1 or 0 each.
    void judge(const float* readings, std::size_t stride, std::size_t n, std::uint8_t* burnt_out, std::uint8_t* highly_engaged) const;
    const InstrumentParameters& parameters() const { return p_; }

  private:
    InstrumentParameters p_;
    const wellbeing::Scores& scores_;
    Scale exhaustion_, distance_, accomplishment_, ubes_, bat_;
    float response_odds_ = 0.0f;  // log odds of an answer at a score of 0
};

}  // namespace bevlogen::instruments
