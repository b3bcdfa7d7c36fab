// Every word of the window, in both languages.
#pragma once

#include "sim/core/label.hpp"

namespace bevlogen::words {

// The window and its clock.
inline const Label kPlay{"Play", "Afspelen"}, kPause{"Pause", "Pauze"}, kStep{"Step", "Stap"}, kRestart{"Restart", "Opnieuw beginnen"},
    kSpeed{"weeks per second", "weken per seconde"}, kYear{"year", "jaar"}, kWeek{"week", "week"}, kOf{"of", "van"},
    kEnded{"ended", "afgelopen"}, kHelp{"Help", "Hulp"}, kSave{"Save session", "Sessie opslaan"}, kOtherLanguage{"Nederlands", "English"},
    kStarting{"The burn-in is running: the system finds its own level before the first week is counted ...",
              "De inlooptijd loopt: het stelsel zoekt zijn eigen niveau voordat de eerste week telt ..."},
    kStoppedBy{"The run has stopped: ", "De simulatie is gestopt: "}, kWritten{"Written: ", "Geschreven: "}, kClose{"Close", "Sluit"},
    kTooSmall{"Too small for a figure: enlarge the window.", "Te klein voor een figuur: vergroot het venster."},
    kMoreInLarger{"more in a larger window", "meer in een groter venster"};

// Measures.
inline const Label kMeasures{"Measures", "Maatregelen"}, kSearch{"search", "zoek"}, kIndividual{"For the person", "Voor de persoon"},
    kOrganisational{"In the hospital", "In het ziekenhuis"}, kNational{"For the country", "Voor het land"},
    kNoMeasure{"No measure found.", "Geen maatregel gevonden."}, kSince{"on since", "aan sinds"},
    kFromStart{"from the start", "vanaf het begin"}, kAtNextSwitch{"settled when it is switched on", "ligt vast bij het inschakelen"},
    kSource{"source", "bron"}, kDecides{"decides", "beslist"}, kPays{"pays", "betaalt"},
    kWaits{"from the next step of four weeks", "vanaf de volgende stap van vier weken"},
    kHowToPull{"Switch a measure on: it acts from the next step of four weeks.",
               "Zet een maatregel aan: hij werkt vanaf de volgende stap van vier weken."},
    kHasEnded{"The run has ended: restart it, or branch from an earlier week.",
              "De run is afgelopen: begin opnieuw, of splits af in een eerdere week."},
    kOnNow{"On now", "Nu aan"}, kBaseHas{"In the scenario already", "Al in het scenario"};

// Figures.
inline const Label kGhost{"without measures (ghost)", "zonder maatregelen (schim)"}, kWith{"with", "met"}, kWithout{"without", "zonder"},
    kRun{"this run", "deze run"}, kBetter{"better", "beter"}, kWorse{"worse", "slechter"}, kLevel{"level", "niveau"},
    kDifference{"difference from without", "verschil met zonder"},
    kDifferenceFromFirst{"difference from the first scenario", "verschil met het eerste scenario"},
    kYears{"years since the start", "jaren sinds het begin"}, kOutcome{"outcome", "uitkomst"},
    kOneDraw{"one run: one draw of chance, no interval", "één run: één trekking van het toeval, geen interval"},
    kInterval{"band: 95 % interval over replicates", "vlak: 95 %-interval over replicaties"};

// Panels at the right.
inline const Label kCurves{"Curves", "Lijnen"}, kPeople{"People", "Mensen"}, kHospitals{"Hospitals", "Ziekenhuizen"},
    kStaffing{"Staffing", "Bezetting"}, kPerson{"A person", "Een persoon"},
    kPeopleTitle{"Everybody now: engagement and burnout", "Iedereen nu: bevlogenheid en burn-out"}, kFew{"1 person", "1 persoon"},
    kMany{"many", "veel"},
    kClickPerson{"Click a dot to see that person's two lives.", "Klik op een stip voor de twee levens van die persoon."},
    kPersons{"persons", "personen"}, kHospital{"hospital", "ziekenhuis"}, kTeam{"team", "team"},
    kTeams{"teams of the hospital", "teams van het ziekenhuis"}, kHospitalRows{"hospitals", "ziekenhuizen"}, kLoad{"load", "drukte"},
    kBurnout{"burnout", "burn-out"}, kVacancies{"vacant posts", "openstaande plaatsen"},
    kShareVacant{"share of posts that are vacant", "aandeel openstaande plaatsen"}, kPerYear{"per year", "per jaar"},
    kLoadRatio{"care that is asked for, beside what can be given", "gevraagde zorg ten opzichte van wat gegeven kan worden"},
    kBetweenPosts{"between two posts", "tussen twee plaatsen"}, kFilled{"posts filled", "plaatsen bezet"},
    kNoTeams{"This file has no map of teams.", "Dit bestand heeft geen kaart van teams."},
    kNoPersons{"A results file has no single persons but those of its panel; open a scenario to see everybody.",
               "In een resultatenbestand staan geen losse personen, behalve die van het panel; open een scenario om iedereen te zien."},
    kInPhase{"Persons by phase", "Personen per fase"}, kInPhaseUnit{"persons; the mark: {}", "personen; de streep: {}"},
    kFlows{"Who comes and goes", "In- en uitstroom"}, kFlowsUnit{"persons per year; the mark: {}", "personen per jaar; de streep: {}"};

// A person.
inline const Label kTwoLives{"Two lives", "Twee levens"}, kNobody{"Nobody is followed.", "Niemand wordt gevolgd."},
    kAnyone{"Follow somebody", "Volg iemand"}, kLooksBack{"looking up earlier weeks ...", "eerdere weken worden opgezocht ..."},
    kEvents{"What happened", "Wat er gebeurde"}, kPartWeek{"The two lives differ from week ", "De twee levens verschillen vanaf week "},
    kNotParted{"So far the two lives are the same.", "Tot nu toe zijn de twee levens gelijk."},
    kNothing{"Nothing out of the ordinary yet.", "Nog niets bijzonders."};

// The time line.
inline const Label kTimeLine{"Time line", "Tijdlijn"}, kBranchHere{"Branch here", "Splits hier af"}, kLine{"line", "lijn"},
    kBase{"without measures", "zonder maatregelen"},
    kClickTime{"Click a week and press Branch here; click a line to go on with it.",
               "Klik op een week en druk op Splits hier af; klik op een lijn om ermee verder te gaan."},
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
