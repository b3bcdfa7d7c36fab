// NAME.part while a file is being written: gone again if it is not finished.
#pragma once

#include <filesystem>
#include <system_error>

#include "sim/record/final_name.hpp"

namespace bevlogen {

class PartFile {
  public:
    // Of the file that is to become `path`.
    explicit PartFile(const std::filesystem::path& path) : path_(part_of(path)) {}
    ~PartFile() {
        std::error_code ignored;
        if (!is_finished_) std::filesystem::remove(path_, ignored);
    }
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;

    const std::filesystem::path& path() const { return path_; }
    void finish() { is_finished_ = true; }

  private:
    std::filesystem::path path_;
    bool is_finished_ = false;
};

}  // namespace bevlogen
