// Declares the traces of the workforce model and reads them from a block.
#include "models/catalog/workforce_traces.hpp"

#include <algorithm>
#include <utility>

#include "models/wellbeing/equations.hpp"
#include "models/workforce/work_factors.hpp"
#include "sim/core/contract.hpp"
#include "sim/core/week.hpp"

namespace bevlogen {
namespace {

using workforce::Demand;
using workforce::Event;
using workforce::factor_of;
using workforce::Resource;

template <std::size_t kCount>
std::vector<Label> words_of(const std::array<Label, kCount>& labels) {
    return {labels.begin(), labels.end()};
}

// The team of a post.
std::size_t team_of(const Block& block, std::size_t post) {
    const auto begins = block.team_begin();
    return static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), post) - begins.begin()) - 1;
}

// None, waits for each service, is in each.
std::vector<Label> words_of_services() {
    std::vector<Label> words = {{"none", "geen"}};
    for (const workforce::Word& word : interventions::service_words())
        words.push_back({"waits: " + word.label.en, "wacht: " + word.label.nl});
    for (const workforce::Word& word : interventions::service_words()) words.push_back(word.label);
    return words;
}

float service_of(const Block& block, Ledger<interventions::ServiceStay> services, std::size_t post) {
    const auto rows = block.rows(services);
    const auto stay = std::lower_bound(rows.begin(), rows.end(), post, [](const auto& row, std::size_t at) { return row.post < at; });
    if (stay == rows.end() || stay->post != post) return 0.0f;
    const std::size_t service = 1 + workforce::index_of(stay->service);
    return static_cast<float>(interventions::is_waiting(*stay) ? service : service + interventions::kServices);
}

}  // namespace

std::vector<TraceDecl> workforce_traces() {
    std::vector<TraceDecl> all;
    const auto level = [&](const char* name, Label label, const char* unit, const char* description) {
        all.push_back({name, std::move(label), unit, {}, description});
    };
    const auto code = [&](const char* name, Label label, std::vector<Label> words, const char* description) {
        all.push_back({name, std::move(label), "1", std::move(words), description});
    };
    level("workload", workforce::factor_words()[factor_of(Demand::workload)].label, "SD", "job demand");
    level("exhaustion", {"exhaustion", "uitputting"}, "1", "raw score of the model");
    level("burnout", {"burnout", "burn-out"}, "z", "z of exhaustion plus weighted mental distance");
    level("engagement", {"engagement", "bevlogenheid"}, "z", "z of the mean of vigour, dedication and absorption");
    level("autonomy", workforce::factor_words()[factor_of(Resource::autonomy)].label, "SD", "job resource");
    level("log_load", {"load of the team", "belasting van het team"}, "log", "logarithm of asked over available care of the person's team");
    level("newcomer", {"new in the team", "nieuw in het team"}, "1", "1 on arrival, fades");
    std::vector<Label> phases;
    for (const workforce::Word& word : workforce::phase_words()) phases.push_back(word.label);
    code("phase", {"career phase", "loopbaanfase"}, std::move(phases), "career phase");
    all.back().tells_zero = true;
    code("leave", {"leave", "verlof"}, words_of(workforce::leave_labels()), "kind of leave");
    code("coaching", {"stage of coaching", "stap in het coachtraject"}, words_of(workforce::coaching_stage_labels()),
         "how far in the newest trajectory");
    const std::vector<Label> no_yes = {{"no", "nee"}, {"yes", "ja"}};
    code("complaint", {"complaint", "klacht"}, no_yes, "event of the week");
    code("severe_case", {"severe case", "ernstige casus"}, no_yes, "event of the week");
    code("conflict", {"conflict", "conflict"}, no_yes, "event of the week");
    code("notice", {"notice", "opzegging"}, words_of(workforce::notice_labels()), "what the person does at the clearing to come");
    code("arrival", {"how one came to the post", "hoe men op de plaats kwam"}, words_of(workforce::arrival_labels()),
         "how the person came to the post");
    code("resigns", {"resigns", "zegt op"}, no_yes, "leaves of the own will, stops training or looks for another employer");
    level("years_in_post", {"years in the post", "jaren op de plaats"}, "years", "time in the post");
    code("peer_group", {"stage of peer groups", "stap in intervisie"}, words_of(workforce::peer_group_stage_labels()),
         "how far in the newest peer group");
    code("service", {"service of the hospital", "voorziening van het ziekenhuis"}, words_of_services(),
         "which service the person waits for or is in");
    return all;
}

void trace_person(const wellbeing::Scores& scores, Ledger<interventions::ServiceStay> services, const Block& block, std::size_t post,
                  std::span<float> values) {
    const workforce::WorkforceFields& fields = scores.fields();
    std::size_t k = 0;
    const auto next = [&](float value) { values[k++] = value; };
    next(block.person(fields.factor[factor_of(Demand::workload)])[post]);
    next(block.person(fields.exhaustion)[post]);
    next(scores.burnout_z_of(block, post));
    next(scores.engagement_z_of(block, post));
    next(block.person(fields.factor[factor_of(Resource::autonomy)])[post]);
    next(block.team(fields.log_load)[team_of(block, post)]);
    next(block.person(fields.newcomer)[post]);
    next(block.person(fields.phase)[post]);
    next(block.person(fields.leave_kind)[post]);
    next(block.person(fields.coaching_stage)[post]);
    const unsigned events = block.person(fields.events)[post];
    for (const Event event : {Event::complaint, Event::severe_case, Event::conflict})
        next(static_cast<float>(events >> workforce::index_of(event) & 1u));
    const auto notice = static_cast<workforce::Notice>(block.person(fields.notice)[post]);
    next(block.person(fields.notice)[post]);
    next(block.person(fields.arrival)[post]);
    const bool resigns =
        notice == workforce::Notice::leaves || notice == workforce::Notice::stops_training || notice == workforce::Notice::seeks_employer;
    next(resigns ? 1.0f : 0.0f);
    next(static_cast<float>(block.person(fields.weeks_in_post)[post]) / kWeeksPerYear);
    next(block.person(fields.peer_group_stage)[post]);
    next(service_of(block, services, post));
    expect(k == values.size(), "every trace of the workforce has a value");
}

}  // namespace bevlogen
