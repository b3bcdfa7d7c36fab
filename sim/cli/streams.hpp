// Standard output and standard error, whatever the caller made of them.
#pragma once

#include <fmt/format.h>

namespace bevlogen {

// To be called before anything is opened. A stream that was closed is opened on nothing, so that no file gets its number and what is
// printed does not land in it. A pipe that is closed and a limit on the size of files become errors of the call that meets them, not
// signals.
void prepare_streams();

// To standard error. Where that is closed, full or a broken pipe nobody hears it, and the work goes on.
void complain_text(fmt::string_view format, fmt::format_args arguments);
template <class... Arguments>
void complain(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    complain_text(format, fmt::make_format_args(arguments...));
}

// To standard output or, where the answer is for programs, to standard error.
enum class AnswerFor { people, programs };
template <class... Arguments>
void tell_beside(AnswerFor answer, fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    if (answer == AnswerFor::programs) {
        complain_text(format, fmt::make_format_args(arguments...));
    } else {
        fmt::vprint(format, fmt::make_format_args(arguments...));
    }
}

}  // namespace bevlogen
