// What is written to files: pictures whole, numbers to nine digits, and where things stand on the screen.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <png.h>

#include <fstream>
#include <limits>
#include <sstream>

#include "viewer/plot/png.hpp"
#include "viewer/plot/table.hpp"
#include "viewer/scene/places.hpp"

namespace bevlogen::testing {
namespace {

namespace fs = std::filesystem;

TEST(PngTest, ReadBackIsWhatWasWritten) {
    Pixels pixels{7, 5, {}};
    for (unsigned i = 0; i < 35; ++i)
        pixels.colours.push_back({static_cast<std::uint8_t>(i * 7), static_cast<std::uint8_t>(255 - i), static_cast<std::uint8_t>(i * i),
                                  static_cast<std::uint8_t>(i * 3 + 100)});
    const std::vector<std::byte> bytes = png_bytes(pixels);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    ASSERT_TRUE(png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) << image.message;
    ASSERT_EQ(std::pair(image.width, image.height), std::pair(7u, 5u));
    image.format = PNG_FORMAT_RGBA;
    std::vector<Colour> read(35);
    ASSERT_TRUE(png_image_finish_read(&image, nullptr, read.data(), 0, nullptr)) << image.message;
    EXPECT_EQ(read, pixels.colours);
}

TEST(PngTest, OfNothingThereIsNone) {
    EXPECT_THROW(png_bytes({}), std::runtime_error);
    EXPECT_THROW(png_bytes({0, 3, {Colour{}}}), std::runtime_error);
    EXPECT_THROW(png_bytes({3, 0, {Colour{}}}), std::runtime_error);
}

TEST(PngTest, Base64IsThatOfRfc4648) {
    const auto of = [](std::string_view text) { return base64(std::as_bytes(std::span(text))); };
    EXPECT_EQ(of(""), "");
    EXPECT_EQ(of("f"), "Zg==");
    EXPECT_EQ(of("fo"), "Zm8=");
    EXPECT_EQ(of("foo"), "Zm9v");
    EXPECT_EQ(of("foob"), "Zm9vYg==");
    EXPECT_EQ(of("fooba"), "Zm9vYmE=");
    EXPECT_EQ(of("foobar"), "Zm9vYmFy");
    EXPECT_EQ(of("\xff\xef\xbe"), "/+++");
}

TEST(TableTest, HasNumbersToNineDigitsAndNothingForWhatIsNone) {
    const double nan = std::numeric_limits<double>::quiet_NaN(), infinity = std::numeric_limits<double>::infinity();
    const Table table{
        {"line", "burnt_out [1]"},
        {{std::string("A"), 1.0 / 3.0}, {std::string("B"), nan}, {std::string("C"), -infinity}, {std::string("D"), 1234567.0}}};
    EXPECT_EQ(csv_text(table), "line,burnt_out [1]\r\nA,0.333333333\r\nB,\r\nC,\r\nD,1234567\r\n");
}

TEST(TableTest, TextsAreQuotedWhereTheyMustAndNeverFormulas) {
    const Table table{{"a, \"b\""}, {{std::string("one\ntwo")}, {std::string("=1+1")}, {-2.5}}};
    EXPECT_EQ(csv_text(table), "\"a, \"\"b\"\"\"\r\n\"one\ntwo\"\r\n'=1+1\r\n-2.5\r\n");
    EXPECT_EQ(csv_text({{"week"}, {}}), "week\r\n");
}

TEST(PlacesTest, AreALineEachWithNames) {
    Places places;
    places.put("play", {1.4f, 2.6f, 30, 40});
    places.put("curves/burnt out", {0, 0, 5, 5});
    places.put("play", {10, 20, 30, 40});  // the frame in hand has the last word
    places.say("week", "52");
    EXPECT_EQ(places.text(), "at curves/burnt out\t0 0 5 5\nat play\t10 20 30 40\nis week\t52\n");
    places.clear();
    EXPECT_EQ(places.text(), "");
}

TEST(PlacesTest, AreWrittenWholeOverWhatWasThere) {
    const fs::path folder = fs::path(::testing::TempDir()) / "places_test";
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::ofstream(folder / "places") << "an older and a longer text\nin two lines\n";
    Places places;
    places.say("week", "8");
    places.write(folder / "places");
    std::ostringstream read;
    read << std::ifstream(folder / "places").rdbuf();
    EXPECT_EQ(read.str(), "is week\t8\n");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), {}), 1);  // nothing half is left
    EXPECT_THROW(places.write(folder / "nowhere" / "places"), std::runtime_error);
    fs::remove_all(folder);
}

}  // namespace
}  // namespace bevlogen::testing
