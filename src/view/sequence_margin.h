// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Places what stands outside of a lifeline: flags of the application's calls and errors, labels of timers, names of
// states. They share a column and must not run into each other.
#pragma once

#include "view/sequence_layout.h"
#include "view/sequence_visible.h"

#include <QLineF>
#include <QRectF>
#include <QString>

#include <cstddef>
#include <vector>

namespace finwait {

/// A flag's tip towards the lifeline, in heights of a line of text.
inline constexpr double flagPoint = 0.45;

/// Something an application did or was told, at the lifeline's outer side.
struct MarginFlag {
    RecordIndex record = noRecord;
    bool isError = false; ///< refused, reset, timed out
    QString text;         ///< in two lines where the column is too narrow for one; shortened if still too long
    QRectF rect;
    double y = 0; ///< of the record; the flag may have given way to another
};

struct MarginTimer {
    VisibleBar bar;
    QRectF rect;
    QString label; ///< in two lines where the column is too narrow for one; empty if there was no room
    QRectF labelRect;
    QLineF leader; ///< from the label to the bar, where it had to be put away from it
};

struct MarginState {
    std::size_t span = 0;
    QString name; ///< shortened in its middle where there is no room: its end tells FIN_WAIT_1 from FIN_WAIT_2
    QRectF rect;
    double leaderY = 0; ///< the strip's middle, or the middle of the part that is meant
    bool hasLeader = false;
};

struct Margin {
    std::vector<MarginFlag> flags;
    std::vector<MarginTimer> timers;
    std::vector<MarginState> states; ///< those whose names have room
};

/// Names of states keep to the part of their strip that is in the window.
[[nodiscard]] Margin placeMargin(const SequenceLayout& layout, Side side, const SequenceWindow& window);

} // namespace finwait
