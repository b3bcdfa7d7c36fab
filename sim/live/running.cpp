// One thread, one lock: what is posted is taken as a whole at a clearing.
#include "sim/live/running.hpp"

#include <utility>

#include "sim/core/diagnostic.hpp"
#include "sim/live/snapshot_maker.hpp"

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
        wants_ = std::move(wants);
        is_asked_ = true;
    }
    changed_.notify_one();
}

void Running::ask() {
    {
        const std::lock_guard lock(mutex_);
        is_asked_ = true;
    }
    changed_.notify_one();
}

std::vector<std::string> Running::take_refusals() {
    const std::lock_guard lock(mutex_);
    return std::exchange(refusals_, {});
}

std::string Running::failure() const {
    const std::lock_guard lock(mutex_);
    return failure_;
}

std::optional<Running::Work> Running::next_work(const Session& session) {
    std::unique_lock lock(mutex_);
    const auto goes_on = [&] { return !session.is_finished() && session.week() < target_; };
    changed_.wait(lock, [&] { return is_ending_ || !acts_.empty() || is_asked_ || goes_on(); });
    if (is_ending_) return std::nullopt;
    Work work{std::exchange(acts_, {}), wants_, goes_on(), std::exchange(is_asked_, false)};
    if (!work.acts.empty()) work.wants_snapshot = true;
    return work;
}

void Running::do_work(Session& session, SnapshotMaker& maker, Work& work) {
    std::vector<std::string> refusals;
    for (const SessionAct& act : work.acts) {
        try {
            session.act(act);
        } catch (const InputError& error) {
            refusals.push_back(error.diagnostics().report());
        }
    }
    if (work.goes_on && !session.is_finished()) session.advance();
    auto snapshot = work.wants_snapshot ? maker.make(session, work.wants) : nullptr;
    const std::lock_guard lock(mutex_);
    if (snapshot) newest_ = std::move(snapshot);
    refusals_.insert(refusals_.end(), std::make_move_iterator(refusals.begin()), std::make_move_iterator(refusals.end()));
}

void Running::run(const Model& model, SessionPolicy policy, unsigned threads) {
    try {
        Parallel parallel(threads);
        SnapshotMaker maker;
        Session session(model, std::move(policy), parallel);
        while (auto work = next_work(session)) do_work(session, maker, *work);
    } catch (const std::exception& error) {
        const std::lock_guard lock(mutex_);
        failure_ = error.what();
    }
}

}  // namespace bevlogen
