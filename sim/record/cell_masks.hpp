// Where in a cell somebody of each set sits, in vectors of eight posts, for sums by set that move no value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/record/class_bits.hpp"

namespace bevlogen {

// For the posts of a cell and each of some sets: vectors of eight posts in which the set's members sit, and which of the eight are theirs.
class CellMasks {
  public:
    static constexpr std::size_t kLanes = 8;
    // Some of the set's vectors, in ascending order: `first[v]` is the post in lane 0 of vector v, bit l of `mask[v]` tells whether lane l
    // is of the set.
    struct Vectors {
        const std::uint32_t* first;
        const std::uint8_t* mask;
        std::size_t count;
    };

    // The posts of teams, which begin and end at `team_begin` (one more than there are teams); a set is a class. Columns have
    // `column_length` values. In each team a set's first vector begins with its first member, the next with the first member whom the one
    // before does not reach.
    void assign(const ClassBits& members, std::span<const std::uint32_t> team_begin, std::size_t column_length);

    std::size_t sets() const { return ends_.size(); }
    std::size_t column_length() const { return column_length_; }
    Vectors of(std::size_t set) const {
        const std::size_t begin = set == 0 ? 0 : ends_[set - 1];
        return {first_.data() + begin, masks_.data() + begin, ends_[set] - begin};
    }

  private:
    std::size_t column_length_ = 0;
    std::vector<std::size_t> ends_;  // of each set in the vectors
    std::vector<std::uint32_t> first_;
    std::vector<std::uint8_t> masks_;
};

}  // namespace bevlogen
