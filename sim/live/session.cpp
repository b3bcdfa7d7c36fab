// Keeps the lines, and a state of each every half year.
#include "sim/live/session.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

constexpr int kWeeksBetweenKept = kWeeksPerYear / 2;

template <class... Acts>
struct Overloaded : Acts... {
    using Acts::operator()...;
};
template <class... Acts>
Overloaded(Acts...) -> Overloaded<Acts...>;  // which clang does not find by itself before 17

const SwitchedMeasure& measure_on(const SessionPolicy& policy, const std::string& entry, Week week) {
    const SwitchedMeasure* measure = policy.on(entry, week);
    if (!measure) throw InputError({entry, 0, 0}, fmt::format("is not on in week {}", week.value));
    return *measure;
}

}  // namespace

Session::Session(const Model& model, SessionPolicy policy, Parallel& parallel)
    : model_(model), parallel_(parallel), first_(std::move(policy)) {
    start();
}

Chance Session::chance() const {
    const Scenario& base = first_.base();
    return {base.seed, static_cast<std::uint32_t>(base.first_replicate)};
}

void Session::start() {
    std::deque<SessionLine> lines;
    auto base = std::make_unique<LiveRun>(model_, first_.scenario(), chance(), parallel_);
    auto first = std::make_unique<LiveRun>(model_, first_.scenario(), chance(), parallel_, LiveRun::Burn::restored);
    first->restore(base->checkpoint());
    lines.push_back({"", std::make_shared<const SessionPolicy>(first_), std::move(base)});
    lines.push_back({"1", lines.front().policy, std::move(first)});
    for (SessionLine& line : lines) keep(line);
    lines_ = std::move(lines);
    chosen_ = 1;
}

void Session::keep(SessionLine& line) {
    const Week week = line.run->week();
    const bool is_due = line.kept.empty() || week.value / kWeeksBetweenKept > line.kept.back().week.value / kWeeksBetweenKept;
    if (is_due) line.kept.push_back({week, line.run->checkpoint()});
}

void Session::advance() {
    SessionLine& line = lines_[chosen_];
    line.run->advance();
    keep(line);
    SessionLine& base = lines_[kBase];
    while (base.run->week() < line.run->week()) {
        base.run->advance();
        keep(base);
    }
}

// The line goes on under another policy, which up to now is the same.
void Session::follow(SessionLine& line, SessionPolicy policy) {
    line.run->continue_as(policy.scenario());
    line.policy = std::make_shared<const SessionPolicy>(std::move(policy));
}

void Session::act(const SessionAct& act) {
    SessionLine& line = lines_[chosen_];
    const Week week = line.run->week();
    if (line.run->is_finished() && (std::holds_alternative<SwitchOn>(act) || std::holds_alternative<TurnKnob>(act)))
        throw InputError({"session", 0, 0}, "has come to its end; branch from an earlier week, or restart");
    std::visit(Overloaded{[&](const SwitchOn& on) {
                              if (line.policy->on(on.entry, week)) throw InputError({on.entry, 0, 0}, "is on already");
                              SessionPolicy next = *line.policy;
                              next.switch_on(on.entry, week, on.knobs);
                              follow(line, std::move(next));
                          },
                          [&](const SwitchOff& off) {
                              SessionPolicy next = *line.policy;
                              next.switch_off(measure_on(*line.policy, off.entry, week).name, week);
                              follow(line, std::move(next));
                          },
                          [&](const TurnKnob& turn) {
                              SessionPolicy next = *line.policy;
                              next.turn(measure_on(*line.policy, turn.entry, week).name, turn.knob, week);
                              follow(line, std::move(next));
                          },
                          [&](const Branch& at) { branch(at); },
                          [&](const Choose& choose) {
                              if (choose.line == kBase || choose.line >= lines_.size())
                                  throw InputError({"session", 0, 0}, fmt::format("has no line {}", choose.line));
                              chosen_ = choose.line;
                          },
                          [&](const Restart&) { start(); }},
               act);
}

// A name that no line has yet: "lighter", "lighter 2".
std::string Session::free_name(const std::string& wanted) const {
    const auto is_taken = [&](const std::string& name) {
        return std::any_of(lines_.begin(), lines_.end(), [&](const SessionLine& line) { return line.name == name; });
    };
    if (!is_taken(wanted)) return wanted;
    for (int number = 2;; ++number) {
        if (std::string name = fmt::format("{} {}", wanted, number); !is_taken(name)) return name;
    }
}

std::unique_ptr<LiveRun> Session::again(std::size_t i, Week week) const {
    const SessionLine& line = lines_[i];
    expect(Week{0} <= week && week <= line.run->week(), "what lies behind can be run again");
    auto run = std::make_unique<LiveRun>(model_, line.policy->scenario(), chance(), parallel_, LiveRun::Burn::restored);
    const auto after = std::find_if(line.kept.begin(), line.kept.end(), [&](const SessionLine::Kept& kept) { return week < kept.week; });
    run->restore((after - 1)->bytes);
    while (run->week() < week) run->advance();
    return run;
}

void Session::branch(const Branch& at) {
    const SessionLine& from = lines_[chosen_];
    if (at.at < Week{0} || from.run->week() < at.at || at.at.value % kWeeksPerEpoch != 0)
        throw InputError({"session", 0, 0}, fmt::format("has no clearing at week {} that lies behind", at.at.value));
    std::unique_ptr<LiveRun> run = again(chosen_, at.at);
    SessionLine line{free_name(at.name), nullptr, std::move(run), at.at, chosen_, {}};
    std::copy_if(from.kept.begin(), from.kept.end(), std::back_inserter(line.kept),
                 [&](const SessionLine::Kept& kept) { return kept.week <= at.at; });
    follow(line, from.policy->until(at.at));
    lines_.push_back(std::move(line));
    chosen_ = lines_.size() - 1;
}

}  // namespace bevlogen
