// Everything about each person on a post and each team, by identity: what two runs have in common whatever posts lie empty in one of them.
#pragma once

#include <cstring>
#include <map>

#include "tests/unit/engine/house_runs.hpp"

namespace bevlogen::testing {

struct Lives {
    std::map<std::uint64_t, std::vector<std::byte>> persons;  // all columns but those of the past week, and their rows of ledgers
    std::map<std::uint32_t, std::vector<std::byte>> teams;

    bool operator==(const Lives&) const = default;
};

inline void add_lives(const Fields& fields, const Block& block, Lives& lives) {
    const auto filled = block.person(fields.engine.filled);
    std::vector<std::vector<std::byte>*> life(block.posts(), nullptr);
    for (std::size_t i = 0; i < block.posts(); ++i) {
        if (filled[i] == 0) continue;
        life[i] = &lives.persons[block.person_at(i, fields.engine).value];
        expect(life[i]->empty(), "no identity twice");
    }
    for (std::size_t f = 0; f < fields.person.size(); ++f) {
        if (fields.person.decls()[f].lasts == Lasts::until_the_next_week) continue;
        const std::size_t size = size_of(fields.person.decls()[f].type);
        for (std::size_t i = 0; i < block.posts(); ++i) {
            const auto bytes = block.person_bytes(f).subspan(i * size, size);
            if (life[i]) life[i]->insert(life[i]->end(), bytes.begin(), bytes.end());
        }
    }
    for (std::size_t l = 0; l < fields.ledgers.size(); ++l) {
        const std::vector<std::byte>& rows = block.ledger_bytes(l);
        const std::size_t size = fields.ledgers.decls()[l].row_bytes;
        for (std::size_t at = 0; at < rows.size(); at += size) {
            std::uint32_t post = 0;
            std::memcpy(&post, rows.data() + at, sizeof post);
            expect(life[post] != nullptr, "a row of a ledger is a person's");
            life[post]->insert(life[post]->end(), rows.begin() + static_cast<std::ptrdiff_t>(at + sizeof post),
                               rows.begin() + static_cast<std::ptrdiff_t>(at + size));
        }
    }
    for (std::size_t t = 0; t < block.teams(); ++t) {
        std::vector<std::byte>& of_team = lives.teams[block.team_ids()[t].value];
        for (std::size_t f = 0; f < fields.team.size(); ++f) {
            const std::size_t size = size_of(fields.team.decls()[f].type);
            const auto bytes = block.team_bytes(f).subspan(t * size, size);
            of_team.insert(of_team.end(), bytes.begin(), bytes.end());
        }
    }
}

inline Lives lives_of(const Model& model, std::span<const Block> blocks) {
    Lives lives;
    for (const Block& block : blocks) add_lives(model.fields(), block, lives);
    return lives;
}

inline Lives lives_at_end(const Scenario& scenario, const Course& course = {}) {
    Parallel parallel(course.threads);
    const Model& model = model_of(scenario);
    Simulation simulation(model, scenario, {scenario.seed, static_cast<std::uint32_t>(scenario.first_replicate)}, parallel,
                          course.block_posts);
    simulation.advance(scenario.total_weeks());
    return lives_of(model, simulation.population().blocks());
}

// The lives of each recorded week, on one thread: [w] after w + 1 weeks, before the clearing that may follow.
class WeeklyLives final : public Observer {
  public:
    explicit WeeklyLives(const Model& model) : model_(model) {}
    void observe_week(const BlockNow& now) override {
        const auto week = static_cast<std::size_t>(now.week.value - 1);
        if (weeks_.size() <= week) weeks_.resize(week + 1);
        add_lives(model_.fields(), now.block, weeks_[week]);
    }
    void observe_clearing(const BlockNow&) override {}
    void close_epoch(Week, std::span<const Block>) override {}

    const std::vector<Lives>& weeks() const { return weeks_; }

  private:
    const Model& model_;
    std::vector<Lives> weeks_;
};

inline std::vector<Lives> lives_by_week(const Scenario& scenario) {
    Parallel one(1);
    const Model& model = model_of(scenario);
    Simulation simulation(model, scenario, {scenario.seed, 1}, one);
    WeeklyLives lives(model);
    simulation.advance(scenario.total_weeks(), &lives);
    return lives.weeks();
}

}  // namespace bevlogen::testing
