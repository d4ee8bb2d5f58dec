# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
#
#   cmake -D OUTPUT=embedded_scenarios.cpp -D "FILES=a.finwait;b.finwait" -P EmbedScenarios.cmake
#
# writes the source file behind src/scenario/embedded_scenarios.h: each file as a raw string, in the given order. The
# room has no Qt, so Qt's resources are not for it.

set(entries "")
foreach(file IN LISTS FILES)
    get_filename_component(name "${file}" NAME_WE)
    file(READ "${file}" text)
    string(APPEND entries "    {\"${name}\", R\"finwait(${text})finwait\"},\n")
endforeach()

file(
    CONFIGURE
    OUTPUT "${OUTPUT}"
    CONTENT
        [[// Written by cmake/EmbedScenarios.cmake.
#include "scenario/embedded_scenarios.h"

#include <array>

namespace finwait {

std::span<const EmbeddedScenario> embeddedScenarios()
{
    static constexpr auto files = std::to_array<EmbeddedScenario>({
@entries@    });
    return files;
}

} // namespace finwait
]]
    @ONLY)
