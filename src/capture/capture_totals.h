// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// All connections of a capture in one picture: how many ended in each state, how often each transition was taken.
#pragma once

#include "capture/captured_connections.h"
#include "core/side.h"
#include "core/state.h"
#include "core/transition_table.h"

#include <array>
#include <cstdint>
#include <vector>

namespace finwait {

struct CaptureTotals {
    PerSide<std::array<std::uint32_t, stateCount>> endedIn{}; ///< by State; ends of which nothing is known are left out
    PerSide<std::vector<std::uint64_t>> taken;                ///< by RowIndex
};

[[nodiscard]] CaptureTotals totalsOf(const CapturedConnections& connections);
/// Of those at these places.
[[nodiscard]] CaptureTotals totalsOf(const CapturedConnections& connections, const std::vector<std::size_t>& places);

} // namespace finwait
