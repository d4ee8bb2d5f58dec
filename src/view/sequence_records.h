// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Small questions that the parts of the chart ask of a trace.
#pragma once

#include "core/trace.h"

namespace finwait {

/// Why a segment that arrived was not (wholly) used; Reason::None if it was, or did not arrive.
[[nodiscard]] Reason reasonNotProcessed(const Trace& trace, FlightIndex flight);

/// The first record at `time` or later.
[[nodiscard]] RecordIndex firstRecordAt(const Trace& trace, Time time);

/// How much of its way a lost segment had behind it: 0 at its sender, 1 at its receiver.
[[nodiscard]] double wayBehind(const Flight& flight);

} // namespace finwait
