# Every third-party library of the project, all from Debian 12; each is linked by one layer only (tests/layers checks it).
find_package(Threads REQUIRED)
find_package(Boost 1.74 REQUIRED)          # Random, Math, CRC, Align: headers only
if(NOT BEVLOGEN_STD_THREADS)
  find_package(TBB 2021 REQUIRED)
endif()
set(HDF5_PREFER_PARALLEL OFF)              # matters as soon as an MPI variant is installed beside the serial one
find_package(HDF5 1.10 REQUIRED COMPONENTS C HL)
find_package(tomlplusplus 3 REQUIRED)
find_package(CLI11 2 REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(nlohmann_json 3 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(HWY REQUIRED IMPORTED_TARGET libhwy)
# For bevlogen-mpi, a second program; under sanitizers MPI's own leaks would drown ours.
if(NOT BEVLOGEN_SANITIZE)
  set(MPI_CXX_SKIP_MPICXX ON)
  find_package(MPI COMPONENTS C)
endif()
if(BUILD_TESTING OR NOT DEFINED BUILD_TESTING)
  find_package(GTest 1.12 REQUIRED)
  find_package(rapidcheck REQUIRED)
endif()
