// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// One time axis for two charts: what happens at one moment in both is at one height, and where they part there is room
// for a mark.
#pragma once

#include "core/trace.h"
#include "view/sequence_index.h"
#include "view/sequence_layout.h"
#include "view/time_axis.h"

#include <optional>

namespace finwait {

/// A trace and what the chart knows of it; nothing of it is folded.
struct ChartedTrace {
    const Trace& trace;
    const SequenceIndex& index;
};

/// `markAt`: just above this moment `markHeight` pixels are left free; at the axis's very beginning they are not, since
/// there is room above it.
[[nodiscard]] TimeAxis commonAxis(const ChartedTrace& one, const ChartedTrace& two, const SequenceMeasures& measures,
                                  std::optional<Time> markAt, double markHeight);

} // namespace finwait
