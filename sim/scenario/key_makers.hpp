// Short forms in which the fixed keys are declared.
#pragma once

#include <limits>
#include <string_view>

#include "sim/scenario/key.hpp"

namespace bevlogen::key_makers {

inline constexpr double kNone = std::numeric_limits<double>::infinity();
inline constexpr double kLarge = 1e12;
inline constexpr double kMostRuns = 1e6;
inline constexpr double kMostPoints = 1e7;

inline KeyDecl text(std::string_view name, std::string_view doc, Need need = Need::optional) {
    return {.name = name, .type = KeyType::text, .doc = doc, .need = need};
}
inline KeyDecl text_with_default(std::string_view name, std::string_view fallback, std::string_view doc) {
    return {.name = name, .type = KeyType::text, .doc = doc, .fallback = fallback};
}
inline KeyDecl of_type(KeyType type, std::string_view name, std::string_view doc, Need need = Need::optional) {
    return {.name = name, .type = type, .doc = doc, .need = need};
}
inline KeyDecl share(std::string_view name, std::string_view doc) {
    return {.name = name, .type = KeyType::number, .doc = doc, .fallback = 1.0, .min = 0.0, .max = 1.0};
}
inline KeyDecl number(std::string_view name, double min, double max, std::string_view unit, std::string_view doc) {
    return {.name = name, .type = KeyType::number, .doc = doc, .unit = unit, .min = min, .max = max};
}
inline KeyDecl whole(std::string_view name, double min, double max, double fallback, std::string_view unit, std::string_view doc) {
    return {.name = name, .type = KeyType::whole_number, .doc = doc, .fallback = fallback, .unit = unit, .min = min, .max = max};
}
inline KeyDecl flag(std::string_view name, bool fallback, std::string_view doc) {
    return {.name = name, .type = KeyType::flag, .doc = doc, .fallback = fallback ? 1.0 : 0.0, .min = 0.0, .max = 1.0};
}
inline KeyDecl level_key(Need need) {
    KeyDecl key{.name = "level", .type = KeyType::word, .doc = "who has to act for it", .need = need};
    if (need == Need::optional) key.fallback = std::string_view("organisational");
    key.words = {"individual", "organisational", "national"};
    return key;
}
inline KeyDecl money(std::string_view name, std::string_view unit, std::string_view doc) {
    KeyDecl key = number(name, 0.0, kLarge, unit, doc);
    key.fallback = 0.0;
    return key;
}

}  // namespace bevlogen::key_makers
