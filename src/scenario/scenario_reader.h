// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Reads a scenario file (.finwait). Nothing in it is overlooked: a field that is not known is as much an error as one
// that is missing, so that a slip of the pen does not silently make another scenario.
#pragma once

#include "core/expected.h"
#include "core/read_error.h"
#include "core/virtual_time.h"
#include "scenario/scenario.h"

#include <string_view>

namespace finwait {

/// The version of the format, in the field "finwait".
inline constexpr int scenarioFormat = 1;

/// The longest time that can be written in a scenario: a year.
inline constexpr Duration longestScenarioTime = std::chrono::hours{24 * 365};

/// `text` is UTF-8. Times are milliseconds and may have a fraction of up to three digits. A scenario that comes back
/// can be simulated: its profiles exist and its times lie between zero and longestScenarioTime.
[[nodiscard]] Expected<Scenario, ReadError> readScenario(std::string_view text);

} // namespace finwait
