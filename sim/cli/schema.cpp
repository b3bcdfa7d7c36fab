// `bevlogen schema`: a JSON Schema of scenario files, for completion in editors.
#include <fmt/format.h>

#include "sim/cli/context.hpp"
#include "sim/cli/model_choice.hpp"

namespace bevlogen {

void add_schema(CLI::App& program, const Context& context, Action& chosen) {
    auto model = std::make_shared<std::string>("workforce");
    CLI::App* app = program.add_subcommand("schema", "Print a JSON Schema (draft-07) of scenario files");
    app->add_option("--model", *model, "Model whose words it knows")->capture_default_str();
    app->footer("Example:\n  bevlogen schema > scenarios/scenario.schema.json");
    on_command(*app, chosen, [model, &context] { fmt::print("{}", scenario_schema(chosen_model(context, *model).vocabulary())); });
}

}  // namespace bevlogen
