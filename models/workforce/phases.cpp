// The words for phases, posts, hospitals and sexes.
#include "models/workforce/phases.hpp"

namespace bevlogen::workforce {

const std::array<Word, kPhases>& phase_words() {
    static const std::array<Word, kPhases> words = {{
        {"coassistent", {"medical student in clerkships", "coassistent"}},
        {"anios", {"resident not in training", "anios"}},
        {"aios", {"resident in training", "aios"}},
        {"jonge_klare", {"specialist, first five years", "jonge klare"}},
        {"specialist_mid", {"specialist to age 55", "specialist tot 55 jaar"}},
        {"specialist_late", {"specialist from age 55", "specialist vanaf 55 jaar"}},
    }};
    return words;
}

const std::array<Word, kPostKinds>& post_words() {
    static const std::array<Word, kPostKinds> words = {{
        {"specialist_permanent", {"permanent specialist post", "vaste specialistenplaats"}},
        {"specialist_temporary", {"temporary specialist post", "tijdelijke specialistenplaats"}},
        {"aios", {"training post", "opleidingsplaats"}},
        {"anios", {"post of a resident not in training", "aniosplaats"}},
        {"coassistent", {"rotation place", "coschapplaats"}},
    }};
    return words;
}

const std::array<Word, kSites>& site_words() {
    static const std::array<Word, kSites> words = {{
        {"academic", {"academic hospital", "academisch ziekenhuis"}},
        {"general", {"general hospital", "algemeen ziekenhuis"}},
    }};
    return words;
}

const std::array<Word, 2>& sex_words() {
    static const std::array<Word, 2> words = {{{"female", {"women", "vrouwen"}}, {"male", {"men", "mannen"}}}};
    return words;
}

}  // namespace bevlogen::workforce
