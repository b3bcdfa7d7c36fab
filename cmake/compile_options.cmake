# How everything is compiled. The bits of a result depend on nothing here: no contraction of a*b+c, no -ffast-math, fused
# multiply-add only where the source says std::fma. The floor is a machine with fused multiply-add.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O3 -DNDEBUG")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g -D_GLIBCXX_ASSERTIONS")
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  set(optimisation -O0)  # optimised, a source takes up to minutes
else()
  set(optimisation -O1)  # unoptimised, an input of a fuzzer takes too long
endif()
set(CMAKE_CXX_FLAGS_SANITIZE "${optimisation} -g1 -fno-omit-frame-pointer -D_GLIBCXX_ASSERTIONS")

set(gcc_only "")
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 sees overlaps and overflows in std::string and std::vector where there are none (GCC bugs 105329, 105545).
  set(gcc_only -Wno-restrict -Wno-stringop-overflow -Wno-free-nonheap-object)
endif()
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow ${gcc_only})
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options($<$<CONFIG:Release>:-Wno-array-bounds>)  # likewise, in precompiled headers and optimised (GCC bug 105651)
else()
  add_compile_options(-Wno-unknown-pragmas)  # `GCC ivdep`
  add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:SHELL:-include ${CMAKE_CURRENT_SOURCE_DIR}/cmake/source_location.hpp>")
endif()
set(options_that_decide_bits -ffp-contract=off -fno-math-errno -fno-trapping-math)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  list(APPEND options_that_decide_bits -march=x86-64-v3)
endif()
add_compile_options(${options_that_decide_bits})
if(BEVLOGEN_SANITIZE)
  add_compile_options(-fsanitize=${BEVLOGEN_SANITIZE} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${BEVLOGEN_SANITIZE})
endif()

# Test sources do little themselves and are most of the sources: compiled for the time it takes to compile them.
set(test_options $<$<CONFIG:Release>:-O1>)
if(BEVLOGEN_FUZZ)
  set(test_options -O0 -fno-sanitize=undefined,fuzzer-no-link)
elseif(BEVLOGEN_SANITIZE)
  set(test_options -fno-sanitize=undefined)
endif()

include_directories(${CMAKE_CURRENT_SOURCE_DIR})  # includes are written from the root

find_program(CCACHE ccache)
if(CCACHE)
  # What ccache needs to be told before it keeps anything compiled with a precompiled header.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
endif()
