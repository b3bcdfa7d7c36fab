// Declares the keys of peer groups and reads them.
#include "models/interventions/peer_group_settings.hpp"

namespace bevlogen::interventions {
namespace {

// In the order of the declaration.
enum class Key : std::size_t {
    mode,
    size,
    hours,
    interval,
    sessions,
    facilitator,
    guided_sessions,
    facilitators,
    caseload,
    mixed_ranks,
    mandatory,
    released,
    window,
    interval_of_windows,
    kickoff,
    mail,
    again_after
};

LeverKey whole(const char* name, const char* unit, double min, double max, double fallback, Label meaning) {
    return {name, unit, min, max, std::move(meaning), LeverKeyKind::whole_number, fallback};
}
LeverKey flag(const char* name, Label meaning) { return {name, "1", 0, 1, std::move(meaning), LeverKeyKind::flag, 0.0}; }
LeverKey word(const char* name, std::vector<std::string> words, Label meaning) {
    const double last = static_cast<double>(words.size() - 1);
    return {name, "1", 0, last, std::move(meaning), LeverKeyKind::word, 0.0, std::move(words)};
}

}  // namespace

LeverDecl peer_group_lever() {
    std::vector<LeverKey> keys = {
        word("mode", {"intervision", "team", "balint"}, {"kind of group; team: all of a team", "soort groep; team: het hele team"}),
        whole("size", "persons", 3, 20, 6, {"persons in a group", "personen per groep"}),
        {"hours", "hours", 0.5, 8, {"length of a session", "duur van een bijeenkomst"}, LeverKeyKind::number, 2.0},
        whole("interval", "weeks", 1, 52, 4, {"weeks between sessions", "weken tussen bijeenkomsten"}),
        whole("sessions", "sessions", 1, 104, 6, {"sessions of a group", "bijeenkomsten van een groep"}),
        word("facilitator", {"professional", "trained_peer", "own_supervisor", "other_supervisor", "none"},
             {"who leads sessions", "wie bijeenkomsten leidt"}),
        whole("guided_sessions", "sessions", 0, 104, 0,
              {"sessions that are led, then the group goes on alone; 0: all", "begeleide bijeenkomsten, daarna zelfstandig; 0: alle"}),
        whole("facilitators", "persons", 0, 100000, 0,
              {"facilitators of the whole country; 0: as many as are needed", "begeleiders in heel het land; 0: zoveel als nodig"}),
        whole("caseload", "groups", 1, 100, 6, {"groups of a facilitator at once", "groepen per begeleider tegelijk"}),
        flag("mixed_ranks", {"seniors and juniors in one group", "ervaren en jonge collega's in één groep"}),
        flag("mandatory", {"everybody in reach takes part", "iedereen voor wie het is doet mee"}),
        flag("released", {"sessions in working time that is released", "bijeenkomsten in vrijgeroosterde werktijd"}),
        whole("window", "weeks", 0, 520, 0,
              {"weeks in which one may join; 0: an open offer", "weken waarin men zich kan aanmelden; 0: doorlopend"}),
        whole("interval_of_windows", "weeks", 0, 1040, 0,
              {"weeks from one window to the next; 0: one window", "weken van de ene inschrijfperiode tot de volgende; 0: eenmalig"}),
        flag("kickoff",
             {"a kick-off with a role model opens each window", "een startbijeenkomst met rolmodel opent elke inschrijfperiode"}),
        flag("mail", {"mail to whom it is for", "gerichte mail"}),
        whole("again_after", "weeks", 0, 1040, 52, {"weeks after the end before joining again", "weken na afloop tot een nieuwe deelname"}),
    };
    return {"peer_group", {"peer groups", "intervisie"}, std::move(keys)};
}

PeerGroupSettings peer_group_settings_of(const LeverSetting& setting) {
    const auto number = [&](Key key) { return setting.values[static_cast<std::size_t>(key)]; };
    const auto integer = [&](Key key) { return static_cast<int>(number(key)); };
    const auto holds = [&](Key key) { return number(key) != 0.0; };
    PeerGroupSettings s;
    s.mode = static_cast<PeerGroupMode>(integer(Key::mode));
    s.size = integer(Key::size);
    s.hours = static_cast<float>(number(Key::hours));
    s.interval = integer(Key::interval);
    s.sessions = integer(Key::sessions);
    s.facilitator = static_cast<Facilitator>(integer(Key::facilitator));
    s.guided_sessions = integer(Key::guided_sessions);
    s.facilitators = integer(Key::facilitators);
    s.caseload = integer(Key::caseload);
    s.is_across_ranks = holds(Key::mixed_ranks);
    s.is_mandatory = holds(Key::mandatory);
    s.is_released = holds(Key::released);
    s.window = integer(Key::window);
    s.interval_of_windows = integer(Key::interval_of_windows);
    s.has_kickoff = holds(Key::kickoff);
    s.has_mail = holds(Key::mail);
    s.again_after = integer(Key::again_after);
    return s;
}

bool is_open(const PeerGroupSettings& settings, Week running) noexcept {
    if (running.value < 0) return false;
    if (settings.window == 0) return true;
    const int within = settings.interval_of_windows == 0 ? running.value : running.value % settings.interval_of_windows;
    return within < settings.window;
}

}  // namespace bevlogen::interventions
