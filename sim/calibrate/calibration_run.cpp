// Hands points to workers and their values to the journal, generation after generation.
#include "sim/calibrate/calibration_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <stdexcept>

#include "sim/calibrate/part_words.hpp"
#include "sim/calibrate/posterior.hpp"
#include "sim/calibrate/simulate_point.hpp"
#include "sim/core/bytes.hpp"
#include "sim/experiment/workers.hpp"
#include "sim/record/final_name.hpp"
#include "sim/record/journal.hpp"
#include "sim/sweep/places.hpp"

namespace bevlogen {
namespace {

namespace fs = std::filesystem;

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();
constexpr double kFailed = std::numeric_limits<double>::infinity();
constexpr const char* kForeign =
    "belongs to another calibration (another file, scenario, seed or program); finish that one, move its files away, or choose another "
    "--out";

std::vector<std::byte> to_bytes(const PointValues& point) {
    ByteWriter out;
    out.array(point.set);
    out.array(point.values);
    out.text(point.failure);
    return out.take();
}

PointValues from_bytes(std::span<const std::byte> bytes) {
    ByteReader in(bytes);
    PointValues point;
    point.set = in.array<double>();
    point.values = in.array<double>();
    point.failure = in.text();
    return point;
}

// Of each generation the simulations that are in any journal of `out`.
using Known = std::map<std::size_t, std::map<std::size_t, PointValues>>;

Known read_journals(const fs::path& out, const std::string& identity) {
    return look_at_places(out, [&](const std::vector<SweepPlace>& places) {
        Known known;
        for (const SweepPlace& place : places) {
            if (!place.is_journal) continue;
            const JournalFile file(place.path);
            const JournalStart start = look_at_start(file, identity);
            if (start == JournalStart::is_cut_off) continue;  // of a process that has just begun
            if (start != JournalStart::is_of_identity) throw InputError({place.path.string(), 0, 0}, kForeign);
            for (const JournalPlace& entry : scan_journal(file).places) {
                if (entry.kind != JournalEntryKind::finished_run && entry.kind != JournalEntryKind::failed_run) continue;
                known[entry.scenario][entry.replicate] = from_bytes(read_entry(file, entry));
            }
        }
        return known;
    });
}

class CalibrationRunner {
  public:
    CalibrationRunner(const Model& model, const CalibrationPlan& plan, const CalibrationExecution& execution, Peers& peers)
        : model_(model),
          plan_(plan),
          execution_(execution),
          peers_(peers),
          identity_(calibration_identity(plan, model.vocabulary())),
          abc_(plan.search, plan.free.size(), Chance{plan.search_seed, 0}) {}

    CalibrationEnd run() {
        make_folder_of(execution_.out);
        if (is_there()) return std::move(end_);
        Journal journal(journal_beside(own_file()), identity_);
        peers_.any(false);  // all journals are there, and their torn tails are cut
        const BurntIn burnt_in(model_, plan_, execution_.threads, execution_.block_posts);
        while (!abc_.is_finished()) {
            if (!simulate_generation(journal, burnt_in)) return std::move(end_);
        }
        if (peers_.rank() == 0) {
            end_.record = make_record();
            choose(burnt_in);
            write_calibration_file(execution_.out, end_.record, execution_.provenance);
        }
        peers_.any(false);  // the file is whole: journals may go
        end_.is_finished = true;
        journal.remove();
        if (peers_.rank() == 0) remove_journals_left();
        return std::move(end_);
    }

  private:
    fs::path own_file() const { return peers_.size() == 1 ? execution_.out : worker_of(execution_.out, peers_.rank(), peers_.size()); }

    // Whether the whole file stands there already.
    bool is_there() {
        if (!fs::exists(execution_.out)) return false;
        const CalibrationRecord record = read_calibration_file(execution_.out);
        if (record.about.identity != identity_words(identity_)) throw InputError({execution_.out.string(), 0, 0}, kForeign);
        end_.is_finished = true;
        end_.found = record.runs.size();
        if (peers_.rank() == 0) {
            end_.record = record;
            remove_journals_left();
        }
        return true;
    }

    // False where it was stopped.
    bool simulate_generation(Journal& journal, const BurntIn& burnt_in) {
        const std::size_t generation = abc_.generation(), points = abc_.points().size();
        const Known before = read_journals(execution_.out, identity_);
        remaining_.clear();
        for (std::size_t i = 0; i < points; ++i) {
            if (!before.contains(generation) || !before.at(generation).contains(i)) remaining_.push_back(i);
        }
        end_.found += points - remaining_.size();
        done_ = points - remaining_.size();
        peers_.restart();  // all know the same points to do
        const bool is_stopped = !remaining_.empty() && work(journal, burnt_in, generation);
        if (peers_.any(is_stopped)) return false;
        const Known known = read_journals(execution_.out, identity_);
        peers_.any(false);  // all have seen the same
        std::vector<double> distances;
        for (std::size_t i = 0; i < points; ++i) {
            const PointValues& found = known.at(generation).at(i);
            CalibrationRun run{generation, i, abc_.points()[i], found.set, found.values, kFailed, 0.0};
            run.coordinate.resize(plan_.parameters().size(), kNothing);  // what follows has no prior
            if (found.values.empty()) {
                run.value = plan_.values_at(abc_.points()[i]);
                run.value.resize(plan_.parameters().size(), kNothing);
                run.part.assign(plan_.parts(), kNothing);
            } else {
                run.distance = distance_of(plan_.targets, found.values);
            }
            distances.push_back(run.distance);
            runs_.push_back(std::move(run));
        }
        abc_.take(distances);
        return true;
    }

    // Whether it was stopped.
    bool work(Journal& journal, const BurntIn& burnt_in, std::size_t generation) {
        const unsigned workers = WorkerSplit::of(execution_.threads, remaining_.size()).outer;
        bool is_stopped = false, has_thrown = false;
        run_jobs(execution_.threads, workers, [&](std::size_t, Parallel& parallel) {
            const auto should_stop = [&] {
                if (peers_.size() > 1 && peers_.rank() == 0) turns_.take([&] { peers_.progress(); });
                return is_asked_to_stop();
            };
            try {
                while (const auto i = turns_.take([&] { return has_thrown || is_asked_to_stop() ? std::nullopt : next(); })) {
                    PointValues values = burnt_in.simulate(plan_.values_at(abc_.points()[*i]), *i, should_stop, parallel);
                    turns_.take([&] { keep(journal, generation, *i, values); });
                }
            } catch (...) {
                turns_.take([&] { has_thrown = true; });
                throw;
            }
            turns_.take([&] { is_stopped = is_stopped || is_asked_to_stop(); });
        });
        journal.synchronise();
        return is_stopped && (peers_.size() > 1 || done_ < abc_.points().size());
    }

    bool is_asked_to_stop() const { return execution_.should_stop && execution_.should_stop(); }

    std::optional<std::size_t> next() {
        const std::size_t i = peers_.next();
        if (i >= remaining_.size()) return std::nullopt;
        return remaining_[i];
    }

    void keep(Journal& journal, std::size_t generation, std::size_t i, const PointValues& values) {
        if (values.is_stopped()) return;
        const auto kind = values.failure.empty() ? JournalEntryKind::finished_run : JournalEntryKind::failed_run;
        journal.append_unsynchronised({kind, static_cast<std::uint32_t>(generation), static_cast<std::uint32_t>(i), to_bytes(values)});
        ++end_.now;
        ++done_;
        if (!execution_.on_progress) return;
        const double tolerance = abc_.history().empty() ? 0.0 : abc_.history().back().tolerance;
        execution_.on_progress({generation + 1, done_, abc_.points().size(), tolerance});
    }

    CalibrationRecord make_record() {
        double sum = 0.0;
        for (const AbcPoint& point : abc_.kept()) sum += std::isinf(point.distance) ? 0.0 : point.weight;
        CalibrationRecord record{describe_calibration(plan_, model_), {}, std::move(runs_)};
        for (const AbcGeneration& g : abc_.history()) record.generations.push_back({g.points, g.tolerance, g.accepted, g.effective_points});
        for (const AbcPoint& point : abc_.kept()) {
            if (std::isinf(point.distance)) continue;
            const auto at = std::ranges::find_if(
                record.runs, [&](const CalibrationRun& run) { return run.generation == point.generation && run.index == point.index; });
            at->weight = point.weight / sum;
        }
        return record;
    }

    // Measures some promising sets again, from every start, and keeps the nearest: the mean of the posterior and its nearest points.
    void choose(const BurntIn& burnt_in) {
        constexpr std::size_t kNearest = 4;
        std::vector<std::vector<double>> sets;
        UnitPoint mean(plan_.free.size(), 0.0);
        for (const CalibrationRun& run : end_.record.runs) {
            for (std::size_t k = 0; k < mean.size(); ++k) mean[k] += run.weight * run.coordinate[k];
        }
        const auto& kept = abc_.kept();
        if (std::isinf(kept.front().distance)) return;  // no simulation succeeded
        sets.push_back(plan_.values_at(mean));
        for (std::size_t i = 0; i < std::min(kNearest, kept.size()); ++i) sets.push_back(plan_.values_at(kept[i].at));
        std::vector<PointValues> found(sets.size() * plan_.starts);
        run_jobs(execution_.threads, found.size(), [&](std::size_t job, Parallel& parallel) {
            found[job] = burnt_in.simulate(sets[job / plan_.starts], job % plan_.starts, {}, parallel);
        });
        double nearest = kFailed;
        for (std::size_t s = 0; s < sets.size(); ++s) {
            std::vector<std::vector<double>> parts, values;
            for (std::size_t start = 0; start < plan_.starts; ++start) {
                parts.push_back(found[s * plan_.starts + start].values);
                values.push_back(found[s * plan_.starts + start].set);
            }
            if (std::ranges::any_of(parts, [](const auto& one) { return one.empty(); })) continue;
            const double distance = distance_of(plan_.targets, mean_over(parts));
            if (distance < nearest) {
                nearest = distance;
                end_.record.chosen = {with_mean_references(values), parts};
            }
        }
    }

    // The free parameters are the same in each; references follow from each start a little differently.
    std::vector<double> with_mean_references(const std::vector<std::vector<double>>& sets) const {
        const std::vector<double> mean = mean_over(sets);
        std::vector<double> set = sets.front();
        for (std::size_t k = plan_.free.size(); k < set.size(); ++k) set[k] = std::round(mean[k] * 1e4) / 1e4;
        return set;
    }

    // Of processes of earlier starts, whose simulations are in the file.
    void remove_journals_left() const {
        for (const SweepPlace& place : places_of(execution_.out)) {
            try {
                if (place.is_journal) JournalFile(place.path).remove_if_unused();
            } catch (const JournalGone&) {  // nothing is left
            }
        }
    }

    const Model& model_;
    const CalibrationPlan& plan_;
    const CalibrationExecution& execution_;
    Peers& peers_;
    std::string identity_;
    SequentialAbc abc_;
    std::vector<CalibrationRun> runs_;
    std::vector<std::size_t> remaining_;
    std::size_t done_ = 0;
    Turns turns_;
    CalibrationEnd end_;
};

std::string comma_separated(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) all += (all.empty() ? "" : ", ") + text;
    return all;
}

}  // namespace

CalibrationEnd run_calibration(const Model& model, const CalibrationPlan& plan, const CalibrationExecution& execution, Peers& peers) {
    return CalibrationRunner(model, plan, execution, peers).run();
}

std::vector<std::vector<double>> measure_at(const Model& model, const CalibrationPlan& plan, const std::vector<std::vector<double>>& sets,
                                            const CalibrationExecution& execution) {
    const BurntIn burnt_in(model, plan, execution.threads, execution.block_posts);
    std::vector<std::vector<double>> found(sets.size());
    Turns turns;
    std::size_t done = 0;
    run_jobs(execution.threads, sets.size(), [&](std::size_t i, Parallel& parallel) {
        PointValues values = burnt_in.simulate(sets[i], i, execution.should_stop, parallel);
        if (!values.failure.empty()) throw std::runtime_error(values.failure);
        found[i] = std::move(values.values);
        turns.take([&] {
            if (execution.on_progress) execution.on_progress({1, ++done, sets.size(), 0.0});
        });
    });
    return found;
}

CalibrationDescription describe_calibration(const CalibrationPlan& plan, const Model& model) {
    CalibrationDescription about;
    about.model = plan.base().model;
    about.title = plan.title, about.question = plan.question;
    about.scenario = plan.base().name;
    about.plan = plan.text;
    about.resolved_scenario = plan.base().resolved;
    about.identity = identity_words(calibration_identity(plan, model.vocabulary()));
    about.seed = plan.base().seed;
    const std::vector<double> own = plan.own_values();
    for (std::size_t k = 0; k < plan.free.size(); ++k) {
        const Axis& axis = plan.free[k];
        about.parameters.push_back(
            {axis.path, axis.label, axis.key.unit.empty() ? "1" : std::string(axis.key.unit), axis.description, axis.in_words(), own[k]});
    }
    for (const DerivedReference& reference : plan.references) {
        for (const std::size_t parameter : {reference.mean, reference.sd}) {
            const ParameterDecl& decl = model.vocabulary().parameters.decls()[parameter];
            about.parameters.push_back({decl.path, decl.meaning, decl.unit, decl.meaning.en, kFollows, own[about.parameters.size()]});
        }
    }
    for (std::size_t t = 0; t < plan.targets.size(); ++t) {
        const Target& target = plan.targets[t];
        about.targets.push_back({target.name, target.label, target.source, target.weight, comma_separated(target.set_by)});
        for (const TargetPart& part : target.parts)
            about.parts.push_back({t, part_words(part, plan, model), part.words, part.value, part.tolerance.low, part.tolerance.high});
    }
    return about;
}

}  // namespace bevlogen
