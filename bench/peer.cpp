// Talks to a program through two pipes.
#include "bench/peer.hpp"

#include <fcntl.h>
#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "bench/pin.hpp"

namespace bevlogen::bench {

Peer::Peer(const std::filesystem::path& program, std::vector<std::string> arguments, Processors processors) {
    std::signal(SIGPIPE, SIG_IGN);  // a peer that is gone is found when its answer does not come
    int in[2], out[2];
    if (::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0) throw std::runtime_error("no pipe to a peer");
    arguments.insert(arguments.begin(), program.string());
    std::vector<char*> words;
    for (std::string& argument : arguments) words.push_back(argument.data());
    words.push_back(nullptr);
    process_ = ::fork();
    if (process_ < 0) throw std::runtime_error("no process for a peer");
    if (process_ == 0) {
        if (processors == Processors::last) pin(pthread_self(), 0);
        ::dup2(in[0], STDIN_FILENO);
        ::dup2(out[1], STDOUT_FILENO);
        ::execv(words[0], words.data());
        ::_exit(127);
    }
    ::close(in[0]);
    ::close(out[1]);
    to_ = ::fdopen(in[1], "w");
    from_ = ::fdopen(out[0], "r");
}

Peer::~Peer() {
    std::fclose(to_);  // the end of its input is the end of its work
    std::fclose(from_);
    ::waitpid(process_, nullptr, 0);
}

std::string Peer::next_line() {
    std::string line;
    for (int c = std::fgetc(from_); c != EOF && c != '\n'; c = std::fgetc(from_)) line += static_cast<char>(c);
    return line;
}

bool Peer::is_ready() {
    if (has_answered_) return is_there_;
    has_answered_ = true;
    about_ = next_line();
    const nlohmann::json facts = nlohmann::json::parse(about_, nullptr, false);
    is_there_ = facts.is_object();
    is_sane_ = is_there_ && facts.value("sane", false);
    return is_there_;
}

double Peer::nanoseconds_per_item(double seconds) {
    std::fprintf(to_, "%g\n", seconds);
    std::fflush(to_);
    const std::string answer = next_line();
    if (answer.empty()) throw std::runtime_error("a peer has ended before its time");
    return std::strtod(answer.c_str(), nullptr);
}

}  // namespace bevlogen::bench
