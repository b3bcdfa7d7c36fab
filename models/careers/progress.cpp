// Counts weeks on, and finds whose phase, training or contract has come to its end.
#include "models/careers/progress.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "models/workforce/purposes.hpp"
#include "sim/engine/flagged.hpp"
#include "sim/random/distributions.hpp"

namespace bevlogen::careers {

using workforce::Contract;
using workforce::index_of;
using workforce::Leave;
using workforce::Notice;
using workforce::Phase;
using workforce::PostKind;

namespace {

constexpr int kMost = 65535;
constexpr int kWeeksPerStep = kWeeksPerQuarter;  // of ages in the table of care at home
constexpr std::size_t kAgeSteps = std::size_t{4} * 100;

constexpr std::uint32_t kDrawThreshold = 8, kDrawContract = 9;  // of kPast, apart from that of departure

std::uint16_t later(std::uint16_t weeks) { return static_cast<std::uint16_t>(std::min(weeks + kWeeksPerEpoch, kMost)); }

int weeks_of(const std::vector<float>& of_posts, std::size_t post, int usual) {
    return of_posts.empty() ? usual : static_cast<int>(of_posts[post] + 0.5f);
}

}  // namespace

Progress::Progress(const MarketParameters& market, const workforce::CareerParameters& careers,
                   const workforce::HouseholdParameters& household, float aios_fte, const workforce::WorkforceFields& fields)
    : market_(market), careers_(careers), household_(household), aios_fte_(aios_fte), fields_(fields) {
    std::array<float, workforce::kPhases> lasts;
    lasts.fill(std::numeric_limits<float>::infinity());
    lasts[index_of(Phase::coassistent)] = careers.coassistent_weeks;
    lasts[index_of(Phase::anios)] = careers.longest_anios_years * kWeeksPerYear;
    lasts[index_of(Phase::jonge_klare)] = careers.jonge_klare_weeks;
    lasts[index_of(Phase::specialist_mid)] = careers.late_from_age * kWeeksPerYear;
    lasts_ = workforce::PhaseTable(lasts);
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

// A group of posts: who is in training gets on with it.
Progress::Concerned Progress::go_on(Block& block, const workforce::CareerTerms& terms, std::size_t at) const {
    const std::uint8_t* __restrict phase = block.person(fields_.phase).data() + at;
    const std::uint8_t* __restrict filled = block.person(fields_.engine.filled).data() + at;
    const std::uint8_t* __restrict leave = block.person(fields_.leave_kind).data() + at;
    const std::uint8_t* __restrict contract = block.person(fields_.contract).data() + at;
    const std::uint16_t* __restrict age = block.person(fields_.age_weeks).data() + at;
    const std::uint16_t* __restrict in_phase = block.person(fields_.weeks_in_phase).data() + at;
    const float* __restrict fte = block.person(fields_.fte).data() + at;
    float* __restrict training_left = block.person(fields_.training_weeks_left).data() + at;
    constexpr auto kMid = static_cast<std::int32_t>(Phase::specialist_mid), kAios = static_cast<std::int32_t>(Phase::aios);
    float lasts[kColumnPadding], pace[kColumnPadding];
    std::int32_t now[kColumnPadding], ages[kColumnPadding], weeks[kColumnPadding], is_here[kColumnPadding], leaves[kColumnPadding],
        ends[kColumnPadding];
    workforce::look_up(lasts_, workforce::PhasesOfGroup(phase), lasts);
    if (terms.training_pace.empty()) {
        std::fill_n(pace, kColumnPadding, 1.0f);
    } else {
        for (std::size_t i = 0; i < kColumnPadding; ++i) pace[i] = at + i < terms.training_pace.size() ? terms.training_pace[at + i] : 1.0f;
    }
    for (std::size_t i = 0; i < kColumnPadding; ++i) now[i] = phase[i];
    for (std::size_t i = 0; i < kColumnPadding; ++i) ages[i] = age[i];
    for (std::size_t i = 0; i < kColumnPadding; ++i) weeks[i] = in_phase[i];
    for (std::size_t i = 0; i < kColumnPadding; ++i) is_here[i] = filled[i];
    for (std::size_t i = 0; i < kColumnPadding; ++i) leaves[i] = leave[i];
    constexpr auto kAtWork = static_cast<std::int32_t>(Leave::none), kIll = static_cast<std::int32_t>(Leave::short_illness);
    const float at_full_time = kWeeksPerEpoch * market_.training_pace;  // weeks of training
    for (std::size_t i = 0; i < kColumnPadding; ++i) {
        const bool trains = (is_here[i] != 0) & (now[i] == kAios);
        const float less = training_left[i] - at_full_time * fte[i] * pace[i];
        const float left = trains & ((leaves[i] == kAtWork) | (leaves[i] == kIll)) ? less : training_left[i];
        const std::int32_t passed = now[i] == kMid ? ages[i] : weeks[i];
        training_left[i] = left;
        ends[i] = (is_here[i] != 0) & ((static_cast<float>(passed) >= lasts[i]) | (trains & (left <= 0.0f))) ? 1 : 0;
    }
    Concerned concerned{};
    constexpr auto kTemporary = static_cast<std::uint8_t>(Contract::temporary), kYoung = static_cast<std::uint8_t>(Phase::jonge_klare);
    for (std::size_t i = 0; i < kColumnPadding; ++i) concerned.phase_ends[i] = static_cast<std::uint8_t>(ends[i]);
    for (std::size_t i = 0; i < kColumnPadding; ++i) {
        concerned.is_temporary[i] = ((filled[i] != 0) & (contract[i] == kTemporary) & (phase[i] >= kYoung)) ? 1 : 0;
    }
    return concerned;
}

void Progress::age(Block& block, const Now& now, const workforce::CareerTerms& terms) const {
    count_weeks(block);
    look_at_homes(block);
    const auto phase = block.person(fields_.phase);
    const auto notice = block.person(fields_.notice);
    const auto in_phase = block.person(fields_.weeks_in_phase);
    const auto with_employer = block.person(fields_.weeks_with_employer);
    const auto give = [&](std::size_t i, Notice what) {
        const auto is = static_cast<Notice>(notice[i]);
        if (is == Notice::none || is == Notice::seeks_employer) notice[i] = static_cast<std::uint8_t>(what);
    };
    const auto go_on_as = [&](std::size_t i, Phase next) {
        phase[i] = static_cast<std::uint8_t>(next);
        in_phase[i] = 0;
    };
    const auto end_phase = [&](std::size_t i) {
        switch (static_cast<Phase>(phase[i])) {
            case Phase::coassistent: return give(i, Notice::graduates);
            case Phase::anios: return give(i, Notice::leaves);
            case Phase::aios: return give(i, Notice::registers);
            case Phase::jonge_klare: return go_on_as(i, Phase::specialist_mid);
            case Phase::specialist_mid: return go_on_as(i, Phase::specialist_late);
            default: return;
        }
    };
    const auto end_contract = [&](std::size_t i) {
        if (with_employer[i] == 0) return;
        const int contract_weeks = weeks_of(terms.contract_weeks, i, market_.contract_weeks);
        const bool is_last = with_employer[i] >= weeks_of(terms.longest_weeks, i, market_.longest_contract_weeks);
        if (!is_last && with_employer[i] % contract_weeks >= kWeeksPerEpoch) return;
        const float u = now.chance.uniform(block.person_at(i, fields_.engine).value, now.week, workforce::kSeeker, kDrawContract);
        if (is_last || u >= market_.renewed) give(i, Notice::contract_ends);
    };
    for (std::size_t at = 0; at < block.padded_posts(); at += kColumnPadding) {
        const Concerned concerned = go_on(block, terms, at);
        for_each_flagged(concerned.phase_ends, kColumnPadding, [&](std::size_t i) { end_phase(at + i); });
        for_each_flagged(concerned.is_temporary, kColumnPadding, [&](std::size_t i) { end_contract(at + i); });
    }
}

}  // namespace bevlogen::careers
