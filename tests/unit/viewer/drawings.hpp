// What tests look for in a drawing, with letters of which all are as wide.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "viewer/plot/axes.hpp"
#include "viewer/plot/drawing.hpp"

namespace bevlogen::testing {

// A letter of UTF-8 is 0.6 of the font's size.
inline float width_of_letters(std::string_view text, float size) {
    const auto letters = std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; });
    return 0.6f * size * static_cast<float>(letters);
}
inline TextStyle letters(Language language = Language::english, float size = 13.0f) { return {language, size, width_of_letters}; }

template <class Kind>
std::vector<Kind> marks_of(const Drawing& drawing) {
    std::vector<Kind> found;
    for (const ClippedMark& marked : drawing.marks) {
        if (const auto* mark = std::get_if<Kind>(&marked.mark)) found.push_back(*mark);
    }
    return found;
}
inline std::vector<std::string> texts_of(const Drawing& drawing) {
    std::vector<std::string> texts;
    for (const TextMark& mark : marks_of<TextMark>(drawing)) texts.push_back(mark.text);
    return texts;
}
// The marks that one can tell by their colour, such as a curve among the lines of a grid.
template <class Kind>
std::vector<Kind> marks_of(const Drawing& drawing, Colour colour) {
    std::vector<Kind> found = marks_of<Kind>(drawing);
    std::erase_if(found, [&](const Kind& mark) { return mark.colour != colour; });
    return found;
}

inline std::vector<Point> points_of(const Mark& mark) {
    struct Points {
        std::vector<Point> operator()(const LineMark& m) const { return m.points; }
        std::vector<Point> operator()(const BandMark& m) const {
            std::vector<Point> points = m.upper;
            points.insert(points.end(), m.lower.begin(), m.lower.end());
            return points;
        }
        std::vector<Point> operator()(const BoxMark& m) const { return {{m.box.left, m.box.top}, {m.box.right, m.box.bottom}}; }
        std::vector<Point> operator()(const DotMark& m) const { return {m.at, {m.at.x + m.radius, m.at.y}}; }
        std::vector<Point> operator()(const CellsMark& m) const { return {{m.box.left, m.box.top}, {m.box.right, m.box.bottom}}; }
        std::vector<Point> operator()(const TextMark& m) const {
            const float width = width_of_letters(m.text, m.size);
            const float left = m.align == Align::left ? m.at.x : m.align == Align::centre ? m.at.x - width / 2 : m.at.x - width;
            return {{left, m.at.y - m.size / 2}, {left + width, m.at.y + m.size / 2}};
        }
    };
    return std::visit(Points{}, mark);
}

inline bool is_finite(const ClippedMark& marked) {
    const auto is_fine = [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); };
    std::vector<Point> points = points_of(marked.mark);
    if (marked.clip) points.insert(points.end(), {{marked.clip->left, marked.clip->top}, {marked.clip->right, marked.clip->bottom}});
    return std::all_of(points.begin(), points.end(), is_fine);
}

// By how many pixels what is seen of a mark lies outside of a box.
inline float outside_of(const Box& box, const ClippedMark& marked) {
    float most = 0.0f;
    for (Point p : points_of(marked.mark)) {
        if (marked.clip)
            p = {std::clamp(p.x, marked.clip->left, marked.clip->right), std::clamp(p.y, marked.clip->top, marked.clip->bottom)};
        for (const float by : {box.left - p.x, p.x - box.right, box.top - p.y, p.y - box.bottom}) most = std::max(most, by);
    }
    return most;
}

inline std::string said(const ClippedMark& marked) {
    static constexpr const char* kKinds[] = {"line", "band", "box", "dot", "cells", "text"};
    std::string words = kKinds[marked.mark.index()];
    if (const auto* text = std::get_if<TextMark>(&marked.mark)) words += " \"" + text->text + "\"";
    for (const Point p : points_of(marked.mark)) words += " (" + std::to_string(p.x) + ", " + std::to_string(p.y) + ")";
    return words;
}

}  // namespace bevlogen::testing
