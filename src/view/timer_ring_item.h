// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A running timer: a ring around a token that empties until the timer expires.
#pragma once

#include "core/side.h"
#include "view/diagram_style.h"

#include <QGraphicsItem>
#include <QPainterPath>

namespace finwait {

class TimerRingItem : public QGraphicsItem
{
public:
    TimerRingItem(Side side, const DiagramStyle& style, QGraphicsItem* parent);

    [[nodiscard]] Side side() const { return m_side; }
    /// How much of the time is left, 0 to 1.
    void setShare(double share);
    [[nodiscard]] double share() const { return m_share; }
    /// To be called after the style's unit has changed.
    void styleChanged() { prepareGeometryChange(); }

    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    Side m_side;
    const DiagramStyle& m_style;
    double m_share = 0;
};

} // namespace finwait
