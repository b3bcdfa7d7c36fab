// One pass over the marks.
#include "viewer/window/on_screen.hpp"

#define GL_GLEXT_PROTOTYPES
#include <GLFW/glfw3.h>
#include <imgui.h>

#include <cfloat>
#include <cmath>
#include <cstdint>
#include <utility>

namespace bevlogen {
namespace {

constexpr float kDash = 5.0f, kSpace = 4.0f;  // pixels

ImU32 packed(Colour c) { return IM_COL32(c.red, c.green, c.blue, c.alpha); }

struct Painter {
    Point origin;
    ImDrawList& list;
    CellTextures& textures;

    ImVec2 at(Point p) const { return {origin.x + p.x, origin.y + p.y}; }

    void operator()(const LineMark& m) const {
        if (m.stroke == Stroke::dashed) return dashed(m);
        // Piece by piece: where ImGui joins pieces itself, sharp peaks grow beyond their values.
        for (std::size_t i = 1; i < m.points.size(); ++i) list.AddLine(at(m.points[i - 1]), at(m.points[i]), packed(m.colour), m.width);
    }
    // One quad a step, which is always convex; without fringes, so that no seam is seen between two.
    void operator()(const BandMark& m) const {
        const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
        for (std::size_t i = 1; i < m.upper.size(); ++i) {
            list.PrimReserve(6, 4);
            list.PrimQuadUV(at(m.upper[i - 1]), at(m.upper[i]), at(m.lower[i]), at(m.lower[i - 1]), white, white, white, white,
                            packed(m.colour));
        }
    }
    void operator()(const BoxMark& m) const {
        const ImVec2 from = at({m.box.left, m.box.top}), to = at({m.box.right, m.box.bottom});
        if (m.fill.alpha > 0) list.AddRectFilled(from, to, packed(m.fill));
        if (m.outline) list.AddRect(from, to, packed(*m.outline), 0.0f, ImDrawFlags_None, 2.0f);
    }
    void operator()(const DotMark& m) const { list.AddCircleFilled(at(m.at), m.radius, packed(m.colour)); }
    void operator()(const CellsMark& m) const {
        const auto number = static_cast<std::intptr_t>(textures.of(m));
        // NOLINTNEXTLINE(performance-no-int-to-ptr): as OpenGL's backend has it
        const auto texture = reinterpret_cast<ImTextureID>(number);
        list.AddImage(texture, at({m.box.left, m.box.top}), at({m.box.right, m.box.bottom}));
    }
    void operator()(const TextMark& m) const {
        ImFont* font = ImGui::GetFont();
        const float width = font->CalcTextSizeA(m.size, FLT_MAX, 0.0f, m.text.data(), m.text.data() + m.text.size()).x;
        const float shift = m.align == Align::left ? 0.0f : m.align == Align::centre ? width / 2 : width;
        const ImVec2 where = at({m.at.x - shift, m.at.y - m.size / 2});
        list.AddText(font, m.size, {std::floor(where.x), std::floor(where.y)}, packed(m.colour), m.text.data(),
                     m.text.data() + m.text.size());
    }

  private:
    // Dashes go on around corners.
    void dashed(const LineMark& m) const {
        float into = 0.0f;  // the pattern
        for (std::size_t i = 1; i < m.points.size(); ++i) {
            const Point a = m.points[i - 1], b = m.points[i];
            const float length = std::hypot(b.x - a.x, b.y - a.y);
            for (float done = 0.0f; done < length;) {
                const bool is_dash = into < kDash;
                const float step = std::min((is_dash ? kDash : kDash + kSpace) - into, length - done);
                const auto on = [&](float d) { return at({a.x + (b.x - a.x) * d / length, a.y + (b.y - a.y) * d / length}); };
                if (is_dash) list.AddLine(on(done), on(done + step), packed(m.colour), m.width);
                done += step;
                into = into + step >= kDash + kSpace - 1e-3f ? 0.0f : into + step;
            }
        }
    }
};

}  // namespace

MeasureText measure_on_screen() {
    return [font = ImGui::GetFont()](std::string_view text, float size) {
        return font->CalcTextSizeA(size, FLT_MAX, 0.0f, text.data(), text.data() + text.size()).x;
    };
}

CellTextures::~CellTextures() {
    for (auto& [key, texture] : textures_) glDeleteTextures(1, &texture.name);
}

unsigned CellTextures::of(const CellsMark& cells) {
    Texture& texture = textures_[cells.cells.get()];
    texture.is_used = true;
    if (texture.name != 0) return texture.name;
    texture.cells = cells.cells;
    glGenTextures(1, &texture.name);
    glBindTexture(GL_TEXTURE_2D, texture.name);
    for (const GLenum side : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER}) glTexParameteri(GL_TEXTURE_2D, side, GL_NEAREST);
    for (const GLenum side : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T}) glTexParameteri(GL_TEXTURE_2D, side, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, static_cast<GLsizei>(cells.columns), static_cast<GLsizei>(cells.rows), 0, GL_RGBA,
                 GL_UNSIGNED_BYTE, cells.cells->data());
    return texture.name;
}

void CellTextures::drop_unused() {
    for (auto entry = textures_.begin(); entry != textures_.end();) {
        if (std::exchange(entry->second.is_used, false)) {
            ++entry;
        } else {
            glDeleteTextures(1, &entry->second.name);
            entry = textures_.erase(entry);
        }
    }
}

void draw_on_screen(const Drawing& drawing, Point origin, ImDrawList& list, CellTextures& textures) {
    const Painter painter{origin, list, textures};
    for (const ClippedMark& marked : drawing.marks) {
        if (marked.clip) {
            const Box& clip = *marked.clip;
            list.PushClipRect(painter.at({clip.left, clip.top}), painter.at({clip.right, clip.bottom}), true);
        }
        std::visit(painter, marked.mark);
        if (marked.clip) list.PopClipRect();
    }
}

}  // namespace bevlogen
