// Makes a report page of a JSON file, without a simulation. usage: make_page DATA.json OUT.html
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "sim/report/html_page.hpp"

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: make_page DATA.json OUT.html\n";
        return 2;
    }
    try {
        std::ifstream in(argv[1], std::ios::binary);
        const std::string json{std::istreambuf_iterator<char>(in), {}};
        const nlohmann::json data = nlohmann::json::parse(json);
        const std::string title = data.at("title"), language = data.at("language");
        std::ofstream out(argv[2], std::ios::binary);
        out << bevlogen::html_page(json, {.title = title, .language = language});
        out.close();
        if (!out) throw std::runtime_error(std::string("could not write ") + argv[2]);
    } catch (const std::exception& error) {
        std::cerr << "make_page: " << error.what() << '\n';
        return 3;
    }
    return 0;
}
