// A file that a command writes for people: whole under its name, or not at all.
#pragma once

#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/record/part_file.hpp"

namespace bevlogen {

// Throws InputError where `out` is a folder, a link, not an ordinary file, one of `inputs`, or in a folder that is not there. `example` is
// a good name.
void require_output_place(const std::filesystem::path& out, const std::vector<std::filesystem::path>& inputs, const char* example);

// Throws InputError where `out` is a link: what is behind it lies elsewhere and may be anybody's. Folders on the way may be links.
void require_no_link(const std::filesystem::path& out);

// Throws InputError where `out` has an ending that is none of `endings`: what stands under such a name is another kind of file, perhaps
// somebody's work. `what` says what is written, e.g. "a results file".
void require_ending(const std::filesystem::path& out, std::initializer_list<const char*> endings, const char* what);

// A PartFile; standard output where there is no name. What fails is a std::runtime_error and leaves nothing behind.
class OutputFile {
  public:
    explicit OutputFile(std::filesystem::path path);

    void write(std::string_view text);
    // To be called once, last.
    void finish();

  private:
    std::optional<PartFile> file_;
};

}  // namespace bevlogen
