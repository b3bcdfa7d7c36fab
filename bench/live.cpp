// What a window costs a session: snapshots of the whole country at every clearing, beside the session alone; and how soon there is a first
// one.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>

#include "bench/measure.hpp"
#include "models/catalog/shelf.hpp"
#include "sim/engine/vocabularies.hpp"
#include "sim/live/session.hpp"
#include "sim/live/snapshot_maker.hpp"

namespace bevlogen::bench {
namespace {

// The window asks for everybody no more often (viewer/source/live_source.cpp).
constexpr double kBetweenLooks = 0.4;  // seconds

SnapshotWants wanted(const Model& model, bool with_persons) {
    SnapshotWants wants;
    const std::vector<OutcomeDecl>& outcomes = model.outcomes();
    for (std::size_t o = 0; o < outcomes.size(); ++o) {
        if (outcomes[o].headline) wants.curves.push_back(o);
        const bool is_axis = outcomes[o].name == "exhaustion" || outcomes[o].name == "vigour";
        if (is_axis && with_persons) wants.persons.push_back(o);
        if (outcomes[o].name == "exhaustion" && with_persons) wants.teams.push_back(o);
    }
    return wants;
}

// Sessions side by side, so that a slow second of the machine slows both; started again when they come to their end.
class Watched {
  public:
    explicit Watched(const ModelShelf& shelf)
        : model_(*shelf.find("workforce")),
          policy_("baseline.toml", vocabularies_of(shelf), BEVLOGEN_SCENARIOS, {}),
          curves_(wanted(model_, false)),
          everything_(wanted(model_, true)) {
        const auto start = std::chrono::steady_clock::now();
        restart();
        maker_.make(*session_, everything_, Look::everybody);
        first_ = seconds_from(start);
    }
    double seconds_to_first() const { return first_; }
    double megabytes_kept() const { return static_cast<double>(session_->line(1).kept.front().bytes.size()) / 1e6; }

    // Seconds of an epoch of both lines, then of a snapshot with curves and with everything.
    struct Spent {
        double epoch = 0.0, curves = 0.0, everything = 0.0;
    };
    Spent epoch() {
        if (session_->is_finished()) restart();
        const auto start = std::chrono::steady_clock::now();
        session_->advance();
        const double epoch = seconds_from(start);
        const auto then = std::chrono::steady_clock::now();
        maker_.make(*session_, curves_, Look::curves);
        const double curves = seconds_from(then);
        const auto last = std::chrono::steady_clock::now();
        maker_.make(*session_, everything_, Look::everybody);
        return {epoch, curves, seconds_from(last)};
    }

  private:
    static double seconds_from(std::chrono::steady_clock::time_point start) {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    }
    void restart() { session_ = std::make_unique<Session>(model_, policy_, one_); }

    const Model& model_;
    SessionPolicy policy_;
    SnapshotWants curves_, everything_;
    Parallel one_{1};
    std::unique_ptr<Session> session_;
    SnapshotMaker maker_;
    double first_ = 0.0;
};

int run(const Options& options) {
    const auto shelf = make_shelf();
    Watched watched(*shelf);
    char first[120], kept[120];
    std::snprintf(first, sizeof first, "%.2f s from the start to the first snapshot, three years of burn-in", watched.seconds_to_first());
    std::snprintf(kept, sizeof kept, "%.1f MB for each state that is kept", watched.megabytes_kept());
    Watched::Spent spent;
    double epochs = 0.0;
    const auto measure = [&](double seconds) {
        spent = {};
        epochs = 0.0;
        while (spent.epoch < seconds) {
            const Watched::Spent one = watched.epoch();
            spent = {spent.epoch + one.epoch, spent.curves + one.curves, spent.everything + one.everything};
            epochs += 1.0;
        }
        return spent.epoch * 1e9 / epochs;
    };
    const std::vector<Row> rows = {
        {"an epoch of two lines", "epoch", measure},
        {"  a snapshot of curves", "epoch", [&](double) { return spent.curves * 1e9 / epochs; }},
        {"  a snapshot with everybody", "epoch", [&](double) { return spent.everything * 1e9 / epochs; }},
        {"  everybody, as often as a window looks", "epoch",
         [&](double) {
             const double epoch = spent.epoch / epochs;
             return spent.everything * 1e9 / epochs * std::min(1.0, epoch / kBetweenLooks);
         }},
    };
    const std::vector<Ratio> ratios = {
        {"curves at every clearing, to the session", "  a snapshot of curves", "an epoch of two lines", Bound::at_most, 0.05},
        {"everybody, as often as a window looks, to the session", "  everybody, as often as a window looks", "an epoch of two lines",
         Bound::at_most, 0.05},
    };
    return measure_and_report("Live session, 1 x the Netherlands, one thread", {{first, watched.seconds_to_first() < 3.0}, {kept, true}},
                              rows, ratios, options);
}

}  // namespace
}  // namespace bevlogen::bench

int main(int count, char** arguments) { return bevlogen::bench::run(bevlogen::bench::read_options(count, arguments)); }
