// Looks up what a snapshot has.
#include "viewer/scene/scene.hpp"

#include "viewer/figures/curves.hpp"
#include "viewer/figures/wanted.hpp"
#include "viewer/words.hpp"

namespace bevlogen {

std::optional<std::size_t> Scene::curve_of(std::size_t outcome) const { return place_in(now->wants.curves, outcome); }

std::size_t version_of(std::initializer_list<std::size_t> parts) {
    std::size_t version = 1469598103934665603u;  // FNV-1a
    for (const std::size_t part : parts) version = (version ^ part) * 1099511628211u;
    return version;
}

std::size_t Scene::version() const {
    if (!is_live) return reinterpret_cast<std::size_t>(now.get());  // one a look; figures keep the last
    std::size_t version = version_of({now->chosen, now->acts, now->wants.curves.size()});
    for (const std::size_t outcome : now->wants.curves) version = version_of({version, outcome});
    for (const LineNow& line : now->lines)
        version = version_of({version, static_cast<std::size_t>(line.week.value), reinterpret_cast<std::size_t>(line.policy.get())});
    return version;
}

std::string Scene::without_name() const { return is_live ? say(words::kWithout) : line_name(*now, 0, is_live, view.language); }

std::string Scene::with_name() const { return is_live ? say(words::kWith) : line_name(*now, now->chosen, is_live, view.language); }

}  // namespace bevlogen
