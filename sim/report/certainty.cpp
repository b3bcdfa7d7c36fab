// Sentences about intervals, parameters and the model.
#include "sim/report/certainty.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/report/choice_words.hpp"
#include "sim/report/source_kind.hpp"
#include "sim/report/wording.hpp"

namespace bevlogen {
namespace {

// How many parameters of the base are founded how.
Label founded(const Facts& facts) {
    const ParameterValues& parameters = facts.experiment().scenarios.front().parameters;
    const auto& draws = facts.experiment().draws;
    std::array<std::size_t, kSourceKinds> counts{};
    for (std::size_t p = 0; p < parameters.origins.size(); ++p) {
        const SourceKind kind = draws && draws->range(p) ? SourceKind::drawn : kind_of_source(parameters.origins[p].source);
        ++counts[static_cast<std::size_t>(kind)];
    }
    const auto of = [&](SourceKind kind) { return counts[static_cast<std::size_t>(kind)]; };
    Label text{fmt::format("Parameters: {} of {} are assumed, {} in part (most: a published direction, an assumed size)",
                           of(SourceKind::assumed), parameters.origins.size(), of(SourceKind::partly_assumed)),
               fmt::format("Parameters: {} van de {} zijn aannamen, {} deels (meest: een gepubliceerde richting, een aangenomen grootte)",
                           of(SourceKind::assumed), parameters.origins.size(), of(SourceKind::partly_assumed))};
    const auto add = [&](SourceKind kind, const char* en, const char* nl) {
        if (of(kind) > 0) text = text + Label{fmt::format(", {} {}", of(kind), en), fmt::format(", {} {}", of(kind), nl)};
    };
    add(SourceKind::recalled, "recalled and not looked up", "uit het geheugen en niet nagezocht");
    add(SourceKind::set, "set for this scenario", "voor dit scenario ingesteld");
    add(SourceKind::drawn, "drawn", "getrokken");
    add(SourceKind::published, "published or derived", "gepubliceerd of afgeleid");
    return text + both(". ");
}

// What was drawn, with the values it had: "contagion (0.01 to 0.19 1 per z)"; how many where they are many.
Label drawn(const ParameterDraws& draws, const Vocabulary& vocabulary) {
    constexpr std::size_t kMostNamed = 6;
    const std::size_t count = draws.parameters.size();
    if (count > kMostNamed) return both(std::to_string(count)) + Label{" parameters", " parameters"};
    std::vector<Label> names;
    for (std::size_t i = 0; i < count; ++i) {
        const ParameterDecl& decl = vocabulary.parameters.decls()[draws.parameters[i]];
        const auto [least, most] = draws.range(draws.parameters[i]).value();
        const Label unit = worded_unit(decl.unit);
        names.push_back(decl.meaning + both(" (") + worded_setting(least) + Label{" to ", " tot "} + worded_setting(most) +
                        both(unit.en.empty() ? "" : " ") + unit + both(")"));
    }
    return listed(names);
}

// Prices other than those with which it was run.
std::vector<Label> prices_set_afterwards(const Facts& facts) {
    const ParameterValues& parameters = facts.experiment().scenarios.front().parameters;
    std::vector<Label> all;
    for (std::size_t p = 0; p < parameters.origins.size(); ++p) {
        const ParameterDecl& decl = facts.model().vocabulary().parameters.decls()[p];
        if (parameters.origins[p].source != "set on the command line" || !decl.path.starts_with("costs.")) continue;
        all.push_back(Label{"This report was asked with a price of its own: ", "Dit verslag is met een eigen prijs gevraagd: "} +
                      decl.meaning + both(" ") + worded_setting(parameters.values[p]) + both(" ") + worded_unit(decl.unit) +
                      both(" (" + decl.path + ")."));
    }
    return all;
}

Label drawn_notice(const Facts& facts, const ParameterDraws& draws) {
    const std::string size = std::to_string(draws.size()), replicates = std::to_string(facts.unit().replicates());
    return Label{
        "Intervals are of chance and of parameters: they say where a value lies if parameters are as plausible as the " + size +
            " draws in " + draws.name + ", each with " + replicates +
            " replicates. They are not of the theory, nor of parameters that "
            "were not drawn.",
        "Intervallen gaan over toeval en over parameters: zij zeggen waar een waarde ligt als parameters even aannemelijk zijn als de " +
            size + " trekkingen in " + draws.name + ", elk met " + replicates +
            " herhalingen. Zij gaan niet over de theorie, en niet over parameters die niet getrokken zijn."};
}

Label drawn_certainty(const Facts& facts, const ParameterDraws& draws) {
    const std::size_t size = draws.size(), a_draw = facts.unit().replicates();
    return Label{fmt::format(
                     "Chance and parameters: {} draws from {}, {} replicates each; in a replicate every scenario has the same draw and "
                     "the same random numbers, person by person. Intervals are 95% for one more draw (Student's t over draws; chance "
                     "of so many replicates is in them). Drawn: ",
                     size, draws.name, a_draw),
                 fmt::format(
                     "Toeval en parameters: {} trekkingen uit {}, elk {} herhalingen; in een herhaling heeft elk scenario dezelfde "
                     "trekking en dezelfde toevalsgetallen, persoon voor persoon. Intervallen zijn 95% voor nog een trekking (Student's "
                     "t over trekkingen; het toeval van zo veel herhalingen zit erin). Getrokken: ",
                     size, draws.name, a_draw)} +
           drawn(draws, facts.model().vocabulary()) + both(".");
}

// Where the uncertainty of each alternative's foremost difference comes from.
std::vector<Label> split_sentences(const Facts& facts) {
    std::vector<Label> all;
    for (std::size_t s = 1; s < facts.scenarios(); ++s) {
        const double share = facts.split(s, facts.foremost()).share_of_parameters();
        if (!std::isfinite(share) || facts.observations() < Facts::kFewestForBest) continue;
        const Scenario& scenario = facts.experiment().scenarios[s];
        const Label name = scenario.title.empty() ? both(scenario.name) : scenario.title;
        const double percent = std::round(100.0 * share);
        const Label told =
            percent > 0.0 ? Label{": of the variance of the difference, about ", ": van de variantie van het verschil komt ongeveer "} +
                                worded(percent, 0) + Label{" % comes from the parameters and ", "% van de parameters en "} +
                                worded(100.0 - percent, 0) + Label{" % from chance.", "% van toeval."}
                          : Label{": draws differ no more than chance alone would make them.",
                                  ": trekkingen verschillen niet meer dan toeval alleen zou geven."};
        all.push_back(name + both(", ") + facts.outcome(facts.foremost()).label + told);
    }
    return all;
}

}  // namespace

std::vector<Notice> notices(const Facts& facts) {
    std::vector<Notice> all;
    for (const std::string& unlike : facts.stored().unlike())
        all.push_back({"warning", Label{"Compared all the same, because --force said so: ", "Toch vergeleken, omdat --force dat zei: "} +
                                      both(unlike)});
    if (const auto& draws = facts.experiment().draws) {
        all.push_back({"info", drawn_notice(facts, *draws)});
    } else if (facts.replicates() < 2) {
        all.push_back(
            {"warning",
             {"There is one replicate, so there are no intervals and no effect can be told from chance. Repeat with --replicates 8.",
              "Er is één herhaling: er zijn geen intervallen, en geen effect is van toeval te onderscheiden. Herhaal met "
              "--replicates 8."}});
    } else {
        all.push_back(
            {"info",
             {"Intervals are of chance only: they say how far other random numbers would lead, not how sure parameters and theory are.",
              "Intervallen gaan alleen over toeval: zij zeggen hoe ver andere toevalsgetallen zouden leiden, niet hoe zeker "
              "parameters en theorie zijn."}});
    }
    if (const ChoiceEffects* choice = facts.choice()) {
        const auto foremost = std::find(choice->outcomes().begin(), choice->outcomes().end(), facts.foremost());
        if (foremost != choice->outcomes().end())
            all.push_back(
                {"info", survival_sentence(facts.model(), *choice, static_cast<std::size_t>(foremost - choice->outcomes().begin()))});
    }
    for (const Label& price : prices_set_afterwards(facts)) all.push_back({"warning", price});
    const double persons = facts.result().levels.persons(0, facts.year());
    if (std::isfinite(persons)) {
        all.push_back({"info", Label{"All figures are of the whole simulated population, about ",
                                     "Alle cijfers gaan over de hele gesimuleerde bevolking, ongeveer "} +
                                   worded(std::round(persons / 100.0) * 100.0, 0) + Label{" persons.", " personen."}});
    }
    const double scale = facts.costs().are_known() ? facts.costs().prices(0).scale : facts.experiment().scenarios.front().population_scale;
    if (scale != 1.0) all.push_back({"warning", scale_words(scale)});
    const std::size_t failed = facts.scenarios() * facts.replicates() - facts.runs();
    if (failed > 0) {
        all.push_back({"warning",
                       {fmt::format("{} of {} runs failed and are left out.", failed, facts.scenarios() * facts.replicates()),
                        fmt::format("{} van {} runs zijn mislukt en niet meegeteld.", failed, facts.scenarios() * facts.replicates())}});
    }
    return all;
}

std::vector<Label> certainty(const Facts& facts) {
    std::vector<Label> all;
    const std::size_t n = facts.replicates();
    if (n > 1 && facts.is_comparison() && !facts.stored().unlike().empty()) {
        all.push_back(
            {fmt::format("Chance: {} replicates; 95% intervals by replicate (Student's t). The scenarios are not alike, so differences "
                         "are not those of the policy alone.",
                         n),
             fmt::format("Toeval: {} herhalingen; 95%-intervallen per herhaling (Student's t). De scenario's zijn niet gelijk "
                         "opgezet, dus verschillen komen niet alleen van het beleid.",
                         n)});
    } else if (facts.experiment().draws) {
        all.push_back(drawn_certainty(facts, *facts.experiment().draws));
        const std::vector<Label> split = split_sentences(facts);
        all.insert(all.end(), split.begin(), split.end());
    } else if (n > 1 && facts.is_comparison()) {
        all.push_back({fmt::format("Chance: {} replicates. In each, every scenario has the same random numbers, person by person, so that "
                                   "differences are those of the policy. Intervals are 95% (Student's t over replicates).",
                                   n),
                       fmt::format("Toeval: {} herhalingen. In elke herhaling heeft elk scenario dezelfde toevalsgetallen, persoon voor "
                                   "persoon, zodat verschillen die van het beleid zijn. Intervallen zijn 95% (Student's t over "
                                   "herhalingen).",
                                   n)});
    } else if (n > 1) {
        all.push_back({fmt::format("Chance: {} replicates; intervals are 95% (Student's t over replicates).", n),
                       fmt::format("Toeval: {} herhalingen; intervallen zijn 95% (Student's t over herhalingen).", n)});
    }
    if (n > 1 && facts.is_comparison()) {
        all.push_back(
            {"Of twenty differences that are nothing but chance, one interval is expected to exclude zero: trust what returns in "
             "several outcomes and phases more than one clear number in a long table.",
             "Van twintig verschillen die niets dan toeval zijn, zal er naar verwachting één interval nul uitsluiten: vertrouw "
             "wat in meer uitkomsten en fasen terugkomt meer dan één duidelijk getal in een lange tabel."});
    }
    const bool has_draws = facts.experiment().draws.has_value();
    all.push_back(founded(facts) +
                  (has_draws ? Label{"Intervals are of those that were drawn only.", "Intervallen gaan alleen over die getrokken zijn."}
                             : Label{"No interval here says what other values would do: change one with --set and compare again, or give "
                                     "several sets of values with --parameters.",
                                     "Geen interval hier zegt wat andere waarden zouden doen: verander er één met --set en vergelijk "
                                     "opnieuw, of geef meer sets van waarden met --parameters."}));
    all.push_back(theory_words());
    if (const ChoiceEffects* choice = facts.choice()) {
        for (std::size_t k = 0; k < choice->outcomes().size(); ++k) all.push_back(survival_sentence(facts.model(), *choice, k));
    }
    return all;
}

Label scale_words(double scale) {
    return Label{"The simulated world is ", "De gesimuleerde wereld is "} + worded(scale, scale < 0.1 ? 3 : 2) +
           Label{" times the whole: numbers of persons and amounts of money are of that part.",
                 " keer het geheel: aantallen personen en bedragen gaan over dat deel."};
}

Label theory_words() {
    return {"Theory: these numbers are under one theory of well-being at work. Another could answer otherwise.",
            "Theorie: deze getallen gelden onder één theorie over welzijn in het werk. Een andere kan anders antwoorden."};
}

std::vector<Label> limits(const Model& model) {
    std::vector<Label> all = {
        {"Numbers are conclusions about the model, not about any hospital: they show what follows from its assumptions.",
         "Getallen zijn conclusies over het model, niet over een ziekenhuis: zij laten zien wat uit de aannamen volgt."}};
    const std::vector<Label>& of_model = model.limits();
    all.insert(all.end(), of_model.begin(), of_model.end());
    return all;
}

}  // namespace bevlogen
