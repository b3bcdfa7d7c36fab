# Every third-party library of the project, all from Debian 12; each is linked by one layer only (tests/layers checks it).
find_package(Threads REQUIRED)
find_package(Boost 1.74 REQUIRED)          # Random, Math, CRC, Align: headers only
find_package(Eigen3 3.4 REQUIRED NO_MODULE)
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
find_path(XXHASH_FOLDER xxhash.h REQUIRED)  # libxxhash-dev; its header is all that is needed
mark_as_advanced(XXHASH_FOLDER)
# For bevlogen-mpi, a second program; under sanitizers MPI's own leaks would drown ours.
if(NOT BEVLOGEN_SANITIZE)
  set(MPI_CXX_SKIP_MPICXX ON)
  find_package(MPI COMPONENTS C)
endif()
# For bevlogen-viewer, which is left out where one of these is not there. ThreadSanitizer needs it: its window is a thread beside the session's.
find_package(glfw3 3.3 CONFIG QUIET)
find_package(PNG QUIET)
set(OpenGL_GL_PREFERENCE GLVND)
find_package(OpenGL QUIET COMPONENTS OpenGL)
pkg_check_modules(IMGUI QUIET IMPORTED_TARGET imgui)  # libimgui-dev has no CMake files
if(glfw3_FOUND AND PNG_FOUND AND OpenGL_OpenGL_FOUND AND IMGUI_FOUND)
  set(BEVLOGEN_VIEWER ON)
else()
  set(BEVLOGEN_VIEWER OFF)
  message(STATUS "The viewer is left out: it needs libimgui-dev, libglfw3-dev, libgl-dev, libopengl-dev and libpng-dev")
endif()
if(BUILD_TESTING OR NOT DEFINED BUILD_TESTING)
  find_package(GTest 1.12 REQUIRED)
  find_package(rapidcheck REQUIRED)
endif()
