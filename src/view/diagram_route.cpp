// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/diagram_route.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace finwait::route {

namespace {

constexpr double nearlyNothing = 1e-3;

QPointF unit(QPointF vector)
{
    const double size = std::hypot(vector.x(), vector.y());
    return size < nearlyNothing ? QPointF() : vector / size;
}

double cross(QPointF a, QPointF b)
{
    return a.x() * b.y() - a.y() * b.x();
}

double distance(QPointF a, QPointF b)
{
    return std::hypot(b.x() - a.x(), b.y() - a.y());
}

/// Where the two segments that meet in `corner` meet after both have moved to the right by `aside`.
QPointF shiftedCorner(QPointF before, QPointF corner, QPointF after, double aside)
{
    const QPointF in = unit(corner - before);
    const QPointF out = unit(after - corner);
    const double turn = cross(in, out);
    const QPointF right(-in.y(), in.x());
    if (std::abs(turn) < nearlyNothing)
        return corner + right * aside;
    const double straight = QPointF::dotProduct(in, out);
    return corner + right * aside + in * (aside * (straight - 1.0) / turn);
}

} // namespace

QPolygonF simplified(const QPolygonF& line)
{
    QPolygonF result;
    for (const QPointF& point : line) {
        if (!result.isEmpty() && distance(result.last(), point) < nearlyNothing)
            continue;
        if (result.size() >= 2) {
            const QPointF in = unit(result.last() - result.at(result.size() - 2));
            const QPointF out = unit(point - result.last());
            if (std::abs(cross(in, out)) < nearlyNothing && QPointF::dotProduct(in, out) > 0)
                result.removeLast();
        }
        result << point;
    }
    return result;
}

double length(const QPolygonF& line)
{
    double sum = 0;
    for (qsizetype i = 1; i < line.size(); ++i)
        sum += distance(line.at(i - 1), line.at(i));
    return sum;
}

QPointF arrival(const QPolygonF& line)
{
    const QPolygonF plain = simplified(line);
    Q_ASSERT(plain.size() >= 2);
    return unit(plain.last() - plain.at(plain.size() - 2));
}

QPainterPath rounded(const QPolygonF& line, double radius)
{
    const QPolygonF plain = simplified(line);
    QPainterPath path;
    if (plain.isEmpty())
        return path;
    path.moveTo(plain.first());
    for (qsizetype i = 1; i + 1 < plain.size(); ++i) {
        const QPointF corner = plain.at(i);
        const double before = distance(plain.at(i - 1), corner);
        const double after = distance(corner, plain.at(i + 1));
        const double r = std::min({radius, before / 2.0, after / 2.0});
        path.lineTo(corner - unit(corner - plain.at(i - 1)) * r);
        path.quadTo(corner, corner + unit(plain.at(i + 1) - corner) * r);
    }
    path.lineTo(plain.last());
    return path;
}

QPolygonF shifted(const QPolygonF& line, double distance)
{
    QPolygonF plain = simplified(line);
    if (plain.size() < 2)
        return plain;
    const auto end = plain.size() - 1;
    const QPointF first = unit(plain.at(1) - plain.at(0));
    const QPointF last = unit(plain.at(end) - plain.at(end - 1));
    QPolygonF result;
    result << plain.constFirst() + QPointF(-first.y(), first.x()) * distance;
    for (qsizetype i = 1; i < end; ++i)
        result << shiftedCorner(plain.at(i - 1), plain.at(i), plain.at(i + 1), distance);
    result << plain.constLast() + QPointF(-last.y(), last.x()) * distance;
    return result;
}

QPolygonF beginning(const QPolygonF& line, double wanted)
{
    QPolygonF result;
    double left = wanted;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (i == 0) {
            result << line.first();
            continue;
        }
        const double step = distance(line.at(i - 1), line.at(i));
        if (step >= left) {
            result << line.at(i - 1) + unit(line.at(i) - line.at(i - 1)) * std::max(0.0, left);
            break;
        }
        result << line.at(i);
        left -= step;
    }
    return result;
}

std::vector<QPolygonF> without(const QPolygonF& line, const QRectF& gap)
{
    if (gap.isEmpty())
        return {line};
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF a = line.at(i - 1);
        const QPointF b = line.at(i);
        const bool level = std::abs(a.y() - b.y()) < nearlyNothing;
        const bool crosses = std::min(a.x(), b.x()) < gap.left() && std::max(a.x(), b.x()) > gap.right();
        if (!level || !crosses || a.y() < gap.top() || a.y() > gap.bottom())
            continue;
        const double nearX = a.x() < b.x() ? gap.left() : gap.right();
        const double farX = a.x() < b.x() ? gap.right() : gap.left();
        QPolygonF before = line.first(i);
        before << QPointF(nearX, a.y());
        QPolygonF after;
        after << QPointF(farX, a.y());
        after << line.sliced(i);
        return {before, after};
    }
    return {line};
}

} // namespace finwait::route
