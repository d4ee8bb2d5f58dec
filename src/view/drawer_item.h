// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The thin lines of all transitions that stand in drawers, drawn as one path: they share most of their ways, and lines
// drawn over each other would grow thick.
#pragma once

#include "view/diagram_layout.h"
#include "view/diagram_style.h"

#include <QGraphicsItem>
#include <QPainterPath>

namespace finwait {

class DrawerItem : public QGraphicsItem
{
public:
    explicit DrawerItem(const DiagramStyle& style);

    void place(const std::vector<PlacedEdge>& edges);
    /// Beneath lines that stand for many connections.
    void setFaint(bool faint);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    const DiagramStyle& m_style;
    QPainterPath m_lines;
    QPainterPath m_arrows;
    bool m_faint = false;
};

} // namespace finwait
