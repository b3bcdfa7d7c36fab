// `bevlogen list`: the ready scenarios, comparisons and interventions.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/cli/context.hpp"
#include "sim/cli/library.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/scenario/title.hpp"

namespace bevlogen {
namespace {

namespace fs = std::filesystem;

struct Shelf {
    const char* heading;
    const char* folder;
};
constexpr Shelf kShelves[] = {{"scenarios", "."}, {"comparisons", "comparisons"}, {"interventions", "interventions"}};

std::vector<fs::path> files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

void list(const Context& context, bool json) {
    if (context.library.empty()) throw std::runtime_error("the ready scenarios were not found beside the program");
    nlohmann::ordered_json answer;
    for (const Shelf& shelf : kShelves) {
        if (!json) fmt::print("{}\n", bold(shelf.heading));
        for (const fs::path& file : files_in((context.library / shelf.folder).lexically_normal())) {
            const std::string title = title_of_file(file);
            if (json) {
                answer[shelf.heading].push_back({{"file", file.string()}, {"title", title}});
            } else {
                fmt::print("  {:<52} {}\n", shown_path(file).string(), title);
            }
        }
    }
    if (json) fmt::print("{}\n", answer.dump(1));
}

}  // namespace

void add_list(CLI::App& program, const Context& context, int&) {
    auto json = std::make_shared<bool>(false);
    CLI::App* app = program.add_subcommand("list", "List the ready scenarios, comparisons and interventions");
    app->add_flag("--json", *json, "Print the answer as JSON");
    app->footer("Example:\n  bevlogen list");
    app->callback([json, &context] { list(context, *json); });
}

}  // namespace bevlogen
