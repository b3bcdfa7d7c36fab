// Dimensions, numbers, provenance.
#include "sim/record/table_file.hpp"

#include "sim/core/build_info.hpp"
#include "sim/core/contract.hpp"
#include "sim/record/dataset_writer.hpp"
#include "sim/record/h5.hpp"
#include "sim/record/part_file.hpp"

namespace bevlogen {

void write_table_file(const std::filesystem::path& path, const NamedTable& table, const Provenance& provenance) {
    PartFile part(path);
    DatasetWriter writer(part.path());
    h5::write_attribute(writer.root(), "format", kResultsFormat);
    h5::write_attribute(writer.root(), "format_version", kResultsFormatVersion);
    h5::write_attribute(writer.root(), "Conventions", "CF-1.8");
    h5::write_attribute(writer.root(), "kind", table.kind);
    h5::write_attribute(writer.root(), "program", "bevlogen");
    h5::write_attribute(writer.root(), "version", build_info().version);
    h5::write_attribute(writer.root(), "commit", build_info().commit);
    for (const auto& [name, text] : table.attributes) h5::write_attribute(writer.root(), name, text);
    for (const NamedDimension& dimension : table.dimensions)
        writer.add_dimension(names_dimension(dimension.name, dimension.names, {{"long_name", dimension.long_name}}));
    for (const NamedNumbers& variable : table.variables) {
        std::vector<std::size_t> first, count;
        std::size_t values = 1;
        for (const std::string& name : variable.dimensions) {
            for (const NamedDimension& dimension : table.dimensions) {
                if (dimension.name != name) continue;
                first.push_back(0);
                count.push_back(dimension.names.size());
                values *= dimension.names.size();
            }
        }
        expect(values == variable.numbers.size() && count.size() == variable.dimensions.size(),
               "a table has a number for each of its names");
        VariableLayout layout{variable.name, StoredAs::float64, variable.dimensions};
        layout.attributes = {{"units", variable.unit}, {"long_name", variable.description}};
        RunVariable data = writer.add_chunked_variable(layout, count);
        writer.write_box(data, first, count, variable.numbers.data());
        data.data.close("close " + variable.name);
    }
    h5::Group group = h5::create_group(writer.root(), "provenance");
    for (const auto& [name, text] : provenance) h5::write_attribute(group, name, text);
    group.close("close " + part.path().string());
    writer.close();
    part.finish();
}

}  // namespace bevlogen
