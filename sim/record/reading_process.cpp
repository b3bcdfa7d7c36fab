// Asks a forked process, and words how it ended where it did.
#include "sim/record/reading_process.hpp"

#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "sim/core/bytes.hpp"
#include "sim/core/diagnostic.hpp"
#include "sim/record/h5_limits.hpp"
#include "sim/record/reading_service.hpp"
#include "sim/record/socket_bytes.hpp"
#include "sim/record/system_words.hpp"

namespace bevlogen {
ReadingProcess::ReadingProcess(std::filesystem::path file) : file_(std::move(file)) {
    std::array<int, 2> sockets{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0)
        throw std::runtime_error(fmt::format("cannot start a process that reads {}: {}", file_.string(), system_words(errno)));
    process_ = ::fork();
    if (process_ == 0) {
        ::close(sockets[0]);
        serve_reading(file_, sockets[1]);
    }
    const int error = errno;
    ::close(sockets[1]);
    socket_ = sockets[0];
    if (process_ > 0) return;
    ::close(socket_);
    throw std::runtime_error(fmt::format("cannot start a process that reads {}: {}", file_.string(), system_words(error)));
}

ReadingProcess::~ReadingProcess() {
    if (socket_ >= 0) ::close(socket_);  // at which it ends
    wait_for_end();
}

int ReadingProcess::wait_for_end() {
    int status = 0;
    if (process_ <= 0) return status;
    const int process = std::exchange(process_, -1);
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

void ReadingProcess::refuse(const std::string& sentence) const { throw InputError(Place{file_.string()}, sentence); }

void ReadingProcess::tell_how_it_ended() {
    ::close(std::exchange(socket_, -1));
    const int status = wait_for_end();
    const int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    const bool took_too_long = signal == kSignalOfProcessorTime || signal == kSignalOfAlarm;
    refuse(fmt::format("is damaged: {}; {}",
                       took_too_long ? std::string("reading it does not end")
                       : signal != 0 ? fmt::format("HDF5 fails on it ({})", ::strsignal(signal))
                                     : std::string("reading it was broken off"),
                       kRemedy));
}

void ReadingProcess::ask(const std::vector<std::byte>& question) const {
    const std::uint64_t length = question.size();
    if (socket_ >= 0 && send_all(socket_, std::as_bytes(std::span(&length, 1)))) send_all(socket_, question);
}

std::vector<std::byte> ReadingProcess::answer(std::size_t most) {
    ReadingAnswer head;
    if (socket_ < 0 || !receive_all(socket_, std::as_writable_bytes(std::span(&head, 1)))) tell_how_it_ended();
    const bool is_answer = head.kind == ReadingAnswer::Kind::answer;
    if (head.length > (is_answer ? most : kMostBytesOfSentence)) tell_how_it_ended();
    std::vector<std::byte> bytes(head.length);
    if (!receive_all(socket_, bytes)) tell_how_it_ended();
    if (is_answer) return bytes;
    const std::string words(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    refuse(head.kind == ReadingAnswer::Kind::refusal ? words : fmt::format("is cut off or damaged: {}", words));
}

StoredContents ReadingProcess::contents() {
    ask({});
    const std::vector<std::byte> bytes = answer(kMostBytesOfContents);
    try {
        StoredContents contents = StoredContents::from_bytes(bytes);
        file_bytes_ = contents.file_bytes;
        return contents;
    } catch (const std::runtime_error&) {
        refuse(fmt::format("is damaged: what it says of its contents makes no sense; {}", kRemedy));
    }
}

StoredValues ReadingProcess::read(const StoredVariable& variable, const StoredBox& box) {
    StoredValues result;
    const bool is_text = variable.kind == StoredKind::text;
    const std::size_t values = box.values();
    ByteWriter question;
    question.text(variable.name);
    question.array(box.first);
    question.array(box.count);
    ask(question.take());
    result.bytes = answer(is_text ? most_bytes_of_box(file_bytes_) : values * variable.value_size);
    if (!is_text) {
        if (result.bytes.size() != values * variable.value_size) tell_how_it_ended();
        return result;
    }
    ByteReader in(result.bytes);
    try {
        for (std::size_t i = 0; i < values; ++i) result.texts.push_back(in.text());
    } catch (const std::runtime_error&) {
        tell_how_it_ended();
    }
    result.bytes.clear();
    return result;
}

}  // namespace bevlogen
