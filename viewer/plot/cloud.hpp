// Persons as points in a plane: dots while they can be told apart, beyond that how many there are in each place.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "viewer/plot/axes.hpp"

namespace bevlogen {

// As many as a screen can show one by one.
inline constexpr std::size_t kMostDots = 100'000;

struct CloudChart {
    std::string title;
    Axis x, y;
    std::span<const float> x_values, y_values;
    std::span<const std::uint8_t> group;    // of each point
    std::vector<Colour> colours;            // of the groups
    std::vector<bool> is_shown{};           // groups that are drawn; all where it is empty
    std::optional<std::size_t> chosen{};    // a point with a ring around it
    std::string sparse_words, dense_words;  // at the ends of the ramp of a density
};

struct PlacedCloud {
    Placed placed;
    bool is_density = false;
};
PlacedCloud draw(const CloudChart& chart, const Box& box, const TextStyle& text, Drawing& drawing);

// The point nearest to a place on the page, within some pixels of it.
std::optional<std::size_t> point_near(const CloudChart& chart, const Placed& placed, Point at);

}  // namespace bevlogen
