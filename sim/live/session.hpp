// Several lines of one world under the same chance: the base as it would have been, and what a user makes of it, from here or from earlier
// on.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "sim/live/live_run.hpp"
#include "sim/live/session_policy.hpp"

namespace bevlogen {

// What a user does; it acts from the clearing at which it is taken. What has become impossible meanwhile is refused.
struct SwitchOn {
    std::string entry;  // "interventions/challenge-support.toml"
    std::vector<KnobValue> knobs{};
};
struct SwitchOff {
    std::string entry;
};
struct TurnKnob {
    std::string entry;
    KnobValue knob;
};
struct Branch {  // from the chosen line, at a clearing that lies behind; it becomes the chosen one, under a name that is free
    std::string name;
    Week at;
};
struct Choose {
    std::size_t line = 0;  // not the base
};
struct Restart {};  // all lines but a first one without measures are gone
using SessionAct = std::variant<SwitchOn, SwitchOff, TurnKnob, Branch, Choose, Restart>;

struct SessionLine {
    struct Kept {
        Week week;
        std::vector<std::byte> bytes;
    };
    std::string name;  // empty of the base
    std::shared_ptr<const SessionPolicy> policy;
    std::unique_ptr<LiveRun> run;
    Week parted{0};            // from the line that it was branched off
    std::size_t parent = 0;    // that line
    std::vector<Kept> kept{};  // about every half year, in order of week
};

class Session {
  public:
    static constexpr std::size_t kBase = 0;

    // Runs the burn-in, which both lines share. Model and threads must outlive it. Throws InputError, NonFiniteState.
    Session(const Model& model, SessionPolicy policy, Parallel& parallel);

    const Model& model() const { return model_; }
    std::size_t size() const { return lines_.size(); }
    const SessionLine& line(std::size_t i) const { return lines_[i]; }
    std::size_t chosen() const { return chosen_; }
    // Of the chosen line: recorded weeks that have passed.
    Week week() const { return lines_[chosen_].run->week(); }
    bool is_finished() const { return lines_[chosen_].run->is_finished(); }

    // An epoch of the chosen line; the base keeps up with the furthest.
    void advance();
    // Throws InputError where it cannot be; then nothing has changed.
    void act(const SessionAct& act);

    // A line at a clearing that lies behind, stepped from the state kept before it: a person's past, say. Nothing of the session moves.
    std::unique_ptr<LiveRun> again(std::size_t line, Week week) const;

  private:
    Chance chance() const;
    void start();
    void keep(SessionLine& line);
    void follow(SessionLine& line, SessionPolicy policy);
    void branch(const Branch& branch);
    std::string free_name(const std::string& wanted) const;

    const Model& model_;
    Parallel& parallel_;
    SessionPolicy first_;
    std::deque<SessionLine> lines_;
    std::size_t chosen_ = 1;
};

}  // namespace bevlogen
