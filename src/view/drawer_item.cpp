// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/drawer_item.h"

#include "view/diagram_route.h"

#include <QPainter>

#include <algorithm>

namespace finwait {

DrawerItem::DrawerItem(const DiagramStyle& style) : m_style(style)
{
    setZValue(layer::drawers);
    setAcceptedMouseButtons(Qt::NoButton);
}

void DrawerItem::place(const std::vector<PlacedEdge>& edges)
{
    prepareGeometryChange();
    m_lines.clear();
    m_arrows.clear();
    m_arrows.setFillRule(Qt::WindingFill);
    std::vector<QPointF> ends;
    for (const PlacedEdge& edge : edges) {
        if (!edge.inDrawer)
            continue;
        const double whole = route::length(edge.route) - measure::arrowLength * m_style.unit / 2.0;
        for (const QPolygonF& piece : route::without(route::beginning(edge.route, whole), edge.gap))
            m_lines.addPath(route::rounded(piece, measure::drawerRadius * m_style.unit));
        const QPointF end = edge.route.last();
        if (std::ranges::find(ends, end) != ends.end())
            continue;
        ends.push_back(end);
        m_arrows.addPath(arrowHead(end, route::arrival(edge.route), m_style.unit));
    }
}

void DrawerItem::setFaint(bool faint)
{
    m_faint = faint;
    update();
}

QRectF DrawerItem::boundingRect() const
{
    const double around = stroke::thin;
    return m_lines.boundingRect().united(m_arrows.boundingRect()).adjusted(-around, -around, around, around);
}

void DrawerItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/)
{
    QColor color = m_style.theme.line;
    if (m_faint)
        color.setAlphaF(faintOpacity);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(color, stroke::hair));
    painter->drawPath(m_lines);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawPath(m_arrows);
}

} // namespace finwait
