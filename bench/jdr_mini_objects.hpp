// JDR-mini as plain objects with the generator and the distributions of the standard library.
#pragma once

#include <cstdint>
#include <memory>

#include "bench/jdr_mini.hpp"

namespace bevlogen::bench {

class JdrObjects {
  public:
    JdrObjects(std::size_t agents, std::uint32_t seed);
    ~JdrObjects();

    void step(std::int32_t weeks);
    std::size_t agents() const;
    JdrSummary summary() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace bevlogen::bench
