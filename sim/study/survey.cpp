// Takes a row of every filled post, block by block, and puts the blocks together in order.
#include "sim/study/survey.hpp"

#include <algorithm>
#include <numeric>

namespace bevlogen {
namespace {

// What one quantity is of every post of a block, vacant ones too.
class BlockAnswers {
  public:
    BlockAnswers(const Dynamics& dynamics, const Model& model, const Block& block, Week week, const Chance& chance,
                 std::span<const Quantity> quantities)
        : dynamics_(dynamics), block_(block), week_(week), chance_(chance), values_(block.padded_posts()) {
        const bool any = std::ranges::any_of(quantities, [](const Quantity& q) { return q.kind == Quantity::Kind::outcome; });
        if (!any) return;
        outcomes_.prepare(model.outcomes().size(), block.padded_posts());
        dynamics.measure(block, week, chance, outcomes_);
        outcomes_.work_out(block.posts());
    }

    const float* of(const Quantity& quantity) {
        switch (quantity.kind) {
            case Quantity::Kind::outcome: return outcomes_[quantity.index];
            case Quantity::Kind::instrument: dynamics_.read_instrument(quantity.index, block_, week_, 0, chance_, values_); break;
            case Quantity::Kind::variable: dynamics_.read_variable(quantity.index, block_, values_); break;
        }
        return values_.data();
    }

  private:
    const Dynamics& dynamics_;
    const Block& block_;
    Week week_;
    const Chance& chance_;
    OutcomeColumns outcomes_;
    std::vector<float> values_;
};

SurveyWave ask_block(const Model& model, const Dynamics& dynamics, const Block& block, SurveyMoment moment, const Chance& chance,
                     std::span<const Quantity> quantities) {
    const EngineFields& engine = model.fields().engine;
    const auto filled = block.person(engine.filled);
    const auto arm = block.person(engine.arm);
    const std::size_t posts = block.posts();
    std::vector<std::uint32_t> rows;
    for (std::size_t i = 0; i < posts; ++i) {
        if (filled[i] != 0) rows.push_back(static_cast<std::uint32_t>(i));
    }
    SurveyWave wave;
    wave.week = moment.recorded.value;
    std::vector<std::uint8_t> flags(block.padded_posts(), 1);
    dynamics.keep_reachable(block, std::span(flags).first(posts));
    const auto begins = block.team_begin();
    std::size_t team = 0;
    for (const std::uint32_t i : rows) {
        while (begins[team + 1] <= i) ++team;
        wave.person.push_back(block.person_at(i, engine).value);
        wave.team.push_back(block.team_ids()[team].value);
        wave.arm.push_back(arm[i]);
        wave.is_reachable.push_back(flags[i]);
    }
    for (std::size_t a = 0; a < model.vocabulary().scope_axes.size(); ++a) {
        dynamics.axis_values(a, block, std::span(flags).first(posts));
        std::vector<std::uint8_t>& values = wave.axis.emplace_back();
        for (const std::uint32_t i : rows) values.push_back(flags[i]);
    }
    BlockAnswers answers(dynamics, model, block, moment.from_burn_in, chance, quantities);
    for (const Quantity& quantity : quantities) {
        const float* all = answers.of(quantity);
        std::vector<float>& values = wave.value.emplace_back();
        values.reserve(rows.size());
        for (const std::uint32_t i : rows) values.push_back(all[i]);
    }
    return wave;
}

void append(SurveyWave& whole, const SurveyWave& part) {
    const auto add = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
    whole.week = part.week;
    add(whole.person, part.person);
    add(whole.team, part.team);
    add(whole.arm, part.arm);
    add(whole.is_reachable, part.is_reachable);
    whole.axis.resize(part.axis.size());
    whole.value.resize(part.value.size());
    for (std::size_t a = 0; a < part.axis.size(); ++a) add(whole.axis[a], part.axis[a]);
    for (std::size_t q = 0; q < part.value.size(); ++q) add(whole.value[q], part.value[q]);
}

}  // namespace

Survey::Survey(const Model& model, SurveyPlan plan, std::size_t blocks) : model_(model), plan_(std::move(plan)), of_block_(blocks) {}

bool Survey::is_asked_in(Week week) const { return std::ranges::binary_search(plan_.weeks, week.value); }

void Survey::observe_clearing(const BlockNow& now) {
    if (!is_asked_in(now.week)) return;
    of_block_[now.block_index] =
        ask_block(model_, now.dynamics, now.block, {now.week, now.week_from_burn_in}, now.chance, plan_.quantities);
}

void Survey::close_epoch(Week week, std::span<const Block> blocks) {
    if (is_asked_in(week)) {
        SurveyWave& whole = waves_.emplace_back();
        for (const SurveyWave& part : of_block_) append(whole, part);
    }
    of_block_.assign(blocks.size(), {});  // room for the next clearing
}

SurveyWave ask_everybody(const Model& model, const Dynamics& dynamics, std::span<const Block> blocks, SurveyMoment moment,
                         const Chance& chance, std::span<const Quantity> quantities) {
    SurveyWave whole;
    for (const Block& block : blocks) append(whole, ask_block(model, dynamics, block, moment, chance, quantities));
    return whole;
}

std::vector<std::uint32_t> rows_in(const SurveyWave& wave, const Scope& scope) {
    std::vector<std::uint32_t> rows;
    for (std::size_t i = 0; i < wave.size(); ++i) {
        bool is_in = !scope.arm || wave.arm[i] == *scope.arm;
        for (std::size_t a = 0; a < scope.axes.size(); ++a) is_in = is_in && (scope.axes[a] >> wave.axis[a][i] & 1u) != 0;
        if (is_in) rows.push_back(static_cast<std::uint32_t>(i));
    }
    return rows;
}

std::vector<std::uint32_t> rows_of_same_persons(const SurveyWave& from, const SurveyWave& to) {
    std::vector<std::uint32_t> order(to.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::sort(order, {}, [&](std::uint32_t row) { return to.person[row]; });
    std::vector<std::uint32_t> rows;
    rows.reserve(from.size());
    for (const std::uint64_t person : from.person) {
        const auto found = std::ranges::lower_bound(order, person, {}, [&](std::uint32_t row) { return to.person[row]; });
        rows.push_back(found != order.end() && to.person[*found] == person ? *found : kNotThere);
    }
    return rows;
}

}  // namespace bevlogen
