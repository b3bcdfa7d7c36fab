// Builds the command line, and turns every error into a message and an exit code.
#include "sim/cli/program.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <exception>
#include <iostream>
#include <new>
#include <system_error>

#include "sim/cli/completion.hpp"
#include "sim/cli/context.hpp"
#include "sim/cli/library.hpp"
#include "sim/cli/streams.hpp"
#include "sim/core/build_info.hpp"
#include "sim/core/contract.hpp"
#include "sim/core/nearest_name.hpp"

namespace bevlogen {
namespace {

constexpr const char* kAbout =
    "Bevlogen: what keeps the people in a workforce engaged, what burns them out, and which policy would help.\n"
    "Start with: bevlogen list, then bevlogen compare scenarios/comparisons/less-administration.toml";

std::vector<std::string> command_names(const CLI::App& program) {
    std::vector<std::string> names;
    for (const CLI::App* command : program.get_subcommands({})) names.push_back(command->get_name());
    return names;
}

// An answer that could not be printed (a full disk, a closed stream) is not done.
void flush_answer() {
    std::cout.flush();
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0 && std::cout.good()) return;
    throw std::system_error(errno, std::generic_category(), "the answer could not be written to standard output");
}

// Who read the answer has gone away, as `head` does: all files are written, and the program ends as others do then, without a word.
int end_by_broken_pipe(const Peers* peers) {
    if (peers) return kExitWorld;  // the others are not to be left waiting
    std::signal(SIGPIPE, SIG_DFL);
    std::raise(SIGPIPE);
    return kExitWorld;
}

constexpr const char* kFewerThreads = "; a thread could not be started: fewer --threads or a higher limit on memory (ulimit -v) help";

// What is wrong for one process of a launcher is mostly wrong for all: the first says it and ends the others before they do.
void let_first_speak(const Peers* peers) {
    constexpr unsigned kSeconds = 2;
    if (peers && peers->rank() > 0) ::sleep(kSeconds);
}

int report(const CLI::ParseError& error, const CLI::App& program, int argc, const char* const* argv) {
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) return program.exit(error);  // --help, --version
    const std::string word = argc > 1 && argv[1][0] != '-' ? argv[1] : "";
    const std::vector<std::string> names = command_names(program);
    if (!word.empty() && std::find(names.begin(), names.end(), word) == names.end()) {
        const auto near = nearest_name(word, names);
        complain("bevlogen: error: unknown command \"{}\"{}\n", word,
                 near ? fmt::format("; did you mean \"{}\"?", *near) : fmt::format(" (valid: {})", fmt::join(names, ", ")));
    } else {
        complain("bevlogen: error: {} (see bevlogen{}{} --help)\n", error.what(), word.empty() ? "" : " ", word);
    }
    return kExitUserInput;
}

// The options of all commands, and what they ask for.
class CommandLine {
  public:
    CommandLine(int argc, const char* const* argv, const ModelShelf& shelf, Peers* peers)
        : argc_(argc), argv_(argv), context_{shelf, scenario_library(), {argv, argv + argc}, peers} {
        program_.require_subcommand(1);
        program_.set_version_flag("--version", fmt::format("bevlogen {} ({})", build_info().version, build_info().commit));
        for (const Command add : {add_run,         add_compare,  add_trial,  add_calibrate, add_sweep,      add_status, add_merge,
                                  add_sensitivity, add_view,     add_report, add_check,     add_show,       add_export, add_diff,
                                  add_list,        add_describe, add_schema, add_new,       add_completion, add_doctor}) {
            add(program_, context_, chosen_);
        }
    }
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;

    // The exit code so far; after a mistake, a question for help or for the version nothing is chosen.
    int parse() {
        try {
            program_.parse(argc_, argv_);
            return kExitDone;
        } catch (const CLI::ParseError& error) {
            chosen_ = nullptr;
            let_first_speak(context_.peers);
            return report(error, program_, argc_, argv_);
        }
    }
    const Action& chosen() const { return chosen_; }
    std::vector<std::string> completed(const std::vector<std::string>& words) const { return completions(program_, context_, words); }

  private:
    int argc_;
    const char* const* argv_;
    Context context_;
    CLI::App program_{kAbout, "bevlogen"};
    Action chosen_;
};

}  // namespace

int reporting_errors(Peers* peers, const std::function<int()>& work) {
    try {
        return work();
    } catch (const InputError& error) {
        let_first_speak(peers);
        complain("{}", error.diagnostics().report());
        return kExitUserInput;
    } catch (const ContractViolation& error) {
        let_first_speak(peers);
        complain("bevlogen: this is a bug in the program, please report it: {}\n", error.what());
        return kExitWorld;
    } catch (const std::bad_alloc&) {
        let_first_speak(peers);
        complain("bevlogen: error: out of memory; a smaller population.scale or fewer --threads need less\n");
        return kExitWorld;
    } catch (const std::system_error& error) {
        if (error.code() == std::errc::broken_pipe) return end_by_broken_pipe(peers);
        let_first_speak(peers);
        complain("bevlogen: error: {}{}\n", error.what(), error.code() == std::errc::resource_unavailable_try_again ? kFewerThreads : "");
        return kExitWorld;
    } catch (const std::exception& error) {
        let_first_speak(peers);
        const bool is_of_threads = std::string_view(error.what()).find("pthread_create") != std::string_view::npos;  // as TBB says it
        if (is_of_threads) {
            complain("bevlogen: error: {}{}\n", error.what(), kFewerThreads);
            return kExitWorld;
        }
        complain("bevlogen: error: {}\n", error.what());
        return kExitWorld;
    }
}

int run_program(int argc, const char* const* argv, const ShelfMaker& make_shelf, Peers* peers) {
    prepare_streams();
    return reporting_errors(peers, [&] {
        const std::shared_ptr<const ModelShelf> shelf = make_shelf();
        CommandLine line(argc, argv, *shelf, peers);
        int exit_code = kExitDone;
        if (const auto words = words_to_complete(argc, argv)) {
            for (const std::string& word : line.completed(*words)) fmt::print("{}\n", word);
        } else {
            exit_code = line.parse();
            if (line.chosen()) exit_code = line.chosen()();
        }
        if (exit_code == kExitDone) flush_answer();
        return exit_code;
    });
}

int check_arguments(int argc, const char* const* argv, const ModelShelf& shelf) {
    return reporting_errors(nullptr, [&] { return CommandLine(argc, argv, shelf, nullptr).parse(); });
}

}  // namespace bevlogen
