// Says what is met, set and missed, and how much of each prior is left.
#include "sim/report/calibration_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/calibrate/fit.hpp"
#include "sim/calibrate/posterior.hpp"
#include "sim/core/diagnostic.hpp"
#include "sim/record/stored_results.hpp"
#include "sim/report/certainty.hpp"
#include "sim/report/html_page.hpp"
#include "sim/report/json.hpp"

namespace bevlogen {
namespace {

Label in_both(const std::string& text) { return Label::same(text); }

class CalibrationFacts {
  public:
    CalibrationFacts(const std::filesystem::path& file, const ModelShelf& shelf)
        : file_(file), record_(read_calibration_file(file)), model_(shelf.find(record_.about.model)) {
        if (!model_)
            throw InputError({file.string(), 0, 0},
                             fmt::format("is of the model \"{}\", which this program does not have", record_.about.model));
        parts_ = chosen_fit(record_);
        fits_ = target_fits(record_.about, parts_);
    }

    Label title() const { return record_.about.title; }

    Json whole(const ReportChoice& choice) const {
        const Json none = Json::array();
        return {{"contract", 1},
                {"language", choice.language == Language::dutch ? "nl" : "en"},
                {"kind", "calibration"},
                {"title", text_json(record_.about.title)},
                {"question", text_json(record_.about.question)},
                {"made", made_json(file_, *model_)},
                {"replicates", record_.chosen.part.size()},
                {"draws", nullptr},
                {"years", 1},
                {"year", 1},
                {"notices", notices()},
                {"scenarios", none},
                {"kind_of_phases", text_json(model_->phases().kind)},
                {"phases", none},
                {"outcomes", none},
                {"levels", none},
                {"costs", {{"currency", "EUR"}}},
                {"calibration",
                 {{"simulations", record_.runs.size()},
                  {"answer", texts_json(answer())},
                  {"targets", targets()},
                  {"parameters", parameters()},
                  {"generations", generations()},
                  {"plan_text", record_.about.plan}}},
                {"certainty", texts_json(certainty())},
                {"limits", texts_json(limits(*model_))},
                {"repeat", repeat(choice)}};
    }

  private:
    std::vector<Label> answer() const {
        const FitCounts n = count_fits(record_.about, fits_);
        std::vector<Label> all = {
            {fmt::format("{} of {} targets are reached at once, with one set of values: {} of {} that test the model are met.",
                         n.met + n.set, fits_.size(), n.met, n.tests),
             fmt::format("{} van {} doelen worden tegelijk gehaald, met één stel waarden: {} van {} die het model toetsen zijn gehaald.",
                         n.met + n.set, fits_.size(), n.met, n.tests)}};
        if (n.levels > 0) {
            all.push_back({fmt::format("The level of {} others is set by a parameter of its own, so that they are no test; {} are reached.",
                                       n.levels, n.set),
                           fmt::format("Het niveau van {} andere stelt een eigen parameter in, zodat zij niets toetsen; {} zijn gehaald.",
                                       n.levels, n.set)});
        }
        std::string missed_en, missed_nl;
        for (std::size_t t = 0; t < fits_.size(); ++t) {
            if (fits_[t] != TargetState::missed) continue;
            missed_en += (missed_en.empty() ? "" : "; ") + record_.about.targets[t].label.en;
            missed_nl += (missed_nl.empty() ? "" : "; ") + record_.about.targets[t].label.nl;
        }
        if (!missed_en.empty()) all.push_back({"Missed: " + missed_en + ".", "Gemist: " + missed_nl + "."});
        std::string unknown;
        const auto posterior = parameter_posteriors(record_);
        for (std::size_t k = 0; k < posterior.size(); ++k) {
            if (record_.about.parameters[k].is_free() && !posterior[k].is_identified)
                unknown += (unknown.empty() ? "" : ", ") + record_.about.parameters[k].path;
        }
        if (!unknown.empty()) {
            all.push_back({"The targets do not identify " + unknown + ": about what was assumed before is left of it.",
                           "De doelen bepalen niet: " + unknown + "; daarvan is ongeveer over wat vooraf was aangenomen."});
        }
        return all;
    }

    Json notices() const {
        Json all = Json::array();
        const auto failed = std::ranges::count_if(record_.runs, [](const CalibrationRun& run) { return std::isinf(run.distance); });
        if (failed > 0) {
            const Label text = {fmt::format("{} of {} simulations failed.", failed, record_.runs.size()),
                                fmt::format("{} van {} simulaties zijn mislukt.", failed, record_.runs.size())};
            all.push_back({{"kind", "warning"}, {"text", text_json(text)}});
        }
        return all;
    }

    Json targets() const {
        Json all = Json::array();
        const std::vector<WeightedSummary> prior = part_priors(record_);
        for (std::size_t t = 0; t < fits_.size(); ++t) {
            const AimedTarget& target = record_.about.targets[t];
            Json parts = Json::array();
            for (std::size_t p = 0; p < parts_.size(); ++p) {
                const AimedPart& aimed = record_.about.parts[p];
                if (aimed.target != t) continue;
                parts.push_back({{"measured", aimed.statistic},
                                 {"words", aimed.words},
                                 {"published", number_json(aimed.value)},
                                 {"tolerance", {number_json(aimed.low), number_json(aimed.high)}},
                                 {"simulated", {number_json(parts_[p].value), number_json(parts_[p].low), number_json(parts_[p].high)}},
                                 {"prior", {number_json(prior[p].median), number_json(prior[p].low), number_json(prior[p].high)}}});
            }
            all.push_back({{"name", target.name},
                           {"label", text_json(target.label)},
                           {"source", target.source},
                           {"weight", target.weight},
                           {"set_by", target.set_by},
                           {"fit", word_of(fits_[t])},
                           {"parts", std::move(parts)}});
        }
        return all;
    }

    Json parameters() const {
        Json all = Json::array();
        const auto posterior = parameter_posteriors(record_);
        for (std::size_t k = 0; k < posterior.size(); ++k) {
            const FittedParameter& parameter = record_.about.parameters[k];
            std::vector<double> coordinates, weights;
            for (const CalibrationRun& run : record_.runs) coordinates.push_back(run.coordinate[k]), weights.push_back(run.weight);
            const WeightedSummary at = summarise_weighted(coordinates, weights);
            all.push_back(
                {{"path", parameter.path},
                 {"label", text_json(parameter.label)},
                 {"unit", parameter.unit},
                 {"prior",
                  text_json(parameter.is_free() ? in_both(parameter.prior) : Label{"follows from the others", "volgt uit de andere"})},
                 {"without", number_json(parameter.own_value)},
                 {"chosen", record_.chosen.value.empty() ? Json(nullptr) : number_json(record_.chosen.value[k])},
                 {"posterior",
                  {number_json(posterior[k].value.median), number_json(posterior[k].value.low), number_json(posterior[k].value.high)}},
                 {"place", {number_json(at.median), number_json(at.low), number_json(at.high)}},
                 {"contraction", number_json(posterior[k].contraction)},
                 {"is_free", parameter.is_free()},
                 {"is_identified", posterior[k].is_identified}});
        }
        return all;
    }

    Json generations() const {
        Json all = Json::array();
        for (const CalibrationGeneration& g : record_.generations)
            all.push_back({{"points", g.points},
                           {"tolerance", number_json(g.tolerance)},
                           {"accepted", number_json(g.accepted)},
                           {"effective_points", number_json(g.effective_points)}});
        return all;
    }

    std::vector<Label> certainty() const {
        const double effective = record_.generations.empty() ? 0.0 : record_.generations.back().effective_points;
        return {
            {fmt::format(
                 "Simulated values are means over {} runs under the chosen values; intervals hold 90 % of the posterior, which has {:.0f} "
                 "effective points and includes chance.",
                 record_.chosen.part.size(), effective),
             fmt::format("Gesimuleerde waarden zijn gemiddelden over {} runs onder de gekozen waarden; intervallen bevatten 90 % van de "
                         "posterior, die {:.0f} "
                         "effectieve punten heeft en toeval omvat.",
                         record_.chosen.part.size(), effective)},
            {"What a posterior says depends on its priors and on the tolerances of the targets; both are in the file of the calibration.",
             "Wat een posterior zegt, hangt af van de priors en van de toleranties van de doelen; beide staan in het bestand van de "
             "kalibratie."}};
    }

    Json repeat(const ReportChoice& choice) const {
        std::vector<std::string> commands;
        if (const std::string made = file_.provenance("command_line"); !made.empty()) commands.push_back(made);
        commands.insert(commands.end(), choice.commands.begin(), choice.commands.end());
        return {{"commands", commands}, {"notes", Json::array()}};
    }

    StoredResults file_;
    CalibrationRecord record_;
    const Model* model_;
    std::vector<PartFit> parts_;
    std::vector<TargetState> fits_;
};

}  // namespace

std::string calibration_report_json(const std::filesystem::path& file, const ModelShelf& shelf, const ReportChoice& choice) {
    return CalibrationFacts(file, shelf).whole(choice).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string calibration_report_page(const std::filesystem::path& file, const ModelShelf& shelf, const ReportChoice& choice) {
    const CalibrationFacts facts(file, shelf);
    const std::string title = facts.title().in(choice.language);
    return html_page(facts.whole(choice).dump(-1, ' ', false, Json::error_handler_t::replace),
                     {title, choice.language == Language::dutch ? "nl" : "en"});
}

}  // namespace bevlogen
