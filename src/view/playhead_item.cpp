// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/playhead_item.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPen>
#include <QRegion>

namespace finwait {

namespace {

constexpr double pointPart = 0.35; // of the handle's height: its tip towards the line
constexpr double dash = 4;         // widths of the line
constexpr double dashGap = 3;
constexpr double besideOpacity = 0.3; // of the line where names of states and flags stand
constexpr double apart = 2;           // pixels, from such a name

} // namespace

void PlayheadItem::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void PlayheadItem::place(const SequenceLayout& layout, const QString& text)
{
    prepareGeometryChange();
    m_font = layout.font();
    m_text = text;
    m_width = layout.columns().width;
    m_textFrom = {layout.columns().textNear.client + apart, layout.columns().textNear.server - apart};
    m_handleLeft = layout.measures().space / 2; // it does not touch the edge of the panel
    m_handleRight = layout.columns().tickRight + layout.measures().space / 2;
    m_handleHeight = layout.measures().handle;
    update();
}

QRectF PlayheadItem::boundingRect() const
{
    return {0, -m_handleHeight / 2 - 1, m_width, m_handleHeight + 2};
}

void PlayheadItem::paintLine(QPainter& painter, double from, double to) const
{
    QRegion line(QRectF(from, 0, to - from, 1).toAlignedRect());
    for (const QRectF& text : m_texts)
        line -= QRectF(text.left() - apart, 0, text.width() + 2 * apart, 1).toAlignedRect();
    for (const QRect& part : line)
        painter.drawLine(QPointF(part.left(), 0), QPointF(part.right(), 0));
}

void PlayheadItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const double half = m_handleHeight / 2;
    const double point = pointPart * m_handleHeight;
    QPen pen(m_theme.lit, stroke::arrow);
    pen.setDashPattern({dash, dashGap});
    painter->setPen(pen);
    paintLine(*painter, m_textFrom.client, m_textFrom.server);
    painter->setOpacity(besideOpacity);
    paintLine(*painter, m_handleRight, m_textFrom.client);
    paintLine(*painter, m_textFrom.server, m_width);
    painter->setOpacity(1.0);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.lit);
    const QRectF room(QPointF(m_handleLeft, -half), QPointF(m_handleRight - point, half));
    painter->drawPolygon(
        QPolygonF({room.topLeft(), room.topRight(), QPointF(m_handleRight, 0), room.bottomRight(), room.bottomLeft()}));
    painter->setFont(m_font);
    painter->setPen(m_theme.onAccent);
    painter->drawText(room, Qt::AlignCenter, QFontMetricsF(m_font).elidedText(m_text, Qt::ElideRight, room.width()));
}

} // namespace finwait
