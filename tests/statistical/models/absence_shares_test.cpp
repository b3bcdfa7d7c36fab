// How often leaves and events begin, how long leaves last and what events leave on average, against hazards and closed forms.
#include <gtest/gtest.h>

#include <map>

#include "models/workforce/absence_equations.hpp"
#include "models/workforce/leave_course.hpp"
#include "tests/statistical/error_rate.hpp"
#include "tests/unit/models/absence_bed.hpp"

namespace bevlogen::statistical {
namespace {

using testing::AbsenceBed;
using testing::AbsenceNumbers;
using workforce::Demand;
using workforce::factor_of;
using workforce::Leave;
using workforce::Resource;

bool share_agrees(double count, double chance, double trials) {
    return agrees(count / trials, chance, std::sqrt(chance * (1.0 - chance) / trials));
}

// Teams small enough for the columns to stay in cache.
constexpr std::size_t kTeams = 40, kPosts = 1000;
constexpr int kWeeks = 500;
constexpr double kPersonWeeks = static_cast<double>(kTeams * kPosts) * kWeeks;
constexpr float kZExhaustion = 1.9f, kZBurnout = 1.2f, kSafety = 0.4f;

// Counts of what begins in twenty million weeks at work of women of 30 who are strained; after each week everybody is put back to work.
struct Counts {
    std::map<Leave, double> leaves;
    std::array<double, workforce::kEvents> events{};
    double replaced = 0.0, long_leaves = 0.0;

    explicit Counts(const AbsenceNumbers& numbers) {
        for (std::uint32_t t = 0; t < kTeams; ++t) {
            AbsenceBed bed({kPosts}, t);
            for (std::size_t i = 0; i < kPosts; ++i) {
                bed.z_exhaustion(i) = kZExhaustion, bed.z_burnout(i) = kZBurnout, bed.safety(i) = kSafety;
                bed.block.person(bed.fields.sex)[i] = 0;
                bed.block.person(bed.fields.age_weeks)[i] = 30 * 52;
            }
            const workforce::Absence absence(numbers.absence, numbers.events, bed.fields);
            for (int week = 0; week < kWeeks; ++week) {
                bed.step(numbers, week);
                for (std::size_t i = 0; i < kPosts; ++i) count(bed, i);
                absence.populate(bed.block);
            }
        }
    }

  private:
    void count(const AbsenceBed& bed, std::size_t i) {
        const auto happened = bed.block.person(bed.fields.events)[i];
        for (std::size_t e = 0; happened != 0 && e < events.size(); ++e) events[e] += happened >> e & 1;
        if (bed.leave(i) == Leave::none) return;
        ++leaves[bed.leave(i)];
        if (bed.leave(i) == Leave::short_illness) return;
        ++long_leaves, replaced += bed.block.person(bed.fields.is_replaced)[i];
    }
};

// Chances by the model page, in double precision.
double burnout_chance() { return 0.00065 * std::exp(1.6 * (1.9 - 1.5)); }
double short_chance() { return 0.022 * std::exp(0.25 * 1.2); }
double complaint_chance() { return 0.0008 * 1.9; }
double conflict_chance() { return 0.002 * std::exp(-0.4); }

bool all_agree(Counts& c) {
    return share_agrees(c.leaves[Leave::burnout], burnout_chance(), kPersonWeeks) &&
           share_agrees(c.leaves[Leave::long_illness], 0.0009, kPersonWeeks) &&
           share_agrees(c.leaves[Leave::maternity], 0.09 / 52.0, kPersonWeeks) &&
           share_agrees(c.leaves[Leave::short_illness], short_chance(), kPersonWeeks) &&
           share_agrees(c.events[0], complaint_chance(), kPersonWeeks) && share_agrees(c.events[1], 0.004, kPersonWeeks) &&
           share_agrees(c.events[2], conflict_chance(), kPersonWeeks);
}

TEST(AbsenceShares, OfAllLeavesAndEventsAreTheirHazards) {
    Counts c(AbsenceNumbers::shipped());
    EXPECT_TRUE(share_agrees(c.leaves[Leave::burnout], burnout_chance(), kPersonWeeks));
    EXPECT_TRUE(share_agrees(c.leaves[Leave::long_illness], 0.0009, kPersonWeeks));
    EXPECT_TRUE(share_agrees(c.leaves[Leave::maternity], 0.09 / 52.0, kPersonWeeks));
    EXPECT_TRUE(share_agrees(c.leaves[Leave::short_illness], short_chance(), kPersonWeeks));
    EXPECT_TRUE(share_agrees(c.events[0], complaint_chance(), kPersonWeeks));
    EXPECT_TRUE(share_agrees(c.events[1], 0.004, kPersonWeeks));
    EXPECT_TRUE(share_agrees(c.events[2], conflict_chance(), kPersonWeeks));
    EXPECT_TRUE(share_agrees(c.replaced, 0.3, c.long_leaves));
    EXPECT_FALSE(share_agrees(c.replaced, 0.31, c.long_leaves));
}

TEST(AbsenceShares, AnErrorOfATwentiethInAnyHazardIsFound) {  // twins; 5 % of the rarest are 6.7 standard errors
    const auto with = [](const std::function<void(AbsenceNumbers&)>& plant) {
        AbsenceNumbers numbers = AbsenceNumbers::shipped();
        plant(numbers);
        Counts c(numbers);
        return all_agree(c);
    };
    EXPECT_FALSE(with([](AbsenceNumbers& n) { n.absence.burnout_on_exhaustion *= 1.08f; }));  // e^(.0512)
    EXPECT_FALSE(with([](AbsenceNumbers& n) { n.absence.long_illness_hazard *= 1.05f; }));
    EXPECT_FALSE(with([](AbsenceNumbers& n) { n.absence.maternity_a_year *= 0.95f; }));
    EXPECT_FALSE(with([](AbsenceNumbers& n) { n.absence.short_illness_on_burnout *= 1.05f; }));  // e^(.015), 11 standard errors
    EXPECT_FALSE(with([](AbsenceNumbers& n) { n.events.complaint_if_burnt_out *= 1.05f; }));
    EXPECT_FALSE(with([](AbsenceNumbers& n) { n.events.severe_hazard *= 0.95f; }));
    EXPECT_FALSE(with([](AbsenceNumbers& n) { n.events.conflict_on_safety *= 0.85f; }));  // e^(.06)
}

// Lengths of 200,000 leaves against what they should be: P(at most k weeks) for k up to the longest.
constexpr int kLengths = 200000;

double normal_below(double x) { return boost::math::cdf(boost::math::normal(), x); }

// A lognormal of this median, to the nearest week, between the shortest and 104.
std::function<double(int)> nearest_week_of_lognormal(double median, double spread, int shortest) {
    return [=](int weeks) {
        if (weeks < shortest) return 0.0;
        return weeks >= 104 ? 1.0 : normal_below((std::log(weeks + 0.5) - std::log(median)) / spread);
    };
}

std::map<int, double> lengths_of(Leave kind, const AbsenceNumbers& numbers) {
    const workforce::AbsenceConstants constants(numbers.absence);
    std::map<int, double> counts;
    for (int i = 0; i < kLengths; ++i) {
        Stream stream(Chance{5, 1}, static_cast<std::uint64_t>(i), Week{7}, Purpose{0x7004});
        ++counts[workforce::begin_leave(kind, 0, 0.3f, numbers.absence, constants, stream).weeks];
    }
    return counts;
}

// Chi-squared over weeks, joined until 50 are expected in each bin.
bool lengths_agree(const std::map<int, double>& counts, const std::function<double(int)>& at_most) {
    double statistic = 0.0, observed = 0.0, from = 0.0;
    int bins = 0;
    for (int weeks = 1; weeks <= 104; ++weeks) {
        if (const auto found = counts.find(weeks); found != counts.end()) observed += found->second;
        const double expected = (at_most(weeks) - from) * kLengths;
        const double rest = (1.0 - at_most(weeks)) * kLengths;
        if ((expected < 50.0 || rest < 50.0) && weeks < 104) continue;
        statistic += (observed - expected) * (observed - expected) / expected;
        ++bins, observed = 0.0, from = at_most(weeks);
    }
    return chi_squared_agrees(statistic, bins - 1);
}

TEST(LeaveLengths, OfShortIllnessAreGeometricWithTheirMean) {
    const auto counts = lengths_of(Leave::short_illness, AbsenceNumbers::shipped());
    EXPECT_TRUE(lengths_agree(counts, [](int weeks) { return 1.0 - std::pow(1.0 / 6.0, weeks); }));
    EXPECT_FALSE(lengths_agree(counts, [](int weeks) { return 1.0 - std::pow(1.0 - 1.0 / 1.22, weeks); }));
    double sum = 0.0;
    for (const auto& [weeks, n] : counts) sum += weeks * n;
    EXPECT_TRUE(agrees(sum / kLengths, 1.2, std::sqrt(0.24 / kLengths)));  // variance (1 - p)/p^2, p = 5/6
}

TEST(LeaveLengths, OfLongIllnessHaveAMeanOfSixteenWeeks) {
    const auto counts = lengths_of(Leave::long_illness, AbsenceNumbers::shipped());
    const double median = 16.0 * std::exp(-0.32);
    EXPECT_TRUE(lengths_agree(counts, nearest_week_of_lognormal(median, 0.8, 2)));
    EXPECT_FALSE(lengths_agree(counts, nearest_week_of_lognormal(1.03 * median, 0.8, 2)));
    EXPECT_FALSE(lengths_agree(counts, nearest_week_of_lognormal(16.0, 0.8, 2)));  // 16 is the mean, not the median
}

TEST(LeaveLengths, OfBurnoutHaveAMedianOf242DaysAndAThirdIsBackInSixMonths) {
    const auto counts = lengths_of(Leave::burnout, AbsenceNumbers::shipped());
    EXPECT_TRUE(lengths_agree(counts, nearest_week_of_lognormal(34.6, 0.658, 4)));
    EXPECT_FALSE(lengths_agree(counts, nearest_week_of_lognormal(1.03 * 34.6, 0.658, 4)));
    EXPECT_FALSE(lengths_agree(counts, nearest_week_of_lognormal(34.6, 0.68, 4)));
    double within_six_months = 0.0;
    for (const auto& [weeks, n] : counts) within_six_months += weeks <= 26 ? n : 0.0;
    EXPECT_NEAR(within_six_months / kLengths, 1.0 / 3.0, 0.02);  // a pattern, not chance: de Rijk (2025)
}

// Means at the end of a week over persons who have been at work all the time: 16 % are burnt out. Evaluation pressure is stepped with its
// own time constant of 26 weeks, its target shifted so that kicks fade with 13, and centred.
struct EventMeans {
    double emotional_load = 0.0, evaluation = 0.0, colleagues = 0.0, centred_evaluation = 0.0;
    double persons = 0.0;

    explicit EventMeans(AbsenceNumbers numbers) {
        numbers.absence = AbsenceNumbers::quiet().absence;
        const auto mean = workforce::mean_event_effects(numbers.events, 13.0f);
        for (std::uint32_t t = 0; t < 400; ++t) {
            AbsenceBed bed({kPosts}, t);
            for (std::size_t i = 0; i < kPosts; ++i) bed.z_burnout(i) = i < 160 ? 2.0f : 0.0f;
            for (int week = 0; week < 260; ++week) step(bed, numbers, mean, week);
            add(bed);
        }
        for (double* value : {&emotional_load, &evaluation, &colleagues, &centred_evaluation}) *value /= persons;
    }

  private:
    static void step(AbsenceBed& bed, const AbsenceNumbers& numbers, const workforce::MeanEventEffects& mean, int week) {
        const float fade = workforce::fade_of_a_week(13.0f), gain = 1.0f - workforce::fade_of_a_week(26.0f);
        const auto emotional = bed.block.person(bed.fields.factor[factor_of(Demand::emotional_load)]);
        const auto pressure = bed.block.person(bed.fields.factor[factor_of(Demand::evaluation_pressure)]);
        const auto left = bed.block.person(bed.fields.lasting_evaluation);
        for (std::size_t i = 0; i < kPosts; ++i) {
            emotional[i] *= fade;  // its own time constant
            pressure[i] += (workforce::fading_shift(left[i], fade, gain) - mean.evaluation - pressure[i]) * gain;
        }
        bed.step(numbers, week);
    }
    void add(const AbsenceBed& bed) {
        for (std::size_t i = 0; i < kPosts; ++i) {
            emotional_load += static_cast<double>(bed.block.person(bed.fields.factor[factor_of(Demand::emotional_load)])[i]);
            evaluation += static_cast<double>(bed.block.person(bed.fields.lasting_evaluation)[i]);
            colleagues -= static_cast<double>(bed.block.person(bed.fields.lasting_conflict)[i]);
            centred_evaluation += static_cast<double>(bed.block.person(bed.fields.factor[factor_of(Demand::evaluation_pressure)])[i]);
        }
        persons += static_cast<double>(kPosts);
    }
};

TEST(MeanEventEffects, AreWhatEventsLeaveOnAverage) {
    const AbsenceNumbers numbers = AbsenceNumbers::shipped();
    const auto exact = workforce::mean_event_effects(numbers.events, 13.0f);
    const EventMeans found(numbers);
    // The variance of what is left is the sum of hazard x size^2 over 1 - e^(-2/13).
    const double complaints = 0.0008 * (1.0 + 0.16 * 0.9), through = 1.0 - std::exp(-2.0 / 13.0);
    const auto error = [&](double complaint, double severe, double conflict) {
        return std::sqrt((complaints * complaint * complaint + 0.004 * severe * severe + 0.002 * conflict * conflict) / through /
                         found.persons);
    };
    const double e = error(0.8, 0.6, 0.0), v = error(0.6, 0.2, 0.1), c = error(0.0, 0.0, 0.6);
    const double e_mean = static_cast<double>(exact.emotional_load), v_mean = static_cast<double>(exact.evaluation),
                 c_mean = static_cast<double>(exact.colleagues);
    EXPECT_TRUE(agrees(found.emotional_load, e_mean, e));
    EXPECT_TRUE(agrees(found.evaluation, v_mean, v));
    EXPECT_TRUE(agrees(found.colleagues, c_mean, c));
    // What is left of the burn-in at the start, where nobody had a past, is e^(-10) of the mean.
    EXPECT_TRUE(agrees(found.centred_evaluation, 0.0, v));
    // Twins: a tenth more or less of each is found, so also a mean before the week's events instead of after them (7 % less).
    const double one_week = std::exp(-1.0 / 13.0);
    EXPECT_FALSE(agrees(found.emotional_load, one_week * e_mean, e));
    EXPECT_FALSE(agrees(found.evaluation, 1.1 * v_mean, v));
    EXPECT_FALSE(agrees(found.colleagues, one_week * c_mean, c));
    EXPECT_FALSE(agrees(found.centred_evaluation + 0.1 * v_mean, 0.0, v));
}

}  // namespace
}  // namespace bevlogen::statistical
