// What the fuzzers share: the models, a file of the input, and what is asked of every rejection.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/catalog/shelf.hpp"
#include "sim/core/diagnostic.hpp"
#include "sim/engine/vocabularies.hpp"
#include "sim/scenario/read.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace bevlogen::fuzz {

// A finding, unless it holds.
inline void require(bool holds, const std::string& promise) {
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", promise.c_str());
    std::abort();
}

inline const ModelShelf& shelf() {
    static const auto models = make_shelf();
    return *models;
}
inline const VocabularyShelf& vocabularies() {
    static const VocabularyShelf words = vocabularies_of(shelf());
    return words;
}
// The scenarios of the repository, which inputs may name.
inline std::filesystem::path library() { return BEVLOGEN_SCENARIOS; }

// A folder in memory where the system has one, gone at the end.
class Folder {
  public:
    Folder() {
        std::string name = std::filesystem::exists("/dev/shm") ? "/dev/shm/bevlogen-fuzz-XXXXXX" : "/tmp/bevlogen-fuzz-XXXXXX";
        require(::mkdtemp(name.data()) != nullptr, "a folder can be made");
        path_ = name;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    // The file of that name, with the input as its content.
    std::filesystem::path with(const std::string& name, std::span<const std::uint8_t> content) const {
        std::filesystem::path file = path_ / name;
        std::ofstream out(file, std::ios::binary | std::ios::trunc);
        out.write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
        out.close();
        require(static_cast<bool>(out), "a file can be written");
        return file;
    }

  private:
    std::filesystem::path path_;
};

// Does the work. Whatever is refused is refused with words about a place.
template <class Work>
bool is_accepted(Work work) {
    try {
        work();
        return true;
    } catch (const InputError& error) {
        const std::vector<Diagnostic> all = error.diagnostics().sorted();
        require(!all.empty(), "a rejection says why");
        for (const Diagnostic& one : all) {
            require(!one.message.empty(), "a diagnostic has a message");
            require(!one.place.file.empty(), "a diagnostic has a place");
            require((one.place.line == 0) == (one.place.column == 0), "a line comes with a column");
        }
        return false;
    }
}

}  // namespace bevlogen::fuzz
