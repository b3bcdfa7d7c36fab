// Colours of figures: those of Okabe and Ito (2008), which people who confuse red and green tell apart, and ramps for heat maps.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace bevlogen {

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;

    // `share` in [0, 1] of what is there already.
    constexpr Colour with_alpha(double share) const {
        return {red, green, blue, static_cast<std::uint8_t>(std::clamp(share, 0.0, 1.0) * 255.0 + 0.5)};
    }
    bool operator==(const Colour&) const = default;
};

// `share` 0: `a`, 1: `b`.
constexpr Colour mixed(Colour a, Colour b, double share) {
    const auto mix = [share](std::uint8_t from, std::uint8_t to) { return static_cast<std::uint8_t>(from + (to - from) * share + 0.5); };
    return {mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue), mix(a.alpha, b.alpha)};
}

namespace colours {

inline constexpr Colour kInk{28, 32, 38}, kQuiet{96, 104, 115}, kFaint{200, 205, 212}, kGrid{230, 233, 237}, kPaper{255, 255, 255},
    kGhost{148, 154, 163};
inline constexpr Colour kBlue{0, 114, 178}, kVermilion{213, 94, 0}, kGreen{0, 158, 115}, kPurple{170, 90, 140}, kSky{86, 180, 233},
    kOrange{190, 135, 0};
// Lines of a session in order; the first is that of the first line.
// Blue and vermilion are kept for better and worse.
inline constexpr Colour kNavy{18, 40, 92};
inline constexpr std::array<Colour, 5> kLines = {kNavy, kPurple, kGreen, kOrange, kSky};
constexpr Colour of_line(std::size_t i) { return kLines[i % kLines.size()]; }
inline constexpr Colour kBetter = kBlue, kWorse = kVermilion;

// Cividis (Nunez, Anderton and Renslow 2018), at nine points: dark is low. `share` in [0, 1].
constexpr Colour sequential(double share) {
    constexpr std::array<Colour, 9> kRamp = {{{0, 34, 78},
                                              {18, 53, 112},
                                              {59, 73, 108},
                                              {87, 93, 109},
                                              {112, 113, 115},
                                              {138, 134, 120},
                                              {165, 156, 116},
                                              {195, 180, 105},
                                              {254, 232, 56}}};
    const double at = std::clamp(share, 0.0, 1.0) * static_cast<double>(kRamp.size() - 1);
    const auto low = std::min(static_cast<std::size_t>(at), kRamp.size() - 2);
    return mixed(kRamp[low], kRamp[low + 1], at - static_cast<double>(low));
}
// Green over white to purple: -1, 0, 1. Blue and vermilion judge, these do not.
constexpr Colour diverging(double share) {
    constexpr Colour kMiddle{247, 247, 247};
    constexpr Colour kLow{27, 120, 55}, kHigh{118, 42, 131};
    return share < 0 ? mixed(kMiddle, kLow, std::min(-share, 1.0)) : mixed(kMiddle, kHigh, std::min(share, 1.0));
}

}  // namespace colours
}  // namespace bevlogen
