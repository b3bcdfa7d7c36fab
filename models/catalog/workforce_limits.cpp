// As the README and docs/model.md have them.
#include "models/catalog/workforce_limits.hpp"

namespace bevlogen {

std::vector<Label> workforce_limits() {
    return {
        {"Careers and the job market are a closed system of flows that are partly assumed: nobody comes from abroad, and nobody who has "
         "left "
         "comes back.",
         "Loopbanen en arbeidsmarkt zijn een gesloten stelsel van stromen die deels zijn aangenomen: niemand komt uit het buitenland, en "
         "wie is vertrokken komt niet terug."},
        {"Gains and losses of single persons are of who was there from the start of the burn-in and still is.",
         "Winst en verlies van afzonderlijke personen gaan over wie er vanaf het begin van de inlooptijd was en er nog is."},
        {"New posts of a scenario are filled at once, which no labour market could do: a what if.",
         "Nieuwe functies van een scenario zijn meteen bezet, wat geen arbeidsmarkt kan: een gedachte-experiment."},
        {"Burnt out means complaints above the cut-offs of a questionnaire (UBOS), not a diagnosis.",
         "Opgebrand betekent klachten boven de afkappunten van een vragenlijst (UBOS), geen diagnose."},
        {"Care that is not given has no price unless a scenario sets one, and productivity and released time that nobody replaces have "
         "none: a policy that gives up care can look cheap.",
         "Zorg die niet wordt gegeven heeft geen prijs tenzij een scenario er een noemt, en productiviteit en vrijgemaakte tijd die "
         "niemand vervangt hebben er geen: beleid dat zorg opgeeft, kan goedkoop lijken."},
        {"A dozen parameters were fitted to twenty published values, most of which do not identify them; levels of burnout are set by the "
         "scales of questionnaires and test nothing.",
         "Een dozijn parameters is geschat op twintig gepubliceerde waarden, die de meeste ervan niet bepalen; niveaus van burn-out zijn "
         "ingesteld via de schalen van vragenlijsten en toetsen niets."}};
}

}  // namespace bevlogen
