// A PartFile or stdio.
#include "sim/cli/output_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "sim/core/diagnostic.hpp"

namespace bevlogen {

namespace fs = std::filesystem;

void require_output_place(const fs::path& out, const std::vector<fs::path>& inputs, const char* example) {
    const Place place{"--out " + out.string(), 0, 0};
    std::error_code none;
    require_no_link(out);
    const auto status = fs::status(out, none);
    if (fs::is_directory(status)) throw InputError(place, fmt::format("is a folder; name a file, e.g. {}", example));
    if (fs::exists(status) && !fs::is_regular_file(status)) throw InputError(place, "is not an ordinary file and is not replaced");
    for (const fs::path& input : inputs) {
        if (fs::equivalent(out, input, none)) throw InputError(place, "is the results file itself");
    }
    if (out.has_parent_path() && !fs::is_directory(out.parent_path(), none)) throw InputError(place, "its folder does not exist");
}

void require_no_link(const fs::path& out) {
    std::error_code none;
    if (!fs::is_symlink(fs::symlink_status(out, none))) return;
    throw InputError({"--out " + out.string(), 0, 0},
                     fmt::format("is a link to {}, and nothing is written through a link; remove it, or name the file itself",
                                 fs::read_symlink(out, none).string()));
}

void require_ending(const fs::path& out, std::initializer_list<const char*> endings, const char* what) {
    const std::string ending = out.extension().string();
    if (ending.empty() || std::any_of(endings.begin(), endings.end(), [&](const char* good) { return ending == good; })) return;
    throw InputError({"--out " + out.string(), 0, 0},
                     fmt::format("ends in {}, and {} ends in {}", ending, what, fmt::join(endings, " or ")));
}

OutputFile::OutputFile(fs::path path) {
    if (!path.empty()) file_.emplace(std::move(path));
}

void OutputFile::write(std::string_view text) {
    if (file_) {
        file_->write(text);
    } else if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
        throw std::system_error(errno, std::generic_category(), "cannot write standard output");
    }
}

void OutputFile::finish() {
    if (file_) file_->finish();  // standard output is flushed, and looked at, when the program ends
}

}  // namespace bevlogen
