// Career phases of Dutch hospital doctors, the kinds of posts they sit on, and the kinds of hospitals.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "sim/core/label.hpp"

namespace bevlogen::workforce {

// Medical student in rotations; resident not in training; resident in training; specialist within five years of registration; later.
enum class Phase : std::uint8_t { coassistent, anios, aios, jonge_klare, specialist_mid, specialist_late };
inline constexpr std::size_t kPhases = 6;

// A chair in a team. A pool seat is none: there a person waits for a post.
enum class PostKind : std::uint8_t { specialist_permanent, specialist_temporary, aios, anios, coassistent, pool_seat };
inline constexpr std::size_t kPostKinds = 5;  // without pool seats

// How TeamPlan and Block carry the kind of a post: its PostKind, with bit 7 where an intervention added the post to those of the base
// world.
inline constexpr std::uint8_t kAddedPost = 0x80;
constexpr PostKind post_kind_of(std::uint8_t raw) { return static_cast<PostKind>(raw & 0x7fu); }
constexpr bool is_specialist_post(std::uint8_t raw) {
    return post_kind_of(raw) == PostKind::specialist_permanent || post_kind_of(raw) == PostKind::specialist_temporary;
}
constexpr bool is_added(std::uint8_t raw) { return (raw & kAddedPost) != 0; }
constexpr std::uint8_t added_post(PostKind kind) { return static_cast<std::uint8_t>(static_cast<std::uint8_t>(kind) | kAddedPost); }

// Academic (mostly salaried) or general (mostly self-employed); none: the people of a region without a post, who are no team.
enum class Site : std::uint8_t { academic, general, none };
inline constexpr std::size_t kSites = 2;      // of hospitals
inline constexpr std::size_t kTeamSites = 3;  // with none
constexpr bool is_pool(std::uint8_t site) { return site == static_cast<std::uint8_t>(Site::none); }

enum class Sex : std::uint8_t { female, male };
enum class Contract : std::uint8_t { none, permanent, temporary };

struct Word {
    std::string name;  // in files
    Label label;       // for readers
};
const std::array<Word, kPhases>& phase_words();
const std::array<Word, kPostKinds>& post_words();
const std::array<Word, kSites>& site_words();
const std::array<Word, 2>& sex_words();

template <class Enum>
constexpr std::size_t index_of(Enum value) {
    return static_cast<std::size_t>(value);
}

}  // namespace bevlogen::workforce
