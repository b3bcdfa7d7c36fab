// The session's own thread: it runs to a target week, takes acts at clearings, and leaves the newest snapshot. A window never waits for it.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "sim/live/saved_session.hpp"
#include "sim/live/session.hpp"
#include "sim/live/snapshot.hpp"
#include "sim/live/snapshot_maker.hpp"

namespace bevlogen {

class FollowedPerson;

// Told to who watches.
struct Notice {
    bool is_refusal = false;  // of an act, or what could not be saved
    std::string text;         // of a refusal; else the file that was written
};

class Running {
  public:
    // Starts at once, with the burn-in. The model must outlive it. All functions may be called from any thread and return at once.
    Running(const Model& model, SessionPolicy policy, unsigned threads, SnapshotWants wants);
    // Ends after the epoch in hand.
    ~Running();
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    // Null until the burn-in is over.
    std::shared_ptr<const Snapshot> newest() const;
    // The chosen line runs until so many recorded weeks have passed; where it is there already it stands.
    void go_to(Week target);
    // It stands after the epoch in hand.
    void pause();
    // Taken at the next clearing, in order.
    void post(SessionAct act);
    // From the next snapshot on.
    void want(SnapshotWants wants);
    // A snapshot costs its time: with none asked for since the last, none is made. Playing windows ask for curves with each frame, for
    // everybody a few times a second.
    void ask(Look look = Look::curves);
    // Whose two lives are looked up, from the start on; nobody's, where nobody is named.
    void follow(std::optional<PersonId> person);
    // At the next clearing; what becomes of it is told.
    void save(SavePlace place);

    // What has become of acts that could not be done and of what was to be saved, in words, since the last call.
    std::vector<Notice> take_notices();
    // Why it has ended before its time; empty while it runs.
    std::string failure() const;

  private:
    void run(const Model& model, SessionPolicy policy, unsigned threads);
    // Whether there is something to do; waits where there is not. Nothing when it is to end.
    struct Work {
        std::vector<SessionAct> acts;
        std::vector<SavePlace> saves;
        SnapshotWants wants;
        std::optional<PersonId> person;
        bool goes_on = false;  // by an epoch
        std::optional<Look> look;
    };
    std::optional<Work> next_work(const Session& session, bool follows_on);
    void do_work(Session& session, SnapshotMaker& maker, std::unique_ptr<FollowedPerson>& followed, Work& work);

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    // Guarded by the mutex:
    std::shared_ptr<const Snapshot> newest_;
    std::vector<SessionAct> acts_;
    std::vector<SavePlace> saves_;
    std::vector<Notice> notices_;
    std::optional<PersonId> person_;
    std::string failure_;
    SnapshotWants wants_;
    Week target_{0};
    std::optional<Look> asked_ = Look::everybody;
    bool is_ending_ = false;

    std::size_t acts_taken_ = 0;  // of the session's thread alone
    std::thread thread_;          // last: it uses all of the above
};

}  // namespace bevlogen
