# Headers parsed once and taken up by every target: reading the standard library and GoogleTest is much of the time of compiling.
# Sources still include what they use; every header is also compiled alone (tests/layers).
option(BEVLOGEN_PRECOMPILE "Precompile the standard library's and the test libraries' headers" ON)

set(standard_headers <algorithm> <array> <cmath> <cstdint> <filesystem> <functional> <limits> <map> <memory> <optional> <set> <span>
    <stdexcept> <string> <string_view> <unordered_map> <utility> <vector>)
set(test_headers ${standard_headers} <fstream> <numeric> <random> <sstream> <gmock/gmock.h> <gtest/gtest.h> <rapidcheck/gtest.h>)

# precompile(for_sources HEADERS ... [LINKS ...] [OPTIONS ...]): a target whose headers take_up_precompiled hands to others, which must
# be compiled with the same options.
function(precompile name)
  cmake_parse_arguments(ARG "" "" "LINKS;HEADERS;OPTIONS" ${ARGN})
  set(source ${CMAKE_BINARY_DIR}/${name}.cpp)
  file(CONFIGURE OUTPUT ${source} CONTENT "// Compiled for its precompiled headers only.\n")
  add_library(${name} OBJECT ${source})
  target_link_libraries(${name} PRIVATE ${ARG_LINKS})
  target_compile_options(${name} PRIVATE ${ARG_OPTIONS})
  target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
endfunction()

function(take_up_precompiled target name)
  if(BEVLOGEN_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM ${name})
  endif()
endfunction()

if(BEVLOGEN_PRECOMPILE)
  precompile(precompiled_for_sources HEADERS ${standard_headers})
  if(BUILD_TESTING OR NOT DEFINED BUILD_TESTING)
    precompile(precompiled_for_tests HEADERS ${test_headers} LINKS GTest::gmock GTest::gtest rapidcheck OPTIONS ${test_options})
  endif()
endif()
