// Words for periods, arrivals and levels.
#include "sim/cli/life_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>

#include "sim/core/week.hpp"

namespace bevlogen {
namespace {

constexpr int kAllYears = 0;

std::string capitalised(std::string text) {
    if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

std::string weeks_text(const Life& life, int weeks) {
    return fmt::format("{}{} week{}", life.every > 1 ? "about " : "", weeks, weeks == 1 ? "" : "s");
}

// What is told of a trace in a year: the codes it had, in order of their first week.
struct Told {
    int code = 0;
    const Period* carried = nullptr;  // began in an earlier year
    std::vector<const Period*> begun;
};

Told& told_with(std::vector<Told>& all, int code) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Told& t) { return t.code == code; });
    return found != all.end() ? *found : all.emplace_back(Told{code, nullptr, {}});
}

std::vector<Told> told_of(const LifeStory& story, std::size_t trace, int year) {
    std::vector<Told> all;
    for (const Period& period : story.periods) {
        if (period.trace != trace || period.first_year() > year || period.last_year() < year) continue;
        Told& told = told_with(all, period.code);
        if (period.first_year() < year) {
            told.carried = &period;
        } else {
            told.begun.push_back(&period);
        }
    }
    return all;
}

int weeks_in(const std::vector<const Period*>& periods) {
    int weeks = 0;
    for (const Period* period : periods) weeks += period->weeks;
    return weeks;
}

// "twice (3 weeks in all)"; "seen twice" where each was seen at one look of those weeks apart. Yes and no have no durations.
std::string count_text(const Life& life, const std::vector<const Period*>& periods, const char* in_all) {
    const bool is_glimpse =
        life.every > 1 && std::all_of(periods.begin(), periods.end(), [&](const Period* period) { return period->weeks == life.every; });
    if (is_glimpse) return "seen " + times(periods.size());
    if (life.traces[periods.front()->trace].is_yes_or_no()) return times(periods.size());
    return fmt::format("{} ({}{})", times(periods.size()), weeks_text(life, weeks_in(periods)), in_all);
}

std::string begun_text(const Life& life, const Period& period) {
    const bool is_event = life.traces[period.trace].is_yes_or_no();
    if (period.to_the_end && !(is_event && period.first_week == period.last_week)) return fmt::format("from week {} on", period.first_week);
    if (period.first_week == period.last_week) return fmt::format("in week {}", period.first_week);
    if (period.first_year() != period.last_year()) {
        return fmt::format("from week {}", period.first_week) + (is_event ? "" : fmt::format(" ({})", weeks_text(life, period.weeks)));
    }
    return fmt::format("in weeks {}-{}", period.first_week, period.last_week);
}

// Whether a period that began two years ago or earlier only goes on: how long it lasts was told when it began.
bool is_told_enough(const Period& carried, int year) { return carried.last_year() > year && year - carried.first_year() >= 2; }

// A state that one is always in, such as a career phase: that it goes on is no news.
bool is_standing(const LifeStory& story, std::size_t trace) {
    const std::vector<float>& values = story.life.traces[trace].values;
    const auto looks = std::count_if(values.begin(), values.end(), [](float value) { return !std::isnan(value); });
    int told = 0;
    for (const Period& period : story.periods) told += period.trace == trace ? period.weeks : 0;
    return told >= looks * story.life.every;
}

// Whether a year tells of a period that an earlier year has told of: of its end, and of a year within it unless that is as expected.
bool is_told_again(const LifeStory& story, const Period& carried, int year) {
    if (carried.to_the_end || is_told_enough(carried, year)) return false;
    return carried.last_year() == year || !is_standing(story, carried.trace);
}

// What is told of one code in one year; empty where an earlier year has told it all.
std::string phrase(const LifeStory& story, const Told& told, const std::string& word, int year) {
    std::string text;
    if (told.carried != nullptr && is_told_again(story, *told.carried, year)) {
        text = told.carried->last_year() > year ? word + " all year" : fmt::format("{} until week {}", word, told.carried->last_week);
    }
    if (told.begun.empty()) return text;
    const std::string again = text.empty() ? word : text + " and again";
    if (told.begun.size() == 1) return again + " " + begun_text(story.life, *told.begun.front());
    return again + " " + count_text(story.life, told.begun, " in all");
}

// Phrases of one trace, under its label where the words alone would not say of what.
void add_titled(std::vector<std::string>& entries, const LifeStory& story, std::size_t trace, const std::vector<std::string>& phrases) {
    if (phrases.empty()) return;
    const bool has_title = story.life.traces[trace].is_code() && !story.life.traces[trace].is_yes_or_no();
    entries.push_back(fmt::format("{}{}", has_title ? story.decl(trace).label.en + ": " : "", fmt::join(phrases, ", ")));
}

std::vector<int> arrival_weeks(const LifeStory& story, std::size_t trace, int year) {
    std::vector<int> weeks;
    for (const Arrival& arrival : story.arrivals) {
        if (arrival.trace == trace && (year == kAllYears || arrival.year() == year)) weeks.push_back(arrival.week);
    }
    return weeks;
}

void add_absences(std::vector<std::string>& entries, const LifeStory& story, int year) {
    for (const Absence& absence : story.absences) {
        if ((absence.first_week - 1) / kWeeksPerYear + 1 != year) continue;
        const std::string until = absence.to_the_end ? " on" : fmt::format(" until week {}", absence.last_week);
        entries.push_back(fmt::format("in no post that is followed from week {}{}", absence.first_week, until));
    }
}

// "rose", "fell much", or nothing where a year is like the one before.
std::string change_words(double change, double spread) {
    if (!std::isfinite(change) || spread <= 0.0 || std::fabs(change) < 0.5 * spread || std::fabs(change) < 0.01) return "";
    return std::string(change > 0.0 ? "rose" : "fell") + (std::fabs(change) >= 1.5 * spread ? " much" : "");
}

int z_band(double z) {
    const double size = std::fabs(z);
    const int band = size < 0.5 ? 0 : size < 1.0 ? 1 : size < 2.0 ? 2 : 3;
    return z < 0.0 ? -band : band;
}

// What is like the year before is not told again, unless it is out of the ordinary.
std::string level_words(const LifeStory& story, int year) {
    const auto index = static_cast<std::size_t>(year - 1);
    std::vector<std::string> told, average, average_again;
    for (std::size_t t = 0; t < story.life.traces.size(); ++t) {
        const TraceDecl& decl = story.decl(t);
        const double mean = story.years[index].means[t];
        const double before = index > 0 ? story.years[index - 1].means[t] : std::nan("");
        if (!std::isfinite(mean) || decl.unit == "years") continue;  // a clock: that it goes on is no news
        if (decl.unit != "z") {
            if (!arrival_weeks(story, t, kAllYears).empty()) continue;  // told as an event
            const std::string words = change_words(mean - before, story.spread[t]);
            if (!words.empty()) told.push_back(fmt::format("{} {} ({:+.2f})", decl.label.en, words, mean - before));
            continue;
        }
        const bool is_same = std::isfinite(before) && z_band(before) == z_band(mean);
        if (z_band(mean) != 0) {
            told.push_back(fmt::format("{} {}{} ({:+.1f} SD)", decl.label.en, is_same ? "still " : "", z_words(mean), mean));
        } else if (!is_same) {
            (std::isfinite(before) ? average_again : average).push_back(decl.label.en);
        }
    }
    if (!average.empty()) told.push_back(fmt::format("{} near the average", fmt::join(average, " and ")));
    if (!average_again.empty()) told.push_back(fmt::format("{} back near the average", fmt::join(average_again, " and ")));
    return fmt::format("{}", fmt::join(told, ", "));
}

}  // namespace

std::string z_words(double z) {
    constexpr const char* kStrength[] = {"near the average", "rather ", "", "very "};
    const int band = z_band(z);
    return kStrength[std::abs(band)] + std::string(band == 0 ? "" : band > 0 ? "high" : "low");
}

std::string times(std::size_t count) {
    if (count == 1) return "once";
    return count == 2 ? "twice" : fmt::format("{} times", count);
}

std::string happening_word(const LifeStory& story, std::size_t trace, int code) {
    return story.life.traces[trace].is_yes_or_no() ? story.decl(trace).label.en : story.word(trace, code);
}

std::vector<std::string> happenings(const LifeStory& story, int year) {
    std::vector<std::string> entries;
    for (std::size_t t = 0; t < story.life.traces.size(); ++t) {
        std::vector<std::string> phrases;
        for (const Told& told : told_of(story, t, year)) {
            const std::string text = phrase(story, told, happening_word(story, t, told.code), year);
            if (!text.empty()) phrases.push_back(text);
        }
        if (const std::vector<int> weeks = arrival_weeks(story, t, year); !weeks.empty()) {
            phrases.push_back(
                fmt::format("{} in week{} {}", story.decl(t).label.en, weeks.size() == 1 ? "" : "s", fmt::join(weeks, " and ")));
        }
        add_titled(entries, story, t, phrases);
    }
    add_absences(entries, story, year);
    return entries;
}

std::string short_happenings(const LifeStory& story, int year) {
    std::vector<std::string> entries;
    for (std::size_t t = 0; t < story.life.traces.size(); ++t) {
        std::vector<std::string> phrases;
        const auto add = [&](const std::string& word, std::size_t count) {
            if (count > 0) phrases.push_back(count > 1 ? fmt::format("{} ({})", word, count) : word);
        };
        for (const Told& told : told_of(story, t, year)) {
            const bool goes_on = told.carried != nullptr && is_told_again(story, *told.carried, year);
            add(happening_word(story, t, told.code), told.begun.size() + (goes_on ? 1 : 0));
        }
        add(story.decl(t).label.en, arrival_weeks(story, t, year).size());
        add_titled(entries, story, t, phrases);
    }
    return fmt::format("{}", fmt::join(entries, "; "));
}

std::string whole_happenings(const LifeStory& story) {
    std::vector<std::string> entries;
    for (std::size_t t = 0; t < story.life.traces.size(); ++t) {
        std::vector<Told> all;
        for (const Period& period : story.periods) {
            if (period.trace == t) told_with(all, period.code).begun.push_back(&period);
        }
        std::vector<std::string> phrases;
        for (const Told& told : all) {
            phrases.push_back(happening_word(story, t, told.code) + " " + count_text(story.life, told.begun, ""));
        }
        if (const std::size_t count = arrival_weeks(story, t, kAllYears).size(); count > 0) {
            phrases.push_back(story.decl(t).label.en + " " + times(count));
        }
        add_titled(entries, story, t, phrases);
    }
    return fmt::format("{}", fmt::join(entries, "; "));
}

int weeks_of(const LifeStory& story, std::size_t trace, int code, int year) {
    const Life& life = story.life;
    int weeks = 0;
    for (std::size_t look = 0; look < life.weeks.size(); ++look) {
        const bool is_year = (life.weeks[look] - 1) / kWeeksPerYear + 1 == year;
        const float value = life.traces[trace].values[look];
        if (is_year && !std::isnan(value) && std::lround(value) == code) weeks += life.every;
    }
    return weeks;
}

namespace {

bool is_absent(const LifeStory& story, int year) {
    return story.years[static_cast<std::size_t>(year - 1)].looks == 0 && happenings(story, year).empty();
}

}  // namespace

std::vector<std::string> year_sentences(const LifeStory& story) {
    std::vector<std::string> sentences;
    const int years = static_cast<int>(story.years.size());
    for (int year = 1; year <= years; ++year) {
        int last = year;
        while (is_absent(story, year) && last < years && is_absent(story, last + 1)) ++last;
        sentences.push_back(last > year ? fmt::format("Years {} to {}: In no post that is followed.", year, last)
                                        : year_sentence(story, year));
        year = last;
    }
    return sentences;
}

std::string year_sentence(const LifeStory& story, int year) {
    std::vector<std::string> parts;
    if (const std::string levels = level_words(story, year); !levels.empty()) parts.push_back(capitalised(levels));
    for (const std::string& entry : happenings(story, year)) parts.push_back(capitalised(entry));
    if (parts.empty()) {
        if (is_absent(story, year)) return fmt::format("Year {}: In no post that is followed.", year);
        return year > 1 ? fmt::format("Year {}: Much like year {}.", year, year - 1) : "Year 1: Nothing stands out.";
    }
    return fmt::format("Year {}: {}.", year, fmt::join(parts, ". "));
}

}  // namespace bevlogen
