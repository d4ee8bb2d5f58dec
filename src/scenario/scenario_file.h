// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Scenarios in files on the disk.
#pragma once

#include "core/expected.h"
#include "core/read_error.h"
#include "scenario/scenario.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace finwait {

/// Larger files are refused: no scenario that a person could follow comes near it.
inline constexpr std::uintmax_t largestScenarioFile = std::uintmax_t{16} * 1024 * 1024; // octets

/// Errors name the file. One of the file itself, which is not there, no regular file, too large or cannot be read, has
/// line 0; what else can be wrong is what readScenario says.
[[nodiscard]] Expected<Scenario, ReadError> readScenarioFile(const std::filesystem::path& path);

/// Writes the file anew, or leaves what is there as it is: nobody ever sees a half of it. A link is followed, the
/// permissions of a file that is there are kept. What could not be read again is not written, and the error is the one
/// of reading it. nullopt: it is written.
[[nodiscard]] std::optional<ReadError> writeScenarioFile(const std::filesystem::path& path, const Scenario& scenario);

} // namespace finwait
