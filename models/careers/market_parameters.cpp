// Declares the numbers of careers and the job market with units and bounds.
#include "models/careers/market_parameters.hpp"

namespace bevlogen::careers {

using workforce::post_words;
using workforce::Word;

ParameterGroup<MarketParameters> declare_market_parameters() {
    using P = MarketParameters;
    ParameterGroup<P> group;
    const auto number = [&](const char* path, const char* unit, double min, double max, Label meaning, float P::*member) {
        group.number({path, unit, min, max, std::move(meaning)}, [member](P& p) -> float& { return p.*member; });
    };
    group.choice({"market.kind",
                  "1",
                  0,
                  0,
                  {"job market: a whole country, a part of one, or everybody keeps the post",
                   "arbeidsmarkt: een heel land, een deel daarvan, of iedereen houdt de plaats"},
                  ParameterKind::choice,
                  {"closed", "open", "none"}},
                 [](P& p) -> int& { return p.kind; });
    number("market.students", "per year", 0, 1e6, {"students who begin clerkships", "studenten die aan de coschappen beginnen"},
           &P::students_a_year);
    number("market.training_places", "per year", 0, 1e6, {"training places", "opleidingsplaatsen"}, &P::training_places_a_year);
    number("market.graduates_stay.share", "1", 0.001, 0.999,
           {"graduates who look for a post in a hospital", "afgestudeerden die een plaats in een ziekenhuis zoeken"},
           &P::stays_after_graduation);
    number("market.graduates_stay.on_engagement", "log odds per z", -3, 3,
           {"engagement of anios in the team on staying", "bevlogenheid van anios in het team op blijven"}, &P::stays_on_engagement);
    number("market.graduates_stay.on_burnout", "log odds per z", -3, 3,
           {"burnout of anios in the team on staying", "burn-out van anios in het team op blijven"}, &P::stays_on_burnout);
    number("market.graduates_stay.on_training", "log odds per log", -3, 3,
           {"chance of training, against usual, on staying", "kans op opleiding, ten opzichte van gewoon, op blijven"},
           &P::stays_on_training);
    number("market.applies", "per year", 0, 12, {"applications of an anios for training", "sollicitaties van een anios naar de opleiding"},
           &P::applies_a_year);
    number("market.back_to_anios", "1", 0, 1,
           {"share of those who stop training and become anios again", "deel van wie stopt met de opleiding en weer anios wordt"},
           &P::back_to_anios);
    for (std::size_t k = 0; k < kPostKinds; ++k) {
        const Word& post = post_words()[k];
        group.number({"market.search." + post.name,
                      "weeks",
                      0,
                      520,
                      {"mean time to fill: " + post.label.en, "gemiddelde tijd om te bezetten: " + post.label.nl}},
                     [k](P& p) -> float& { return p.search_weeks[k]; });
    }
    const auto weeks = [&](const char* path, Label meaning, int P::*member) {
        group.whole_number({path, "weeks", 4, 1040, std::move(meaning)}, [member](P& p) -> int& { return p.*member; });
    };
    weeks("market.contract.weeks", {"length of a temporary contract", "duur van een tijdelijk contract"}, &P::contract_weeks);
    weeks("market.contract.longest",
          {"longest time on temporary contracts with one employer", "langste tijd op tijdelijke contracten bij één werkgever"},
          &P::longest_contract_weeks);
    number("market.contract.renewed", "1", 0, 1, {"share of contracts that are renewed", "deel van de contracten dat wordt verlengd"},
           &P::renewed);
    number("market.outside_jonge_klare", "1", 0, 1,
           {"open market: share of jonge klaren among those who come to permanent posts",
            "open markt: deel jonge klaren onder wie op vaste plaatsen komt"},
           &P::outside_jonge_klare);
    number("market.pool_seats", "1", 0, 5,
           {"room for people without a post, for each post", "ruimte voor mensen zonder plaats, per plaats"}, &P::pool_seats);
    number("market.training_pace", "1", 0.5, 2,
           {"weeks of training in a week at work at 1 FTE", "weken opleiding in een gewerkte week bij 1 fte"}, &P::training_pace);
    number("market.competition.weeks", "weeks", 4, 520,
           {"time constant of what people know of the market", "tijdconstante van wat men van de markt weet"}, &P::competition_weeks);
    number("market.competition.usual_training", "log", -5, 5,
           {"log of applications over training places, usual", "log van sollicitaties over opleidingsplaatsen, gewoon"},
           &P::usual_training);
    number("market.competition.usual_specialist", "log", -5, 5,
           {"log of those who look for a permanent post over open specialist posts, usual",
            "log van wie een vaste plaats zoekt over open specialistenplaatsen, gewoon"},
           &P::usual_specialist);
    number("market.competition.on_insecurity", "SD per log", -3, 3, {"competition on job insecurity", "concurrentie op baanonzekerheid"},
           &P::insecurity_on_competition);
    number("market.competition.limit", "log", 0, 10,
           {"competition beyond which nothing is felt", "concurrentie waarboven men niets meer merkt"}, &P::competition_limit);
    number("market.without_post.insecurity", "SD", -5, 5, {"job insecurity without a post", "baanonzekerheid zonder plaats"},
           &P::pool_insecurity);
    number("market.without_post.recognition", "SD", -5, 5, {"recognition without a post", "waardering zonder plaats"},
           &P::pool_recognition);
    number("market.moving.on_work_home", "SD", -3, 3, {"moving house on work-home interference", "verhuizen op werk-thuisinterferentie"},
           &P::move_on_home);
    number("market.moving.weeks", "weeks", 0, 240, {"time that moving house is felt", "tijd dat een verhuizing merkbaar is"},
           &P::move_weeks);
    number("market.new_post.on_work_content", "SD", -3, 3, {"a new post on work content", "een nieuwe plaats op werkinhoud"},
           &P::new_post_on_content);
    return group;
}

}  // namespace bevlogen::careers
