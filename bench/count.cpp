// How often each instruction of a part is carried out: a child runs the part once, step by step. bench/operations.py tells what they are.
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_map>
#include <vector>

#include "bench/jdr_mini.hpp"
#include "bench/jdr_mini_run.hpp"
#include "bench/whole_model.hpp"
#include "models/catalog/workforce_model.hpp"
#include "sim/random/bulk.hpp"

namespace bevlogen::bench {
namespace {

constexpr double kScale = 0.02;
constexpr std::uint32_t kSeed = 20261122;

// Prepares, in the child, and returns what is to be counted; that returns how many items it did.
struct Part {
    std::string name;
    std::function<std::function<std::size_t()>()> prepare;
};

Part of_model(const std::string& name, std::size_t (WholeModel::*part)()) {
    return {name, [part]() -> std::function<std::size_t()> {
                const auto model = std::shared_ptr<const Model>(make_workforce_model());
                const auto world = std::make_shared<WholeModel>(*model, BEVLOGEN_SCENARIOS, kScale);
                return [model, world, part] { return ((*world).*part)(); };
            }};
}

std::vector<Part> parts() {
    return {of_model("workforce model", &WholeModel::step_epoch),
            of_model("targets", &WholeModel::set_targets),
            of_model("load, its normals included", &WholeModel::step_load),
            of_model("theory and targets, normals and uniforms included", &WholeModel::step_theory),
            of_model("absence and events, uniforms included", &WholeModel::step_absence),
            of_model("clearing: leaders, rotation", &WholeModel::clear),
            {"drawing 28 normals and 4 uniforms alone",
             []() -> std::function<std::size_t()> {
                 constexpr std::size_t kPersons = 128;
                 return [ids = std::vector<std::uint32_t>(kPersons, 7), out = std::vector<float>(32 * kPersons)]() mutable {
                     const BulkPersons persons{ids.data(), ids.data(), kPersons};
                     fill_normals({kSeed, 1}, persons, {{1}, Purpose{0x0101}, 0, 7}, out.data(), kPersons);
                     fill_uniforms({kSeed, 1}, persons, {{1}, Purpose{0x0102}, 0, 1}, out.data() + 28 * kPersons, kPersons);
                     return kPersons;
                 };
             }},
            {"JDR-mini in the engine",
             []() -> std::function<std::size_t()> {
                 return [run = std::make_shared<JdrMiniRun>(2000, kSeed, 1)] {
                     run->step(4);
                     return run->agents() * 4;
                 };
             }},
            {"JDR-mini, tuned kernel", []() -> std::function<std::size_t()> {
                 return [model = std::make_shared<JdrMini>(1920, kSeed, Vectors::best)] {
                     model->step(4, 1);
                     return model->agents() * 4;
                 };
             }}};
}

// Where this program lies in memory; a child lies where its parent does.
std::uint64_t first_address() {
    std::ifstream maps("/proc/self/maps");
    std::uint64_t first = 0;
    maps >> std::hex >> first;
    return first;
}

struct Counted {
    std::size_t items = 0;
    std::unordered_map<std::uint64_t, std::uint64_t> times;  // by address
};

Counted counted(const Part& part) {
    auto* items =
        static_cast<std::size_t*>(::mmap(nullptr, sizeof(std::size_t), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    const pid_t child = ::fork();
    if (child == 0) {
        if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) ::_exit(1);
        const auto work = part.prepare();
        work();  // what is chosen or allocated at a first call
        ::raise(SIGSTOP);
        *items = work();
        ::raise(SIGSTOP);
        ::_exit(0);
    }
    Counted found;
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!WIFSTOPPED(status) || WSTOPSIG(status) != SIGSTOP) return found;  // tracing is not allowed here
    while (::ptrace(PTRACE_SINGLESTEP, child, nullptr, nullptr) == 0 && ::waitpid(child, &status, 0) == child && WIFSTOPPED(status) &&
           WSTOPSIG(status) == SIGTRAP) {
        ++found.times[static_cast<std::uint64_t>(::ptrace(PTRACE_PEEKUSER, child, offsetof(user_regs_struct, rip), nullptr))];
    }
    found.items = *items;
    ::kill(child, SIGKILL);
    ::waitpid(child, &status, 0);
    return found;
}

int run(const char* file) {
    const std::uint64_t first = first_address();
    nlohmann::ordered_json told = nlohmann::ordered_json::array();
    for (const Part& part : parts()) {
        const Counted found = counted(part);
        if (found.items == 0) {
            std::fprintf(stderr, "%s: not counted (this system lets no process be traced)\n", part.name.c_str());
            continue;
        }
        nlohmann::ordered_json times;
        std::uint64_t all = 0;
        for (const auto& [address, count] : std::map<std::uint64_t, std::uint64_t>(found.times.begin(), found.times.end())) {
            char offset[24];
            std::snprintf(offset, sizeof offset, "%llx", static_cast<unsigned long long>(address - first));
            times[offset] = count;
            all += count;
        }
        std::printf("%-52s %10.1f instructions an item\n", part.name.c_str(), static_cast<double>(all) / static_cast<double>(found.items));
        std::fflush(stdout);
        told.push_back({{"name", part.name}, {"items", found.items}, {"times", times}});
    }
    if (file != nullptr) std::ofstream(file) << told.dump() << "\n";
    return told.empty() ? 1 : 0;
}

}  // namespace
}  // namespace bevlogen::bench

int main(int count, char** arguments) {
    if (count > 3 || (count > 1 && std::strcmp(arguments[1], "--json") != 0) || count == 2) {
        std::fprintf(stderr, "usage: %s [--json FILE]\n", arguments[0]);
        return 2;
    }
    return bevlogen::bench::run(count == 3 ? arguments[2] : nullptr);
}
