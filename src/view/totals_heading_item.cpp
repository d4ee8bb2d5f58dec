// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/totals_heading_item.h"

#include "view/side_mark.h"

#include <QPainter>

namespace finwait {

TotalsHeadingItem::TotalsHeadingItem(const DiagramStyle& style) : m_style(style)
{
    setZValue(layer::frame);
    setAcceptedMouseButtons(Qt::NoButton);
}

void TotalsHeadingItem::place(const PlacedHeading& heading)
{
    prepareGeometryChange();
    m_heading = heading;
}

void TotalsHeadingItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/)
{
    painter->setFont(m_style.stateFont);
    painter->setPen(m_style.theme.text);
    painter->drawText(m_heading.baseline, m_heading.text);
    painter->setFont(m_style.font);
    for (const Side side : allSides) {
        paintSideMark(*painter, m_style, side, m_heading.marks[side]);
        painter->setPen(m_style.theme.faint);
        painter->drawText(m_heading.names[side], m_heading.name[side]);
    }
}

} // namespace finwait
