// A calibration is small: each table is one box.
#include "sim/record/calibration_file.hpp"

#include <fmt/format.h>

#include <cstdlib>

#include "sim/core/build_info.hpp"
#include "sim/core/contract.hpp"
#include "sim/core/diagnostic.hpp"
#include "sim/record/dataset_writer.hpp"
#include "sim/record/digest.hpp"
#include "sim/record/h5.hpp"
#include "sim/record/part_file.hpp"
#include "sim/record/stored_results.hpp"

namespace bevlogen {
namespace {

const std::vector<std::string> kTexts = {"plan", "resolved_scenario"};

template <class Row, class Text>
std::vector<Text> column(const std::vector<Row>& rows, Text Row::*member) {
    std::vector<Text> all;
    for (const Row& row : rows) all.push_back(row.*member);
    return all;
}

// `of`(row) of every row: a number each.
template <class Row, class Of>
std::vector<double> numbers(const std::vector<Row>& rows, const Of& of) {
    std::vector<double> all;
    for (const Row& row : rows) all.push_back(static_cast<double>(of(row)));
    return all;
}

// `of`(row) of every row: a vector each, one behind the other.
std::vector<double> matrix(const std::vector<CalibrationRun>& runs, std::vector<double> CalibrationRun::*of, std::size_t columns) {
    std::vector<double> all;
    for (const CalibrationRun& run : runs) {
        expect((run.*of).size() == columns, "all simulations of a calibration have one shape");
        all.insert(all.end(), (run.*of).begin(), (run.*of).end());
    }
    return all;
}

class CalibrationWriter {
  public:
    CalibrationWriter(const std::filesystem::path& path, const CalibrationRecord& record) : writer_(path), record_(record) {}

    void write(const Provenance& provenance, const std::string& attempt) {
        write_root();
        add_dimensions();
        add_texts();
        add_numbers();
        h5::Group group = h5::create_group(writer_.root(), "provenance");
        for (const auto& [name, text] : provenance) h5::write_attribute(group, name, text);
        group.close(attempt);
        writer_.close();
    }

  private:
    void write_root() {
        const hid_t root = writer_.root();
        const CalibrationDescription& of = record_.about;
        h5::write_attribute(root, "format", kResultsFormat);
        h5::write_attribute(root, "format_version", kResultsFormatVersion);
        h5::write_attribute(root, "Conventions", "CF-1.8");
        h5::write_attribute(root, "kind", kCalibrationKind);
        h5::write_attribute(root, "title", of.title.en);
        h5::write_attribute(root, "title_nl", of.title.nl);
        h5::write_attribute(root, "question", of.question.en);
        h5::write_attribute(root, "question_nl", of.question.nl);
        h5::write_attribute(root, "model", of.model);
        h5::write_attribute(root, "scenario", of.scenario);
        h5::write_attribute(root, "program", "bevlogen");
        h5::write_attribute(root, "version", build_info().version);
        h5::write_attribute(root, "commit", build_info().commit);
        h5::write_attribute(root, "seed", std::to_string(of.seed));
        h5::write_attribute(root, "calibration_identity", of.identity);
    }

    void add_dimensions() {
        const CalibrationDescription& of = record_.about;
        writer_.add_dimension(whole_numbers("simulation", 1, 1, static_cast<int>(record_.runs.size()),
                                            {{"long_name", "simulation"},
                                             {"long_name_nl", "simulatie"},
                                             {"description", "All conditions at one point; those with a weight are the posterior."}}));
        writer_.add_dimension(whole_numbers("generation_number", 1, 1, static_cast<int>(record_.generations.size()),
                                            {{"long_name", "generation"}, {"long_name_nl", "generatie"}}));
        writer_.add_dimension(
            names_dimension("parameter", column(of.parameters, &FittedParameter::path),
                            {{"long_name", "what is fitted, by its path"}, {"long_name_nl", "wat wordt geschat, met zijn pad"}}));
        writer_.add_dimension(
            names_dimension("target", column(of.targets, &AimedTarget::name), {{"long_name", "target"}, {"long_name_nl", "doel"}}));
        writer_.add_dimension(whole_numbers("part", 1, 1, static_cast<int>(of.parts.size()),
                                            {{"long_name", "part of a target"}, {"long_name_nl", "deel van een doel"}}));
        writer_.add_dimension(
            whole_numbers("start", 1, 1, static_cast<int>(record_.chosen.part.size()),
                          {{"long_name", "start"}, {"long_name_nl", "begin"}, {"description", "A population after the burn-in."}}));
        writer_.add_dimension(names_dimension("text", kTexts, {{"long_name", "what the calibration can be repeated from"}}));
    }

    void text(const char* name, const char* dimension, const char* long_name, std::vector<std::string> texts) {
        VariableLayout variable{name, StoredAs::text, {dimension}, {{"long_name", long_name}}};
        variable.texts = std::move(texts);
        writer_.add_text(variable);
    }

    void add_texts() {
        const CalibrationDescription& of = record_.about;
        std::vector<VariableLayout> labels;
        add_labels(labels, "parameter", column(of.parameters, &FittedParameter::label));
        add_labels(labels, "target", column(of.targets, &AimedTarget::label));
        for (const VariableLayout& layout : labels) writer_.add_text(layout);
        text("parameter_unit", "parameter", "unit of the parameter", column(of.parameters, &FittedParameter::unit));
        text("parameter_description", "parameter", "what the parameter is", column(of.parameters, &FittedParameter::description));
        text("parameter_prior", "parameter", "what the parameter may be before the targets are looked at",
             column(of.parameters, &FittedParameter::prior));
        text("target_source", "target", "where the target was published", column(of.targets, &AimedTarget::source));
        text("target_set_by", "target", "parameters by which its level is set; empty where it tests the model",
             column(of.targets, &AimedTarget::set_by));
        text("part_statistic", "part", "what is measured of simulated persons", column(of.parts, &AimedPart::statistic));
        text("part_words", "part", "as the publication says it", column(of.parts, &AimedPart::words));
        text("repeat_text", "text", "the file of the calibration and the complete scenario (TOML)", {of.plan, of.resolved_scenario});
    }

    void number(const char* name, std::vector<std::string> dimensions, const std::vector<std::size_t>& shape, const char* long_name,
                const char* description, const std::vector<double>& values) {
        for (const std::size_t size : shape) {
            if (size == 0) return;
        }
        const VariableLayout layout{
            name, StoredAs::float64, std::move(dimensions), {{"long_name", long_name}, {"description", description}}};
        RunVariable variable = writer_.add_chunked_variable(layout, shape);
        const std::vector<std::size_t> first(shape.size(), 0);
        writer_.write_box(variable, first, shape, values.data());
        variable.data.close(std::string("close ") + name);
    }

    void add_numbers() {
        const CalibrationDescription& of = record_.about;
        const std::size_t runs = record_.runs.size(), parameters = of.parameters.size(), parts = of.parts.size();
        number("parameter_own_value", {"parameter"}, {parameters}, "value without a calibration", "That of the scenario.",
               numbers(of.parameters, [](const FittedParameter& p) { return p.own_value; }));
        number("target_weight", {"target"}, {of.targets.size()}, "weight in the distance", "1 where none is given.",
               numbers(of.targets, [](const AimedTarget& t) { return t.weight; }));
        number("part_target", {"part"}, {parts}, "target to which the part belongs", "Its place, from 1.",
               numbers(of.parts, [](const AimedPart& p) { return p.target + 1; }));
        number("part_value", {"part"}, {parts}, "published value", "In the unit of the statistic.",
               numbers(of.parts, [](const AimedPart& p) { return p.value; }));
        number("part_low", {"part"}, {parts}, "lower end of the tolerance", "In the unit of the statistic.",
               numbers(of.parts, [](const AimedPart& p) { return p.low; }));
        number("part_high", {"part"}, {parts}, "upper end of the tolerance", "In the unit of the statistic.",
               numbers(of.parts, [](const AimedPart& p) { return p.high; }));
        const std::size_t starts = record_.chosen.part.size();
        if (starts > 0) {
            number("chosen_value", {"parameter"}, {parameters}, "chosen value of the parameter",
                   "The one set that is nearest to the targets.", record_.chosen.value);
            std::vector<double> chosen;
            for (const std::vector<double>& one : record_.chosen.part) chosen.insert(chosen.end(), one.begin(), one.end());
            number("chosen_simulated", {"start", "part"}, {starts, parts}, "simulated value under the chosen values",
                   "In the unit of the statistic.", chosen);
        }
        const auto of_generation = [&](const char* name, const char* long_name, const char* description, auto member) {
            number(name, {"generation_number"}, {record_.generations.size()}, long_name, description, numbers(record_.generations, member));
        };
        of_generation("generation_points", "simulations of the generation", "New ones.", [](const auto& g) { return g.points; });
        of_generation("generation_tolerance", "tolerance", "Distance of the farthest point that is kept.",
                      [](const auto& g) { return g.tolerance; });
        of_generation("generation_accepted", "share accepted", "Of the new points, those nearer than the tolerance before.",
                      [](const auto& g) { return g.accepted; });
        of_generation("generation_effective", "effective points", "Sum of weights, squared, over the sum of squared weights.",
                      [](const auto& g) { return g.effective_points; });
        const auto of_run = [&](const char* name, const char* long_name, const char* description, auto member) {
            number(name, {"simulation"}, {runs}, long_name, description, numbers(record_.runs, member));
        };
        of_run("generation", "generation", "From 1.", [](const CalibrationRun& r) { return r.generation + 1; });
        of_run("generation_index", "place in the generation", "From 1.", [](const CalibrationRun& r) { return r.index + 1; });
        of_run("distance", "distance from the targets",
               "Root of the weighted mean of what misses in tolerances count; infinite where the simulation failed.",
               [](const CalibrationRun& r) { return r.distance; });
        of_run("weight", "weight in the posterior", "0 outside of it; the sum is 1.", [](const CalibrationRun& r) { return r.weight; });
        number("parameter_coordinate", {"simulation", "parameter"}, {runs, parameters}, "quantile of the prior", "In (0, 1).",
               matrix(record_.runs, &CalibrationRun::coordinate, parameters));
        number("parameter_value", {"simulation", "parameter"}, {runs, parameters}, "value of the parameter",
               "In its unit (parameter_unit).", matrix(record_.runs, &CalibrationRun::value, parameters));
        number("simulated", {"simulation", "part"}, {runs, parts}, "simulated value",
               "In the unit of the statistic; missing where it could not be measured.", matrix(record_.runs, &CalibrationRun::part, parts));
    }

    DatasetWriter writer_;
    const CalibrationRecord& record_;
};

class CalibrationReader {
  public:
    explicit CalibrationReader(const StoredResults& file) : file_(file), place_{file.path().string(), 0, 0} {
        if (file_.attribute("kind") != kCalibrationKind)
            throw InputError(place_, fmt::format("is a results file of a {}, not of a calibration", file_.attribute("kind")));
    }

    CalibrationRecord read() const {
        CalibrationRecord record;
        CalibrationDescription& of = record.about;
        of.model = file_.attribute("model"), of.scenario = file_.attribute("scenario"),
        of.identity = file_.attribute("calibration_identity");
        of.title = file_.label("title"), of.question = file_.label("question");
        of.seed = static_cast<std::uint32_t>(std::strtoul(file_.attribute("seed").c_str(), nullptr, 10));
        const std::vector<std::string> repeat = texts("repeat_text", kTexts.size());
        of.plan = repeat[0], of.resolved_scenario = repeat[1];
        read_about(of);
        read_generations(record);
        read_runs(record);
        read_chosen(record);
        return record;
    }

  private:
    [[noreturn]] void fail(const std::string& name) const {
        throw InputError(place_, fmt::format("says that it holds a calibration, but its {} is not that of one", name));
    }

    std::vector<std::string> texts(const std::string& name, std::size_t size) const {
        std::vector<std::string> found = file_.texts(name);
        if (found.size() != size) fail(name);
        return found;
    }

    std::vector<double> numbers(const std::string& name, std::size_t size) const {
        const StoredVariable* variable = file_.find(name);
        if (!variable && size == 0) return {};
        if (!variable || variable->type != "float64" || variable->values() != size) fail(name);
        return file_.read(*variable).as<double>();
    }

    // Of a number that is to be a count or a place.
    std::size_t whole(const std::string& name, double number) const {
        constexpr double kMost = 9007199254740992.0;  // 2^53
        if (!(number >= 0.0 && number <= kMost)) fail(name);
        return static_cast<std::size_t>(number);
    }

    void read_about(CalibrationDescription& of) const {
        const std::vector<std::string> paths = file_.texts("parameter"), targets = file_.texts("target"), words = file_.texts("part_words");
        const std::size_t n = paths.size(), t = targets.size(), p = words.size();
        const auto en = texts("parameter_label_en", n), nl = texts("parameter_label_nl", n), unit = texts("parameter_unit", n),
                   description = texts("parameter_description", n), prior = texts("parameter_prior", n);
        const auto own = numbers("parameter_own_value", n);
        for (std::size_t k = 0; k < n; ++k) of.parameters.push_back({paths[k], {en[k], nl[k]}, unit[k], description[k], prior[k], own[k]});
        const auto target_en = texts("target_label_en", t), target_nl = texts("target_label_nl", t), source = texts("target_source", t),
                   set_by = texts("target_set_by", t);
        const auto weight = numbers("target_weight", t);
        for (std::size_t k = 0; k < t; ++k)
            of.targets.push_back({targets[k], {target_en[k], target_nl[k]}, source[k], weight[k], set_by[k]});
        const auto statistic = texts("part_statistic", p);
        const auto target = numbers("part_target", p), value = numbers("part_value", p), low = numbers("part_low", p),
                   high = numbers("part_high", p);
        for (std::size_t k = 0; k < p; ++k) {
            if (!(target[k] >= 1.0 && target[k] <= static_cast<double>(t))) fail("part_target");
            of.parts.push_back({static_cast<std::size_t>(target[k]) - 1, statistic[k], words[k], value[k], low[k], high[k]});
        }
    }

    void read_generations(CalibrationRecord& record) const {
        const StoredVariable* points = file_.find("generation_points");
        const std::size_t g = points ? points->values() : 0;
        const auto count = numbers("generation_points", g), tolerance = numbers("generation_tolerance", g),
                   accepted = numbers("generation_accepted", g), effective = numbers("generation_effective", g);
        for (std::size_t k = 0; k < g; ++k)
            record.generations.push_back({whole("generation_points", count[k]), tolerance[k], accepted[k], effective[k]});
    }

    void read_chosen(CalibrationRecord& record) const {
        const StoredVariable* simulated = file_.find("chosen_simulated");
        if (!simulated) return;
        const std::size_t parts = record.about.parts.size(), starts = parts > 0 ? simulated->values() / parts : 0;
        record.chosen.value = numbers("chosen_value", record.about.parameters.size());
        const auto part = numbers("chosen_simulated", starts * parts);
        for (std::size_t s = 0; s < starts; ++s) record.chosen.part.push_back(row(part, s, parts));
    }

    static std::vector<double> row(const std::vector<double>& all, std::size_t i, std::size_t columns) {
        const auto begin = all.begin() + static_cast<std::ptrdiff_t>(i * columns);
        return {begin, begin + static_cast<std::ptrdiff_t>(columns)};
    }

    void read_runs(CalibrationRecord& record) const {
        const std::size_t parameters = record.about.parameters.size(), parts = record.about.parts.size();
        const StoredVariable* distances = file_.find("distance");
        const std::size_t n = distances ? distances->values() : 0;
        const auto generation = numbers("generation", n), index = numbers("generation_index", n), distance = numbers("distance", n),
                   weight = numbers("weight", n), coordinate = numbers("parameter_coordinate", n * parameters),
                   value = numbers("parameter_value", n * parameters), part = numbers("simulated", n * parts);
        for (std::size_t i = 0; i < n; ++i) {
            record.runs.push_back({whole("generation", generation[i] - 1.0), whole("generation_index", index[i] - 1.0),
                                   row(coordinate, i, parameters), row(value, i, parameters), row(part, i, parts), distance[i], weight[i]});
        }
    }

    const StoredResults& file_;
    Place place_;
};

}  // namespace

void write_calibration_file(const std::filesystem::path& path, const CalibrationRecord& record, const Provenance& provenance) {
    PartFile part(path);
    CalibrationWriter(part.path(), record).write(provenance, "close " + part.path().string());
    append_digest(part.path());
    part.finish();
}

CalibrationRecord calibration_in(const StoredResults& file) { return CalibrationReader(file).read(); }

CalibrationRecord read_calibration_file(const std::filesystem::path& file) { return calibration_in(StoredResults(file)); }

}  // namespace bevlogen
