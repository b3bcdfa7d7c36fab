// Estimates of mean and autocovariance of the example model's mood, with their exact sampling errors.
#pragma once

#include <array>
#include <cmath>
#include <vector>

#include "models/example/example_model.hpp"
#include "sim/engine/simulation.hpp"
#include "tests/unit/engine/house_runs.hpp"

namespace bevlogen::statistical {

inline constexpr std::array<int, 5> kLags = {0, 1, 4, 13, 52};
inline constexpr std::array<int, 3> kBases = {1, 27, 53};  // weeks from which lags count
inline constexpr Week kMomentWeeks{108};

// What one simulation gives: means over all persons and bases. Deviations are from the exact mean, so that nothing is lost to estimating
// it.
struct MoodMoments {
    double mean = 0.0;
    std::array<double, kLags.size()> autocovariance{};
    double between_persons = 0.0;  // of two persons of a team in the same week; teams of two only
    double teams = 0.0;
    double persons_per_team = 0.0;
};

// Sums while the run goes on: the columns of the base weeks are kept, all later weeks are used and forgotten.
class MomentObserver final : public Observer {
  public:
    MomentObserver(const Simulation& simulation, double exact_mean) : exact_mean_(exact_mean) {
        for (auto& base : bases_) base.resize(simulation.population().posts());
    }
    void observe_week(const BlockNow& now) override {
        const auto mood = now.block.person(Field<float>{4});
        for (std::size_t b = 0; b < kBases.size(); ++b) {
            float* base = bases_[b].data() + now.block.first_post();
            if (now.week.value == kBases[b]) {
                for (std::size_t i = 0; i < mood.size(); ++i) sum_ += static_cast<double>(base[i] = mood[i]);
                for (std::size_t i = 0; i + 1 < mood.size(); i += 2) between_ += deviation(mood[i]) * deviation(mood[i + 1]);
            }
            for (std::size_t l = 0; l < kLags.size(); ++l) {
                if (now.week.value != kBases[b] + kLags[l]) continue;
                double products = 0.0;
                for (std::size_t i = 0; i < mood.size(); ++i) products += deviation(base[i]) * deviation(mood[i]);
                products_[l] += products;
            }
        }
    }
    void observe_clearing(const BlockNow&) override {}
    void close_epoch(Week, std::span<const Block>) override {}

    MoodMoments moments(const Population& population) const {
        const auto persons = static_cast<double>(population.posts());
        const double looks = persons * static_cast<double>(kBases.size());
        MoodMoments found;
        found.teams = static_cast<double>(population.teams());
        found.persons_per_team = persons / found.teams;
        found.mean = sum_ / looks;
        for (std::size_t l = 0; l < kLags.size(); ++l) found.autocovariance[l] = products_[l] / looks;
        found.between_persons = between_ / (looks / 2.0);
        return found;
    }

  private:
    double deviation(float mood) const { return static_cast<double>(mood) - exact_mean_; }
    double exact_mean_;
    std::array<std::vector<float>, kBases.size()> bases_;
    double sum_ = 0.0;
    double between_ = 0.0;
    std::array<double, kLags.size()> products_{};
};

// Runs the example model with `sets`; deviations are taken from `exact_mean`.
inline MoodMoments run_moments(const std::vector<std::string>& sets, double exact_mean) {
    const Scenario scenario = testing::house_scenario("example.toml", sets);
    const Model& model = testing::model_of(scenario);
    Parallel one(1);  // the observer adds up as one thread
    Simulation simulation(model, scenario, {scenario.seed, 1}, one);
    MomentObserver observer(simulation, exact_mean);
    simulation.advance(kMomentWeeks, &observer);
    return observer.moments(simulation.population());
}

// Standard errors by arithmetic. Teams are independent of each other; within one, moods are jointly normal with covariance
// V + c(d) of one person with herself d weeks later and V between two persons. Of four such normals with mean 0,
// cov(x1 x2, x3 x4) = cov13 cov24 + cov14 cov23 (Isserlis 1918), summed over all pairs of persons and of bases.
class MomentErrors {
  public:
    MomentErrors(const example::ExactMoments& exact, const MoodMoments& size)
        : exact_(exact), teams_(size.teams), persons_(size.persons_per_team) {}

    double mean() const {
        return error([&](int d, bool same) { return covariance(d, same); });
    }
    double autocovariance(int lag) const {
        return error([&](int d, bool same) {
            return covariance(d, same) * covariance(d, same) + covariance(d + lag, same) * covariance(d - lag, same);
        });
    }
    // Of products of the two persons of a team: x1 = (1, s), x2 = (2, s), x3 = (1, t), x4 = (2, t).
    double between_persons() const {
        double sum = 0.0;
        for (const int s : kBases) {
            for (const int t : kBases) sum += std::pow(covariance(s - t, true), 2) + std::pow(covariance(s - t, false), 2);
        }
        return std::sqrt(sum / teams_) / static_cast<double>(kBases.size());
    }

  private:
    double covariance(int weeks, bool same_person) const {
        return same_person ? exact_.autocovariance(std::abs(weeks)) : exact_.team_variance;
    }
    template <class Term>
    double error(const Term& term) const {
        double sum = 0.0;
        for (const int s : kBases) {
            for (const int t : kBases) sum += persons_ * term(s - t, true) + persons_ * (persons_ - 1.0) * term(s - t, false);
        }
        return std::sqrt(sum / teams_) / (persons_ * static_cast<double>(kBases.size()));
    }
    example::ExactMoments exact_;
    double teams_;
    double persons_;
};

}  // namespace bevlogen::statistical
