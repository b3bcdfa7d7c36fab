// What a person takes in memory: each population lives for a year in a process of its own, whose largest size counts.
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "bench/whole_model.hpp"
#include "models/catalog/workforce_model.hpp"

namespace bevlogen::bench {
namespace {

struct Life {
    double persons = 0.0, seconds = 0.0;
    double columns = 0.0, before = 0.0, most = 0.0;  // bytes: of the columns; of the process at its start and at its largest
};

double most_so_far() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_maxrss) * 1024.0;
}

Life live(double persons, unsigned threads) {
    const double before = most_so_far();
    const auto begin = std::chrono::steady_clock::now();
    const auto model = make_workforce_model();
    const WholeModel world(*model, BEVLOGEN_SCENARIOS, persons / kPersonsAtScaleOne, kDefaultBlockPosts, threads);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return {static_cast<double>(world.persons()), seconds, static_cast<double>(world.bytes()), before, most_so_far()};
}

// In a child, so that each begins small. Nothing where it died, of too little memory for example.
Life life_of(double persons, unsigned threads) {
    void* shared = ::mmap(nullptr, sizeof(Life), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED) return {};
    auto* told = new (shared) Life;
    const pid_t child = ::fork();
    if (child == 0) {
        *told = live(persons, threads);
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status == 0 ? *told : Life{};
}

[[noreturn]] void leave_with_usage(const char* program) {
    std::fprintf(stderr, "usage: %s [--persons N]... [--threads N] [--json FILE]\n", program);
    std::exit(2);
}

int run(int count, char** arguments) {
    std::vector<double> sizes;
    unsigned threads = 2;
    std::string json;
    for (int i = 1; i < count; i += 2) {
        const std::string_view name = arguments[i];
        if (i + 1 == count) leave_with_usage(arguments[0]);
        if (name == "--persons") {
            sizes.push_back(std::atof(arguments[i + 1]));
        } else if (name == "--threads") {
            threads = static_cast<unsigned>(std::atoi(arguments[i + 1]));
        } else if (name == "--json") {
            json = arguments[i + 1];
        } else {
            leave_with_usage(arguments[0]);
        }
    }
    if (sizes.empty()) sizes = {10'000, 100'000, 1'000'000};
    nlohmann::ordered_json told = {{"title", "Memory"}, {"threads", threads}};
    std::printf("Memory: a year of the whole model on %u threads, from nothing\n\n  %12s %10s %12s %16s %18s\n", threads, "persons",
                "seconds", "MB at most", "bytes a person", "of that, columns");
    bool all_lived = true;
    for (const double size : sizes) {
        const Life life = life_of(size, threads);
        if (life.persons < 1.0) {
            std::printf("  %12.0f did not live\n", size);
            all_lived = false;
            continue;
        }
        std::printf("  %12.0f %10.2f %12.1f %16.0f %18.0f\n", life.persons, life.seconds, life.most / 1e6,
                    (life.most - life.before) / life.persons, life.columns / life.persons);
        told["sizes"].push_back({{"asked", size},
                                 {"persons", life.persons},
                                 {"seconds", life.seconds},
                                 {"most_bytes", life.most},
                                 {"bytes_a_person", (life.most - life.before) / life.persons},
                                 {"column_bytes", life.columns}});
    }
    if (!json.empty()) std::ofstream(json) << told.dump(2) << "\n";
    return all_lived ? 0 : 1;
}

}  // namespace
}  // namespace bevlogen::bench

int main(int count, char** arguments) { return bevlogen::bench::run(count, arguments); }
