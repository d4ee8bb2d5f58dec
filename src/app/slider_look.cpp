// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/slider_look.h"

#include <QPainter>
#include <QRectF>

namespace finwait::slider {

namespace {

constexpr double focusLine = 1.5;

} // namespace

void paintGroove(QPainter& painter, double left, double right, double y, const QColor& color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(left, y - grooveHeight / 2, right - left, grooveHeight), grooveHeight / 2,
                            grooveHeight / 2);
}

void paintHandle(QPainter& painter, QPointF middle, const QColor& color, const std::optional<QColor>& focus)
{
    painter.setPen(focus ? QPen(*focus, focusLine) : QPen(Qt::NoPen));
    painter.setBrush(color);
    painter.drawEllipse(middle, handleRadius, handleRadius);
}

} // namespace finwait::slider
