# vinhdanh_layer(NAME SEES layers... USES libraries... APART sources...)
# One static library per folder of src; SEES are the folders it may include (the arrows of the house, also checked
# over #include lines by tests/layers), USES the libraries that stay private to it.
# The presets asan and tsan compile several sources as one, which halves their build and more; dev and release do not, so
# that every source also stands on its own. APART are sources whose file-local names meet those of another.
function(vinhdanh_layer name)
  cmake_parse_arguments(arg "" "" "SEES;USES;APART" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp")
  vinhdanh_apart(${name} ${arg_APART})
  if(NOT sources)
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE vinhdanh_options ${arg_SEES})
    return()
  endif()
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC vinhdanh_options ${arg_SEES} PRIVATE ${arg_USES})
endfunction()

function(vinhdanh_apart folder)
  foreach(source ${ARGN})
    set_source_files_properties("${CMAKE_CURRENT_SOURCE_DIR}/${folder}/${source}.cpp" PROPERTIES
      SKIP_UNITY_BUILD_INCLUSION ON)
  endforeach()
endfunction()

# vinhdanh_test(FOLDER USES libraries... APART sources...): every .cpp of tests/FOLDER becomes one GoogleTest program.
function(vinhdanh_test folder)
  cmake_parse_arguments(arg "" "" "USES;APART" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp")
  vinhdanh_apart(${folder} ${arg_APART})
  if(NOT sources)
    return()
  endif()
  string(REPLACE "/" "_" target "test_${folder}")
  add_executable(${target} ${sources})
  target_link_libraries(${target} PRIVATE vinhdanh_options ${arg_USES} GTest::gmock_main GTest::gtest)
  target_include_directories(${target} PRIVATE "${CMAKE_SOURCE_DIR}")
  target_compile_definitions(${target} PRIVATE VINHDANH_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  add_test(NAME ${folder} COMMAND ${target})
endfunction()
