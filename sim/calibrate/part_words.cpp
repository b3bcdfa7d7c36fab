// Puts names of quantities, scopes and conditions together.
#include "sim/calibrate/part_words.hpp"

#include <fmt/format.h>

namespace bevlogen {
namespace {

class Words {
  public:
    Words(const TargetPart& part, const CalibrationPlan& plan, const Model& model) : part_(part), plan_(plan), model_(model) {}

    std::string all() const {
        std::string text = statistic();
        if (part_.kind == StatisticKind::difference) {
            text += fmt::format(": {} less {}", scope_or_all(part_.scope), scope_or_all(part_.less.value()));
        } else if (const std::string whom = scope(part_.scope); !whom.empty()) {
            text += fmt::format(" ({})", whom);
        }
        for (const TargetCriterion& criterion : part_.where)
            text += fmt::format(", {} {:g} to {:g}", quantity(criterion.quantity), criterion.band.low, criterion.band.high);
        if (part_.condition > 0) text += fmt::format(", in {}", plan_.conditions[part_.condition].label.en);
        return text;
    }

  private:
    std::string quantity(std::size_t q) const { return words_of(model_, plan_.quantities[q]).name; }
    std::string with() const { return quantity(part_.with.value()); }

    std::string x() const {
        std::string text = quantity(part_.of);
        if (part_.is_typical) text = "yearly " + text;
        return part_.at_least ? fmt::format("{} >= {:g}", text, *part_.at_least) : text;
    }

    std::string statistic() const {
        switch (part_.kind) {
            case StatisticKind::mean: return (part_.at_least ? "share of " : "mean of ") + x();
            case StatisticKind::difference: return "difference of " + x() + " in SD";
            case StatisticKind::correlation: return fmt::format("correlation of {} and {}", x(), with());
            case StatisticKind::stability: return fmt::format("correlation of {} with itself a year later", x());
            case StatisticKind::slope: return fmt::format("SD of {} per unit of {}, within persons and months", x(), with());
            case StatisticKind::coefficient: return fmt::format("standardised coefficient of {} on {}{}", with(), x(), beside());
            case StatisticKind::odds_ratio: return fmt::format("odds ratio of {} by {}{}", x(), with(), groups());
            case StatisticKind::later_odds_ratio: return fmt::format("odds ratio of {} within a year by {}{}", x(), with(), groups());
            case StatisticKind::quarter_ratio: return fmt::format("{} of the year after, highest over lowest quarter of {}", x(), with());
            case StatisticKind::rate_ratio: return fmt::format("rate ratio of {} of the year after, per SD of {}", x(), with());
            case StatisticKind::ratio: return fmt::format("{} over {}", x(), with());
            case StatisticKind::stay: return "months of stay";
            case StatisticKind::persons: return "persons";
            case StatisticKind::effect: return fmt::format("effect on {} in SD{}", x(), took_part());
        }
        return {};
    }

    std::string took_part() const { return part_.took_part ? ", of those with " + quantity(*part_.took_part) : ""; }

    std::string beside() const {
        std::string text;
        for (const std::size_t q : part_.beside) text += (text.empty() ? " beside " : ", ") + quantity(q);
        return text;
    }

    std::string groups() const {
        if (part_.exposed_lowest) return fmt::format(", lowest {:g} %", 100.0 * *part_.exposed_lowest);
        if (!part_.exposed) return beside().empty() ? ", per unit" : ", per unit" + beside();
        std::string text = " " + band(*part_.exposed);
        if (part_.others) text += " against " + band(*part_.others);
        return text;
    }

    static std::string band(const NumberBand& band) {
        if (band.high > 1e8) return fmt::format(">= {:g}", band.low);
        if (band.low < -1e8) return fmt::format("<= {:g}", band.high);
        return fmt::format("{:g} to {:g}", band.low, band.high);
    }

    std::string scope(const Scope& scope) const {
        std::string text;
        const auto& axes = model_.vocabulary().scope_axes;
        for (std::size_t a = 0; a < axes.size(); ++a) {
            std::string values;
            bool is_whole = true;
            for (std::size_t v = 0; v < axes[a].values.size(); ++v) {
                if ((scope.axes[a] >> v & 1u) == 0) {
                    is_whole = false;
                } else {
                    values += (values.empty() ? "" : ", ") + axes[a].values[v];
                }
            }
            if (!is_whole) text += (text.empty() ? "" : "; ") + values;
        }
        return text;
    }
    std::string scope_or_all(const Scope& of) const {
        const std::string text = scope(of);
        return text.empty() ? "all" : text;
    }

    const TargetPart& part_;
    const CalibrationPlan& plan_;
    const Model& model_;
};

}  // namespace

std::string part_words(const TargetPart& part, const CalibrationPlan& plan, const Model& model) { return Words(part, plan, model).all(); }

}  // namespace bevlogen
