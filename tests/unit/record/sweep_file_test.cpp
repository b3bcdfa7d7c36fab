// The file of a sweep gives back every run, says what is missing or failed, and is whole or not there.
#include "sim/record/sweep_file.hpp"

#include <gmock/gmock.h>
#include <hdf5.h>

#include <cstring>
#include <set>

#include "sim/core/contract.hpp"
#include "sim/core/diagnostic.hpp"
#include "sim/record/sweep_layout.hpp"
#include "tests/unit/record/fake_run.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

bool same_bits(const std::vector<float>& a, const std::vector<float>& b) {
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0);
}

class SweepFileTest : public ::testing::Test {
  protected:
    // Of the fake model's four outcomes, two payers and two parameters.
    static SweepDescription described(std::size_t points, std::size_t replicates, int years = 2, std::size_t phases = 3) {
        const FakeModel model;
        SweepDescription of;
        of.model = "fake";
        of.title = {"A sweep with an ë", "Een sweep"};
        of.question = {"Which?", "Welke?"};
        of.scenario = "base";
        of.scenario_title = {"Base", "Basis"};
        of.resolved_plan = std::string(100'000, 'p');  // more than an attribute holds
        of.resolved_scenario = "title = \"base\"\n";
        of.identity = "5-0123-4567";
        of.design = "latin_hypercube";
        of.seed = 4000000000u;
        of.first_replicate = 11;
        of.replicates = replicates;
        of.points = points;
        of.parameters = {{"a.rate", {"rate", "tempo"}, "per week", "How fast.", "0.1 to 4", "log", ""},
                         {"a.flag", {"flag", "vlag"}, "1", "Whether.", "false or true", "values", "0 = false, 1 = true"}};
        for (std::size_t p = 0; p < points; ++p) {
            of.values.insert(of.values.end(), {static_cast<double>(p) + 0.1, static_cast<double>(p % 2)});
            of.coordinates.insert(of.coordinates.end(), {static_cast<double>(p) / static_cast<double>(points), 0.5});
        }
        of.outcomes = model.outcomes();
        for (std::size_t i = 0; i < phases; ++i) of.phases.add("phase-" + std::to_string(i), {"p", "f"}, 1u);
        of.payers = {{.name = "employer", .label = {"employer", "werkgever"}}, {.name = "insurer", .label = {"insurer", "verzekeraar"}}};
        of.price_year = 2024;
        of.years = years;
        return of;
    }
    // Numbers that follow from point and replicate alone, some missing.
    static SweepRun run_of(const SweepShape& shape, std::size_t point, std::size_t replicate) {
        SweepRun run;
        run.values.resize(shape.values());
        run.persons.resize(shape.persons());
        run.euros.resize(shape.euros());
        std::mt19937 random(static_cast<unsigned>(point * 100 + replicate));
        for (std::vector<float>* numbers : {&run.values, &run.persons, &run.euros}) {
            for (float& number : *numbers) number = random() % 16 == 0 ? kNaN : static_cast<float>(random()) / 1e7f;
        }
        return run;
    }
    // Every run there is.
    static SweepRunSource all_of(const SweepDescription& of) {
        return [shape = of.shape()](std::size_t point, std::size_t replicate) { return run_of(shape, point, replicate); };
    }
    static bool is_failed(std::size_t point, std::size_t replicate) { return (point + replicate) % 5 == 3; }
    static bool is_missing(std::size_t point, std::size_t replicate) { return (point * 3 + replicate) % 7 == 2; }
    // Some have failed, some are missing.
    static SweepRunSource some_of(const SweepDescription& of) {
        return [shape = of.shape()](std::size_t point, std::size_t replicate) -> std::optional<SweepRun> {
            if (is_missing(point, replicate)) return std::nullopt;
            if (!is_failed(point, replicate)) return run_of(shape, point, replicate);
            SweepRun failed;
            failed.failure = "point " + std::to_string(point) + " broke under " + std::to_string(replicate);
            return failed;
        };
    }
    static void expect_run(const StoredSweep& stored, std::size_t point, std::size_t replicate) {
        ASSERT_EQ(stored.status(point, replicate), SweepRunStatus::done) << point << " " << replicate;
        const SweepRun expected = run_of(stored.shape(), point, replicate), found = stored.run(point, replicate);
        EXPECT_TRUE(same_bits(found.values, expected.values)) << point << " " << replicate;
        EXPECT_TRUE(same_bits(found.persons, expected.persons)) << point << " " << replicate;
        EXPECT_TRUE(same_bits(found.euros, expected.euros)) << point << " " << replicate;
    }
    static std::string refusal(const std::filesystem::path& file) {
        try {
            const StoredSweep stored(file);
        } catch (const InputError& error) {
            return error.diagnostics().report();
        }
        return "nothing was thrown";
    }
    std::vector<std::string> names_in_folder() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder / "")) names.push_back(entry.path().filename().string());
        return names;
    }

    Folder folder;
    std::filesystem::path path = folder / "sweep.h5";
};

TEST_F(SweepFileTest, GivesBackEveryRunToTheBitInAnyOrder) {
    const SweepDescription of = described(7, 3);
    write_sweep_file(path, of, all_of(of), {});
    const StoredSweep stored(path);
    EXPECT_EQ(stored.points(), 7u);
    EXPECT_EQ(stored.replicates(), 3u);
    for (std::size_t p = 7; p-- > 0;) {
        for (std::size_t r = 0; r < 3; ++r) expect_run(stored, p, r);
    }
}

// A chunk is some neighbouring points of one replicate; the last of them is shorter.
TEST_F(SweepFileTest, GivesBackEveryRunOfSeveralChunks) {
    const SweepDescription of = described(23, 2, 10, 400);
    const std::size_t chunk = points_a_chunk(of.shape(), of.points);
    ASSERT_GT(chunk, 1u);
    ASSERT_GT(of.points / chunk, 2u);
    ASSERT_NE(of.points % chunk, 0u);
    write_sweep_file(path, of, all_of(of), {});
    const StoredSweep stored(path);
    for (std::size_t r = 0; r < 2; ++r) {
        for (std::size_t p = 0; p < of.points; ++p) expect_run(stored, p, r);
    }
    for (const std::size_t p : std::vector<std::size_t>{22, 0, 12, chunk, chunk - 1}) expect_run(stored, p, p % 2);  // back and forth
}

TEST_F(SweepFileTest, HasRunsLargerThanAChunkOneByOne) {
    const SweepDescription of = described(3, 1, 50, 400);
    ASSERT_GT(of.shape().values() * sizeof(float), 1u << 18);
    write_sweep_file(path, of, all_of(of), {});
    const StoredSweep stored(path);
    for (std::size_t p = 0; p < 3; ++p) expect_run(stored, p, 0);
}

TEST_F(SweepFileTest, AsksForRunsReplicateByReplicateAndPointByPoint) {
    const SweepDescription of = described(5, 2);
    std::vector<std::size_t> asked;
    const SweepRunSource source = [&](std::size_t point, std::size_t replicate) -> std::optional<SweepRun> {
        asked.push_back(replicate * 5 + point);
        return std::nullopt;
    };
    write_sweep_file(path, of, source, {});
    EXPECT_THAT(asked, ElementsAre(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
}

TEST_F(SweepFileTest, TellsWhatIsMissingAndWhatFailedAndWhy) {
    for (const std::size_t phases : {3u, 3000u}) {  // the latter with whole chunks of what failed or is missing
        const SweepDescription of = described(20, 3, 2, phases);
        write_sweep_file(path, of, some_of(of), {});
        const StoredSweep stored(path);
        for (std::size_t p = 0; p < 20; ++p) {
            for (std::size_t r = 0; r < 3; ++r) {
                if (is_missing(p, r)) {
                    EXPECT_EQ(stored.status(p, r), SweepRunStatus::missing);
                    EXPECT_THROW(stored.run(p, r), ContractViolation);
                } else if (is_failed(p, r)) {
                    ASSERT_EQ(stored.status(p, r), SweepRunStatus::failed);
                    const SweepRun run = stored.run(p, r);
                    EXPECT_EQ(run.failure, "point " + std::to_string(p) + " broke under " + std::to_string(r));
                    EXPECT_TRUE(run.has_shape(stored.shape()));
                } else {
                    expect_run(stored, p, r);
                }
            }
        }
        // What is not there is missing in the numbers too, for readers who do not look at the status.
        const StoredResults& results = stored.results();
        const std::vector<float> persons = results.read(*results.find("persons")).as<float>();
        const std::size_t a_run = stored.shape().persons();
        for (std::size_t run = 0; run < 60; ++run) {
            if (!is_missing(run / 3, run % 3) && !is_failed(run / 3, run % 3)) continue;
            EXPECT_TRUE(std::isnan(persons[run * a_run])) << run;
        }
    }
}

TEST_F(SweepFileTest, NamesFailedRunsAsPeopleCountThem) {
    const SweepDescription of = described(4, 2);
    write_sweep_file(path, of, some_of(of), {});
    const StoredResults results(path);
    EXPECT_THAT(results.read(*results.find("failed_point")).as<std::int32_t>(), ElementsAre(3));
    EXPECT_THAT(results.read(*results.find("failed_replicate")).as<std::int32_t>(), ElementsAre(12));
    EXPECT_THAT(results.texts("failed_message"), ElementsAre("point 2 broke under 1"));
}

TEST_F(SweepFileTest, SaysWhatItIsAboutAndWhatItCanBeRepeatedFrom) {
    const SweepDescription of = described(4, 2);
    write_sweep_file(path, of, all_of(of), {{"host", "somewhere"}});
    const StoredSweep stored(path);
    EXPECT_EQ(stored.identity(), of.identity);
    EXPECT_EQ(stored.resolved_plan(), of.resolved_plan);
    EXPECT_EQ(stored.resolved_scenario(), of.resolved_scenario);
    const StoredResults& results = stored.results();
    EXPECT_EQ(results.label("title"), of.title);
    EXPECT_EQ(results.attribute("design"), "latin_hypercube");
    EXPECT_EQ(results.attribute("seed"), "4000000000");
    EXPECT_EQ(results.provenance("host"), "somewhere");
    EXPECT_EQ(results.read(*results.find("parameter_value")).as<double>(), of.values);
    EXPECT_EQ(results.read(*results.find("parameter_coordinate")).as<double>(), of.coordinates);
    EXPECT_THAT(results.read(*results.find("parameter")).texts, ElementsAre("a.rate", "a.flag"));
    EXPECT_THAT(results.texts("parameter_unit"), ElementsAre("per week", "1"));
    EXPECT_THAT(results.texts("parameter_spread"), ElementsAre("0.1 to 4", "false or true"));
    EXPECT_THAT(results.texts("parameter_scale"), ElementsAre("log", "values"));
    EXPECT_THAT(results.texts("parameter_words"), ElementsAre("", "0 = false, 1 = true"));
    EXPECT_THAT(results.read(*results.find("outcome")).texts, ElementsAre("hours", "exhaustion", "burnout", "coached"));
    EXPECT_THAT(results.read(*results.find("replicate")).as<std::int32_t>(), ElementsAre(11, 12));
    EXPECT_THAT(results.read(*results.find("point")).as<std::int32_t>(), ElementsAre(1, 2, 3, 4));
    std::vector<std::string> dimensions;
    for (const StoredDimension& dimension : results.find("value")->dimensions) dimensions.push_back(dimension.name);
    EXPECT_THAT(dimensions, ElementsAre("point", "replicate", "outcome", "year", "phase"));
    EXPECT_THAT(results.find("euro")->find_attribute("description")->text, HasSubstr("prices of 2024"));
}

TEST_F(SweepFileTest, HasNoEurosOfAModelThatKnowsNoCosts) {
    SweepDescription of = described(3, 1);
    of.payers.clear();
    write_sweep_file(path, of, all_of(of), {});
    const StoredSweep stored(path);
    EXPECT_EQ(stored.shape().payers, 0u);
    EXPECT_EQ(stored.results().find("euro"), nullptr);
    for (std::size_t p = 0; p < 3; ++p) expect_run(stored, p, 0);
}

TEST_F(SweepFileTest, IsByteForByteTheSameForTheSameRuns) {
    const SweepDescription of = described(20, 2);
    write_sweep_file(path, of, some_of(of), kProvenance);
    write_sweep_file(folder / "again.h5", of, some_of(of), kProvenance);
    EXPECT_EQ(content_of(path), content_of(folder / "again.h5"));
    write_sweep_file(folder / "other.h5", of, all_of(of), kProvenance);
    EXPECT_NE(content_of(path), content_of(folder / "other.h5"));
}

TEST_F(SweepFileTest, LeavesNothingBehindAndTheOldFileWhereItsRunsCannotBeRead) {
    const SweepDescription of = described(20, 2);
    const SweepRunSource breaking = [&](std::size_t point, std::size_t replicate) -> std::optional<SweepRun> {
        if (point == 7 && replicate == 1) throw std::runtime_error("the journal is damaged");
        EXPECT_TRUE(std::filesystem::exists(folder / "sweep.h5.part"));
        return run_of(of.shape(), point, replicate);
    };
    EXPECT_THROW(write_sweep_file(path, of, breaking, {}), std::runtime_error);
    EXPECT_THAT(names_in_folder(), IsEmpty());
    write_content(path, "old");
    EXPECT_THROW(write_sweep_file(path, of, breaking, {}), std::runtime_error);
    EXPECT_EQ(content_of(path), "old");
    EXPECT_THAT(names_in_folder(), ElementsAre("sweep.h5"));
}

TEST_F(SweepFileTest, RefusesRunsOfAnotherShape) {
    const SweepDescription of = described(3, 1);
    const SweepRunSource source = [&](std::size_t point, std::size_t replicate) {
        SweepRun run = run_of(of.shape(), point, replicate);
        run.euros.pop_back();
        return run;
    };
    EXPECT_THROW(write_sweep_file(path, of, source, {}), ContractViolation);
    EXPECT_THAT(names_in_folder(), IsEmpty());
}

TEST_F(SweepFileTest, SaysThatItsFolderIsMissing) {
    const SweepDescription of = described(3, 1);
    try {
        write_sweep_file(folder / "no/sweep.h5", of, all_of(of), {});
        ADD_FAILURE() << "nothing was thrown";
    } catch (const std::runtime_error& error) {
        EXPECT_THAT(error.what(), HasSubstr("there is no folder"));
    }
}

TEST_F(SweepFileTest, IsNotReadFromAFileOfSomethingElse) {
    const FakeModel model;
    const RecordPlan plan(model, scenario_of_years(1), small_panel(false));
    ResultsWriter writer(path, testing::described({"baseline"}, 1), plan);
    writer.add(0, 0, fake_record(plan, 0, 1, true));
    writer.finish({});
    EXPECT_THAT(refusal(path), HasSubstr("is a results file of a run, not of a sweep"));
    write_content(path, "my thesis");
    EXPECT_THAT(refusal(path), HasSubstr("is not an HDF5 file"));
    EXPECT_THAT(refusal(folder / "not-there.h5"), HasSubstr("not-there.h5"));
}

// Cut off anywhere it is refused with a sentence, as it is opened or, at the latest, as its runs are read.
TEST_F(SweepFileTest, IsNotReadWhereItIsCutOff) {
    const SweepDescription of = described(5, 2);
    write_sweep_file(path, of, all_of(of), {});
    const std::string whole = content_of(path);
    for (std::size_t part = 0; part < 20; ++part) {
        write_content(folder / "cut.h5", whole.substr(0, whole.size() * part / 20));
        EXPECT_THAT(refusal(folder / "cut.h5"), HasSubstr("cut.h5")) << part;
    }
}

// Where each chunk of a variable stands in the file: offset and bytes.
std::vector<std::pair<std::size_t, std::size_t>> chunks_of(const std::filesystem::path& file, const char* variable) {
    const hid_t id = H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), data = H5Dopen2(id, variable, H5P_DEFAULT);
    const hid_t space = H5Dget_space(data);
    hsize_t count = 0;
    H5Dget_num_chunks(data, space, &count);
    std::vector<std::pair<std::size_t, std::size_t>> chunks;
    for (hsize_t i = 0; i < count; ++i) {
        hsize_t offset[5], size = 0;
        unsigned mask = 0;
        haddr_t address = 0;
        H5Dget_chunk_info(data, space, i, offset, &mask, &address, &size);
        chunks.emplace_back(address, size);
    }
    H5Sclose(space);
    H5Dclose(data);
    H5Fclose(id);
    return chunks;
}

// In the numbers of a run; what HDF5 makes of a flipped byte in its own structures is not ours to say.
TEST_F(SweepFileTest, IsRefusedWhereAByteOfItsNumbersHasFlipped) {
    const SweepDescription of = described(5, 2);
    write_sweep_file(path, of, all_of(of), {});
    const std::string whole = content_of(path);
    for (const char* variable : {"value", "persons", "euro", "status"}) {
        const auto chunks = chunks_of(path, variable);
        ASSERT_EQ(chunks.size(), 2u) << variable;  // one a replicate
        for (std::size_t r = 0; r < 2; ++r) {
            std::string damaged = whole;
            char& byte = damaged[chunks[r].first + chunks[r].second / 2];
            byte = static_cast<char>(byte ^ 0x20);
            write_content(folder / "damaged.h5", damaged);
            const auto read_all = [&] {
                const StoredSweep stored(folder / "damaged.h5");
                for (std::size_t p = 0; p < 5; ++p) expect_run(stored, p, 1 - r);  // the other replicate is sound
                stored.run(0, r);
            };
            EXPECT_THROW(read_all(), InputError) << variable << " " << r;
        }
    }
}

}  // namespace
}  // namespace bevlogen::testing
