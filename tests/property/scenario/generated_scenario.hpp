// Random but valid scenarios of the small model, for the property tests.
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "sim/scenario/toml_text.hpp"
#include "tests/unit/scenario/small_vocabulary.hpp"

namespace bevlogen::testing {

inline double number_between(double low, double high) {
    const double share = static_cast<double>(*rc::gen::inRange<std::uint64_t>(0, 1ull << 53)) * 0x1p-53;
    return std::min(high, low + (high - low) * share);
}

// Text that TOML can hold: valid UTF-8 made of a few awkward letters.
inline std::string valid_text() {
    const std::vector<std::string> letters = {"a",  "Z", "0", " ", "\"", "\\",         "'",        "\n", "\r",
                                              "\t", "#", "=", "é", "€",  "\U0001F600", "\xC2\xA0", "]]", "\"\"\""};
    std::string text;
    for (const std::string& letter : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(letters))) text += letter;
    return text;
}

inline std::string whole_between(int low, int high) { return std::to_string(*rc::gen::inRange(low, high + 1)); }
inline std::string some_flag() { return *rc::gen::arbitrary<bool>() ? "true" : "false"; }

// `value`, or a table of several values by some of the names.
template <class Value>
std::string one_or_by_name(const std::vector<std::string>& names, Value value) {
    if (*rc::gen::arbitrary<bool>()) return value();
    std::string text;
    for (const std::string& name : names) {
        if (*rc::gen::arbitrary<bool>()) text += (text.empty() ? "" : ", ") + name + " = " + value();
    }
    return text.empty() ? value() : "{ " + text + " }";
}

// Some keys of the lever of every kind.
inline std::string some_guidance() {
    const std::vector<std::string> phases = {"anios", "aios", "specialist"};
    const std::vector<std::string> hospitals = {"academic", "general"};
    const auto share = [] { return toml_number(number_between(0, 1)); };
    const std::vector<std::pair<std::string, std::function<std::string()>>> keys = {
        {"hours", [] { return toml_number(number_between(0, 80)); }},
        {"spacing", [] { return toml_number(number_between(1, 26)); }},
        {"meetings", [] { return whole_between(1, 30); }},
        {"window", [] { return whole_between(0, 52); }},
        {"released", [] { return some_flag(); }},
        {"opt_out", [] { return some_flag(); }},
        {"choice", [] { return toml_string(*rc::gen::element<std::string>("assigned", "profiles", "video")); }},
        {"payer", [] { return toml_string(*rc::gen::element<std::string>("person", "hospital")); }},
        {"share", [&] { return one_or_by_name(phases, share); }},
        {"price", [&] { return one_or_by_name(phases, share); }},
        {"posts", [&] { return one_or_by_name(hospitals, [] { return whole_between(0, 99); }); }},
        {"free", [&] { return one_or_by_name(hospitals, [] { return some_flag(); }); }},
        {"place",
         [&] { return one_or_by_name(hospitals, [] { return toml_string(*rc::gen::element<std::string>("inside", "outside")); }); }},
    };
    std::string text;
    for (const auto& [name, value] : keys) {
        if (*rc::gen::arbitrary<bool>()) text += (text.empty() ? " " : ", ") + name + " = " + value();
    }
    return "guidance = {" + text + " }\n";
}

inline std::string some_lever_tables(bool at_least_one) {
    std::string text;
    const int which = *rc::gen::inRange(at_least_one ? 1 : 0, 8);
    if (which & 1) {
        text += "shift = { administration = " + toml_number(number_between(-3, 3));
        text += *rc::gen::arbitrary<bool>() ? ", autonomy = " + toml_number(number_between(-3, 3)) + " }\n" : " }\n";
    }
    if (which & 2)
        text += "coaching = { sessions = " + std::to_string(*rc::gen::inRange(1, 31)) +
                ", coaches = " + toml_number(number_between(0, 1000)) + " }\n";
    if (which & 4) text += some_guidance();
    return text;
}

// One [[intervention]] that is valid in a scenario of 4 years.
inline std::string some_intervention(const std::string& name) {
    const int start = *rc::gen::inRange(0, 100);
    std::string text = "[[intervention]]\nname = " + toml_string(name) + "\n";
    const int title = *rc::gen::inRange(0, 3);
    if (title == 1) text += "title = " + toml_string(valid_text()) + "\n";
    if (title == 2) text += "title.en = \"e\"\ntitle.nl = " + toml_string(valid_text()) + "\n";
    if (*rc::gen::arbitrary<bool>())
        text += "level = " + toml_string(*rc::gen::element<std::string>("individual", "organisational", "national")) + "\n";
    if (*rc::gen::arbitrary<bool>()) text += "source = " + toml_string(valid_text()) + "\n";
    if (*rc::gen::arbitrary<bool>()) text += "pays = [" + toml_string("x" + valid_text()) + ", \"y\"]\n";
    if (*rc::gen::arbitrary<bool>()) text += "costs.one_off_euro = " + toml_number(number_between(0, 1e6)) + "\n";
    if (*rc::gen::arbitrary<bool>()) text += "mandate = false\n";
    if (*rc::gen::arbitrary<bool>()) text += "uptake = " + toml_number(number_between(0, 1)) + "\n";
    if (*rc::gen::arbitrary<bool>()) text += "ramp = { years = " + toml_number(number_between(0, 2)) + " }\n";
    text += "start = { week = " + std::to_string(start) + " }\n";
    if (*rc::gen::arbitrary<bool>()) text += "end = { weeks = " + std::to_string(*rc::gen::inRange(160, 300)) + " }\n";
    text += "scope = { team_share = " + toml_number(number_between(0, 1));
    if (*rc::gen::arbitrary<bool>())
        text += ", phases = " + *rc::gen::element<std::string>("\"all\"", "\"aios\"", "[\"specialist\", \"anios\"]", "[\"anios\"]");
    if (*rc::gen::arbitrary<bool>()) text += ", hospitals = [\"general\", \"academic\"]";
    if (*rc::gen::arbitrary<bool>()) text += ", arm = " + std::to_string(*rc::gen::inRange(0, 256));
    if (*rc::gen::arbitrary<bool>()) text += ", where = \"willing\"";
    text += " }\n" + some_lever_tables(true);
    int week = start;
    for (int change = *rc::gen::inRange(0, 3); change > 0; --change) {
        week += *rc::gen::inRange(1, 20);
        text += "[[intervention.change]]\nat = { week = " + std::to_string(week) + " }\n" + some_lever_tables(true);
    }
    return text;
}

// The part of a scenario before its interventions.
inline std::string some_head() {
    std::string text = "title = " + toml_string(valid_text()) + "\nmodel = \"small\"\n";
    if (*rc::gen::arbitrary<bool>()) text += "question = " + toml_string(valid_text()) + "\n";
    text += "[run]\nseed = " + std::to_string(*rc::gen::arbitrary<std::uint32_t>()) +
            "\nreplicates = " + std::to_string(*rc::gen::inRange(1, 1000001)) + "\n";
    text += "[time]\nyears = 4\nburn_in = " + std::to_string(*rc::gen::inRange(0, 51)) + "\n";
    if (*rc::gen::arbitrary<bool>()) text += "[population]\nscale = " + toml_number(number_between(1e-9, 1000)) + "\n";
    text += "[parameters]\n";
    text += "\"jdr.contagion\" = " + toml_number(number_between(0, 0.1)) + "\njdr.noise = " + toml_number(number_between(0, 2)) + "\n";
    text += "offset.workload = { anios = " + toml_number(number_between(-3, 3)) + ", aios = " + toml_number(number_between(-3, 3)) + " }\n";
    text += "flow.intake = " + toml_number(number_between(0, 1e6)) + "\nteam.posts = " + std::to_string(*rc::gen::inRange(1, 41)) + "\n";
    text += "theory = " + toml_string(*rc::gen::element<std::string>("jdr", "shanafelt")) + "\n";
    for (int row = *rc::gen::inRange(0, 4); row > 0; --row) {
        text += "[[world.departments]]\nname = " + toml_string(std::to_string(row) + valid_text()) + "\nposts = " + whole_between(1, 400) +
                "\n";
        if (*rc::gen::arbitrary<bool>())
            text += "duties = " + toml_number(number_between(0, 3)) + "\nsource = " + toml_string(valid_text()) + "\n";
    }
    return text;
}

// Interventions with names of their own, of which no two share their chance.
inline std::vector<std::string> some_interventions() {
    std::vector<std::string> names = {"a", "b-2", "B_3", "coaching", "less"};
    names.resize(*rc::gen::inRange<std::size_t>(0, names.size() + 1));
    std::vector<std::string> interventions;
    for (const std::string& name : names) interventions.push_back(some_intervention(name));
    return interventions;
}

}  // namespace bevlogen::testing
