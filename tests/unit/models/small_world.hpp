// One block of six teams in all the states that the weekly step tells apart: phases, leave, vacancies, cohesion, missing resources.
#pragma once

#include <vector>

#include "models/wellbeing/jdr.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "sim/random/distributions.hpp"
#include "tests/unit/models/workforce_setup.hpp"

namespace bevlogen::testing {

struct SmallWorld {
    explicit SmallWorld(const std::vector<std::string>& sets = {})
        : parameters(WorkforceParameters::read(sets)), theory(parameters.factors, parameters.jdr, fields), block(fields, plans(), 0, 0) {
        for (std::size_t t = 0; t < block.teams(); ++t) fill_team(t);
        scratch.prepare(block, workforce::columns::kScratchColumns, 0);
    }
    SmallWorld(const SmallWorld&) = delete;
    SmallWorld& operator=(const SmallWorld&) = delete;

    enum Team : std::size_t { partly_cohesive, uncohesive, alone, alone_at_work, cohesive, nobody_at_work };
    static std::vector<std::size_t> sizes() { return {14, 8, 1, 3, 200, 2}; }  // 200 is more than a strip of the kernel

    static std::vector<TeamPlan> plans() {
        std::vector<TeamPlan> all;
        for (const std::size_t size : sizes()) {
            const auto number = static_cast<std::uint32_t>(all.size());
            all.push_back({TeamId::of(number / 3, number % 3), static_cast<std::uint8_t>(number % 2), std::vector<std::uint8_t>(size)});
        }
        return all;
    }

    std::size_t post(std::size_t team, std::size_t slot) const { return block.team_begin()[team] + slot; }
    bool is_present(std::size_t i) const { return block.person(fields.engine.filled)[i] != 0 && block.person(fields.leave_kind)[i] == 0; }

    void step(Week week, std::span<const InterventionNow> interventions = {}) {
        theory.set_targets(block, scratch);
        theory.step(block, Now{week, chance, interventions}, scratch);
    }

    workforce::WorkforceFields fields;
    WorkforceParameters parameters;
    wellbeing::Jdr theory;
    Block block;
    Scratch scratch;
    Chance chance{7, 1};

  private:
    void fill_team(std::size_t t) {
        using workforce::Resource;
        Stream team_draws(chance, t, Week{0}, Purpose{0x7001});
        for (const auto& effect : fields.team_effect) block.team(effect)[t] = between(team_draws, -0.8, 0.8);
        for (std::size_t slot = 0; slot < sizes()[t]; ++slot) {
            const std::size_t i = post(t, slot);
            const PersonId person = PersonId::of(block.team_ids()[t], static_cast<std::uint32_t>(slot), 0);
            Stream draws(chance, person.value, Week{0}, Purpose{0x7002});
            block.person(fields.engine.id_low)[i] = person.low();
            block.person(fields.engine.id_high)[i] = person.high();
            const bool vacant = t == alone_at_work ? slot == 1 : slot % 7 == 3 || (t == nobody_at_work && slot == 0);
            const bool on_leave = t == alone_at_work ? slot == 2 : slot % 11 == 5 || (t == nobody_at_work && slot == 1);
            block.person(fields.engine.filled)[i] = vacant ? 0 : 1;
            block.person(fields.leave_kind)[i] = on_leave ? 1 : 0;
            block.person(fields.phase)[i] = static_cast<std::uint8_t>((slot + t) % workforce::kPhases);
            block.person(fields.weeks_in_post)[i] = static_cast<std::uint16_t>(between(draws, 0.0, 1000.0));  // up to 19 years
            block.person(fields.programme_gain)[i] = slot % 3 == 0 ? between(draws, 0.0, 1.0) : 0.0f;
            block.person(fields.t_strain)[i] = between(draws, -1.2, 1.2);
            block.person(fields.t_zest)[i] = between(draws, -1.4, 1.4);
            for (const auto& factor : fields.factor) block.person(factor)[i] = between(draws, -2.5, 2.5);  // three in ten resources missing
            const double support = t == uncohesive ? -1.0 : t == cohesive ? 1.5 : 0.2;
            block.person(fields.factor[factor_of(Resource::colleague_support)])[i] = between(draws, support - 0.6, support + 0.6);
            for (std::size_t k = 0; k < workforce::kPersonalResources; ++k) {
                block.person(fields.personal_base[k])[i] = between(draws, -1.5, 1.5);
                block.person(fields.personal_slow[k])[i] = between(draws, -2.0, 2.0);
            }
            for (const auto& outcome : {fields.exhaustion, fields.distance, fields.vigour, fields.dedication, fields.absorption}) {
                block.person(outcome)[i] = between(draws, -3.0, 3.0);
            }
        }
    }

    static float between(Stream& stream, double low, double high) { return static_cast<float>(low + (high - low) * draw_uniform(stream)); }
};

}  // namespace bevlogen::testing
