// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Above the diagram of many connections: how many they are, and which mark is whose.
#pragma once

#include "view/diagram_layout.h"
#include "view/diagram_style.h"

#include <QGraphicsItem>

namespace finwait {

class TotalsHeadingItem : public QGraphicsItem
{
public:
    explicit TotalsHeadingItem(const DiagramStyle& style);

    void place(const PlacedHeading& heading);

    [[nodiscard]] QRectF boundingRect() const override { return m_heading.rect; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    const DiagramStyle& m_style;
    PlacedHeading m_heading;
};

} // namespace finwait
