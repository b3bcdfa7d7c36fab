// Declares cost lines and prices them.
#include "models/catalog/workforce_costs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>

#include "models/catalog/support_staff_costs.hpp"
#include "models/catalog/workforce_amounts.hpp"
#include "models/catalog/workforce_levers.hpp"
#include "models/interventions/coaching_settings.hpp"

namespace bevlogen {
namespace {

using interventions::CoachingSettings;
using interventions::SessionsBy;
using workforce::CostParameters;
using workforce::index_of;
using workforce::kPhases;
using workforce::Payer;

// Places among the lines.
enum Line : std::size_t {
    kAbsence,
    kReplacement,
    kAddedPosts,
    kExternal,
    kInternal,
    kCoaches,
    kReleased,
    kContribution,
    kFacilitators,
    kServices,
    kSupportStaff,
    kRecruitment,
    kUndelivered,
    kLines
};

// The coaching of one intervention from one change to the next.
struct Programme {
    const Intervention& intervention;
    CoachingSettings settings;
    Week from, until;  // from the end of the burn-in
};

std::vector<Programme> programmes_of(const Scenario& scenario, std::size_t lever) {
    std::vector<Programme> all;
    for (const Intervention& intervention : scenario.interventions) {
        const Week last = scenario.recorded_weeks();
        const Week end = intervention.schedule.end ? std::min(*intervention.schedule.end, last) : last;
        std::vector<Week> moments = {intervention.schedule.start};
        for (const InterventionChange& change : intervention.changes) moments.push_back(change.at);
        moments.push_back(end);
        for (std::size_t k = 0; k + 1 < moments.size(); ++k) {
            for (const LeverSetting& setting : intervention.levers_at(moments[k])) {
                if (setting.lever != lever) continue;
                all.push_back({intervention, interventions::settings_of(setting), moments[k], std::min(moments[k + 1], end)});
            }
        }
    }
    return all;
}

// The payer of the first; a note where others have another.
std::size_t payer_of(const std::vector<const Intervention*>& interventions, const Label& what, std::vector<Label>& notes) {
    std::optional<std::size_t> payer;
    bool differs = false;
    for (const Intervention* intervention : interventions) {
        const std::size_t own = intervention->catalogue.costs.payer;
        differs = differs || own != payer.value_or(own);
        payer = payer.value_or(own);
    }
    if (differs) {
        const Label& name = workforce::payer_decls()[*payer].label;
        notes.push_back({fmt::format("programmes have different payers; {} of all of them stand under \"{}\"", what.en, name.en),
                         fmt::format("programma's hebben verschillende betalers; {} van alle staan onder \"{}\"", what.nl, name.nl)});
    }
    return payer.value_or(index_of(Payer::hospital));
}

// Who pays the programmes for which `is_meant` holds.
std::size_t payer_of(const std::vector<Programme>& programmes, const std::function<bool(const CoachingSettings&)>& is_meant,
                     const Label& what, std::vector<Label>& notes) {
    std::vector<const Intervention*> meant;
    for (const Programme& programme : programmes) {
        if (is_meant(programme.settings)) meant.push_back(&programme.intervention);
    }
    return payer_of(meant, what, notes);
}

// Interventions that have a lever at some time.
std::vector<const Intervention*> interventions_with(const Scenario& scenario, std::size_t lever) {
    const auto has = [lever](const std::vector<LeverSetting>& levers) {
        return std::any_of(levers.begin(), levers.end(), [lever](const LeverSetting& set) { return set.lever == lever; });
    };
    std::vector<const Intervention*> all;
    for (const Intervention& one : scenario.interventions) {
        const bool later = std::any_of(one.changes.begin(), one.changes.end(), [&](const auto& change) { return has(change.levers); });
        if (has(one.levers) || later) all.push_back(&one);
    }
    return all;
}

// A price for everybody (row 0, by which nothing is priced) and each phase.
std::vector<UnitPrice> by_phase(const std::function<UnitPrice(std::size_t phase)>& price) {
    std::vector<UnitPrice> prices(1);
    for (std::size_t k = 0; k < kPhases; ++k) prices.push_back(price(k));
    return prices;
}

std::vector<UnitPrice> wage_prices(const CostParameters& p, double factor) {
    return by_phase([&](std::size_t k) { return UnitPrice{p.wage[k] * factor, static_cast<std::size_t>(p.wage_payer[k])}; });
}

// Who looks for somebody new: who pays the wages, where that is an employer.
std::size_t employer(const CostParameters& p, std::size_t phase) {
    const auto payer = static_cast<Payer>(p.wage_payer[phase]);
    return index_of(payer == Payer::department ? Payer::department : Payer::hospital);
}

}  // namespace

std::vector<CostLineDecl> workforce_cost_lines(std::size_t first_amount) {
    std::vector<CostLineDecl> lines(kLines);
    const auto of = [&](Line line, const char* name, Label label, std::optional<std::size_t> amount, const char* description) {
        lines[line] = {name, std::move(label), amount ? std::optional(first_amount + *amount) : std::nullopt, false, description};
    };
    of(kAbsence, "paid_absence", {"wages during sick leave", "loon tijdens ziekteverzuim"}, kPaidAbsence, "paid absence x wage");
    of(kReplacement, "replacement", {"replacement during leave", "vervanging tijdens verlof"}, kHiredHours,
       "hired hours x wage x costs.hired_hour");
    of(kAddedPosts, "added_posts", {"added posts", "toegevoegde plaatsen"}, kAddedHours, "hours worked on added posts x wage");
    of(kExternal, "external_coaches", {"external coaches", "externe coaches"}, kSessionsExternal, "sessions held x costs.session_external");
    of(kInternal, "internal_coaches", {"internal coaches, by the session", "interne coaches, per gesprek"}, kSessionsInternal,
       "sessions held x costs.session_internal");
    of(kCoaches, "employed_coaches", {"employed coaches", "coaches in dienst"}, std::nullopt,
       "coaches whose number is set x costs.employed_coach, while the programme lasts; their sessions have no price");
    of(kReleased, "released_time", {"replaced hours of released time", "vervangen vrijgeroosterde uren"}, kReleasedHours,
       "released hours x coaching.session.replaced_share x wage x costs.hired_hour; what is not replaced takes capacity and no money");
    of(kContribution, "own_contribution", {"own contribution", "eigen bijdrage"}, kOwnContribution,
       "paid by the person, received by who pays the coaching; nothing in the total");
    lines[kContribution].is_transfer = true;
    of(kFacilitators, "facilitators", {"facilitators of peer groups", "begeleiders van intervisie"}, kFacilitatorSessions,
       "group sessions that professionals led x costs.facilitator_professional; trained peers and supervisors have no price");
    of(kServices, "services", {"services of the hospital", "voorzieningen van het ziekenhuis"}, kServicePlaces,
       "stays in services that begin x costs.service");
    of(kSupportStaff, "support_staff", {"support staff for side tasks", "ondersteuners voor neventaken"}, std::nullopt,
       "side tasks taken off people that support staff does x costs.support_hour, while the measure lasts");
    of(kRecruitment, "recruitment", {"replacing who leaves", "vervangen van wie vertrekt"}, kReplacements,
       "persons who leave and are to be replaced x costs.replacement_of_leaver");
    of(kUndelivered, "care_not_delivered", {"care not delivered", "niet geleverde zorg"}, kCareNotDelivered,
       "hours of care that are asked and not given x costs.care_not_delivered, which is 0 unless it is set");
    return lines;
}

Prices workforce_prices(const WorkforceParts& parts, const Scenario& scenario, std::size_t coaching, std::size_t peer_group) {
    const CostParameters& p = parts.costs;
    Prices prices;
    prices.price_year = p.price_year;
    prices.discount_of_costs = p.discount_of_costs;
    prices.discount_of_effects = p.discount_of_effects;
    prices.scale = parts.departments.empty() ? scenario.population_scale : 1.0;
    const std::vector<Programme> programmes = programmes_of(scenario, coaching);
    const auto held_by = [](SessionsBy who) { return [who](const CoachingSettings& s) { return s.sessions_by() == who; }; };
    const std::size_t external = payer_of(programmes, held_by(SessionsBy::external),
                                          {"sessions with external coaches", "gesprekken met externe coaches"}, prices.notes);
    const std::size_t internal = payer_of(programmes, held_by(SessionsBy::internal),
                                          {"sessions with internal coaches", "gesprekken met interne coaches"}, prices.notes);
    const auto asks_money = [](const CoachingSettings& s) {
        return std::any_of(s.price.begin(), s.price.end(), [](float x) { return x > 0; });
    };
    const std::size_t receiver = payer_of(programmes, asks_money, {"own contributions", "eigen bijdragen"}, prices.notes);
    const std::size_t person = index_of(Payer::person);

    prices.lines.resize(kLines);
    prices.lines[kAbsence] = wage_prices(p, 1.0);
    prices.lines[kReplacement] = wage_prices(p, p.hired_hour);
    prices.lines[kAddedPosts] = wage_prices(p, 1.0);
    prices.lines[kExternal] = by_phase([&](std::size_t) { return UnitPrice{p.session_external, external}; });
    prices.lines[kInternal] = by_phase([&](std::size_t) { return UnitPrice{p.session_internal, internal}; });
    prices.lines[kReleased] = wage_prices(p, p.hired_hour * static_cast<double>(parts.coaching.session.replaced_share));
    // Where persons pay the coaching itself, their contribution is to themselves.
    prices.lines[kContribution] = by_phase([&](std::size_t) {
        return receiver == person ? UnitPrice{0.0, person, index_of(Payer::hospital)} : UnitPrice{1.0, person, receiver};
    });
    const std::size_t facilitated =
        payer_of(interventions_with(scenario, peer_group), {"sessions of peer groups", "bijeenkomsten van intervisie"}, prices.notes);
    prices.lines[kFacilitators] = by_phase([&](std::size_t) { return UnitPrice{p.facilitator_professional, facilitated}; });
    prices.lines[kServices] = by_phase([&](std::size_t) { return UnitPrice{p.service, index_of(Payer::hospital)}; });
    prices.lines[kRecruitment] = by_phase([&](std::size_t k) { return UnitPrice{p.replacement_of_leaver[k], employer(p, k)}; });
    prices.lines[kUndelivered] = by_phase([&](std::size_t) { return UnitPrice{p.care_not_delivered, index_of(Payer::hospital)}; });
    for (const Programme& programme : programmes) {
        if (programme.settings.sessions_by() != SessionsBy::employed) continue;
        const double coaches = programme.settings.coaches * prices.scale;
        prices.scheduled.push_back({kCoaches, programme.intervention.catalogue.costs.payer, coaches * p.employed_coach / kWeeksPerYear,
                                    programme.from, programme.until});
    }
    for (const ScheduledCost& cost : support_staff_costs(parts, scenario, kTasks, kSupportStaff, prices.scale))
        prices.scheduled.push_back(cost);
    const bool is_left =
        std::any_of(scenario.interventions.begin(), scenario.interventions.end(), [](const Intervention& one) { return !one.is_mandated; });
    if (is_left) {
        prices.notes.push_back(
            {"fixed costs and support staff of a measure that is left to the hospitals are as if all of them carried it out "
             "from its start",
             "vaste kosten en ondersteuners van een maatregel die aan de ziekenhuizen is overgelaten zijn alsof alle hem "
             "vanaf het begin uitvoeren"});
    }
    if (prices.scale != 1.0) {
        prices.notes.push_back(
            {fmt::format("amounts are of a population of {} times its real size, not of the whole", prices.scale),
             fmt::format("bedragen zijn van een bevolking van {} maal de werkelijke omvang, niet van het geheel", prices.scale)});
    }
    if (p.care_not_delivered == 0.0) {
        prices.notes.push_back(
            {"not priced: care that is not given, productivity, and released time that nobody replaces",
             "zonder prijs: zorg die niet wordt gegeven, productiviteit, en vrijgeroosterde tijd die niemand overneemt"});
    } else {
        prices.notes.push_back({"not priced: productivity apart from the care that is not given, and released time that nobody replaces",
                                "zonder prijs: productiviteit los van de zorg die niet wordt gegeven, en vrijgeroosterde tijd die niemand "
                                "overneemt"});
    }
    return prices;
}

}  // namespace bevlogen
