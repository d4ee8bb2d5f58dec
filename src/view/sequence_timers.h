// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Turns the timer records of a trace into bars, in lanes beside each other.
#pragma once

#include "core/trace.h"
#include "view/sequence_index.h"

#include <vector>

namespace finwait {

/// Bars of no length are left out. Inside a folded run the restarts of a timer count as one run of it.
[[nodiscard]] PerSide<std::vector<TimerLane>> findTimerLanes(const Trace& trace, const std::vector<DataRun>& runs);

} // namespace finwait
