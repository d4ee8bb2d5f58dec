// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A rectangle that may be turned: the room that a label beside a slanted line takes.
#pragma once

#include <QLineF>
#include <QPointF>
#include <QPolygonF>
#include <QTransform>

namespace finwait {

struct OrientedBox {
    QPointF center;
    double width = 0;
    double height = 0;
    double angle = 0; ///< degrees, clockwise on the screen

    /// From the box's own coordinates, in which its centre is the origin, to the picture's.
    [[nodiscard]] QTransform transform() const;
    [[nodiscard]] QPolygonF polygon() const;
    [[nodiscard]] bool contains(QPointF point) const;
    [[nodiscard]] bool meets(const OrientedBox& box) const;
    [[nodiscard]] bool meets(const QLineF& line) const;
};

} // namespace finwait
