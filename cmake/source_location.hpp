// std::source_location for clang 14, which lacks the builtin that libstdc++ asks for; included before everything where clang compiles.
#pragma once

#include <source_location>

#if !__has_builtin(__builtin_source_location)
namespace std {

struct source_location {
    static constexpr source_location current(const char* file = __builtin_FILE(), const char* function = __builtin_FUNCTION(),
                                             unsigned line = __builtin_LINE()) noexcept {
        return {file, function, line};
    }
    constexpr const char* file_name() const noexcept { return file_; }
    constexpr const char* function_name() const noexcept { return function_; }
    constexpr unsigned line() const noexcept { return line_; }

    const char* file_;
    const char* function_;
    unsigned line_;
};

}  // namespace std
#endif
