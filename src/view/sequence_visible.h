// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What of a trace lies in a window of the chart: found by binary search, so that the cost depends on the window's
// height and not on the length of the trace.
#pragma once

#include "view/sequence_layout.h"

#include <cstddef>
#include <vector>

namespace finwait {

/// From top to bottom, in the coordinates of the layout.
struct SequenceWindow {
    double top = 0;
    double bottom = 0;

    [[nodiscard]] bool meets(double from, double to) const { return from <= bottom && to >= top; }
};

struct VisibleBar {
    std::size_t lane;
    const TimerBar* bar;
};

/// Those that are not told in a band. Of many that fall on the same line of pixels only some.
[[nodiscard]] std::vector<FlightIndex> visibleFlights(const SequenceLayout& layout, const SequenceWindow& window);
/// Open ones and folded ones.
[[nodiscard]] std::vector<const DataRun*> visibleRuns(const SequenceLayout& layout, const SequenceWindow& window);
[[nodiscard]] std::vector<std::size_t> visibleSpans(const SequenceLayout& layout, Side side,
                                                    const SequenceWindow& window);
[[nodiscard]] std::vector<VisibleBar> visibleBars(const SequenceLayout& layout, Side side,
                                                  const SequenceWindow& window);
[[nodiscard]] std::vector<RecordIndex> visibleFlags(const SequenceLayout& layout, Side side,
                                                    const SequenceWindow& window);

/// Where gaps of the axis are torn out of the chart.
[[nodiscard]] std::vector<QRectF> tornRects(const SequenceLayout& layout, const SequenceWindow& window);

} // namespace finwait
