// What every command has at hand: the models, the scenarios beside the program, and the options that many commands share.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/engine/model.hpp"
#include "sim/scenario/read.hpp"

namespace bevlogen {

struct Context {
    const ModelShelf& shelf;
    std::filesystem::path library;  // scenarios beside the program, or in its share folder
    std::vector<std::string> command_line;

    VocabularyShelf vocabularies() const;
    const Model& model_of(const Scenario& scenario) const;
};

// Options of commands that run something.
struct RunOptions {
    std::vector<std::string> sets;
    std::optional<std::uint64_t> seed;
    std::optional<int> replicates;
    std::optional<unsigned> threads;
    std::size_t block_posts = 0;
    std::string out;
    bool quiet = false;
    bool json = false;
    std::optional<int> stop_after_week;

    void add_to(CLI::App& command);
    // --set, --seed and --replicates as overrides of the scenario.
    std::vector<Override> overrides() const;
};

// A command: adds itself to the program; its callback sets `exit_code`.
using Command = void (*)(CLI::App& program, const Context& context, int& exit_code);

void add_run(CLI::App& program, const Context& context, int& exit_code);
void add_compare(CLI::App& program, const Context& context, int& exit_code);
void add_check(CLI::App& program, const Context& context, int& exit_code);
void add_describe(CLI::App& program, const Context& context, int& exit_code);
void add_schema(CLI::App& program, const Context& context, int& exit_code);
void add_show(CLI::App& program, const Context& context, int& exit_code);
void add_diff(CLI::App& program, const Context& context, int& exit_code);
void add_list(CLI::App& program, const Context& context, int& exit_code);
void add_doctor(CLI::App& program, const Context& context, int& exit_code);
void add_new(CLI::App& program, const Context& context, int& exit_code);

}  // namespace bevlogen
