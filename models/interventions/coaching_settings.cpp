// Declares the keys of coaching and reads them.
#include "models/interventions/coaching_settings.hpp"

#include <algorithm>

namespace bevlogen::interventions {
namespace {

using workforce::kPhases;

// In the order of the declaration.
enum class CoachingKey : std::uint8_t {
    sessions,
    minutes,
    spacing,
    extension,
    window,
    interval,
    again_after,
    blocked_summer,
    blocked_december,
    kickoff,
    mail,
    intake,
    refer_share,
    choice,
    rematch,
    coach_kind,
    medical_background,
    aim,
    location,
    price_person,
    free_sessions,
    supervisor,
    released,
    cancel,
    coaches,
    caseload,
    a_year,
    budget,
    opt_out,
    refer_to,
    coordinators
};

// Where the values of a key begin: the price alone has one for each phase.
std::size_t slot_of(CoachingKey key) {
    const std::size_t index = workforce::index_of(key);
    return index + (key > CoachingKey::price_person ? kPhases - 1 : 0);
}

class Keys {
  public:
    void whole(const char* name, const char* unit, double min, double max, double fallback, Label meaning) {
        keys_.push_back({name, unit, min, max, std::move(meaning), LeverKeyKind::whole_number, fallback});
    }
    void number(const char* name, const char* unit, double min, double max, double fallback, Label meaning) {
        keys_.push_back({name, unit, min, max, std::move(meaning), LeverKeyKind::number, fallback});
    }
    void flag(const char* name, bool fallback, Label meaning) {
        keys_.push_back({name, "1", 0, 1, std::move(meaning), LeverKeyKind::flag, fallback ? 1.0 : 0.0});
    }
    void word(const char* name, std::vector<std::string> words, std::size_t fallback, Label meaning) {
        const double last = static_cast<double>(words.size() - 1);
        keys_.push_back({name, "1", 0, last, std::move(meaning), LeverKeyKind::word, static_cast<double>(fallback), std::move(words)});
    }
    LeverKey& last() { return keys_.back(); }
    std::vector<LeverKey> all() { return std::move(keys_); }

  private:
    std::vector<LeverKey> keys_;
};

void declare_sessions(Keys& keys) {
    keys.whole("sessions", "sessions", 1, 52, 6, {"sessions of a trajectory", "gesprekken per traject"});
    keys.number("minutes", "minutes", 10, 480, 60, {"length of a session", "duur van een gesprek"});
    keys.whole("spacing", "weeks", 1, 52, 3, {"weeks between sessions", "weken tussen gesprekken"});
    keys.whole("extension", "sessions", 0, 52, 0, {"extra sessions that are possible", "extra gesprekken die mogelijk zijn"});
}

void declare_offer(Keys& keys) {
    keys.whole("window", "weeks", 0, 520, 0,
               {"weeks in which one may ask; 0: an open offer", "weken waarin men kan aanvragen; 0: doorlopend"});
    keys.whole("interval", "weeks", 0, 1040, 0,
               {"weeks from one window to the next; 0: one window", "weken van de ene inschrijfperiode tot de volgende; 0: eenmalig"});
    keys.whole("again_after", "weeks", 0, 1040, 52, {"weeks after the end before asking again", "weken na afloop tot een nieuwe aanvraag"});
    keys.flag("blocked_summer", false, {"no asking in July and August", "geen aanvragen in juli en augustus"});
    keys.flag("blocked_december", false, {"no asking in December", "geen aanvragen in december"});
    keys.flag("kickoff", false,
              {"a kick-off with a role model opens each window", "een startbijeenkomst met rolmodel opent elke inschrijfperiode"});
    keys.flag("mail", false, {"mail to whom it is for", "gerichte mail"});
    keys.flag("intake", false, {"an intake comes first", "eerst een intakegesprek"});
    keys.number("refer_share", "1", 0, 1, 0, {"share sent on at the intake", "aandeel doorverwezen bij de intake"});
}

void declare_coach(Keys& keys) {
    keys.word("choice", {"assigned", "intake", "profiles", "video"}, 0, {"how a coach is chosen", "hoe de coach gekozen wordt"});
    keys.flag("rematch", true, {"another coach is possible", "een andere coach is mogelijk"});
    keys.word("coach_kind", {"internal", "external"}, 1, {"employed or hired, for the budget", "in dienst of ingehuurd, voor het budget"});
    keys.flag("medical_background", false, {"coaches know medicine", "coaches kennen de zorg"});
    keys.word("aim", {"developmental", "curative"}, 0, {"curative also takes who is on burnout leave", "curatief ook bij burn-outverlof"});
    keys.word("location", {"at_work", "away", "online"}, 0, {"where sessions take place", "waar gesprekken plaatsvinden"});
}

void declare_conditions(Keys& keys, std::size_t phase_axis) {
    keys.number("price_person", "EUR", 0, 10000, 0, {"own contribution to a whole trajectory", "eigen bijdrage aan een heel traject"});
    keys.last().axis = phase_axis;
    keys.whole("free_sessions", "sessions", 0, 52, 0, {"sessions without own contribution", "gesprekken zonder eigen bijdrage"});
    keys.word("supervisor", {"unaware", "invited", "start_talk"}, 0, {"what the supervisor knows", "wat de leidinggevende weet"});
    keys.flag("released", false, {"sessions in working time that is released", "gesprekken in vrijgeroosterde werktijd"});
    keys.flag("cancel", true, {"work may cancel sessions", "werk kan gesprekken laten vervallen"});
    keys.whole("coaches", "coaches", 0, 100000, 0, {"coaches; 0: as many as are needed", "coaches; 0: zoveel als nodig"});
    keys.whole("caseload", "trajectories", 1, 1000, 12, {"trajectories of a coach at once", "trajecten per coach tegelijk"});
    keys.whole("a_year", "trajectories", 1, 1000, 50,
               {"trajectories that a coach begins in a year", "trajecten die een coach per jaar begint"});
    keys.number("budget", "EUR per year", 0, 1e10, 0,
                {"what coaching may cost a year; 0: no limit", "wat coaching per jaar mag kosten; 0: geen grens"});
    keys.flag("opt_out", false, {"everybody is enrolled once and may decline", "iedereen wordt eenmaal ingeschreven en kan weigeren"});
    std::vector<std::string> services = {"as_amsterdam"};
    for (const workforce::Word& service : service_words()) services.push_back(service.name);
    keys.word("refer_to", std::move(services), 0,
              {"service for who is sent on at the intake", "voorziening voor wie bij de intake wordt doorverwezen"});
    keys.whole("coordinators", "coordinators", 0, 1000, 0,
               {"coordinators who hold intakes; 0: as many as are needed", "coördinatoren die intakes houden; 0: zoveel als nodig"});
}

}  // namespace

LeverDecl coaching_lever(std::size_t phase_axis) {
    Keys keys;
    declare_sessions(keys);
    declare_offer(keys);
    declare_coach(keys);
    declare_conditions(keys, phase_axis);
    return {"coaching", {"coaching", "coaching"}, keys.all(), true};
}

CoachingSettings settings_of(const LeverSetting& setting) {
    using K = CoachingKey;
    const auto number = [&](K key) { return setting.values[slot_of(key)]; };
    const auto whole = [&](K key) { return static_cast<int>(number(key)); };
    const auto flag = [&](K key) { return number(key) != 0.0; };
    CoachingSettings s;
    s.sessions = whole(K::sessions);
    s.minutes = static_cast<float>(number(K::minutes));
    s.spacing = whole(K::spacing);
    s.extension = whole(K::extension);
    s.window = whole(K::window);
    s.interval = whole(K::interval);
    s.again_after = whole(K::again_after);
    s.is_blocked_in_summer = flag(K::blocked_summer);
    s.is_blocked_in_december = flag(K::blocked_december);
    s.has_kickoff = flag(K::kickoff);
    s.has_mail = flag(K::mail);
    s.has_intake = flag(K::intake);
    s.refer_share = static_cast<float>(number(K::refer_share));
    s.choice = static_cast<CoachChoice>(whole(K::choice));
    s.may_rematch = flag(K::rematch);
    s.coach_kind = static_cast<CoachKind>(whole(K::coach_kind));
    s.knows_medicine = flag(K::medical_background);
    s.aim = static_cast<CoachingAim>(whole(K::aim));
    s.place = static_cast<CoachingPlace>(whole(K::location));
    const double paid_share = std::max(1.0 - number(K::free_sessions) / number(K::sessions), 0.0);
    for (std::size_t k = 0; k < kPhases; ++k) s.price[k] = static_cast<float>(setting.values[slot_of(K::price_person) + k] * paid_share);
    s.supervisor = static_cast<SupervisorRole>(whole(K::supervisor));
    s.is_released = flag(K::released);
    s.may_be_cancelled = flag(K::cancel);
    s.coaches = whole(K::coaches);
    s.caseload = whole(K::caseload);
    s.a_year = whole(K::a_year);
    s.budget = static_cast<float>(number(K::budget));
    s.is_opt_out = flag(K::opt_out);
    s.refer_to = static_cast<ReferTo>(whole(K::refer_to));
    s.coordinators = whole(K::coordinators);
    return s;
}

int month_of(Week week) noexcept {
    constexpr std::array<int, 12> kFirstDayAfter = {31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
    const int day = 7 * (week.value % kWeeksPerYear) + 3;
    return static_cast<int>(std::upper_bound(kFirstDayAfter.begin(), kFirstDayAfter.end(), day) - kFirstDayAfter.begin());
}

bool is_open(const CoachingSettings& settings, Week running, Week week) noexcept {
    if (running.value < 0) return false;
    const int month = month_of(week);
    if (settings.is_blocked_in_summer && (month == 6 || month == 7)) return false;
    if (settings.is_blocked_in_december && month == 11) return false;
    if (settings.window == 0) return true;
    return (settings.interval == 0 ? running.value : running.value % settings.interval) < settings.window;
}

}  // namespace bevlogen::interventions
