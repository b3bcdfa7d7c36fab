// `bevlogen list`: the ready scenarios, comparisons, trials, calibrations and interventions.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/cli/catalogue_page.hpp"
#include "sim/cli/context.hpp"
#include "sim/cli/library.hpp"
#include "sim/cli/model_choice.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/scenario/title.hpp"

namespace bevlogen {
namespace {

namespace fs = std::filesystem;

struct Shelf {
    const char* heading;
    const char* folder;
};
constexpr Shelf kShelves[] = {{"scenarios", "."},
                              {"comparisons", "comparisons"},
                              {"trials", "trials"},
                              {"calibrations", "calibrations"},
                              {"interventions", "interventions"}};

std::vector<fs::path> files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

void require_library(const Context& context) {
    if (context.library.empty()) throw std::runtime_error("the ready scenarios were not found beside the program");
}

void list(const Context& context, bool json) {
    require_library(context);
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

struct ListCommand {
    bool json = false;
    bool catalogue = false;
    bool markdown = false;

    void run(const Context& context) const {
        if (!catalogue) return list(context, json);
        require_library(context);
        std::vector<const Vocabulary*> vocabularies = {&chosen_model(context, "workforce").vocabulary()};
        for (const std::string& name : context.shelf.names()) {
            const Vocabulary& vocabulary = context.shelf.find(name)->vocabulary();
            if (&vocabulary != vocabularies.front()) vocabularies.push_back(&vocabulary);
        }
        const std::vector<CatalogueFile> entries = read_catalogue(context.library / "interventions", vocabularies);
        fmt::print("{}", markdown ? catalogue_markdown(entries) : catalogue_text(entries));
    }
};

}  // namespace

void add_list(CLI::App& program, const Context& context, Action& chosen) {
    auto command = std::make_shared<ListCommand>();
    CLI::App* app = program.add_subcommand("list", "List the ready scenarios, comparisons, trials, calibrations and interventions");
    CLI::Option* json = app->add_flag("--json", command->json, "Print the answer as JSON");
    CLI::Option* catalogue = app->add_flag("--catalogue", command->catalogue,
                                           "The interventions alone, with levers, costs, sources, and who decides, pays and must agree");
    catalogue->excludes(json);
    app->add_flag("--markdown", command->markdown, "As Markdown tables, with the origin of every number, as in the documentation")
        ->needs(catalogue);
    app->footer("Examples:\n  bevlogen list\n  bevlogen list --catalogue");
    on_command(*app, chosen, [command, &context] { command->run(context); });
}

}  // namespace bevlogen
