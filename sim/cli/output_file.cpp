// stdio and a rename.
#include "sim/cli/output_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "sim/core/diagnostic.hpp"

namespace bevlogen {

namespace fs = std::filesystem;

void require_output_place(const fs::path& out, const std::vector<fs::path>& inputs, const char* example) {
    const Place place{"--out " + out.string(), 0, 0};
    std::error_code none;
    const auto status = fs::status(out, none);
    if (fs::is_directory(status)) throw InputError(place, fmt::format("is a folder; name a file, e.g. {}", example));
    if (fs::exists(status) && !fs::is_regular_file(status)) throw InputError(place, "is not an ordinary file and is not replaced");
    for (const fs::path& input : inputs) {
        if (fs::equivalent(out, input, none)) throw InputError(place, "is the results file itself");
    }
    if (out.has_parent_path() && !fs::is_directory(out.parent_path(), none)) throw InputError(place, "its folder does not exist");
}

void require_ending(const fs::path& out, std::initializer_list<const char*> endings, const char* what) {
    const std::string ending = out.extension().string();
    if (ending.empty() || std::any_of(endings.begin(), endings.end(), [&](const char* good) { return ending == good; })) return;
    throw InputError({"--out " + out.string(), 0, 0},
                     fmt::format("ends in {}, and {} ends in {}", ending, what, fmt::join(endings, " or ")));
}

OutputFile::OutputFile(fs::path path) : path_(std::move(path)), part_(path_.string() + ".part") {
    if (!path_.empty() && !(file_ = std::fopen(part_.c_str(), "wb"))) fail("open");
}

OutputFile::~OutputFile() {
    if (file_ == nullptr) return;
    std::fclose(file_);
    std::error_code ignored;
    fs::remove(part_, ignored);
}

void OutputFile::write(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), path_.empty() ? stdout : file_) != text.size()) fail("write");
}

void OutputFile::finish() {
    if (path_.empty()) return;  // flushed, and looked at, when the program ends
    if (std::fflush(file_) != 0) fail("write");
    std::error_code error, ignored;
    if (std::fclose(std::exchange(file_, nullptr)) != 0) {
        fs::remove(part_, ignored);
        fail("close");
    }
    fs::rename(part_, path_, error);
    if (error) fs::remove(part_, ignored);
    if (error) throw std::runtime_error(fmt::format("cannot rename {} to {}: {}", part_.string(), path_.string(), error.message()));
}

void OutputFile::fail(const char* attempt) const {
    throw std::runtime_error(
        fmt::format("cannot {} {}: {}", attempt, path_.empty() ? "standard output" : part_.string(), std::strerror(errno)));
}

}  // namespace bevlogen
