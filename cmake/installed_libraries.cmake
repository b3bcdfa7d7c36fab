# The libraries that a program with a model of its own links: all layers under the command line, and the models that ship.
set(installed_libraries)
foreach(layer core random population scenario engine record experiment study sweep calibrate report cli)
  list(APPEND installed_libraries sim_${layer})
  set_target_properties(sim_${layer} PROPERTIES EXPORT_NAME ${layer})
endforeach()
foreach(part example workforce wellbeing careers interventions instruments catalog)
  list(APPEND installed_libraries models_${part})
endforeach()
# What a main() links: the command line with the models that ship, to which it adds its own.
add_library(bevlogen_program INTERFACE)
set_target_properties(bevlogen_program PROPERTIES EXPORT_NAME program)
target_link_libraries(bevlogen_program INTERFACE sim_cli models_catalog)
list(APPEND installed_libraries bevlogen_program)
