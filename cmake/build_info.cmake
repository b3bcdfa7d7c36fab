# Writes build_info.cpp anew before each build, if the commit has changed: cmake -D SOURCE=... -D OUT=... -D ... -P build_info.cmake
execute_process(COMMAND git -C ${SOURCE} describe --always --dirty --abbrev=10 --match=NeVeR
                OUTPUT_VARIABLE BEVLOGEN_COMMIT OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT BEVLOGEN_COMMIT)
  set(BEVLOGEN_COMMIT unknown)
endif()
configure_file(${SOURCE}/sim/core/build_info.cpp.in ${OUT} @ONLY)
