# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
#
# A room is one directory under src/ and one static library.
#
#   finwait_room(<room> [QT]
#                SOURCES       a.cpp b.cpp ...        relative to the room's directory; a header only when it has
#                                                     Q_OBJECT and no .cpp of the same name
#                PUBLIC_LINKS  Finwait::core ...      what the room's headers include
#                PRIVATE_LINKS Qt6::Svg ...)          what only its .cpp files include
#
# makes the target finwait_<room>, also called Finwait::<room>. Includes start at src/: #include "core/state.h".
# QT turns on moc, uic (for forms in ui/) and rcc, and the stricter definitions of Qt's API.
# A room without SOURCES is a library of headers.

configure_file("${PROJECT_SOURCE_DIR}/cmake/finwait_version.h.in" "${PROJECT_BINARY_DIR}/generated/finwait_version.h"
               @ONLY)

function(finwait_warnings target)
    target_compile_options(
        ${target}
        PRIVATE -Wall
                -Wextra
                -Wpedantic
                -Wshadow
                -Wconversion
                -Wnon-virtual-dtor
                -Woverloaded-virtual
                -Wcast-align
                -Wimplicit-fallthrough)
endfunction()

function(finwait_qt_definitions target)
    target_compile_definitions(
        ${target}
        PRIVATE QT_DISABLE_DEPRECATED_BEFORE=0x060400
                QT_NO_CONTEXTLESS_CONNECT
                QT_NO_FOREACH
                QT_NO_JAVA_STYLE_ITERATORS
                QT_NO_NARROWING_CONVERSIONS_IN_CONNECT)
endfunction()

function(finwait_room room)
    cmake_parse_arguments(PARSE_ARGV 1 ROOM "QT" "" "SOURCES;PUBLIC_LINKS;PRIVATE_LINKS")
    if(ROOM_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "finwait_room(${room}): what is ${ROOM_UNPARSED_ARGUMENTS}?")
    endif()

    set(target finwait_${room})
    set(include_roots "${PROJECT_SOURCE_DIR}/src" "${PROJECT_BINARY_DIR}/generated")
    if(NOT ROOM_SOURCES)
        add_library(${target} INTERFACE)
        target_include_directories(${target} INTERFACE ${include_roots})
        target_link_libraries(${target} INTERFACE ${ROOM_PUBLIC_LINKS} ${ROOM_PRIVATE_LINKS})
    else()
        add_library(${target} STATIC ${ROOM_SOURCES})
        target_include_directories(${target} PUBLIC ${include_roots})
        target_link_libraries(${target} PUBLIC ${ROOM_PUBLIC_LINKS} PRIVATE ${ROOM_PRIVATE_LINKS})
        finwait_warnings(${target})
        if(ROOM_QT)
            finwait_qt_definitions(${target})
            set_target_properties(${target} PROPERTIES AUTOMOC ON AUTOUIC ON AUTORCC ON
                                                       AUTOUIC_SEARCH_PATHS "${PROJECT_SOURCE_DIR}/ui")
            target_compile_definitions(
                ${target} PRIVATE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
                                  QT_NO_URL_CAST_FROM_STRING)
            finwait_precompile(${target} ${ROOM_PUBLIC_LINKS} ${ROOM_PRIVATE_LINKS})
        endif()
    endif()
    add_library(Finwait::${room} ALIAS ${target})
endfunction()

# Only for rooms that see the widgets: elsewhere the headers are too few to be worth it.
function(finwait_precompile target)
    if(FINWAIT_PRECOMPILE AND ARGN MATCHES "Qt6::Widgets|Finwait::view")
        target_precompile_headers(${target} PRIVATE "${PROJECT_SOURCE_DIR}/cmake/finwait_precompiled.h")
    endif()
endfunction()
