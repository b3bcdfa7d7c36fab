// Blocks with absence alone: who is strained how much is set by the test, nothing else moves.
#pragma once

#include <cstring>
#include <vector>

#include "models/workforce/absence.hpp"
#include "models/workforce/purposes.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "sim/random/bulk.hpp"
#include "tests/unit/models/workforce_setup.hpp"

namespace bevlogen::testing {

// The shipped numbers (scenarios/parameters/absence.toml).
struct AbsenceNumbers {
    workforce::AbsenceParameters absence;
    workforce::EventParameters events;

    static AbsenceNumbers shipped() {
        auto absence = workforce::declare_absence_parameters();
        auto events = workforce::declare_event_parameters();
        Vocabulary vocabulary;
        vocabulary.model = "workforce";
        absence.declare(vocabulary.parameters);
        events.declare(vocabulary.parameters);
        const Scenario scenario = read_text(vocabulary,
                                            "title = \"test\"\nmodel = \"workforce\"\nparameter_files = [\"parameters/absence.toml\"]\n"
                                            "[time]\nyears = 1\n[run]\nseed = 1\nreplicates = 1\n",
                                            {});
        return {absence.read(scenario.parameters.values), events.read(scenario.parameters.values)};
    }
    // Nobody falls ill and nothing happens; lengths as shipped.
    static AbsenceNumbers quiet() {
        AbsenceNumbers q = shipped();
        q.absence.short_illness_hazard = q.absence.long_illness_hazard = q.absence.burnout_hazard = q.absence.maternity_a_year = 0.0f;
        q.events.complaint_hazard = q.events.severe_hazard = q.events.conflict_hazard = 0.0f;
        return q;
    }
};

// Teams of these sizes, everybody a man of 40 years at work; a team may lie in any block, and its persons stay the same.
class AbsenceBed {
  public:
    explicit AbsenceBed(const std::vector<std::size_t>& sizes, std::uint32_t first_team = 0)
        : block(fields, plans(sizes, first_team), 0, 0) {
        scratch.prepare(block, workforce::columns::kScratchColumns, workforce::columns::kScratchTeamColumns);
        for (const std::size_t k : {workforce::columns::kStartExhaustionZ, workforce::columns::kStartBurnoutZ,
                                    workforce::columns::kStartEngagementZ, workforce::columns::kSafetyShift}) {
            std::fill_n(scratch.column(k), block.padded_posts(), 0.0f);
        }
        std::fill_n(scratch.column(workforce::columns::kReplacedShare), block.padded_posts(), 0.3f);
        for (std::size_t t = 0; t < block.teams(); ++t) {
            for (std::size_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
                const auto id = PersonId::of(block.team_ids()[t], static_cast<std::uint32_t>(i - block.team_begin()[t]), 0);
                block.person(fields.engine.id_low)[i] = id.low();
                block.person(fields.engine.id_high)[i] = id.high();
                block.person(fields.engine.filled)[i] = 1;
                block.person(fields.sex)[i] = 1;
                block.person(fields.age_weeks)[i] = 40 * 52;
            }
        }
    }
    AbsenceBed(const AbsenceBed&) = delete;
    AbsenceBed& operator=(const AbsenceBed&) = delete;

    void step(const AbsenceNumbers& numbers, int week) {
        using namespace workforce::columns;
        const workforce::Absence absence(numbers.absence, numbers.events, fields);
        absence.set_hazards(block, scratch);
        fill_uniforms(chance, {block.person(fields.engine.id_low).data(), block.person(fields.engine.id_high).data(), block.padded_posts()},
                      {Week{week}, workforce::kAbsenceAndEvents, 0, 1}, scratch.column(kAbsenceUniform), scratch.stride());
        absence.step(block, Now{Week{week}, chance, {}},
                     {scratch.column(kStartExhaustionZ), scratch.column(kStartBurnoutZ), scratch.column(kStartEngagementZ)}, scratch);
    }
    workforce::Leave leave(std::size_t i) const { return static_cast<workforce::Leave>(block.person(fields.leave_kind)[i]); }
    std::size_t count(workforce::Leave kind) const {
        std::size_t n = 0;
        for (std::size_t i = 0; i < block.posts(); ++i) n += leave(i) == kind;
        return n;
    }
    float& z_exhaustion(std::size_t i) { return scratch.column(workforce::columns::kStartExhaustionZ)[i]; }
    float& z_burnout(std::size_t i) { return scratch.column(workforce::columns::kStartBurnoutZ)[i]; }
    float& safety(std::size_t i) { return scratch.column(workforce::columns::kSafetyShift)[i]; }
    float& replaced_share(std::size_t i) { return scratch.column(workforce::columns::kReplacedShare)[i]; }

    // All columns of one post, byte by byte.
    std::vector<std::byte> bytes_of(std::size_t i) const {
        std::vector<std::byte> bytes;
        for (std::size_t field = 0; field < fields.person.size(); ++field) {
            const auto column = block.person_bytes(field);
            const std::size_t size = column.size() / block.posts();
            for (std::size_t b = 0; b < size; ++b) bytes.push_back(column[i * size + b]);
        }
        return bytes;
    }

    workforce::WorkforceFields fields;
    Block block;
    Scratch scratch;
    Chance chance{11, 1};

  private:
    static std::vector<TeamPlan> plans(const std::vector<std::size_t>& sizes, std::uint32_t first_team) {
        std::vector<TeamPlan> all;
        for (const std::size_t size : sizes) {
            all.push_back({TeamId::of(0, first_team + static_cast<std::uint32_t>(all.size())), 0, std::vector<std::uint8_t>(size)});
        }
        return all;
    }
};

}  // namespace bevlogen::testing
