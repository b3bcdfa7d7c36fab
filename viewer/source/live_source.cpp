// Everybody is asked for a few times a second at most: that is what keeps looking cheap.
#include "viewer/source/live_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/core/nearest_name.hpp"

namespace bevlogen {
namespace {

constexpr double kBetweenLooks = 0.4;  // seconds between two looks at everybody
constexpr double kLead = 0.25;         // seconds that the target may be ahead of what is shown

// "less-administration" or "interventions/less-administration.toml".
std::string entry_named(const std::vector<CatalogueMeasure>& measures, const std::string& name) {
    std::vector<std::string> names;
    for (const CatalogueMeasure& measure : measures) {
        if (measure.entry == name || measure.intervention.name == name) return measure.entry;
        names.push_back(measure.intervention.name);
    }
    const auto near = nearest_name(name, names);
    throw InputError({"--with " + name, 0, 0}, near ? fmt::format("is not in the catalogue; did you mean \"{}\"?", *near)
                                                    : std::string("is not in the catalogue; bevlogen list interventions shows what is"));
}

// That no file has, nor any of `taken`.
std::string free_name(const std::filesystem::path& folder, const std::string& stem, const std::vector<std::string>& taken) {
    std::error_code none;
    for (int number = 1;; ++number) {
        const std::string name = number == 1 ? stem : fmt::format("{}-{}", stem, number);
        const bool is_there =
            std::filesystem::exists(folder / (name + ".toml"), none) || std::filesystem::exists(folder / (name + ".h5"), none);
        if (!is_there && std::find(taken.begin(), taken.end(), name) == taken.end()) return name;
    }
}

// Before a thread is started: what is wrong with a name is said at once.
std::vector<std::string> entries_named(const std::vector<CatalogueMeasure>& measures, const std::vector<std::string>& names) {
    std::vector<std::string> entries;
    for (const std::string& name : names) entries.push_back(entry_named(measures, name));
    return entries;
}

}  // namespace

LiveSource::LiveSource(const Model& model, SessionPolicy policy, const std::filesystem::path& library, Start start)
    : model_(model),
      base_(policy.base()),
      base_name_(policy.base_name()),
      measures_(catalogue_measures(library, model.vocabulary())),
      start_(std::move(start)),
      entries_(entries_named(measures_, start_.measures)),
      running_(model, std::move(policy), start_.threads, {}) {
    for (const std::string& entry : entries_) running_.post(SwitchOn{entry, {}});
    posted_acts_ = entries_.size();
    target_ = static_cast<double>(std::min(start_.week, base_.recorded_weeks()).value);
    running_.go_to(Week{static_cast<int>(target_)});
}

std::shared_ptr<const Snapshot> LiveSource::look(const SnapshotWants& wants, const ViewState& view, double seconds) {
    running_.want(wants);
    running_.follow(view.person);
    const auto now = running_.newest();
    since_everybody_ += seconds;
    const bool is_stale = now && (!now->everybody || now->everybody->week != now->now().week || now->everybody->line != now->chosen);
    const bool is_due = since_everybody_ >= kBetweenLooks && is_stale;
    running_.ask(is_due ? Look::everybody : Look::curves);
    if (is_due) since_everybody_ = 0.0;
    if (!now || now->wants != wants) return is_there_ ? now : nullptr;
    if (!is_there_ && now->now().week.value < static_cast<int>(target_)) return nullptr;
    is_there_ = true;
    seen_acts_ = now->acts;
    lead(*now, view, seconds);
    return now;
}

void LiveSource::lead(const Snapshot& now, const ViewState& view, double seconds) {
    const auto week = static_cast<double>(now.now().week.value);
    if (takes_up_another_ && is_waiting()) return;
    if (std::exchange(takes_up_another_, false)) target_ = week;
    if (!view.is_playing) {
        if (target_ > week) return;  // a step is on its way
        running_.pause();
        return;
    }
    const double most = week + std::max(view.weeks_per_second * kLead, 2.0 * kWeeksPerEpoch);
    target_ = std::min(std::max(target_, week) + seconds * view.weeks_per_second, most);
    running_.go_to(Week{static_cast<int>(target_) / kWeeksPerEpoch * kWeeksPerEpoch});
}

void LiveSource::act(const SessionAct& act) {
    const bool takes_up_another =
        std::holds_alternative<Branch>(act) || std::holds_alternative<Choose>(act) || std::holds_alternative<Restart>(act);
    if (takes_up_another && takes_up_another_) return;  // one at a time: what is seen is not yet what is there
    if (takes_up_another) {
        running_.pause();
        takes_up_another_ = true;
    }
    ++posted_acts_;
    running_.post(act);
}

void LiveSource::carry_out(const ViewCommand& command) {
    const auto now = running_.newest();
    if (const auto* asked = std::get_if<SessionAct>(&command)) {
        act(*asked);
    } else if (std::holds_alternative<StepOnce>(command) && now) {
        target_ = std::floor(static_cast<double>(now->now().week.value) / kWeeksPerEpoch + 1.0) * kWeeksPerEpoch;
        running_.go_to(Week{static_cast<int>(target_)});
    } else if (std::holds_alternative<SaveSession>(command)) {
        names_.push_back(free_name(start_.folder, "session-" + base_name_, names_));
        running_.save(
            {start_.folder, names_.back(), {"A session of " + base_.title.en, "Een sessie van " + base_.title.nl}, start_.provenance});
    }
}

}  // namespace bevlogen
