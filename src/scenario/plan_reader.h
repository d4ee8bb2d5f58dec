// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is planned in a scenario: calls, what happens to the computers, and segments that nobody has sent.
#pragma once

#include "core/command.h"
#include "scenario/json_fields.h"

namespace finwait {

/// One entry of "plan"; fails (json_fields.h) on what cannot be.
[[nodiscard]] PlannedDeed readPlannedDeed(const Fields& fields);

} // namespace finwait
