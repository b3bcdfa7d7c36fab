// Reads a results file in a process of its own: what HDF5 makes of a damaged or hostile file ends there.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "sim/record/stored_contents.hpp"

namespace bevlogen {

// HDF5 1.10 crashes, goes round in circles and takes memory without end on files that are damaged in the right places. So the process is
// started with a fork, opens the file, refuses what bevlogen never writes (see h5_limits.hpp), and answers with contents and boxes of
// values over a socket. It has bounded processor time and memory a question, no other descriptors, and ends with this object. What it
// answers is believed no more than the file.
//
// The forked process takes memory and calls HDF5, so no other thread may be inside HDF5 at that moment; memory is glibc's, which a fork
// may be taken of at any time.
class ReadingProcess : public ResultsSource {
  public:
    // Throws std::runtime_error where no process can be started.
    explicit ReadingProcess(std::filesystem::path file);
    ~ReadingProcess() override;
    ReadingProcess(const ReadingProcess&) = delete;
    ReadingProcess& operator=(const ReadingProcess&) = delete;

    StoredContents contents() override;
    StoredValues read(const StoredVariable& variable, const StoredBox& box) override;

  private:
    void ask(const std::vector<std::byte>& question) const;
    // The answer, of `most` bytes at most. Throws InputError.
    std::vector<std::byte> answer(std::size_t most);
    [[noreturn]] void refuse(const std::string& sentence) const;
    // After an answer that ended too early.
    [[noreturn]] void tell_how_it_ended();
    int wait_for_end();

    std::filesystem::path file_;
    int socket_ = -1;
    int process_ = -1;
    std::uint64_t file_bytes_ = 0;
};

}  // namespace bevlogen
