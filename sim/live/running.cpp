// One thread, one lock: what is posted is taken as a whole at a clearing.
#include "sim/live/running.hpp"

#include <utility>

#include "sim/core/diagnostic.hpp"
#include "sim/live/followed_person.hpp"

namespace bevlogen {

Running::Running(const Model& model, SessionPolicy policy, unsigned threads, SnapshotWants wants) : wants_(std::move(wants)) {
    thread_ = std::thread([this, &model, policy = std::move(policy), threads]() mutable { run(model, std::move(policy), threads); });
}

Running::~Running() {
    {
        const std::lock_guard lock(mutex_);
        is_ending_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

std::shared_ptr<const Snapshot> Running::newest() const {
    const std::lock_guard lock(mutex_);
    return newest_;
}

void Running::go_to(Week target) {
    {
        const std::lock_guard lock(mutex_);
        target_ = target;
    }
    changed_.notify_one();
}

void Running::pause() { go_to(Week{0}); }

void Running::post(SessionAct act) {
    {
        const std::lock_guard lock(mutex_);
        acts_.push_back(std::move(act));
    }
    changed_.notify_one();
}

void Running::want(SnapshotWants wants) {
    {
        const std::lock_guard lock(mutex_);
        if (wants_ == wants) return;
        wants_ = std::move(wants);
        asked_ = Look::everybody;
    }
    changed_.notify_one();
}

void Running::ask(Look look) {
    {
        const std::lock_guard lock(mutex_);
        if (!asked_ || look == Look::everybody) asked_ = look;
    }
    changed_.notify_one();
}

void Running::follow(std::optional<PersonId> person) {
    {
        const std::lock_guard lock(mutex_);
        person_ = person;
        if (!asked_) asked_ = Look::curves;
    }
    changed_.notify_one();
}

void Running::save(SavePlace place) {
    {
        const std::lock_guard lock(mutex_);
        saves_.push_back(std::move(place));
    }
    changed_.notify_one();
}

std::vector<Notice> Running::take_notices() {
    const std::lock_guard lock(mutex_);
    return std::exchange(notices_, {});
}

std::string Running::failure() const {
    const std::lock_guard lock(mutex_);
    return failure_;
}

std::optional<Running::Work> Running::next_work(const Session& session, bool follows_on) {
    std::unique_lock lock(mutex_);
    const auto goes_on = [&] { return !session.is_finished() && session.week() < target_; };
    changed_.wait(lock, [&] { return is_ending_ || !acts_.empty() || !saves_.empty() || asked_ || goes_on() || follows_on; });
    if (is_ending_) return std::nullopt;
    Work work{std::exchange(acts_, {}), std::exchange(saves_, {}), wants_, person_, goes_on(), std::exchange(asked_, {})};
    if (!work.acts.empty()) work.look = Look::everybody;
    return work;
}

void Running::do_work(Session& session, SnapshotMaker& maker, std::unique_ptr<FollowedPerson>& followed, Work& work) {
    std::vector<Notice> notices;
    acts_taken_ += work.acts.size();
    for (const SessionAct& act : work.acts) {
        try {
            session.act(act);
        } catch (const InputError& error) {
            notices.push_back({true, error.diagnostics().report()});
        }
    }
    for (const SavePlace& place : work.saves) {
        try {
            for (const auto& file : save_session(session, place)) notices.push_back({false, file.string()});
        } catch (const InputError& error) {
            notices.push_back({true, error.diagnostics().report()});
        } catch (const std::exception& error) {
            notices.push_back({true, error.what()});
        }
    }
    if (work.goes_on && !session.is_finished()) session.advance();
    const bool is_other = followed && (!work.person || followed->person() != *work.person || !followed->is_of(session));
    if (is_other) followed.reset();
    if (work.person && !followed) followed = std::make_unique<FollowedPerson>(session, *work.person);
    if (followed) followed->catch_up(session);
    auto snapshot = work.look ? maker.make(session, work.wants, *work.look, followed ? followed->now() : nullptr, acts_taken_) : nullptr;
    const std::lock_guard lock(mutex_);
    if (snapshot) newest_ = std::move(snapshot);
    notices_.insert(notices_.end(), std::make_move_iterator(notices.begin()), std::make_move_iterator(notices.end()));
}

void Running::run(const Model& model, SessionPolicy policy, unsigned threads) {
    try {
        Parallel parallel(threads);
        SnapshotMaker maker;
        Session session(model, std::move(policy), parallel);
        std::unique_ptr<FollowedPerson> followed;
        while (auto work = next_work(session, followed && followed->is_behind(session))) do_work(session, maker, followed, *work);
    } catch (const InputError& error) {
        const std::lock_guard lock(mutex_);
        failure_ = error.diagnostics().report();
    } catch (const std::exception& error) {
        const std::lock_guard lock(mutex_);
        failure_ = error.what();
    }
}

}  // namespace bevlogen
