// GLFW 3.3 and the back ends of Dear ImGui that Debian ships. The texts of the core profile's functions come from <GL/gl.h> itself.
#include "viewer/window/window.hpp"

#define GL_GLEXT_PROTOTYPES
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "viewer/window/theme.hpp"

namespace bevlogen {
namespace {

constexpr const char* kFont = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";
constexpr int kLeastWidth = 160, kLeastHeight = 120;

std::string& last_error() {
    static std::string text;  // GLFW tells errors to a plain function
    return text;
}

[[noreturn]] void fail(const char* what, const char* remedy) {
    throw NoWindow(fmt::format("{} ({}); {}", what, last_error().empty() ? "no reason given" : last_error(), remedy));
}

// Letters of both languages, the signs of figures, the euro.
const ImWchar* letters() {
    static const std::array<ImWchar, 13> ranges = {0x20,   0x17F,  0x2010, 0x2026, 0x20AC, 0x20AC, 0x2190,
                                                   0x2193, 0x2212, 0x2212, 0x2248, 0x2265, 0};
    return ranges.data();
}

}  // namespace

struct Window::Open {
    GLFWwindow* window = nullptr;
    std::optional<float> new_text_size;
    std::vector<std::filesystem::path> dropped;

    ~Open() {
        if (window) glfwDestroyWindow(window);
        glfwTerminate();
    }
};

namespace {

void make_font(float size) {
    ImFontAtlas& fonts = *ImGui::GetIO().Fonts;
    fonts.Clear();
    std::error_code none;
    if (std::filesystem::is_regular_file(kFont, none))
        fonts.AddFontFromFileTTF(kFont, size, nullptr, letters());
    else
        fonts.AddFontDefault();
}

}  // namespace

Window::Window(const std::string& title, WindowSize size, float text_size) : open_(std::make_unique<Open>()) {
    last_error().clear();
    glfwSetErrorCallback([](int, const char* text) { last_error() = text; });
    if (!glfwInit()) fail("there is no display to open a window on", "start it in a desktop session, or under xvfb-run -a");
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    if (GLFWmonitor* monitor = size.fits_screen ? glfwGetPrimaryMonitor() : nullptr) {
        int left = 0, top = 0, width = 0, height = 0;
        glfwGetMonitorWorkarea(monitor, &left, &top, &width, &height);
        if (width > 0 && height > 0) size = {std::min(size.width, width), std::min(size.height, height)};
    }
    open_->window =
        glfwCreateWindow(std::max(size.width, kLeastWidth), std::max(size.height, kLeastHeight), title.c_str(), nullptr, nullptr);
    if (!open_->window) fail("this display has no OpenGL 3.3", "with LIBGL_ALWAYS_SOFTWARE=1 Mesa draws in software (libgl1-mesa-dri)");
    glfwMakeContextCurrent(open_->window);
    glfwSwapInterval(1);
    glfwSetWindowSizeLimits(open_->window, kLeastWidth, kLeastHeight, GLFW_DONT_CARE, GLFW_DONT_CARE);
    glfwSetWindowUserPointer(open_->window, open_.get());
    glfwSetDropCallback(open_->window, [](GLFWwindow* window, int count, const char** paths) {
        auto& dropped = static_cast<Open*>(glfwGetWindowUserPointer(window))->dropped;
        dropped.insert(dropped.end(), paths, paths + count);
    });
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;  // nothing is written beside the user's files
    use_light_theme();
    make_font(text_size);
    ImGui_ImplGlfw_InitForOpenGL(open_->window, true);
    ImGui_ImplOpenGL3_Init("#version 330 core");
}

Window::~Window() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
}

bool Window::is_closing() const { return glfwWindowShouldClose(open_->window); }

WindowSize Window::size() const {
    WindowSize size;
    glfwGetWindowSize(open_->window, &size.width, &size.height);
    return size;
}

void Window::begin_frame(double most_seconds) {
    if (most_seconds > 0.0)
        glfwWaitEventsTimeout(most_seconds);
    else
        glfwPollEvents();
    if (open_->new_text_size) {
        make_font(*open_->new_text_size);
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
        open_->new_text_size.reset();
    }
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
}

void Window::draw_frame() {
    ImGui::Render();
    int width = 0, height = 0;
    glfwGetFramebufferSize(open_->window, &width, &height);
    glViewport(0, 0, width, height);
    const Colour paper = colours::kPaper;
    glClearColor(paper.red / 255.0f, paper.green / 255.0f, paper.blue / 255.0f, 1.0f);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void Window::show_frame() { glfwSwapBuffers(open_->window); }

Pixels Window::read(const Box& box) const {
    int width = 0, height = 0;
    glfwGetFramebufferSize(open_->window, &width, &height);
    const WindowSize of = size();
    const float scale = of.width > 0 ? static_cast<float>(width) / static_cast<float>(of.width) : 1.0f;
    const auto cut = [](float at, int most) { return std::clamp(static_cast<int>(std::lround(at)), 0, most); };
    const int left = cut(box.left * scale, width), right = cut(box.right * scale, width);
    const int top = cut(box.top * scale, height), bottom = cut(box.bottom * scale, height);
    Pixels pixels{static_cast<std::size_t>(std::max(right - left, 0)), static_cast<std::size_t>(std::max(bottom - top, 0)), {}};
    std::vector<Colour> upside_down(pixels.width * pixels.height);
    if (upside_down.empty()) return pixels;
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(left, height - bottom, right - left, bottom - top, GL_RGBA, GL_UNSIGNED_BYTE, upside_down.data());
    pixels.colours.reserve(upside_down.size());
    for (std::size_t row = pixels.height; row-- > 0;) {
        const auto begin = upside_down.begin() + static_cast<std::ptrdiff_t>(row * pixels.width);
        std::transform(begin, begin + static_cast<std::ptrdiff_t>(pixels.width), std::back_inserter(pixels.colours),
                       [](Colour c) { return c.with_alpha(1.0); });  // a screen is not seen through
    }
    return pixels;
}

void Window::change_text_size(float size) { open_->new_text_size = size; }

std::vector<std::filesystem::path> Window::take_dropped() { return std::exchange(open_->dropped, {}); }

std::string Window::renderer() const {
    const auto text = [](GLenum name) { return reinterpret_cast<const char*>(glGetString(name)); };
    return fmt::format("OpenGL {}, {}", text(GL_VERSION), text(GL_RENDERER));
}

}  // namespace bevlogen
