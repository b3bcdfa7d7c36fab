# What is installed: programs, ready scenarios and completions for users; libraries, headers and a package file for those who write models.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
include(installed_libraries)

set(programs bevlogen)
if(TARGET bevlogen-mpi)
  list(APPEND programs bevlogen-mpi)
endif()
if(TARGET bevlogen-viewer)
  list(APPEND programs bevlogen-viewer)
endif()
install(TARGETS ${programs} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT programs)
install(DIRECTORY scenarios DESTINATION ${CMAKE_INSTALL_DATADIR}/bevlogen COMPONENT programs)
# The program prints them, so they know what it knows.
foreach(shell bash zsh fish)
  set(script ${CMAKE_BINARY_DIR}/completion.${shell})
  add_custom_command(OUTPUT ${script} COMMAND bevlogen completion ${shell} > ${script} DEPENDS bevlogen VERBATIM)
  list(APPEND completions ${script})
endforeach()
add_custom_target(completions ALL DEPENDS ${completions})
install(FILES ${CMAKE_BINARY_DIR}/completion.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME bevlogen
        COMPONENT programs)
install(FILES ${CMAKE_BINARY_DIR}/completion.zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions RENAME _bevlogen
        COMPONENT programs)
install(FILES ${CMAKE_BINARY_DIR}/completion.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d RENAME bevlogen.fish
        COMPONENT programs)
install(FILES README.md CHANGELOG.md CITATION.cff DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT programs)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright COMPONENT programs)

# A model of one's own is built against these: find_package(bevlogen), link bevlogen::program.
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/bevlogen)
set(header_folder ${CMAKE_INSTALL_INCLUDEDIR}/bevlogen)
target_include_directories(sim_core INTERFACE $<INSTALL_INTERFACE:${header_folder}>)
target_compile_features(sim_core INTERFACE $<INSTALL_INTERFACE:cxx_std_20>)
# The bits of results must not depend on who compiles: the options that decide them go along.
target_compile_options(sim_core INTERFACE $<INSTALL_INTERFACE:${options_that_decide_bits}>)
install(TARGETS ${installed_libraries} EXPORT bevlogen_targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}/bevlogen COMPONENT development)
install(EXPORT bevlogen_targets NAMESPACE bevlogen:: DESTINATION ${package_folder} COMPONENT development)
install(DIRECTORY sim models DESTINATION ${header_folder} COMPONENT development FILES_MATCHING PATTERN "*.hpp" PATTERN "page" EXCLUDE)
configure_package_config_file(cmake/bevlogen-config.cmake.in ${CMAKE_BINARY_DIR}/bevlogen-config.cmake
                              INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${CMAKE_BINARY_DIR}/bevlogen-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/bevlogen-config.cmake ${CMAKE_BINARY_DIR}/bevlogen-config-version.cmake DESTINATION ${package_folder}
        COMPONENT development)

# Two Debian packages: cpack --config build/release/CPackConfig.cmake
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME bevlogen)
set(CPACK_PACKAGE_VENDOR "Bevlogen")
set(CPACK_PACKAGE_CONTACT "The authors of Bevlogen <bevlogen@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "simulates what keeps a workforce engaged and what burns it out")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL programs development)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE gzip)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_NAME bevlogen)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENT_PROGRAMS_DESCRIPTION "Programs bevlogen, bevlogen-viewer and bevlogen-mpi, with ready scenarios.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libbevlogen-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
    "bevlogen (= ${PROJECT_VERSION}), libboost-dev, libtbb-dev, libhdf5-dev, libtomlplusplus-dev, libcli11-dev, libfmt-dev, nlohmann-json3-dev, libhwy-dev, libeigen3-dev, pkg-config")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "Libraries and headers, to build a model of one's own.")
include(CPack)
