// Hospitals with persons whom services may take: some teams of each, everybody at work, and the shipped numbers.
#pragma once

#include <algorithm>
#include <vector>

#include "models/interventions/monitoring_reading.hpp"
#include "models/interventions/services.hpp"
#include "sim/population/population.hpp"
#include "tests/unit/models/workforce_setup.hpp"

namespace bevlogen::testing {

using interventions::Service;
using interventions::ServiceParameters;
using interventions::Services;
using interventions::ServiceStay;

// The shipped numbers of services.
inline ServiceParameters service_parameters() {
    auto group = interventions::declare_service_parameters();
    Vocabulary vocabulary;
    vocabulary.model = "workforce";
    group.declare(vocabulary.parameters);
    const std::string text =
        "title = \"test\"\nquestion = \"test\"\nmodel = \"workforce\"\nparameter_files = [\"parameters/services.toml\"]\n[run]\nseed = 1\n";
    return group.read(read_text(vocabulary, text, {}).parameters.values);
}

inline constexpr std::size_t index_of(Service service) { return workforce::index_of(service); }

struct ServiceFields : workforce::WorkforceFields {
    Ledger<ServiceStay> stays = ledgers.add<ServiceStay>("services");
};

class ServicesWorld {
  public:
    // Hospitals 0, 1, ... of so many teams of so many posts; the first post of a team is its leader's.
    ServicesWorld(ServiceParameters parameters, std::size_t hospitals, std::size_t teams, std::size_t team_size,
                  std::size_t block_posts = kDefaultBlockPosts)
        : p(parameters), population(fields, plans(hospitals, teams, team_size), block_posts), services(p, fields, fields.stays) {
        for (Block& b : population.blocks()) {
            std::ranges::fill(b.person(fields.engine.filled), std::uint8_t{1});
            for (std::size_t t = 0; t < b.teams(); ++t) {
                for (std::uint32_t i = b.team_begin()[t]; i < b.team_begin()[t + 1]; ++i) {
                    const PersonId who = PersonId::of(b.team_ids()[t], i - b.team_begin()[t], 0);
                    b.person(fields.engine.id_low)[i] = who.low();
                    b.person(fields.engine.id_high)[i] = who.high();
                }
                const PersonId leader = b.person_at(b.team_begin()[t], fields.engine);
                b.team(fields.leader_low)[t] = leader.low();
                b.team(fields.leader_high)[t] = leader.high();
            }
        }
    }
    ServicesWorld(const ServicesWorld&) = delete;
    ServicesWorld& operator=(const ServicesWorld&) = delete;

    static std::vector<TeamPlan> plans(std::size_t hospitals, std::size_t teams, std::size_t team_size) {
        std::vector<TeamPlan> all;
        for (std::uint32_t h = 0; h < hospitals; ++h) {
            for (std::uint32_t t = 0; t < teams; ++t) all.push_back({TeamId::of(h, t), 0, std::vector<std::uint8_t>(team_size)});
        }
        return all;
    }

    Block& block() { return population.blocks()[0]; }
    std::span<const ServiceStay> stays() { return std::as_const(block()).rows(fields.stays); }
    static ServiceStay referral(std::uint32_t post, Service service, int week = 0) {
        ServiceStay stay;
        stay.post = post;
        stay.service = service;
        stay.referred = week;
        return stay;
    }
    // Everybody of all blocks, in this week.
    void refer_everybody(Service service, int week = 0) {
        for (Block& b : population.blocks()) {
            std::vector<ServiceStay> referred;
            for (std::uint32_t i = 0; i < b.posts(); ++i) referred.push_back(referral(i, service, week));
            services.refer(b, referred);
        }
    }
    // The clearing after the week before `weeks`, a multiple of four.
    void clear(int weeks) { services.clear_nation(population.blocks(), {Week{weeks - 1}, chance, {}}); }
    std::size_t count(bool waiting) {
        std::size_t found = 0;
        for (Block& b : population.blocks()) {
            for (const ServiceStay& stay : std::as_const(b).rows(fields.stays)) found += is_waiting(stay) == waiting ? 1 : 0;
        }
        return found;
    }

    ServiceFields fields;
    ServiceParameters p;
    Population population;
    Services services;
    Chance chance{7, 1};
};

}  // namespace bevlogen::testing
