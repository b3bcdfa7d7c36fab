// The story of one person as JSON.
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/cli/person_story.hpp"

namespace bevlogen {
namespace {

using Json = nlohmann::ordered_json;

Json means_json(const LifeStory& story, std::size_t year, const LifeStory* base) {
    Json means = Json::object();
    for (std::size_t t = 0; t < story.life.traces.size(); ++t) {
        if (story.life.traces[t].is_code()) continue;
        const double value = story.years[year].means[t] - (base != nullptr ? base->years[year].means[t] : 0.0);
        means[story.decl(t).name] = std::isfinite(value) ? Json(value) : Json(nullptr);
    }
    return means;
}

Json code_json(const LifeStory& story, std::size_t trace, int code) {
    return {{"trace", story.decl(trace).name}, {"label", story.decl(trace).label.en}, {"code", code}, {"word", story.word(trace, code)}};
}

Json parting_json(const LifeStory& base, const LifeStory& other) {
    const Parting parting = parting_of(base.life, other.life);
    Json answer = {{"base", base.life.scenario}, {"scenario", other.life.scenario}, {"week", nullptr}, {"traces", Json::array()}};
    if (parting.week) answer["week"] = *parting.week;
    for (const std::size_t trace : parting.traces) answer["traces"].push_back(base.decl(trace).name);
    answer["differences"] = Json::array();
    for (std::size_t year = 0; year < other.years.size(); ++year) {
        answer["differences"].push_back({{"year", year + 1}, {"means", means_json(other, year, &base)}});
    }
    return answer;
}

}  // namespace

std::string story_json(const StoryHead& head, const LifeStory& story, const TwoLives* both) {
    Json answer = {{"person", head.person.id},        {"number", head.person.index + 1}, {"of", head.panel_size},
                   {"scenario", story.life.scenario}, {"replicate", head.replicate},     {"every", story.life.every},
                   {"weeks", story.life.weeks.back()}};
    for (const char* list : {"unchanged", "periods", "arrivals", "absences", "years"}) answer[list] = Json::array();
    for (const std::size_t trace : story.unchanged) answer["unchanged"].push_back(code_json(story, trace, story.constant_code(trace)));
    for (const Period& period : story.periods) {
        Json entry = code_json(story, period.trace, period.code);
        entry.update({{"first_week", period.first_week},
                      {"last_week", period.last_week},
                      {"weeks", period.weeks},
                      {"to_the_end", period.to_the_end}});
        answer["periods"].push_back(std::move(entry));
    }
    for (const Arrival& arrival : story.arrivals) {
        answer["arrivals"].push_back(
            {{"trace", story.decl(arrival.trace).name}, {"label", story.decl(arrival.trace).label.en}, {"week", arrival.week}});
    }
    for (const Absence& absence : story.absences) {
        answer["absences"].push_back(
            {{"first_week", absence.first_week}, {"last_week", absence.last_week}, {"to_the_end", absence.to_the_end}});
    }
    for (std::size_t year = 0; year < story.years.size(); ++year) {
        answer["years"].push_back(
            {{"year", story.years[year].year}, {"looks", story.years[year].looks}, {"means", means_json(story, year, nullptr)}});
    }
    if (both != nullptr) answer["parting"] = parting_json(both->base, both->other);
    return answer.dump(1) + "\n";
}

}  // namespace bevlogen
