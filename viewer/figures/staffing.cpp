// A funnel from the first phase to the last, with the flows beside it.
#include "viewer/figures/staffing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "viewer/figures/curves.hpp"
#include "viewer/figures/outcome_words.hpp"
#include "viewer/figures/people.hpp"
#include "viewer/figures/wanted.hpp"
#include "viewer/words.hpp"

namespace bevlogen {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::array<const char*, 6> kFlowNames = {"enters_phase",   "resignations",     "leaves_hospitals",
                                                   "stops_training", "changes_employer", "burnout_leave_onset"};
constexpr const char* kVacant = "vacant_posts";
constexpr std::size_t kClearingsPerYear = kWeeksPerYear / kWeeksPerEpoch;

double persons_at(const Curves& curves, std::size_t phase, std::size_t clearings) {
    return clearings == 0 || clearings > curves.clearings ? kNaN : curves.persons_of(phase)[clearings - 1];
}

// Rate times persons, over the year up to a clearing.
double flow(const Curves& curves, std::size_t curve, std::size_t clearings) {
    if (clearings == 0 || clearings > curves.clearings) return kNaN;
    double sum = 0.0;
    const std::size_t first = clearings > kClearingsPerYear ? clearings - kClearingsPerYear : 0;
    for (std::size_t c = first; c < clearings; ++c)
        sum += static_cast<double>(curves.at(curve, 0, c)) * static_cast<double>(curves.persons_of(0)[c]);
    return sum / static_cast<double>(clearings - first);
}

std::string words_of(double value, double ghost, Language language) {
    std::string words = number_text(value, 0, language);
    if (std::isfinite(value) && std::isfinite(ghost) && std::round(value - ghost) != 0.0)
        words += (value > ghost ? " (+" : " (") + number_text(value - ghost, 0, language) + ")";
    return words;
}

}  // namespace

std::vector<std::size_t> staffing_outcomes(const Model& model) {
    std::vector<std::size_t> found;
    if (const auto vacant = outcome_named(model, kVacant)) found.push_back(*vacant);
    for (const char* name : kFlowNames) {
        if (const auto outcome = outcome_named(model, name)) found.push_back(*outcome);
    }
    return found;
}

BarChart persons_chart(const Model& model, const Snapshot& snapshot, const StaffingChoice& choice) {
    BarChart chart{
        words::kInPhase.in(choice.language),
        fmt::format(fmt::runtime(words::kInPhaseUnit.in(choice.language)), line_name(snapshot, 0, choice.is_live, choice.language)),
        {}};
    const Curves &run = snapshot.now().curves, &ghost = snapshot.base().curves;
    for (std::size_t phase = 1; phase < model.phases().size(); ++phase) {
        const double value = persons_at(run, phase, run.clearings), without = persons_at(ghost, phase, run.clearings);
        chart.bars.push_back({capitalised(model.phases().labels[phase].in(choice.language)), value, without,
                              words_of(value, without, choice.language), colour_of_phase(phase)});
    }
    return chart;
}

BarChart flows_chart(const Model& model, const Snapshot& snapshot, const StaffingChoice& choice) {
    BarChart chart{
        words::kFlows.in(choice.language),
        fmt::format(fmt::runtime(words::kFlowsUnit.in(choice.language)), line_name(snapshot, 0, choice.is_live, choice.language)),
        {}};
    const Curves &run = snapshot.now().curves, &ghost = snapshot.base().curves;
    for (const char* name : kFlowNames) {
        const auto outcome = outcome_named(model, name);
        const auto curve = outcome ? place_in(snapshot.wants.curves, *outcome) : std::nullopt;
        if (!curve) continue;
        const double value = flow(run, *curve, run.clearings), without = flow(ghost, *curve, run.clearings);
        chart.bars.push_back({capitalised(model.outcomes()[*outcome].label.in(choice.language)), value, without,
                              words_of(value, without, choice.language), colours::kQuiet});
    }
    return chart;
}

LineChart vacancies_chart(const Model& model, const Snapshot& snapshot, const StaffingChoice& choice) {
    const auto outcome = outcome_named(model, kVacant);
    if (!outcome || !place_in(snapshot.wants.curves, *outcome)) return {};
    LineChart chart = phase_charts(model, snapshot, {*outcome, CurveForm::level, choice.years, choice.is_live, choice.language}).front();
    chart.title = capitalised(model.outcomes()[*outcome].label.in(choice.language));
    chart.x.title = words::kYears.in(choice.language);
    chart.y.range = range_of(chart.curves);
    chart.y.range.low = std::max(0.0, chart.y.range.low);
    return chart;
}

Figure staffing_figure(const Model& model, std::shared_ptr<const Snapshot> snapshot, const StaffingChoice& choice) {
    Figure figure;
    figure.name = "staffing-week-" + std::to_string(snapshot->now().week.value);
    figure.title = words::kStaffing.in(choice.language);
    figure.draw = [&model, snapshot, choice](const Box& box, const TextStyle& text, Drawing& drawing) {
        constexpr float kGap = 14.0f, kLeastLines = 10.0f;  // of text, for the height of a part
        if (!has_room(box, text, kLeastLines)) return;
        const auto parts =
            std::clamp<std::size_t>(static_cast<std::size_t>((box.height() + kGap) / (kLeastLines * text.size + kGap)), 1, 3);
        const float height = (box.height() - kGap * static_cast<float>(parts - 1)) / static_cast<float>(parts);
        const auto part = [&](std::size_t i) {
            const float top = box.top + static_cast<float>(i) * (height + kGap);
            return Box{box.left, top, box.right, top + height};
        };
        bevlogen::draw(persons_chart(model, *snapshot, choice), part(0), text, drawing);
        const BarChart flows = flows_chart(model, *snapshot, choice);
        if (parts > 1 && !flows.bars.empty()) bevlogen::draw(flows, part(1), text, drawing);
        const LineChart vacancies = vacancies_chart(model, *snapshot, choice);
        if (parts > 2 && !vacancies.curves.empty()) bevlogen::draw(vacancies, part(2), text, drawing);
    };
    figure.table = [&model, snapshot, choice] {
        Table table{{"part", "name", "with", "without"}, {}};
        for (const Bar& bar : persons_chart(model, *snapshot, choice).bars)
            table.rows.push_back({std::string("persons"), bar.name, bar.value, bar.ghost});
        for (const Bar& bar : flows_chart(model, *snapshot, choice).bars)
            table.rows.push_back({std::string("persons per year"), bar.name, bar.value, bar.ghost});
        return table;
    };
    return figure;
}

}  // namespace bevlogen
