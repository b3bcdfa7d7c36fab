// The command line of Bevlogen, with one model more.
#include <memory>
#include <utility>
#include <vector>

#include "models/catalog/shelf.hpp"
#include "sim/cli/program.hpp"
#include "waiting_list_model.hpp"

int main(int argc, char** argv) {
    return bevlogen::run_program(argc, argv, [] {
        std::vector<std::unique_ptr<bevlogen::Model>> mine;
        mine.push_back(make_waiting_list_model());
        return bevlogen::make_shelf_with(std::move(mine));
    });
}
