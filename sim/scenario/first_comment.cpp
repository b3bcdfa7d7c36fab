// Reads one line.
#include "sim/scenario/first_comment.hpp"

#include <fstream>

namespace bevlogen {

std::string first_comment(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    if (!line.starts_with('#')) return {};
    line.erase(0, line.find_first_not_of("# "));
    return line;
}

}  // namespace bevlogen
