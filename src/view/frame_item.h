// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A frame of the diagram: the ground behind the states of "active close" or "passive close".
#pragma once

#include "view/diagram_layout.h"
#include "view/diagram_style.h"

#include <QGraphicsItem>

namespace finwait {

class FrameItem : public QGraphicsItem
{
public:
    explicit FrameItem(const DiagramStyle& style);

    void place(const PlacedFrame& frame);

    [[nodiscard]] QRectF boundingRect() const override { return m_frame.rect; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    const DiagramStyle& m_style;
    PlacedFrame m_frame;
};

} // namespace finwait
