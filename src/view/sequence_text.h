// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the chart itself says: times along the axis, gaps, and what is told about a thing under the pointer.
#pragma once

#include "core/trace.h"
#include "view/sequence_index.h"

#include <QFontMetricsF>
#include <QString>

#include <cstddef>

namespace finwait::sequence_text {

/// A round moment on an axis with ticks every `step`: "50 ms", "1.2 s", "4:00".
[[nodiscard]] QString tick(Time time, Duration step);
/// Any moment, where pixels are `step` apart: cut off behind the digits that tell them apart, all of which are true.
[[nodiscard]] QString moment(Time time, Duration step);
/// The width of the widest such moment until `end`.
[[nodiscard]] double widestMoment(const QFontMetricsF& metrics, Time end, Duration step);
/// "nothing happens for 4 min"
[[nodiscard]] QString gap(Duration length);
/// In the place of a gap of which nobody knows yet what will happen in it.
[[nodiscard]] QString notPlayedYet();
/// "data, 12 segments, 17,520 octets"
[[nodiscard]] QString run(const DataRun& run);
/// In a flag, where room is short: "send 1460", "error: reset".
[[nodiscard]] QString flag(const Record& record);

// Several lines of plain text, for tooltips.
[[nodiscard]] QString aboutFlight(const Trace& trace, FlightIndex index);
[[nodiscard]] QString aboutRun(const DataRun& data);
[[nodiscard]] QString aboutState(const Trace& trace, Side side, std::size_t index);
[[nodiscard]] QString aboutTimer(const TimerBar& bar);
[[nodiscard]] QString aboutRecord(const Trace& trace, RecordIndex record);

} // namespace finwait::sequence_text
