// Look-up of parameters by path.
#include "sim/scenario/parameter.hpp"

#include "sim/core/contract.hpp"

namespace bevlogen {

std::size_t ParameterTable::add(ParameterDecl decl) {
    const bool is_new = index_.emplace(decl.path, decls_.size()).second;
    expect(is_new, "two parameters have one path");
    expect(decl.min <= decl.max, "bounds of a parameter are in order");
    decls_.push_back(std::move(decl));
    return decls_.size() - 1;
}

std::optional<std::size_t> ParameterTable::find(std::string_view path) const {
    const auto it = index_.find(std::string(path));
    if (it == index_.end()) return std::nullopt;
    return it->second;
}

std::vector<std::string> ParameterTable::paths() const {
    std::vector<std::string> all;
    all.reserve(decls_.size());
    for (const ParameterDecl& decl : decls_) all.push_back(decl.path);
    return all;
}

}  // namespace bevlogen
