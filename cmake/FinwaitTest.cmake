# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
#
#   finwait_test(<room> <unit> [SOURCES helper.cpp ...] [LIBS Finwait::scenario ...] [TIMEOUT seconds])
#
# builds tests/<room>/tst_<unit>.cpp against the room, Qt6::Test and LIBS, and registers it with CTest as <room>.<unit>
# under the label <room>. Includes start at src/ and at tests/. Run one: ctest --preset ci -R core.state
#
#   finwait_bench(<unit> [LIBS ...])
#
# builds bench/bench_<unit>.cpp when it is asked for; `./run bench` and the target `bench` run them all.
#
#   finwait_script_test(<name> COMMAND ... [ENVIRONMENT ...] [TIMEOUT seconds]
#                       [FIXTURE_SETUP f] [FIXTURE_REQUIRED f] [FIXTURE_CLEANUP f])
#
# registers a script (exit 77: cannot be done here, counted as skipped) under the label packaging. It runs in the
# project's directory, with what tests/packaging/common.sh says in its environment.

add_custom_target(mocs COMMENT "moc")

# One call of moc for the one file that has a Q_OBJECT: AUTOMOC would look through every source at every build.
function(finwait_moc target source)
    get_filename_component(name "${source}" NAME_WE)
    set(moc "${CMAKE_CURRENT_BINARY_DIR}/${name}.moc")
    qt_generate_moc("${source}" "${moc}" TARGET ${target})
    target_sources(${target} PRIVATE "${moc}")
    add_custom_target(${target}_moc DEPENDS "${moc}")
    add_dependencies(mocs ${target}_moc)
    target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
endfunction()

# The tests of a room are compiled alike: the first one makes the precompiled header of all.
function(finwait_precompile_test target room)
    if(NOT FINWAIT_PRECOMPILE)
        return()
    endif()
    get_property(first GLOBAL PROPERTY finwait_first_test_of_${room})
    if(first)
        target_precompile_headers(${target} REUSE_FROM ${first})
    else()
        target_precompile_headers(${target} PRIVATE "${PROJECT_SOURCE_DIR}/cmake/finwait_precompiled_test.h")
        set_property(GLOBAL PROPERTY finwait_first_test_of_${room} ${target})
    endif()
endfunction()

function(finwait_test room unit)
    cmake_parse_arguments(PARSE_ARGV 2 TEST "" "TIMEOUT" "SOURCES;LIBS")
    if(TEST_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "finwait_test(${room} ${unit}): what is ${TEST_UNPARSED_ARGUMENTS}?")
    endif()
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 120)
    endif()

    set(target tst_${room}_${unit})
    add_executable(${target} "${PROJECT_SOURCE_DIR}/tests/${room}/tst_${unit}.cpp" ${TEST_SOURCES})
    target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
    target_link_libraries(${target} PRIVATE Finwait::${room} ${TEST_LIBS} Qt6::Test)
    finwait_warnings(${target})
    finwait_qt_definitions(${target})
    finwait_precompile_test(${target} ${room})
    finwait_moc(${target} "${PROJECT_SOURCE_DIR}/tests/${room}/tst_${unit}.cpp")

    # Nothing of the person who runs them gets into the tests, and nothing of the tests into that person's settings.
    set(home "${PROJECT_BINARY_DIR}/test-home")
    file(MAKE_DIRECTORY "${home}/run")
    file(CHMOD "${home}/run" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
    add_test(NAME ${room}.${unit} COMMAND ${target})
    set_tests_properties(
        ${room}.${unit}
        PROPERTIES LABELS ${room}
                   TIMEOUT ${TEST_TIMEOUT}
                   ENVIRONMENT
                   "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;HOME=${home};XDG_CONFIG_HOME=${home}/.config;XDG_RUNTIME_DIR=${home}/run"
    )
endfunction()

add_custom_target(bench COMMENT "Benchmarks")

function(finwait_bench unit)
    cmake_parse_arguments(PARSE_ARGV 1 BENCH "" "" "LIBS")
    set(target bench_${unit})
    add_executable(${target} EXCLUDE_FROM_ALL "${PROJECT_SOURCE_DIR}/bench/bench_${unit}.cpp")
    target_link_libraries(${target} PRIVATE ${BENCH_LIBS})
    finwait_warnings(${target})
    finwait_qt_definitions(${target})
    finwait_moc(${target} "${PROJECT_SOURCE_DIR}/bench/bench_${unit}.cpp")
    add_custom_target(
        run_${target}
        COMMAND "${CMAKE_COMMAND}" -E env QT_QPA_PLATFORM=offscreen $<TARGET_FILE:${target}>
        USES_TERMINAL)
    add_dependencies(bench run_${target})
endfunction()

function(finwait_script_test name)
    cmake_parse_arguments(PARSE_ARGV 1 SCRIPT "" "FIXTURE_SETUP;FIXTURE_REQUIRED;FIXTURE_CLEANUP;TIMEOUT"
                          "COMMAND;ENVIRONMENT")
    if(NOT SCRIPT_TIMEOUT)
        set(SCRIPT_TIMEOUT 120)
    endif()
    add_test(
        NAME packaging.${name}
        COMMAND ${SCRIPT_COMMAND}
        WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
    set_tests_properties(
        packaging.${name}
        PROPERTIES LABELS packaging
                   TIMEOUT ${SCRIPT_TIMEOUT}
                   SKIP_RETURN_CODE 77
                   ENVIRONMENT
                   "FINWAIT_BUILD=${PROJECT_BINARY_DIR};FINWAIT_WORK=${PROJECT_BINARY_DIR}/packaging-tests;${SCRIPT_ENVIRONMENT}"
                   FIXTURES_SETUP "${SCRIPT_FIXTURE_SETUP}"
                   FIXTURES_REQUIRED "${SCRIPT_FIXTURE_REQUIRED}"
                   FIXTURES_CLEANUP "${SCRIPT_FIXTURE_CLEANUP}")
endfunction()
