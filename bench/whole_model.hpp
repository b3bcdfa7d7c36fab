// The workforce model as it runs: the whole of it, and its parts one by one.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "models/catalog/workforce_parts.hpp"
#include "models/wellbeing/jdr.hpp"
#include "models/workforce/absence.hpp"
#include "models/workforce/load.hpp"
#include "sim/engine/simulation.hpp"

namespace bevlogen::bench {

inline constexpr double kPersonsAtScaleOne = 43'500.0;  // the hospital doctors of the Netherlands

// The national baseline, without interventions and without observer, after a year.
class WholeModel {
  public:
    // `scale` of the population; 1: the Netherlands.
    WholeModel(const Model& model, const std::filesystem::path& scenarios, double scale, std::size_t block_posts = kDefaultBlockPosts,
               unsigned threads = 1);

    // Steps four weeks and clears; returns the person-weeks (filled posts times four).
    std::size_t step_epoch();

    // The same work part by part, over all blocks, each block four weeks while it is in cache; person-weeks, as above. Calling one part
    // alone has no meaning for doctors; it costs what the part costs.
    std::size_t set_targets();
    std::size_t step_load();
    std::size_t step_theory();
    std::size_t step_absence();
    std::size_t clear();  // leaders, rotation, and counting weeks

    // Copies all columns to another place: what a week would cost that read and wrote everything once and did nothing. Returns persons.
    std::size_t copy();
    std::size_t bytes() const;  // of all columns

    std::size_t persons() const { return persons_; }
    // Those that step it.
    Parallel& threads() { return threads_; }
    std::uint64_t checksum() const;

  private:
    template <class Step>
    std::size_t over_blocks(const Step& step);

    const workforce::WorkforceFields& fields_;
    Scenario scenario_;
    Parallel threads_;
    std::unique_ptr<Simulation> simulation_;
    WorkforceParts parts_;
    workforce::StationaryCareers careers_;
    workforce::Load load_;
    workforce::Absence absence_;
    wellbeing::FactorTargets targets_;
    wellbeing::Jdr theory_;
    Scratch scratch_;
    std::vector<std::byte> copied_;
    std::size_t persons_ = 0;
    Week week_{0};  // of parts called alone
};

}  // namespace bevlogen::bench
