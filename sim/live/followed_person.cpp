// Steps a replay of each line with an observer that looks for the person, and notes what is traced.
#include "sim/live/followed_person.hpp"

#include <limits>
#include <optional>
#include <span>
#include <utility>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

std::optional<std::size_t> post_of(PersonId person, const Block& block, const EngineFields& engine) {
    const auto low = block.person(engine.id_low), high = block.person(engine.id_high);
    const auto filled = block.person(engine.filled);
    for (std::size_t post = 0; post < block.posts(); ++post) {
        if (low[post] == person.low() && high[post] == person.high() && filled[post] != 0) return post;
    }
    return std::nullopt;
}

// Watches an epoch. Posts open and close within one too, so it looks each week. At most one block has the person, and people move between
// blocks at clearings only: no two threads write one place.
class PersonTracer final : public Observer {
  public:
    // `values`: [week][trace] of the four weeks after `before`.
    PersonTracer(PersonId person, const Model& model, Week before, std::span<float> values)
        : person_(person), engine_(model.fields().engine), before_(before), traces_(model.traces().size()), values_(values) {}

    void observe_week(const BlockNow& now) override {
        if (traces_ == 0) return;
        const std::optional<std::size_t> post = post_of(person_, now.block, engine_);
        if (!post) return;
        const auto week = static_cast<std::size_t>((now.week - before_).value) - 1;
        now.dynamics.trace(now.block, *post, values_.subspan(week * traces_, traces_));
    }
    void observe_clearing(const BlockNow&) override {}
    void close_epoch(Week, std::span<const Block>) override {}

  private:
    PersonId person_;
    const EngineFields& engine_;
    Week before_;
    std::size_t traces_;
    std::span<float> values_;
};

}  // namespace

FollowedPerson::FollowedPerson(const Session& session, PersonId person)
    : person_(person),
      line_(session.chosen()),
      with_(take_up(session, line_)),
      without_(take_up(session, Session::kBase)),
      lives_{person, {line_, 0, {}}, {Session::kBase, 0, {}}},
      now_(std::make_shared<const TwoLives>(lives_)) {}

FollowedPerson::Replay FollowedPerson::take_up(const Session& session, std::size_t line) {
    return {session.again(line, Week{0}), session.line(line).policy};
}

// It holds the base's policy, so no other policy can come to lie at the same address.
bool FollowedPerson::is_of(const Session& session) const {
    return session.chosen() == line_ && session.line(Session::kBase).policy == without_.policy;
}

bool FollowedPerson::is_behind(const Replay& replay, const SessionLine& line) { return replay.run->week() < line.run->week(); }

bool FollowedPerson::is_behind(const Session& session) const {
    return is_of(session) && (is_behind(with_, session.line(line_)) || is_behind(without_, session.line(Session::kBase)));
}

bool FollowedPerson::catch_up(const Session& session) {
    expect(is_of(session), "a person is followed in the line that was chosen");
    const bool has_with = step(with_, session.line(line_), lives_.with);
    const bool has_without = step(without_, session.line(Session::kBase), lives_.without);
    if (has_with || has_without) now_ = std::make_shared<const TwoLives>(lives_);
    return has_with || has_without;
}

// Whatever was done to the line was done at or after the week at which the replay is, so up to here its policies are the same.
bool FollowedPerson::step(Replay& replay, const SessionLine& line, LifeNow& life) const {
    if (!is_behind(replay, line)) return false;
    if (replay.policy != line.policy) {
        replay.run->continue_as(line.policy->scenario());
        replay.policy = line.policy;
    }
    const Model& model = replay.run->model();
    const std::size_t known = life.values.size(), weeks = std::size_t{kWeeksPerEpoch};
    life.values.resize(known + weeks * model.traces().size(), kNaN);
    PersonTracer tracer(person_, model, replay.run->week(), std::span(life.values).subspan(known));
    replay.run->advance_watched(tracer);
    life.weeks += weeks;
    return true;
}

}  // namespace bevlogen
