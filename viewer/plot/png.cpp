// libpng's simplified interface takes a picture as a whole.
#include "viewer/plot/png.hpp"

#include <png.h>

#include <stdexcept>

namespace bevlogen {

std::vector<std::byte> png_bytes(const Pixels& pixels) {
    static_assert(sizeof(Colour) == 4, "a colour is four bytes: red, green, blue, alpha");
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(pixels.width);
    image.height = static_cast<png_uint_32>(pixels.height);
    image.format = PNG_FORMAT_RGBA;
    png_alloc_size_t size = 0;
    const auto write = [&](void* to) { return png_image_write_to_memory(&image, to, &size, 0, pixels.colours.data(), 0, nullptr); };
    if (pixels.colours.empty() || !write(nullptr))
        throw std::runtime_error(std::string("no PNG can be made of this picture: ") + image.message);
    std::vector<std::byte> bytes(size);
    if (!write(bytes.data())) throw std::runtime_error(std::string("no PNG can be made of this picture: ") + image.message);
    bytes.resize(size);
    return bytes;
}

std::string base64(std::span<const std::byte> bytes) {
    constexpr const char* kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto byte = [&](std::size_t k) { return i + k < bytes.size() ? static_cast<unsigned>(bytes[i + k]) : 0u; };
        const unsigned three = byte(0) << 16 | byte(1) << 8 | byte(2);
        for (std::size_t k = 0; k < 4; ++k) text += i + k > bytes.size() ? '=' : kLetters[three >> (18 - 6 * k) & 63u];
    }
    return text;
}

}  // namespace bevlogen
