// Fills one column an outcome: shown where the block has it, worked out where it does not.
#include "models/catalog/workforce_measures.hpp"

#include "sim/core/flag_where.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/core/portable_math.hpp"
#include "sim/population/team_spread.hpp"

namespace bevlogen {

void WorkforceMeasures::measure_weekly(const Block& block, OutcomeColumns& columns) const {
    std::size_t k = 0;
    for (const Field<float>& field : weekly_fields()) columns.show(k++, block.person(field));
    const std::size_t exhaustion = k - 5, distance = k - 4, vigour = k - 3;  // the last five of the fields
    const wellbeing::ScoreParameters& p = scores_.parameters();
    const float of_burnout = scores_.burnout_inverse_sd(), of_engagement = scores_.engagement_inverse_sd();
    columns.weigh(k++, -p.burnout.mean * of_burnout, {{{exhaustion, of_burnout}, {distance, p.distance_in_burnout * of_burnout}}});
    const float third = of_engagement / 3.0f;
    columns.weigh(k++, -p.engagement.mean * of_engagement, {{{vigour, third}, {vigour + 1, third}, {vigour + 2, third}}});
}

void WorkforceMeasures::measure(const Block& block, Week week, const Chance& chance, OutcomeColumns& columns) const {
    const std::size_t n = block.posts();
    std::size_t k = 0;
    for (const Field<float>& field : fields_.factor) columns.show(k++, block.person(field));
    measure_personal(block, columns, k);
    k += fields_.personal_slow.size();
    for (const Field<float>& field : fields_.need) columns.show(k++, block.person(field));
    for (const Field<float>& field : {fields_.exhaustion, fields_.distance, fields_.vigour, fields_.dedication, fields_.absorption}) {
        columns.show(k++, block.person(field));
    }
    float* z_burnout = columns.fill(k++);
    float* z_engagement = columns.fill(k++);
    scores_.burnout_z(block, z_burnout, n);
    scores_.engagement_z(block, z_engagement, n);
    float* readings = columns.fill(k, instruments::kUbosAndUbes);
    questionnaires_.read(block, week, 0, chance, readings, columns.stride());
    k += instruments::kUbosAndUbes;
    measure_shares(block, readings, columns, k);
    measure_coaching(block, columns, k + 4);
    measure_work(block, columns, k + 8);
    careers_.measure(block, week, chance, columns, k + 14);
    measure_adoption(block, columns, k + 14 + kCareerOutcomes);
    measure_peer_groups(block, columns, k + 15 + kCareerOutcomes);
    const std::size_t programmes = k + 18 + kCareerOutcomes, survey = programmes + kProgrammeOutcomes;
    const std::size_t care = survey + instruments::kSurveyColumns, amounts = care + kCareOutcomes;
    programmes_.measure(block, columns, programmes);
    measure_survey(block, week, chance, z_burnout, columns, survey);
    measure_care(block, week, chance, columns.flags(k).flag, z_engagement, columns, care);
    amounts_.measure(block, week, {columns[k + 8], columns.flags(k + 14 + kResignations).flag}, columns, amounts);
}

void WorkforceMeasures::measure_adoption(const Block& block, OutcomeColumns& columns, std::size_t which) const {
    if (!adoption_.is_needed()) {
        columns.none(which);
        return;
    }
    const std::span<float> of_team(columns.scratch(block.teams()), block.teams());
    adoption_.measure(block, of_team);
    spread_over_teams(block.team_begin(), of_team.data(), columns.fill(which), columns.stride());
}

// With what a programme gives for now, if anybody of the block is given something.
void WorkforceMeasures::measure_personal(const Block& block, OutcomeColumns& columns, std::size_t first) const {
    const float* __restrict gain = block.person(fields_.programme_gain).data();
    int any = 0;
    for (std::size_t i = 0; i < block.posts(); ++i) any |= gain[i] != 0.0f;
    for (std::size_t k = 0; k < fields_.personal_slow.size(); ++k) {
        const auto slow = block.person(fields_.personal_slow[k]);
        if (any == 0) {
            columns.show(first + k, slow);
            continue;
        }
        float* __restrict column = columns.fill(first + k);
        for (std::size_t i = 0; i < block.posts(); ++i) column[i] = slow[i] + gain[i];
    }
}

namespace {

BEVLOGEN_INLINE void flag_above(const float* value, float cutoff, std::size_t n, std::uint8_t* flag) {
    flag_where(
        flag, n, [=](std::size_t i) __attribute__((always_inline)) { return value[i] > cutoff; });
}
void flag_above_narrow(const float* value, float cutoff, std::size_t n, std::uint8_t* flag) { flag_above(value, cutoff, n, flag); }
BEVLOGEN_WIDE_COPY void flag_above_wide(const float* value, float cutoff, std::size_t n, std::uint8_t* flag) {
    flag_above(value, cutoff, n, flag);
}

}  // namespace

void WorkforceMeasures::measure_shares(const Block& block, const float* readings, OutcomeColumns& columns, std::size_t first) const {
    const std::size_t n = block.posts();
    questionnaires_.judge(readings, columns.stride(), n, columns.flag(first), columns.flag(first + 1));
    const auto flag_those_above = vector_width() == VectorWidth::wide ? flag_above_wide : flag_above_narrow;
    const auto demand = [&](workforce::Demand which) { return block.person(fields_.factor[factor_of(which)]).data(); };
    flag_those_above(demand(workforce::Demand::workload), questionnaires_.parameters().workload_cutoff, n, columns.flag(first + 2));
    flag_those_above(demand(workforce::Demand::work_home_interference), questionnaires_.parameters().work_life_cutoff, n,
                     columns.flag(first + 3));
}

void WorkforceMeasures::measure_survey(const Block& block, Week week, const Chance& chance, const float* z_burnout, OutcomeColumns& columns,
                                       std::size_t first) const {
    using enum instruments::SurveyColumn;
    const auto flag = [&](instruments::SurveyColumn which) { return columns.flag(first + workforce::index_of(which)); };
    const instruments::SurveyAnswers answers{columns.fill(first + workforce::index_of(bat)), flag(at_risk), flag(severe), flag(responds)};
    const std::size_t stride = columns.stride();
    questionnaires_.read_survey(block, week, 0, chance, z_burnout, columns.scratch(instruments::kSurveyDraws * stride), stride, answers);
}

// Patients have to do with how people are, not with how they answer.
void WorkforceMeasures::measure_care(const Block& block, Week week, const Chance& chance, const std::uint8_t* burnt_out,
                                     const float* z_engagement, OutcomeColumns& columns, std::size_t first) const {
    if (questionnaires_.parameters().response_shift == 0.0f) {
        care_.measure(block, burnt_out, z_engagement, columns, first);
        return;
    }
    const std::size_t stride = columns.stride();
    std::vector<float> unshifted(instruments::kUbosAndUbes * stride);
    std::vector<std::uint8_t> judged(2 * stride);
    questionnaires_.read(block, week, 0, chance, unshifted.data(), stride, instruments::Reporting::without_response_shift);
    questionnaires_.judge(unshifted.data(), stride, block.posts(), judged.data(), judged.data() + stride);
    care_.measure(block, judged.data(), z_engagement, columns, first);
}

namespace {

// From a stage to another one.
template <class Stage>
using Stages = std::pair<Stage, Stage>;

// Who is in which stages, flags each; none where nobody of the block was ever offered anything.
template <class Stage, std::size_t kShares>
void measure_stages(std::span<const std::uint8_t> column, const std::array<Stages<Stage>, kShares>& shares, OutcomeColumns& columns,
                    std::size_t first) {
    const std::uint8_t* __restrict stages = column.data();
    const std::size_t n = column.size();
    std::uint8_t any = 0;
    for (std::size_t i = 0; i < n; ++i) any |= stages[i];
    for (std::size_t share = 0; share < kShares; ++share) {
        if (any == 0) {
            columns.none(first + share);
            continue;
        }
        const auto low = static_cast<std::uint8_t>(shares[share].first);
        const auto high = static_cast<std::uint8_t>(shares[share].second);
        std::uint8_t* __restrict to = columns.flag(first + share);
        for (std::size_t i = 0; i < n; ++i) to[i] = static_cast<std::uint8_t>((stages[i] >= low) & (stages[i] <= high));
    }
}

}  // namespace

void WorkforceMeasures::measure_coaching(const Block& block, OutcomeColumns& columns, std::size_t first) const {
    using enum workforce::CoachingStage;
    const std::array<Stages<workforce::CoachingStage>, 4> shares = {
        {{offered, refused}, {waiting, evaluated}, {waiting, waiting}, {busy, busy}}};
    measure_stages(block.person(fields_.coaching_stage), shares, columns, first);
}

void WorkforceMeasures::measure_peer_groups(const Block& block, OutcomeColumns& columns, std::size_t first) const {
    using enum workforce::PeerGroupStage;
    const std::array<Stages<workforce::PeerGroupStage>, 3> shares = {{{offered, stopped}, {waiting, stopped}, {busy, busy}}};
    measure_stages(block.person(fields_.peer_group_stage), shares, columns, first);
}

std::array<Field<float>, 10> WorkforceMeasures::weekly_fields() const {
    using workforce::Demand;
    using workforce::Resource;
    const auto factor = [&](auto which) { return fields_.factor[factor_of(which)]; };
    return {factor(Demand::workload),
            factor(Demand::administration),
            factor(Demand::work_home_interference),
            factor(Resource::autonomy),
            factor(Resource::recovery),
            fields_.exhaustion,
            fields_.distance,
            fields_.vigour,
            fields_.dedication,
            fields_.absorption};
}

namespace {

struct LeaveColumns {
    const std::uint8_t* kind;
    const std::uint16_t *weeks, *weeks_left;
    float* sick;
    std::uint8_t *on_burnout_leave, *onset;
};

// Without branches, so that it becomes a vector loop.
BEVLOGEN_INLINE void measure_leave(const LeaveColumns& columns, std::size_t n) {
    using workforce::Leave;
    constexpr auto code = [](Leave leave) { return static_cast<std::uint8_t>(leave); };
    const std::uint8_t* __restrict kind = columns.kind;
    const std::uint16_t* __restrict weeks = columns.weeks;
    const std::uint16_t* __restrict left = columns.weeks_left;
    float* __restrict sick = columns.sick;
    std::uint8_t* __restrict on_burnout_leave = columns.on_burnout_leave;
    std::uint8_t* __restrict onset = columns.onset;
    const auto short_illness = code(Leave::short_illness), long_illness = code(Leave::long_illness);
    const auto is_half = [=](std::size_t i) __attribute__((always_inline)) { return kind[i] == code(Leave::burnout_half_hours) ? 1 : 0; };
    const auto is_burnt_out = [=](std::size_t i) __attribute__((always_inline)) { return kind[i] == code(Leave::burnout) ? 1 : 0; };
    for (std::size_t i = 0; i < n; ++i) {
        const int ill = (kind[i] == short_illness) | (kind[i] == long_illness) | is_burnt_out(i);
        sick[i] = 0.5f * static_cast<float>(is_half(i)) + static_cast<float>(ill);
    }
    for (std::size_t i = 0; i < n; ++i) on_burnout_leave[i] = static_cast<std::uint8_t>(is_half(i) | is_burnt_out(i));
    // A burnout leave lasts longer than an epoch, so each is seen once within the four weeks in which it began.
    for (std::size_t i = 0; i < n; ++i)
        onset[i] = static_cast<std::uint8_t>(is_burnt_out(i) & static_cast<int>(weeks[i] - left[i] < kWeeksPerEpoch));
}

void measure_leave_narrow(const LeaveColumns& columns, std::size_t n) { measure_leave(columns, n); }
BEVLOGEN_WIDE_COPY void measure_leave_wide(const LeaveColumns& columns, std::size_t n) { measure_leave(columns, n); }

}  // namespace

void WorkforceMeasures::measure_work(const Block& block, OutcomeColumns& columns, std::size_t first) const {
    constexpr float kEpochsAYear = static_cast<float>(kWeeksPerYear) / kWeeksPerEpoch;
    const LeaveColumns leave{block.person(fields_.leave_kind).data(),
                             block.person(fields_.leave_weeks).data(),
                             block.person(fields_.leave_weeks_left).data(),
                             columns.fill(first),
                             columns.flag(first + 1),
                             columns.flag(first + 2, kEpochsAYear)};
    vector_width() == VectorWidth::wide ? measure_leave_wide(leave, block.posts()) : measure_leave_narrow(leave, block.posts());
    spread_over_teams(block.team_begin(), block.team(fields_.log_load).data(), columns.fill(first + 3), columns.stride());
    spread_over_teams(block.team_begin(), block.team(fields_.backlog).data(), columns.fill(first + 4), columns.stride());
    columns.show(first + 5, block.person(fields_.hours_worked));
}

}  // namespace bevlogen
