// Hospitals whose doctors of all ranks join peer groups: teams of 12, everybody at work, programmes that reach them.
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "models/interventions/peer_group_sessions.hpp"
#include "models/interventions/peer_groups.hpp"
#include "sim/population/population.hpp"
#include "tests/unit/models/coaching_world.hpp"

namespace bevlogen::testing {

using interventions::Facilitator;
using interventions::Membership;
using interventions::PeerGroupMode;
using interventions::PeerGroupParameters;
using interventions::PeerGroups;
using workforce::PeerGroupStage;

// The shipped numbers of peer groups.
inline PeerGroupParameters peer_group_parameters() {
    auto group = interventions::declare_peer_group_parameters();
    Vocabulary vocabulary;
    vocabulary.model = "workforce";
    group.declare(vocabulary.parameters);
    const std::string text =
        "title = \"test\"\nquestion = \"test\"\nmodel = \"workforce\"\nparameter_files = [\"parameters/peer_groups.toml\"]\n[run]\nseed = "
        "1\n";
    return group.read(read_text(vocabulary, text, {}).parameters.values);
}

// Without chance of missing a session or stopping.
inline PeerGroupParameters steady_peer_groups() {
    PeerGroupParameters p = peer_group_parameters();
    p.lost = p.lost_on_load = p.drop_out = 0.0f;
    return p;
}

inline LeverSetting peer_group_setting(const std::map<std::string, double>& written) {
    LeverSetting setting;
    std::size_t found = 0;
    for (const LeverKey& key : interventions::peer_group_lever().keys) {
        const auto it = written.find(key.name);
        setting.values.push_back(it == written.end() ? key.fallback : it->second);
        found += it == written.end() ? 0 : 1;
    }
    expect(found == written.size(), "every key that a test writes is one of the lever");
    return setting;
}

struct PeerGroupFields : workforce::WorkforceFields {
    Ledger<Membership> ledger = ledgers.add<Membership>("memberships");
};

class PeerGroupWorld {
  public:
    static constexpr std::uint32_t kTeamSize = 12;
    struct Programme {
        LeverSetting setting;
        std::string name = "programme";
        std::function<bool(const PeerGroupWorld&, const Block&, std::size_t)> reaches = [](const auto&, const Block&, std::size_t) {
            return true;
        };
        float dose = 1.0f;
        Week end{1 << 20};
    };

    // `asking` 60: whoever may join of the own will does so at once.
    explicit PeerGroupWorld(PeerGroupParameters parameters = steady_peer_groups(), std::uint32_t hospitals = 2, std::uint32_t teams = 3,
                            std::size_t block_posts = kDefaultBlockPosts, double scale = 1.0, float asking = 60.0f)
        : population(fields, plans(hospitals, teams), block_posts),
          groups(parameters, asks_at(asking), {&fields, fields.ledger, 0, 0.25f, scale}) {
        for (Block& block : population.blocks()) {
            for (std::size_t t = 0; t < block.teams(); ++t) fill_team(block, t);
        }
    }
    PeerGroupWorld(const PeerGroupWorld&) = delete;
    PeerGroupWorld& operator=(const PeerGroupWorld&) = delete;

    Block& block() { return population.blocks()[0]; }
    std::span<const Membership> rows() { return std::as_const(block()).rows(fields.ledger); }
    const Membership* row(std::size_t i) {
        const Membership* newest = nullptr;
        for (const Membership& each : rows()) newest = each.post == i ? &each : newest;
        return newest;
    }
    PeerGroupStage stage(std::size_t i) { return static_cast<PeerGroupStage>(block().person(fields.peer_group_stage)[i]); }
    void set_phases(std::uint8_t phase) {
        for (Block& b : population.blocks()) std::ranges::fill(b.person(fields.phase), phase);
    }

    // Fills working memory as set_targets leaves it: safety of the world, plus what was gained.
    void prepare(const Block& b) {
        scratch.prepare(b, workforce::columns::kScratchColumns, 0);
        for (std::size_t k = 0; k < workforce::columns::kScratchColumns; ++k) std::fill_n(scratch.column(k), b.padded_posts(), 0.0f);
        std::fill_n(scratch.column(workforce::columns::kSafetyShift), b.padded_posts(), safety);
        groups.add_safety(b, scratch);
    }
    void pass_week() {
        for (Block& b : population.blocks()) {
            prepare(b);
            zeros_.assign(b.padded_posts(), 0.0f);
            groups.step(b, {week, chance, interventions_now(b)}, {zeros_.data(), zeros_.data(), zeros_.data()}, scratch);
        }
        if ((week + Week{1}).is_clearing()) groups.clear_nation(population.blocks(), {week, chance, interventions_now(block())});
        week = week + Week{1};
    }
    void pass_weeks(int n) {
        for (int k = 0; k < n; ++k) pass_week();
    }

    // The members of each group that has one, by programme, group and beginning.
    std::map<std::tuple<int, std::uint64_t, int>, std::vector<PersonId>> members() {
        std::map<std::tuple<int, std::uint64_t, int>, std::vector<PersonId>> all;
        for (Block& b : population.blocks()) {
            for (const Membership& row : std::as_const(b).rows(fields.ledger)) {
                if (row.stage != PeerGroupStage::busy) continue;
                all[{row.programme, std::uint64_t{row.group_high} << 32 | row.group_low, row.begins}].push_back(
                    b.person_at(row.post, fields.engine));
            }
        }
        return all;
    }

    PeerGroupFields fields;
    Population population;
    PeerGroups groups;
    std::vector<Programme> programmes;
    Scratch scratch;
    Chance chance{7, 1};
    Week week{0};
    float safety = 0.0f;

  private:
    static interventions::EnrolmentParameters asks_at(float base) {
        interventions::EnrolmentParameters p = coaching_parameters().enrolment;
        p.base = base;
        return p;
    }
    static std::vector<TeamPlan> plans(std::uint32_t hospitals, std::uint32_t teams) {
        std::vector<TeamPlan> all;
        for (std::uint32_t h = 0; h < hospitals; ++h) {
            for (std::uint32_t t = 0; t < teams; ++t)
                all.push_back({TeamId::of(h, t), static_cast<std::uint8_t>(h % 2), std::vector<std::uint8_t>(kTeamSize)});
        }
        return all;
    }
    std::span<const InterventionNow> interventions_now(const Block& b) {
        reach_.assign(programmes.size(), std::vector<float>(b.padded_posts()));
        now_.clear();
        for (std::size_t k = 0; k < programmes.size(); ++k) {
            const Programme& programme = programmes[k];
            for (std::size_t i = 0; i < b.posts(); ++i) {
                reach_[k][i] = b.person(fields.engine.filled)[i] != 0 && programme.reaches(*this, b, i) ? 1.0f : 0.0f;
            }
            now_.push_back({{&programme.setting, 1},
                            week < programme.end ? programme.dose : 0.0f,
                            reach_[k].data(),
                            purpose_of_intervention(programme.name),
                            week});
        }
        return now_;
    }
    void fill_team(Block& b, std::size_t t) {
        for (std::uint32_t i = b.team_begin()[t]; i < b.team_begin()[t + 1]; ++i) {
            const std::uint32_t slot = i - b.team_begin()[t];
            const PersonId who = PersonId::of(b.team_ids()[t], slot, 0);
            b.person(fields.engine.id_low)[i] = who.low();
            b.person(fields.engine.id_high)[i] = who.high();
            b.person(fields.engine.filled)[i] = 1;
            b.person(fields.phase)[i] = static_cast<std::uint8_t>(slot * workforce::kPhases / kTeamSize);
        }
    }

    std::vector<InterventionNow> now_;
    std::vector<std::vector<float>> reach_;
    std::vector<float> zeros_;
};

}  // namespace bevlogen::testing
