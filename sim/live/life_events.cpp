// Cuts the traces of a life into runs of one code.
#include "sim/live/life_events.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <span>
#include <string>
#include <tuple>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

constexpr int kNoCode = -1;

std::span<const float> week_of(const LifeNow& life, std::size_t week) {
    const std::size_t traces = life.values.size() / life.weeks;
    return std::span(life.values).subspan(week * traces, traces);
}

bool is_there(const LifeNow& life, std::size_t week) {
    const auto values = week_of(life, week);
    return std::any_of(values.begin(), values.end(), [](float value) { return !std::isnan(value); });
}

int code_of(float value) { return std::isnan(value) ? kNoCode : static_cast<int>(std::lround(value)); }

// Calls run(value, first, length) for each run of equal values of value(week), weeks from 0.
template <class Value, class Run>
void for_each_run(std::size_t weeks, const Value& value, const Run& run) {
    for (std::size_t first = 0; first < weeks;) {
        std::size_t end = first + 1;
        while (end < weeks && value(end) == value(first)) ++end;
        run(value(first), first, end - first);
        first = end;
    }
}

LifeEvent event_from(std::size_t first, std::size_t trace, int code, std::size_t weeks) {
    return {static_cast<int>(first) + 1, trace, code, static_cast<int>(weeks)};
}

void add_codes(std::vector<LifeEvent>& events, const LifeNow& life, std::size_t trace, bool tells_zero) {
    int before = kNoCode;
    const auto code_in = [&](std::size_t week) { return code_of(week_of(life, week)[trace]); };
    for_each_run(life.weeks, code_in, [&](int code, std::size_t first, std::size_t weeks) {
        if (code == kNoCode) return;
        const bool is_news = tells_zero ? before != kNoCode && code != before : code != 0;
        if (is_news) events.push_back(event_from(first, trace, code, weeks));
        before = code;
    });
}

void add_presence(std::vector<LifeEvent>& events, const LifeNow& life, std::size_t trace) {
    bool was_there = false;
    const auto is_there_in = [&](std::size_t week) { return is_there(life, week); };
    for_each_run(life.weeks, is_there_in, [&](bool there, std::size_t first, std::size_t weeks) {
        const Presence presence = !there ? Presence::gone : was_there ? Presence::back : Presence::came;
        if (first > 0) events.push_back(event_from(first, trace, static_cast<int>(presence), weeks));
        was_there = was_there || there;
    });
}

Label words_of(Presence presence) {
    switch (presence) {
        case Presence::gone: return {"No longer followed: in no post", "Niet meer in een functie"};
        case Presence::back: return {"In a post again", "Weer in een functie"};
        case Presence::came: return {"In a post", "In een functie"};
    }
    expect(false, "somebody comes or goes");
    return {};
}

// Other first letters than of ASCII stay as they are.
std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

Label word_of(int code, const TraceDecl& trace) {
    const auto index = static_cast<std::size_t>(code);
    return index < trace.words.size() && !trace.words[index].empty() ? trace.words[index] : Label::same(fmt::format("code {}", code));
}

}  // namespace

std::vector<LifeEvent> events_of(const LifeNow& life, const std::vector<TraceDecl>& traces) {
    expect(life.values.size() == life.weeks * traces.size(), "a life has a value of each trace in each week");
    std::vector<LifeEvent> events;
    for (std::size_t t = 0; t < traces.size(); ++t) {
        if (!traces[t].words.empty()) add_codes(events, life, t, traces[t].tells_zero);
    }
    if (!traces.empty()) add_presence(events, life, traces.size());
    std::sort(events.begin(), events.end(),
              [](const LifeEvent& a, const LifeEvent& b) { return std::tie(a.week, a.trace) < std::tie(b.week, b.trace); });
    return events;
}

Label words_of(const LifeEvent& event, const std::vector<TraceDecl>& traces) {
    if (event.trace == traces.size()) return words_of(static_cast<Presence>(event.code));
    const TraceDecl& trace = traces[event.trace];
    const bool is_yes_or_no = trace.words.size() <= 2 && !trace.tells_zero;
    if (is_yes_or_no) return {capitalised(trace.label.en), capitalised(trace.label.nl)};
    const Label word = word_of(event.code, trace);
    const bool has_duration = event.weeks > 1 && !trace.tells_zero;
    return {fmt::format("{}: {}", capitalised(trace.label.en), word.en) + (has_duration ? fmt::format(" ({} weeks)", event.weeks) : ""),
            fmt::format("{}: {}", capitalised(trace.label.nl), word.nl) + (has_duration ? fmt::format(" ({} weken)", event.weeks) : "")};
}

std::optional<int> parting_week(const TwoLives& lives) {
    const auto is_same = [](float a, float b) {
        return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b) || (std::isnan(a) && std::isnan(b));
    };
    const std::size_t weeks = std::min(lives.with.weeks, lives.without.weeks);
    for (std::size_t week = 0; week < weeks; ++week) {
        const auto with = week_of(lives.with, week), without = week_of(lives.without, week);
        if (!std::equal(with.begin(), with.end(), without.begin(), without.end(), is_same)) return static_cast<int>(week) + 1;
    }
    return std::nullopt;
}

}  // namespace bevlogen
