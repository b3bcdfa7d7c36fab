// The words of the five outcomes.
#include "models/wellbeing/outcomes.hpp"

namespace bevlogen::wellbeing {

const std::array<workforce::Word, kOutcomes>& outcome_words() {
    static const std::array<workforce::Word, kOutcomes> words = {{{"exhaustion", {"exhaustion", "uitputting"}},
                                                                  {"mental_distance", {"mental distance", "mentale distantie"}},
                                                                  {"vigour", {"vigour", "vitaliteit"}},
                                                                  {"dedication", {"dedication", "toewijding"}},
                                                                  {"absorption", {"absorption", "absorptie"}}}};
    return words;
}

}  // namespace bevlogen::wellbeing
