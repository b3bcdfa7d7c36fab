// Declares the outcomes of programmes and fills their columns; where nobody is in one, nothing is filled.
#include "models/catalog/programme_measures.hpp"

#include <algorithm>
#include <array>

namespace bevlogen {

using workforce::CoachingStage;

std::vector<OutcomeDecl> programme_outcomes() {
    std::vector<OutcomeDecl> all;
    const auto share = [&](const char* name, Label label, bool is_step, const char* description) {
        all.push_back({.name = name,
                       .label = std::move(label),
                       .unit = "1",
                       .good = Direction::neutral,
                       .shape = Shape::share,
                       .low = 0.0f,
                       .high = 1.0f,
                       .step = is_step,
                       .description = description});
    };
    share("coaching_finished", {"finished coaching", "coaching afgerond"}, true, "share whose newest trajectory of coaching is finished");
    share("coaching_stopped", {"stopped coaching early", "voortijdig gestopt met coaching"}, true,
          "share whose newest trajectory of coaching stopped early");
    share("coaching_referred", {"referred from coaching", "doorverwezen vanuit coaching"}, true,
          "share whose newest trajectory of coaching ended at the intake, for a service");
    share("coaching_refused", {"time for coaching not released", "niet vrijgeroosterd voor coaching"}, true,
          "share who asked for coaching and went no further because the supervisor did not release the time; they did not take part");
    share("coaching_evaluated", {"evaluated coaching", "coaching geëvalueerd"}, true,
          "share who finished coaching and answered the evaluation half a year later; also among the finished");
    share("service_waiting", {"waiting for a service", "wacht op een voorziening"}, false,
          "share who were referred to a service of the hospital and wait for a place");
    share("in_service", {"in a service", "bij een voorziening"}, false,
          "share with the occupational physician, social work, the career centre or the leadership centre");
    return all;
}

void ProgrammeMeasures::measure(const Block& block, OutcomeColumns& columns, std::size_t first) const {
    constexpr std::size_t kStages = 5;
    constexpr auto code = [](CoachingStage stage) { return static_cast<std::uint8_t>(stage); };
    const std::uint8_t* __restrict stages = block.person(fields_.coaching_stage).data();
    std::uint8_t furthest = 0;
    for (std::size_t i = 0; i < block.posts(); ++i) furthest = std::max(furthest, stages[i]);
    // Finished is whoever had the last session, evaluated or not.
    constexpr std::array<std::array<CoachingStage, 2>, kStages> kOf = {{{CoachingStage::finished, CoachingStage::evaluated},
                                                                        {CoachingStage::stopped, CoachingStage::stopped},
                                                                        {CoachingStage::referred, CoachingStage::referred},
                                                                        {CoachingStage::refused, CoachingStage::refused},
                                                                        {CoachingStage::evaluated, CoachingStage::evaluated}}};
    for (std::size_t k = 0; k < kStages; ++k) {
        if (furthest < code(CoachingStage::finished)) {
            columns.none(first + k);
            continue;
        }
        const std::uint8_t one = code(kOf[k][0]), other = code(kOf[k][1]);
        std::uint8_t* __restrict to = columns.flag(first + k);
        for (std::size_t i = 0; i < block.posts(); ++i) to[i] = static_cast<std::uint8_t>((stages[i] == one) | (stages[i] == other));
    }
    const auto rows = block.rows(services_);
    if (rows.empty()) {
        columns.none(first + kStages);
        columns.none(first + kStages + 1);
        return;
    }
    std::uint8_t* waiting = columns.flag(first + kStages);
    std::uint8_t* in_service = columns.flag(first + kStages + 1);
    std::fill_n(waiting, block.padded_posts(), std::uint8_t{0});
    std::fill_n(in_service, block.padded_posts(), std::uint8_t{0});
    for (const interventions::ServiceStay& stay : rows) (interventions::is_waiting(stay) ? waiting : in_service)[stay.post] = 1;
}

}  // namespace bevlogen
