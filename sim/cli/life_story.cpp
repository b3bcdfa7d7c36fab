// Cuts a life into periods and years.
#include "sim/cli/life_story.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "sim/core/contract.hpp"
#include "sim/core/week.hpp"

namespace bevlogen {
namespace {

constexpr float kArrivalJump = 0.5f;
constexpr int kNoCode = -1;

int code_of(float value) { return std::isnan(value) ? kNoCode : static_cast<int>(std::lround(value)); }

// Calls run(value, first, last) for each run of equal values of value(look).
template <class Value, class Run>
void for_each_run(std::size_t looks, const Value& value, const Run& run) {
    for (std::size_t first = 0; first < looks;) {
        std::size_t last = first;
        while (last + 1 < looks && value(last + 1) == value(first)) ++last;
        run(value(first), first, last);
        first = last + 1;
    }
}

bool keeps_one_code(const LifeTrace& trace) {
    int seen = kNoCode;
    for (const float value : trace.values) {
        const int code = code_of(value);
        if (code == kNoCode) continue;
        if (seen != kNoCode && code != seen) return false;
        seen = code;
    }
    return seen != kNoCode;
}

void add_periods(LifeStory& story, std::size_t index) {
    const Life& life = story.life;
    const std::vector<float>& values = life.traces[index].values;
    const auto code_at = [&](std::size_t look) { return code_of(values[look]); };
    const auto add = [&](int code, std::size_t first, std::size_t last) {
        const int weeks = static_cast<int>(last - first + 1) * life.every;
        story.periods.push_back({index, code, life.weeks[first], life.weeks[last], weeks, last + 1 == values.size()});
    };
    for_each_run(values.size(), code_at, [&](int code, std::size_t first, std::size_t last) {
        if ((code == 0 && !life.traces[index].decl.tells_zero) || code == kNoCode) return;
        if (life.every == 1 || !life.traces[index].is_yes_or_no()) return add(code, first, last);
        for (std::size_t look = first; look <= last; ++look) add(code, look, look);
    });
}

void add_arrivals(LifeStory& story, std::size_t index) {
    const LifeTrace& trace = story.life.traces[index];
    if (trace.decl.unit != "1") return;
    const bool is_part = std::none_of(trace.values.begin(), trace.values.end(), [](float value) { return value < 0.0f || value > 1.0f; });
    if (!is_part) return;
    for (std::size_t look = 1; look < trace.values.size(); ++look) {
        if (trace.values[look] - trace.values[look - 1] > kArrivalJump) story.arrivals.push_back({index, story.life.weeks[look]});
    }
}

void add_absences(LifeStory& story) {
    const Life& life = story.life;
    const auto is_there = [&](std::size_t look) {
        return std::any_of(life.traces.begin(), life.traces.end(), [&](const LifeTrace& t) { return !std::isnan(t.values[look]); });
    };
    for_each_run(life.weeks.size(), is_there, [&](bool there, std::size_t first, std::size_t last) {
        if (!there) story.absences.push_back({life.weeks[first], life.weeks[last], last + 1 == life.weeks.size()});
    });
}

struct Moments {
    int count = 0;
    double sum = 0.0;
    double squares = 0.0;

    void add(double value) {
        ++count;
        sum += value;
        squares += value * value;
    }
    double mean() const { return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN(); }
    double deviation() const { return count > 1 ? std::sqrt(std::max(0.0, squares / count - mean() * mean())) : 0.0; }
};

void add_years(LifeStory& story) {
    const Life& life = story.life;
    const int years = (life.weeks.back() + kWeeksPerYear - 1) / kWeeksPerYear;
    story.spread.assign(life.traces.size(), 0.0);
    for (int year = 1; year <= years; ++year) story.years.push_back({year, 0, {}});
    for (std::size_t t = 0; t < life.traces.size(); ++t) {
        Moments whole;
        std::vector<Moments> by_year(story.years.size());
        for (std::size_t look = 0; look < life.weeks.size(); ++look) {
            const float value = life.traces[t].values[look];
            if (std::isnan(value)) continue;
            whole.add(value);
            by_year[static_cast<std::size_t>((life.weeks[look] - 1) / kWeeksPerYear)].add(value);
        }
        story.spread[t] = whole.deviation();
        for (std::size_t y = 0; y < by_year.size(); ++y) {
            story.years[y].looks = std::max(story.years[y].looks, by_year[y].count);
            story.years[y].means.push_back(life.traces[t].is_code() ? std::numeric_limits<double>::quiet_NaN() : by_year[y].mean());
        }
    }
}

}  // namespace

std::string LifeStory::word(std::size_t trace, int code) const {
    const std::vector<Label>& words = decl(trace).words;
    const auto index = static_cast<std::size_t>(code);
    return index < words.size() && !words[index].en.empty() ? words[index].en : fmt::format("code {}", code);
}

int LifeStory::constant_code(std::size_t trace) const {
    const std::vector<float>& values = life.traces[trace].values;
    return code_of(*std::find_if(values.begin(), values.end(), [](float value) { return !std::isnan(value); }));
}

LifeStory story_of(Life life) {
    expect(!life.weeks.empty(), "a life has at least one look");
    for (const LifeTrace& trace : life.traces) expect(trace.values.size() == life.weeks.size(), "a trace has a value for every look");
    LifeStory story;
    story.life = std::move(life);
    for (std::size_t t = 0; t < story.life.traces.size(); ++t) {
        const LifeTrace& trace = story.life.traces[t];
        if (!trace.is_code()) {
            add_arrivals(story, t);
        } else if (keeps_one_code(trace)) {
            story.unchanged.push_back(t);
        } else {
            add_periods(story, t);
        }
    }
    add_absences(story);
    add_years(story);
    return story;
}

Parting parting_of(const Life& base, const Life& other) {
    expect(base.weeks == other.weeks && base.traces.size() == other.traces.size(), "two lives of one panel have the same looks and traces");
    for (std::size_t look = 0; look < base.weeks.size(); ++look) {
        Parting parting;
        for (std::size_t t = 0; t < base.traces.size(); ++t) {
            const float a = base.traces[t].values[look];
            const float b = other.traces[t].values[look];
            if (a != b && !(std::isnan(a) && std::isnan(b))) parting.traces.push_back(t);
        }
        if (!parting.traces.empty()) {
            parting.week = base.weeks[look];
            return parting;
        }
    }
    return {};
}

}  // namespace bevlogen
