// The one cost line that every model with payers has.
#include "sim/engine/cost.hpp"

namespace bevlogen {

const CostLineDecl& intervention_cost_line() {
    static const CostLineDecl line = {"intervention",
                                      {"the measure itself", "de maatregel zelf"},
                                      {},
                                      false,
                                      "what interventions cost whatever they do: `costs` of an intervention"};
    return line;
}

}  // namespace bevlogen
