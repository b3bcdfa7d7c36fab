// One person's life in the chosen line and in the base, from the first recorded week to where the lines are, run again beside them.
#pragma once

#include <cstddef>
#include <memory>

#include "sim/live/session.hpp"
#include "sim/live/snapshot.hpp"

namespace bevlogen {

class FollowedPerson {
  public:
    // Takes up both lines at week 0; nothing is stepped yet. A person who is never there has a life without values. The session's model and
    // threads must outlive it.
    FollowedPerson(const Session& session, PersonId person);

    PersonId person() const { return person_; }
    // Whether the line that is followed is still the chosen one, and of the same start. Relied on: lines keep their places until a restart,
    // and the base has one and the same policy until a restart, which gives it another.
    bool is_of(const Session& session) const;
    bool is_behind(const Session& session) const;

    // An epoch of each of the two that is behind its line; whether there was one. Only where is_of(session). Throws NonFiniteState.
    bool catch_up(const Session& session);

    // Never changed afterwards; the same until there is more.
    std::shared_ptr<const TwoLives> now() const { return now_; }

  private:
    struct Replay {
        std::unique_ptr<LiveRun> run;
        std::shared_ptr<const SessionPolicy> policy;  // that it runs under
    };
    static Replay take_up(const Session& session, std::size_t line);
    static bool is_behind(const Replay& replay, const SessionLine& line);
    bool step(Replay& replay, const SessionLine& line, LifeNow& life) const;

    PersonId person_;
    std::size_t line_;
    Replay with_, without_;
    TwoLives lives_;
    std::shared_ptr<const TwoLives> now_;
};

}  // namespace bevlogen
