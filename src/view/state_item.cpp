// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/state_item.h"

#include "view/diagram_text.h"
#include "view/side_mark.h"
#include "view/words.h"

#include <QCursor>
#include <QFontMetricsF>
#include <QGraphicsSceneHoverEvent>
#include <QGraphicsSceneMouseEvent>
#include <QPainter>

#include <algorithm>

namespace finwait {

namespace {

constexpr double timerGap = 0.7; // between the timers of two sides, of the font's height

} // namespace

StateItem::StateItem(State state, const DiagramStyle& style) : m_state(state), m_style(style)
{
    setZValue(layer::state);
    setAcceptHoverEvents(true);
    setAcceptedMouseButtons(Qt::LeftButton);
}

void StateItem::place(const QRectF& rect)
{
    prepareGeometryChange();
    m_rect = rect;
}

void StateItem::setLook(const StateLook& look)
{
    if (look == m_look)
        return;
    m_look = look;
    setCursor(look.ended == PerSide<QString>() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
}

QRectF StateItem::boundingRect() const
{
    return m_rect.adjusted(-stroke::halo, -stroke::halo, stroke::halo, stroke::halo);
}

QPainterPath StateItem::shape() const
{
    return outline();
}

QPainterPath StateItem::outline(double grown) const
{
    const double radius = measure::cornerRadius * m_style.unit + grown;
    QPainterPath path;
    path.addRoundedRect(m_rect.adjusted(-grown, -grown, grown, grown), radius, radius);
    return path;
}

/// The client's half is on the left.
QPainterPath StateItem::half(Side side) const
{
    const double radius = measure::cornerRadius * m_style.unit;
    const bool left = side == Side::Client;
    const double middle = m_rect.center().x();
    const double outer = left ? m_rect.left() : m_rect.right();
    const double bend = left ? radius : -radius;
    QPainterPath path(QPointF(middle, m_rect.top()));
    path.lineTo(outer + bend, m_rect.top());
    path.quadTo(outer, m_rect.top(), outer, m_rect.top() + radius);
    path.lineTo(outer, m_rect.bottom() - radius);
    path.quadTo(outer, m_rect.bottom(), outer + bend, m_rect.bottom());
    path.lineTo(middle, m_rect.bottom());
    return path;
}

void StateItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/)
{
    paintGround(painter);
    paintText(painter);
}

void StateItem::paintGround(QPainter* painter) const
{
    const Theme& theme = m_style.theme;
    if (m_look.selected) {
        painter->setPen(QPen(theme.selection, stroke::halo));
        painter->setBrush(Qt::NoBrush);
        painter->drawPath(outline(stroke::strong));
    }
    const PerSide<bool>& current = m_look.current;
    if (current.client && current.server) {
        for (const Side side : allSides) {
            painter->setBrush(theme.accentFill[side]);
            painter->setPen(Qt::NoPen);
            painter->drawPath(half(side));
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(theme.accent[side], stroke::strong, Qt::SolidLine, Qt::FlatCap));
            painter->drawPath(half(side));
        }
        return;
    }
    if (current.client || current.server) {
        const Side side = current.client ? Side::Client : Side::Server;
        painter->setPen(QPen(theme.accent[side], stroke::strong));
        painter->setBrush(theme.accentFill[side]);
    } else {
        painter->setPen(QPen(m_hovered ? theme.faint : theme.line, stroke::thin));
        painter->setBrush(m_hovered ? theme.control : theme.node);
    }
    painter->drawPath(outline());
}

void StateItem::paintText(QPainter* painter) const
{
    const QFontMetricsF metrics(m_style.stateFont);
    const bool hasTimers = !m_look.timer.client.isEmpty() || !m_look.timer.server.isEmpty();
    const QString name = words::stateName(m_state);
    const double textHeight = metrics.height() + furtherLines() * m_style.unit;
    const double top = m_rect.center().y() - textHeight / 2.0;
    painter->setFont(m_style.stateFont);
    painter->setPen(m_style.theme.text);
    const double left = m_rect.center().x() - metrics.horizontalAdvance(name) / 2.0;
    painter->drawText(QPointF(left, top + metrics.ascent()), name);
    if (hasTimers)
        paintTimers(painter, QRectF(m_rect.left(), top + metrics.height(), m_rect.width(), m_style.unit));
    paintEnded(painter, top + metrics.height());
}

/// Below the name.
int StateItem::furtherLines() const
{
    const bool timers = !m_look.timer.client.isEmpty() || !m_look.timer.server.isEmpty();
    const bool clients = !m_look.ended.client.isEmpty();
    const bool servers = !m_look.ended.server.isEmpty();
    return clients && servers && m_look.stacked ? 2 : timers || clients || servers ? 1 : 0;
}

/// With its mark.
double StateItem::endedWidth(Side side) const
{
    const double text = QFontMetricsF(m_style.font).horizontalAdvance(m_look.ended[side]);
    return text + sideMarkAdvance * m_style.unit;
}

void StateItem::paintEnded(QPainter* painter, double top) const
{
    const double first = top + QFontMetricsF(m_style.font).ascent();
    const double middle = m_rect.center().x();
    const bool both = !m_look.ended.client.isEmpty() && !m_look.ended.server.isEmpty();
    const double client = endedWidth(Side::Client);
    const double server = endedWidth(Side::Server);
    if (both && m_look.stacked) {
        const double left = middle - std::max(client, server) / 2.0;
        paintEnded(painter, Side::Client, {left, first});
        paintEnded(painter, Side::Server, {left, first + m_style.unit});
    } else if (both) {
        const double left = middle - (client + sideCountGap * m_style.unit + server) / 2.0;
        paintEnded(painter, Side::Client, {left, first});
        paintEnded(painter, Side::Server, {left + client + sideCountGap * m_style.unit, first});
    } else {
        for (const Side side : allSides) {
            if (!m_look.ended[side].isEmpty())
                paintEnded(painter, side, {middle - endedWidth(side) / 2.0, first});
        }
    }
}

void StateItem::paintEnded(QPainter* painter, Side side, QPointF baseline) const
{
    paintSideMark(*painter, m_style, side, baseline);
    painter->setFont(m_style.font);
    painter->setPen(m_style.theme.text);
    painter->drawText(baseline + QPointF(sideMarkAdvance * m_style.unit, 0), m_look.ended[side]);
}

void StateItem::paintTimers(QPainter* painter, const QRectF& line) const
{
    const QFontMetricsF metrics(m_style.font);
    const double gap = timerGap * m_style.unit;
    double width = 0;
    for (const Side side : allSides) {
        if (!m_look.timer[side].isEmpty())
            width += metrics.horizontalAdvance(m_look.timer[side]) + (width > 0 ? gap : 0.0);
    }
    QPointF baseline(line.center().x() - width / 2.0, line.top() + metrics.ascent());
    painter->setFont(m_style.font);
    for (const Side side : allSides) {
        if (m_look.timer[side].isEmpty())
            continue;
        painter->setPen(m_style.theme.accent[side]);
        painter->drawText(baseline, m_look.timer[side]);
        baseline.rx() += metrics.horizontalAdvance(m_look.timer[side]) + gap;
    }
}

void StateItem::hoverEnterEvent(QGraphicsSceneHoverEvent* event)
{
    m_hovered = true;
    update();
    QGraphicsObject::hoverEnterEvent(event);
}

void StateItem::hoverLeaveEvent(QGraphicsSceneHoverEvent* event)
{
    m_hovered = false;
    update();
    QGraphicsObject::hoverLeaveEvent(event);
}

void StateItem::mousePressEvent(QGraphicsSceneMouseEvent* event)
{
    event->accept();
}

void StateItem::mouseReleaseEvent(QGraphicsSceneMouseEvent* event)
{
    if (m_rect.contains(event->pos()))
        emit clicked(m_state);
}

} // namespace finwait
