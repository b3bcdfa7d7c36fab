// Written as NAME.part, then renamed.
#include "viewer/figure_file.hpp"

#include "sim/record/final_name.hpp"
#include "viewer/plot/svg.hpp"

namespace bevlogen {
namespace {

namespace fs = std::filesystem;

fs::path free_path(const fs::path& folder, const std::string& stem, const char* ending) {
    std::error_code none;
    for (int number = 1;; ++number) {
        fs::path path = folder / (number == 1 ? stem + ending : stem + "-" + std::to_string(number) + ending);
        if (!fs::exists(fs::symlink_status(path, none))) return path;
    }
}

}  // namespace

fs::path save_figure(const ExportFigure& what, const fs::path& folder, const TextStyle& text, const Window& window) {
    const char* ending = what.form == ExportForm::svg ? ".svg" : what.form == ExportForm::png ? ".png" : ".csv";
    const fs::path path = free_path(folder, what.figure.name, ending);
    if (what.form == ExportForm::csv) {
        write_whole(path, csv_text(what.figure.table()));
    } else if (what.form == ExportForm::svg) {
        Drawing drawing{what.on_screen.width(), what.on_screen.height(), {}};
        what.figure.draw({4.0f, 2.0f, drawing.width - 4.0f, drawing.height - 2.0f}, text, drawing);
        write_whole(path, svg_text(drawing, what.figure.title));
    } else {
        const std::vector<std::byte> bytes = png_bytes(window.read(what.on_screen));
        write_whole(path, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    }
    return path;
}

void save_screenshot(const fs::path& path, const Window& window) {
    const WindowSize size = window.size();
    const auto bytes = png_bytes(window.read({0.0f, 0.0f, static_cast<float>(size.width), static_cast<float>(size.height)}));
    write_whole(path, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

}  // namespace bevlogen
