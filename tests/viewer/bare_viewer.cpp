// The viewer without the command line, for ThreadSanitizer: takes --places FILE and --out FOLDER, and shows a small session of two years.
#include <cstdio>
#include <string>
#include <vector>

#include "models/catalog/shelf.hpp"
#include "sim/engine/vocabularies.hpp"
#include "viewer/application.hpp"
#include "viewer/source/live_source.hpp"

int main(int count, char** arguments) {
    using namespace bevlogen;
    ApplicationOptions options;
    for (int i = 1; i + 1 < count; ++i) {
        if (std::string(arguments[i]) == "--places") options.places = arguments[i + 1];
        if (std::string(arguments[i]) == "--out") options.folder = arguments[i + 1];
    }
    const auto shelf = make_shelf();
    std::vector<Override> overrides;
    for (const char* set : {"population.scale=0.02", "time.years=2", "time.burn_in=1"}) overrides.push_back(parse_override(set));
    try {
        LiveSource source(*shelf->find("workforce"), {"baseline.toml", vocabularies_of(*shelf), BEVLOGEN_SCENARIOS, overrides},
                          BEVLOGEN_SCENARIOS, {2, Week{0}, {}, options.folder, {}});
        return run_application(source, options) ? 0 : 1;
    } catch (const InputError& error) {
        std::fputs(error.diagnostics().report().c_str(), stderr);
        return 2;
    }
}
