// As the README and docs/model.md have them.
#include "models/catalog/workforce_limits.hpp"

namespace bevlogen {

std::vector<Label> workforce_limits() {
    return {
        {"Everybody keeps phase, age and post (students and residents change teams): departures, careers and the job market are not in "
         "this "
         "version.",
         "Iedereen houdt fase, leeftijd en functie (coassistenten en aios wisselen van team): vertrek, loopbanen en de arbeidsmarkt "
         "zitten niet in deze versie."},
        {"New posts of a scenario are filled at once, which no labour market could do: a what if.",
         "Nieuwe functies van een scenario zijn meteen bezet, wat geen arbeidsmarkt kan: een gedachte-experiment."},
        {"Burnt out means complaints above the cut-offs of a questionnaire (UBOS), not a diagnosis.",
         "Opgebrand betekent klachten boven de afkappunten van een vragenlijst (UBOS), geen diagnose."},
        {"Care that is not given, productivity, departures and released time that nobody replaces have no price: a policy that gives "
         "up care can look cheap.",
         "Zorg die niet wordt gegeven, productiviteit, vertrek en vrijgemaakte tijd die niemand vervangt hebben geen prijs: beleid dat "
         "zorg opgeeft, kan goedkoop lijken."},
        {"A few parameters were moved so that the baseline meets published levels. That is no calibration and no validation.",
         "Enkele parameters zijn verschoven zodat de uitgangssituatie aan gepubliceerde niveaus voldoet. Dat is geen kalibratie en geen "
         "validatie."}};
}

}  // namespace bevlogen
