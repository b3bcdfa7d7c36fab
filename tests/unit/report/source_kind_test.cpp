// What a source says of its value.
#include "sim/report/source_kind.hpp"

#include <gtest/gtest.h>

namespace bevlogen {
namespace {

TEST(SourceKind, IsWhatTheSourceSays) {
    EXPECT_EQ(kind_of_source("Borritz 2006: 5.4 days a year"), SourceKind::published);
    EXPECT_EQ(kind_of_source("derived: SD of the weighted demands"), SourceKind::published);
    EXPECT_EQ(kind_of_source("assumed: fewer share one roster"), SourceKind::assumed);
    EXPECT_EQ(kind_of_source("Westman 2011, Bakker 2006 (sign); size assumed"), SourceKind::partly_assumed);
    EXPECT_EQ(kind_of_source("Schaufeli and Van Dierendonck 2000, clinical rule (recalled)"), SourceKind::recalled);
    EXPECT_EQ(kind_of_source("set in assumed.toml"), SourceKind::set);
    EXPECT_EQ(kind_of_source("set on the command line"), SourceKind::set);
}

}  // namespace
}  // namespace bevlogen
