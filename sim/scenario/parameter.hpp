// A parameter: declared once with path, unit and bounds; its value, source and range stand in a file.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sim/core/diagnostic.hpp"
#include "sim/core/label.hpp"

namespace bevlogen {

enum class ParameterKind { number, whole_number, choice };

struct ParameterDecl {
    std::string path;  // "jdr.contagion", "factors.workload.offset.anios"
    std::string unit;  // "1" where it has none
    double min = 0.0;
    double max = 0.0;
    Label meaning;
    ParameterKind kind = ParameterKind::number;
    std::vector<std::string> choices{};  // of a choice; its value is the index of the word
    std::vector<Label> choice_labels{};  // what the words stand for, where they do not speak for themselves
    bool is_of_reports = false;          // moves what persons report and nothing else; at 0 they report what is
};

// All parameters of a model, in the order of declaration.
class ParameterTable {
  public:
    std::size_t add(ParameterDecl decl);  // the index; a path that exists already is a bug
    const std::vector<ParameterDecl>& decls() const { return decls_; }
    std::optional<std::size_t> find(std::string_view path) const;
    std::vector<std::string> paths() const;

  private:
    std::vector<ParameterDecl> decls_;
    std::unordered_map<std::string, std::size_t> index_;  // for look-up only, never iterated
};

// Where a value comes from, for the generated tables of the documentation.
struct ParameterOrigin {
    std::string source;  // author and year, document and section, or "assumed: why"
    double low = 0.0;    // plausible range
    double high = 0.0;
    Place place;  // where the value stands
};

// One value per declared parameter, in the order of the table.
struct ParameterValues {
    std::vector<double> values;
    std::vector<ParameterOrigin> origins;
};

}  // namespace bevlogen
