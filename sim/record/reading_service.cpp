// Reads with HDF5 under limits, and answers.
#include "sim/record/reading_service.hpp"

#include <fcntl.h>
#include <hdf5.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/core/bytes.hpp"
#include "sim/record/digest.hpp"
#include "sim/record/h5_limits.hpp"
#include "sim/record/h5_read.hpp"
#include "sim/record/socket_bytes.hpp"
#include "sim/record/stored_contents.hpp"

namespace bevlogen {
namespace {

// A healthy file of gigabytes is opened in milliseconds, and HDF5 inflates some hundred megabytes a second.
constexpr rlim_t kSecondsOfProcessor = 6, kBytesASecond = 32u << 20;
// Of a larger file its whole would be read for the few boxes that are wanted.
constexpr std::uint64_t kMostBytesOfDigest = std::uint64_t{1} << 27;
constexpr unsigned kSecondsOfWaiting = 600;                    // for a slow disk
constexpr std::size_t kBytesOfReading = std::size_t{1} << 29;  // beside what is asked for: HDF5's caches, a chunk
constexpr std::size_t kBytesOfTexts = std::size_t{1} << 27;    // and their answer

void limit(__rlimit_resource resource, rlim_t most) {
    struct rlimit now {};
    ::getrlimit(resource, &now);
    now.rlim_cur = std::min(most, now.rlim_max);
    ::setrlimit(resource, &now);
}

rlim_t seconds_used() {
    struct rusage usage {};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<rlim_t>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 2);  // both are rounded down
}

// Bytes of address space; more where it cannot be told.
std::size_t address_space() {
    char text[64] = {};
    const int descriptor = ::open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0) {
        if (::read(descriptor, text, sizeof text - 1) < 0) text[0] = 0;
        ::close(descriptor);
    }
    const std::size_t pages = std::strtoull(text, nullptr, 10);
    return pages > 0 ? pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)) : std::size_t{1} << 40;
}

// Anew for every question, since what has been used stays used.
void limit_question(std::size_t bytes) {
    limit(RLIMIT_CPU, seconds_used() + kSecondsOfProcessor + bytes / kBytesASecond);
    limit(RLIMIT_AS, address_space() + kBytesOfReading + bytes);
    ::alarm(kSecondsOfWaiting);
}

void answer(int socket, ReadingAnswer::Kind kind, std::span<const std::byte> bytes) {
    const ReadingAnswer head{kind, 0, bytes.size()};
    if (!send_all(socket, std::as_bytes(std::span(&head, 1))) || !send_all(socket, bytes)) ::_exit(0);
}

void answer(int socket, ReadingAnswer::Kind kind, const std::string& words) {
    answer(socket, kind, std::as_bytes(std::span(words).first(std::min(words.size(), kMostBytesOfSentence))));
}

class ReadingService {
  public:
    explicit ReadingService(const std::filesystem::path& file) : path_(file) {}

    std::vector<std::byte> answer_to(const std::vector<std::byte>& question) {
        if (question.empty()) return contents();
        ByteReader in(question);
        const std::string name = in.text();
        const StoredBox box{in.array<std::size_t>(), in.array<std::size_t>()};
        const auto variable =
            std::find_if(contents_.variables.begin(), contents_.variables.end(), [&](const StoredVariable& of) { return of.name == name; });
        if (variable == contents_.variables.end()) throw h5::Refusal("holds no " + name);
        const bool is_text = variable->kind == StoredKind::text;
        limit_question(is_text ? kBytesOfTexts + box.values() * 3 * sizeof(std::string) : box.values() * variable->value_size);
        StoredValues values = h5::read_box(file_, *variable, box.first, box.count);
        if (!is_text) return std::move(values.bytes);
        ByteWriter out;
        for (const std::string& text : values.texts) out.text(text);
        return out.take();
    }

  private:
    std::vector<std::byte> contents() {
        limit_question(0);
        if (check_digest(path_, kMostBytesOfDigest) == DigestCheck::differs)
            throw h5::Refusal("is damaged: its bytes are not those that were written (the digest at its end tells); " +
                              std::string(kRemedy));
        H5PLset_loading_state(0);  // no filters from elsewhere
        file_ = h5::open_file(path_);
        refuse_cut_digest();
        contents_ = h5::read_contents(file_, std::filesystem::file_size(path_));
        std::vector<std::byte> bytes = contents_.to_bytes();
        if (bytes.size() > kMostBytesOfContents) throw h5::Refusal("has more variables and attributes than any results file");
        return bytes;
    }

    // A little behind HDF5's end that is no whole digest.
    void refuse_cut_digest() const {
        haddr_t end = 0;
        if (H5Fget_eoa(file_, &end) < 0) return;
        const std::uintmax_t bytes = std::filesystem::file_size(path_);
        if (bytes > end && bytes < end + kDigestBytes)
            throw h5::Refusal("is cut off: of the digest at its end a part is missing; " + std::string(kRemedy));
    }

    const std::filesystem::path& path_;
    h5::File file_;
    StoredContents contents_;
};

constexpr int kSocket = 3;

// The program's files, journals and terminal stay its own.
void keep_only(int socket) {
    const int kept = ::fcntl(socket, F_DUPFD, kSocket + 1);  // the program may have been started without a standard input
    const int nowhere = ::open("/dev/null", O_RDWR);
    for (int standard = 0; standard < kSocket; ++standard) ::dup2(nowhere, standard);
    ::dup2(kept, kSocket);
    ::close_range(kSocket + 1, ~0u, 0);
    ::setpgid(0, 0);  // who interrupts the program means the program
}

// Whatever the program, or who started it, does about them: limits end this process, and who asks tells how it crashed.
void leave_signals_alone() {
    sigset_t signals;
    ::sigemptyset(&signals);
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGALRM, SIGXCPU}) {
        ::signal(signal, SIG_DFL);
        ::sigaddset(&signals, signal);
    }
    ::sigprocmask(SIG_UNBLOCK, &signals, nullptr);
}

}  // namespace

void serve_reading(const std::filesystem::path& file, int socket_of_parent) {
    keep_only(socket_of_parent);
    leave_signals_alone();
    limit(RLIMIT_CORE, 0);
    ReadingService service(file);
    for (;;) {
        std::uint64_t length = 0;
        ::alarm(0);
        if (!receive_all(kSocket, std::as_writable_bytes(std::span(&length, 1)))) ::_exit(0);
        std::vector<std::byte> question(std::min<std::uint64_t>(length, 1u << 16));
        if (!question.empty() && !receive_all(kSocket, question)) ::_exit(0);
        try {
            answer(kSocket, ReadingAnswer::Kind::answer, service.answer_to(question));
        } catch (const h5::Refusal& refusal) {
            answer(kSocket, ReadingAnswer::Kind::refusal, refusal.what());
        } catch (const std::bad_alloc&) {
            answer(kSocket, ReadingAnswer::Kind::failure, "reading it takes more memory than it has values");
        } catch (const std::exception& error) {
            answer(kSocket, ReadingAnswer::Kind::failure, error.what());
        }
    }
}

}  // namespace bevlogen
