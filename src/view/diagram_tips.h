// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the state diagram says in whole sentences: in tooltips, and to who cannot see it.
#pragma once

#include "view/diagram_state.h"
#include "view/diagram_totals.h"

#include <QString>

#include <vector>

namespace finwait {

/// About an edge: what its rows mean and what a click does. `choices`: those that the edge offers now.
[[nodiscard]] QString edgeTip(const std::vector<RowIndex>& rows, const std::vector<DiagramChoice>& choices);
/// About a state: what it means, how others spell it, which timers run in it.
[[nodiscard]] QString stateTip(State state, const DiagramState& shown);
/// Who is where, and what can be done. The same as long as no step is made, however much time goes by.
[[nodiscard]] QString situationText(const DiagramState& shown);

/// About an edge: how many connections took its rows, and what those mean.
[[nodiscard]] QString totalsTip(const std::vector<RowIndex>& rows, const DiagramTotals& totals);
/// About a state: how many connections ended in it, and what it means.
[[nodiscard]] QString totalsTip(State state, const DiagramTotals& totals);
/// How many there are and where they ended.
[[nodiscard]] QString totalsText(const DiagramTotals& totals);
/// How many took these rows.
[[nodiscard]] QString totalsText(const DiagramTotals& totals, const std::vector<RowIndex>& rows);

} // namespace finwait
