// Writes and reads a sweep chunk by chunk: some neighbouring points of one replicate at a time.
#include "sim/record/sweep_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "sim/core/build_info.hpp"
#include "sim/core/contract.hpp"
#include "sim/core/diagnostic.hpp"
#include "sim/record/dataset_writer.hpp"
#include "sim/record/digest.hpp"
#include "sim/record/h5.hpp"
#include "sim/record/part_file.hpp"
#include "sim/record/sweep_layout.hpp"

namespace bevlogen {
namespace {

constexpr float kMissing = std::numeric_limits<float>::quiet_NaN();

void write_root(hid_t root, const SweepDescription& of) {
    h5::write_attribute(root, "format", kResultsFormat);
    h5::write_attribute(root, "format_version", kResultsFormatVersion);
    h5::write_attribute(root, "Conventions", "CF-1.8");
    h5::write_attribute(root, "kind", kSweepKind);
    h5::write_attribute(root, "title", of.title.en);
    h5::write_attribute(root, "title_nl", of.title.nl);
    h5::write_attribute(root, "question", of.question.en);
    h5::write_attribute(root, "question_nl", of.question.nl);
    h5::write_attribute(root, "model", of.model);
    h5::write_attribute(root, "scenario", of.scenario);
    h5::write_attribute(root, "scenario_title", of.scenario_title.en);
    h5::write_attribute(root, "scenario_title_nl", of.scenario_title.nl);
    h5::write_attribute(root, "design", of.design);
    h5::write_attribute(root, "program", "bevlogen");
    h5::write_attribute(root, "version", build_info().version);
    h5::write_attribute(root, "commit", build_info().commit);
    h5::write_attribute(root, "seed", std::to_string(of.seed));
    h5::write_attribute(root, "sweep_identity", of.identity);
}

// The plan and the scenario are texts of more than the 64 kB that an attribute may hold.
void add_whole_texts(DatasetWriter& writer, const SweepDescription& of) {
    writer.add_dimension(
        names_dimension("text", {"resolved_plan", "resolved_scenario"},
                        {{"long_name", "what the sweep can be repeated from"}, {"long_name_nl", "waaruit de sweep te herhalen is"}}));
    VariableLayout texts{"repeat_text", StoredAs::text, {"text"}, {{"long_name", "complete plan and complete scenario (TOML)"}}};
    texts.texts = {of.resolved_plan, of.resolved_scenario};
    writer.add_text(texts);
}

struct Variables {
    std::optional<RunVariable> values, persons, euros, status;
};

Variables add_variables(DatasetWriter& writer, const SweepDescription& of, std::size_t chunk) {
    const SweepShape shape = of.shape();
    const auto add = [&](const VariableLayout& layout, const std::vector<std::size_t>& chunks) -> std::optional<RunVariable> {
        if (!writer.has_dimensions_of(layout)) return std::nullopt;
        return writer.add_chunked_variable(layout, chunks);
    };
    return {add(sweep_values_variable(), {chunk, 1, shape.outcomes, shape.years, shape.phases}),
            add(sweep_persons_variable(), {chunk, 1, shape.years, shape.phases}),
            add(sweep_euros_variable(of.price_year), {chunk, 1, shape.payers, shape.years}), add(sweep_status_variable(), {of.points, 1})};
}

void write_parameters(DatasetWriter& writer, const SweepDescription& of) {
    const std::vector<std::size_t> first = {0, 0}, count = {of.points, of.parameters.size()};
    const std::size_t rows = std::min<std::size_t>(of.points, 4096);
    for (const auto& [layout, numbers] :
         {std::pair{parameter_values_variable(), &of.values}, std::pair{parameter_coordinates_variable(), &of.coordinates}}) {
        RunVariable variable = writer.add_chunked_variable(layout, {rows, of.parameters.size()});
        writer.write_box(variable, first, count, numbers->data());
        variable.data.close("close " + layout.name);
    }
}

void write_failures(DatasetWriter& writer, const SweepDescription& of, const std::vector<FailedSweepRun>& failed) {
    if (failed.empty()) return;
    writer.add_dimension(failed_dimension(failed.size()));
    std::vector<std::int32_t> points, replicates;
    for (const FailedSweepRun& run : failed) {
        points.push_back(static_cast<std::int32_t>(run.point + 1));
        replicates.push_back(static_cast<std::int32_t>(run.replicate) + of.first_replicate);
    }
    const std::vector<std::size_t> first = {0}, count = {failed.size()};
    for (const auto& [layout, numbers] :
         {std::pair{failed_point_variable(), &points}, std::pair{failed_replicate_variable(), &replicates}}) {
        RunVariable variable = writer.add_chunked_variable(layout, count);
        writer.write_box(variable, first, count, numbers->data());
        variable.data.close("close " + layout.name);
    }
    writer.add_text(failed_message_variable(failed));
}

}  // namespace

void write_sweep_file(const std::filesystem::path& path, const SweepDescription& of, const SweepRunSource& source,
                      const Provenance& provenance) {
    expect(of.points > 0 && of.replicates > 0 && of.years > 0, "a sweep has a point, a replicate and a year at least");
    const SweepShape shape = of.shape();
    PartFile part(path);
    DatasetWriter writer(part.path());
    write_root(writer.root(), of);
    for (const DimensionLayout& layout : sweep_dimensions(of)) writer.add_dimension(layout);
    for (const VariableLayout& layout : sweep_texts(of)) writer.add_text(layout);
    add_whole_texts(writer, of);
    write_parameters(writer, of);
    const std::size_t chunk = points_a_chunk(shape, of.points);
    Variables variables = add_variables(writer, of, chunk);

    std::vector<FailedSweepRun> failed;
    std::vector<std::int64_t> status(of.points);
    for (std::size_t r = 0; r < of.replicates; ++r) {
        for (std::size_t first = 0; first < of.points; first += chunk) {
            const std::size_t count = std::min(chunk, of.points - first);
            std::vector<float> values(count * shape.values(), kMissing), persons(count * shape.persons(), kMissing),
                euros(count * shape.euros(), kMissing);
            bool is_any_there = false;
            for (std::size_t i = 0; i < count; ++i) {
                const std::optional<SweepRun> run = source(first + i, r);
                status[first + i] = static_cast<std::int64_t>(!run                ? SweepRunStatus::missing
                                                              : run->has_failed() ? SweepRunStatus::failed
                                                                                  : SweepRunStatus::done);
                if (!run) continue;
                expect(run->has_shape(shape), "all runs of a sweep have one shape");
                if (run->has_failed()) {
                    failed.push_back({first + i, r, run->failure});
                    continue;
                }
                is_any_there = true;
                std::copy(run->values.begin(), run->values.end(), values.begin() + static_cast<std::ptrdiff_t>(i * shape.values()));
                std::copy(run->persons.begin(), run->persons.end(), persons.begin() + static_cast<std::ptrdiff_t>(i * shape.persons()));
                std::copy(run->euros.begin(), run->euros.end(), euros.begin() + static_cast<std::ptrdiff_t>(i * shape.euros()));
            }
            if (!is_any_there) continue;  // what is not written reads as missing
            const std::vector<std::size_t> at_values = {first, r, 0, 0, 0}, at_others = {first, r, 0, 0};
            writer.write_box(*variables.values, at_values, std::vector<std::size_t>{count, 1, shape.outcomes, shape.years, shape.phases},
                             values.data());
            writer.write_box(*variables.persons, at_others, std::vector<std::size_t>{count, 1, shape.years, shape.phases}, persons.data());
            if (variables.euros)
                writer.write_box(*variables.euros, at_others, std::vector<std::size_t>{count, 1, shape.payers, shape.years}, euros.data());
        }
        writer.write_box(*variables.status, std::vector<std::size_t>{0, r}, std::vector<std::size_t>{of.points, 1}, status.data());
    }
    write_failures(writer, of, failed);
    const std::string attempt = "close " + part.path().string();
    h5::Group group = h5::create_group(writer.root(), "provenance");
    for (const auto& [name, text] : provenance) h5::write_attribute(group, name, text);
    group.close(attempt);
    for (std::optional<RunVariable>* variable : {&variables.values, &variables.persons, &variables.euros, &variables.status}) {
        if (*variable) (*variable)->data.close(attempt);
    }
    writer.close();
    append_digest(part.path());
    part.finish();
}

namespace {

bool has_shape(const StoredVariable* variable, const std::string& type, const std::vector<std::size_t>& shape) {
    return variable && variable->type == type && std::ranges::equal(variable->dimensions, shape, {}, &StoredDimension::size);
}

}  // namespace

StoredSweep::StoredSweep(StoredResults results) : results_(std::move(results)) {
    const Place place{results_.path().string(), 0, 0};
    if (results_.attribute("kind") != kSweepKind)
        throw InputError(place, fmt::format("is a results file of a {}, not of a sweep", results_.attribute("kind")));
    repeat_texts_ = results_.texts("repeat_text");
    if (repeat_texts_.size() != 2) throw InputError(place, "says that it holds a sweep, but not which plan and scenario");
    const StoredVariable* status = results_.find("status");
    const StoredVariable* values = results_.find("value");
    const StoredVariable* euros = results_.find("euro");
    if (!status || status->dimensions.size() != 2 || status->type != "int32" || !values || values->dimensions.size() != 5 ||
        values->type != "float32" || !results_.find("persons"))
        throw InputError(place, "says that it holds a sweep, but its status or values are not those of one");
    points_ = status->dimensions[0].size;
    replicates_ = status->dimensions[1].size;
    shape_ = {values->dimensions[2].size, values->dimensions[3].size, values->dimensions[4].size,
              euros && euros->dimensions.size() == 4 ? euros->dimensions[2].size : 0};
    const bool fits = has_shape(values, "float32", {points_, replicates_, shape_.outcomes, shape_.years, shape_.phases}) &&
                      has_shape(results_.find("persons"), "float32", {points_, replicates_, shape_.years, shape_.phases}) &&
                      (shape_.payers == 0 || has_shape(euros, "float32", {points_, replicates_, shape_.payers, shape_.years}));
    if (!fits) throw InputError(place, "says that it holds a sweep, but status and values do not fit each other");
    for (const std::int32_t word : results_.read(*status).as<std::int32_t>()) {
        status_.push_back(word == 1 ? SweepRunStatus::done : word == 2 ? SweepRunStatus::failed : SweepRunStatus::missing);
    }
    const StoredVariable *point = results_.find("failed_point"), *replicate = results_.find("failed_replicate"),
                         *numbers = results_.find("replicate");
    if (!point || !replicate || !numbers) return;
    if (point->type != "int32" || replicate->type != "int32" || numbers->type != "int32" || numbers->values() == 0)
        throw InputError(place, "says that it holds a sweep, but not which of its runs failed");
    failures_ = results_.texts("failed_message");
    const auto at_point = results_.read(*point).as<std::int32_t>(), at_replicate = results_.read(*replicate).as<std::int32_t>();
    const std::int32_t first = results_.read(*numbers).as<std::int32_t>().front();
    if (at_point.size() != failures_.size() || at_replicate.size() != failures_.size())
        throw InputError(place, "names other numbers of failed runs and of messages");
    for (std::size_t i = 0; i < failures_.size(); ++i)
        failed_at_.push_back(static_cast<std::size_t>(at_point[i] - 1) * replicates_ + static_cast<std::size_t>(at_replicate[i] - first));
}

SweepRun StoredSweep::run(std::size_t point, std::size_t replicate) const {
    expect(point < points_ && replicate < replicates_ && status(point, replicate) != SweepRunStatus::missing,
           "a run is read that is there");
    SweepRun run;
    if (status(point, replicate) == SweepRunStatus::failed) {
        const auto at = std::find(failed_at_.begin(), failed_at_.end(), point * replicates_ + replicate);
        run.failure = at == failed_at_.end() ? "failed" : failures_[static_cast<std::size_t>(at - failed_at_.begin())];
        return run;
    }
    const std::size_t chunk = points_a_chunk(shape_, points_);
    if (chunk_.count == 0 || replicate != chunk_.replicate || point < chunk_.first || point >= chunk_.first + chunk_.count) {
        const std::size_t first = point / chunk * chunk, count = std::min(chunk, points_ - first);
        const auto read = [&](const char* name, std::vector<std::size_t> counts) {
            std::vector<std::size_t> firsts(counts.size(), 0);
            firsts[0] = first;
            firsts[1] = replicate;
            counts[0] = count;
            counts[1] = 1;
            return results_.read(*results_.find(name), firsts, counts).as<float>();
        };
        chunk_ = {first,
                  count,
                  replicate,
                  read("value", {0, 0, shape_.outcomes, shape_.years, shape_.phases}),
                  read("persons", {0, 0, shape_.years, shape_.phases}),
                  shape_.payers > 0 ? read("euro", {0, 0, shape_.payers, shape_.years}) : std::vector<float>{}};
    }
    const auto part = [&](const std::vector<float>& of, std::size_t size) {
        const auto begin = of.begin() + static_cast<std::ptrdiff_t>((point - chunk_.first) * size);
        return std::vector<float>(begin, begin + static_cast<std::ptrdiff_t>(size));
    };
    run.values = part(chunk_.values, shape_.values());
    run.persons = part(chunk_.persons, shape_.persons());
    run.euros = part(chunk_.euros, shape_.euros());
    return run;
}

}  // namespace bevlogen
