// A block of forty teams in all the states that capacity and load tell apart, with the numbers of work that ship with the baseline.
#pragma once

#include <vector>

#include "models/interventions/schedule.hpp"
#include "models/workforce/load.hpp"
#include "models/workforce/world.hpp"
#include "sim/random/distributions.hpp"
#include "tests/unit/models/workforce_setup.hpp"

namespace bevlogen::testing {

struct WorkSetup {
    workforce::WorkParameters work;
    interventions::ScheduleParameters schedule;

    // The values of parameters/work.toml, but everybody works the usual hours; `sets` as on the command line.
    static WorkSetup read(std::vector<std::string> sets = {}) {
        sets.insert(sets.begin(), "work.hours.spread=0");
        auto work = workforce::declare_work_parameters();
        auto schedule = interventions::declare_schedule_parameters();
        Vocabulary vocabulary;
        vocabulary.model = "workforce";
        work.declare(vocabulary.parameters);
        schedule.declare(vocabulary.parameters);
        const Scenario scenario = read_text(vocabulary,
                                            "title = \"test\"\nquestion = \"?\"\nmodel = \"workforce\"\n"
                                            "parameter_files = [\"parameters/work.toml\"]\n[time]\nyears = 1\nburn_in = 1\n"
                                            "[run]\nseed = 1\nreplicates = 1\n",
                                            sets);
        return {work.read(scenario.parameters.values), schedule.read(scenario.parameters.values)};
    }
};

struct WorkWorld {
    static constexpr std::array<float, workforce::kPhases> kMeanFte = {1.0f, 0.95f, 0.92f, 0.9f, 0.92f, 0.9f};
    static constexpr std::size_t kStudentsOnly = 5;  // a team without care of its own

    // Posts of the teams [first, last) of forty; `added` posts follow at the end of each team.
    static std::vector<TeamPlan> plans(std::size_t first, std::size_t last, std::size_t added) {
        std::vector<TeamPlan> all;
        for (std::size_t t = first; t < last; ++t) {
            TeamPlan plan{
                TeamId::of(static_cast<std::uint32_t>(t / 8), static_cast<std::uint32_t>(t % 8)), static_cast<std::uint8_t>(t % 2), {}};
            for (std::size_t i = 0; i < 6 + 7 * (t % 6); ++i) {
                plan.posts.push_back(t == kStudentsOnly ? 4 : static_cast<std::uint8_t>(i % workforce::kPostKinds));
            }
            for (std::size_t i = 0; i < added; ++i) {
                plan.posts.push_back(workforce::added_post(i % 2 == 0 ? workforce::PostKind::anios : workforce::PostKind::aios));
            }
            all.push_back(std::move(plan));
        }
        return all;
    }

    explicit WorkWorld(const std::vector<std::string>& sets = {}, std::size_t first = 0, std::size_t last = 40, std::size_t added = 0)
        : setup(WorkSetup::read(sets)),
          load(setup.work, kMeanFte, fields, Week::years(1)),
          block(fields, plans(first, last, added), first, 0) {
        for (std::size_t t = 0; t < block.teams(); ++t) {
            for (std::size_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) fill_post(t, i);
        }
        scratch.prepare(block, workforce::columns::kScratchColumns, workforce::columns::kScratchTeamColumns);
        z_exhaustion.resize(block.padded_posts()), z_burnout.resize(block.padded_posts()), z_engagement.resize(block.padded_posts());
        for (std::size_t i = 0; i < block.posts(); ++i) {
            Stream draws(chance, block.person_at(i, fields.engine).value, Week{0}, Purpose{0x7003});
            z_burnout[i] = between(draws, -3.0, 6.0), z_engagement[i] = between(draws, -5.0, 5.0);
        }
        load.populate(block, chance);
        workforce::set_conditions(setup.work, fields, block, scratch);
    }
    WorkWorld(const WorkWorld&) = delete;
    WorkWorld& operator=(const WorkWorld&) = delete;

    workforce::StrainNow strain() const { return {z_exhaustion.data(), z_burnout.data(), z_engagement.data()}; }
    float& condition(std::size_t column, std::size_t i) { return scratch.column(column)[i]; }
    void step(Week week) {
        load.set_hours(block, scratch);
        load.step(block, Now{week, chance, {}}, strain(), scratch);
    }
    void everybody_at_work() {
        for (std::size_t i = 0; i < block.posts(); ++i) {
            block.person(fields.engine.filled)[i] = 1;
            block.person(fields.leave_kind)[i] = 0;
            block.person(fields.is_replaced)[i] = 0;
            block.person(fields.factor[factor_of(workforce::Demand::evaluation_pressure)])[i] = 0.0f;
            block.person(fields.fte)[i] = kMeanFte[block.person(fields.phase)[i]];
            z_burnout[i] = z_engagement[i] = 0.0f;
        }
    }

    workforce::WorkforceFields fields;
    WorkSetup setup;
    workforce::Load load;
    Block block;
    Scratch scratch;
    Chance chance{7, 1};
    std::vector<float> z_exhaustion, z_burnout, z_engagement;

  private:
    static float between(Stream& stream, double low, double high) { return static_cast<float>(low + (high - low) * draw_uniform(stream)); }

    void fill_post(std::size_t t, std::size_t i) {
        using workforce::Phase;
        using workforce::PostKind;
        const std::size_t slot = i - block.team_begin()[t];
        const PersonId person = PersonId::of(block.team_ids()[t], static_cast<std::uint32_t>(slot), 0);
        Stream draws(chance, person.value, Week{0}, Purpose{0x7002});
        block.person(fields.engine.id_low)[i] = person.low();
        block.person(fields.engine.id_high)[i] = person.high();
        const std::uint8_t raw = block.post_kinds()[i];
        const PostKind kind = workforce::post_kind_of(raw);
        Phase phase = slot % 2 == 0 ? Phase::specialist_mid : Phase::specialist_late;
        if (kind == PostKind::specialist_temporary) phase = Phase::jonge_klare;
        if (kind == PostKind::aios) phase = Phase::aios;
        if (kind == PostKind::anios) phase = Phase::anios;
        if (kind == PostKind::coassistent) phase = Phase::coassistent;
        block.person(fields.phase)[i] = static_cast<std::uint8_t>(phase);
        block.person(fields.engine.filled)[i] = workforce::is_added(raw) || slot % 13 == 7 ? 0 : 1;
        // Every kind of leave, with and without somebody who stands in.
        const bool on_leave = slot % 5 == 3;
        block.person(fields.leave_kind)[i] =
            on_leave ? static_cast<std::uint8_t>(1 + (slot / 5 + block.first_team() + t) % (workforce::kLeaves - 1)) : 0;
        block.person(fields.is_replaced)[i] = on_leave && (slot / 5) % 2 == 0 ? 1 : 0;
        block.person(fields.fte)[i] = between(draws, 0.6, 1.0);
        block.person(fields.usual_hours_z)[i] = workforce::usual_hours_z(chance, person);
        block.person(fields.age_weeks)[i] = static_cast<std::uint16_t>(between(draws, 24.0 * 52, 68.0 * 52));
        block.person(fields.factor[factor_of(workforce::Demand::evaluation_pressure)])[i] = between(draws, -30.0, 30.0);
    }
};

// An intervention at full dose that everybody takes part in, for tests of levers.
struct Acting {
    explicit Acting(const Block& block, std::vector<LeverSetting> settings, float reached = 1.0f)
        : levers(std::move(settings)), reach(block.padded_posts(), reached) {}
    InterventionNow now(float dose = 1.0f, const char* name = "test") const {
        return {levers, dose, reach.data(), purpose_of_intervention(name), Week{0}};
    }
    std::vector<LeverSetting> levers;
    std::vector<float> reach;
};

// A setting of lever number 3 with the fallback of every key, and `values` of some: a key with an axis takes the value for all phases.
inline LeverSetting setting_of(const LeverDecl& lever, const std::vector<std::pair<std::string, double>>& values) {
    LeverSetting setting{3, {}};
    for (const LeverKey& key : lever.keys) {
        double value = key.fallback;
        for (const auto& [name, given] : values) value = name == key.name ? given : value;
        setting.values.insert(setting.values.end(), key.axis ? workforce::kPhases : 1, value);
    }
    return setting;
}

}  // namespace bevlogen::testing
