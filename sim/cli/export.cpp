// `bevlogen export`: a table of a results file as CSV, one observation a row.
#include <fmt/format.h>

#include "sim/cli/context.hpp"
#include "sim/cli/output_file.hpp"
#include "sim/cli/streams.hpp"
#include "sim/record/sweep_file.hpp"
#include "sim/record/tidy_rows.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kRowsOfExcel = 1'048'576;  // with the header
constexpr std::size_t kBufferBytes = std::size_t{1} << 20;

struct ExportCommand {
    std::string file, out, excel, lang;
    TidyChoice choice;
    std::vector<std::string> scenarios, replicates, phases, strata, measures;

    void run(const Context& context) const {
        if (!out.empty()) require_output_place(out, {file}, "results/table.csv");
        if (!out.empty()) require_ending(out, {".csv", ".tsv", ".txt"}, "a table that Excel opens");
        const StoredResults results(file);
        TidyChoice asked = choice;
        if (asked.table.empty()) asked.table = results.attribute("kind") == kSweepKind ? "runs" : "by_phase";
        for (const auto& [dimension, values] :
             {std::pair{"scenario", &scenarios}, std::pair{"replicate", &replicates}, std::pair{"phase", &phases},
              std::pair{"stratum", &strata}, std::pair{"measure", &measures}}) {
            if (!values->empty()) asked.kept[dimension] = *values;
        }
        if (asked.table == "by_phase" || asked.table == "by_stratum") asked.preferred = headline_outcomes(results, context);
        if (!lang.empty()) asked.labels = lang == "nl" ? Language::dutch : Language::english;
        const TidyRows rows(results, asked);
        const CsvForm form = excel == "nl" ? CsvForm::excel_dutch() : excel == "en" ? CsvForm::excel_english() : CsvForm::plain();
        write(rows, form);
        if (!out.empty()) fmt::print("{}: {} rows\n", out, rows.size());
        if (form.for_excel && rows.size() >= kRowsOfExcel)
            complain("bevlogen: Excel shows {} of these {} rows; --outcome, --phase, --measure or --year choose fewer\n", kRowsOfExcel - 1,
                     rows.size());
    }

  private:
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
        OutputFile output(out);
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

void add_export(CLI::App& program, const Context& context, Action& chosen) {
    auto command = std::make_shared<ExportCommand>();
    command->choice.table.clear();  // the foremost of the kind of file
    CLI::App* app = program.add_subcommand("export", "Write a table of a results file as CSV, one observation a row");
    app->add_option("file", command->file, "Results file")->required();
    app->add_option(
        "--table", command->choice.table,
        "by_phase (default), by_stratum, quantiles, weekly, team, last_year, twin or panel, as far as the file has it; of a sweep runs "
        "(default), parameters, persons, costs or status");
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
    on_command(*app, chosen, [command, &context] { command->run(context); });
}

}  // namespace bevlogen
