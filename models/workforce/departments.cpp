// Declares the rows of departments, checks them and turns them into departments.
#include "models/workforce/departments.hpp"

#include <algorithm>

namespace bevlogen::workforce {
namespace {

constexpr double kMostPosts = 500;              // of one kind in a department
constexpr std::size_t kMostDepartments = 4096;  // a TeamId has 12 bits for them

}  // namespace

RowsDecl department_rows() {
    RowsDecl decl{"world.departments", {"departments of one hospital", "afdelingen van één ziekenhuis"}, {}};
    for (const Word& post : post_words()) {
        decl.keys.push_back({post.name, "1", 0, kMostPosts, post.label, LeverKeyKind::whole_number});
    }
    return decl;
}

void check_departments(std::span<const NamedRow> rows, Diagnostics& diagnostics) {
    for (const NamedRow& row : rows) {
        const bool is_empty = std::all_of(row.values.begin(), row.values.end(), [](double posts) { return posts == 0.0; });
        if (is_empty) {
            diagnostics.error(row.place,
                              "department \"" + row.name + "\" has no posts; give it at least a permanent specialist, or leave it out");
        } else if (row.values[index_of(PostKind::specialist_permanent)] < 1.0) {
            diagnostics.error(row.place, "department \"" + row.name +
                                             "\" has nobody to lead it (its first permanent specialist does); set " +
                                             post_words()[index_of(PostKind::specialist_permanent)].name + " to 1 or more");
        }
    }
    if (rows.size() > kMostDepartments) {
        diagnostics.error(rows[kMostDepartments].place, "department " + std::to_string(kMostDepartments + 1) + " (a hospital has at most " +
                                                            std::to_string(kMostDepartments) + ")");
    }
}

std::vector<Department> departments_of(std::span<const NamedRow> rows) {
    Diagnostics diagnostics;
    check_departments(rows, diagnostics);
    if (!diagnostics.empty()) throw InputError(diagnostics);
    std::vector<Department> departments;
    for (const NamedRow& row : rows) {
        Department department{row.name, {}};
        for (std::size_t k = 0; k < kPostKinds; ++k) department.posts[k] = static_cast<int>(row.values[k]);
        departments.push_back(std::move(department));
    }
    return departments;
}

}  // namespace bevlogen::workforce
