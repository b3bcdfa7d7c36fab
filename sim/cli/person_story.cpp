// The story of one person as text.
#include "sim/cli/person_story.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>
#include <vector>

#include "sim/cli/life_words.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/cli/text_table.hpp"
#include "sim/core/ids.hpp"
#include "sim/core/week.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kHeadIndent = 14;
constexpr std::size_t kWidestRow = kTableWidth - 30;  // of numbers, so that words fit beside them

std::string head_line(const char* title, const std::string& text) {
    return text.empty() ? "" : wrapped(fmt::format("  {:<11} {}", title, text), kHeadIndent) + "\n";
}

std::string prose(const std::string& line) { return wrapped(line, 2) + "\n"; }

std::string number_word(int number) {
    constexpr const char* kWords[] = {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
    return number >= 2 && number <= 10 ? kWords[number - 2] : std::to_string(number);
}

std::string looks_text(const Life& life) {
    const int weeks = life.weeks.back();
    const std::string span = weeks % kWeeksPerYear == 0 ? fmt::format("{} year{}", weeks / kWeeksPerYear, weeks == kWeeksPerYear ? "" : "s")
                                                        : fmt::format("{} weeks", weeks);
    if (life.every == 1) return fmt::format("every week for {}", span);
    return fmt::format("every {}{} week for {}; what comes and goes between two looks is not seen", life.every,
                       life.every == 2   ? "nd"
                       : life.every == 3 ? "rd"
                                         : "th",
                       span);
}

std::string head_text(const StoryHead& head, const LifeStory& story) {
    std::vector<std::string> throughout, never;
    for (const std::size_t trace : story.unchanged) {
        const TraceDecl& decl = story.decl(trace);
        const int code = story.constant_code(trace);
        if (!story.life.traces[trace].is_yes_or_no()) {
            throughout.push_back(fmt::format("{}: {}", decl.label.en, story.word(trace, code)));
        } else {
            (code == 0 ? never : throughout).push_back(decl.label.en);
        }
    }
    const int every = story.life.every;
    std::string unseen = fmt::format("{}", fmt::join(never, ", "));
    if (every > 1 && !unseen.empty()) unseen += fmt::format(" (one week in {} is looked at)", number_word(every));
    const TeamId team = PersonId{static_cast<std::uint64_t>(head.person.id)}.first_team();
    return bold(fmt::format("Person {} of {} in the panel", head.person.index + 1, head.panel_size)) + "\n" +
           head_line("id",
                     fmt::format("{} (first post in hospital {}, department {})", head.person.id, team.hospital(), team.department())) +
           head_line("scenario", story.life.scenario + (head.replicate.empty() ? "" : ", replicate " + head.replicate)) +
           head_line("looked at", looks_text(story.life)) + head_line("throughout", fmt::format("{}", fmt::join(throughout, "; "))) +
           head_line(every > 1 ? "not seen" : "never", unseen) + head_line("in all", whole_happenings(story));
}

std::string heading_of(const TraceDecl& decl) {
    std::string text = decl.name;
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

std::string without_end(const std::string& line) { return line.substr(0, line.find_last_not_of(' ') + 1); }

std::string shown(double value, const char* format) {
    if (!std::isfinite(value)) return "-";
    return std::fabs(value) < 0.005 ? "0.00" : fmt::format(fmt::runtime(format), value);
}

std::size_t width_of(const TraceDecl& decl) {
    return std::max<std::size_t>({6, heading_of(decl).size(), decl.unit == "1" ? 0 : decl.unit.size()});
}

// A row for each year: a number for each level, and words.
std::string year_table(const LifeStory& story, const char* last_title, const std::function<double(std::size_t, std::size_t)>& number,
                       const char* format, const std::function<std::string(int)>& words) {
    std::string heads = "year", units = "    ";
    std::vector<std::size_t> levels;
    for (std::size_t t = 0; t < story.life.traces.size(); ++t) {
        if (!story.life.traces[t].is_code()) levels.push_back(t);
    }
    for (const std::size_t t : levels) {
        const TraceDecl& decl = story.decl(t);
        heads += fmt::format("  {:>{}}", heading_of(decl), width_of(decl));
        units += fmt::format("  {:>{}}", decl.unit == "1" ? "" : decl.unit, width_of(decl));
    }
    std::string text = bold(fmt::format("{}  {}", heads, last_title)) + "\n";
    if (!without_end(units).empty()) text += dim(without_end(units)) + "\n";
    for (const YearOfLife& year : story.years) {
        std::string row = fmt::format("{:>4}", year.year);
        for (const std::size_t t : levels) {
            row += fmt::format("  {:>{}}", shown(number(t, static_cast<std::size_t>(year.year - 1)), format), width_of(story.decl(t)));
        }
        row += "  ";
        const std::size_t indent = row.size() <= kWidestRow ? row.size() : kHeadIndent;
        text += without_end(wrapped(row + words(year.year), indent)) + "\n";
    }
    return text;
}

std::set<int> codes_of(const LifeTrace& trace) {
    std::set<int> codes;
    for (const float value : trace.values) {
        if (!std::isnan(value) && std::lround(value) != 0) codes.insert(static_cast<int>(std::lround(value)));
    }
    return codes;
}

// "burnout leave 0 instead of 30 weeks"; "complaint twice instead of once"; "short illness seen once instead of 0 times".
std::string difference_text(const LifeStory& base, std::size_t trace, int code, int before, int after) {
    const int every = base.life.every;
    const std::string word = happening_word(base, trace, code);
    const bool is_glimpse = every > 1 && std::max(before, after) <= every;
    if (!is_glimpse && !base.life.traces[trace].is_yes_or_no()) return fmt::format("{} {} instead of {} weeks", word, after, before);
    const auto looks = [every](int weeks) { return times(static_cast<std::size_t>(weeks / every)); };
    return fmt::format("{}{} {} instead of {}", word, every > 1 ? " seen" : "", looks(after), looks(before));
}

std::string different_happenings(const LifeStory& base, const LifeStory& other, int year) {
    std::vector<std::string> entries;
    for (std::size_t t = 0; t < base.life.traces.size(); ++t) {
        if (!base.life.traces[t].is_code()) continue;
        std::set<int> codes = codes_of(base.life.traces[t]);
        codes.merge(codes_of(other.life.traces[t]));
        for (const int code : codes) {
            const int before = weeks_of(base, t, code, year);
            const int after = weeks_of(other, t, code, year);
            if (before == after) continue;
            entries.push_back(difference_text(base, t, code, before, after));
        }
    }
    return fmt::format("{}", fmt::join(entries, "; "));
}

}  // namespace

std::string story_text(const StoryHead& head, const LifeStory& story) {
    std::string text = head_text(head, story) + "\n";
    text += year_table(
        story, "what happened", [&](std::size_t trace, std::size_t year) { return story.years[year].means[trace]; }, "{:.2f}",
        [&](int year) { return short_happenings(story, year); });
    text += "\n";
    for (const std::string& sentence : year_sentences(story)) text += prose(sentence);
    return text;
}

std::string parting_text(const LifeStory& base, const LifeStory& other) {
    const Parting parting = parting_of(base.life, other.life);
    std::string text = bold(fmt::format("The same person in {} and in {}", base.life.scenario, other.life.scenario)) + "\n";
    if (!parting.week) return text + "Nothing differs at any look: it is the same life.\n";
    std::vector<std::string> labels;
    for (const std::size_t trace : parting.traces) labels.push_back(base.decl(trace).label.en);
    const bool has_common = *parting.week > base.life.every;
    text +=
        prose(has_common ? fmt::format("Until week {} both lives are the same. In week {} they part, first in {}.",
                                       *parting.week - base.life.every, *parting.week, fmt::join(labels, ", "))
                         : fmt::format("The lives part before the first look (week {}) in {}.", *parting.week, fmt::join(labels, ", ")));
    text += prose(fmt::format("Means of each year in {} less those in {}:", other.life.scenario, base.life.scenario)) + "\n";
    return text + year_table(
                      base, "what is different",
                      [&](std::size_t trace, std::size_t year) { return other.years[year].means[trace] - base.years[year].means[trace]; },
                      "{:+.2f}", [&](int year) { return different_happenings(base, other, year); });
}

}  // namespace bevlogen
