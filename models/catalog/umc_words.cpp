// Tables of words, and their use on names and labels.
#include "models/catalog/umc_words.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "models/catalog/career_measures.hpp"

namespace bevlogen::umc {

using workforce::index_of;
using workforce::Word;

const std::array<Word, workforce::kPhases>& profession_words() {
    static const std::array<Word, workforce::kPhases> words = {
        {{"support", {"support staff", "ondersteunende medewerker"}},
         {"nurse", {"nurse", "verpleegkundige"}},
         {"co_practitioner", {"clinical co-practitioner", "klinisch medebehandelaar"}},
         {"researcher", {"researcher", "onderzoeker"}},
         {"lecturer", {"lecturer", "docent"}},
         {"manager", {"manager", "manager"}}}};
    return words;
}

const std::array<Word, workforce::kPostKinds>& post_words() {
    static const std::array<Word, workforce::kPostKinds> words = {
        {{"manager_or_lecturer", {"post of a manager or lecturer", "plaats van een manager of docent"}},
         {"researcher", {"post of a researcher", "plaats van een onderzoeker"}},
         {"co_practitioner", {"post of a clinical co-practitioner", "plaats van een klinisch medebehandelaar"}},
         {"nurse", {"post of a nurse", "plaats van een verpleegkundige"}},
         {"support", {"post of support staff", "plaats van een ondersteunende medewerker"}}}};
    return words;
}

namespace {

using Pair = std::pair<std::string, std::string>;

// The longest first, so that none is replaced within another.
std::vector<Pair> sorted(std::vector<Pair> pairs) {
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
        return a.first.size() != b.first.size() ? a.first.size() > b.first.size() : a.first < b.first;
    });
    return pairs;
}

std::vector<Pair> replacements(Language language) {
    std::vector<Pair> pairs;
    const auto add = [&](std::span<const Word> from, std::span<const Word> to) {
        for (std::size_t k = 0; k < from.size(); ++k) pairs.emplace_back(from[k].label.in(language), to[k].label.in(language));
    };
    add(workforce::phase_words(), profession_words());
    add(workforce::post_words(), post_words());
    const std::vector<std::pair<Label, Label>> phrases = {
        {{"career phases", "loopbaanfasen"}, {"professions", "beroepen"}},
        {{"career phase", "loopbaanfase"}, {"profession", "beroep"}},
        {{"wage of the phase", "loon van de fase"}, {"wage of the profession", "loon van het beroep"}},
        {{"department or partnership", "afdeling of vakgroep"}, {"department", "afdeling"}},
        {{"person", "de arts zelf"}, {"person", "de medewerker zelf"}},
        {{"contracts of specialists", "contracten van specialisten"}, {"contracts", "contracten"}},
        {{"specialists are salaried", "specialisten zijn in loondienst"}, {"staff is salaried", "medewerkers zijn in loondienst"}},
        {{"training of specialists", "opleiding tot specialist"}, {"training", "opleiding"}},
    };
    for (const auto& [from, to] : phrases) pairs.emplace_back(from.in(language), to.in(language));
    return sorted(std::move(pairs));
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

// Whole words only. What has been put in is not looked at again.
std::string with_words_replaced(const std::string& text, const std::vector<Pair>& pairs) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const bool begins = at == 0 || !is_letter(text[at - 1]);
        const auto fits = [&](const Pair& pair) {
            const std::size_t end = at + pair.first.size();
            return begins && text.compare(at, pair.first.size(), pair.first) == 0 && (end == text.size() || !is_letter(text[end]));
        };
        const auto found = std::find_if(pairs.begin(), pairs.end(), fits);
        result += found == pairs.end() ? text.substr(at, 1) : found->second;
        at += found == pairs.end() ? 1 : found->first.size();
    }
    return result;
}

// Part by part of a path. Where a phase and a kind of post have one name, so have their professions.
std::string renamed_path(const std::string& path) {
    static const std::vector<Pair> pairs = [] {
        std::vector<Pair> all = {{"phase_weight", "profession_weight"}};
        for (std::size_t k = 0; k < workforce::kPhases; ++k) all.emplace_back(workforce::phase_words()[k].name, profession_words()[k].name);
        for (std::size_t k = 0; k < workforce::kPostKinds; ++k) all.emplace_back(workforce::post_words()[k].name, post_words()[k].name);
        return sorted(std::move(all));
    }();
    return with_words_replaced(path, pairs);
}

// A length or border of a career phase that says how old those of a profession are.
struct Meaning {
    std::string_view path;
    std::string to;
    double min, max;
    Label meaning;
};

const std::vector<Meaning>& meanings() {
    static const std::vector<Meaning> all = {
        {"careers.entry_age.specialist_mid",
         "careers.entry_age.lecturer",
         18,
         38,
         {"mean age at entry: lecturer", "gemiddelde leeftijd bij begin: docent"}},
        {"careers.late_from_age",
         "careers.entry_age.manager",
         40,
         60,
         {"age at entry: manager; until then one is a lecturer", "leeftijd bij begin: manager; tot dan is men docent"}},
        {"careers.longest_anios",
         "careers.longest_years.nurse",
         1,
         45,
         {"longest time in the profession: nurse", "langste tijd in het beroep: verpleegkundige"}},
        {"careers.coassistent_weeks",
         "careers.longest_weeks.support",
         4,
         2600,
         {"longest time in the profession: support staff", "langste tijd in het beroep: ondersteunende medewerker"}},
        {"careers.training_weeks_long",
         "careers.longest_weeks.co_practitioner",
         52,
         2600,
         {"longest time in the profession, at 1 FTE: clinical co-practitioner",
          "langste tijd in het beroep, bij 1 fte: klinisch medebehandelaar"}},
        {"careers.jonge_klare_weeks",
         "careers.longest_weeks.researcher",
         4,
         1040,
         {"longest time in the profession: researcher", "langste tijd in het beroep: onderzoeker"}},
    };
    return all;
}

// Without meaning where everybody has one profession for life and works in a university medical centre: a path, or the beginning of one.
struct Fixed {
    std::string_view path;
    double value = 0.0;
};

constexpr Fixed kFixed[] = {
    {"market.kind", 2},                                 // none: nobody ages, everybody keeps the post
    {"world.leader.phase", 3},                          // manager
    {"world.permanent_specialists.specialist_mid", 1},  // behind the manager, lecturers
    {"market."},
    {"departure."},
    {"rotation."},
    {"careers.anios_to_training"},
    {"careers.training_weeks_short"},
    {"careers.training_share_short"},
    {"absence.burnout.before."},
    {"instruments.wants_to_work_less."},
    {"world.permanent_specialists."},
    {"world.hospitals.general"},
    {"world.teams_per_hospital.general"},
    {"world.posts_per_team.general."},
    {"world.departments_site"},
    {"work.volume_follows.general"},
    {"work.supervision."},
    {"feedback.late_duties"},
    {"factors.phase_share."},  // the reference population are the doctors: levels are against their mean
};

const Fixed* fixed(std::string_view path) {
    const auto found = std::find_if(std::begin(kFixed), std::end(kFixed), [&](const Fixed& one) {
        return one.path.back() == '.' ? path.starts_with(one.path) : path == one.path;
    });
    return found == std::end(kFixed) ? nullptr : found;
}

}  // namespace

Label renamed(const Label& text) {
    static const std::vector<Pair> english = replacements(Language::english), dutch = replacements(Language::dutch);
    return {with_words_replaced(text.en, english), with_words_replaced(text.nl, dutch)};
}

std::optional<ParameterDecl> renamed(const ParameterDecl& decl) {
    if (fixed(decl.path) != nullptr) return std::nullopt;
    ParameterDecl result = decl;
    const auto& all = meanings();
    const auto own = std::find_if(all.begin(), all.end(), [&](const Meaning& meaning) { return meaning.path == decl.path; });
    if (own != all.end()) {
        result.path = own->to;
        result.min = own->min;
        result.max = own->max;
        result.meaning = own->meaning;
        return result;
    }
    result.path = renamed_path(decl.path);
    result.meaning = renamed(decl.meaning);
    return result;
}

double fixed_value(const ParameterDecl& decl) {
    const Fixed* found = fixed(decl.path);
    return std::clamp(found != nullptr ? found->value : 0.0, decl.min, decl.max);
}

bool is_of_careers(std::string_view outcome) {
    static const std::vector<OutcomeDecl> all = career_outcomes();
    return std::any_of(all.begin(), all.end(), [&](const OutcomeDecl& one) { return one.name == outcome; });
}

bool is_trace_of_careers(std::string_view trace) { return trace == "notice" || trace == "arrival" || trace == "resigns"; }

}  // namespace bevlogen::umc
