// A quarter of the Netherlands followed for a year after the burn-in: every person's state at both ends and month by month.
#pragma once

#include <algorithm>
#include <map>

#include "sim/engine/simulation.hpp"
#include "tests/statistical/models/regression.hpp"
#include "tests/unit/models/workforce_setup.hpp"

namespace bevlogen::statistical {

// Columns of one moment, a row for each person; rows of two moments of one run are the same persons.
struct Moment {
    std::vector<Column> outcome;  // every outcome of the model
    std::vector<std::uint8_t> phase;
    std::vector<std::uint64_t> person;
};

class FollowedPersons {
  public:
    explicit FollowedPersons(const std::vector<std::string>& sets = {}, std::uint32_t replicate = 1) {
        const Scenario scenario = workforce_.baseline(0.25, sets);
        Parallel parallel(1);
        Simulation simulation(workforce_.model(), scenario, Chance{scenario.seed, replicate}, parallel);
        simulation.advance(scenario.burn_in_weeks());
        start_ = moment(simulation);
        Diary diary(workforce_.fields(), months_);
        simulation.advance(scenario.burn_in_weeks() + Week::years(1), &diary);
        end_ = moment(simulation);
        join();
    }

    const Moment& start() const { return start_; }
    const Moment& end() const { return end_; }
    const Column& start(const std::string& name) const { return start_.outcome[index_of(name)]; }
    const Column& end(const std::string& name) const { return end_.outcome[index_of(name)]; }

    // Share or mean over the persons of one phase, over both moments.
    double mean_in_phase(const std::string& name, std::size_t phase) const {
        double sum = 0.0, count = 0.0;
        for (const Moment* at : {&start_, &end_}) {
            for (std::size_t i = 0; i < at->phase.size(); ++i) {
                if (at->phase[i] == phase) sum += at->outcome[index_of(name)][i], count += 1.0;
            }
        }
        return sum / count;
    }

    // Slope of a month's exhaustion on the workload of that same month within persons: means of four weeks, less the person's mean over the
    // 13 months; pooled least squares. Workload is in SD as it is, exhaustion is divided by its SD over all persons and months.
    double slope_within_persons() const {
        double products = 0.0, squares = 0.0, all = 0.0, all_squares = 0.0, count = 0.0;
        for (const auto& [person, months] : months_) {
            double workload = 0.0, exhaustion = 0.0;
            for (const Month& month : months) workload += month.workload / kMonths, exhaustion += month.exhaustion / kMonths;
            for (const Month& month : months) {
                products += (month.workload - workload) * (month.exhaustion - exhaustion);
                squares += (month.workload - workload) * (month.workload - workload);
                all += month.exhaustion, all_squares += month.exhaustion * month.exhaustion, count += 1.0;
            }
        }
        const double sd = std::sqrt(all_squares / count - (all / count) * (all / count));
        return products / squares / sd;
    }

  private:
    static constexpr int kMonths = 13;
    struct Month {
        double workload = 0.0, exhaustion = 0.0;  // means of four weeks
    };
    using Months = std::map<std::uint64_t, std::array<Month, kMonths>>;  // by person

    // Writes months down while a simulation on one thread goes on.
    class Diary final : public Observer {
      public:
        Diary(const workforce::WorkforceFields& fields, Months& months) : f_(fields), months_(months) {}
        void observe_week(const BlockNow& now) override {
            const auto month = static_cast<std::size_t>((now.week.value - 1) / kWeeksPerEpoch);
            const auto workload = now.block.person(f_.factor[factor_of(workforce::Demand::workload)]);
            const auto exhaustion = now.block.person(f_.exhaustion);
            for (std::size_t i = 0; i < now.block.posts(); ++i) {
                if (now.block.person(f_.engine.filled)[i] == 0) continue;
                Month& row = months_[now.block.person_at(i, f_.engine).value][month];
                row.workload += static_cast<double>(workload[i]) / kWeeksPerEpoch;
                row.exhaustion += static_cast<double>(exhaustion[i]) / kWeeksPerEpoch;
            }
        }
        void observe_clearing(const BlockNow&) override {}
        void close_epoch(Week, std::span<const Block>) override {}

      private:
        const workforce::WorkforceFields& f_;
        Months& months_;
    };

    std::size_t index_of(const std::string& name) const {
        const auto& outcomes = workforce_.model().outcomes();
        const auto found = std::find_if(outcomes.begin(), outcomes.end(), [&](const OutcomeDecl& outcome) { return outcome.name == name; });
        expect(found != outcomes.end(), "a test names an outcome of the model");
        return static_cast<std::size_t>(found - outcomes.begin());
    }

    Moment moment(const Simulation& simulation) const {
        const std::size_t outcomes = workforce_.model().outcomes().size();
        Moment at;
        at.outcome.resize(outcomes);
        for (const Block& block : simulation.population().blocks()) {
            OutcomeColumns columns;
            columns.prepare(outcomes, block.padded_posts());
            simulation.dynamics().measure(block, simulation.week(), simulation.chance(), columns);
            columns.work_out(block.posts());
            for (std::size_t i = 0; i < block.posts(); ++i) {
                if (block.person(workforce_.fields().engine.filled)[i] == 0) continue;
                for (std::size_t o = 0; o < outcomes; ++o) at.outcome[o].push_back(static_cast<double>(columns[o][i]));
                at.phase.push_back(block.person(workforce_.fields().phase)[i]);
                at.person.push_back(block.person_at(i, workforce_.fields().engine).value);
            }
        }
        return at;
    }

    // Keeps whoever is there at both ends, in order of identity.
    void join() {
        const auto sorted_rows = [](const Moment& at) {
            std::map<std::uint64_t, std::size_t> rows;
            for (std::size_t i = 0; i < at.person.size(); ++i) rows[at.person[i]] = i;
            return rows;
        };
        const auto first = sorted_rows(start_), last = sorted_rows(end_);
        std::vector<std::size_t> rows_first, rows_last;
        for (const auto& [person, row] : first) {
            if (const auto found = last.find(person); found != last.end()) rows_first.push_back(row), rows_last.push_back(found->second);
        }
        const auto keep = [](Moment& at, const std::vector<std::size_t>& rows) {
            Moment kept;
            kept.outcome.resize(at.outcome.size());
            for (const std::size_t row : rows) {
                for (std::size_t o = 0; o < at.outcome.size(); ++o) kept.outcome[o].push_back(at.outcome[o][row]);
                kept.phase.push_back(at.phase[row]), kept.person.push_back(at.person[row]);
            }
            at = std::move(kept);
        };
        keep(start_, rows_first), keep(end_, rows_last);
    }

    testing::Workforce workforce_;
    Moment start_, end_;
    Months months_;
};

}  // namespace bevlogen::statistical
