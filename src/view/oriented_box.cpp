// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/oriented_box.h"

#include <QRectF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace finwait {

namespace {

QPointF turned(QPointF point, double degrees)
{
    const double radians = degrees * std::numbers::pi / 180;
    const double cosine = std::cos(radians);
    const double sine = std::sin(radians);
    return {point.x() * cosine - point.y() * sine, point.x() * sine + point.y() * cosine};
}

/// How far the other box reaches from its centre along an axis that is turned by `degrees` against it.
double reach(const OrientedBox& box, double degrees)
{
    const double radians = degrees * std::numbers::pi / 180;
    return std::abs(std::cos(radians)) * box.width / 2 + std::abs(std::sin(radians)) * box.height / 2;
}

/// Whether the boxes are apart along one of the axes of the first.
bool apart(const OrientedBox& first, const OrientedBox& second)
{
    const QPointF between = turned(second.center - first.center, -first.angle);
    const double against = first.angle - second.angle;
    return std::abs(between.x()) >= first.width / 2 + reach(second, against)
           || std::abs(between.y()) >= first.height / 2 + reach(second, against + 90);
}

} // namespace

QTransform OrientedBox::transform() const
{
    return QTransform::fromTranslate(center.x(), center.y()).rotate(angle);
}

QPolygonF OrientedBox::polygon() const
{
    return transform().map(QPolygonF(QRectF(-width / 2, -height / 2, width, height)));
}

bool OrientedBox::contains(QPointF point) const
{
    const QPointF inside = turned(point - center, -angle);
    return std::abs(inside.x()) <= width / 2 && std::abs(inside.y()) <= height / 2;
}

bool OrientedBox::meets(const OrientedBox& box) const
{
    return !apart(*this, box) && !apart(box, *this);
}

bool OrientedBox::meets(const QLineF& line) const
{
    // The line's part inside the box, from `enter` to `leave` of its length, after each pair of sides.
    const QPointF start = turned(line.p1() - center, -angle);
    const QPointF along = turned(line.p2() - line.p1(), -angle);
    double enter = 0;
    double leave = 1;
    const auto clip = [&](double from, double by, double half) {
        if (by == 0)
            return std::abs(from) < half;
        const double one = (-half - from) / by;
        const double two = (half - from) / by;
        enter = std::max(enter, std::min(one, two));
        leave = std::min(leave, std::max(one, two));
        return enter < leave;
    };
    return clip(start.x(), along.x(), width / 2) && clip(start.y(), along.y(), height / 2);
}

} // namespace finwait
