// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/side_mark.h"

#include <QFontMetricsF>

namespace finwait {

namespace {

constexpr double squareShare = 0.86; // of the disc's width: so both look equally large
constexpr double corner = 0.12;      // of the font's height

} // namespace

void paintSideMark(QPainter& painter, const DiagramStyle& style, Side side, QPointF baseline)
{
    const double width = sideMarkWidth * style.unit;
    const QPointF centre = baseline + QPointF(width / 2.0, -QFontMetricsF(style.font).capHeight() / 2.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.theme.accent[side]);
    if (side == Side::Client) {
        painter.drawEllipse(centre, width / 2.0, width / 2.0);
        return;
    }
    const double half = squareShare * width / 2.0;
    const double radius = corner * style.unit;
    painter.drawRoundedRect(QRectF(centre - QPointF(half, half), centre + QPointF(half, half)), radius, radius);
}

} // namespace finwait
