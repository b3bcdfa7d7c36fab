// Declares the questionnaires and reads them.
#include "models/instruments/questionnaires.hpp"

#include <algorithm>
#include <cmath>

#include "models/instruments/survey_equations.hpp"
#include "models/wellbeing/equations.hpp"
#include "models/workforce/purposes.hpp"
#include "sim/core/flag_where.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/core/portable_math.hpp"
#include "sim/random/bulk.hpp"

namespace bevlogen::instruments {

std::vector<InstrumentDecl> instrument_decls() {
    return {
        {"ubos_exhaustion",
         {"UBOS emotional exhaustion", "UBOS emotionele uitputting"},
         0,
         6,
         "points",
         "Schaufeli and Van Dierendonck (2000), UBOS-C",
         "mean of the items on emotional exhaustion, 0 (never) to 6 (every day)"},
        {"ubos_distance",
         {"UBOS depersonalisation (mental distance)", "UBOS depersonalisatie (mentale distantie)"},
         0,
         6,
         "points",
         "Schaufeli and Van Dierendonck (2000), UBOS-C",
         "mean of the items on depersonalisation"},
        {"ubos_accomplishment",
         {"UBOS personal accomplishment", "UBOS persoonlijke bekwaamheid"},
         0,
         6,
         "points",
         "Schaufeli and Van Dierendonck (2000), UBOS-C",
         "a proxy: dedication and noise stand for accomplishment, which the model does not have"},
        {"ubes",
         {"UBES-9 engagement", "UBES-9 bevlogenheid"},
         0,
         6,
         "points",
         "Schaufeli and Bakker (2004), UBES-9",
         "mean of nine items on vigour, dedication and absorption"},
        {"bat",
         {"BAT-12 burnout", "BAT-12 burn-out"},
         1,
         5,
         "points",
         "Schaufeli, De Witte and Desart (2020), BAT-12",
         "mean of twelve items on exhaustion, mental distance and loss of control, 1 (never) to 5 (always)"},
        {"mbi_exhaustion",
         {"MBI emotional exhaustion", "MBI emotionele uitputting"},
         0,
         54,
         "points",
         "Maslach and Jackson (1981), MBI-HSS",
         "nine times the UBOS, its Dutch version: the same reading in the points of other countries"},
        {"responds",
         {"answers a survey", "beantwoordt een enquête"},
         0,
         1,
         "1",
         "assumed",
         "1 where the person answers the questionnaires of this week and wave, else 0; who is burnt out answers less",
         true},
    };
}

std::vector<OutcomeDecl> survey_outcomes() {
    std::vector<OutcomeDecl> all;
    // A step of a twelfth is two bins of the histogram, a reading in the middle of one.
    all.push_back({.name = "bat",
                   .label = {"BAT-12 burnout", "BAT-12 burn-out"},
                   .unit = "points",
                   .good = Direction::lower_is_better,
                   .low = 1.0f - 1.0f / 48.0f,
                   .high = 1.0f - 1.0f / 48.0f + 16.0f / 3.0f,
                   .description = "reading of a questionnaire, 1 to 5"});
    const auto share = [&](const char* name, Label label, Direction good, const char* description) {
        all.push_back(share_outcome(name, std::move(label), good, description));
    };
    share("bat_at_risk", {"at risk of burnout (BAT-12)", "risico op burn-out (BAT-12)"}, Direction::lower_is_better,
          "share with a BAT-12 of at least 2.54, those of at least 2.96 among them; complaints, not a diagnosis");
    share("bat_severe", {"very likely burnt out (BAT-12)", "zeer waarschijnlijk opgebrand (BAT-12)"}, Direction::lower_is_better,
          "share with a BAT-12 of at least 2.96; complaints, not a diagnosis");
    share("responds", {"would answer a survey", "zou een enquête beantwoorden"}, Direction::neutral,
          "share who would answer a survey now; all other outcomes are of everybody, whether they answer or not");
    return all;
}

namespace {

// The proxy's noise and the error of the reading are independent normals: together one, of their joint spread.
Scale accomplishment_scale(const InstrumentParameters& parameters) {
    Scale scale = parameters.ubos_accomplishment.scale();
    const float noise = parameters.accomplishment_on_noise * scale.sqrt_alpha;
    scale.sqrt_error = std::sqrt(noise * noise + scale.sqrt_error * scale.sqrt_error);
    return scale;
}

// One column, normals before and readings after; a loop of its own, so that it becomes a vector loop.
template <class TrueScore>
// cppcheck-suppress passedByValue ; its fields stay in registers
BEVLOGEN_INLINE void read_column(const Scale scale, std::size_t n, const TrueScore z, float* __restrict column) {
    for (std::size_t i = 0; i < n; ++i) column[i] = scale.read(z(i), column[i]);
}

struct Scales {
    Scale exhaustion, distance, accomplishment, ubes;
    float accomplishment_on_dedication = 0.0f;
};

struct Scores {
    const float *exhaustion, *distance, *vigour, *dedication, *absorption;
    const std::uint8_t *coaching_stage, *peer_group_stage;
    float response_shift;
    const wellbeing::Scores& scores;
};

// Without a shift, as nearly always, nobody has to be looked up.
template <bool kIsShifted>
BEVLOGEN_INLINE void read_all(const Scores& from, const Scales& scales, std::size_t n, float* out, std::size_t stride) {
    using wellbeing::Outcome;
    const std::uint8_t *coaching = from.coaching_stage, *peer_group = from.peer_group_stage;
    const auto reported = [=](auto z, float shift) __attribute__((always_inline)) {
        return [=](std::size_t i) __attribute__((always_inline)) {
            if constexpr (kIsShifted) return reported_z(z(i), shift, workforce::is_participant(coaching[i], peer_group[i]));
            return z(i);
        };
    };
    const auto z_of = [&](const float* raw, Outcome outcome) {
        const float mean = from.scores.parameters().outcome[static_cast<std::size_t>(outcome)].mean;
        const float inverse_sd = from.scores.inverse_sd(outcome);
        return [=](std::size_t i) __attribute__((always_inline)) { return wellbeing::z_score(raw[i], mean, inverse_sd); };
    };
    const float shift = from.response_shift;
    read_column(scales.exhaustion, n, reported(z_of(from.exhaustion, Outcome::exhaustion), shift), out);
    read_column(scales.distance, n, reported(z_of(from.distance, Outcome::distance), shift), out + stride);
    const auto dedicated = z_of(from.dedication, Outcome::dedication);
    const float weight = scales.accomplishment_on_dedication;
    const auto accomplished = [=](std::size_t i) __attribute__((always_inline)) { return weight * dedicated(i); };
    read_column(scales.accomplishment, n, reported(accomplished, -shift), out + 2 * stride);
    const float *vigour = from.vigour, *dedication = from.dedication, *absorption = from.absorption;
    const float mean = from.scores.parameters().engagement.mean, inverse_sd = from.scores.engagement_inverse_sd();
    const auto engaged = [=](std::size_t i) __attribute__((always_inline)) {
        return wellbeing::z_score((vigour[i] + dedication[i] + absorption[i]) * (1.0f / 3.0f), mean, inverse_sd);
    };
    read_column(scales.ubes, n, reported(engaged, -shift), out + 3 * stride);
}

void read_narrow(const Scores& from, const Scales& scales, std::size_t n, float* out, std::size_t stride) {
    from.response_shift != 0.0f ? read_all<true>(from, scales, n, out, stride) : read_all<false>(from, scales, n, out, stride);
}
BEVLOGEN_WIDE_COPY void read_wide(const Scores& from, const Scales& scales, std::size_t n, float* out, std::size_t stride) {
    from.response_shift != 0.0f ? read_all<true>(from, scales, n, out, stride) : read_all<false>(from, scales, n, out, stride);
}

struct Survey {
    InstrumentParameters parameters;
    Scale scale;
    float response_odds;
    const float* z_burnout;
    const std::uint8_t *coaching_stage, *peer_group_stage;
    const float *draw_of_bat, *draw_of_response;  // a normal, a uniform
    SurveyAnswers to;
    std::size_t n;
};

BEVLOGEN_INLINE void survey_all(const Survey& in) {
    const float* __restrict z = in.z_burnout;
    const std::uint8_t* __restrict coaching = in.coaching_stage;
    const std::uint8_t* __restrict peer_group = in.peer_group_stage;
    const float* __restrict error = in.draw_of_bat;
    const float* __restrict draw = in.draw_of_response;
    float* __restrict bat = in.to.bat;
    const float shift = in.parameters.response_shift, odds = in.response_odds, on_burnout = in.parameters.response_on_burnout;
    const Scale scale = in.scale;  // a copy, which stores to columns cannot change
    if (shift != 0.0f) {
        for (std::size_t i = 0; i < in.n; ++i)
            bat[i] = scale.read(reported_z(z[i], shift, workforce::is_participant(coaching[i], peer_group[i])), error[i]);
    } else {
        for (std::size_t i = 0; i < in.n; ++i) bat[i] = scale.read(z[i], error[i]);
    }
    const float from_at_risk = in.parameters.bat_at_risk, from_severe = in.parameters.bat_severe;
    flag_where(
        in.to.at_risk, in.n, [=](std::size_t i) __attribute__((always_inline)) { return bat[i] >= from_at_risk; });
    flag_where(
        in.to.severe, in.n, [=](std::size_t i) __attribute__((always_inline)) { return bat[i] >= from_severe; });
    flag_where(
        in.to.responds,
        in.n, [=](std::size_t i) __attribute__((always_inline)) { return draw[i] < chance_to_answer(odds, on_burnout, z[i]); });
}

void survey_narrow(const Survey& in) { survey_all(in); }
BEVLOGEN_WIDE_COPY void survey_wide(const Survey& in) { survey_all(in); }

struct Judged {
    const float* readings;
    std::size_t stride, n;
    std::uint8_t *burnt_out, *highly_engaged;
};

// Without branches, so that the loops become vector loops.
BEVLOGEN_INLINE void judge_all(const InstrumentParameters& p, const Judged& in) {
    const float* __restrict exhaustion = in.readings;
    const float* __restrict distance = in.readings + in.stride;
    const float* __restrict accomplishment = in.readings + 2 * in.stride;
    const float* __restrict engagement = in.readings + 3 * in.stride;
    const float exhausted = p.exhaustion_cutoff, distant = p.distance_cutoff, accomplished = p.accomplishment_cutoff,
                engaged = p.engagement_cutoff;
    flag_where(
        in.burnt_out, in.n, [=](std::size_t i) __attribute__((always_inline)) {
            const int either = static_cast<int>(distance[i] >= distant) | static_cast<int>(accomplishment[i] <= accomplished);
            return (either & static_cast<int>(exhaustion[i] >= exhausted)) != 0;
        });
    flag_where(
        in.highly_engaged, in.n, [=](std::size_t i) __attribute__((always_inline)) { return engagement[i] >= engaged; });
}

void judge_narrow(const InstrumentParameters& p, const Judged& in) { judge_all(p, in); }
BEVLOGEN_WIDE_COPY void judge_wide(const InstrumentParameters& p, const Judged& in) { judge_all(p, in); }

}  // namespace

Questionnaires::Questionnaires(const InstrumentParameters& parameters, const wellbeing::Scores& scores)
    : p_(parameters),
      scores_(scores),
      exhaustion_(parameters.ubos_exhaustion.scale()),
      distance_(parameters.ubos_distance.scale()),
      accomplishment_(accomplishment_scale(parameters)),
      ubes_(parameters.ubes.scale()),
      bat_(parameters.bat.scale(1.0f, 5.0f)),
      response_odds_(static_cast<float>(
          std::log(static_cast<double>(parameters.response_share) / (1.0 - static_cast<double>(parameters.response_share))))) {}

void Questionnaires::read(const Block& block, Week week, std::uint32_t wave, const Chance& chance, float* out, std::size_t stride,
                          Reporting reporting) const {
    const auto& f = scores_.fields();
    const BulkPersons persons{block.person(f.engine.id_low).data(), block.person(f.engine.id_high).data(), block.padded_posts()};
    // The columns first hold a normal for each reading, then the readings.
    fill_normals(chance, persons, {week, workforce::kUbos, wave, 1}, out, stride);
    const Scores from{block.person(f.exhaustion).data(),
                      block.person(f.distance).data(),
                      block.person(f.vigour).data(),
                      block.person(f.dedication).data(),
                      block.person(f.absorption).data(),
                      block.person(f.coaching_stage).data(),
                      block.person(f.peer_group_stage).data(),
                      reporting == Reporting::with_response_shift ? p_.response_shift : 0.0f,
                      scores_};
    const Scales scales{exhaustion_, distance_, accomplishment_, ubes_, p_.accomplishment_on_dedication};
    vector_width() == VectorWidth::wide ? read_wide(from, scales, block.posts(), out, stride)
                                        : read_narrow(from, scales, block.posts(), out, stride);
}

void Questionnaires::read_survey(const Block& block, Week week, std::uint32_t wave, const Chance& chance, const float* z_burnout,
                                 float* draws, std::size_t stride, const SurveyAnswers& answers) const {
    const auto& f = scores_.fields();
    const BulkPersons persons{block.person(f.engine.id_low).data(), block.person(f.engine.id_high).data(), block.padded_posts()};
    // The reading's error, a normal that nobody uses, a uniform likewise, and that of answering.
    fill_normals_and_uniforms(chance, persons, {week, workforce::kSurvey, wave, 1}, draws, stride);
    const Survey survey{.parameters = p_,
                        .scale = bat_,
                        .response_odds = response_odds_,
                        .z_burnout = z_burnout,
                        .coaching_stage = block.person(f.coaching_stage).data(),
                        .peer_group_stage = block.person(f.peer_group_stage).data(),
                        .draw_of_bat = draws,
                        .draw_of_response = draws + 3 * stride,
                        .to = answers,
                        .n = block.posts()};
    vector_width() == VectorWidth::wide ? survey_wide(survey) : survey_narrow(survey);
}

void Questionnaires::read_one(Instrument instrument, const Block& block, Week week, std::uint32_t wave, const Chance& chance,
                              std::span<float> readings) const {
    const std::size_t stride = block.padded_posts();
    std::vector<float> columns(std::max(kUbosAndUbes, kSurveyDraws) * stride);
    if (instrument == Instrument::bat || instrument == Instrument::responds) {
        std::vector<float> z(stride), bat(stride);
        std::vector<std::uint8_t> flags(3 * stride);
        std::uint8_t* responds = flags.data() + 2 * stride;
        scores_.burnout_z(block, z.data(), block.posts());
        read_survey(block, week, wave, chance, z.data(), columns.data(), stride,
                    {bat.data(), flags.data(), flags.data() + stride, responds});
        if (instrument == Instrument::bat) {
            std::copy_n(bat.begin(), block.posts(), readings.begin());
        } else {
            std::copy_n(responds, block.posts(), readings.begin());
        }
        return;
    }
    read(block, week, wave, chance, columns.data(), stride);
    const bool is_mbi = instrument == Instrument::mbi_exhaustion;
    const std::size_t column = workforce::index_of(is_mbi ? Instrument::ubos_exhaustion : instrument);
    std::copy_n(columns.begin() + static_cast<std::ptrdiff_t>(column * stride), block.posts(), readings.begin());
    if (!is_mbi) return;
    for (float& reading : readings.first(block.posts())) reading = mbi_points(reading);
}

void Questionnaires::judge(const float* readings, std::size_t stride, std::size_t n, std::uint8_t* burnt_out,
                           std::uint8_t* highly_engaged) const {
    Judged judged{readings, stride, n, nullptr, nullptr};  // clang-tidy takes what stands here for read only
    judged.burnt_out = burnt_out;
    judged.highly_engaged = highly_engaged;
    vector_width() == VectorWidth::wide ? judge_wide(p_, judged) : judge_narrow(p_, judged);
}

}  // namespace bevlogen::instruments
