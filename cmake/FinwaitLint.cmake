# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
#
# Targets: format (rewrites), format_check, tidy, clazy, lint (the last three together).

set(lint_roots src tests bench)
set(lint_patterns ${lint_roots})
list(TRANSFORM lint_patterns REPLACE "(.+)" "${PROJECT_SOURCE_DIR}/\\1/*.cpp" OUTPUT_VARIABLE lint_cpp_patterns)
list(TRANSFORM lint_patterns REPLACE "(.+)" "${PROJECT_SOURCE_DIR}/\\1/*.h" OUTPUT_VARIABLE lint_h_patterns)
file(GLOB_RECURSE lint_translation_units CONFIGURE_DEPENDS ${lint_cpp_patterns})
file(GLOB_RECURSE lint_headers CONFIGURE_DEPENDS ${lint_h_patterns})

if(NOT lint_translation_units)
    return()
endif()

find_program(FINWAIT_CLANG_FORMAT clang-format)
find_program(FINWAIT_RUN_CLANG_TIDY NAMES run-clang-tidy run-clang-tidy-14 run-clang-tidy-18)
find_program(FINWAIT_CLAZY clazy-standalone)
mark_as_advanced(FINWAIT_CLANG_FORMAT FINWAIT_RUN_CLANG_TIDY FINWAIT_CLAZY)

add_custom_target(lint)

if(FINWAIT_CLANG_FORMAT)
    add_custom_target(
        format
        COMMAND "${FINWAIT_CLANG_FORMAT}" -i ${lint_translation_units} ${lint_headers}
        VERBATIM)
    add_custom_target(
        format_check
        COMMAND "${FINWAIT_CLANG_FORMAT}" --dry-run -Werror ${lint_translation_units} ${lint_headers}
        VERBATIM)
    add_dependencies(lint format_check)
endif()
