// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/timer_ring_item.h"

#include <QPainter>

#include <algorithm>

namespace finwait {

namespace {

constexpr double ringRadius = 1.08; // of the font's height
constexpr int degree = 16;          // in QPainter's angles
constexpr int top = 90 * degree;
constexpr int fullCircle = 360 * degree;

} // namespace

TimerRingItem::TimerRingItem(Side side, const DiagramStyle& style, QGraphicsItem* parent)
    : QGraphicsItem(parent)
    , m_side(side)
    , m_style(style)
{
    setFlag(ItemStacksBehindParent);
    setAcceptedMouseButtons(Qt::NoButton);
}

void TimerRingItem::setShare(double share)
{
    m_share = std::clamp(share, 0.0, 1.0);
    update();
}

QRectF TimerRingItem::boundingRect() const
{
    const double around = ringRadius * m_style.unit + stroke::strong;
    return {-around, -around, 2.0 * around, 2.0 * around};
}

QPainterPath TimerRingItem::shape() const
{
    QPainterPath path;
    path.addEllipse(boundingRect());
    return path;
}

void TimerRingItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/)
{
    const double radius = ringRadius * m_style.unit;
    const QRectF circle(-radius, -radius, 2.0 * radius, 2.0 * radius);
    painter->setPen(QPen(m_style.theme.border, stroke::strong));
    painter->setBrush(m_style.theme.panel);
    painter->drawEllipse(circle);
    painter->setPen(QPen(m_style.theme.accent[m_side], stroke::strong, Qt::SolidLine, Qt::FlatCap));
    // Empties like a clock: what is left ends at twelve.
    painter->drawArc(circle, top, static_cast<int>(fullCircle * m_share));
}

} // namespace finwait
