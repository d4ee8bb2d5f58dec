// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Writes a scenario file that readScenario gives back unchanged.
#pragma once

#include "scenario/scenario.h"

#include <string>

namespace finwait {

/// JSON in UTF-8, with every field written out. The scenario must be one that readScenario would accept.
[[nodiscard]] std::string writeScenario(const Scenario& scenario);

} // namespace finwait
