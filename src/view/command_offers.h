// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What can be done at the playhead to a segment on its way and to a timer that runs: the entries of its menu, the same
// in the chart and in the diagram.
#pragma once

#include "core/command.h"
#include "core/reason.h"

#include <QString>

#include <functional>
#include <vector>

class QMenu;
class QObject;

namespace finwait {

struct OfferedCommand {
    QString text;
    Command command;
    Refusal refusal = Refusal::None; ///< why it cannot be done now
};

/// `flight` is on its way after the first `recordsBefore` records.
[[nodiscard]] std::vector<OfferedCommand> segmentOffers(const Trace& trace, FlightIndex flight,
                                                        RecordIndex recordsBefore);
/// To a timer of `side` that runs. `length`: for how long it was set.
[[nodiscard]] std::vector<OfferedCommand> timerOffers(Side side, TimerKind kind, Duration length);

/// One entry for each; what cannot be done now is disabled, and its tool tip says why. `submit` is called as long as
/// `context` lives.
void addOffers(QMenu& menu, const std::vector<OfferedCommand>& offers, QObject* context,
               const std::function<void(const Command&)>& submit);

} // namespace finwait
