// The measures that a session can switch on: the catalogue's entries that fit its model, with the knobs that are their sliders.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/scenario/intervention.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen {

struct MeasureKnob {
    Knob knob;
    double start = 0.0;            // what the entry says
    bool turns_while_on = false;   // else it is settled when the measure is switched on
    bool is_whole_number = false;  // counts: sessions, coaches
};

struct CatalogueMeasure {
    std::string entry;  // as `use` names it: "interventions/challenge-support.toml"
    std::string about;  // the comment in the file's first line, in English
    Intervention intervention;
    std::vector<MeasureKnob> knobs;
};

// In order of name. Entries with words that the model does not know are left out; what is broken otherwise too. Empty where there is no
// such folder.
std::vector<CatalogueMeasure> catalogue_measures(const std::filesystem::path& library, const Vocabulary& vocabulary);

}  // namespace bevlogen
