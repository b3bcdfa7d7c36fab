// Where things stand on the screen, by name, so that a program can press them as a person does.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "viewer/plot/drawing.hpp"

namespace bevlogen {

class Places {
  public:
    // Of the frame in hand, in pixels of the window.
    void put(const std::string& name, const Box& box) { boxes_[name] = box; }
    void say(const std::string& name, const std::string& value) { values_[name] = value; }
    void clear() {
        boxes_.clear();
        values_.clear();
    }
    // A line each: "at NAME<tab>left top right bottom" and "is NAME<tab>value". Throws std::runtime_error where it cannot be written.
    std::string text() const;
    void write(const std::filesystem::path& file) const;

  private:
    std::map<std::string, Box> boxes_;
    std::map<std::string, std::string> values_;
};

}  // namespace bevlogen
