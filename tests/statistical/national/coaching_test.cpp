// Coaching for residents: what it does to those who take part, and how little that is among all who are offered it.
#include "tests/statistical/national/national_run.hpp"

namespace bevlogen::statistical {
namespace {

// Each person beside the same person without the programme, nine months after it began; four replicates of some 17,400 persons, of whom
// 5,450 are offered it. In SD between persons. Standard errors are at most .002, so that what was seen lies more than ten within its
// bounds.
struct Effects {
    double offered = 0.0, took_part = 0.0;  // persons
    Estimate among_participants, among_offered;
    double uptake() const { return took_part / offered; }
    // Mean over those who were offered it and did not take part.
    double among_others() const { return (among_offered.mean * offered - among_participants.mean * took_part) / (offered - took_part); }
};

class NationalCoaching : public NationalRun {
  protected:
    static Effects effects_on(const Carried& carried, const std::string& name) {
        const TwinEffects& twins = carried.result.twins;
        EXPECT_EQ(twins.weeks(), std::vector<int>{92});
        const std::size_t outcome = carried.outcome(name);
        const auto place = std::find(twins.outcomes().begin(), twins.outcomes().end(), outcome);
        EXPECT_NE(place, twins.outcomes().end()) << name << " is not compared";
        const auto k = static_cast<std::size_t>(place - twins.outcomes().begin());
        const double sd = carried.result.levels.base_sd(outcome, 0, 2);
        const auto in_sd = [sd](const Estimate& e) { return Estimate{e.mean / sd, e.low / sd, e.high / sd, e.replicates}; };
        const Effects effects{twins.offered(1, 0).mean, twins.took_part(1, 0).mean, in_sd(twins.among_took_part(1, 0, k)),
                              in_sd(twins.among_offered(1, 0, k))};
        RecordProperty(name, std::to_string(effects.among_participants.mean) + " among participants, " +
                                 std::to_string(effects.among_offered.mean) + " among those offered, " +
                                 std::to_string(effects.among_others()) + " among others; uptake " + std::to_string(effects.uptake()));
        return effects;
    }

    Carried coached(const Sets& more = {}) const {
        Sets sets = {"population.scale=0.4", "run.replicates=4", "time.years=2"};
        sets.insert(sets.end(), more.begin(), more.end());
        return carry_out({"baseline.toml", "challenge-support-residents.toml"}, sets);
    }
};

// Exhaustion within the interval of De Simone 2021 (-.32 to -.04). Psychological capital above what programmes for it alone reach (41
// trials: .26 to .34), as trials of coaching find of coping and self-regulation (Theeboom 2014: .43 to .74). Uptake as in CoachingUptake.
TEST_F(NationalCoaching, HelpsWhoTakesPartLittleAmongAll) {
    const Carried carried = coached();
    const Effects exhaustion = effects_on(carried, "exhaustion"), capital = effects_on(carried, "psychological_capital");
    EXPECT_TRUE(lies_within(exhaustion.uptake(), 0.15, 0.35));
    EXPECT_TRUE(lies_within(exhaustion.among_participants.mean, -0.32, -0.15));
    EXPECT_TRUE(lies_within(capital.among_participants.mean, 0.4, 0.75));
    for (const Effects& e : {exhaustion, capital}) {
        EXPECT_TRUE(lies_within(e.among_offered.mean / e.among_participants.mean, 0.5 * e.uptake(), 1.5 * e.uptake()));
        // What spills over to who does not take part: mood of the coached in the team, less stigma, work while they talk.
        EXPECT_TRUE(lies_within(e.among_others(), -0.02, 0.02));
    }
}

// The planted defect: coaching without gain. Asking, sessions and release are as before.
TEST_F(NationalCoaching, DoesNothingWithoutGain) {
    const Carried carried = coached({"coaching.gain.size=0"});
    for (const char* outcome : {"exhaustion", "psychological_capital"}) {
        const Effects e = effects_on(carried, outcome);
        EXPECT_TRUE(lies_within(e.uptake(), 0.15, 0.35));
        EXPECT_TRUE(lies_within(e.among_participants.mean, -0.03, 0.03)) << outcome;
    }
}

}  // namespace
}  // namespace bevlogen::statistical
