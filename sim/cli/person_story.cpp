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
#include "sim/core/ids.hpp"
#include "sim/core/week.hpp"

namespace bevlogen {
namespace {

std::string head_line(const char* title, const std::string& text) { return text.empty() ? "" : fmt::format("  {:<11} {}\n", title, text); }

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
        if (decl.words.size() > 2) {
            throughout.push_back(fmt::format("{}: {}", decl.label.en, story.word(trace, code)));
        } else {
            (code == 0 ? never : throughout).push_back(decl.label.en);
        }
    }
    const TeamId team = PersonId{static_cast<std::uint64_t>(head.person.id)}.first_team();
    return bold(fmt::format("Person {} of {} in the panel", head.person.index + 1, head.panel_size)) + "\n" +
           head_line("id",
                     fmt::format("{} (first post in hospital {}, department {})", head.person.id, team.hospital(), team.department())) +
           head_line("scenario", story.life.scenario + (head.replicate.empty() ? "" : ", replicate " + head.replicate)) +
           head_line("looked at", looks_text(story.life)) + head_line("throughout", fmt::format("{}", fmt::join(throughout, "; "))) +
           head_line("never", fmt::format("{}", fmt::join(never, ", "))) + head_line("in all", whole_happenings(story));
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
        text += without_end(row + "  " + words(year.year)) + "\n";
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

// "leave: burnout leave 0 instead of 30 weeks".
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
            const std::string title = base.decl(t).words.size() > 2 ? base.decl(t).label.en + ": " : "";
            entries.push_back(fmt::format("{}{} {} instead of {} weeks", title, happening_word(base, t, code), after, before));
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
    for (const YearOfLife& year : story.years) text += year_sentence(story, year.year) + "\n";
    return text;
}

std::string parting_text(const LifeStory& base, const LifeStory& other) {
    const Parting parting = parting_of(base.life, other.life);
    std::string text = bold(fmt::format("The same person in {} and in {}", base.life.scenario, other.life.scenario)) + "\n";
    if (!parting.week) return text + "Nothing differs at any look: it is the same life.\n";
    std::vector<std::string> labels;
    for (const std::size_t trace : parting.traces) labels.push_back(base.decl(trace).label.en);
    const bool has_common = *parting.week > base.life.every;
    text += has_common ? fmt::format("Until week {} both lives are the same. In week {} they part, first in {}.\n",
                                     *parting.week - base.life.every, *parting.week, fmt::join(labels, ", "))
                       : fmt::format("The lives part before the first look (week {}) in {}.\n", *parting.week, fmt::join(labels, ", "));
    text += fmt::format("Means of each year in {} less those in {}:\n\n", other.life.scenario, base.life.scenario);
    return text + year_table(
                      base, "what is different",
                      [&](std::size_t trace, std::size_t year) { return other.years[year].means[trace] - base.years[year].means[trace]; },
                      "{:+.2f}", [&](int year) { return different_happenings(base, other, year); });
}

}  // namespace bevlogen
