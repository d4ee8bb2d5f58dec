// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What of the chart is under a point.
#pragma once

#include "view/sequence_labels.h"
#include "view/sequence_layout.h"
#include "view/sequence_visible.h"

#include <QPointF>

#include <cstddef>
#include <variant>

namespace finwait {

namespace hit {
struct Message {
    FlightIndex flight;
};
struct Run {
    const DataRun* run;
};
struct Strip {
    Side side;
    std::size_t span; ///< in Trace::states()
};
struct Timer {
    Side side;
    const TimerBar* bar;
};
struct Flag {
    RecordIndex record;
};
/// Beside the ticks: a moment to go to.
struct Axis {
    Time at;
};
} // namespace hit

using SequenceHit = std::variant<std::monostate, hit::Message, hit::Run, hit::Strip, hit::Timer, hit::Flag, hit::Axis>;

/// What is at `point` in a chart of which `window` is seen; of several things the one on top.
[[nodiscard]] SequenceHit hitTest(const SequenceLayout& layout, const SequenceLabels& labels,
                                  const SequenceWindow& window, QPointF point);

/// The record by which it is selected; noRecord for what is none.
[[nodiscard]] RecordIndex recordOf(const SequenceLayout& layout, const SequenceHit& hit);

/// Several lines about it; empty for nothing.
[[nodiscard]] QString aboutHit(const SequenceLayout& layout, const SequenceHit& hit);

/// What is written at the height of a line across the chart: of the slanted labels of messages so much as it would run
/// through.
[[nodiscard]] std::vector<QRectF> textsAcross(const SequenceLayout& layout, const SequenceLabels& labels,
                                              const SequenceWindow& window, double y);

} // namespace finwait
