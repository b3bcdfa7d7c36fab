// `bevlogen export`: a table of a results file as CSV, one observation a row.
#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "sim/cli/context.hpp"
#include "sim/cli/library.hpp"
#include "sim/record/tidy_rows.hpp"

namespace bevlogen {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kRowsOfExcel = 1'048'576;  // with the header
constexpr std::size_t kBufferBytes = std::size_t{1} << 20;

// A file that is written as NAME.part and renamed when it is whole; standard output where there is no name. What failed is an exception,
// and leaves nothing behind.
class Output {
  public:
    explicit Output(const std::string& name) : path_(name), part_(name + ".part") {
        if (!path_.empty() && !(file_ = std::fopen(part_.c_str(), "wb"))) fail("open");
    }
    ~Output() {
        if (file_ == nullptr || path_.empty()) return;
        std::fclose(file_);
        std::error_code ignored;
        fs::remove(part_, ignored);
    }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    void write(std::string_view text) {
        if (std::fwrite(text.data(), 1, text.size(), path_.empty() ? stdout : file_) != text.size()) fail("write");
    }
    void finish() {
        if (path_.empty()) return;  // flushed, and looked at, when the program ends
        if (std::fflush(file_) != 0) fail("write");
        if (std::fclose(std::exchange(file_, nullptr)) != 0) fail("close");
        std::error_code error;
        fs::rename(part_, path_, error);
        if (error) throw std::runtime_error(fmt::format("cannot rename {} to {}: {}", part_.string(), path_.string(), error.message()));
    }

  private:
    [[noreturn]] void fail(const char* attempt) const {
        throw std::runtime_error(
            fmt::format("cannot {} {}: {}", attempt, path_.empty() ? "standard output" : part_.string(), std::strerror(errno)));
    }
    fs::path path_, part_;
    std::FILE* file_ = nullptr;
};

struct ExportCommand {
    std::string file, out, excel, lang;
    TidyChoice choice;
    std::vector<std::string> scenarios, replicates, phases, strata, measures;

    void run(const Context& context) const {
        if (!out.empty()) require_place();
        const StoredResults results(file);
        TidyChoice asked = choice;
        for (const auto& [dimension, values] :
             {std::pair{"scenario", &scenarios}, std::pair{"replicate", &replicates}, std::pair{"phase", &phases},
              std::pair{"stratum", &strata}, std::pair{"measure", &measures}}) {
            if (!values->empty()) asked.kept[dimension] = *values;
        }
        if (choice.table == "by_phase" || choice.table == "by_stratum") asked.preferred = headline_outcomes(results, context);
        if (!lang.empty()) asked.labels = lang == "nl" ? Language::dutch : Language::english;
        const TidyRows rows(results, asked);
        const CsvForm form = excel == "nl" ? CsvForm::excel_dutch() : excel == "en" ? CsvForm::excel_english() : CsvForm::plain();
        write(rows, form);
        if (!out.empty()) fmt::print("{}: {} rows\n", out, rows.size());
        if (form.for_excel && rows.size() >= kRowsOfExcel)
            fmt::print(stderr, "bevlogen: Excel shows {} of these {} rows; --outcome, --phase, --measure or --year choose fewer\n",
                       kRowsOfExcel - 1, rows.size());
    }

  private:
    void require_place() const {
        const fs::path path(out);
        const Place place{"--out " + out, 0, 0};
        std::error_code none;
        const auto status = fs::status(path, none);
        if (fs::is_directory(status)) throw InputError(place, "is a folder; name a file, e.g. results/table.csv");
        if (fs::exists(status) && !fs::is_regular_file(status)) throw InputError(place, "is not an ordinary file and is not replaced");
        if (fs::equivalent(path, file, none)) throw InputError(place, "is the results file itself");
        if (path.has_parent_path() && !fs::is_directory(path.parent_path(), none)) throw InputError(place, "its folder does not exist");
    }

    // Those of the file's model, if this program knows it.
    static std::vector<std::string> headline_outcomes(const StoredResults& results, const Context& context) {
        std::vector<std::string> names;
        for (const StoredAttribute& attribute : results.attributes()) {
            const Model* model = attribute.name == "model" ? context.shelf.find(attribute.text) : nullptr;
            if (model == nullptr) continue;
            for (const OutcomeDecl& outcome : model->outcomes()) {
                if (outcome.headline) names.push_back(outcome.name);
            }
        }
        return names;
    }

    void write(const TidyRows& rows, const CsvForm& form) const {
        Output output(out);
        std::string text(csv_start(form));
        const std::vector<std::string> names = rows.header();
        std::vector<Cell> header;
        for (const std::string& name : names) header.push_back({name});
        append_csv(text, header, form);
        rows.visit([&](std::span<const Cell> row) {
            append_csv(text, row, form);
            if (text.size() < kBufferBytes) return;
            output.write(text);
            text.clear();
        });
        output.write(text);
        output.finish();
    }
};

}  // namespace

void add_export(CLI::App& program, const Context& context, int&) {
    auto command = std::make_shared<ExportCommand>();
    CLI::App* app = program.add_subcommand("export", "Write a table of a results file as CSV, one observation a row");
    app->add_option("file", command->file, "Results file")->required();
    app->add_option("--table", command->choice.table,
                    "by_phase, by_stratum, quantiles, weekly, team, last_year, twin or panel, as far as the file has it")
        ->capture_default_str();
    const auto repeatable = [&](const char* name, std::vector<std::string>& values, const char* about) {
        app->add_option(name, values, about)->take_all()->allow_extra_args(false);
    };
    repeatable("--outcome", command->choice.outcomes,
               "This outcome (repeatable; default: the headline ones by phase and by stratum, all of the other tables)");
    repeatable("--scenario", command->scenarios, "Of this scenario only (repeatable, as the following)");
    repeatable("--replicate", command->replicates, "Of this replicate only");
    repeatable("--phase", command->phases, "Of this phase only, such as all");
    repeatable("--stratum", command->strata, "Of this stratum only");
    repeatable("--measure", command->measures, "This measure only: mean or sd");
    app->add_option("--year", command->choice.year, "Of this year only");
    app->add_option("--lang", command->lang, "Labels in this language beside the names")->check(CLI::IsMember({"nl", "en"}));
    app->add_option("--excel", command->excel,
                    "So that Excel in this language opens it by a double click (nl: semicolons and decimal commas)")
        ->check(CLI::IsMember({"nl", "en"}));
    app->add_option("--out", command->out, "File to write (default: standard output)");
    app->footer(
        "Examples:\n  bevlogen export results/baseline.run.h5 --out results/baseline.csv\n"
        "  bevlogen export results/five-policies.h5 --outcome burnt_out --phase all --measure mean --lang nl --excel nl --out "
        "results/burnt-out.csv\n"
        "  bevlogen export results/baseline.run.h5 --table panel | head");
    app->callback([command, &context] { command->run(context); });
}

}  // namespace bevlogen
