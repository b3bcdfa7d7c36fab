// What a writer wrote a reader gives back; bytes that end too early are refused wherever they end.
#include "sim/core/bytes.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace bevlogen {
namespace {

constexpr std::byte kRaw[] = {std::byte{7}, std::byte{0}, std::byte{255}};

const std::vector<float> kFloats = {1.0f, -0.0f, std::numeric_limits<float>::infinity()};

std::vector<std::byte> everything() {
    ByteWriter out;
    out.value<std::uint32_t>(0xdeadbeefu);
    out.value(-1.5);
    out.array(kFloats);
    out.array(std::vector<std::uint16_t>{});
    out.text("burn-out, één woord");
    out.raw(kRaw);
    out.value<std::uint8_t>(9);
    return out.take();
}

void read_everything(std::span<const std::byte> bytes) {
    ByteReader in(bytes);
    EXPECT_EQ(in.value<std::uint32_t>(), 0xdeadbeefu);
    EXPECT_EQ(in.value<double>(), -1.5);
    const auto floats = in.array<float>();
    EXPECT_EQ(floats, kFloats);
    EXPECT_TRUE(std::signbit(floats.at(1)));
    EXPECT_TRUE(in.array<std::uint16_t>().empty());
    EXPECT_EQ(in.text(), "burn-out, één woord");
    std::byte raw[3];
    in.raw(raw);
    EXPECT_TRUE(std::equal(std::begin(raw), std::end(raw), std::begin(kRaw)));
    EXPECT_EQ(in.value<std::uint8_t>(), 9);
    EXPECT_TRUE(in.is_at_end());
}

TEST(Bytes, GiveBackWhatWasWritten) { read_everything(everything()); }

TEST(Bytes, AreAtTheirEndWhenAllAreRead) {
    const std::vector<std::byte> bytes = everything();
    ByteReader in(bytes);
    EXPECT_FALSE(in.is_at_end());
    for (std::size_t i = 0; i < bytes.size(); ++i) in.value<std::uint8_t>();
    EXPECT_TRUE(in.is_at_end());
}

TEST(Bytes, AreLittleEndianWithLengthsOfEightBytes) {
    ByteWriter out;
    out.value<std::uint16_t>(0x0102);
    out.text("a");
    const std::vector<std::byte> bytes = out.take();
    const std::vector<int> expected = {2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 'a'};
    ASSERT_EQ(bytes.size(), expected.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) EXPECT_EQ(std::to_integer<int>(bytes[i]), expected[i]) << i;
}

TEST(Bytes, ThatEndTooEarlyAreRefusedWhereverTheyEnd) {
    const std::vector<std::byte> bytes = everything();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_THROW(read_everything(std::span(bytes).first(size)), std::runtime_error) << size;
    }
}

TEST(Bytes, AnAbsurdLengthIsRefusedBeforeAnythingIsAllocated) {
    for (const std::uint64_t length : {std::uint64_t{2}, std::uint64_t{1} << 62, std::numeric_limits<std::uint64_t>::max()}) {
        ByteWriter out;
        out.value(length);
        out.value<std::uint32_t>(1);
        const std::vector<std::byte> bytes = out.take();
        EXPECT_THROW(ByteReader(bytes).array<std::uint32_t>(), std::runtime_error) << length;
    }
}

}  // namespace
}  // namespace bevlogen
