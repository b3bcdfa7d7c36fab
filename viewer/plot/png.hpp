// Pictures as PNG, by libpng.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "viewer/plot/colour.hpp"

namespace bevlogen {

// Row by row from the top.
struct Pixels {
    std::size_t width = 0, height = 0;
    std::vector<Colour> colours;
};

// Throws std::runtime_error for a picture without pixels, or of which libpng cannot make a file.
std::vector<std::byte> png_bytes(const Pixels& pixels);
std::string base64(std::span<const std::byte> bytes);

}  // namespace bevlogen
