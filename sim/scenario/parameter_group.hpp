// Binds a model's parameters to the members of a struct: one declaration gives path, unit, bounds and member.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "sim/scenario/parameter.hpp"

namespace bevlogen {

// T holds plain members; `read` fills them from the values of a scenario.
template <class T>
class ParameterGroup {
  public:
    // `place` says where in T the value goes.
    void number(ParameterDecl decl, std::function<float&(T&)> place) { entries_.push_back({std::move(decl), std::move(place), {}, {}}); }
    // In double precision.
    void exact_number(ParameterDecl decl, std::function<double&(T&)> place) {
        entries_.push_back({std::move(decl), {}, {}, std::move(place)});
    }
    void whole_number(ParameterDecl decl, std::function<int&(T&)> place) {
        decl.kind = ParameterKind::whole_number;
        entries_.push_back({std::move(decl), {}, std::move(place), {}});
    }
    void choice(ParameterDecl decl, std::function<int&(T&)> place) {
        decl.kind = ParameterKind::choice;
        decl.max = static_cast<double>(decl.choices.size()) - 1.0;
        entries_.push_back({std::move(decl), {}, std::move(place), {}});
    }

    void declare(ParameterTable& table) {
        for (Entry& entry : entries_) entry.index = table.add(entry.decl);
    }
    T read(std::span<const double> values) const {
        T result{};
        for (const Entry& entry : entries_) {
            if (entry.number) entry.number(result) = static_cast<float>(values[entry.index]);
            if (entry.whole) entry.whole(result) = static_cast<int>(values[entry.index]);
            if (entry.exact) entry.exact(result) = values[entry.index];
        }
        return result;
    }

  private:
    struct Entry {
        ParameterDecl decl;
        std::function<float&(T&)> number;
        std::function<int&(T&)> whole;
        std::function<double&(T&)> exact;
        std::size_t index = 0;
    };
    std::vector<Entry> entries_;
};

}  // namespace bevlogen
