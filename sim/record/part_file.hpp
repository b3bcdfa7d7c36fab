// NAME.part while a file is being written: locked, so that nobody else writes it too, and gone again if it is not finished.
#pragma once

#include <filesystem>
#include <string_view>

namespace bevlogen {

class PartFile {
  public:
    // Of the file that is to become `path`: empty, also where an earlier process that was killed has left one. Throws std::runtime_error
    // where there is no folder, where `path` or its .part is a link or no ordinary file, and where another process is writing it; nothing
    // is changed then.
    explicit PartFile(std::filesystem::path path);
    ~PartFile();
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;

    const std::filesystem::path& path() const { return part_; }
    // Appends. Who writes through a library instead opens path() and closes it before finish().
    void write(std::string_view content);
    // Gives the content to the disk and its final name to the file: what stands under that is whole, also after the machine has died. To be
    // called once, last. Throws std::runtime_error; what stood under the final name stays then.
    void finish();

  private:
    [[noreturn]] void fail(const char* attempt, int error) const;

    std::filesystem::path final_, part_;
    int descriptor_ = -1;
    bool is_finished_ = false;
};

}  // namespace bevlogen
