// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The geometry of an edge: a polyline that is drawn with rounded corners, beside itself, or in part.
#pragma once

#include <QPainterPath>
#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace finwait::route {

/// Without points that stand in one place or on a straight line between their neighbours.
[[nodiscard]] QPolygonF simplified(const QPolygonF& line);
[[nodiscard]] double length(const QPolygonF& line);
/// The direction in which `line` arrives. It must have two different points.
[[nodiscard]] QPointF arrival(const QPolygonF& line);

/// With its corners rounded by `radius`, less where a segment is too short for that.
[[nodiscard]] QPainterPath rounded(const QPolygonF& line, double radius);
/// Moved aside by `distance`: to the right of the way it goes, as seen on a screen; to the left if negative.
[[nodiscard]] QPolygonF shifted(const QPolygonF& line, double distance);
/// The first `wanted` of its length.
[[nodiscard]] QPolygonF beginning(const QPolygonF& line, double wanted);
/// What is left of it outside `gap`, which lies across one of its level segments.
[[nodiscard]] std::vector<QPolygonF> without(const QPolygonF& line, const QRectF& gap);

} // namespace finwait::route
