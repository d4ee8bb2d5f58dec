// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The files of resources/scenarios as they went into the program; defined in a source file that the build writes
// (cmake/EmbedScenarios.cmake).
#pragma once

#include <span>
#include <string_view>

namespace finwait {

struct EmbeddedScenario {
    std::string_view name; ///< of the file, without its extension
    std::string_view text;
};

[[nodiscard]] std::span<const EmbeddedScenario> embeddedScenarios();

} // namespace finwait
