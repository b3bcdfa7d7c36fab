// Costs of the workforce in a hundredth of the Netherlands: what is recorded is what happened, and each of it is paid for once.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>

#include "models/catalog/workforce_amounts.hpp"
#include "models/workforce/cost_parameters.hpp"
#include "models/workforce/fields.hpp"
#include "sim/experiment/costs.hpp"
#include "sim/experiment/persons_reached.hpp"
#include "sim/record/recorder.hpp"
#include "tests/unit/engine/workforce_levers.hpp"

namespace bevlogen::testing {
namespace {

using interventions::SessionsBy;
using interventions::Trajectory;
using workforce::Leave;
using workforce::Payer;

constexpr auto kPlain = Discounting::none;

// What is there at the last clearing of a run, and what it recorded.
struct Ended {
    RunRecord record;
    std::array<double, interventions::kSessionsBy> sessions{};        // held since the start, by who held them
    double contributions = 0.0;                                       // of trajectories that have begun
    double attended = 0.0;                                            // sessions of peer groups
    std::map<std::pair<std::uint64_t, int>, int> groups{};            // by name and beginning, sessions that were led
    double paid_absence = 0.0, hired_hours = 0.0, added_hours = 0.0;  // in the last week
    std::array<double, workforce::kPhases> leavers{};                 // of all epochs, who are to be replaced
    double care_not_delivered = 0.0;                                  // hours, of the last weeks of all epochs
};

// Sessions that the facilitator of a group has led by the end of week `last`, counted from the start of the burn-in.
int led_by(const interventions::Membership& row, int last) {
    if (row.begins < 0 || last < row.begins) return 0;
    return std::min<int>(row.guided, (last - row.begins) / row.interval + 1);
}

// By hand: who goes at the clearing to come, and who changed employer at the last one.
void count_leavers(const Block& block, const workforce::WorkforceFields& f, Ended& seen) {
    using workforce::Notice;
    for (std::size_t i = 0; i < block.posts(); ++i) {
        if (block.person(f.engine.filled)[i] == 0) continue;
        const auto notice = static_cast<Notice>(block.person(f.notice)[i]);
        const bool goes = notice == Notice::leaves || notice == Notice::stops_training;
        const bool came = static_cast<workforce::Arrival>(block.person(f.arrival)[i]) == workforce::Arrival::changed_employer &&
                          block.person(f.weeks_in_post)[i] == 0;
        const bool has_post = static_cast<Leave>(block.person(f.leave_kind)[i]) != Leave::without_post;
        if ((goes || came) && has_post) seen.leavers[block.person(f.phase)[i]] += 1.0;
    }
    for (const float hours : block.team(f.care_not_delivered)) seen.care_not_delivered += static_cast<double>(hours);
}

// By hand, person by person.
void look_at(const Block& block, const workforce::WorkforceFields& f, const workforce::WorkParameters& work, Ended& seen) {
    for (const Trajectory& row : block.rows(Ledger<Trajectory>{0})) {
        seen.sessions[workforce::index_of(row.sessions_by)] += row.sessions_done;
        if (row.started >= 0) seen.contributions += static_cast<double>(row.own_contribution);
    }
    for (const interventions::Membership& row : block.rows(Ledger<interventions::Membership>{1})) {
        seen.attended += row.attended;
        if (row.begins < 0) continue;
        seen.groups[{std::uint64_t{row.group_high} << 32 | row.group_low, row.begins}] = led_by(row, 3 * 52 - 1);
    }
    for (std::size_t i = 0; i < block.posts(); ++i) {
        if (block.person(f.engine.filled)[i] == 0) continue;
        const auto leave = static_cast<Leave>(block.person(f.leave_kind)[i]);
        const double hours =
            static_cast<double>(work.contract_hours[block.person(f.phase)[i]]) * static_cast<double>(block.person(f.fte)[i]);
        const bool is_ill = leave == Leave::short_illness || leave == Leave::long_illness || leave == Leave::burnout;
        const bool is_half = leave == Leave::burnout_half_hours;
        seen.paid_absence += is_ill ? hours : is_half ? hours / 2 : 0.0;
        if (block.person(f.is_replaced)[i] != 0 && leave != Leave::none) seen.hired_hours += is_half ? hours / 2 : hours;
        if (workforce::is_added(block.post_kinds()[i])) seen.added_hours += leave == Leave::none ? hours : is_half ? hours / 2 : 0.0;
    }
}

// The numbers of work of a scenario.
workforce::WorkParameters work_of(const Scenario& scenario) {
    auto group = workforce::declare_work_parameters();
    ParameterTable table;
    group.declare(table);
    std::vector<double> values;
    for (const ParameterDecl& decl : table.decls())
        values.push_back(scenario.parameters.values[*model_of(scenario).vocabulary().parameters.find(decl.path)]);
    return group.read(values);
}

// Records, and looks at each block at the last clearing.
class LookingRecorder final : public Observer {
  public:
    LookingRecorder(Recorder& recorder, const Scenario& scenario, std::size_t blocks)
        : recorder_(recorder), scenario_(scenario), work_(work_of(scenario)), seen_(blocks) {}
    void observe_week(const BlockNow& now) override { recorder_.observe_week(now); }
    void observe_clearing(const BlockNow& now) override {
        recorder_.observe_clearing(now);
        count_leavers(now.block, static_cast<const workforce::WorkforceFields&>(model_of(scenario_).fields()), seen_[now.block_index]);
        if (now.week != scenario_.recorded_weeks()) return;
        look_at(now.block, static_cast<const workforce::WorkforceFields&>(model_of(scenario_).fields()), work_, seen_[now.block_index]);
    }
    void close_epoch(Week week, std::span<const Block> blocks) override { recorder_.close_epoch(week, blocks); }
    Ended take() {
        Ended all{.record = recorder_.take()};
        for (const Ended& block : seen_) {
            for (std::size_t k = 0; k < all.sessions.size(); ++k) all.sessions[k] += block.sessions[k];
            all.contributions += block.contributions;
            all.attended += block.attended;
            all.groups.insert(block.groups.begin(), block.groups.end());
            all.paid_absence += block.paid_absence;
            all.hired_hours += block.hired_hours;
            all.added_hours += block.added_hours;
            for (std::size_t k = 0; k < all.leavers.size(); ++k) all.leavers[k] += block.leavers[k];
            all.care_not_delivered += block.care_not_delivered;
        }
        return all;
    }

  private:
    Recorder& recorder_;
    const Scenario& scenario_;
    workforce::WorkParameters work_;
    std::vector<Ended> seen_;  // by block
};

Ended run_to_end(const Scenario& scenario, unsigned threads = 1, std::size_t block_posts = kDefaultBlockPosts) {
    const Model& model = model_of(scenario);
    Parallel parallel(threads);
    const Chance chance{scenario.seed, 1};
    Simulation simulation(model, scenario, chance, parallel, block_posts);
    const RecordPlan plan(model, scenario, {.panel_persons = 0});
    Recorder recorder(plan, simulation.population(), chance, parallel.threads(), false);
    LookingRecorder looking(recorder, scenario, simulation.population().blocks().size());
    simulation.advance(scenario.total_weeks(), &looking);
    return looking.take();
}

// One run of a scenario beside one of the baseline, as a comparison of one replicate.
class WorkforceCosts : public ::testing::Test {
  protected:
    // Without a market, since who leaves takes along what they have had.
    void carry_out(const std::string& interventions, std::vector<std::string> sets = {}, const std::string& market = "none") {
        sets.push_back("market.kind=" + market);
        scenarios = {lively("", sets), lively(interventions, sets)};
        base = run_to_end(scenarios[0]);
        with = run_to_end(scenarios[1]);
    }
    const Model& model() const { return model_of(scenarios[0]); }
    ResourceUse used() const {
        const RecordPlan plan(model(), scenarios[0], {.panel_persons = 0});
        ResourceUse use(plan, 2, 1);
        use.take_from(plan, 0, 0, base.record);
        use.take_from(plan, 1, 0, with.record);
        return use;
    }
    Costs costs() const { return {model(), scenarios, used()}; }
    std::size_t line(const std::string& name) const {
        const Costs c = costs();
        for (std::size_t l = 0; l < c.lines().size(); ++l) {
            if (c.lines()[l].name == name) return l;
        }
        throw std::runtime_error("no line " + name);
    }
    double euro(const std::string& name, std::optional<Payer> payer = {}) const {
        CostPart part{.line = line(name)};
        if (payer) part.payer = workforce::index_of(*payer);
        return costs().euros(1, part, kPlain).at(0);
    }
    // Of everybody and all weeks, from the record.
    double amount(Amount which, std::size_t scenario = 1) const {
        double sum = 0.0;
        for (std::size_t clearing = 0; clearing < 26; ++clearing) {
            sum += 4 * of_week(scenarios[scenario], (scenario == 0 ? base : with).record, which, clearing);
        }
        return sum;
    }
    // Of everybody in a week, at a clearing.
    static double of_week(const Scenario& scenario, const RunRecord& record, Amount which, std::size_t clearing) {
        const RecordPlan plan(model_of(scenario), scenario, {.panel_persons = 0});
        const std::size_t outcome = plan.outcomes() - kAmounts + which;
        const std::size_t at = (outcome * static_cast<std::size_t>(plan.clearings) + clearing) * plan.phases() * kMeasures.size();
        return static_cast<double>(record.by_phase[at]) * record.persons_by_phase[clearing * plan.phases()];
    }

    std::vector<Scenario> scenarios;
    Ended base, with;
};

std::string coaching(const std::string& keys, const std::string& more = {}) {
    return "[[intervention]]\nname = \"coaching\"\nstart = { week = 4 }\npays = [\"department\"]\n" + more +
           "coaching = { again_after = 500, mail = true, kickoff = true, window = 60, " + keys + " }\n";
}

constexpr const char* kPrice = "price_person = { anios = 150, aios = 100, specialist_mid = 40 }";

TEST_F(WorkforceCosts, PriceTheSessionsThatExternalCoachesHeldAndNoOthers) {
    carry_out(coaching(std::string("coach_kind = \"external\", spacing = 2, ") + kPrice));
    const double held = with.sessions[workforce::index_of(SessionsBy::external)];
    EXPECT_GT(held, 200.0);
    EXPECT_NEAR(amount(kSessionsExternal), held, 1e-4 * held);
    EXPECT_NEAR(euro("external_coaches", Payer::department), held * 150.0, 1e-4 * held * 150.0);
    EXPECT_EQ(euro("external_coaches"), euro("external_coaches", Payer::department));
    EXPECT_EQ(euro("internal_coaches"), 0.0);
    EXPECT_EQ(euro("employed_coaches"), 0.0);
    EXPECT_EQ(amount(kSessionsExternal, 0), 0.0);
}

TEST_F(WorkforceCosts, BookContributionsWhenTrajectoriesBeginFromThePersonToWhoPaysTheCoaching) {
    carry_out(coaching(std::string("coach_kind = \"external\", ") + kPrice));
    EXPECT_GT(with.contributions, 1000.0);
    EXPECT_NEAR(amount(kOwnContribution), with.contributions, 1e-4 * with.contributions);
    EXPECT_NEAR(euro("own_contribution", Payer::person), with.contributions, 1e-4 * with.contributions);
    EXPECT_EQ(euro("own_contribution", Payer::person), -euro("own_contribution", Payer::department));
    EXPECT_EQ(euro("own_contribution"), 0.0);
}

// Coaches that are given out at a clearing are there from the next week on.
TEST_F(WorkforceCosts, BookContributionsOfThoseWhoWaitedOnce) {
    carry_out(coaching(std::string("coach_kind = \"external\", budget = 5e6, ") + kPrice));
    EXPECT_GT(with.contributions, 1000.0);
    EXPECT_NEAR(amount(kOwnContribution), with.contributions, 1e-4 * with.contributions);
}

TEST_F(WorkforceCosts, OfInternalCoachesAreBySessionOrByTheYearAndNeverBoth) {
    carry_out(coaching("coach_kind = \"internal\""));
    const double held = with.sessions[workforce::index_of(SessionsBy::internal)];
    EXPECT_GT(held, 200.0);
    EXPECT_NEAR(euro("internal_coaches", Payer::department), held * 90.0, 1e-4 * held * 90.0);
    EXPECT_EQ(euro("employed_coaches"), 0.0);

    carry_out(coaching("coach_kind = \"internal\", coaches = 1000"));
    const double by_employed = with.sessions[workforce::index_of(SessionsBy::employed)];
    EXPECT_GT(by_employed, 100.0);
    EXPECT_NEAR(amount(kSessionsEmployed), by_employed, 1e-4 * by_employed);
    EXPECT_EQ(euro("internal_coaches"), 0.0);
    EXPECT_EQ(euro("external_coaches"), 0.0);
    EXPECT_NEAR(euro("employed_coaches", Payer::department), 1000 * 0.01 * 70000.0 * 100 / 52, 1.0);  // from week 4 to 104
}

TEST_F(WorkforceCosts, OfFacilitatorsAreGroupSessionsThatProfessionalsLed) {
    const auto peers = [](const std::string& keys) {
        return "[[intervention]]\nname = \"peers\"\nstart = { week = 4 }\npays = [\"department\"]\n"
               "peer_group = { mandatory = true, again_after = 500, sessions = 8, " +
               keys + " }\n";
    };
    carry_out(peers("guided_sessions = 5"), {"peer_group.session.lost=0.3"});
    double led = 0.0;
    for (const auto& [group, sessions] : with.groups) led += sessions;
    EXPECT_GT(with.groups.size(), 20u);
    EXPECT_GT(with.attended, 500.0);
    EXPECT_NEAR(amount(kPeerGroupSessions), with.attended, 1e-4 * with.attended);
    EXPECT_NEAR(amount(kFacilitatorSessions), led, 1e-4 * led);
    EXPECT_NEAR(euro("facilitators", Payer::department), led * 600.0, 1e-4 * led * 600.0);
    EXPECT_EQ(euro("facilitators"), euro("facilitators", Payer::department));
    EXPECT_EQ(euro("released_time"), 0.0);

    carry_out(peers("facilitator = \"trained_peer\", released = true"));
    EXPECT_GT(with.attended, 500.0);
    EXPECT_EQ(euro("facilitators"), 0.0);
    EXPECT_GT(amount(kReleasedHours), 500.0);
}

TEST_F(WorkforceCosts, OfEmployedCoachesFollowTheirNumberFromChangeToChange) {
    carry_out(coaching("coach_kind = \"internal\", coaches = 1000", "end = { week = 84 }\n") +
              "[[intervention.change]]\nat = { week = 44 }\ncoaching = { coaches = 500 }\n");
    EXPECT_NEAR(euro("employed_coaches"), 0.01 * 70000.0 / 52 * (40 * 1000 + 40 * 500), 1.0);
}

TEST_F(WorkforceCosts, OfReleasedTimeAreWagesOrCapacityNeverBoth) {
    double paid_at_all = 0.0;
    for (const double share : {0.0, 0.5, 1.0}) {
        carry_out(coaching("coach_kind = \"external\", released = true", "scope = { phases = [\"aios\"] }\n"),
                  {"coaching.session.replaced_share=" + std::to_string(share)});
        const double hours = amount(kReleasedHours);
        EXPECT_GT(hours, 50.0);
        // The share that is paid here takes no capacity: CoachingShifts.ReleasedHoursThatAreReplacedTakeNoCapacity.
        EXPECT_NEAR(euro("released_time", Payer::training_fund), hours * share * 42.0, 1e-6 * hours * 42.0) << share;
        EXPECT_EQ(euro("released_time"), euro("released_time", Payer::training_fund));
        paid_at_all += euro("released_time");
    }
    EXPECT_GT(paid_at_all, 0.0);
    carry_out(coaching("coach_kind = \"external\", released = false"), {"coaching.session.replaced_share=1"});
    EXPECT_EQ(euro("released_time"), 0.0);  // unreleased time is in workload
}

TEST_F(WorkforceCosts, HaveHoursOfAbsenceOfStandInsAndOfAddedPostsAsTheyAre) {
    carry_out(acting(workforce_levers()[4], 0));
    for (const auto& [scenario, ended] : {std::pair{&scenarios[0], &base}, {&scenarios[1], &with}}) {
        EXPECT_GT(ended->paid_absence, 100.0);
        EXPECT_GT(ended->hired_hours, 10.0);
        EXPECT_NEAR(of_week(*scenario, ended->record, kPaidAbsence, 25), ended->paid_absence, 1e-4 * ended->paid_absence);
        EXPECT_NEAR(of_week(*scenario, ended->record, kHiredHours, 25), ended->hired_hours, 1e-4 * ended->hired_hours);
        EXPECT_NEAR(of_week(*scenario, ended->record, kAddedHours, 25), ended->added_hours, 1e-4 * ended->added_hours);
    }
    EXPECT_EQ(base.added_hours, 0.0);
    EXPECT_GT(with.added_hours, 1000.0);
}

TEST_F(WorkforceCosts, OfDepartureAreForEachWhoIsToBeReplacedAtThePriceOfThePhase) {
    using workforce::Phase;
    carry_out("", {"departure.seeks_employer.specialist_mid=0.1"}, "closed");
    const std::array<double, workforce::kPhases> price = {0.0, 10000.0, 30000.0, 100000.0, 100000.0, 100000.0};
    double persons = 0.0, euros = 0.0, of_departments = 0.0;
    for (std::size_t k = 0; k < workforce::kPhases; ++k) {
        persons += with.leavers[k], euros += with.leavers[k] * price[k];
        if (k >= workforce::index_of(Phase::specialist_mid)) of_departments += with.leavers[k] * price[k];
    }
    EXPECT_GT(persons, 20.0);
    EXPECT_GT(of_departments, 0.0);
    EXPECT_NEAR(amount(kReplacements), persons, 1e-4 * persons);
    EXPECT_NEAR(euro("recruitment"), euros, 1e-4 * euros);
    EXPECT_NEAR(euro("recruitment", Payer::department), of_departments, 1e-4 * euros);
    EXPECT_NEAR(euro("recruitment", Payer::hospital), euros - of_departments, 1e-4 * euros);
    EXPECT_EQ(euro("recruitment", Payer::training_fund), 0.0);

    carry_out("");
    EXPECT_EQ(amount(kReplacements), 0.0);  // everybody keeps the post for ever
    EXPECT_EQ(euro("recruitment"), 0.0);
}

TEST_F(WorkforceCosts, OfCareThatIsNotDeliveredAreThoseOfAPriceThatIsSet) {
    carry_out("");
    const double hours = 4 * with.care_not_delivered;
    EXPECT_GT(hours, 1000.0);
    EXPECT_NEAR(amount(kCareNotDelivered), hours, 1e-3 * hours);
    EXPECT_EQ(euro("care_not_delivered"), 0.0);
    carry_out("", {"costs.care_not_delivered=80"});
    EXPECT_NEAR(euro("care_not_delivered", Payer::hospital), 80.0 * hours, 1e-3 * 80.0 * hours);
    EXPECT_EQ(euro("care_not_delivered"), euro("care_not_delivered", Payer::hospital));
}

TEST_F(WorkforceCosts, AddUpOverPayersAndTakePricesOfAnotherDay) {
    carry_out(coaching(std::string("coach_kind = \"external\", released = true, ") + kPrice) + acting(workforce_levers()[4], 8));
    const Costs before = costs();
    const double total = before.euros(1, {}, kPlain).at(0);
    double payers = 0.0;
    for (std::size_t p = 0; p < before.payers(); ++p) payers += before.euros(1, {.payer = p}, kPlain).at(0);
    EXPECT_NEAR(payers, total, 1e-9 * total);

    std::vector<Scenario> dearer = scenarios;
    const std::size_t price = *model().vocabulary().parameters.find("costs.session_external");
    for (Scenario& scenario : dearer) scenario.parameters.values[price] = 300.0;
    const Costs after(model(), dearer, used());
    for (std::size_t l = 0; l < before.lines().size(); ++l) {
        const double factor = before.lines()[l].name == "external_coaches" ? 2.0 : 1.0;
        EXPECT_DOUBLE_EQ(after.euros(1, {.line = l}, kPlain).at(0), factor * before.euros(1, {.line = l}, kPlain).at(0));
    }
}

TEST_F(WorkforceCosts, SayWhereProgrammesHaveDifferentPayersAndThatAPartIsNoWhole) {
    const std::string second =
        "[[intervention]]\nname = \"other\"\nstart = { week = 4 }\npays = [\"hospital\"]\ncoaching = { sessions = 3 }\n";
    const auto notes = [&](const std::string& text) {
        std::string all;
        const Scenario scenario = lively(text);
        for (const Label& note : model_of(scenario).prices(scenario).notes) all += note.en + "\n";
        return all;
    };
    EXPECT_THAT(notes(coaching("sessions = 3")), ::testing::Not(::testing::HasSubstr("different payers")));
    EXPECT_THAT(notes(coaching("sessions = 3") + second), ::testing::HasSubstr("different payers"));
    EXPECT_THAT(notes(""), ::testing::HasSubstr("0.01 times its real size"));
    EXPECT_THAT(notes(""), ::testing::HasSubstr("not priced: care that is not given"));
    EXPECT_THAT(notes(""), ::testing::Not(::testing::HasSubstr("departures")));
}

// Who pays the coaching pays the sessions; a person who does gets nothing back from themselves.
TEST_F(WorkforceCosts, OfCoachingThatPersonsPayThemselvesHaveNoTransfer) {
    carry_out(coaching(std::string("coach_kind = \"external\", ") + kPrice, "costs = { payer = \"person\" }\n"));
    EXPECT_GT(euro("external_coaches", Payer::person), 0.0);
    EXPECT_EQ(euro("own_contribution", Payer::person), 0.0);
}

TEST_F(WorkforceCosts, AreOfTheSameRecordForAnyThreadsAndBlocks) {
    const Scenario scenario = lively(coaching(std::string("coach_kind = \"external\", released = true, budget = 5e6, ") + kPrice) +
                                     acting(workforce_levers()[4], 8));
    const RunRecord record = run_to_end(scenario).record;
    EXPECT_TRUE(run_to_end(scenario, 3, 100).record == record);
    EXPECT_TRUE(run_to_end(scenario, 2, 100000).record == record);
}

TEST(PersonsReached, AreThoseInScopeOfWhomTheDrawnShareTakesPart) {
    const auto count = [](const std::string& scope) {
        const Scenario scenario =
            lively("[[intervention]]\nname = \"a\"\nstart = { week = 4 }\n" + scope + "shift = { workload = -0.1 }\n");
        return count_persons_reached(model_of(scenario), scenario, scenario.interventions.at(0));
    };
    const std::size_t everybody = count(""), aios = count("scope = { phases = [\"aios\"] }\n");
    EXPECT_GT(everybody, 350u);
    EXPECT_GT(aios, 50u);
    EXPECT_LT(aios, everybody / 3);
    const std::size_t half = count("scope = { phases = [\"aios\"], coverage = 0.5 }\n");
    EXPECT_GT(half, aios / 4);
    EXPECT_LT(half, aios * 3 / 4);
}

}  // namespace
}  // namespace bevlogen::testing
