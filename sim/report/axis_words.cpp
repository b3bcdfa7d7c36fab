// Words values, ranges and points of axes.
#include "sim/report/axis_words.hpp"

#include <vector>

#include "sim/report/wording.hpp"

namespace bevlogen {

Label worded_axis_value(const Axis& axis, double value) {
    switch (axis.key.type) {
        case KeyType::flag: return value == 0.0 ? Label{"no", "nee"} : Label{"yes", "ja"};
        case KeyType::word: return both(std::string(axis.key.words[static_cast<std::size_t>(value)]));
        default: return worded_setting(value);
    }
}

Label worded_axis_values(const Axis& axis) {
    if (axis.spread == Spread::values) {
        std::vector<Label> values;
        for (const double value : axis.values) values.push_back(worded_axis_value(axis, value));
        return listed(values);
    }
    const Label range = worded_setting(axis.low) + Label{" to ", " tot "} + worded_setting(axis.high);
    const Label first = worded_setting(axis.first), second = worded_setting(axis.second);
    switch (axis.spread) {
        case Spread::log: return range + Label{", by the logarithm", ", naar de logaritme"};
        case Spread::normal:
            return range + Label{", normal with mean ", ", normaal met gemiddelde "} + first + Label{" and SD ", " en SD "} + second;
        case Spread::lognormal:
            return range + Label{", lognormal with median ", ", lognormaal met mediaan "} + first + Label{" and factor ", " en factor "} +
                   second;
        case Spread::triangular: return range + Label{", triangular with mode ", ", driehoekig met top "} + first;
        case Spread::beta: return range + Label{", beta with ", ", bèta met "} + first + Label{" and ", " en "} + second;
        default: return range;
    }
}

Label worded_point(const SweepPlan& plan, std::size_t point) {
    Label words;
    for (std::size_t a = 0; a < plan.axes.size(); ++a) {
        words = words + both(a == 0 ? "" : ", ") + plan.axes[a].label + both(" ") + worded_axis_value(plan.axes[a], plan.at(point)[a]);
    }
    return words;
}

}  // namespace bevlogen
