// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A run for programs: `finwait run --json`. The form is stable and described in docs/json.md.
#pragma once

#include "scenario/scenario.h"

#include <string>

namespace finwait {

/// UTF-8, ends with a newline. The same scenario gives the same octets.
[[nodiscard]] std::string runJson(const Scenario& scenario, const Run& run);

} // namespace finwait
