// Descriptors, dispositions of signals, and fwrite.
#include "sim/cli/streams.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <iterator>

namespace bevlogen {

void prepare_streams() {
    // Opened the wrong way round: what is read or written there fails, as it would on a closed stream.
    for (const auto& [descriptor, flags] : {std::pair{STDIN_FILENO, O_WRONLY}, {STDOUT_FILENO, O_RDONLY}, {STDERR_FILENO, O_RDONLY}}) {
        if (::fcntl(descriptor, F_GETFD) == -1) ::open("/dev/null", flags);  // the lowest number that is free is this one
    }
    for (const int signal : {SIGPIPE, SIGXFSZ}) std::signal(signal, SIG_IGN);
}

void complain_text(fmt::string_view format, fmt::format_args arguments) {
    fmt::memory_buffer text;
    fmt::vformat_to(std::back_inserter(text), format, arguments);
    if (std::fwrite(text.data(), 1, text.size(), stderr) != text.size()) std::clearerr(stderr);
}

}  // namespace bevlogen
