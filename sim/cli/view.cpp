// `bevlogen view`: becomes the program bevlogen-viewer beside this one, which has the window.
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "sim/cli/context.hpp"
#include "sim/cli/program.hpp"
#include "sim/cli/streams.hpp"
#include "sim/cli/view_options.hpp"

namespace bevlogen {
namespace {

int become_viewer(const Context& context) {
    std::error_code none;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", none);
    const std::filesystem::path viewer = self.parent_path() / "bevlogen-viewer";
    std::vector<std::string> words = {viewer.string()};
    const auto command = std::find(context.command_line.begin() + 1, context.command_line.end(), "view");
    words.insert(words.end(), command + 1, context.command_line.end());
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    ::execv(viewer.c_str(), arguments.data());
    complain(
        "bevlogen: error: the viewer {} cannot be started ({}): it is built where libimgui-dev, libglfw3-dev, libopengl-dev and "
        "libpng-dev are "
        "installed\n",
        viewer.string(), std::strerror(errno));
    return kExitWorld;
}

}  // namespace

Language language_of_environment() {
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(variable);
        if (value && *value) return std::string_view(value).starts_with("nl") ? Language::dutch : Language::english;
    }
    return Language::english;
}

void ViewOptions::add_to(CLI::App& command) {
    command.add_option("files", files, "One scenario (TOML), or results files (.h5); without: the baseline");
    command.add_option("--set", sets, "Override a value of the scenario, as path=value; repeatable")->allow_extra_args(false);
    command.add_option("--seed", seed, "Seed of the run");
    command.add_option("--threads", threads, "Threads of the simulation (default: all but one)");
    command.add_option("--with", with, "Measure of the catalogue that is on from the start; repeatable")->allow_extra_args(false);
    command.add_option("--week", week, "Run to this week at once, before anything is shown")->capture_default_str();
    command.add_flag("--paused", is_paused, "Stand still until Play is pressed");
    command.add_option("--outcome", outcome, "Outcome that the curves show");
    command.add_option("--panel", panel, "Panel at the side: people, hospitals, staffing, person, measures or curves");
    command.add_option("--person", person, "Identity of a person to follow; any: somebody");
    command.add_option("--language", language, "en or nl (default: that of the environment)");
    command.add_option("--size", size, "Width and height of the window, in pixels (default: 1600x1000, or less on a smaller screen)");
    command.add_option("--text-size", text_size, "Height of letters, in pixels")->capture_default_str();
    command.add_option("--out", out, "Folder in which figures and sessions are saved")->capture_default_str();
    command.add_option("--frames", frames, "End after so many frames, counted from the first with something to see");
    command.add_option("--screenshot", screenshot, "Write the last of --frames as PNG");
    command.add_option("--places", places, "Write where things stand on the screen, with each frame")->group("");
    command.add_option("--timings", timings, "Write the seconds of each frame")->group("");
    command.footer(
        "Examples:\n"
        "  bevlogen view\n"
        "  bevlogen view --with less-administration --week 260\n"
        "  bevlogen view results/less-administration.compare.h5\n"
        "  bevlogen view --frames 3 --week 104 --screenshot view.png");
}

void add_view(CLI::App& program, const Context& context, Action& chosen) {
    auto options = std::make_shared<ViewOptions>();
    CLI::App* app = program.add_subcommand("view", "Open a window: see a workforce live and pull levers, or look at results files");
    options->add_to(*app);
    on_command(*app, chosen, [options, &context] { return become_viewer(context); });
}

}  // namespace bevlogen
