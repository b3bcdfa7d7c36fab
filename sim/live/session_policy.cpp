// Writes measures as interventions of a scenario file and reads them again, so that a session means what a file means.
#include "sim/live/session_policy.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/core/contract.hpp"
#include "sim/scenario/resolved_text.hpp"
#include "sim/scenario/toml_text.hpp"

namespace bevlogen {
namespace {

std::string moment(Week week) { return fmt::format("{{ week = {} }}", week.value); }

Override knob_override(const std::string& measure, const KnobValue& knob) {
    return {fmt::format("intervention.{}.{}", measure, knob.path), toml_number(knob.value)};
}

SwitchedMeasure& named(std::vector<SwitchedMeasure>& measures, const std::string& name) {
    const auto found = std::find_if(measures.begin(), measures.end(), [&](const SwitchedMeasure& m) { return m.name == name; });
    expect(found != measures.end(), "a measure that is turned has been switched on");
    return *found;
}

void set(std::vector<KnobValue>& knobs, const KnobValue& knob) {
    const auto found = std::find_if(knobs.begin(), knobs.end(), [&](const KnobValue& k) { return k.path == knob.path; });
    if (found == knobs.end())
        knobs.push_back(knob);
    else
        found->value = knob.value;
}

// Only levers can have other values from a week on (InterventionChange).
bool is_of_lever(const std::string& path, const Vocabulary& vocabulary) {
    const std::string first = path.substr(0, path.find('.'));
    return std::any_of(vocabulary.levers.begin(), vocabulary.levers.end(), [&](const LeverDecl& lever) { return lever.name == first; });
}

Intervention& intervention(Scenario& scenario, const std::string& name) {
    const auto found =
        std::find_if(scenario.interventions.begin(), scenario.interventions.end(), [&](const Intervention& i) { return i.name == name; });
    expect(found != scenario.interventions.end(), "a measure is an intervention of its scenario");
    return *found;
}

}  // namespace

SessionPolicy::SessionPolicy(std::string base, VocabularyShelf shelf, std::filesystem::path library, std::vector<Override> overrides)
    : base_(std::move(base)),
      shelf_(std::move(shelf)),
      library_(std::move(library)),
      overrides_(std::move(overrides)),
      base_scenario_(read(short_text({}, {}, false), {})),
      scenario_(base_scenario_) {}

const SwitchedMeasure* SessionPolicy::on(const std::string& entry, Week week) const {
    const auto found = std::find_if(measures_.begin(), measures_.end(), [&](const SwitchedMeasure& m) {
        return m.entry == entry && m.start <= week && (!m.end || week < *m.end);
    });
    return found == measures_.end() ? nullptr : &*found;
}

std::string SessionPolicy::switch_on(const std::string& entry, Week week, std::vector<KnobValue> knobs) {
    const std::string stem = std::filesystem::path(entry).stem().string();
    std::string name = stem;
    const auto is_taken = [&] {
        const auto same = [&](const auto& one) { return one.name == name; };
        return std::any_of(measures_.begin(), measures_.end(), same) ||
               std::any_of(base_scenario_.interventions.begin(), base_scenario_.interventions.end(), same);
    };
    for (int again = 2; is_taken(); ++again) name = fmt::format("{}-{}", stem, again);
    std::vector<SwitchedMeasure> measures = measures_;
    measures.push_back({name, entry, week, {}, std::move(knobs), {}});
    take(std::move(measures));
    return name;
}

void SessionPolicy::switch_off(const std::string& name, Week week) {
    std::vector<SwitchedMeasure> measures = measures_;
    SwitchedMeasure& measure = named(measures, name);
    if (measure.start == week)  // on and off within one clearing: it never was
        std::erase_if(measures, [&](const SwitchedMeasure& m) { return m.name == name; });
    else
        measure.end = week;
    take(std::move(measures));
}

void SessionPolicy::turn(const std::string& name, const KnobValue& knob, Week week) {
    std::vector<SwitchedMeasure> measures = measures_;
    SwitchedMeasure& measure = named(measures, name);
    if (measure.start == week) {
        set(measure.at_start, knob);
    } else {
        if (!is_of_lever(knob.path, *shelf_.find(base_scenario_.model)))
            throw InputError({knob.path, 0, 0}, "is settled when the measure is switched on; switch it off and on again to change it");
        std::erase_if(measure.turns, [&](const SwitchedMeasure::Turn& t) { return t.at == week && t.knob.path == knob.path; });
        measure.turns.push_back({week, knob});
    }
    take(std::move(measures));
}

SessionPolicy SessionPolicy::until(Week week) const {
    SessionPolicy earlier = *this;
    std::vector<SwitchedMeasure> measures = measures_;
    std::erase_if(measures, [&](const SwitchedMeasure& m) { return m.start >= week; });
    for (SwitchedMeasure& measure : measures) {
        if (measure.end && *measure.end >= week) measure.end.reset();
        std::erase_if(measure.turns, [&](const SwitchedMeasure::Turn& t) { return t.at >= week; });
    }
    earlier.take(std::move(measures));
    return earlier;
}

void SessionPolicy::take(std::vector<SwitchedMeasure> measures) {
    scenario_ = scenario_of(measures);
    measures_ = std::move(measures);
}

Scenario SessionPolicy::read(const std::string& text, std::vector<Override> more) const {
    std::vector<Override> all = overrides_;
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    Scenario scenario = read_scenario_text(text, "session.toml", shelf_, all, library_);
    scenario.name = "session";
    return scenario;
}

// What a knob means is left to the reader: the levers of each turn are those of a scenario in which the knobs stand so from the start.
Scenario SessionPolicy::scenario_of(const std::vector<SwitchedMeasure>& measures) const {
    const std::string text = short_text({}, measures, false);
    std::vector<Override> at_start;
    for (const SwitchedMeasure& measure : measures) {
        for (const KnobValue& knob : measure.at_start) at_start.push_back(knob_override(measure.name, knob));
    }
    Scenario whole = read(text, at_start);
    for (const SwitchedMeasure& measure : measures) {
        std::vector<Override> so_far = at_start;
        for (std::size_t t = 0; t < measure.turns.size(); ++t) {
            so_far.push_back(knob_override(measure.name, measure.turns[t].knob));
            const bool is_last_of_week = t + 1 == measure.turns.size() || measure.turns[t + 1].at != measure.turns[t].at;
            if (!is_last_of_week) continue;
            Scenario turned = read(text, so_far);
            intervention(whole, measure.name).changes.push_back({measure.turns[t].at, intervention(turned, measure.name).levers});
        }
    }
    whole.resolved = resolved_text(whole, *shelf_.find(whole.model));
    return whole;
}

std::string SessionPolicy::short_text(const Label& title, const std::vector<SwitchedMeasure>& measures, bool has_turns) const {
    std::string text;
    if (!title.empty()) text += fmt::format("title = {{ en = {}, nl = {} }}\n", toml_string(title.en), toml_string(title.nl));
    text += fmt::format("extends = {}\n", toml_string(base_));
    for (const SwitchedMeasure& measure : measures) {
        text += fmt::format("\n[[intervention]]\nname = {}\nuse = {}\nstart = {}\n", toml_string(measure.name), toml_string(measure.entry),
                            moment(measure.start));
        if (measure.end) text += fmt::format("end = {}\n", moment(*measure.end));
        if (!has_turns) continue;
        for (const KnobValue& knob : measure.at_start) text += fmt::format("{} = {}\n", knob.path, toml_number(knob.value));
        Week open{-1};
        for (const SwitchedMeasure::Turn& turn : measure.turns) {
            if (turn.at != open) text += fmt::format("\n[[intervention.change]]\nat = {}\n", moment(turn.at));
            open = turn.at;
            text += fmt::format("{} = {}\n", turn.knob.path, toml_number(turn.knob.value));
        }
    }
    return text;
}

std::string SessionPolicy::text(const Label& title) const {
    const std::string written = short_text(title, measures_, true);
    try {
        // Overrides stand nowhere in a short file.
        const Vocabulary& vocabulary = *shelf_.find(scenario_.model);
        Scenario again = read_scenario_text(written, "session.toml", shelf_, {}, library_);
        again.title = scenario_.title;
        if (resolved_text(again, vocabulary) == resolved_text(scenario_, vocabulary)) return written;
    } catch (const InputError&) {  // then the whole scenario says it
    }
    Scenario whole = scenario_;
    if (!title.empty()) whole.title = title;
    return resolved_text(whole, *shelf_.find(whole.model));
}

}  // namespace bevlogen
