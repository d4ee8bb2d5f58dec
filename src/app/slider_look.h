// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// How a slider looks, whoever draws it: the style for the ordinary ones, the scrubber for itself.
#pragma once

#include <QPointF>

#include <optional>

class QColor;
class QPainter;

namespace finwait::slider {

inline constexpr double grooveHeight = 4;   // pixels
inline constexpr double handleRadius = 6.5; // pixels

/// A groove from `left` to `right`, with its middle at height `y`.
void paintGroove(QPainter& painter, double left, double right, double y, const QColor& color);
/// `focus`: the colour of the ring around a handle that has the keyboard's focus.
void paintHandle(QPainter& painter, QPointF middle, const QColor& color, const std::optional<QColor>& focus);

} // namespace finwait::slider
