// Declares the numbers of a world and plans its teams.
#include "models/workforce/world.hpp"

#include <algorithm>
#include <cmath>

#include "models/workforce/purposes.hpp"
#include "sim/random/distributions.hpp"

namespace bevlogen::workforce {
namespace {

// Hospitals of the two kinds are numbered apart, so that one more of one kind renumbers none of the other.
constexpr std::uint32_t kFirstHospital[kTeamSites] = {0, 1u << 16, 1u << 17};  // the last: pools

// A team has at most this many times the mean number of posts, so that every post keeps a slot of its own (12 bits).
constexpr double kLargestSize = 8.0;

constexpr std::size_t kFewestPoolSeats = 8, kMostPoolSeats = 1u << 20;

}  // namespace

ParameterGroup<World> declare_world() {
    ParameterGroup<World> group;
    for (std::size_t s = 0; s < kSites; ++s) {
        const Word& site = site_words()[s];
        group.whole_number({"world.hospitals." + site.name,
                            "1",
                            s == index_of(Site::general) ? 0.0 : 1.0,
                            10000,
                            {"number of hospitals: " + site.label.en, "aantal ziekenhuizen: " + site.label.nl}},
                           [s](World& w) -> int& { return w.hospitals[s]; });
        group.whole_number({"world.teams_per_hospital." + site.name,
                            "1",
                            1,
                            1000,
                            {"teams in a hospital: " + site.label.en, "teams per ziekenhuis: " + site.label.nl}},
                           [s](World& w) -> int& { return w.teams_per_hospital[s]; });
        for (std::size_t k = 0; k < kPostKinds; ++k) {
            const Word& post = post_words()[k];
            group.number({"world.posts_per_team." + site.name + "." + post.name,
                          "1",
                          0,
                          100,
                          {"mean number in a team: " + post.label.en + ", " + site.label.en,
                           "gemiddeld aantal per team: " + post.label.nl + ", " + site.label.nl}},
                         [s, k](World& w) -> float& { return w.posts_per_team[s][k]; });
        }
    }
    group.whole_number({"world.regions", "1", 1, 1000, {"number of regions", "aantal regio's"}},
                       [](World& w) -> int& { return w.regions; });
    group.choice({"world.departments_site",
                  "1",
                  0,
                  0,
                  {"kind of the hospital with named departments", "soort ziekenhuis met benoemde afdelingen"},
                  ParameterKind::choice,
                  {site_words()[0].name, site_words()[1].name}},
                 [](World& w) -> int& { return w.departments_site; });
    group.number({"world.team_size_spread", "1", 0, 2, {"SD of the log of a team's size", "SD van de log van de teamgrootte"}},
                 [](World& w) -> float& { return w.team_size_spread; });
    group.whole_number(
        {"world.smallest_team", "1", 1, 100, {"smallest number of posts of a team", "kleinste aantal plaatsen van een team"}},
        [](World& w) -> int& { return w.smallest_team; });
    for (std::size_t k = 0; k < kPostKinds; ++k) {
        const Word& post = post_words()[k];
        group.number({"world.filled." + post.name, "1", 0, 1, {"share filled: " + post.label.en, "deel bezet: " + post.label.nl}},
                     [k](World& w) -> float& { return w.filled[k]; });
    }
    for (std::size_t k = 0; k < 3; ++k) {
        const Word& phase = phase_words()[3 + k];
        group.number(
            {"world.permanent_specialists." + phase.name,
             "1",
             0,
             1,
             {"share of the permanent specialist posts: " + phase.label.en, "deel van de vaste specialistenplaatsen: " + phase.label.nl}},
            [k](World& w) -> float& { return w.permanent_specialists[k]; });
    }
    for (std::size_t k = 0; k < kPhases; ++k) {
        const Word& phase = phase_words()[k];
        const auto by_phase = [&](const char* name, const char* unit, double min, double max, const Label& meaning,
                                  std::function<float&(World&)> place) {
            group.number({std::string("world.") + name + "." + phase.name,
                          unit,
                          min,
                          max,
                          {meaning.en + ": " + phase.label.en, meaning.nl + ": " + phase.label.nl}},
                         std::move(place));
        };
        by_phase("women", "1", 0, 1, {"share of women", "deel vrouwen"}, [k](World& w) -> float& { return w.women[k]; });
        by_phase("fte", "FTE", 0.6, 1, {"mean contract size", "gemiddelde contractomvang"},
                 [k](World& w) -> float& { return w.fte_mean[k]; });
    }
    const auto number = [&](const char* path, const char* unit, double min, double max, Label meaning, float World::*member) {
        group.number({path, unit, min, max, std::move(meaning)}, [member](World& w) -> float& { return w.*member; });
    };
    number("world.team_effect_spread", "SD", 0, 2,
           {"SD of a team's effect on each factor", "SD van het effect van een team op elke factor"}, &World::team_effect_spread);
    std::vector<std::string> who_leads = {"any"};
    for (std::size_t k = 3; k < kPhases; ++k) who_leads.push_back(phase_words()[k].name);
    group.choice({"world.leader.phase",
                  "1",
                  0,
                  0,
                  {"who leads a team: any of those on permanent specialist posts, or those of one phase",
                   "wie een team leidt: wie dan ook op een vaste specialistenplaats, of wie in één fase is"},
                  ParameterKind::choice,
                  std::move(who_leads)},
                 [](World& w) -> int& { return w.leader_phase; });
    number("world.leader.on_supervisor_support", "SD", -2, 2,
           {"effect of the leader's quality on support of the supervisor", "effect van de kwaliteit van de leidinggevende op steun"},
           &World::leader_on_supervisor_support);
    number("world.leader.on_recognition", "SD", -2, 2,
           {"effect of the leader's quality on recognition", "effect van de kwaliteit van de leidinggevende op waardering"},
           &World::leader_on_recognition);
    number("world.leader.on_safety", "SD", -2, 2,
           {"effect of the leader's quality on psychological safety", "effect van de kwaliteit van de leidinggevende op veiligheid"},
           &World::leader_on_safety);
    number("world.leader.on_management_friction", "SD", -2, 2,
           {"effect of the leader's quality on friction with management",
            "effect van de kwaliteit van de leidinggevende op frictie met het management"},
           &World::leader_on_management_friction);
    number("world.leader.span_free", "1", 1, 1000,
           {"persons that a leader leads without loss", "personen die zonder verlies te leiden zijn"}, &World::leader_span_free);
    number("world.leader.span_cost", "SD", 0, 2,
           {"quality lost per doubling of the span above that", "kwaliteit verloren per verdubbeling daarboven"}, &World::leader_span_cost);
    number("world.leader.burnout_cost", "SD", 0, 2,
           {"quality lost per SD of the leader's own burnout", "kwaliteit verloren per SD eigen burn-out van de leidinggevende"},
           &World::leader_burnout_cost);
    number("world.traits.strain_spread", "1", 0, 3, {"SD of the proneness to strain", "SD van de gevoeligheid voor uitputting"},
           &World::strain_spread);
    number("world.traits.zest_spread", "1", 0, 3, {"SD of the proneness to zest", "SD van de gevoeligheid voor bevlogenheid"},
           &World::zest_spread);
    number("world.traits.correlation", "1", -1, 1, {"correlation of both", "correlatie van beide"}, &World::strain_zest_correlation);
    number("world.traits.motivation_spread", "SD", 0, 3, {"SD of the motivation for programmes", "SD van de motivatie voor programma's"},
           &World::motivation_spread);
    return group;
}

int region_of(const World& world, TeamId team) {
    const std::uint32_t hospital = team.hospital();
    const std::size_t site = hospital < kFirstHospital[1] ? 0 : hospital < kFirstHospital[2] ? 1 : 2;
    const std::uint32_t number = hospital - kFirstHospital[site];
    return static_cast<int>(number % static_cast<std::uint32_t>(world.regions));
}

std::vector<TeamPlan> plan_departments(const World& world, std::span<const Department> departments) {
    std::vector<TeamPlan> plans;
    for (const Department& department : departments) {
        expect(department.posts[index_of(PostKind::specialist_permanent)] > 0, "a department has a permanent specialist, who leads it");
        TeamPlan plan;
        const auto site = static_cast<std::size_t>(world.departments_site);
        plan.id = TeamId::of(kFirstHospital[site], static_cast<std::uint32_t>(plans.size()));
        plan.site = static_cast<std::uint8_t>(site);
        plan.name = department.name;
        for (std::size_t k = 0; k < kPostKinds; ++k) {
            plan.posts.insert(plan.posts.end(), static_cast<std::size_t>(department.posts[k]), static_cast<std::uint8_t>(k));
        }
        plans.push_back(std::move(plan));
    }
    return plans;
}

namespace {

// The posts of a team of a drawn size, kinds in ascending order.
std::vector<std::uint8_t> draw_posts(const World& world, std::size_t site, TeamId team, const Chance& world_chance) {
    Stream stream(world_chance, team.value, Week{0}, kTeamSize);
    // Mean 1: the mean of a lognormal is e^(m + s^2/2).
    const double spread = world.team_size_spread;
    const double size = std::min(kLargestSize, draw_lognormal(stream, -0.5 * spread * spread, spread));
    std::vector<std::uint8_t> posts;
    for (std::size_t k = 0; k < kPostKinds; ++k) {
        const int count = round_at_random(stream, size * static_cast<double>(world.posts_per_team[site][k]));
        posts.insert(posts.end(), static_cast<std::size_t>(count), static_cast<std::uint8_t>(k));
    }
    // A team that came out too small gets permanent specialists; every team has one, in slot 0, who leads it.
    const auto smallest = static_cast<std::size_t>(world.smallest_team);
    constexpr auto kPermanent = static_cast<std::uint8_t>(PostKind::specialist_permanent);
    if (posts.size() < smallest) posts.insert(posts.begin(), smallest - posts.size(), kPermanent);
    if (posts.front() != kPermanent) posts.insert(posts.begin(), kPermanent);
    return posts;
}

}  // namespace

std::vector<TeamPlan> plan_teams(const World& world, double scale, const Chance& world_chance, std::span<const Department> departments) {
    if (!departments.empty()) return plan_departments(world, departments);
    std::vector<TeamPlan> plans;
    for (std::size_t s = 0; s < kSites; ++s) {
        if (world.hospitals[s] == 0) continue;
        const int hospitals = std::max(1, static_cast<int>(std::lround(world.hospitals[s] * scale)));
        const int teams = std::max(1, static_cast<int>(std::lround(world.hospitals[s] * world.teams_per_hospital[s] * scale)));
        for (int h = 0; h < hospitals; ++h) {
            const int of_hospital = teams / hospitals + (h < teams % hospitals ? 1 : 0);
            for (int d = 0; d < of_hospital; ++d) {
                const TeamId id = TeamId::of(kFirstHospital[s] + static_cast<std::uint32_t>(h), static_cast<std::uint32_t>(d));
                plans.push_back({id, static_cast<std::uint8_t>(s), draw_posts(world, s, id, world_chance)});
            }
        }
    }
    return plans;
}

TeamId pool_of_region(int region, std::uint32_t department) {
    return TeamId::of(kFirstHospital[index_of(Site::none)] + static_cast<std::uint32_t>(region), department);
}

void add_pools(const World& world, const PoolPlan& pool, std::vector<TeamPlan>& plans) {
    if (!pool.exists) return;
    std::vector<double> posts(static_cast<std::size_t>(world.regions), 0.0);
    for (const TeamPlan& plan : plans) {
        const auto added = std::count_if(plan.posts.begin(), plan.posts.end(), [](std::uint8_t raw) { return is_added(raw); });
        posts[static_cast<std::size_t>(region_of(world, plan.id))] += static_cast<double>(plan.posts.size()) - static_cast<double>(added);
    }
    for (std::size_t region = 0; region < posts.size(); ++region) {
        if (posts[region] == 0.0) continue;
        const auto seats =
            std::clamp(static_cast<std::size_t>(std::ceil(posts[region] * pool.seats_a_post)), kFewestPoolSeats, kMostPoolSeats);
        plans.push_back({pool_of_region(static_cast<int>(region)), static_cast<std::uint8_t>(Site::none),
                         std::vector<std::uint8_t>(seats, static_cast<std::uint8_t>(PostKind::pool_seat))});
    }
}

double usual_posts_of_site(const World& world, PostKind kind, std::size_t site) {
    return static_cast<double>(world.hospitals[site]) * world.teams_per_hospital[site] *
           static_cast<double>(world.posts_per_team[site][index_of(kind)]);
}

double usual_posts(const World& world, PostKind kind) {
    double posts = 0.0;
    for (std::size_t s = 0; s < kSites; ++s) posts += usual_posts_of_site(world, kind, s);
    return posts;
}

}  // namespace bevlogen::workforce
