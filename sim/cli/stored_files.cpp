// Opens what is stored and writes its report.
#include "sim/cli/stored_files.hpp"

#include <fmt/format.h>

#include "sim/cli/library.hpp"
#include "sim/cli/model_choice.hpp"
#include "sim/cli/output_file.hpp"
#include "sim/record/sweep_file.hpp"

namespace bevlogen {

bool is_results_name(const std::string& file) { return std::filesystem::path(file).extension() == ".h5"; }

bool holds_sweep(const std::filesystem::path& file) { return StoredResults(file).attribute("kind") == kSweepKind; }

Readers readers_of(const Context& context, const std::vector<Override>& overrides) {
    Diagnostics diagnostics;
    for (const Override& one : overrides) {
        const bool is_cost = one.path.starts_with("costs.") || one.path.find(".costs.") != std::string::npos;
        if (!is_cost) {
            diagnostics.error(
                {"--set " + one.path, 0, 0},
                "acts on runs, and these have been run; prices (costs.*) can be set afterwards, for the rest repeat with --from");
        }
    }
    if (!diagnostics.empty()) throw InputError(diagnostics);
    return {context.shelf, context.vocabularies(), context.library,
            [&context](const std::string& model) { return baseline_of(context, model); }, overrides};
}

CLI::Option* ReportOptions::add_language_to(CLI::App& command) {
    return command.add_option("--lang", language, "Language in which the report opens, nl or en; a switch in it changes it")
        ->check(CLI::IsMember({"nl", "en"}))
        ->capture_default_str();
}

ReportChoice ReportOptions::choice(const std::string& command) const {
    ReportChoice choice{language == "nl" ? Language::dutch : Language::english, {}, {command}};
    if (year) choice.year = static_cast<int>(*year);
    return choice;
}

std::filesystem::path report_place(const std::vector<std::filesystem::path>& results) {
    std::string name = results.front().stem().string();
    if (results.size() == 2) name += "-and-" + results[1].stem().string();
    if (results.size() > 2) name += fmt::format("-and-{}-more", results.size() - 1);
    return results.front().parent_path() / (name + ".html");
}

ReportedFiles::ReportedFiles(const std::vector<std::filesystem::path>& files, const Readers& readers, const ReportOptions& options)
    : options_(options), stored_(std::make_unique<StoredExperiment>(files, readers, options.force)) {
    for (const std::string& file : options.over) {
        over_.push_back(std::make_unique<StoredExperiment>(std::vector<std::filesystem::path>{file}, readers, options.force));
        others_.push_back(over_.back().get());
    }
}

std::string ReportedFiles::json(const std::string& command) const { return report_json(*stored_, options_.choice(command), others_); }

std::string ReportedFiles::write(const std::filesystem::path& out, const std::string& command) const {
    return write_page(report_page(*stored_, options_.choice(command), others_), out);
}

std::string write_page(const std::string& page, const std::filesystem::path& out) {
    OutputFile file(out);
    file.write(page);
    file.finish();
    return fmt::format("report: {} ({:.1f} MB)", shown_path(out).string(), static_cast<double>(page.size()) / 1e6);
}

}  // namespace bevlogen
