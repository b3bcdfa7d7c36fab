// A population to coach: teams of doctors in all phases, some on leave, some posts vacant, and programmes that reach them.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <vector>

#include "models/interventions/coaching.hpp"
#include "models/interventions/coaching_trajectory.hpp"
#include "sim/population/population.hpp"
#include "sim/random/distributions.hpp"
#include "tests/unit/models/workforce_setup.hpp"

namespace bevlogen::testing {

using interventions::Coaching;
using interventions::CoachingParameters;
using interventions::CoachingSettings;
using interventions::Trajectory;
using workforce::CoachingStage;
using workforce::Leave;

// The shipped numbers of coaching.
inline CoachingParameters coaching_parameters() {
    auto group = interventions::declare_coaching_parameters();
    Vocabulary vocabulary;
    vocabulary.model = "workforce";
    group.declare(vocabulary.parameters);
    const std::string text =
        "title = \"test\"\nquestion = \"test\"\nmodel = \"workforce\"\nparameter_files = [\"parameters/coaching.toml\"]\n[run]\nseed = 1\n";
    return group.read(read_text(vocabulary, text, {}).parameters.values);
}

// What a scenario that writes these keys would hold; by phase where a key has several values.
inline LeverSetting coaching_setting(const std::map<std::string, std::vector<double>>& written) {
    LeverSetting setting;
    std::size_t found = 0;
    for (const LeverKey& key : interventions::coaching_lever().keys) {
        const std::size_t slots = key.axis ? workforce::kPhases : 1;
        const auto it = written.find(key.name);
        for (std::size_t k = 0; k < slots; ++k) {
            setting.values.push_back(it == written.end() ? key.fallback : it->second[it->second.size() == 1 ? 0 : k]);
        }
        found += it == written.end() ? 0 : 1;
    }
    expect(found == written.size(), "every key that a test writes is one of the lever");
    return setting;
}

struct CoachingFields : workforce::WorkforceFields {
    Ledger<Trajectory> ledger = ledgers.add<Trajectory>("trajectories");
};

// Parameters under which who is asked asks at once, and whose trajectories run without chance of loss, refusal, stopping or evaluation.
inline CoachingParameters certain_parameters() {
    CoachingParameters p = coaching_parameters();
    p.enrolment.base = 60.0f;
    p.session.lost = p.session.lost_on_load = p.session.drop_out = 0.0f;
    p.match.rematch_below = p.match.ends_below = 0.0f;
    p.enrolment.refusal = p.enrolment.refusal_on_support = p.enrolment.refusal_on_load = 0.0f;
    p.session.evaluated_share = 0.0f;
    return p;
}

class CoachingWorld {
  public:
    struct Programme {
        std::string name = "programme";
        LeverSetting setting;
        Week start{0};
        Week end{1 << 20};
        std::function<bool(PersonId)> reaches = [](PersonId) { return true; };
        float dose = 1.0f;  // while it lasts

        Purpose purpose() const { return purpose_of_intervention(name); }
    };

    explicit CoachingWorld(CoachingParameters parameters, std::size_t teams = 4, std::size_t team_size = 24,
                           std::size_t block_posts = kDefaultBlockPosts, double scale = 1.0)
        : p(parameters),
          population(fields, plans(teams, team_size), block_posts),
          coaching(p, {&fields, fields.ledger, 0, {0.0f, 0.1f, -0.2f, 0.3f, 0.4f, 0.5f}, scale}) {
        for (Block& block : population.blocks()) {
            for (std::size_t t = 0; t < block.teams(); ++t) fill_team(block, t);
        }
    }
    CoachingWorld(const CoachingWorld&) = delete;
    CoachingWorld& operator=(const CoachingWorld&) = delete;

    static std::vector<TeamPlan> plans(std::size_t teams, std::size_t team_size) {
        std::vector<TeamPlan> all;
        for (std::uint32_t t = 0; t < teams; ++t) {
            std::vector<std::uint8_t> kinds(team_size);
            for (std::size_t slot = 0; slot < team_size; ++slot)
                kinds[slot] = static_cast<std::uint8_t>(slot * workforce::kPostKinds / team_size);
            all.push_back({TeamId::of(t, 0), static_cast<std::uint8_t>(t % 2), kinds});
        }
        return all;
    }

    Block& block() { return population.blocks()[0]; }
    PersonId person(const Block& b, std::size_t i) const { return b.person_at(i, fields.engine); }
    CoachingStage stage(std::size_t i) { return static_cast<CoachingStage>(block().person(fields.coaching_stage)[i]); }
    std::span<const Trajectory> rows() { return std::as_const(block()).rows(fields.ledger); }
    // The newest row of a post of the first block; null where there is none.
    const Trajectory* row(std::size_t i) {
        const Trajectory* newest = nullptr;
        for (const Trajectory& each : rows()) newest = each.post == i ? &each : newest;
        return newest;
    }
    // Everybody at work, posts filled.
    void everybody_at_work() {
        for (Block& b : population.blocks()) {
            std::ranges::fill(b.person(fields.engine.filled), std::uint8_t{1});
            std::ranges::fill(b.person(fields.leave_kind), std::uint8_t{0});
        }
    }
    // Scores of a person: the same in every week, or set by a test.
    float z_exhaustion(PersonId who) const { return set_exhaustion ? *set_exhaustion : score(who, 0); }
    float z_burnout(PersonId who) const { return score(who, 1); }

    // What a block is told of the programmes this week. `reach` is kept in the world.
    std::vector<InterventionNow> interventions_now(const Block& b) {
        std::vector<InterventionNow> all;
        reach_.assign(programmes.size(), std::vector<float>(b.padded_posts()));
        for (std::size_t k = 0; k < programmes.size(); ++k) {
            const Programme& programme = programmes[k];
            for (std::size_t i = 0; i < b.posts(); ++i) {
                reach_[k][i] = b.person(fields.engine.filled)[i] != 0 && programme.reaches(person(b, i)) ? 1.0f : 0.0f;
            }
            const bool is_on = week >= programme.start && week < programme.end;
            all.push_back(
                {{&programme.setting, 1}, is_on ? programme.dose : 0.0f, reach_[k].data(), programme.purpose(), week - programme.start});
        }
        return all;
    }

    // One week of all blocks, with a clearing after every fourth.
    void pass_week() {
        for (Block& b : population.blocks()) {
            prepare(b);
            const auto interventions = interventions_now(b);
            coaching.step(b, {week, chance, interventions}, strain(b), scratch);
        }
        const auto interventions = interventions_now(population.blocks()[0]);
        if ((week + Week{1}).is_clearing()) coaching.clear_nation(population.blocks(), {week, chance, interventions});
        week = week + Week{1};
    }
    void pass_weeks(int n) {
        for (int k = 0; k < n; ++k) pass_week();
    }

    void prepare(const Block& b) {
        scratch.prepare(b, workforce::columns::kScratchColumns, workforce::columns::kScratchTeamColumns);
        for (std::size_t k = 0; k < workforce::columns::kScratchColumns; ++k) std::fill_n(scratch.column(k), b.padded_posts(), 0.0f);
        std::fill_n(scratch.column(workforce::columns::kVisibility), b.padded_posts(), visibility);
        std::fill_n(scratch.column(workforce::columns::kStigmaShift), b.padded_posts(), stigma_shift);
    }
    workforce::StrainNow strain(const Block& b) {
        for (auto& column : strain_) column.assign(b.padded_posts(), 0.0f);
        for (std::size_t i = 0; i < b.posts(); ++i) {
            strain_[0][i] = z_exhaustion(person(b, i));
            strain_[1][i] = z_burnout(person(b, i));
        }
        return {strain_[0].data(), strain_[1].data(), strain_[2].data()};
    }

    CoachingFields fields;
    CoachingParameters p;
    Population population;
    Coaching coaching;
    std::vector<Programme> programmes;
    Scratch scratch;
    Chance chance{7, 1};
    Week week{0};
    float visibility = 0.0f, stigma_shift = 0.0f;
    std::optional<float> set_exhaustion;

  private:
    static float normal(std::uint64_t who, int which) {
        Stream stream(Chance{3, 1}, who, Week{which}, Purpose{0x7003});
        return static_cast<float>(draw_normal(stream, 0.0, 1.0));
    }
    static float score(PersonId who, int which) { return normal(who.value, which); }

    void fill_team(Block& b, std::size_t t) {
        using workforce::Demand;
        using workforce::Resource;
        const std::uint32_t team = b.team_ids()[t].hospital();  // the same in whatever block
        b.team(fields.team_effect[factor_of(Resource::autonomy)])[t] = normal(team, 10);
        b.team(fields.log_load)[t] = 0.2f * normal(team, 11);
        for (std::uint32_t i = b.team_begin()[t]; i < b.team_begin()[t + 1]; ++i) {
            const std::uint32_t slot = i - b.team_begin()[t];
            const PersonId who = PersonId::of(b.team_ids()[t], slot, 0);
            b.person(fields.engine.id_low)[i] = who.low();
            b.person(fields.engine.id_high)[i] = who.high();
            b.person(fields.engine.filled)[i] = slot % 9 == 4 ? 0 : 1;
            b.person(fields.leave_kind)[i] = static_cast<std::uint8_t>(slot % 8 == 5 ? (slot / 8 + team) % workforce::kLeaves : 0);
            b.person(fields.phase)[i] = static_cast<std::uint8_t>((slot + team) % workforce::kPhases);
            b.person(fields.sex)[i] = static_cast<std::uint8_t>(slot / 2 % 2);
            b.person(fields.motivation)[i] = normal(who.value, 2);
            b.person(fields.factor[factor_of(Demand::workload)])[i] = normal(who.value, 3);
            b.person(fields.factor[factor_of(Resource::supervisor_support)])[i] = normal(who.value, 4);
        }
    }

    std::vector<std::vector<float>> reach_;
    std::array<std::vector<float>, 3> strain_;
};

}  // namespace bevlogen::testing
