// A panel of four persons over two years in two scenarios, written and read as a results file is.
#pragma once

#include <cmath>
#include <functional>

#include "sim/cli/panel_life.hpp"
#include "sim/record/dataset_writer.hpp"
#include "sim/record/record_plan.hpp"
#include "tests/unit/record/fake_run.hpp"

namespace bevlogen::testing {

inline TraceDecl level(const std::string& name, const std::string& label, const std::string& unit) {
    return {name, {label, label}, unit, {}, ""};
}

inline TraceDecl code(const std::string& name, const std::string& label, const std::vector<std::string>& words) {
    TraceDecl decl{name, {label, label}, "1", {}, ""};
    for (const std::string& word : words) decl.words.push_back({word, word});
    return decl;
}

inline const std::vector<TraceDecl> kTraces = {
    level("workload", "workload", "SD"),
    level("burnout", "burnout", "z"),
    level("engagement", "engagement", "z"),
    level("newcomer", "new in the team", "1"),
    code("leave", "leave", {"at work", "short illness", "burnout leave"}),
    code("complaint", "complaint", {"no", "yes"}),
    code("conflict", "conflict", {"no", "yes"}),
    code("phase", "career phase", {"medical student", "resident", "specialist"}),
};

class TellingModel : public FakeModel {
  public:
    const std::vector<TraceDecl>& traces() const override { return kTraces; }
};

class TellingShelf : public ModelShelf {
  public:
    std::vector<std::string> names() const override { return {"fake"}; }
    const Model* find(const std::string& name) const override { return name == "fake" ? &model_ : nullptr; }

  private:
    TellingModel model_;
};

// Value of a trace of a person (from 0) in a scenario (from 0) and week.
using PanelValue = std::function<float(const TraceDecl& trace, std::size_t scenario, int week, std::size_t person)>;

// At work, healthy and in the same phase, but for a year of illnesses.
inline float plain_value(const TraceDecl& trace, std::size_t, int week, std::size_t) {
    const auto within = [week](int first, int last) { return week >= first && week <= last; };
    if (trace.name == "phase") return 1.0f;
    if (trace.name == "leave") return within(61, 62) || within(70, 70) ? 1.0f : within(97, 150) ? 2.0f : 0.0f;
    if (trace.name == "complaint") return within(80, 80) ? 1.0f : 0.0f;
    if (trace.name == "newcomer") return week < 57 ? 0.0f : std::exp(-static_cast<float>(week - 57) / 13.0f);
    if (trace.name == "burnout") return week <= 52 ? 0.25f : week <= 104 ? 1.25f : 1.5f;
    if (trace.name == "engagement") return week <= 52 ? -0.75f : 0.0f;
    if (trace.name == "workload") return week > 52 && week <= 104 ? 0.5f : 0.0f;
    return 0.0f;
}

inline const std::vector<std::uint64_t> kPanelIds = {(1ull << 44) + 1, (1ull << 44) + 2, 1ull << 45, 0xfffff00000000000ull};

inline Life plain_life(int weeks, int every, const PanelValue& value = plain_value, std::size_t scenario = 0) {
    Life life{scenario == 0 ? "baseline" : "coaching", {}, every, {}};
    for (int week = every; week <= weeks; week += every) life.weeks.push_back(week);
    for (const TraceDecl& decl : kTraces) {
        LifeTrace& trace = life.traces.emplace_back(LifeTrace{decl, {}});
        for (const int week : life.weeks) trace.values.push_back(value(decl, scenario, week, 0));
    }
    return life;
}

inline void write_panel(const std::filesystem::path& file, int weeks, int every, const PanelValue& value) {
    DatasetWriter writer(file);
    h5::write_attribute(writer.root(), "format", kResultsFormat);
    h5::write_attribute(writer.root(), "format_version", kResultsFormatVersion);
    h5::write_attribute(writer.root(), "model", "fake");
    writer.add_dimension({"scenario", StoredAs::text, {}, {"baseline", "coaching"}});
    DimensionLayout looks{"panel_week", StoredAs::whole32};
    for (int week = every; week <= weeks; week += every) looks.numbers.push_back(week);
    writer.add_dimension(looks);
    writer.add_dimension(panel_dimension(kPanelIds));
    std::vector<TraceDecl> traces = kTraces;
    traces.insert(traces.begin(), level("mood", "mood", "SD"));  // of no declared trace
    for (const TraceDecl& trace : traces) {
        const RunVariable variable = writer.add_run_variable({trace.name + "_panel",
                                                              StoredAs::scaled16,
                                                              {"scenario", "panel_week", "panel_person"},
                                                              {{"units", trace.unit}, {"long_name", trace.label.en}}});
        h5::write_attribute(variable.data, "replicate", 7);
        for (std::size_t scenario = 0; scenario < 2; ++scenario) {
            std::vector<std::int16_t> values;
            for (const std::int64_t week : looks.numbers) {
                for (std::size_t person = 0; person < kPanelIds.size(); ++person) {
                    values.push_back(stored_value(value(trace, scenario, static_cast<int>(week), person)));
                }
            }
            writer.write_run(variable, scenario, 0, values.data());
        }
    }
    writer.close();
}

}  // namespace bevlogen::testing
