// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/pill.h"

#include <QPainter>
#include <QPainterPath>

namespace finwait {

namespace {

// In heights of the font.
constexpr double padding = 0.7;
constexpr double pillHeight = 1.45;
constexpr double markSize = 0.55;
constexpr double markGap = 0.4;
constexpr double markWidth = 0.11;

} // namespace

Pill::Pill(Side side, QWidget* parent) : QWidget(parent), m_side(side)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Pill::setContent(const Allowance& allowance)
{
    if (allowance == m_shown)
        return;
    m_shown = allowance;
    setAccessibleName(allowance.text);
    updateGeometry();
    update();
}

void Pill::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

QSize Pill::sizeHint() const
{
    const double em = fontMetrics().height();
    const double width = fontMetrics().horizontalAdvance(m_shown.text) + (2.0 * padding + markSize + markGap) * em;
    return QSizeF(width, pillHeight * em).toSize();
}

void Pill::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool denied = m_shown.permission == Permission::Denied;
    const QRectF ground(rect());
    painter.setPen(Qt::NoPen);
    painter.setBrush(denied ? m_theme.control : m_theme.accentFill[m_side]);
    painter.drawRoundedRect(ground, ground.height() / 2.0, ground.height() / 2.0);

    const double em = fontMetrics().height();
    const QColor ink = denied ? m_theme.faint : m_theme.text;
    painter.setPen(QPen(ink, markWidth * em, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const double side = markSize * em;
    paintMark(painter, QRectF(padding * em, (ground.height() - side) / 2.0, side, side));
    const QRectF room = ground.adjusted((padding + markSize + markGap) * em, 0.0, 0.0, 0.0);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, m_shown.text);
}

/// A check, an ellipsis or a cross.
void Pill::paintMark(QPainter& painter, const QRectF& square) const
{
    const auto at = [&square](double x, double y) {
        return QPointF(square.left() + x * square.width(), square.top() + y * square.height());
    };
    switch (m_shown.permission) {
    case Permission::Granted: painter.drawPolyline(QPolygonF{at(0.0, 0.55), at(0.35, 0.95), at(1.0, 0.05)}); return;
    case Permission::Queued:
        for (const double x : {0.05, 0.5, 0.95})
            painter.drawPoint(at(x, 0.5));
        return;
    case Permission::Denied:
        painter.drawLine(at(0.05, 0.05), at(0.95, 0.95));
        painter.drawLine(at(0.95, 0.05), at(0.05, 0.95));
        return;
    }
}

} // namespace finwait
