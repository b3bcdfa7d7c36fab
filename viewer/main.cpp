// The program `bevlogen-viewer`, which `bevlogen view` becomes: where models, command line and window meet.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "models/catalog/shelf.hpp"
#include "sim/cli/carry_out.hpp"
#include "sim/cli/context.hpp"
#include "sim/cli/library.hpp"
#include "sim/cli/model_choice.hpp"
#include "sim/cli/program.hpp"
#include "sim/cli/stored_files.hpp"
#include "sim/cli/streams.hpp"
#include "sim/cli/view_options.hpp"
#include "sim/core/nearest_name.hpp"
#include "sim/sweep/points_now.hpp"
#include "viewer/application.hpp"
#include "viewer/figures/outcome_words.hpp"
#include "viewer/source/file_source.hpp"
#include "viewer/source/live_source.hpp"
#include "viewer/sweep_application.hpp"

namespace bevlogen {
namespace {

constexpr std::int64_t kMostPixels = 16384;

template <class Value>
Value word_of(const std::string& option, const std::string& word, const std::vector<std::pair<std::string, Value>>& words) {
    std::vector<std::string> names;
    for (const auto& [name, value] : words) {
        if (name == word) return value;
        names.push_back(name);
    }
    const auto near = nearest_name(word, names);
    throw InputError({option + " " + word, 0, 0},
                     fmt::format("is none of {}{}", fmt::join(names, ", "), near ? fmt::format("; did you mean \"{}\"?", *near) : ""));
}

PersonId person_of(const std::string& text) {
    PersonId person{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), person.value);
    if (error != std::errc{} || end != text.data() + text.size())
        throw InputError({"--person " + text, 0, 0}, "is neither an identity, as a CSV file of the people has them, nor any");
    return person;
}

WindowSize size_of(const std::string& text) {
    if (text.empty()) return {};
    WindowSize size{0, 0, false};
    char rest = 0;
    if (std::sscanf(text.c_str(), "%dx%d%c", &size.width, &size.height, &rest) != 2 || size.width < 1 || size.height < 1 ||
        size.width > kMostPixels || size.height > kMostPixels)
        throw InputError({"--size " + text, 0, 0},
                         fmt::format("is not a width and a height of 1 to {} pixels, such as 1600x1000", kMostPixels));
    return size;
}

bool is_results(const std::string& file) {
    const std::string ending = std::filesystem::path(file).extension().string();
    return ending == ".h5" || ending == ".hdf5" || ending == ".nc";
}

// A sweep's file, or one that is to come while its shards run.
bool is_sweep(const std::string& file) {
    std::error_code none;
    if (std::filesystem::exists(file, none)) return holds_sweep(file);
    try {
        points_now(file, *make_shelf());
        return true;
    } catch (const InputError&) {
        return false;
    }
}

bool is_of_files(const ViewOptions& options) {
    return !options.files.empty() && std::all_of(options.files.begin(), options.files.end(), is_results);
}

// As a file that is saved anywhere can name it: from the library, or by its whole path.
std::string base_of(const std::string& file, const std::filesystem::path& library) {
    std::error_code none;
    if (!std::filesystem::exists(file, none)) return file;
    const std::filesystem::path whole = std::filesystem::canonical(file, none), from = std::filesystem::canonical(library, none);
    const std::filesystem::path inside = whole.lexically_relative(from);
    return from.empty() || inside.empty() || *inside.begin() == ".." ? whole.string() : inside.string();
}

std::unique_ptr<Source> source_of(const ViewOptions& options, const Context& context) {
    if (is_of_files(options)) {
        const auto baseline = [&context](const std::string& model) { return baseline_of(context, model); };
        const std::vector<std::filesystem::path> files(options.files.begin(), options.files.end());
        return std::make_unique<FileSource>(files, Readers{context.shelf, context.vocabularies(), context.library, baseline});
    }
    if (options.files.size() > 1)
        throw InputError({options.files[1], 0, 0}, "is one too many: the viewer shows one scenario (.toml), or results files (.h5)");
    const std::string base = options.files.empty() ? "baseline.toml" : base_of(options.files.front(), context.library);
    std::error_code none;
    if (!options.files.empty() && std::filesystem::exists(options.files.front(), none) &&
        kind_of_file(options.files.front()) == FileKind::comparison)
        throw InputError({options.files.front(), 0, 0}, "is a comparison; compare it and view the results, or view one of its scenarios");
    RunOptions run;
    run.sets = options.sets;
    run.seed = options.seed;
    SessionPolicy policy(base, context.vocabularies(), context.library, run.overrides());
    const Model& model = context.model_of(policy.base());
    const std::int64_t all_but_one = std::max<std::int64_t>(1, static_cast<std::int64_t>(available_threads()) - 1);
    LiveSource::Start start;
    start.threads = static_cast<unsigned>(bounded_option("--threads", options.threads, 1, 4096, all_but_one));
    start.week = Week{static_cast<int>(options.week)};
    start.measures = options.with;
    start.folder = options.out;
    start.provenance = provenance_of(context, start.threads, kDefaultBlockPosts);
    return std::make_unique<LiveSource>(model, std::move(policy), context.library, std::move(start));
}

ApplicationOptions application_options(const ViewOptions& options) {
    ApplicationOptions application;
    application.size = size_of(options.size);
    application.folder = options.out;
    std::error_code none;
    if (!std::filesystem::is_directory(options.out, none))
        throw InputError({"--out " + options.out, 0, 0}, "is no folder; make it first, or name another one");
    application.screenshot = options.screenshot;
    application.frames = static_cast<int>(bounded_option("--frames", options.frames, 0, 1'000'000'000, 0));
    if (!options.screenshot.empty() && application.frames == 0)
        throw InputError({"--screenshot", 0, 0}, "is of the last of --frames; say how many, e.g. --frames 3");
    application.places = options.places;
    application.timings = options.timings;
    ViewState& view = application.view;
    const std::string language = options.language;
    view.language = language.empty() ? language_of_environment()
                                     : word_of<Language>("--language", language, {{"en", Language::english}, {"nl", Language::dutch}});
    view.side = word_of<SidePanel>("--panel",
                                   !options.panel.empty() ? options.panel
                                   : is_of_files(options) ? "staffing"
                                                          : "people",
                                   {{"people", SidePanel::people},
                                    {"hospitals", SidePanel::hospitals},
                                    {"staffing", SidePanel::staffing},
                                    {"person", SidePanel::person},
                                    {"measures", SidePanel::measures},
                                    {"curves", SidePanel::curves}});
    view.is_playing = !options.is_paused;
    if (!(options.text_size >= 8.0 && options.text_size <= 40.0)) throw InputError({"--text-size", 0, 0}, "is not between 8 and 40 pixels");
    view.text_size = static_cast<float>(options.text_size);
    if (options.week < 0 || options.week % kWeeksPerEpoch != 0)
        throw InputError({"--week", 0, 0}, fmt::format("{} is not a clearing: a multiple of {} weeks", options.week, kWeeksPerEpoch));
    return application;
}

void choose_outcome(ViewState& view, const std::string& name, const Model& model) {
    if (name.empty()) return;
    const auto outcome = outcome_named(model, name);
    std::vector<std::string> names;
    for (const OutcomeDecl& decl : model.outcomes()) names.push_back(decl.name);
    const auto near = outcome ? std::nullopt : nearest_name(name, names);
    if (!outcome)
        throw InputError({"--outcome " + name, 0, 0}, near ? fmt::format("is not an outcome; did you mean \"{}\"?", *near)
                                                           : std::string("is not an outcome; bevlogen describe outcomes lists them"));
    view.chosen_outcome = *outcome;
}

int view(int argc, const char* const* argv) {
    CLI::App command("See a workforce live and pull levers, or look at results files", "bevlogen view");
    ViewOptions options;
    options.add_to(command);
    try {
        command.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) return command.exit(error);
        complain("bevlogen: error: {} (see bevlogen view --help)\n", error.what());
        return kExitUserInput;
    }
    const auto shelf = make_shelf();
    const Context context{*shelf, scenario_library(), {argv, argv + argc}};
    ApplicationOptions application = application_options(options);
    if (options.files.size() == 1 && is_results(options.files.front()) && is_sweep(options.files.front())) {
        run_sweep_application([&] { return points_now(options.files.front(), *shelf); }, application);
        return kExitDone;
    }
    const auto source = source_of(options, context);
    choose_outcome(application.view, options.outcome, source->model());
    application.follows_somebody = options.person == "any";
    if (!options.person.empty() && !application.follows_somebody) application.view.person = person_of(options.person);
    return run_application(*source, application) ? kExitDone : kExitSomeRunsFailed;
}

}  // namespace
}  // namespace bevlogen

int main(int argc, char** argv) {
    return bevlogen::reporting_errors(nullptr, [&] { return bevlogen::view(argc, argv); });
}
