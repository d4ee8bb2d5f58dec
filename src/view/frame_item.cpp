// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/frame_item.h"

#include <QPainter>

namespace finwait {

FrameItem::FrameItem(const DiagramStyle& style) : m_style(style)
{
    setZValue(layer::frame);
    setAcceptedMouseButtons(Qt::NoButton);
}

void FrameItem::place(const PlacedFrame& frame)
{
    prepareGeometryChange();
    m_frame = frame;
}

void FrameItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/)
{
    const double radius = measure::frameRadius * m_style.unit;
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_style.theme.frame);
    painter->drawRoundedRect(m_frame.rect, radius, radius);
    painter->setPen(m_style.theme.faint);
    painter->setFont(m_style.frameFont);
    painter->drawText(m_frame.titleBaseline, m_frame.title);
}

} // namespace finwait
