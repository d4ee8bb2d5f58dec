# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
#
# Targets: format (rewrites), format_check, tidy, clazy, and lint (the last three together).
# tidy and clazy want the preset lint: they are clang inside, and clang does not read GCC's precompiled headers.

set(lint_patterns)
foreach(root IN ITEMS src tests bench)
    list(APPEND lint_patterns "${PROJECT_SOURCE_DIR}/${root}/*.cpp" "${PROJECT_SOURCE_DIR}/${root}/*.h")
endforeach()
file(GLOB_RECURSE lint_files CONFIGURE_DEPENDS ${lint_patterns})
set(lint_sources ${lint_files})
list(FILTER lint_sources INCLUDE REGEX "\\.cpp$")
if(NOT lint_sources)
    return()
endif()

# One version for everybody: each formats a little differently from the next.
find_program(FINWAIT_CLANG_FORMAT NAMES clang-format-14 clang-format)
find_program(FINWAIT_RUN_CLANG_TIDY NAMES run-clang-tidy)
find_program(FINWAIT_CLAZY NAMES clazy-standalone)
mark_as_advanced(FINWAIT_CLANG_FORMAT FINWAIT_RUN_CLANG_TIDY FINWAIT_CLAZY)
cmake_host_system_information(RESULT lint_jobs QUERY NUMBER_OF_LOGICAL_CORES)

add_custom_target(lint)

if(FINWAIT_CLANG_FORMAT)
    add_custom_target(
        format
        COMMAND "${FINWAIT_CLANG_FORMAT}" -i ${lint_files}
        COMMENT "Formatting"
        VERBATIM)
    add_custom_target(
        format_check
        COMMAND "${FINWAIT_CLANG_FORMAT}" --dry-run -Werror ${lint_files}
        COMMENT "Looking at the format"
        VERBATIM)
    add_dependencies(lint format_check)
endif()

if(FINWAIT_RUN_CLANG_TIDY)
    add_custom_target(
        tidy
        COMMAND "${FINWAIT_RUN_CLANG_TIDY}" -quiet -j ${lint_jobs} -p "${PROJECT_BINARY_DIR}"
                "^${PROJECT_SOURCE_DIR}/(src|tests|bench)/"
        COMMENT "clang-tidy"
        USES_TERMINAL VERBATIM)
    add_dependencies(tidy autogen mocs)
    add_dependencies(lint tidy)
endif()

# Left out of level 1: non-pod-global-static (a translation context is one), range-loop-detach (clang-tidy sees it).
if(FINWAIT_CLAZY)
    add_custom_target(
        clazy
        COMMAND
            "${FINWAIT_CLAZY}" -p "${PROJECT_BINARY_DIR}"
            -checks=level0,level1,connect-by-name,heap-allocated-small-trivial-type,old-style-connect,no-non-pod-global-static
            "-header-filter=^${PROJECT_SOURCE_DIR}/(src|tests|bench)/.*" ${lint_sources}
        COMMENT "clazy"
        USES_TERMINAL VERBATIM)
    add_dependencies(clazy autogen mocs)
    add_dependencies(lint clazy)
endif()
