// `bevlogen doctor`: whether this machine and this program are fit, and how fast they are.
#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>

#include "sim/cli/context.hpp"
#include "sim/cli/library.hpp"
#include "sim/core/build_info.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/engine/parallel.hpp"
#include "sim/random/box_muller.hpp"
#include "sim/random/bulk.hpp"

namespace bevlogen {
namespace {

struct Finding {
    std::string what;
    std::string value;
    bool is_fine = true;
};

// Bulk normals against their scalar definition, bit for bit, and their cost in ns.
Finding check_normals() {
    constexpr std::size_t kPersons = 1024;
    constexpr std::uint32_t kCalls = 7;
    std::vector<std::uint32_t> low(kPersons), high(kPersons, 7u);
    for (std::size_t i = 0; i < kPersons; ++i) low[i] = static_cast<std::uint32_t>(i * 2654435761u);
    std::vector<float> out(kPersons * kCalls * 4);
    const Chance chance{1, 1};
    const auto start = std::chrono::steady_clock::now();
    constexpr int kRepeats = 50;
    for (int week = 0; week < kRepeats; ++week)
        fill_normals(chance, {low.data(), high.data(), kPersons}, {Week{week}, Purpose::first_of_model, 0, kCalls}, out.data(), kPersons);
    const double ns = std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - start).count() /
                      static_cast<double>(out.size() * kRepeats);
    bool same = true;
    for (std::size_t i = 0; i < kPersons; ++i) {
        const PhiloxWords words = chance.words(std::uint64_t{high[i]} << 32 | low[i], Week{kRepeats - 1}, Purpose::first_of_model, 0);
        same = same && box_muller(words[0], words[1])[0] == out[i] && box_muller(words[2], words[3])[1] == out[3 * kPersons + i];
    }
    return {"random numbers",
            fmt::format("{}, {:.2f} ns a normal ({})", same ? "as defined, to the bit" : "NOT as defined", ns, bulk_instruction_set()),
            same};
}

Finding check_scenarios(const Context& context) {
    if (context.library.empty()) return {"ready scenarios", "not found beside the program", false};
    try {
        read_scenario(context.library / "baseline.toml", context.vocabularies(), {}, context.library);
        return {"ready scenarios", shown_path(context.library).string()};
    } catch (const InputError& error) {
        return {"ready scenarios", error.diagnostics().report(), false};
    }
}

Finding check_disk() {
    std::error_code failed;
    const auto space = std::filesystem::space(".", failed);
    if (failed) return {"disk", failed.message(), false};
    const double free_gb = static_cast<double>(space.available) / 1e9;
    return {"free disk here", fmt::format("{:.1f} GB", free_gb), free_gb > 0.5};
}

std::string memory() {
    std::ifstream info("/proc/meminfo");
    std::string word;
    while (info >> word) {
        if (word != "MemAvailable:") continue;
        double kilobytes = 0.0;
        info >> kilobytes;
        return fmt::format("{:.1f} GB", kilobytes / 1e6);
    }
    return "unknown";
}

int examine(const Context& context, bool json) {
    const std::vector<Finding> findings = {
        {"version", fmt::format("{} ({}), {}, {}", build_info().version, build_info().commit, build_info().compiler, build_info().preset)},
        {"threads", std::to_string(available_threads())},
        {"vectors", vector_width() == VectorWidth::wide ? "AVX-512" : "AVX2 or alike"},
        {"available memory", memory()},
        check_disk(),
        check_scenarios(context),
        check_normals(),
    };
    bool all_fine = true;
    nlohmann::ordered_json answer;
    for (const Finding& finding : findings) {
        all_fine = all_fine && finding.is_fine;
        answer[finding.what] = {{"value", finding.value}, {"fine", finding.is_fine}};
        if (!json) fmt::print("{}  {:<18} {}\n", finding.is_fine ? "ok     " : "PROBLEM", finding.what, finding.value);
    }
    if (json) fmt::print("{}\n", answer.dump(1));
    return all_fine ? 0 : 3;
}

}  // namespace

void add_doctor(CLI::App& program, const Context& context, Action& chosen) {
    auto json = std::make_shared<bool>(false);
    CLI::App* app = program.add_subcommand("doctor", "Check this machine and this program");
    app->add_flag("--json", *json, "Print the answer as JSON");
    app->footer("Example:\n  bevlogen doctor");
    on_command(*app, chosen, [json, &context] { return examine(context, *json); });
}

}  // namespace bevlogen
