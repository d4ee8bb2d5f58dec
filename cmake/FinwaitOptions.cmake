# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
#
# What can be chosen when configuring, and what holds for every target whatever is chosen.
# CMakePresets.json makes these choices; nobody should have to type them.

include(CheckPIESupported)

option(FINWAIT_DEVELOPER_MODE "Add the tests, the benchmarks and the lint targets" OFF)
option(FINWAIT_ASSERTIONS "Keep assert() and Q_ASSERT, whatever the build type" OFF)
option(FINWAIT_HARDENING "Compile and link with the hardening flags distributions use" OFF)
option(FINWAIT_PRECOMPILE "Precompile the Qt headers that every Qt room reads" ON)
set(FINWAIT_SANITIZE "" CACHE STRING "Sanitizers for everything, for instance: address;undefined")

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_GLOBAL_AUTOGEN_TARGET ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
check_pie_supported(LANGUAGES CXX)

# A precompiled header is in the way of ccache unless it may overlook how macros came to be defined.
if(NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    find_program(FINWAIT_CCACHE ccache)
    mark_as_advanced(FINWAIT_CCACHE)
    if(FINWAIT_CCACHE)
        set(CMAKE_CXX_COMPILER_LAUNCHER
            "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${FINWAIT_CCACHE}")
    endif()
endif()

# No path of the machine that built it ends up in what ships.
add_compile_options("-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.")

if(FINWAIT_ASSERTIONS)
    add_compile_options(-UNDEBUG)
    add_compile_definitions(QT_FORCE_ASSERTS)
endif()

if(FINWAIT_HARDENING)
    add_compile_options(-fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -Wformat -Werror=format-security)
    add_link_options(-Wl,-z,relro -Wl,-z,now -Wl,--as-needed)
endif()

if(FINWAIT_SANITIZE)
    list(JOIN FINWAIT_SANITIZE "," sanitizers)
    add_compile_options("-fsanitize=${sanitizers}" -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options("-fsanitize=${sanitizers}")
endif()
