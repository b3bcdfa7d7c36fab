// Cells are embedded as a PNG; everything else is a shape or a text.
#include "viewer/plot/svg.hpp"

#include <fmt/format.h>

#include <iterator>
#include <map>

#include "viewer/plot/png.hpp"

namespace bevlogen {
namespace {

std::string escaped(const std::string& text) {
    std::string safe;
    for (const char c : text) {
        switch (c) {
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '"': safe += "&quot;"; break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20) safe += c;  // XML has no words for control characters
        }
    }
    return safe;
}

std::string hex(Colour c) { return fmt::format("#{:02x}{:02x}{:02x}", c.red, c.green, c.blue); }

// fill="#0072b2" fill-opacity="0.24"
std::string paint(const char* what, Colour c) {
    if (c.alpha == 255) return fmt::format(" {}=\"{}\"", what, hex(c));
    return fmt::format(" {}=\"{}\" {}-opacity=\"{:.3f}\"", what, hex(c), what, c.alpha / 255.0);
}

std::string points_text(const std::vector<Point>& points) {
    std::string text;
    for (const Point& p : points) text += fmt::format("{}{:.2f},{:.2f}", text.empty() ? "" : " ", p.x, p.y);
    return text;
}

struct Writer {
    std::string out;
    std::string clip;

    void operator()(const LineMark& m) {
        out += fmt::format("<polyline points=\"{}\" fill=\"none\"{} stroke-width=\"{:.2f}\" stroke-linejoin=\"round\"{}{}/>\n",
                           points_text(m.points), paint("stroke", m.colour), m.width,
                           m.stroke == Stroke::dashed ? " stroke-dasharray=\"5 4\"" : "", clip);
    }
    void operator()(const BandMark& m) {
        std::vector<Point> around = m.upper;
        around.insert(around.end(), m.lower.rbegin(), m.lower.rend());
        out += fmt::format("<polygon points=\"{}\"{}{}/>\n", points_text(around), paint("fill", m.colour), clip);
    }
    void operator()(const BoxMark& m) {
        out += fmt::format("<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\"{}{}{}/>\n", m.box.left, m.box.top,
                           m.box.width(), m.box.height(), m.fill.alpha == 0 ? " fill=\"none\"" : paint("fill", m.fill),
                           m.outline ? paint("stroke", *m.outline) : "", clip);
    }
    void operator()(const DotMark& m) {
        out += fmt::format("<circle cx=\"{:.2f}\" cy=\"{:.2f}\" r=\"{:.2f}\"{}{}/>\n", m.at.x, m.at.y, m.radius, paint("fill", m.colour),
                           clip);
    }
    void operator()(const CellsMark& m) {
        out += fmt::format(
            "<image x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\" preserveAspectRatio=\"none\" "
            "style=\"image-rendering:pixelated\"{} href=\"data:image/png;base64,{}\"/>\n",
            m.box.left, m.box.top, m.box.width(), m.box.height(), clip, base64(png_bytes({m.columns, m.rows, *m.cells})));
    }
    void operator()(const TextMark& m) {
        const char* anchor = m.align == Align::left ? "start" : m.align == Align::centre ? "middle" : "end";
        out += fmt::format(
            "<text x=\"{:.2f}\" y=\"{:.2f}\" font-size=\"{:.2f}\" text-anchor=\"{}\" dominant-baseline=\"central\"{}{}>{}</text>\n", m.at.x,
            m.at.y, m.size, anchor, paint("fill", m.colour), clip, escaped(m.text));
    }
};

}  // namespace

std::string svg_text(const Drawing& drawing, const std::string& title) {
    std::map<std::string, std::size_t> clips;  // each once
    Writer writer;
    for (const ClippedMark& marked : drawing.marks) {
        writer.clip.clear();
        if (marked.clip) {
            const Box& box = *marked.clip;
            const std::string shape = fmt::format("<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\"/>", box.left, box.top,
                                                  box.width(), box.height());
            const std::size_t number = clips.try_emplace(shape, clips.size()).first->second;
            writer.clip = fmt::format(" clip-path=\"url(#clip{})\"", number);
        }
        std::visit(writer, marked.mark);
    }
    std::string text = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.0f}\" height=\"{1:.0f}\" viewBox=\"0 0 {0:.0f} {1:.0f}\" role=\"img\" "
        "font-family=\"DejaVu Sans, Verdana, sans-serif\">\n<title>{2}</title>\n",
        drawing.width, drawing.height, escaped(title));
    if (!clips.empty()) {
        text += "<defs>\n";
        for (const auto& [shape, number] : clips) text += fmt::format("<clipPath id=\"clip{}\">{}</clipPath>\n", number, shape);
        text += "</defs>\n";
    }
    text += fmt::format("<rect width=\"{:.0f}\" height=\"{:.0f}\" fill=\"#ffffff\"/>\n", drawing.width, drawing.height);
    return text + writer.out + "</svg>\n";
}

}  // namespace bevlogen
