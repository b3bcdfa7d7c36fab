// Everybody is asked for a few times a second at most: that is what keeps looking cheap.
#include "viewer/source/live_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/core/nearest_name.hpp"

namespace bevlogen {
namespace {

constexpr double kBetweenLooks = 0.4;  // seconds between two looks at everybody
constexpr double kLead = 0.25;         // seconds that the target may be ahead of what is shown
constexpr std::uint64_t kTaken = 2;    // snapshots after which an act is to be seen: one may have been in the making

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

std::filesystem::path free_name(const std::filesystem::path& folder, const std::string& stem) {
    std::error_code none;
    for (int number = 1;; ++number) {
        const std::string name = number == 1 ? stem : fmt::format("{}-{}", stem, number);
        if (!std::filesystem::exists(folder / (name + ".toml"), none) && !std::filesystem::exists(folder / (name + ".h5"), none))
            return name;
    }
}

}  // namespace

LiveSource::LiveSource(const Model& model, SessionPolicy policy, const std::filesystem::path& library, Start start)
    : model_(model),
      base_(policy.base()),
      base_name_(policy.base_name()),
      measures_(catalogue_measures(library, model.vocabulary())),
      start_(std::move(start)),
      running_(model, std::move(policy), start_.threads, {}) {
    for (const std::string& measure : start_.measures) running_.post(SwitchOn{entry_named(measures_, measure), {}});
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
    lead(*now, view, seconds);
    return now;
}

void LiveSource::lead(const Snapshot& now, const ViewState& view, double seconds) {
    const auto week = static_cast<double>(now.now().week.value);
    if (now.number < leads_from_) return;
    if (leads_from_ > 0) target_ = week;
    leads_from_ = 0;
    if (!view.is_playing) {
        if (target_ > week) return;  // a step is on its way
        running_.pause();
        return;
    }
    const double most = week + std::max(view.weeks_per_second * kLead, 2.0 * kWeeksPerEpoch);
    target_ = std::min(std::max(target_, week) + seconds * view.weeks_per_second, most);
    running_.go_to(Week{static_cast<int>(target_) / kWeeksPerEpoch * kWeeksPerEpoch});
}

void LiveSource::carry_out(const ViewCommand& command) {
    const auto now = running_.newest();
    if (const auto* act = std::get_if<SessionAct>(&command)) {
        const bool takes_up_another =
            std::holds_alternative<Branch>(*act) || std::holds_alternative<Choose>(*act) || std::holds_alternative<Restart>(*act);
        if (takes_up_another && now) {
            running_.pause();
            leads_from_ = now->number + kTaken;
        }
        running_.post(*act);
    } else if (std::holds_alternative<StepOnce>(command) && now) {
        target_ = std::floor(static_cast<double>(now->now().week.value) / kWeeksPerEpoch + 1.0) * kWeeksPerEpoch;
        running_.go_to(Week{static_cast<int>(target_)});
    } else if (std::holds_alternative<SaveSession>(command)) {
        const std::string name = free_name(start_.folder, "session-" + base_name_).string();
        running_.save({start_.folder, name, {"A session of " + base_.title.en, "Een sessie van " + base_.title.nl}, start_.provenance});
    }
}

}  // namespace bevlogen
