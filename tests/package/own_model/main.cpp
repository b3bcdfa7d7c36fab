// The command line of Bevlogen, with one model more.
#include <memory>
#include <utility>
#include <vector>

#include "models/catalog/shelf.hpp"
#include "sim/cli/program.hpp"
#include "waiting_list_model.hpp"

int main(int argc, char** argv) {
    std::vector<std::unique_ptr<bevlogen::Model>> mine;
    mine.push_back(make_waiting_list_model());
    const auto shelf = bevlogen::make_shelf(std::move(mine));
    return bevlogen::run_program(argc, argv, *shelf);
}
