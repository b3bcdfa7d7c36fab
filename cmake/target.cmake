# bevlogen_library(sim_core DEPENDS ...): a static library of the .cpp files beside the calling CMakeLists.txt.
function(bevlogen_library name)
  cmake_parse_arguments(ARG "" "" "DEPENDS;PRIVATE_DEPENDS;SOURCES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  list(APPEND sources ${ARG_SOURCES})
  if(sources)
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC ${ARG_DEPENDS} PRIVATE ${ARG_PRIVATE_DEPENDS})
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE ${ARG_DEPENDS})
  endif()
endfunction()

# bevlogen_test(unit_core FILES ... DEPENDS ... LABEL unit): one executable of GoogleTest cases, each a test of its own in ctest.
function(bevlogen_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT;LABEL" "FILES;DEPENDS" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  add_executable(${name} ${ARG_FILES})
  target_link_libraries(${name} PRIVATE ${ARG_DEPENDS} GTest::gtest_main GTest::gmock rapidcheck)
  include(GoogleTest)
  # RapidCheck draws its cases from a fixed seed: a test that passed yesterday passes today. Sanitizers take a tenth of the cases
  # and three times as long.
  set(rapidcheck "seed=20240321")
  if(BEVLOGEN_SANITIZE)
    string(APPEND rapidcheck " max_success=10")
    math(EXPR ARG_TIMEOUT "3 * ${ARG_TIMEOUT}")
  endif()
  gtest_discover_tests(${name} TEST_PREFIX "${name}/" DISCOVERY_TIMEOUT 60
                       PROPERTIES LABELS "${ARG_LABEL}" TIMEOUT ${ARG_TIMEOUT} ENVIRONMENT "RC_PARAMS=${rapidcheck}")
endfunction()
