// The draws of one (who, week, purpose) as a generator that standard and Boost distributions accept.
#pragma once

#include <cstdint>
#include <limits>

#include "sim/core/contract.hpp"
#include "sim/random/chance.hpp"

namespace bevlogen {

// A UniformRandomBitGenerator without hidden state beyond its position: word n is always the same.
class Stream {
  public:
    using result_type = std::uint32_t;

    Stream(Chance chance, std::uint64_t who, Week week, Purpose purpose) : chance_(chance), who_(who), week_(week), purpose_(purpose) {}

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

    result_type operator()() {
        if (next_ == 4) {
            expect(draw_ < 0x10000u, "a stream has 65,536 calls of four words");
            words_ = chance_.words(who_, week_, purpose_, draw_++);
            next_ = 0;
        }
        return words_[next_++];
    }

  private:
    Chance chance_;
    std::uint64_t who_;
    Week week_;
    Purpose purpose_;
    std::uint32_t draw_ = 0;
    std::uint32_t next_ = 4;
    PhiloxWords words_{};
};

}  // namespace bevlogen
