// Written under another name first: who reads it sees one whole frame.
#include "viewer/scene/places.hpp"

#include <fmt/format.h>

#include <fstream>
#include <stdexcept>

namespace bevlogen {

std::string Places::text() const {
    std::string text;
    for (const auto& [name, box] : boxes_)
        text += fmt::format("at {}\t{:.0f} {:.0f} {:.0f} {:.0f}\n", name, box.left, box.top, box.right, box.bottom);
    for (const auto& [name, value] : values_) text += fmt::format("is {}\t{}\n", name, value);
    return text;
}

void Places::write(const std::filesystem::path& file) const {
    std::filesystem::path part = file;
    part += ".part";
    {
        std::ofstream out(part, std::ios::binary | std::ios::trunc);
        out << text();
        if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
    }
    std::filesystem::rename(part, file);
}

}  // namespace bevlogen
