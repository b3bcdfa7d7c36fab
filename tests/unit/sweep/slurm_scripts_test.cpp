// Batch scripts say what was asked, are sound for bash whatever the names, and do what an exit code of the program calls for.
#include "sim/sweep/slurm_scripts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>

#include "tests/unit/record/fake_run.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

struct Said {
    std::string output;  // of stdout and stderr
    int code = -1;
};

Said said_by(const std::string& command) {
    Said said;
    std::FILE* pipe = ::popen(("( " + command + " ) 2>&1").c_str(), "r");
    std::array<char, 4096> part{};
    for (std::size_t size = 0; (size = std::fread(part.data(), 1, part.size(), pipe)) > 0;) said.output.append(part.data(), size);
    const int status = ::pclose(pipe);
    if (WIFEXITED(status)) said.code = WEXITSTATUS(status);
    return said;
}

class SlurmScripts : public ::testing::Test {
  protected:
    // A script that bash runs in place of `name`.
    void make_program(const std::filesystem::path& file, const std::string& body) const {
        std::filesystem::create_directories(file.parent_path());
        write_content(file, "#!/bin/bash\n" + body);
        ::chmod(file.c_str(), 0755);
    }
    // What bash says of the script under the variables that Slurm sets.
    Said run(const std::string& script, const std::string& variables) const {
        write_content(folder / "script.sh", script);
        return said_by("PATH=" + shell_quoted((folder / "bin").string()) + ":$PATH " + variables + " /bin/bash " +
                       shell_quoted((folder / "script.sh").string()));
    }
    void expect_sound(const std::string& script) const {
        write_content(folder / "script.sh", script);
        const Said said = said_by("/bin/bash -n " + shell_quoted((folder / "script.sh").string()));
        EXPECT_EQ(said.code, 0) << said.output;
        EXPECT_EQ(said.output, "");
    }

    Folder folder;
    SlurmFiles files{folder / "a b/$program's", folder / "plan \"1\".toml", folder / "out;x.h5", folder / "logs"};
};

TEST_F(SlurmScripts, AskForWhatWasAsked) {
    const SlurmOptions options{.shards = 64,
                               .partition = "rome",
                               .account = "proj1",
                               .time = "01:30:00",
                               .cpus_a_task = 16,
                               .lines = {"--mem=4G", "--constraint=fast"},
                               .seconds_before_limit = 300};
    const std::string array = slurm_array_script("moods", files, options);
    for (const char* line : {"#!/bin/bash\n", "#SBATCH --job-name=\"moods\"\n", "#SBATCH --time=01:30:00\n", "#SBATCH --partition=rome\n",
                             "#SBATCH --account=proj1\n", "#SBATCH --array=1-64\n", "#SBATCH --cpus-per-task=16\n", "#SBATCH --requeue\n",
                             "#SBATCH --signal=B:USR1@300\n", "#SBATCH --mem=4G\n", "#SBATCH --constraint=fast\n", "/64\""})
        EXPECT_THAT(array, HasSubstr(line));
    const std::string merge = slurm_merge_script("moods", files, options);
    for (const char* line :
         {"#!/bin/bash\n", "#SBATCH --job-name=\"moods-merge\"\n", "#SBATCH --partition=rome\n", "#SBATCH --account=proj1\n"})
        EXPECT_THAT(merge, HasSubstr(line));
    EXPECT_THAT(merge, Not(HasSubstr("--array")));
    for (const std::string& script : {array, merge}) expect_sound(script);
}

TEST_F(SlurmScripts, AskForNothingElse) {
    for (const std::string& script : {slurm_array_script("moods", files, {}), slurm_merge_script("moods", files, {})}) {
        EXPECT_THAT(script, Not(HasSubstr("--partition")));
        EXPECT_THAT(script, Not(HasSubstr("--account")));
        expect_sound(script);
    }
}

// Options behind the first command are comments to sbatch.
TEST_F(SlurmScripts, HaveTheirOptionsBeforeTheFirstCommand) {
    const SlurmOptions options{.shards = 2, .lines = {"--mem=4G"}};
    for (const std::string& script : {slurm_array_script("m", files, options), slurm_merge_script("m", files, options)}) {
        const std::size_t last = script.rfind("#SBATCH");
        for (std::size_t at = 0; at < last; at = script.find('\n', at) + 1) EXPECT_EQ(script[at], '#') << script;
    }
}

// sbatch reads them, and bash takes them for comments, which end with the line.
TEST_F(SlurmScripts, NoNameOrPathEndsAComment) {
    const std::string name = "a\n/bin/touch " + (folder / "done").string() + "\n\"b\\'";
    files.folder = folder / "lo\"gs %j\n/bin/touch done";
    make_program(files.program, "exit 0\n");
    for (const std::string& script :
         {slurm_array_script(name, files, {}), slurm_merge_script(name, files, {}), slurm_job_script(name, {"calibrate"}, files, {})}) {
        EXPECT_THAT(script, HasSubstr("#SBATCH --job-name=\"a_/bin/touch "));
        EXPECT_THAT(script, HasSubstr("_\\\"b\\\\'"));
        EXPECT_THAT(script, HasSubstr("/lo\\\"gs %%j_/bin/touch done/"));
        expect_sound(script);
        EXPECT_EQ(run(script, "SLURM_ARRAY_TASK_ID=1").output, "");
        EXPECT_FALSE(std::filesystem::exists(folder / "done"));
    }
}

TEST(ShellWord, IsBareWhereThatIsReadTheSame) {
    for (const std::string word : {"results/a-b_1.h5", "--set", "time.years=3", "Zoë.toml"}) EXPECT_EQ(shell_word(word), word);
    for (const std::string word : {"", "two words", "$HOME", "a;b", "`id`", "a\nb", "~", "#x", "a*", "it's"})
        EXPECT_EQ(shell_word(word), shell_quoted(word));
}

TEST(ShellQuoted, GivesBackAnyWord) {
    for (const std::string word : {"plain", "", "two words", "it's", "''", "\"$HOME\"", "`id`", "$(id)", "a\\b", "a\nb", "*", "~", "!x",
                                   "-n", "é;&|<>#", "'\"'\"'"}) {
        const Said said = said_by("/bin/bash -c " + shell_quoted("printf %s " + shell_quoted(word)));
        EXPECT_EQ(said.output, word);
        EXPECT_EQ(said.code, 0);
    }
}

TEST_F(SlurmScripts, GiveTheProgramItsShardWhateverTheNames) {
    make_program(files.program, "for word in \"$@\"; do printf '[%s]' \"$word\"; done\n");
    const Said array = run(slurm_array_script("m", files, {.shards = 64}), "SLURM_ARRAY_TASK_ID=3 SLURM_CPUS_PER_TASK=8");
    EXPECT_EQ(array.code, 0) << array.output;
    EXPECT_EQ(array.output,
              "[sweep][" + files.plan.string() + "][--out][" + files.out.string() + "][--shard][3/64][--threads][8][--quiet]");
    const Said merge = run(slurm_merge_script("m", files, {}), "");
    EXPECT_EQ(merge.output, "[merge][--out][" + files.out.string() + "]");
}

TEST_F(SlurmScripts, StartOneJobAgainWithItsWords) {
    make_program(folder / "bin/scontrol", "echo \"$@\"\n");
    make_program(files.program, "for word in \"$@\"; do printf '[%s]' \"$word\"; done; exit 75\n");
    const std::string script = slurm_job_script("m", {"calibrate", "it's here.toml", "--out", "c $x.h5"}, files, {.cpus_a_task = 8});
    EXPECT_THAT(script, HasSubstr("#SBATCH --cpus-per-task=8\n#SBATCH --requeue\n#SBATCH --signal=B:USR1@120\n"));
    EXPECT_THAT(script, Not(HasSubstr("--array")));
    const Said said = run(script, "SLURM_JOB_ID=17 SLURM_CPUS_PER_TASK=8");
    EXPECT_EQ(said.code, 75);
    EXPECT_EQ(said.output, "[calibrate][it's here.toml][--out][c $x.h5][--threads][8][--quiet]requeue 17\n");
}

TEST_F(SlurmScripts, RequeueWhatWasStoppedAndAFewTimesWhatWasKilled) {
    make_program(folder / "bin/scontrol", "echo \"$@\"\n");
    struct Case {
        const char* body;
        const char* restarts;
        int code;
        const char* output;
    };
    const Case cases[] = {
        {"exit 0", "0", 0, ""},
        {"exit 4", "0", 0, ""},                   // some runs failed: the merge tells
        {"exit 75", "0", 75, "requeue 11_3\n"},   // stopped, with checkpoints
        {"exit 75", "99", 75, "requeue 11_3\n"},  // as often as it takes
        {"exit 2", "0", 2, ""},                   // a mistake of the user's stays one
        {"exit 3", "0", 3, ""},
        {"kill -9 $$", "0", 137, "requeue 11_3\n"},
        {"kill -9 $$", "2", 137, "requeue 11_3\n"},
        {"kill -9 $$", "3", 137, ""},
    };
    for (const Case& one : cases) {
        make_program(files.program, one.body);
        const Said said = run(slurm_array_script("m", files, {.shards = 5}),
                              "SLURM_ARRAY_JOB_ID=11 SLURM_ARRAY_TASK_ID=3 SLURM_RESTART_COUNT=" + std::string(one.restarts));
        EXPECT_EQ(said.code, one.code) << one.body;
        if (*one.output == '\0') {
            EXPECT_THAT(said.output, Not(HasSubstr("requeue"))) << one.body;
        } else {
            EXPECT_THAT(said.output, HasSubstr(one.output)) << one.body << " " << one.restarts;
        }
    }
}

// The batch shell alone is told; the program finishes what it has in hand, and only then the script ends.
TEST_F(SlurmScripts, PassTheWarningOnAndWaitForTheProgram) {
    make_program(folder / "bin/scontrol", "echo \"$@\"\n");
    // It sends the warning itself, once the batch shell listens: USR1 is the tenth signal.
    make_program(files.program, R"(trap 'sleep 0.1; echo kept; exit 75' USR1
until (( 0x$(awk '/SigCgt/ { print $2 }' /proc/$PPID/status) & 0x200 )); do sleep 0.01; done
kill -USR1 $PPID
for i in {1..100}; do sleep 0.05; done
echo late
)");
    const Said said = run(slurm_array_script("m", files, {.shards = 5}), "SLURM_ARRAY_JOB_ID=11 SLURM_ARRAY_TASK_ID=3");
    EXPECT_EQ(said.code, 75);
    EXPECT_THAT(said.output, HasSubstr("kept\nrequeue 11_3\n"));
    EXPECT_THAT(said.output, Not(HasSubstr("late")));
}

}  // namespace
}  // namespace bevlogen::testing
