// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What was done to a simulation from outside, so that it can be done again at the very same moments.
#pragma once

#include "core/command.h"
#include "core/trace.h"
#include "core/virtual_time.h"

namespace finwait {

struct Done {
    StepIndex afterSteps = 0; ///< so many steps of the trace came before it
    Time at{};                ///< not before the last of them, and not after what would have come next by itself
    Command command;

    friend bool operator==(const Done&, const Done&) = default;
};

} // namespace finwait
