// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The scenarios that ship, as `finwait scenarios` prints them.
#pragma once

#include "scenario/scenario.h"

#include <QString>

#include <span>
#include <string>

namespace finwait {

/// Name and title, one a line.
[[nodiscard]] QString scenarioListText(std::span<const Scenario> scenarios, const QString& language);
/// UTF-8; the form is stable and described in docs/json.md.
[[nodiscard]] std::string scenarioListJson(std::span<const Scenario> scenarios);

} // namespace finwait
