// `bevlogen new`: a scenario file to start from.
#include <fmt/format.h>
#include <fmt/os.h>

#include "sim/cli/context.hpp"
#include "sim/cli/library.hpp"

namespace bevlogen {
namespace {

namespace fs = std::filesystem;

void write_new(const std::string& file, const std::string& base, const Context& context) {
    const fs::path path(file);
    if (fs::exists(path)) throw InputError({file, 0, 0}, "exists already; a new scenario needs a new name");
    if (path.extension() != ".toml") throw InputError({file, 0, 0}, "a scenario file ends in .toml, e.g. my-scenario.toml");
    if (path.has_parent_path() && !fs::is_directory(path.parent_path())) throw InputError({file, 0, 0}, "its folder does not exist");
    const fs::path base_file = fs::exists(base) ? fs::path(base) : context.library / base;
    if (!fs::exists(base_file)) throw InputError({"--extends " + base, 0, 0}, "there is no such scenario; bevlogen list shows them");
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    const std::string relative = fs::relative(base_file, folder).generic_string();
    auto out = fmt::output_file(file);
    out.print(
        "# A difference over {0}: what is not written here is as it is there.\n"
        "title = \"My policy\"\n"
        "question = \"What does it do to burnout and engagement, in each career phase?\"\n"
        "extends = \"{0}\"\n\n"
        "# One table for each intervention; `bevlogen describe` lists levers, factors and scopes.\n"
        "[[intervention]]\n"
        "name = \"my-policy\"\n"
        "title = \"My policy\"\n"
        "scope = {{ phases = [\"anios\", \"aios\"], hospitals = \"all\" }}\n"
        "start = {{ year = 1 }}\n"
        "ramp = {{ weeks = 26 }}\n"
        "shift = {{ workload = -0.3 }}\n",
        relative);
    out.close();
    fmt::print("{0} written; next: bevlogen check {0}, then bevlogen compare {1} {0}\n", file, shown_path(base_file).string());
}

}  // namespace

void add_new(CLI::App& program, const Context& context, int&) {
    struct Input {
        std::string file;
        std::string base = "baseline.toml";
    };
    auto input = std::make_shared<Input>();
    CLI::App* app = program.add_subcommand("new", "Write a scenario file to start from");
    app->add_option("file", input->file, "File to write (must not exist)")->required();
    app->add_option("--extends", input->base, "Scenario that it starts from")->capture_default_str();
    app->footer("Example:\n  bevlogen new my-policy.toml");
    app->callback([input, &context] { write_new(input->file, input->base, context); });
}

}  // namespace bevlogen
