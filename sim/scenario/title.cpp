// Looks for the title in the parsed file.
#include "sim/scenario/title.hpp"

#include "sim/scenario/source_files.hpp"

namespace bevlogen {

std::string title_of_file(const std::filesystem::path& file) {
    Diagnostics ignored;
    SourceFiles files({}, ignored);
    const auto parsed = files.parse(file.string(), {}, {});
    if (!parsed) return {};
    const TomlValue* title = parsed->tree.find("title");
    if (title && title->is(TomlKind::table)) title = title->find("en");
    return title && title->is(TomlKind::text) ? title->text : std::string();
}

}  // namespace bevlogen
