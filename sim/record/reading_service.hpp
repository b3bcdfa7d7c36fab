// The process that reads a results file for another: what it is asked and answers, and how much it may take.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace bevlogen {

// A question is a length (u64) and as many bytes: none for the contents, else a variable's name, and first index and number along each
// dimension. An answer is this, and as many bytes: contents, values as they lie in memory, texts one after the other, or words.
struct ReadingAnswer {
    enum class Kind : std::uint32_t {
        answer = 1,
        failure = 2,  // HDF5's words for what it could not do
        refusal = 3,  // a sentence about the file
    };
    Kind kind{};
    std::uint32_t unused = 0;
    std::uint64_t length = 0;
};

inline constexpr std::size_t kMostBytesOfContents = std::size_t{1} << 26;
inline constexpr std::size_t kMostBytesOfSentence = 4096;

// What somebody with a damaged file does.
inline constexpr const char* kRemedy = "take a whole copy of it, or run it anew";

// By which signals Linux ends what has used up its processor time, and what has not answered for very long.
inline constexpr int kSignalOfProcessorTime = 24, kSignalOfAlarm = 14;

// Takes the forked process over: keeps no descriptor but `socket`, sets limits, answers until the other end is closed, and ends.
[[noreturn]] void serve_reading(const std::filesystem::path& file, int socket);

}  // namespace bevlogen
