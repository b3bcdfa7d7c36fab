// What every command has at hand: the models, the scenarios beside the program, and the options that many commands share.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "sim/engine/model.hpp"
#include "sim/scenario/read.hpp"
#include "sim/sweep/peers.hpp"

namespace bevlogen {

struct Context {
    const ModelShelf& shelf;
    std::filesystem::path library;  // scenarios beside the program, or in its share folder
    std::vector<std::string> command_line;
    Peers* peers = nullptr;  // the processes of a launcher, if it started several

    VocabularyShelf vocabularies() const;
    const Model& model_of(const Scenario& scenario) const;
    // The command line, in one line.
    std::string command_words() const;
};

// Options of commands that run something.
struct RunOptions {
    std::vector<std::string> sets;
    std::optional<std::int64_t> seed;
    std::optional<std::int64_t> replicates;
    std::optional<std::int64_t> threads;
    std::optional<std::int64_t> block_posts;
    std::string parameters;             // a file of draws, or of a calibration
    std::optional<std::int64_t> draws;  // of a calibration's posterior
    std::string out;
    bool quiet = false;
    bool json = false;
    std::optional<int> stop_after_week;

    void add_to(CLI::App& command);
    // Without --parameters and --stop-after-week.
    void add_common_to(CLI::App& command);
    // --set, --seed and --replicates as overrides of the scenario. Throws InputError for numbers out of bounds.
    std::vector<Override> overrides() const;
};

// The value of a numerical option, or `otherwise` where it was not given; throws InputError outside [min, max].
std::int64_t bounded_option(const char* name, const std::optional<std::int64_t>& value, std::int64_t min, std::int64_t max,
                            std::int64_t otherwise);

// What a command line asks for: carries it out and returns the exit code.
using Action = std::function<int()>;

// `carry_out` (of int, or of nothing where it is done when it returns) becomes `chosen` where the command line is of `command`.
template <class CarryOut>
void on_command(CLI::App& command, Action& chosen, CarryOut carry_out) {
    command.callback([&chosen, carry_out] {
        chosen = [carry_out] {
            if constexpr (std::is_void_v<decltype(carry_out())>) {
                carry_out();
                return 0;
            } else {
                return carry_out();
            }
        };
    });
}

// A command: adds itself to the program, and says what is to be carried out where it is asked for.
using Command = void (*)(CLI::App& program, const Context& context, Action& chosen);

void add_run(CLI::App& program, const Context& context, Action& chosen);
void add_compare(CLI::App& program, const Context& context, Action& chosen);
void add_sweep(CLI::App& program, const Context& context, Action& chosen);
void add_calibrate(CLI::App& program, const Context& context, Action& chosen);
void add_trial(CLI::App& program, const Context& context, Action& chosen);
void add_status(CLI::App& program, const Context& context, Action& chosen);
void add_merge(CLI::App& program, const Context& context, Action& chosen);
void add_sensitivity(CLI::App& program, const Context& context, Action& chosen);
void add_report(CLI::App& program, const Context& context, Action& chosen);
void add_check(CLI::App& program, const Context& context, Action& chosen);
void add_describe(CLI::App& program, const Context& context, Action& chosen);
void add_schema(CLI::App& program, const Context& context, Action& chosen);
void add_show(CLI::App& program, const Context& context, Action& chosen);
void add_diff(CLI::App& program, const Context& context, Action& chosen);
void add_export(CLI::App& program, const Context& context, Action& chosen);
void add_list(CLI::App& program, const Context& context, Action& chosen);
void add_completion(CLI::App& program, const Context& context, Action& chosen);
void add_doctor(CLI::App& program, const Context& context, Action& chosen);
void add_view(CLI::App& program, const Context& context, Action& chosen);
void add_new(CLI::App& program, const Context& context, Action& chosen);

}  // namespace bevlogen
