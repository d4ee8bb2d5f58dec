// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the state diagram shows at one moment, as a value: read from a session to be played with, or from a trace alone
// to be exported.
#pragma once

#include "core/command.h"
#include "core/side.h"
#include "core/state.h"
#include "core/timer.h"
#include "core/trace.h"
#include "core/transition_table.h"
#include "core/virtual_time.h"
#include "view/command_offers.h"

#include <QString>

#include <map>
#include <set>
#include <span>
#include <vector>

namespace finwait {

class Session;

/// A click that would take a row, and what it does in words: "The client's application calls close."
struct DiagramChoice {
    Side side{};
    RowIndex row = 0;
    Command command;
    QString text;
    /// What can be done to the segment or the timer that it is about, the click included; empty for a call.
    std::vector<OfferedCommand> offers = {};
};

struct DiagramState {
    std::span<const Side> sides = allSides; ///< those that have a state
    PerSide<State> state;
    /// For each row that a side has taken, the record of the last time.
    PerSide<std::map<RowIndex, RecordIndex>> taken;
    /// Rows beyond the RFC's figure that are taken somewhere in the trace, before this moment or after it.
    std::set<RowIndex> beyond = {};
    PerSide<TimerSet> timers;
    Time now{};
    std::vector<DiagramChoice> choices;
};

/// As it stands at the playhead.
[[nodiscard]] DiagramState diagramState(const Session& session);
/// As it stood at `now`, after the first `records` records. Nothing can be clicked.
[[nodiscard]] DiagramState diagramState(const Trace& trace, RecordIndex records, Time now);

} // namespace finwait
