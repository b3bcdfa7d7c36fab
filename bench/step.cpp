// What a step costs: the workforce model, whole and in parts, beside copying its columns and drawing its numbers; a cost model of the full
// width in small and in large populations.
#include <memory>
#include <vector>

#include "bench/full_width.hpp"
#include "bench/measure.hpp"
#include "bench/whole_model.hpp"
#include "models/catalog/workforce_model.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/random/bulk.hpp"

namespace bevlogen::bench {
namespace {

constexpr std::uint32_t kSeed = 20261122;
// State must not depend on the instruction set, on threads or on the order of blocks and weeks.
std::vector<Check> checks() {
    std::vector<Check> found;
    restrict_bulk_to_avx2(true);
    FullWidth narrow_width(20'000, kSeed, Vectors::avx2);
    narrow_width.step(8, 1, 1);
    restrict_bulk_to_avx2(false);
    FullWidth width(20'000, kSeed, Vectors::best);
    width.step(8, 4, 2);
    found.push_back({"full width: the same state with AVX2 on one thread and the best on two, and week by week as four weeks in cache",
                     width.checksum() == narrow_width.checksum()});
    const auto workforce = make_workforce_model();
    WholeModel best(*workforce, BEVLOGEN_SCENARIOS, 0.05);
    restrict_bulk_to_avx2(true);
    restrict_to_narrow_vectors(true);
    WholeModel smallest(*workforce, BEVLOGEN_SCENARIOS, 0.05, 200);
    restrict_to_narrow_vectors(false);
    restrict_bulk_to_avx2(false);
    found.push_back({"workforce model: the same with AVX2 in smaller blocks", best.checksum() == smallest.checksum()});
    return found;
}

// A population that is made when a row first needs it.
template <class Model>
class MadeLate {
  public:
    template <class... Arguments>
    explicit MadeLate(Arguments... arguments) : make_([=] { return std::make_unique<Model>(arguments...); }) {}
    Model& operator*() {
        if (!model_) model_ = make_();
        return *model_;
    }

  private:
    std::function<std::unique_ptr<Model>()> make_;
    std::unique_ptr<Model> model_;
};

std::function<double(double)> stepping(MadeLate<FullWidth>& late, std::int32_t weeks, std::int32_t weeks_in_cache, int threads) {
    return [&late, weeks, weeks_in_cache, threads](double seconds) {
        FullWidth& model = *late;
        return nanoseconds_per_item(seconds, [&] {
            model.step(weeks, weeks_in_cache, threads);
            return model.persons() * static_cast<std::size_t>(weeks);
        });
    };
}

// The chance of the full width alone, for one block that stays in cache.
std::function<double(double)> drawing() {
    constexpr std::size_t kPersons = 1008;
    return [ids = std::vector<std::uint32_t>(kPersons, 7), out = std::vector<float>(32 * kPersons), week = 0](double seconds) mutable {
        return nanoseconds_per_item(seconds, [&] {
            const BulkPersons persons{ids.data(), ids.data(), kPersons};
            for (int i = 0; i < 50; ++i) {
                fill_normals({kSeed, 1}, persons, {{week}, Purpose{0x0101}, 0, 7}, out.data(), kPersons);
                fill_uniforms({kSeed, 1}, persons, {{week++}, Purpose{0x0102}, 0, 1}, out.data() + 28 * kPersons, kPersons);
            }
            return 50 * kPersons;
        });
    };
}

// The workforce model's own need: in four weeks 100 normals (three weeks of 24, one of 28) and 16 uniforms.
std::function<double(double)> drawing_25() {
    constexpr std::size_t kPersons = 1008;
    return [ids = std::vector<std::uint32_t>(kPersons, 7), out = std::vector<float>(32 * kPersons), week = 0](double seconds) mutable {
        return nanoseconds_per_item(seconds, [&] {
            const BulkPersons persons{ids.data(), ids.data(), kPersons};
            for (int i = 0; i < 48; ++i) {
                const std::uint32_t calls = i % 4 == 3 ? 7 : 6;
                fill_normals({kSeed, 1}, persons, {{week}, Purpose{0x0101}, 0, calls}, out.data(), kPersons);
                fill_uniforms({kSeed, 1}, persons, {{week++}, Purpose{0x0102}, 0, 1}, out.data() + 28 * kPersons, kPersons);
            }
            return 48 * kPersons;
        });
    };
}

using Part = std::size_t (WholeModel::*)();

// On from a year after the start. Each run of clearings begins there again: clearing after clearing, without weeks between them, leads to
// careers that nobody has.
std::function<double(double)> stepping(const Model& model, double scale, Part part) {
    return [&model, scale, part, whole = std::shared_ptr<WholeModel>()](double seconds) mutable {
        const bool begins_again = part == static_cast<Part>(&WholeModel::clear);
        if (!whole || begins_again) whole = std::make_shared<WholeModel>(model, BEVLOGEN_SCENARIOS, scale);
        return nanoseconds_per_item(seconds, [&] { return ((*whole).*part)(); });
    };
}

int run(const Options& options) {
    const auto workforce = make_workforce_model();
    MadeLate<FullWidth> small(std::size_t{10'000}, kSeed, Vectors::best), large(std::size_t{4'000'000}, kSeed, Vectors::best);
    const std::string small1 = "full width, 10,000 persons, 4 weeks in cache", large1 = "full width, 4,000,000 persons, 4 weeks in cache";
    const std::string large2 = large1 + ", 2 threads", weekly = "full width, 4,000,000 persons, week by week";
    const std::string draws = "drawing 28 normals and 4 uniforms alone";
    const std::string needed = "drawing 25 normals and 4 uniforms alone";
    const std::string copying = "copying its columns, 1 x the Netherlands";
    const std::string nation = "workforce model, 1 x the Netherlands", quarter = "workforce model, 0.25 x the Netherlands";
    const std::vector<Row> rows = {
        {needed, "person-week", drawing_25()},
        {quarter, "person-week", stepping(*workforce, 0.25, &WholeModel::step_epoch)},
        {nation, "person-week", stepping(*workforce, 1.0, &WholeModel::step_epoch)},
        {copying, "person-week", stepping(*workforce, 1.0, &WholeModel::copy)},
        {"  targets", "person-week", stepping(*workforce, 0.25, &WholeModel::set_targets)},
        {"  load, its normals included", "person-week", stepping(*workforce, 0.25, &WholeModel::step_load)},
        {"  theory and targets, normals and uniforms included", "person-week", stepping(*workforce, 0.25, &WholeModel::step_theory)},
        {"  absence and events, uniforms included", "person-week", stepping(*workforce, 0.25, &WholeModel::step_absence)},
        {"  clearing: leaders, rotation", "person-week", stepping(*workforce, 0.25, &WholeModel::clear)},
        {draws, "person-week", drawing()},
        {small1, "person-week", stepping(small, 52, 4, 1)},
        {large1, "person-week", stepping(large, 4, 4, 1)},
        {large2, "person-week", stepping(large, 4, 4, 2)},
        {weekly, "person-week", stepping(large, 4, 1, 1)},
    };
    const std::vector<Ratio> ratios = {
        {"workforce model, 0.25 x the Netherlands, to drawing alone", quarter, needed, Bound::at_most, 1.8},
        {"workforce model, 1 x the Netherlands, to drawing alone", nation, needed, Bound::at_most, 1.8},
        {"workforce model, 1 x the Netherlands, to copying its columns", nation, copying, Bound::at_most, {}},
        {"full width, 4,000,000 persons: all to drawing alone", large1, draws, Bound::at_most, {}},
        {"full width: 4,000,000 persons to 10,000", large1, small1, Bound::at_most, 1.25},
        {"full width, 4,000,000 persons: one thread to two", large1, large2, Bound::at_least, 1.7},
        {"full width, 4,000,000 persons: week by week to in cache", weekly, large1, Bound::at_least, {}},
    };
    return measure_and_report("Steps", options.only ? std::vector<Check>() : checks(), rows, ratios, options);
}

}  // namespace
}  // namespace bevlogen::bench

// Short runs, so that some of them have the processor to themselves.
int main(int count, char** arguments) {
    using namespace bevlogen::bench;
    return run(read_options(count, arguments, {.seconds = 0.05, .runs = 40, .counts = Counts::least, .only = {}, .json = {}}));
}
