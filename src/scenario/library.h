// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The scenarios that ship with Finwait: resources/scenarios/*.finwait, part of the program itself.
#pragma once

#include "scenario/scenario.h"

#include <span>
#include <string_view>

namespace finwait {

/// All of them, in the order in which they are best told (src/scenario/CMakeLists.txt).
[[nodiscard]] std::span<const Scenario> scenarioLibrary();
/// nullptr: there is none of that name.
[[nodiscard]] const Scenario* findScenario(std::string_view name);

} // namespace finwait
