// Counts weeks on, and finds whose phase, training or contract has come to its end.
#include "models/careers/progress.hpp"

#include <algorithm>
#include <cmath>

#include "models/workforce/purposes.hpp"
#include "sim/random/distributions.hpp"

namespace bevlogen::careers {

using workforce::Contract;
using workforce::Leave;
using workforce::Notice;
using workforce::Phase;
using workforce::PostKind;

namespace {

constexpr int kMost = 65535;
constexpr int kWeeksPerStep = kWeeksPerQuarter;  // of ages in the table of care at home
constexpr std::size_t kAgeSteps = 4 * 100;

constexpr std::uint32_t kDrawThreshold = 8, kDrawContract = 9;  // of kPast, apart from that of departure

std::uint16_t later(std::uint16_t weeks) { return static_cast<std::uint16_t>(std::min(weeks + kWeeksPerEpoch, kMost)); }

int weeks_of(const std::vector<float>& of_posts, std::size_t post, int usual) {
    return of_posts.empty() ? usual : static_cast<int>(of_posts[post] + 0.5f);
}

bool is_at_work(std::uint8_t leave) {
    return leave == static_cast<std::uint8_t>(Leave::none) || leave == static_cast<std::uint8_t>(Leave::short_illness);
}

}  // namespace

Progress::Progress(const MarketParameters& market, const workforce::CareerParameters& careers,
                   const workforce::HouseholdParameters& household, float aios_fte, const workforce::WorkforceFields& fields)
    : market_(market), careers_(careers), household_(household), aios_fte_(aios_fte), fields_(fields) {
    for (std::size_t step = 0; step < kAgeSteps; ++step) {
        const double age = (static_cast<double>(step) + 0.5) * kWeeksPerStep / kWeeksPerYear;
        care_by_age_.push_back(static_cast<std::uint32_t>(std::lround(workforce::care_probability(household, age) * 65536.0)));
    }
}

float Progress::draw_training_weeks(const Chance& chance, PersonId person) const {
    const float u = chance.uniform(person.value, Week{0}, workforce::kTrainingLength);
    return u < careers_.training_share_short ? careers_.training_weeks_short : careers_.training_weeks_long;
}

void Progress::populate(Block& block, const Chance& chance, std::size_t begin, std::size_t end) const {
    const auto age = block.person(fields_.age_weeks);
    const auto care = block.person(fields_.care_at_home);
    for (std::size_t i = begin; i < end; ++i) {
        const PersonId person = block.person_at(i, fields_.engine);
        // Such that who cares at home now does so by the same rule as later.
        const float u = chance.uniform(person.value, Week{0}, workforce::kPast, kDrawThreshold);
        const std::uint32_t now = care_by_age_[std::min<std::size_t>(age[i] / kWeeksPerStep, kAgeSteps - 1)];
        const float low = care[i] != 0 ? 0.0f : static_cast<float>(now), high = care[i] != 0 ? static_cast<float>(now) : 65536.0f;
        block.person(fields_.care_threshold)[i] =
            static_cast<std::uint16_t>(std::clamp(low + std::floor(u * (high - low)), 0.0f, 65535.0f));
        block.person(fields_.settling_weeks_left)[i] = 0;
        block.person(fields_.arrival)[i] = 0;
        block.person(fields_.training_weeks_left)[i] = 0.0f;
        const auto phase = static_cast<Phase>(block.person(fields_.phase)[i]);
        const auto in_phase = static_cast<float>(block.person(fields_.weeks_in_phase)[i]);
        std::uint16_t with_employer = block.person(fields_.weeks_in_post)[i];
        if (phase == Phase::aios) {
            // Somebody who is longer in training than a short one lasts is in a long one.
            float weeks = draw_training_weeks(chance, person);
            if (in_phase * aios_fte_ >= careers_.training_weeks_short) weeks = careers_.training_weeks_long;
            block.person(fields_.training_weeks_left)[i] = std::max(weeks - in_phase * aios_fte_, 0.0f);
            with_employer = block.person(fields_.weeks_in_phase)[i];
        } else if (block.person(fields_.contract)[i] == static_cast<std::uint8_t>(Contract::temporary)) {
            const float v = chance.uniform(person.value, Week{0}, workforce::kPast, kDrawContract);
            const float longest =
                phase == Phase::anios ? in_phase : std::min(in_phase, static_cast<float>(market_.longest_contract_weeks - 1));
            with_employer = static_cast<std::uint16_t>(std::floor(v * (longest + 1.0f)));
        }
        block.person(fields_.weeks_with_employer)[i] = static_cast<std::uint16_t>(with_employer / kWeeksPerEpoch * kWeeksPerEpoch);
    }
}

void Progress::count_weeks(Block& block) const {
    const std::size_t n = block.posts();
    std::uint16_t* __restrict age = block.person(fields_.age_weeks).data();
    std::uint16_t* __restrict in_phase = block.person(fields_.weeks_in_phase).data();
    std::uint16_t* __restrict in_post = block.person(fields_.weeks_in_post).data();
    std::uint16_t* __restrict with_employer = block.person(fields_.weeks_with_employer).data();
    std::uint8_t* __restrict settling = block.person(fields_.settling_weeks_left).data();
    for (std::size_t i = 0; i < n; ++i) {
        age[i] = later(age[i]);
        in_phase[i] = later(in_phase[i]);
        in_post[i] = later(in_post[i]);
        with_employer[i] = later(with_employer[i]);
        settling[i] = static_cast<std::uint8_t>(settling[i] > kWeeksPerEpoch ? settling[i] - kWeeksPerEpoch : 0);
    }
}

void Progress::look_at_homes(Block& block) const {
    const auto age = block.person(fields_.age_weeks);
    const auto threshold = block.person(fields_.care_threshold);
    const auto care = block.person(fields_.care_at_home);
    for (std::size_t i = 0; i < block.posts(); ++i) {
        care[i] = care_by_age_[std::min<std::size_t>(age[i] / kWeeksPerStep, kAgeSteps - 1)] > threshold[i] ? 1 : 0;
    }
}

void Progress::age(Block& block, const Now& now, const workforce::CareerTerms& terms) const {
    count_weeks(block);
    look_at_homes(block);
    const auto filled = block.person(fields_.engine.filled);
    const auto leave = block.person(fields_.leave_kind);
    const auto contract = block.person(fields_.contract);
    const auto phase = block.person(fields_.phase);
    const auto notice = block.person(fields_.notice);
    const auto age = block.person(fields_.age_weeks), in_phase = block.person(fields_.weeks_in_phase);
    const auto with_employer = block.person(fields_.weeks_with_employer);
    const auto fte = block.person(fields_.fte), training_left = block.person(fields_.training_weeks_left);
    const float late_from = careers_.late_from_age * kWeeksPerYear;
    const auto stays = [&](std::size_t i) {
        return notice[i] == static_cast<std::uint8_t>(Notice::none) || notice[i] == static_cast<std::uint8_t>(Notice::seeks_employer);
    };
    const auto give = [&](std::size_t i, Notice what) {
        if (stays(i)) notice[i] = static_cast<std::uint8_t>(what);
    };
    const auto go_on_as = [&](std::size_t i, Phase next) {
        phase[i] = static_cast<std::uint8_t>(next);
        in_phase[i] = 0;
    };
    for (std::size_t i = 0; i < block.posts(); ++i) {
        if (filled[i] == 0) continue;
        switch (static_cast<Phase>(phase[i])) {
            case Phase::coassistent:
                if (static_cast<float>(in_phase[i]) >= careers_.coassistent_weeks) give(i, Notice::graduates);
                break;
            case Phase::anios:
                if (static_cast<float>(in_phase[i]) >= careers_.longest_anios_years * kWeeksPerYear) give(i, Notice::leaves);
                break;
            case Phase::aios:
                if (is_at_work(leave[i])) {
                    const float pace = terms.training_pace.empty() ? 1.0f : terms.training_pace[i];
                    training_left[i] -= kWeeksPerEpoch * market_.training_pace * fte[i] * pace;
                }
                if (training_left[i] <= 0.0f) give(i, Notice::registers);
                break;
            case Phase::jonge_klare:
                if (static_cast<float>(in_phase[i]) >= careers_.jonge_klare_weeks) go_on_as(i, Phase::specialist_mid);
                break;
            case Phase::specialist_mid:
                if (static_cast<float>(age[i]) >= late_from) go_on_as(i, Phase::specialist_late);
                break;
            default: break;
        }
        const bool is_temporary =
            contract[i] == static_cast<std::uint8_t>(Contract::temporary) && phase[i] >= static_cast<std::uint8_t>(Phase::jonge_klare);
        if (!is_temporary || with_employer[i] == 0) continue;
        const int contract_weeks = weeks_of(terms.contract_weeks, i, market_.contract_weeks);
        const bool is_last = with_employer[i] >= weeks_of(terms.longest_weeks, i, market_.longest_contract_weeks);
        if (!is_last && with_employer[i] % contract_weeks >= kWeeksPerEpoch) continue;
        const float u = now.chance.uniform(block.person_at(i, fields_.engine).value, now.week, workforce::kSeeker, kDrawContract);
        if (is_last || u >= market_.renewed) give(i, Notice::contract_ends);
    }
}

}  // namespace bevlogen::careers
