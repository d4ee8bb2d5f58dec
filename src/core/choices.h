// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What can be done to a simulation right now, as transitions: the edges of the diagram that a click fires.
#pragma once

#include "core/command.h"
#include "core/side.h"
#include "core/simulator.h"
#include "core/transition_table.h"

#include <cstdint>
#include <vector>

namespace finwait {

/// `command` would make `side` take `row` at once.
struct Choice {
    Side side;
    RowIndex row;
    Command command;
};

/// Octets of the SEND that turns a passive open into an active one.
inline constexpr std::uint32_t defaultSendOctets = 100;

/// Every row that a single command would take now, found by trying each command on a copy of its endpoint: calls,
/// segments in flight, running timers. At most one choice for each (side, row); a side's calls come first.
[[nodiscard]] std::vector<Choice> choices(const Simulator& simulator);

} // namespace finwait
