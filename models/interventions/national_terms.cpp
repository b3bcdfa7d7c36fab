// Moves national terms by dose and reach, intervention by intervention.
#include "models/interventions/national_terms.hpp"

#include "models/interventions/staffing.hpp"
#include "models/interventions/training.hpp"

namespace bevlogen::interventions {

using workforce::index_of;
using workforce::PostKind;
using workforce::Site;

namespace {

std::uint32_t bits_of(const Scope& scope, std::size_t axis) { return axis < scope.axes.size() ? scope.axes[axis] : ~std::uint32_t{0}; }

// Of the training posts of the country, those in hospitals of these kinds.
double share_of_sites(const workforce::World& world, std::uint32_t sites) {
    double in = 0.0, all = 0.0;
    for (std::size_t s = 0; s < workforce::kSites; ++s) {
        const double posts = workforce::usual_posts_of_site(world, PostKind::aios, s);
        all += posts;
        if (((sites >> s) & 1u) != 0) in += posts;
    }
    return all > 0.0 ? in / all : 0.0;
}

void move(float& term, double to, float strength) { term += strength * (static_cast<float>(to) - term); }

}  // namespace

std::vector<NationalReach> national_reach(std::span<const Intervention> interventions, const NationalLevers& levers,
                                          const workforce::World& world) {
    std::vector<NationalReach> all;
    for (const Intervention& intervention : interventions) {
        bool is_national = false;
        for (const LeverSetting& setting : intervention.levers)
            is_national = is_national || setting.lever == levers.staffing || setting.lever == levers.training;
        for (const InterventionChange& change : intervention.changes) {
            for (const LeverSetting& setting : change.levers)
                is_national = is_national || setting.lever == levers.staffing || setting.lever == levers.training;
        }
        const Scope& scope = intervention.scope;
        const double share = scope.team_share * scope.coverage * intervention.uptake * share_of_sites(world, bits_of(scope, 1));
        if (is_national && share > 0.0)
            all.push_back({purpose_of_intervention(intervention.name), static_cast<float>(share), bits_of(scope, 0)});
    }
    return all;
}

workforce::NationalTerms national_terms(std::span<const NationalReach> reach, std::span<const InterventionNow> interventions,
                                        const NationalLevers& levers, std::span<const float> adopted) {
    workforce::NationalTerms terms;
    for (std::size_t k = 0; k < interventions.size(); ++k) {
        const InterventionNow& intervention = interventions[k];
        for (const NationalReach& one : reach) {
            if (one.intervention != intervention.purpose) continue;
            const float strength = intervention.dose * one.share * adopted[k];
            for (const LeverSetting& setting : intervention.levers) {
                if (setting.lever == levers.training) {
                    const TrainingChange change = training_change(setting);
                    if (change.has_intake) move(terms.training_intake, change.intake, strength);
                    if (change.has_length) move(terms.training_length, change.length, strength);
                } else if (setting.lever == levers.staffing) {
                    const double search = search_times(setting);
                    if (search == kNotSet) continue;
                    for (std::size_t kind = 0; kind < workforce::kPostKinds; ++kind) {
                        if (decides_on(one.phases, static_cast<PostKind>(kind))) move(terms.search[kind], search, strength);
                    }
                }
            }
        }
    }
    return terms;
}

}  // namespace bevlogen::interventions
