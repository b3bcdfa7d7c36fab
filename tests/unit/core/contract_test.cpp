// A broken promise of ours is a bug with a place; a kept one costs nothing.
#include "sim/core/contract.hpp"

#include <gtest/gtest.h>

#include <string>

namespace bevlogen {
namespace {

TEST(Contract, PassesWhereThePromiseHolds) { EXPECT_NO_THROW(expect(true, "one is one")); }

TEST(Contract, NamesThePromiseAndItsPlaceWhereItIsBroken) {
    try {
        expect(false, "one is two");
        FAIL() << "a broken contract was not reported";
    } catch (const ContractViolation& violation) {
        const std::string text = violation.what();
        EXPECT_NE(text.find("contract_test.cpp:" + std::to_string(__LINE__ - 4)), std::string::npos) << text;
        EXPECT_NE(text.find("broken contract: one is two"), std::string::npos) << text;
    }
}

}  // namespace
}  // namespace bevlogen
