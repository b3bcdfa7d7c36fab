// One wrong character gives diagnostics on lines inside the file, or a scenario that is valid: never a crash.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "tests/property/scenario/generated_scenario.hpp"

namespace bevlogen::testing {
namespace {

enum class Slip { replaced, inserted, removed, swapped, cut };

std::string with_a_slip(std::string text) {
    const auto slip = *rc::gen::element(Slip::replaced, Slip::inserted, Slip::removed, Slip::swapped, Slip::cut);
    const std::size_t at = *rc::gen::inRange<std::size_t>(0, text.size() - 1);
    const char letter =
        *rc::gen::oneOf(rc::gen::arbitrary<char>(), rc::gen::elementOf(std::string("[]{}\"'.,=#-_0123456789eE\n\r\t\\ xnai")));
    switch (slip) {
        case Slip::replaced: text[at] = letter; break;
        case Slip::inserted: text.insert(at, 1, letter); break;
        case Slip::removed: text.erase(at, 1); break;
        case Slip::swapped: std::swap(text[at], text[at + 1]); break;
        case Slip::cut: text.resize(at); break;
    }
    return text;
}

// Reads it; what is reported must lie inside the text, what is accepted must read back to itself.
void expect_report_or_scenario(const std::string& text) {
    const Vocabulary vocabulary = small_vocabulary();
    const auto lines = static_cast<std::uint32_t>(1 + std::count(text.begin(), text.end(), '\n'));
    try {
        const Scenario scenario = read_scenario_text(text, "slip", shelf_of(vocabulary), {}, {});
        RC_ASSERT(read_scenario_text(scenario.resolved, "again", shelf_of(vocabulary), {}, {}).resolved == scenario.resolved);
    } catch (const InputError& error) {
        RC_ASSERT(!error.diagnostics().empty());
        for (const Diagnostic& diagnostic : error.diagnostics().sorted()) {
            RC_ASSERT(diagnostic.place.file == "slip");
            RC_ASSERT(diagnostic.place.line <= lines);
            RC_ASSERT(!diagnostic.message.empty());
        }
    }
}

RC_GTEST_PROP(OneWrongCharacter, InAGeneratedScenarioNeverCrashes, ()) {
    std::string text = some_head();
    for (const std::string& intervention : some_interventions()) text += intervention;
    expect_report_or_scenario(with_a_slip(text));
}

RC_GTEST_PROP(OneWrongCharacter, InAResolvedScenarioNeverCrashes, ()) {
    const Vocabulary vocabulary = small_vocabulary();
    const std::string intervention =
        "[[intervention]]\nname = \"x\"\nshift = { autonomy = 1.5 }\nguidance = { share = { aios = 0.5 }, window = 3 "
        "}\n[[intervention.change]]\nat = { week = 9 }\ncoaching = { sessions = 3 "
        "}\n";
    const std::string resolved = read_scenario_text(small_scenario() + intervention, "r", shelf_of(vocabulary), {}, {}).resolved;
    for (int i = 0; i < 10; ++i) expect_report_or_scenario(with_a_slip(resolved));
}

RC_GTEST_PROP(OneWrongCharacter, ManyOfThemNeverCrashEither, ()) {
    std::string text = small_scenario();
    for (int i = *rc::gen::inRange(1, 8); i > 0 && text.size() > 2; --i) text = with_a_slip(text);
    expect_report_or_scenario(text);
}

RC_GTEST_PROP(OneWrongCharacter, InAnOverrideGivesAReportAtTheOverride, ()) {
    const Vocabulary vocabulary = small_vocabulary();
    const std::vector<std::string> right = {"jdr.noise=1.25",
                                            "time.years=3",
                                            "intervention.x.scope.phases=[\"aios\"]",
                                            "title=\"x\"",
                                            "intervention.x.start.week=3",
                                            "intervention.x.guidance.choice=video",
                                            "intervention.x.guidance.share.aios=0.5"};
    const std::string text = with_a_slip(*rc::gen::elementOf(right));
    try {
        const std::vector<Override> overrides = {parse_override(text)};
        read_scenario_text(small_scenario() + "[[intervention]]\nname = \"x\"\nshift = { autonomy = 1 }\n", "s", shelf_of(vocabulary),
                           overrides, {});
    } catch (const InputError& error) {
        for (const Diagnostic& diagnostic : error.diagnostics().sorted()) RC_ASSERT(diagnostic.place.file.starts_with("--set "));
    }
}

}  // namespace
}  // namespace bevlogen::testing
