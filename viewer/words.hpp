// Every word of the window, in both languages.
#pragma once

#include "sim/core/label.hpp"

namespace bevlogen::words {

// The window and its clock.
inline const Label kPlay{"Play", "Speel af"}, kPause{"Pause", "Pauze"}, kStep{"Step", "Stap"}, kRestart{"Restart", "Opnieuw"},
    kSpeed{"weeks per second", "weken per seconde"}, kYear{"year", "jaar"}, kWeek{"week", "week"}, kOf{"of", "van"},
    kEnded{"ended", "afgelopen"}, kHelp{"Help", "Hulp"}, kSave{"Save session", "Bewaar sessie"}, kOtherLanguage{"Nederlands", "English"},
    kStarting{"The burn-in is running: the system finds its own level before the first week is counted ...",
              "De inlooptijd loopt: het stelsel zoekt zijn eigen niveau voordat de eerste week telt ..."},
    kStoppedBy{"The run has stopped: ", "De simulatie is gestopt: "}, kWritten{"Written: ", "Geschreven: "}, kClose{"Close", "Sluit"},
    kTooSmall{"Too small for a figure: enlarge the window.", "Te klein voor een figuur: vergroot het venster."},
    kMoreInLarger{"more in a larger window", "meer in een groter venster"};

// Measures.
inline const Label kMeasures{"Measures", "Maatregelen"}, kSearch{"search", "zoek"}, kIndividual{"For the person", "Voor de persoon"},
    kOrganisational{"In the hospital", "In het ziekenhuis"}, kNational{"For the country", "Voor het land"},
    kNoMeasure{"No measure is called so.", "Geen maatregel heet zo."}, kSince{"on since", "aan sinds"},
    kFromStart{"from the start", "vanaf het begin"}, kAtNextSwitch{"settled when it is switched on", "ligt vast bij het inschakelen"},
    kSource{"source", "bron"}, kDecides{"decides", "beslist"}, kPays{"pays", "betaalt"},
    kWaits{"at the next clearing", "bij de volgende vereffening"}, kOnNow{"On now", "Nu aan"},
    kBaseHas{"In the scenario already", "Al in het scenario"};

// Figures.
inline const Label kGhost{"without (ghost)", "zonder (schim)"}, kWith{"with", "met"}, kWithout{"without", "zonder"},
    kRun{"this run", "deze run"}, kBetter{"better", "beter"}, kWorse{"worse", "slechter"}, kLevel{"level", "niveau"},
    kDifference{"difference from without", "verschil met zonder"},
    kDifferenceFromFirst{"difference from the first scenario", "verschil met het eerste scenario"},
    kYears{"years since the start", "jaren sinds het begin"}, kOutcome{"outcome", "uitkomst"},
    kInterval{"shaded: 95 % interval over replicates", "gearceerd: 95 %-interval over replicaties"};

// Panels at the right.
inline const Label kCurves{"Curves", "Lijnen"}, kPeople{"People", "Mensen"}, kHospitals{"Hospitals", "Ziekenhuizen"},
    kStaffing{"Staffing", "Bezetting"}, kPerson{"A person", "Een persoon"},
    kPeopleTitle{"Everybody now: engagement and burnout", "Iedereen nu: bevlogenheid en burn-out"}, kFew{"1 person", "1 persoon"},
    kMany{"many", "veel"},
    kClickPerson{"Click a dot to see that person's two lives.", "Klik op een stip voor de twee levens van die persoon."},
    kPersons{"persons", "personen"}, kHospital{"hospital", "ziekenhuis"}, kTeam{"team", "team"},
    kTeams{"teams of the hospital", "teams van het ziekenhuis"}, kHospitalRows{"hospitals", "ziekenhuizen"}, kLoad{"load", "belasting"},
    kBurnout{"burnout", "burn-out"}, kVacancies{"vacant posts", "openstaande plaatsen"},
    kShareVacant{"share of posts that are vacant", "aandeel openstaande plaatsen"}, kFilled{"posts filled", "plaatsen bezet"},
    kNoTeams{"This file has no map of teams.", "Dit bestand heeft geen kaart van teams."},
    kNoPersons{"A file has curves, not everybody: open a scenario to see persons.",
               "Een bestand heeft lijnen, niet iedereen: open een scenario om personen te zien."},
    kInPhase{"Persons by phase", "Personen per fase"}, kInPhaseUnit{"persons; the line is without", "personen; de streep is zonder"},
    kFlows{"What moves them", "Wat hen beweegt"},
    kFlowsUnit{"persons per year; the line is without", "personen per jaar; de streep is zonder"};

// A person.
inline const Label kTwoLives{"Two lives", "Twee levens"}, kNobody{"Nobody is followed.", "Niemand wordt gevolgd."},
    kAnyone{"Follow somebody", "Volg iemand"}, kLooksBack{"looking back ...", "kijkt terug ..."},
    kEvents{"What happened", "Wat er gebeurde"}, kPartWeek{"The two lives part in week ", "De twee levens scheiden in week "},
    kNotParted{"So far the two lives are the same.", "Tot nu toe zijn de twee levens gelijk."},
    kNothing{"Nothing out of the ordinary yet.", "Nog niets bijzonders."};

// The time line.
inline const Label kTimeLine{"Time line", "Tijdlijn"}, kBranchHere{"Branch here", "Splits hier af"}, kLine{"line", "lijn"},
    kBase{"without measures", "zonder maatregelen"},
    kClickTime{"Click a year to branch from there; click a line to go on with it.",
               "Klik op een jaar om daar af te splitsen; klik op een lijn om ermee verder te gaan."},
    kName{"name", "naam"};

// Files.
inline const Label kScrub{"Week that is shown", "Week die getoond wordt"},
    kGone{"The file has been removed; what was read stays.", "Het bestand is verwijderd; wat gelezen was blijft."},
    kChanged{"The file has changed and was read again.", "Het bestand is veranderd en opnieuw gelezen."},
    kReplicates{"replicates", "replicaties"},
    kSweepNote{
        "Lines: 95 % interval over replicates. All points have the same chance, so that differences between points are better known than "
        "each point.",
        "Strepen: 95 %-interval over replicaties. Alle punten hebben hetzelfde toeval; verschillen tussen punten zijn zekerder dan elk "
        "punt."},
    kRuns{"runs", "runs"}, kFailed{"failed", "mislukt"};

}  // namespace bevlogen::words
