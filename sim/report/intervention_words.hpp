// An intervention in words: when, for whom, with which settings.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/intervention.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen {

struct SettingWords {
    std::string path;  // "coaching.sessions"
    Label label;
    Label value;            // "6", "yes", "resident in training 4"
    Label unit;             // empty for a bare number
    bool is_usual = false;  // as where nothing is said
};

// All keys that are set, defaults too; then what changes later, its path begun with "from week N: ".
std::vector<SettingWords> settings_of(const Intervention& intervention, const Vocabulary& vocabulary);
Label level_words(const std::string& level);
Label when_words(const Intervention& intervention);
// "everybody"; "residents in 50% of the teams; 30% of them take part".
Label whom_words(const Intervention& intervention, const Vocabulary& vocabulary);

}  // namespace bevlogen
