// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What scenarios are called where they are chosen.
#pragma once

#include "scenario/scenario.h"

#include <QString>

namespace finwait {

/// The title in the language of the window.
[[nodiscard]] QString scenarioTitle(const Scenario& scenario);
/// What it teaches, in the language of the window.
[[nodiscard]] QString scenarioDescription(const Scenario& scenario);

} // namespace finwait
