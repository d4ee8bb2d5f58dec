// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/severity_mark.h"

#include <QPainter>
#include <QPolygonF>

namespace finwait {

namespace {

constexpr double strokeShare = 0.14; // of the sign's width

/// An exclamation mark, without a font.
void paintExclamation(QPainter& painter, const QRectF& room, const QColor& color)
{
    constexpr double top = 0.24; // shares of the height
    constexpr double bottom = 0.58;
    constexpr double dot = 0.76;
    const double x = room.center().x();
    const auto y = [&](double share) { return room.top() + share * room.height(); };
    painter.setPen(QPen(color, room.width() * strokeShare, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(x, y(top)), QPointF(x, y(bottom)));
    painter.drawPoint(QPointF(x, y(dot)));
}

void paintDisc(QPainter& painter, const QRectF& room, const Theme& theme)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.error);
    painter.drawEllipse(room);
    paintExclamation(painter, room, theme.panel);
}

void paintTriangle(QPainter& painter, const QRectF& room, const Theme& theme)
{
    const double half = room.width() * strokeShare / 2;
    const QRectF inner = room.adjusted(half, half, -half, -half);
    painter.setPen(QPen(theme.lit, room.width() * strokeShare, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(theme.lit);
    painter.drawPolygon(QPolygonF({QPointF(inner.center().x(), inner.top()), inner.bottomRight(), inner.bottomLeft()}));
    constexpr double lower = 0.08; // the triangle is wide below
    paintExclamation(painter, room.translated(0, lower * room.height()), theme.panel);
}

void paintRing(QPainter& painter, const QRectF& room, const Theme& theme)
{
    constexpr double inset = 0.18;
    const double margin = inset * room.width();
    painter.setPen(QPen(theme.faint, room.width() * strokeShare));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(room.adjusted(margin, margin, -margin, -margin));
}

} // namespace

void paintSeverityMark(QPainter& painter, const QRectF& room, Severity severity, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (severity) {
    case Severity::Fault: paintDisc(painter, room, theme); break;
    case Severity::Warning: paintTriangle(painter, room, theme); break;
    case Severity::Note: paintRing(painter, room, theme); break;
    }
    painter.restore();
}

} // namespace finwait
