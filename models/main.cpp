// The program `bevlogen`: where the models meet the command line.
#include "models/catalog/shelf.hpp"
#include "sim/cli/program.hpp"

int main(int argc, char** argv) { return bevlogen::run_program(argc, argv, bevlogen::make_shelf); }
