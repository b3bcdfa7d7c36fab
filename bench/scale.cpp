// What a person-week costs in populations of a thousand to ten millions, on one thread and on two.
#include <tbb/global_control.h>

#include <cstdio>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bench/measure.hpp"
#include "bench/pin_parallel.hpp"
#include "bench/whole_model.hpp"
#include "models/catalog/workforce_model.hpp"

namespace bevlogen::bench {
namespace {

constexpr std::size_t kReference = 10'000, kLargest = 10'000'000;
constexpr double kBytesAPerson = 600.0;  // rounded up from what bench_memory finds

std::string with_commas(std::size_t n) {
    std::string text = std::to_string(n);
    for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
    return text;
}

// Bytes that the system can give without paging.
double available_memory() {
    std::ifstream file("/proc/meminfo");
    std::string word;
    double kilobytes = 0.0;
    while (file >> word) {
        if (word == "MemAvailable:") file >> kilobytes;
    }
    return kilobytes * 1024.0;
}

// A population made for two threads when a row first needs it. On one thread, the other waits.
class Country {
  public:
    Country(const Model& model, std::size_t persons) : model_(model), persons_(persons) {}

    double nanoseconds(double seconds, unsigned threads) {
        if (!world_) {
            world_ = std::make_unique<WholeModel>(model_, BEVLOGEN_SCENARIOS, static_cast<double>(persons_) / kPersonsAtScaleOne,
                                                  kDefaultBlockPosts, 2);
            pin_threads(world_->threads());
        }
        const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
        return nanoseconds_per_item(seconds, [&] { return world_->step_epoch(); });
    }

  private:
    const Model& model_;
    std::size_t persons_;
    std::unique_ptr<WholeModel> world_;
};

int run(const Options& options) {
    const ThreadLimit two(2);  // before anything is pinned
    const auto model = make_workforce_model();
    std::vector<std::shared_ptr<Country>> countries;
    std::vector<Row> rows;
    std::vector<Ratio> ratios;
    const std::string reference = with_commas(kReference) + " persons";
    for (const std::size_t persons : {std::size_t{1'000}, kReference, std::size_t{100'000}, std::size_t{1'000'000}, kLargest}) {
        const std::string one = with_commas(persons) + " persons", both = one + ", 2 threads";
        if (kBytesAPerson * static_cast<double>(persons) > available_memory() / 1.5) {
            std::fprintf(stderr, "%s: not measured (there is too little memory)\n", one.c_str());
            continue;
        }
        const auto country = countries.emplace_back(std::make_shared<Country>(*model, persons));
        rows.push_back({one, "person-week", [country](double seconds) { return country->nanoseconds(seconds, 1); }});
        rows.push_back({both, "person-week", [country](double seconds) { return country->nanoseconds(seconds, 2); }});
        const std::optional<double> accepted = persons == kLargest ? std::optional(1.2) : std::nullopt;
        if (persons != kReference) ratios.push_back({one + " to " + reference, one, reference, Bound::at_most, accepted});
        ratios.push_back({one + ": one thread to two", one, both, Bound::at_least, {}});
    }
    return measure_and_report("Populations, the whole model", {}, rows, ratios, options);
}

}  // namespace
}  // namespace bevlogen::bench

int main(int count, char** arguments) { return bevlogen::bench::run(bevlogen::bench::read_options(count, arguments)); }
